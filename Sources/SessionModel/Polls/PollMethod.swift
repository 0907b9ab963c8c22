/// How a poll is answered and counted; one file under Methods/ for each.
public enum PollMethod: Equatable, Sendable, Codable {
  case yesNoAbstain
  case oneChoice
  case severalChoices(min: Int, max: Int)

  /// The rules of the method.
  var rules: any PollRules {
    switch self {
    case .yesNoAbstain: YesNoAbstain()
    case .oneChoice: OneChoice()
    case .severalChoices(let min, let max): SeveralChoices(min: min, max: max)
    }
  }

  /// What reports call it.
  public var title: String { rules.title }
}

/// What a method says: how it is asked, which ballots stand, what is shown.
protocol PollRules: Sendable {
  var title: String { get }

  /// What is offered when nobody names choices; empty where choices must be named.
  var standardChoices: [String] { get }

  func form(for choices: [Choice]) -> BallotForm

  /// Refuses choices that the method cannot be asked with.
  func check(choices: [Choice]) throws(Refusal)

  /// Refuses a ballot that does not stand; a blank one always stands.
  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal)

  func tally(_ ballots: [BallotBox.Counted], choices: [Choice]) -> Tally
}

/// How any front end asks for a ballot.
public enum BallotForm: Equatable, Sendable {
  /// Choose between that many and that many.
  case pick(min: Int, max: Int)

  /// What the voter is told: `Choose one`.
  public var instruction: String {
    switch self {
    case .pick(1, 1): "Choose one"
    case .pick(let min, let max) where min == max: "Choose \(min)"
    case .pick(let min, let max): "Choose \(min) to \(max)"
    }
  }
}

/// Counted ballots, ready for any front end to show.
public struct Tally: Equatable, Sendable {
  /// One row a choice, in the order the poll offers them.
  public var rows: [Row]
  /// Ballots with at least one mark: what shares are of.
  public var valid: Int
  public var blank: Int

  public struct Row: Equatable, Sendable {
    public var choice: Choice
    public var count: Int
  }

  public var turnout: Int { valid + blank }

  /// The largest count of all rows.
  public var most: Int { rows.map(\.count).max() ?? 0 }

  /// Per cent of the valid ballots, rounded half up; 0 where there are none.
  public func percent(of row: Row) -> Int {
    valid == 0 ? 0 : (row.count * 200 + valid) / (2 * valid)
  }

  /// Counts marks choice by choice.
  static func ofMarks(_ ballots: [BallotBox.Counted], choices: [Choice]) -> Tally {
    let blank = ballots.reduce(0) { $0 + ($1.ballot.isBlank ? $1.count : 0) }
    let total = ballots.reduce(0) { $0 + $1.count }
    let rows = choices.map { choice in
      Row(
        choice: choice,
        count: ballots.reduce(0) { $0 + ($1.ballot.marks[choice.id] == nil ? 0 : $1.count) })
    }
    return Tally(rows: rows, valid: total - blank, blank: blank)
  }
}

extension Poll {
  public var form: BallotForm { method.rules.form(for: choices) }

  /// Counts the ballots that may be seen now; `nil` while the box is closed to this process.
  ///
  /// `box` is the ballot box as the store read it; a public poll needs none.
  public func tally(box: BallotBox? = nil) -> Tally? {
    let ballots: [BallotBox.Counted]
    switch secrecy {
    case .public:
      ballots = named.values.map { BallotBox.Counted(ballot: $0, count: 1) }
    case .anonymous:
      guard let contents = counted ?? box else { return nil }
      ballots = contents.ballots
    }
    return method.rules.tally(ballots, choices: choices)
  }
}
