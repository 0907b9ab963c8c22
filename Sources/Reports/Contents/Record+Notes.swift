import SessionModel

extension Record {
  /// Notes of some kinds, in the order in which they are read.
  func notes(_ choice: Form.NoteChoice) -> Content {
    switch choice.style {
    case .list: return .list(chosen(choice).map(item))
    case .full: return Content(sections: chosen(choice).map(section))
    case .byKind: return byKind(choice)
    }
  }

  func chosen(_ choice: Form.NoteChoice) -> [Note] {
    keptNotes.filter { note in
      guard choice.kinds.contains(note.kind) else { return false }
      switch choice.aspect {
      case .any: return true
      case .plain: return note.aspect == nil
      case .similar: return note.aspect == .similar
      case .unexpected: return note.aspect == .unexpected
      }
    }
  }

  private func byKind(_ choice: Form.NoteChoice) -> Content {
    let notes = session.notes.all
    let kept = keptNotes
    let kinds = Dictionary(grouping: kept, by: \.kind)
    let sections = choice.kinds.compactMap { kind in
      kinds[kind].map { Document.Section(kind.heading, [.list($0.map(item))]) }
    }
    var blocks: [Document.Block] = []
    let missing = choice.kinds.filter { kinds[$0] == nil }
    if !missing.isEmpty, missing.count < choice.kinds.count {
      let names = missing.map { $0.heading.lowercasedFirst }.joined(separator: ", ")
      blocks.append(.paragraph("\(notRecorded.capitalizedFirst): \(names)."))
    }
    if kept.count < notes.count {
      blocks.append(.paragraph("Notes off the record are left out."))
    }
    return Content(blocks: blocks, sections: sections)
  }

  // MARK: One note

  /// A line of a list: what it says, to whom and by when, and who said it.
  func item(_ note: Note) -> Document.Item {
    let fields = note.fields
    var text = note.text
    switch note.kind {
    case .callToAction:
      if let addressee = fields[.addressee] { text = "\(addressee): \(text)" }
    case .commitment, .actionItem:
      if let organisation = told(.organisation, of: note) { text = "\(organisation): \(text)" }
    case .link:
      if let address = fields[.address], !text.contains(address) { text += " \(address)" }
    default: break
    }
    if let deadline = fields[.deadline] { text += " (by \(deadline))" }
    return Document.Item(
      words(text, of: note), speaker: speaker(of: note), source: note.id.description)
  }

  /// Who asked, where somebody is named; else who said it, where that is known and may be told.
  ///
  /// A question is mostly noted while somebody else has the floor.
  func speaker(of note: Note) -> String? {
    guard rule(of: note) == .attributed else { return nil }
    return note.fields[.asker] ?? note.binding.speaker.flatMap(byline)
  }

  /// A note's topics in a line, without the names that its rule hides.
  func topicsText(_ topics: [String], of note: Note) -> String {
    topics.map { words($0, of: note) }.joined(separator: ", ")
  }

  /// What stands in a field; `nil` also where it says who somebody was and its rule hides that.
  func told(_ field: Note.Field, of note: Note) -> String? {
    guard let text = note.fields[field] else { return nil }
    if rule(of: note) != .attributed, field == .asker || field == .organisation { return nil }
    return words(text, of: note)
  }

  /// Everything that is known of a note, below what it says.
  private func section(_ note: Note) -> Document.Section {
    let facts = facts(of: note)
    let linked = linkedNotes(of: note)
    var blocks: [Document.Block] = facts.isEmpty ? [] : [.facts(facts)]
    if !linked.isEmpty { blocks.append(.list(linked.map(statement))) }
    return Document.Section(
      paragraphsOf: words(note.text, of: note), blocks, source: note.id.description)
  }

  private func facts(of note: Note) -> [Document.Fact] {
    func field(_ label: String, _ field: Note.Field) -> Document.Fact {
      Document.Fact(label, told(field, of: note))
    }
    switch note.kind {
    case .agreement, .partialAgreement, .disagreement:
      let topics = topics(of: note)
      return [
        Document.Fact("Speakers", speakers(of: note)), field("Summary", .explanation),
        Document.Fact("Topics", topics.isEmpty ? nil : topicsText(topics, of: note)),
      ]
    case .thoughtProvoking:
      return [
        Document.Fact("Speaker", toldSpeaker(of: note)), field("Reason", .reason),
        field("Impact", .impact),
      ]
    case .followUp:
      return [Document.Fact("Speaker", toldSpeaker(of: note)), field("Why", .reason)]
    default:
      return [Document.Fact("Speaker", toldSpeaker(of: note))]
        + note.kind.fields.compactMap { name in
          told(name, of: note).map { Document.Fact(name.title.capitalizedFirst, $0) }
        }
    }
  }

  private func toldSpeaker(of note: Note) -> String? {
    rule(of: note) == .attributed ? speaker(of: note) : "not told"
  }

  private func statement(_ note: Note) -> Document.Item {
    Document.Item(
      words(note.text, of: note), speaker: speaker(of: note), source: note.id.description)
  }

  // MARK: Notes that belong together

  /// The notes that a note has to do with, as far as they may be told, in the order they were linked.
  func linkedNotes(of note: Note) -> [Note] {
    note.links.compactMap { $0.note.flatMap { session.notes[$0] } }
      .filter { rule(of: $0) != .offTheRecord }.uniqueByID
  }

  /// Everybody who stands behind an agreement or a difference, each once, in the order of the links;
  /// where it is linked to nothing, whoever was speaking.
  func people(of note: Note) -> [PersonID] {
    guard rule(of: note) == .attributed else { return [] }
    var people: [PersonID] = []
    for link in note.links {
      switch link.target {
      case .person(let id) where link.relation != .mentions: people.append(id)
      case .person: break
      case .note(let id):
        guard let linked = session.notes[id], rule(of: linked) == .attributed else {
          continue
        }
        if let speaker = linked.binding.speaker { people.append(speaker) }
      }
    }
    if people.isEmpty, let speaker = note.binding.speaker { people = [speaker] }
    var seen: Set<PersonID> = []
    return people.filter { seen.insert($0).inserted }
  }

  private func speakers(of note: Note) -> String? {
    guard rule(of: note) == .attributed else { return "not told" }
    let names = people(of: note).compactMap { session.people[$0]?.name }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Its own topics, else those of what it is linked to.
  private func topics(of note: Note) -> [String] {
    guard note.topics.isEmpty else { return note.topics }
    var seen: Set<String> = []
    return linkedNotes(of: note).flatMap(\.topics).filter { seen.insert($0).inserted }
  }
}

extension [Note] {
  /// Each once, where it came first.
  var uniqueByID: [Note] {
    var seen: Set<NoteID> = []
    return filter { seen.insert($0.id).inserted }
  }
}

extension Note.Kind {
  var heading: String {
    switch self {
    case .takeaway: "Key takeaways"
    case .callToAction: "Calls to action"
    case .argument: "Arguments"
    case .agreement: "Agreements"
    case .partialAgreement: "Partial agreements"
    case .compromise: "Suggested compromises"
    case .actionItem: "Resolutions and action items"
    case .followUp: "Follow-up questions"
    case .thoughtProvoking: "Thought-provoking comments"
    case .disagreement: "Disagreements"
    case .unresolved: "Unresolved issues"
    case .question: "Questions from the floor"
    case .quote: "Quotes"
    case .commitment: "Voluntary commitments"
    case .link: "Links"
    case .parkingLot: "Parking lot"
    case .note: "Further notes"
    }
  }
}
