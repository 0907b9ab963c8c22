import SessionModel

extension Record {
  /// What follows from the session: where outcomes go, who promised what, what is to be done, and
  /// who is to be invited.
  var closing: Content {
    guard session.plan.attribution != .offTheRecord else { return .nothing }
    let sections = [
      section("Where outcomes go", outcomesThatGo), section("Commitments", items(.commitment)),
      section("Next steps", items(.actionItem)),
      section("To be invited", invitations),
    ]
    return Content(sections: sections.compactMap(\.self))
  }

  private func section(_ title: String, _ items: [Document.Item]) -> Document.Section? {
    guard !items.isEmpty else { return nil }
    let section = Document.Section(title, [.list(items)])
    return hides ? section.mappingTexts(veil.over) : section
  }

  /// The sentences that the room assented to, or that were given a way to go.
  private var outcomesThatGo: [Document.Item] {
    session.outcomes.all.compactMap { outcome in
      let isAgreed = outcome.declared?.statement.isAgreement == true
      guard isAgreed || outcome.destination != nil else { return nil }
      return Document.Item(
        "\(outcome.text) (\(way(of: outcome)))", source: outcome.id.description)
    }
  }

  private func way(of outcome: OutcomeSentence) -> String {
    guard let place = outcome.destination else { return "where it goes is \(notRecorded)" }
    let parts = [
      place.workstream.map { "to \($0)" }, place.document.map { "in \($0)" },
      place.by.map { "by \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? "where it goes is \(notRecorded)" : parts.joined(separator: ", ")
  }

  private func items(_ kind: Note.Kind) -> [Document.Item] {
    keptNotes.filter { $0.kind == kind }.map(item)
  }

  private var invitations: [Document.Item] {
    guard namesPeople else { return [] }
    return (session.outcomes.invited ?? []).map { Document.Item($0) }
  }
}
