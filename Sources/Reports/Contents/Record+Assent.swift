import SessionModel

extension Record {
  /// What was put to the room, sentence by sentence, and what came of it.
  ///
  /// Where a rule hid who spoke while the room was asked, groups are left out: an objection is one
  /// voice, and its group would point at it.
  var assent: Content {
    let outcomes = session.outcomes
    guard !outcomes.all.isEmpty else { return .nothing }
    guard session.plan.attribution != .offTheRecord else { return .paragraph(promise + ".") }
    var facts: [Document.Fact] = []
    if let quorum = outcomes.quorum { facts.append(Document.Fact("Quorum", quorum.description)) }
    if let invited = outcomes.invited, !invited.isEmpty {
      facts.append(
        Document.Fact("To be invited", !namesPeople ? "not told" : invited.joined(separator: ", ")))
    }
    return .facts(facts) + Content(sections: outcomes.all.map(section(of:)))
  }

  private func section(of outcome: OutcomeSentence) -> Document.Section {
    var facts = [
      Document.Fact("Came to", cameTo(outcome)), Document.Fact("Asked", asked(outcome)),
    ]
    if let reason = outcome.declared?.override {
      facts.append(Document.Fact("Declared over an open objection", reason))
    }
    if outcome.version > 1 {
      facts.append(Document.Fact("Wording", "changed \(count(outcome.version - 1, "time"))"))
    }
    if let place = outcome.destination {
      let words = [place.workstream, place.document, place.by.map { "by \($0)" }]
      facts.append(Document.Fact("Goes to", words.compactMap(\.self).joined(separator: ", ")))
    }
    var blocks: [Document.Block] = [.facts(facts)]
    let isTold = rule(of: outcome) == .attributed
    if let asking = outcome.asking {
      blocks += answers(asking, isTold: isTold).map { .table($0) }
    }
    if !outcome.objections.isEmpty {
      blocks.append(.list(outcome.objections.map { item($0, isTold: isTold) }))
    }
    let section = Document.Section(outcome.text, blocks, source: outcome.id.description)
    return hides ? section.mappingTexts(veil.over) : section
  }

  /// The strictest rule that held while the room was asked.
  private func rule(of outcome: OutcomeSentence) -> AttributionRule {
    let times = (outcome.asking.map { [$0.began] } ?? []) + outcome.objections.map(\.raised)
    return times.map { session.attribution(at: $0.at) }.reduce(session.plan.attribution, max)
  }

  private func cameTo(_ outcome: OutcomeSentence) -> String {
    if let declared = outcome.declared { return declared.statement.title }
    guard let asking = outcome.asking else {
      guard let voided = outcome.voided else { return "not put to the room" }
      return "what the room said of wording \(voided) is void; these words were not put to it"
    }
    guard asking.ended != nil else { return "still before the room" }
    return (session.outcomes.statement(of: outcome)?.title).map { "\($0), not declared" }
      ?? notRecorded
  }

  private func asked(_ outcome: OutcomeSentence) -> String? {
    guard let asking = outcome.asking else { return nil }
    let began = calendar(asking.began.at).timeText
    guard let ended = asking.ended else { return "\(asking.way.title), from \(began)" }
    let times = "\(asking.way.title), \(began) to \(calendar(ended.at).timeText)"
    return asking.present.map { "\(times), \(count($0, "person", "people")) here" } ?? times
  }

  /// How many gave each answer, and by group where groups are so large that they hide each voice.
  private func answers(_ asking: Asking, isTold: Bool) -> [Document.Table] {
    guard asking.way != .silence, isTold || asking.answers.count >= Self.crowd else { return [] }
    let levels = asking.way.levels
    let all = Document.Table(
      [.text("Answer"), .figures("Voices")],
      rows: levels.map { [$0.title, String(asking.count($0))] })
    let sizes = StakeholderGroup.allCases.map { group in
      asking.answers.count { $0.group == group }
    }
    let told = zip(StakeholderGroup.allCases, sizes).filter { $1 >= Self.crowd }.map(\.0)
    // A rest of one or two would be told by subtraction.
    let rest = asking.answers.count - sizes.filter { $0 >= Self.crowd }.reduce(0, +)
    guard isTold, !told.isEmpty, rest == 0 || rest >= Self.crowd else { return [all] }
    let given = levels.filter { asking.count($0) > 0 }
    var rows = told.map { group in [group.title] + given.map { "\(asking.count($0, of: group))" } }
    if rest > 0 {
      let others = given.map { level in
        "\(asking.count(level) - told.reduce(0) { $0 + asking.count(level, of: $1) })"
      }
      rows.append(["Others"] + others)
    }
    return [all, Document.Table([.text("Group")] + given.map { .figures($0.title) }, rows: rows)]
  }

  private func item(_ objection: Objection, isTold: Bool) -> Document.Item {
    let text = objection.text.isEmpty ? "An objection without a text" : objection.text
    let answer = objection.steps.last?.answer.map { ": \($0)" } ?? ""
    return Document.Item(
      "\(text) (\(objection.state.rawValue)\(answer))",
      speaker: isTold ? objection.group?.title : nil, source: objection.id.description)
  }
}
