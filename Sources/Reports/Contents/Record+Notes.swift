import SessionModel

extension Record {
  /// What the rapporteur wrote down, kind by kind, in the order it was written.
  var notes: Document.Section {
    let notes = session.notes.all
    let kept = notes.filter { rule(for: $0) != .offTheRecord }
    let byKind = Dictionary(grouping: kept, by: \.kind)
    let sections = Note.Kind.reported.compactMap { kind in
      byKind[kind].map { Document.Section(kind.heading, [.list($0.map(item))]) }
    }
    var blocks: [Document.Block] = []
    let missing = Note.Kind.reported.filter { byKind[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { $0.heading.lowercased() }.joined(separator: ", ")
      blocks.append(.paragraph("\(notRecorded.capitalizedFirst): \(names)."))
    }
    if kept.count < notes.count {
      blocks.append(.paragraph("Notes off the record are left out."))
    }
    return Document.Section("Notes", blocks, sections: sections)
  }

  private func item(_ note: Note) -> Document.Item {
    let speaker = rule(for: note) == .attributed ? note.binding.speaker.flatMap(byline) : nil
    return Document.Item(note.text, speaker: speaker, source: note.id.description)
  }
}

extension Note.Kind {
  /// Every kind, those first that a host asks for first.
  fileprivate static let reported: [Note.Kind] = [
    .takeaway, .callToAction, .argument, .agreement, .partialAgreement, .disagreement, .compromise,
    .actionItem, .unresolved, .question, .followUp, .thoughtProvoking, .quote, .commitment, .link,
    .parkingLot, .note,
  ]

  fileprivate var heading: String {
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
