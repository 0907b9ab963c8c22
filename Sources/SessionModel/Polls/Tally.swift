/// Counted ballots, ready for any front end to show.
///
/// Whoever knows nothing of shapes can show the rows, the remarks and the tables, and is right.
public struct Tally: Equatable, Sendable {
  /// What was counted, in the order in which it is to be shown.
  public var rows: [Row]
  /// Ballots that say something: what shares are of.
  public var valid: Int
  public var blank: Int
  /// How the rows are best drawn.
  public var shape = Shape.bars
  /// What else there is to say, the weightiest first: `median 4`; no full stop.
  public var remarks: [String] = []
  /// Rounds of a count, pairs, the shift between two rounds.
  public var tables: [Table] = []
  /// Whether a row's share is of the ballots, and not of points, scores, pairs or marks.
  public var isOfBallots = true
  /// What shares are of, and how many those are; `nil` where they are of no ballots.
  public var base = ShareBase.valid
  public var whole: Int?

  public init(rows: [Row], valid: Int, blank: Int) {
    self.rows = rows
    self.valid = valid
    self.blank = blank
  }

  public var turnout: Int { valid + blank }

  /// The largest count of all rows.
  public var most: Int { rows.map(\.count).max() ?? 0 }

  /// One thing that was counted.
  public struct Row: Equatable, Sendable {
    /// The letter of a choice, the number of a step; may be empty.
    public var sign: String
    public var label: String
    /// What is counted, however it is shown: the same in the count of a group and of all.
    public var subject: String
    /// What the bar is as long as; never negative.
    public var count: Int
    /// What a whole bar is, at least 1.
    public var full: Int
    /// In how many parts of a ballot `count` and `full` are told; 1 where they are whole ballots.
    public var parts = 1
    /// The count as it is written, exact: `13`, `7/2`, `strong`.
    public var figure: String
    /// Whether `count` of `full` is a share that per cent tell.
    public var isShare = true
    /// Whether it stands out: the right answer of a quiz, whoever a count elects.
    public var isMarked = false
    /// What it was in the round before; `nil` where the poll is asked for the first time.
    public var before: Earlier?

    public init(
      sign: String = "", label: String, subject: String? = nil, count: Int, of full: Int,
      figure: String? = nil
    ) {
      self.sign = sign
      self.label = label
      self.subject = subject ?? (sign.isEmpty ? label : sign)
      self.count = count
      self.full = max(1, full)
      self.figure = figure ?? String(count)
    }

    public init(_ choice: Choice, count: Int, of full: Int, figure: String? = nil) {
      self.init(sign: choice.id, label: choice.text, count: count, of: full, figure: figure)
    }

    /// Rounded half up; `nil` where the count is no share of anything.
    public var percent: Int? { isShare ? (count * 200 + full) / (2 * full) : nil }

    /// From 0 to 1, for the length of a bar.
    public var share: Double { Double(count) / Double(full) }
  }

  /// What a row was in the round before.
  public struct Earlier: Equatable, Sendable {
    public var count: Int
    /// What a whole bar was, at least 1.
    public var full: Int
    public var figure: String

    /// From 0 to 1, for the length of a bar.
    public var share: Double { Double(count) / Double(full) }

    /// Rounded half up.
    public var percent: Int { (count * 200 + full) / (2 * full) }
  }

  /// How rows are best drawn; what a shape carries is only what the rows cannot say.
  public enum Shape: Equatable, Sendable {
    /// Bars under one another.
    case bars
    /// The steps of a scale in their order: how they are spread first, then the middle.
    case histogram(Middle)
    /// Words, the one said most often first.
    case words
    /// The same, to be shown the larger the more often they were said.
    case cloud
    /// Sentences, the one most stand behind first.
    case answers
    /// Dots on two axes; the rows say where each choice stands on average.
    case plane(Plane)
    /// Numbers on a line; a row for each.
    case spread(Spread)
    /// Steps without a number behind them: none, weak, strong; a row's figure names the step.
    case levels
    /// Statements under the headings of views, each with how it was marked.
    case statements([StatementView])
  }

  /// Where the middle of a scale is, on the numbers of its steps.
  public struct Middle: Equatable, Sendable {
    public var median: Ratio
    public var mean: Ratio
    /// The number of the first step.
    public var first: Int

    public init(median: Ratio, mean: Ratio, first: Int) {
      self.median = median
      self.mean = mean
      self.first = first
    }
  }

  /// Choices on two axes.
  public struct Plane: Equatable, Sendable {
    public var across: Axis
    public var up: Axis
    public var dots: [Dot]
    public var means: [Mean]

    /// Where some ballots place a choice.
    public struct Dot: Equatable, Sendable {
      public var sign: String
      public var across: Int
      public var up: Int
      public var count: Int
    }

    /// Where a choice stands on average.
    public struct Mean: Equatable, Sendable {
      public var sign: String
      public var across: Ratio
      public var up: Ratio
    }
  }

  /// Numbers, from the least to the greatest; the quartiles as Tukey takes them.
  public struct Spread: Equatable, Sendable {
    public var least: Ratio
    public var lower: Ratio
    public var median: Ratio
    public var upper: Ratio
    public var greatest: Ratio
    /// Each number that was said, and by how many.
    public var values: [Value]
    public var unit: String?

    public struct Value: Equatable, Sendable {
      public var amount: Amount
      public var count: Int
    }
  }

  /// Statements that belong together: those on which the groups agree.
  public struct StatementView: Equatable, Sendable {
    public var title: String
    public var statements: [Statement]

    public init(title: String, statements: [Statement]) {
      self.title = title
      self.statements = statements
    }

    public struct Statement: Equatable, Sendable {
      public var sign: String
      public var text: String
      public var agree: Int
      public var disagree: Int
      public var pass: Int
      /// What each group says, in short: `CSO`, agree, disagree and pass.
      public var groups: [Group]

      public init(
        sign: String, text: String, agree: Int, disagree: Int, pass: Int, groups: [Group] = []
      ) {
        self.sign = sign
        self.text = text
        self.agree = agree
        self.disagree = disagree
        self.pass = pass
        self.groups = groups
      }

      public struct Group: Equatable, Sendable {
        public var title: String
        public var agree: Int
        public var disagree: Int
        public var pass: Int

        public init(title: String, agree: Int, disagree: Int, pass: Int) {
          self.title = title
          self.agree = agree
          self.disagree = disagree
          self.pass = pass
        }
      }
    }
  }

  /// Figures in rows and columns, each with a name.
  public struct Table: Equatable, Sendable {
    public var title: String
    /// The names of the columns, without the one that names the rows.
    public var columns: [String]
    /// The same in short, for narrow places; `nil` where there is nothing shorter.
    public var shortColumns: [String]?
    public var rows: [Row]
    /// A sentence below; may be empty.
    public var remark = ""

    public init(title: String, columns: [String], rows: [Row], remark: String = "") {
      self.title = title
      self.columns = columns
      self.rows = rows
      self.remark = remark
    }

    public struct Row: Equatable, Sendable {
      public var title: String
      /// One a column; empty text where there is nothing.
      public var cells: [Cell]

      public init(_ title: String, _ cells: [Cell]) {
        self.title = title
        self.cells = cells
      }
    }

    public struct Cell: Equatable, Sendable, ExpressibleByStringLiteral {
      public var text: String
      public var tone = Tone.plain

      public init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
      }

      public init(stringLiteral text: String) {
        self.init(text)
      }
    }

    /// What a cell is to the reader.
    public enum Tone: Equatable, Sendable {
      case plain, strong, quiet, good, bad
    }
  }
}

extension Tally {
  /// Counts marks choice by choice.
  static func ofMarks(_ papers: Papers) -> Tally {
    let (valid, blank) = papers.turnout
    let rows = papers.choices.map { choice in
      Row(choice, count: papers.sum { $0.marks[choice.id] == nil ? 0 : 1 }, of: valid)
    }
    return Tally(rows: rows, valid: valid, blank: blank)
  }
}
