import SessionModel

extension Record {
  /// What each breakout group brought back, under the group's name.
  var breakouts: Content {
    let groups = session.breakouts.returned
    guard !groups.isEmpty else { return .nothing }
    guard session.plan.attribution != .offTheRecord else { return .paragraph(promise + ".") }
    return Content(sections: groups.map(section(of:)))
  }

  /// Groups of two divisions are called alike.
  private func title(of group: Breakout) -> String {
    let isAlone = session.breakouts.returned.count { $0.title == group.title } < 2
    return isAlone ? group.title : "\(group.title) (\(group.id))"
  }

  private func section(of group: Breakout) -> Document.Section {
    guard let returned = group.returned else { return Document.Section(group.title) }
    var facts: [Document.Fact] = []
    if let question = group.question.flatMap({ session.plan.questions[$0] }) {
      facts.append(Document.Fact("Question", question.heading))
    }
    if namesPeople {
      let holders = [("Chair", group.chair), ("Rapporteur", group.rapporteur)]
      for (label, id) in holders {
        if let id { facts.append(Document.Fact(label, byline(id))) }
      }
      facts.append(Document.Fact("In it", count(group.members.count, "person", "people")))
    }
    if let seconds = returned.seconds {
      facts.append(Document.Fact("Held", "\((seconds + 59) / 60) min"))
    }
    let notes =
      (returned.outcomes ?? []).map { item($0, of: group) }
      + (returned.notes ?? []).map { item($0, of: group) }
    var blocks: [Document.Block] = [.facts(facts)]
    if !notes.isEmpty { blocks.append(.list(notes)) }
    let polls = (returned.polls ?? []).map { poll in
      let isTold = rule(of: returned) == .attributed || poll.turnout >= Self.crowd
      return Document.Section(
        poll.text,
        [
          .facts([
            Document.Fact("Asked as", poll.method),
            Document.Fact("Turnout", isTold ? count(poll.turnout, "ballot") : "too few to be told"),
          ])
        ]
          + (isTold && !poll.rows.isEmpty
            ? [
              .table(
                Document.Table(
                  [.text("Choice"), .figures("Count")],
                  rows: poll.rows.map { [$0.label, $0.figure] }))
            ] : []))
    }
    let section = Document.Section(
      title(of: group), blocks, sections: polls, source: group.id.description)
    return hides ? section.mappingTexts(veil.over) : section
  }

  /// The strictest rule that anything of a group was said under.
  private func rule(of returned: BreakoutReturn) -> AttributionRule {
    (returned.notes ?? []).compactMap(\.rule).reduce(session.plan.attribution, max)
  }

  private func item(_ outcome: ReturnedOutcome, of group: Breakout) -> Document.Item {
    Document.Item(
      "Outcome: \(outcome.text) (\(outcome.standing))", source: group.id.description)
  }

  private func item(_ note: ReturnedNote, of group: Breakout) -> Document.Item {
    let isHidden = note.rule ?? .attributed != .attributed
    let text = isHidden ? veil.over(note.text) : note.text
    return Document.Item(
      note.kind == .note ? text : "\(note.kind.title.capitalizedFirst): \(text)",
      source: group.id.description)
  }
}

extension BreakoutReturn {
  /// Whether anything of it was said under a rule that hides who said it.
  var hasHidden: Bool { (notes ?? []).contains { $0.rule ?? .attributed != .attributed } }
}
