import SessionModel

extension Telling {
  func sentence(of event: OutcomeEvent) -> String {
    switch event {
    case .added(let id, let text): "Outcome \(id): \(text)"
    case .reworded(let id, let text): "Outcome \(id) now reads: \(text)" + voided(id)
    case .removed(let id): "Outcome \(id) is struck"
    case .put(let id, let way): "Outcome \(id) is put to the room: \(way.title)"
    case .counting(let id): "The slow count for \(id) begins"
    case .answered(let id, let level, let group, let channel, let voice):
      "\(self.voice(voice, group, channel)) on \(id): \(level.title)"
    case .objected(let id, let objection, let text, let group, let channel, _, let voice):
      "\(self.voice(voice, group, channel)) objects to \(id), \(objection)"
        + (text.isEmpty ? "" : ": \(text)")
    case .explained(_, let objection, let text, _): "Objection \(objection): \(text)"
    case .settled(_, let objection, let state, let answer):
      "Objection \(objection) is \(state.rawValue)" + (answer.map { ": \($0)" } ?? "")
    case .ended(let id, _): "No more answers are taken on \(id)"
    case .declared(let id, let statement, nil): "Outcome \(id): \(statement.title)"
    case .declared(let id, let statement, let reason?):
      "Outcome \(id): \(statement.title), declared over open objections: \(reason)"
    case .sent(let id, let destination): sent(id, destination)
    case .quorumSet(let threshold?): "Assent counts when \(threshold) of those here answer"
    case .quorumSet(nil): "Assent counts whoever answers"
    case .invited(let name): "To be invited: \(name)"
    case .uninvited(let name): "No longer to be invited: \(name)"
    }
  }

  private func voice(
    _ voice: Asking.Voice?, _ group: StakeholderGroup?, _ channel: Channel
  ) -> String {
    let place = channel == .online ? " online" : " in the room"
    return switch voice {
    case .person(let id): name(of: id) + place
    case .slip(let half): "The slip \(half)" + place
    case nil: (group?.title ?? "Somebody") + place
    }
  }

  /// What a new wording takes away; the same before the event and after it.
  private func voided(_ id: OutcomeID) -> String {
    guard let outcome = session.outcomes[id] else { return "" }
    let wasAsked = outcome.asking != nil || outcome.voided == outcome.version - 1
    return wasAsked ? "; what was said of the earlier wording is void" : ""
  }

  private func sent(_ id: OutcomeID, _ destination: OutcomeSentence.Destination) -> String {
    let parts = [
      destination.workstream.map { "to \($0)" }, destination.document.map { "in \($0)" },
      destination.by.map { "by \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty
      ? "Outcome \(id) goes nowhere yet" : "Outcome \(id) goes \(parts.joined(separator: ", "))"
  }
}
