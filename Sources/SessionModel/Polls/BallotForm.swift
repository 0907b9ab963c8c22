/// How any front end asks for a ballot, and what stands in the ballot then.
public enum BallotForm: Equatable, Sendable {
  /// Choose between that many and that many; each chosen one is marked 1.
  case pick(min: Int, max: Int)
  /// Choose one step of a scale, which is marked 1; the steps are numbered from `first`.
  case scale(first: Int)
  /// Put at least and at most that many in order; each is marked with its place, the best with 1.
  case rank(min: Int, max: Int)
  /// A grade beside each choice, the choice marked with the grade's number; any may be left out.
  case grade([Grade])
  /// Spend at most that many points, at most that many on one choice, which is marked with them.
  case spend(points: Int, most: Int)
  /// Place each choice on two axes from 1 to `Axis.steps`.
  case place(across: Axis, up: Axis)
  /// One of each two choices; the mark `A/B` is 1 where the first matters more, else 2.
  case compare
  /// Type some words, each of at most that many characters.
  case words(most: Int, characters: Int)
  /// Type one answer, or stand behind answers that others have given.
  case answers(most: Int, characters: Int)
  /// Type a number.
  case number(unit: String?)
  /// Say of each statement whether one agrees (1), disagrees (-1) or passes (0); of any at any
  /// time, the last word counts. Participants may add statements.
  case statements
  /// Nobody votes: the moderator enters what the room shows.
  case entered

  /// One of the grades that a choice can be given.
  public struct Grade: Hashable, Sendable {
    public var number: Int
    public var title: String

    public init(_ number: Int, _ title: String) {
      self.number = number
      self.title = title
    }
  }

  /// What the voter is told: `Choose one`.
  public var instruction: String {
    switch self {
    case .pick(1, 1), .scale: "Choose one"
    case .pick(let min, let max) where min == max: "Choose \(min)"
    case .pick(let min, let max): "Choose \(min) to \(max)"
    case .rank(let min, let max) where min == max: "Put \(min) in order, the best first"
    case .rank(let min, let max): "Put \(min) to \(max) in order, the best first"
    case .grade(let grades):
      "Give each a grade" + (grades.isEmpty ? "" : ": " + Self.range(of: grades))
    case .spend(let points, let most) where most >= points:
      "Spend \(points) points as you like"
    case .spend(let points, let most): "Spend \(points) points, at most \(most) on each"
    case .place: "Place each from 1 to \(Axis.steps), across and up"
    case .compare: "Which of the two matters more?"
    case .words(1, _): "Type a word"
    case .words(let most, _): "Type up to \(most) words or short phrases"
    case .answers: "Type an answer, or choose answers you share"
    case .number(let unit): "Type a number" + (unit.map { " of \($0)" } ?? "")
    case .statements: "Agree, disagree or pass; add a statement of your own"
    case .entered: "The moderator enters what the room shows"
    }
  }

  /// The most characters of a statement that a participant adds.
  public static let longestStatement = Statements.longest

  /// What a ballot without a mark is called on this form.
  public var blankTitle: String {
    switch self {
    case .scale: "Skip"
    default: "I prefer not to say"
    }
  }

  /// What a ballot on this form is made of, unless it is blank.
  var parts: Set<BallotPart> {
    switch self {
    case .pick, .scale, .rank, .grade, .spend, .compare, .statements: [.marks]
    case .place: [.marks, .across]
    case .words, .answers: [.words]
    case .number: [.number]
    case .entered: []
    }
  }

  private static func range(of grades: [Grade]) -> String {
    guard let first = grades.first, let last = grades.last, grades.count > 3 else {
      return grades.map(\.title).joined(separator: ", ")
    }
    return "\(first.title) to \(last.title)"
  }
}

/// One direction in which choices are placed.
public struct Axis: Hashable, Sendable, Codable {
  /// What stands at 1 and at the other end: `cheap`, `dear`.
  public var low: String
  public var high: String

  public static let steps = 9

  public init(low: String, high: String) {
    self.low = low
    self.high = high
  }
}

/// What the moderator may enter for the room, where a method has it.
public enum CountEntry: Equatable, Sendable {
  /// How many hands were up for each choice.
  case hands
  /// How strong each choice was, the name of 0 first.
  case levels([String])
}
