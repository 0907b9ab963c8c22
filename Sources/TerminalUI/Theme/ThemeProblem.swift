/// Why a theme file cannot be used; its first mistake.
public struct ThemeProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name as the user knows it: `dark.json`.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// What is so, to stand after the line and the file: `names the colour 'skyy' …`.
  public let fault: String

  public init(file: String, line: Int, fault: String) {
    self.file = file
    self.line = line
    self.fault = fault
  }

  public var description: String { "Line \(line) of '\(file)' \(fault)" }
}
