/// What a host wants to have reported: sections with a title, where each comes from, and how long.
///
/// A form is data: one JSON file, read by `init(parsing:file:)`.
public struct Form: Equatable, Sendable {
  /// The file's name without `.json`: `igf2020`.
  public var name: String
  /// What people call it: `IGF 2020`.
  public var title: String
  public var sections: [Section]

  /// One section as the host's form has it.
  public struct Section: Equatable, Sendable {
    public var title: String
    /// What fills it, in that order.
    public var sources: [Source] = []
    public var limits: [Limit] = []
    public var sections: [Section] = []
    /// Whether it is left out where the record knows nothing for it.
    public var isIfKnown = false
  }

  /// How much a section may hold.
  public struct Limit: Equatable, Sendable {
    public var measure: Measure
    public var most: Int

    /// What is counted.
    public enum Measure: String, Sendable, CaseIterable {
      /// Words of the whole section, its own sections included.
      case words
      /// Words of each paragraph and each statement by itself.
      case wordsEach = "words_each"
      /// Sentences of each paragraph and each statement by itself.
      case sentencesEach = "sentences_each"
      /// Paragraphs and statements.
      case paragraphs
    }
  }
}

/// Why a form cannot be used; its first mistake.
public struct FormProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as the user knows it: `igf.json`.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// What is so, to stand after the line and the file.
  public let fault: String

  public var description: String { "Line \(line) of '\(file)' \(fault)" }
}
