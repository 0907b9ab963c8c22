import SessionModel

extension Telling {
  func sentence(of event: BreakoutEvent) -> String {
    switch event {
    case .divided(let groups, _, _):
      "Divided into \(groups.count.of("group")) of \(sizes(groups))"
    case .moved(let person, nil): "\(name(of: person)) is in no group"
    case .moved(let person, let group?): "\(name(of: person)) is in \(title(of: group))"
    case .changed(let id, let details): told(details, of: id)
    case .begun(let seconds): "The groups are at work; they have \(seconds.clock)"
    case .extended(let group, let seconds):
      "\(group.map(title) ?? "Every group") gets \(abs(seconds).clock) "
        + (seconds < 0 ? "less" : "more")
    case .recalled: "The groups are called back"
    case .signalled(let signal): "Called \(address(of: signal)): \(signal.words)"
    case .heard(let signal): heard(signal)
    case .merged(let id, let returned):
      "\(title(of: id)) brings back \((returned.notes?.count ?? 0).of("note")) and "
        + (returned.polls?.count ?? 0).of("poll")
        + (returned.outcomes.map { " and \($0.count.of("outcome"))" } ?? "")
    case .dissolved: "There are no breakout groups any more"
    }
  }

  private func title(of id: BreakoutID) -> String {
    guard let group = session.breakouts.known(id) else { return "Group \(id)" }
    return group.tag == nil ? group.title : "\(group.title) of an earlier division"
  }

  private func sizes(_ groups: [BreakoutMembers]) -> String {
    let sizes = Set(groups.map(\.people.count)).sorted()
    guard let least = sizes.first, let most = sizes.last else { return "nobody" }
    return least == most ? "\(most)" : "\(least) to \(most)"
  }

  private func told(_ details: BreakoutDetails, of id: BreakoutID) -> String {
    let parts = [
      details.title.map { "is called '\($0)'" }, details.chair.map { "\(name(of: $0)) chairs" },
      details.rapporteur.map { "\(name(of: $0)) writes" },
      details.question.map { "talks about \(heading(of: $0))" },
      details.room.map { "meets in \($0)" },
    ].compactMap(\.self)
    return "\(title(of: id)): \(parts.joined(separator: ", "))"
  }

  private func address(of signal: BreakoutSignal) -> String {
    if signal.from != nil { return "to the plenary" }
    return signal.to.map { "to \(title(of: $0))" } ?? "to every group"
  }

  private func heard(_ signal: BreakoutSignal) -> String {
    guard let from = signal.from else { return "The plenary calls: \(signal.words)" }
    return "\(title(of: from)) " + (signal.kind == .help ? "" : "calls: ") + signal.words
  }
}
