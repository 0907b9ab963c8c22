import SessionModel

extension Record {
  /// What came in writing and was told to the room: read out, or answered.
  ///
  /// What is hidden stays out, and who wrote what was said under a rule is not told.
  var messages: Content {
    guard session.plan.attribution != .offTheRecord else { return .nothing }
    let told = session.inbox.all.filter { message in
      (message.readOut != nil || message.answer != nil) && !message.isHidden
        && rule(of: message) != .offTheRecord
    }
    return .list(told.map(item))
  }

  /// The strictest rule that held when it came, and when it was told.
  private func rule(of message: Message) -> AttributionRule {
    let times = [message.readOut, message.answer?.at].compactMap(\.self)
    return times.map { session.attribution(at: $0.at) }
      .reduce(max(message.attribution ?? .attributed, session.plan.attribution), max)
  }

  private func item(_ message: Message) -> Document.Item {
    let isTold = rule(of: message) == .attributed
    let told = [
      message.readOut.map { "read out at \(calendar($0.at).clockText)" },
      message.answer.map { answer in
        answer.text.map { "answered: \($0)" } ?? "answered aloud"
      },
    ].compactMap(\.self)
    let text = "\(message.text) (\(told.joined(separator: "; ")))"
    let name = message.person.flatMap(byline) ?? message.name
    return Document.Item(
      isTold ? text : veil.over(text), speaker: isTold ? name : nil,
      source: message.id.description)
  }
}
