/// What a report says, before anyone settles how it looks.
///
/// Every text is plain: a format escapes what would mean something to it.
public struct Document: Equatable, Sendable {
  public var title: String
  /// What kind of document it is: `IGF, 2021 onward`; `nil` where nothing needs to be said.
  public var kind: String?
  public var sections: [Section]

  public init(title: String, kind: String? = nil, sections: [Section] = []) {
    self.title = title
    self.kind = kind
    self.sections = sections
  }

  /// A heading, what stands below it, and the sections inside it.
  public struct Section: Equatable, Sendable {
    public var heading: String
    public var blocks: [Block]
    public var sections: [Section]
    /// The serial name of what it is about: `n3`; `nil` where it is about no one entry.
    public var source: String?

    public init(
      _ heading: String, _ blocks: [Block] = [], sections: [Section] = [], source: String? = nil
    ) {
      self.heading = heading
      self.blocks = blocks
      self.sections = sections
      self.source = source
    }

    /// A statement of several paragraphs: the first is the heading, the others stand below it.
    init(paragraphsOf text: String, _ blocks: [Block], source: String?) {
      let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      self.init(
        lines.first.map(String.init) ?? text,
        lines.dropFirst().map { .paragraph(String($0), source: source) } + blocks, source: source)
    }
  }

  /// One thing below a heading.
  public enum Block: Equatable, Sendable {
    /// Some words, and the entry that they stand on: `e41`, or that of a statement.
    case paragraph(String, source: String? = nil)
    /// Labels with what is known of each.
    case facts([Fact])
    case list([Item])
    case table(Table)
    case chart(Chart)
  }

  /// A label and what is known of it.
  public struct Fact: Equatable, Sendable {
    public var label: String
    public var value: String
    /// The serial name of what it stands on: `n3`.
    public var source: String?

    /// What nobody wrote down is said to be so.
    public init(_ label: String, _ value: String?, source: String? = nil) {
      self.label = label
      self.value = value ?? notRecorded
      self.source = source
    }
  }

  /// One statement of a list, and where it comes from.
  public struct Item: Equatable, Sendable {
    public var text: String
    /// Who said it; `nil` where that is not known or may not be told.
    public var speaker: String?
    /// The serial name of what it stands on: `n3`.
    public var source: String?

    public init(_ text: String, speaker: String? = nil, source: String? = nil) {
      self.text = text
      self.speaker = speaker
      self.source = source
    }
  }

  /// Rows below column titles; every row has a cell for each column.
  public struct Table: Equatable, Sendable {
    public var columns: [Column]
    public private(set) var rows: [[String]]
    /// The serial name of what each row stands on; empty where rows stand on no one entry each.
    public private(set) var sources: [String]

    /// Traps when a row has more or fewer cells than there are columns, or sources are missing.
    public init(_ columns: [Column], rows: [[String]], sources: [String] = []) {
      precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
      precondition(sources.isEmpty || sources.count == rows.count, "a source for each row")
      self.columns = columns
      self.rows = rows
      self.sources = sources
    }

    /// A column's title, and whether figures stand in it: those are aligned on the right.
    public struct Column: Equatable, Sendable {
      public var title: String
      public var isFigures: Bool

      public static func text(_ title: String) -> Column { Column(title: title, isFigures: false) }
      public static func figures(_ title: String) -> Column {
        Column(title: title, isFigures: true)
      }
    }

    /// The same table with the source of each row in a last column, where it has any.
    func tellingSources(_ isTold: Bool) -> Table {
      guard isTold, !sources.isEmpty else { return self }
      return Table(columns + [.text("Id")], rows: zip(rows, sources).map { $0 + [$1] })
    }
  }
}

extension Document {
  /// Amounts to be seen at a glance; what it shows is told in words beside it.
  public struct Chart: Equatable, Sendable {
    public var title: String
    public var shape: Shape

    public init(_ title: String, _ shape: Shape) {
      self.title = title
      self.shape = shape
    }

    public enum Shape: Equatable, Sendable {
      case bars([Bar])
      case timeline(Timeline)
    }

    /// A length beside a label.
    public struct Bar: Equatable, Sendable {
      public var label: String
      public var amount: Int64
      /// What a whole bar is, at least 1.
      public var full: Int64
      /// The amount as it is written: `6:14, 13 %`.
      public var figure: String

      public init(_ label: String, _ amount: Int64, of full: Int64, figure: String) {
        self.label = label
        self.amount = amount
        self.full = max(1, full)
        self.figure = figure
      }
    }

    /// Stretches of time in lanes below each other.
    public struct Timeline: Equatable, Sendable {
      /// How long it is in all, in milliseconds.
      public var length: Int64
      public var lanes: [Lane]
      /// Times of day below it.
      public var ticks: [Tick]

      public init(length: Int64, lanes: [Lane], ticks: [Tick]) {
        self.length = max(1, length)
        self.lanes = lanes
        self.ticks = ticks
      }

      public struct Lane: Equatable, Sendable {
        public var title: String
        public var spans: [Span]

        public init(_ title: String, _ spans: [Span]) {
          self.title = title
          self.spans = spans
        }
      }

      /// A stretch; times in milliseconds from the beginning.
      public struct Span: Equatable, Sendable {
        public var start: Int64
        public var length: Int64
        public var label: String
        /// How it is written: `14:00 to 14:07`.
        public var figure: String

        public init(start: Int64, length: Int64, label: String, figure: String) {
          self.start = start
          self.length = length
          self.label = label
          self.figure = figure
        }
      }

      public struct Tick: Equatable, Sendable {
        public var at: Int64
        public var label: String

        public init(at: Int64, label: String) {
          self.at = at
          self.label = label
        }
      }
    }
  }
}

extension Document {
  /// The same document with every text below its title changed.
  func mappingTexts(_ change: (String) -> String) -> Document {
    Document(title: change(title), kind: kind, sections: sections.map { $0.mappingTexts(change) })
  }
}

extension Document.Section {
  func mappingTexts(_ change: (String) -> String) -> Self {
    Self(
      change(heading), blocks.map { $0.mappingTexts(change) },
      sections: sections.map { $0.mappingTexts(change) }, source: source)
  }
}

extension Document.Block {
  func mappingTexts(_ change: (String) -> String) -> Self {
    switch self {
    case .paragraph(let text, let source): .paragraph(change(text), source: source)
    case .facts(let facts):
      .facts(facts.map { Document.Fact($0.label, change($0.value), source: $0.source) })
    case .list(let items):
      .list(
        items.map {
          Document.Item(change($0.text), speaker: $0.speaker.map(change), source: $0.source)
        })
    case .table(let table):
      .table(
        Document.Table(
          table.columns, rows: table.rows.map { $0.map(change) }, sources: table.sources))
    case .chart(var chart):
      .chart(chart.mapTexts(change))
    }
  }
}

extension Document.Chart {
  fileprivate mutating func mapTexts(_ change: (String) -> String) -> Self {
    switch shape {
    case .bars(let bars):
      shape = .bars(
        bars.map { Bar(change($0.label), $0.amount, of: $0.full, figure: $0.figure) })
    case .timeline(var timeline):
      for lane in timeline.lanes.indices {
        for span in timeline.lanes[lane].spans.indices {
          timeline.lanes[lane].spans[span].label = change(timeline.lanes[lane].spans[span].label)
        }
      }
      shape = .timeline(timeline)
    }
    return self
  }
}

/// What a report says where the session does not know.
let notRecorded = "not recorded"
