/// What a report says, before anyone settles how it looks.
///
/// Every text is plain: a format escapes what would mean something to it.
public struct Document: Equatable, Sendable {
  public var title: String
  public var sections: [Section]

  public init(title: String, sections: [Section] = []) {
    self.title = title
    self.sections = sections
  }

  /// A heading, what stands below it, and the sections inside it.
  public struct Section: Equatable, Sendable {
    public var heading: String
    public var blocks: [Block]
    public var sections: [Section]

    public init(_ heading: String, _ blocks: [Block] = [], sections: [Section] = []) {
      self.heading = heading
      self.blocks = blocks
      self.sections = sections
    }
  }

  /// One thing below a heading.
  public enum Block: Equatable, Sendable {
    case paragraph(String)
    /// Labels with what is known of each.
    case facts([Fact])
    case list([Item])
    case table(Table)
  }

  /// A label and what is known of it.
  public struct Fact: Equatable, Sendable {
    public var label: String
    public var value: String

    /// What nobody wrote down is said to be so.
    public init(_ label: String, _ value: String?) {
      self.label = label
      self.value = value ?? notRecorded
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

    /// What stands in brackets behind the text; `nil` when nothing does.
    public var origin: String? {
      let parts = [speaker, source].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
  }

  /// Rows below column titles; every row has a cell for each column.
  public struct Table: Equatable, Sendable {
    public var columns: [Column]
    public private(set) var rows: [[String]]

    /// Traps when a row has more or fewer cells than there are columns.
    public init(_ columns: [Column], rows: [[String]]) {
      precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
      self.columns = columns
      self.rows = rows
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
  }
}

/// What a report says where the session does not know.
let notRecorded = "not recorded"
