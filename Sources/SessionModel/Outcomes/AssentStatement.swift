/// How far the room agrees, as the session's own words have it; never from a percentage alone.
public enum AssentStatement: Equatable, Sendable, Codable {
  case broadAgreement
  /// Objections were addressed, and not all of them accommodated or withdrawn.
  case roughConsensus(addressed: Int)
  case furtherDiscussion
  case divergence

  public var title: String {
    switch self {
    case .broadAgreement: "broad agreement"
    case .roughConsensus(0): "rough consensus"
    case .roughConsensus(1): "rough consensus with 1 objection addressed"
    case .roughConsensus(let count): "rough consensus with \(count) objections addressed"
    case .furtherDiscussion: "further discussion needed"
    case .divergence: "divergence"
    }
  }

  /// Whether it says that the room agrees.
  public var isAgreement: Bool {
    switch self {
    case .broadAgreement, .roughConsensus: true
    case .furtherDiscussion, .divergence: false
    }
  }
}

extension Outcomes {
  /// What the answers and the ledger of objections come to; `nil` until the room was asked.
  ///
  /// Open objections of two groups or more are a divergence, of one group call for further
  /// discussion, and so does a room without its quorum, or one in which those who let the sentence
  /// stand are no more than those who stand aside, abstain or want to talk on.
  /// Where none is open, those that were addressed make it a rough consensus.
  public func statement(of outcome: OutcomeSentence) -> AssentStatement? {
    guard let asking = outcome.asking, asking.ended != nil else { return nil }
    let open = outcome.open
    guard open.isEmpty else {
      // Whoever gave no group may be of any: all of them together count as one.
      return Set(open.map(\.group)).count > 1 ? .divergence : .furtherDiscussion
    }
    if !hasQuorum(asking) { return .furtherDiscussion }
    if asking.way != .silence {
      let assenting = asking.answers.count(where: \.level.isAssent)
      let others = asking.answers.count { !$0.level.isAssent && !$0.level.isObjection }
      // Whoever objected is in the ledger: what became of that is asked there.
      guard assenting > others else { return .furtherDiscussion }
    }
    let addressed = outcome.objections.count { $0.state == .addressed }
    return addressed > 0 ? .roughConsensus(addressed: addressed) : .broadAgreement
  }

  /// Whether enough have answered; silence is answered by all who are here.
  public func hasQuorum(_ asking: Asking) -> Bool {
    guard let quorum, asking.way != .silence else { return true }
    return quorum.isMet(by: asking.answers.count, of: asking.present ?? 0)
  }
}

extension Asking.Level {
  /// Whether it lets the sentence stand.
  var isAssent: Bool {
    switch self {
    case .support, .liveWith, .endorse, .minorPoint, .reservations, .disagreeButSupport: true
    case .standAside, .object, .abstain, .moreDiscussion, .seriousDisagreement, .veto: false
    }
  }
}
