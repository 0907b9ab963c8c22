/// Statements that participants add, each to be agreed or disagreed with or passed over.
struct Statements: PollRules {
  /// More than that nobody reads.
  static let most = 500

  var title: String { "statements" }

  func form(for choices: [Choice]) -> BallotForm { .statements }

  func check(choices: [Choice]) throws(Refusal) {
    guard choices.count <= Self.most else { throw .tooManyStatements(most: Self.most) }
  }

  /// Statements are numbered: there may be more of them than letters.
  func choices(from texts: [String]) throws(Refusal) -> [Choice] {
    zip(1..., texts).map { Choice(id: String($0), text: $1) }
  }

  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal) {
    guard ballot.marks.values.allSatisfy((-1...1).contains) else { throw .opinionOutOfRange }
  }

  /// Without groups; a session arranges the same in views.
  func tally(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    return StatementTally(papers.choices, whole: papers.ballots, groups: [], valid: valid)
      .tally(blank: blank)
  }
}

/// What somebody says to a statement; raw values are marks on a ballot.
public enum Opinion: Int, Sendable, Codable, CaseIterable, Hashable {
  case agree = 1
  case disagree = -1
  case pass = 0

  public var title: String {
    switch self {
    case .agree: "agree"
    case .disagree: "disagree"
    case .pass: "pass"
    }
  }
}

/// How often a statement was agreed with, disagreed with and passed over.
public struct OpinionCounts: Equatable, Sendable, Codable {
  public var agree = 0
  public var disagree = 0
  public var pass = 0

  public init() {}

  /// How many have said anything to it.
  public var seen: Int { agree + disagree + pass }

  mutating func add(_ mark: Int, times count: Int = 1) {
    switch mark {
    case 1: agree += count
    case -1: disagree += count
    default: pass += count
    }
  }
}
