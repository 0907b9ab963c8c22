/// How a poll is answered and counted; one file under Methods/ for each.
public enum PollMethod: Equatable, Sendable, Codable {
  case yesNoAbstain
  case oneChoice
  case severalChoices(min: Int, max: Int)
  case scale(first: Int)
  case points(total: Int, most: Int?)
  case twoAxes(across: Axis, up: Axis)
  case words(max: Int)
  case openAnswers(max: Int)
  case quiz(right: [Choice.ID])
  case estimate(unit: String?)
  case hum
  case pulse
  /// At least and at most so many places; how many are to be found.
  case ranking(min: Int?, max: Int?, seats: Int?)
  case scores(best: Int)
  case pairwise
  case statements

  /// What a line calls them.
  public enum Name: String, Sendable, CaseIterable {
    case yesNoAbstain = "yes_no_abstain"
    case oneChoice = "one_choice"
    case severalChoices = "several_choices"
    case scale, points
    case twoAxes = "two_axes"
    case words
    case openAnswers = "open_answers"
    case quiz, estimate, hum, pulse
    case ranking, scores, pairwise, statements
  }

  public var name: Name {
    switch self {
    case .yesNoAbstain: .yesNoAbstain
    case .oneChoice: .oneChoice
    case .severalChoices: .severalChoices
    case .scale: .scale
    case .points: .points
    case .twoAxes: .twoAxes
    case .words: .words
    case .openAnswers: .openAnswers
    case .quiz: .quiz
    case .estimate: .estimate
    case .hum: .hum
    case .pulse: .pulse
    case .ranking: .ranking
    case .scores: .scores
    case .pairwise: .pairwise
    case .statements: .statements
    }
  }

  /// A method by its name, with what was said of it; a poll of that many choices fills in the rest.
  public init(_ name: Name, _ said: MethodSettings = MethodSettings(), choices: Int) {
    self =
      switch name {
      case .yesNoAbstain: .yesNoAbstain
      case .oneChoice: .oneChoice
      case .severalChoices:
        .severalChoices(min: said.min ?? 1, max: said.max ?? Swift.max(1, choices))
      case .scale: .scale(first: said.first ?? 1)
      case .points: .points(total: said.points ?? 100, most: said.most)
      case .twoAxes:
        .twoAxes(
          across: Axis(low: said.left ?? "little effort", high: said.right ?? "much effort"),
          up: Axis(low: said.bottom ?? "little effect", high: said.top ?? "much effect"))
      case .words: .words(max: said.max ?? 3)
      case .openAnswers: .openAnswers(max: said.max ?? 5)
      case .quiz: .quiz(right: said.answer ?? [])
      case .estimate: .estimate(unit: said.unit)
      case .hum: .hum
      case .pulse: .pulse
      case .ranking: .ranking(min: said.min, max: said.max, seats: said.seats)
      case .scores: .scores(best: said.best ?? 5)
      case .pairwise: .pairwise
      case .statements: .statements
      }
  }

  /// What is set of it; with these and its name it is made again.
  public var settings: MethodSettings {
    var settings = MethodSettings()
    switch self {
    case .yesNoAbstain, .oneChoice, .hum, .pulse, .pairwise, .statements: break
    case .severalChoices(let min, let max):
      settings.min = min
      settings.max = max
    case .scale(let first): settings.first = first
    case .points(let total, let most):
      settings.points = total
      settings.most = most
    case .twoAxes(let across, let up):
      settings.left = across.low
      settings.right = across.high
      settings.bottom = up.low
      settings.top = up.high
    case .words(let max), .openAnswers(let max): settings.max = max
    case .quiz(let right): settings.answer = right.isEmpty ? nil : right
    case .estimate(let unit): settings.unit = unit
    case .ranking(let min, let max, let seats):
      settings.min = min
      settings.max = max
      settings.seats = seats
    case .scores(let best): settings.best = best
    }
    return settings
  }

  /// The rules of the method.
  var rules: any PollRules {
    switch self {
    case .yesNoAbstain: YesNoAbstain()
    case .oneChoice: OneChoice()
    case .severalChoices(let min, let max): SeveralChoices(min: min, max: max)
    case .scale(let first): Scale(first: first)
    case .points(let total, let most): Points(total: total, most: most)
    case .twoAxes(let across, let up): TwoAxes(across: across, up: up)
    case .words(let max): Words(max: max)
    case .openAnswers(let max): OpenAnswers(max: max)
    case .quiz(let right): Quiz(right: right)
    case .estimate(let unit): Estimate(unit: unit)
    case .hum: Hum()
    case .pulse: Pulse()
    case .ranking(let min, let max, let seats): Ranking(min: min, max: max, seats: seats)
    case .scores(let best): Scores(best: best)
    case .pairwise: Pairwise()
    case .statements: Statements()
    }
  }

  /// What reports call it.
  public var title: String { rules.title }
}

extension PollMethod.Name {
  /// What can be set of it, by the names that a line gives that.
  public var settings: [String] {
    switch self {
    case .yesNoAbstain, .oneChoice, .hum, .pulse, .pairwise, .statements: []
    case .severalChoices: ["min", "max"]
    case .scale: ["first"]
    case .points: ["points", "most"]
    case .twoAxes: ["left", "right", "bottom", "top"]
    case .words, .openAnswers: ["max"]
    case .quiz: ["answer"]
    case .estimate: ["unit"]
    case .ranking: ["min", "max", "seats"]
    case .scores: ["best"]
    }
  }

  /// What it offers where nobody names choices; empty where they must be named, or none may.
  public var standardChoices: [String] { PollMethod(self, choices: 0).rules.standardChoices }

  /// Whether the moderator names choices, and may do without: statements can all come from the room.
  public var choices: Naming {
    switch self {
    case .yesNoAbstain, .words, .openAnswers, .estimate: .fixed
    case .statements: .free
    case .scale, .hum, .pulse: .standard
    case .oneChoice, .severalChoices, .points, .twoAxes, .quiz, .ranking, .scores, .pairwise:
      .wanted
    }
  }

  /// What a moderator says of the choices.
  public enum Naming: Sendable {
    /// Nothing: they are always the same, or answers are typed.
    case fixed
    /// Some must be named.
    case wanted
    /// Some are there unless others are named.
    case standard
    /// Some may be named, and voters add more.
    case free
  }
}

/// What can be set of methods; each knows some of it.
public struct MethodSettings: Equatable, Sendable {
  /// How many may be chosen, ranked or typed.
  public var min: Int?
  public var max: Int?
  /// The number of a scale's first step.
  public var first: Int?
  /// How many points there are to spend, and how many at most on one choice.
  public var points: Int?
  public var most: Int?
  /// The ends of two axes.
  public var left: String?
  public var right: String?
  public var bottom: String?
  public var top: String?
  /// The right answers of a quiz.
  public var answer: [Choice.ID]?
  /// What an estimate counts.
  public var unit: String?
  /// How many a ranking is to find.
  public var seats: Int?
  /// The best score.
  public var best: Int?

  public init() {}

  /// What is set, by the name that a line gives it.
  public var names: [String] {
    let all: [(String, Bool)] = [
      ("min", min != nil), ("max", max != nil), ("first", first != nil), ("points", points != nil),
      ("most", most != nil), ("left", left != nil), ("right", right != nil),
      ("bottom", bottom != nil), ("top", top != nil), ("answer", answer != nil),
      ("unit", unit != nil), ("seats", seats != nil), ("best", best != nil),
    ]
    return all.filter(\.1).map(\.0)
  }
}

/// What a method says: how it is asked, which ballots stand, what is shown.
protocol PollRules: Sendable {
  var title: String { get }

  /// What is offered when nobody names choices; empty where choices must be named.
  var standardChoices: [String] { get }

  /// What the moderator may enter for the room; `nil` where only ballots count.
  var entry: CountEntry? { get }

  func form(for choices: [Choice]) -> BallotForm

  /// Refuses choices that the method cannot be asked with.
  func check(choices: [Choice]) throws(Refusal)

  /// The choices that texts become, in their order.
  func choices(from texts: [String]) throws(Refusal) -> [Choice]

  /// What may be marked on a ballot: mostly the choices.
  func markable(of choices: [Choice]) -> [Choice.ID]

  /// Refuses a ballot that does not stand; a blank one always stands.
  ///
  /// What is marked may be marked: that was looked at before.
  func check(_ ballot: Ballot, choices: [Choice]) throws(Refusal)

  func tally(_ papers: Papers) -> Tally
}

extension PollRules {
  var standardChoices: [String] { [] }
  var entry: CountEntry? { nil }

  func choices(from texts: [String]) throws(Refusal) -> [Choice] {
    guard texts.count <= Choice.letters.count else { throw .tooManyChoices(texts.count) }
    return Choice.lettered(texts)
  }

  func markable(of choices: [Choice]) -> [Choice.ID] { choices.map(\.id) }
}

/// What a count is made from.
struct Papers {
  var choices: [Choice]
  var ballots: [BallotBox.Counted]
  /// What the moderator entered for the room.
  var entered: [Choice.ID: Int] = [:]
  /// Whether the poll takes no more ballots.
  var isFinal = false
  /// What a lot that settles ties is drawn from.
  var seed: UInt64 = 0

  /// Ballots that say something, and those that do not.
  var turnout: (valid: Int, blank: Int) {
    var blank = 0
    var total = 0
    for paper in ballots {
      total += paper.count
      if paper.ballot.isBlank { blank += paper.count }
    }
    return (total - blank, blank)
  }

  /// The sum of a figure over all ballots.
  func sum(_ figure: (Ballot) -> Int) -> Int {
    ballots.reduce(0) { $0 + figure($1.ballot) * $1.count }
  }
}

extension Poll {
  public var form: BallotForm { method.rules.form(for: choices) }

  /// What the moderator may enter for the room; `nil` where only ballots count.
  public var entry: CountEntry? { method.rules.entry }

  /// Counts the ballots that may be seen now; `nil` while the box is closed to this process.
  ///
  /// `box` is the ballot box as the store read it; only an anonymous poll can be counted by it.
  public func tally(box: BallotBox? = nil) -> Tally? {
    papers(box: box).map(method.rules.tally)
  }

  /// What may be counted now; `nil` while the box is closed to this process.
  func papers(box: BallotBox? = nil) -> Papers? {
    let ballots: [BallotBox.Counted]
    switch secrecy {
    case .public:
      ballots = named.values.map { BallotBox.Counted(ballot: $0, count: 1) }
    case .coded:
      ballots = (coded ?? [:]).values.map { BallotBox.Counted(ballot: $0, count: 1) }
    case .sealed:
      guard let counted else { return nil }
      ballots = counted.ballots
    case .anonymous:
      guard let contents = counted ?? box else { return nil }
      ballots = contents.ballots
    }
    return Papers(
      choices: choices, ballots: ballots, entered: entered ?? [:], isFinal: state == .closed,
      seed: UInt64(id.number))
  }
}

extension Session {
  /// Counts what of a poll may be seen now, beside the round before it where there is one; `nil`
  /// while its box is closed to this process.
  public func tally(of poll: Poll) -> Tally? {
    guard var tally = plainTally(of: poll) else { return nil }
    compare(&tally, of: poll)
    tally.tables += tablesApart(of: poll, counted: tally)
    if let sentence = poll.whyNotApart { tally.remarks.append(sentence) }
    return tally
  }

  /// The ballots of a closed ranking, ready to be counted; `nil` where it is none.
  public func election(of poll: Poll) -> RankedElection? {
    guard case .ranking(_, _, let seats) = poll.method, let papers = poll.papers() else {
      return nil
    }
    var election = papers.election(seats: seats ?? 1)
    election.title = poll.text
    return election
  }

  func plainTally(of poll: Poll) -> Tally? {
    // An empty box needs no reading.
    let box = boxes[poll.id] ?? (poll.turnout == 0 ? BallotBox() : nil)
    guard let papers = poll.papers(box: box) else { return nil }
    var tally =
      poll.method == .statements
      ? statementTally(of: poll, papers) : poll.method.rules.tally(papers)
    measure(&tally, of: poll)
    if poll.isCloud == true, tally.shape == .words { tally.shape = .cloud }
    return tally
  }
}
