import SessionModel

extension Record {
  /// How many notes there are of each kind that an analysis counts.
  var counts: Content {
    let notes = keptNotes
    guard !notes.isEmpty else { return .nothing }
    func agreed(_ kind: Note.Kind, _ aspect: Agreement.Aspect?) -> Int {
      notes.count { $0.kind == kind && $0.aspect == aspect }
    }
    func number(_ kinds: Note.Kind...) -> Int { notes.count { kinds.contains($0.kind) } }
    let rows: [(String, Int)] = [
      ("Arguments", number(.argument)),
      ("Agreement points", agreed(.agreement, nil)),
      ("Similar viewpoints", agreed(.agreement, .similar)),
      ("Unexpected consensus", agreed(.agreement, .unexpected)),
      ("Different viewpoints", agreed(.disagreement, nil)),
      ("Unexpected differences", agreed(.disagreement, .unexpected)),
      ("Partial agreements", number(.partialAgreement)),
      ("Key takeaways", number(.takeaway)),
      ("Resolutions and action items", number(.actionItem, .callToAction)),
      ("Unresolved issues", number(.unresolved)),
      ("Suggested compromises", number(.compromise)),
      ("Thought-provoking comments", number(.thoughtProvoking)),
      ("Follow-up questions", number(.followUp)),
    ]
    return Content(blocks: [
      .table(
        Document.Table(
          [.text("What"), .figures("Number")], rows: rows.map { [$0.0, String($0.1)] }))
    ])
  }

  /// The major discussion points in the order they came up, with how many arguments each has.
  var points: Content {
    let arguments = keptNotes.filter { $0.kind == .argument }
    var order: [String] = []
    var notes: [String: [Note]] = [:]
    for note in arguments {
      guard let point = note.fields[.point] else { continue }
      let words = words(point, of: note)
      if notes[words] == nil { order.append(words) }
      notes[words, default: []].append(note)
    }
    return .list(
      order.map { point in
        let own = notes[point] ?? []
        let people = Set(own.compactMap(\.binding.speaker)).count
        let isTold = own.allSatisfy { rule(of: $0) == .attributed } && people > 0
        let by = isTold ? " by \(count(people, "person", "people"))" : ""
        return Document.Item("\(point): \(count(own.count, "argument"))\(by)")
      })
  }

  /// Every argument below who made it, those first who spoke first.
  var arguments: Content {
    let arguments = keptNotes.filter { $0.kind == .argument }
    guard !arguments.isEmpty else { return .nothing }
    let company = Company(of: self)
    var byPerson: [PersonID: [Note]] = [:]
    var hidden: [Note] = []
    var unknown: [Note] = []
    for note in arguments {
      if rule(of: note) != .attributed {
        hidden.append(note)
      } else if let speaker = note.binding.speaker {
        byPerson[speaker, default: []].append(note)
      } else {
        unknown.append(note)
      }
    }
    let airtime = Airtime(session.floor.turns, in: self)
    let turns = airtime.sorted(by: \.person, crowd: nil).told
    var sections = inOrderOfSpeech(byPerson.keys).map { person in
      Document.Section(
        byline(person) ?? person.description,
        [speech(airtime.share("", of: turns[person] ?? []))],
        sections: (byPerson[person] ?? []).map { section($0, company) },
        source: person.description)
    }
    for (title, notes) in [("Speakers not told", hidden), ("Speaker \(notRecorded)", unknown)]
    where !notes.isEmpty {
      sections.append(Document.Section(title, sections: notes.map { section($0, company) }))
    }
    return Content(sections: sections)
  }

  private func inOrderOfSpeech(_ people: some Sequence<PersonID>) -> [PersonID] {
    var first: [PersonID: Int] = [:]
    for (place, turn) in session.floor.turns.enumerated() where first[turn.person] == nil {
      first[turn.person] = place
    }
    return people.sorted { one, other in
      (first[one] ?? .max, one) < (first[other] ?? .max, other)
    }
  }

  private func speech(_ share: SpeakingShare) -> Document.Block {
    .facts([
      Document.Fact(
        "Speech speed", share.wordsPerMinute.map { "\($0) words a minute" }),
      Document.Fact(
        "Speech length", share.counted == 0 ? nil : count(share.words, "word")),
      Document.Fact(
        "Speech time",
        share.turns == 0
          ? nil
          : "\(count(Int(share.milliseconds / 1000), "second")), in \(count(share.turns, "turn"))"),
    ])
  }

  private func section(_ note: Note, _ company: Company) -> Document.Section {
    var facts = [Note.Field.explanation, .evidence].map { field in
      Document.Fact(
        field.title.capitalizedFirst, note.fields[field].map { words($0, of: note) })
    }
    facts.append(
      Document.Fact("Major discussion point", note.fields[.point].map { words($0, of: note) }))
    facts.append(
      Document.Fact("Topics", note.topics.isEmpty ? nil : topicsText(note.topics, of: note)))
    facts += company.facts(of: note)
    return Document.Section(
      paragraphsOf: words(note.text, of: note), [.facts(facts)], source: note.id.description)
  }
}

/// Who agreed with whom on what, and who did not, found from the links between notes.
private struct Company {
  private let record: Record
  /// The agreements and differences that a note is linked from; not those that are remarkable for
  /// something else than being shared.
  private var joined: [NoteID: [Note]] = [:]

  init(of record: Record) {
    self.record = record
    for note in record.keptNotes
    where (note.kind == .agreement || note.kind == .disagreement) && note.aspect == nil {
      for link in note.links {
        if let linked = link.note { joined[linked, default: []].append(note) }
      }
    }
  }

  func facts(of note: Note) -> [Document.Fact] {
    let notes = joined[note.id] ?? []
    return facts(of: note, "Agreed", notes.filter { $0.kind == .agreement }, by: .agreedWith)
      + facts(of: note, "Disagreed", notes.filter { $0.kind == .disagreement }, by: .disagreedWith)
      + links(of: note)
  }

  private func facts(
    of note: Note, _ verb: String, _ shared: [Note], by relation: NoteLink.Relation
  ) -> [Document.Fact] {
    let isTold = record.rule(of: note) == .attributed
    let own = note.links.filter { $0.relation == relation }
    var people = shared.flatMap { record.people(of: $0) }
    people += own.compactMap { link in
      link.person
        ?? link.note.flatMap { record.session.notes[$0] }.flatMap { other in
          // Who said the other is told only where its own rule tells it.
          record.rule(of: other) == .attributed ? other.binding.speaker : nil
        }
    }
    var seen: Set<PersonID> = [note.binding.speaker].compactMap(\.self).reduce(into: []) {
      $0.insert($1)
    }
    let names = people.filter { seen.insert($0).inserted }
      .compactMap { record.session.people[$0]?.name }
    var facts: [Document.Fact] = []
    if isTold, !names.isEmpty {
      facts.append(Document.Fact("\(verb) with", names.joined(separator: ", ")))
    }
    facts += shared.uniqueByID.map {
      Document.Fact(
        "\(verb) on", record.words($0.text, of: $0), source: $0.id.description)
    }
    return facts
  }

  /// What it supports, contradicts or answers.
  private func links(of note: Note) -> [Document.Fact] {
    note.links.compactMap { link in
      guard [.supports, .contradicts, .answers].contains(link.relation) else { return nil }
      switch link.target {
      case .note(let id):
        guard let other = record.session.notes[id],
          record.session.attribution(of: other) != .offTheRecord
        else { return nil }
        return Document.Fact(
          link.relation.title.capitalizedFirst, record.words(other.text, of: other),
          source: id.description)
      case .person(let id):
        guard record.rule(of: note) == .attributed else { return nil }
        return record.byline(id).map { Document.Fact(link.relation.title.capitalizedFirst, $0) }
      }
    }
  }
}
