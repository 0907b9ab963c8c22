/// A colour as a terminal names it.
public enum Color: Hashable, Sendable {
  /// Whatever the terminal uses when nobody says otherwise.
  case terminal
  /// An index into the terminal's palette: 0-7, 0-15 or 0-255, as its depth allows.
  case index(UInt8)
  /// Red, green and blue; for terminals with direct colour, which are given nothing else.
  case rgb(UInt8, UInt8, UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public init(
    foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = Style()
}

/// What a terminal can do to text beside colour; blinking is left out on purpose.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// One place on the canvas.
///
/// A character of two columns takes two cells: the first holds it and has width 2, the second is
/// empty and has width 0.
public struct Cell: Equatable, Sendable {
  /// The portable form of one grapheme: at most one spacing character and four marks.
  public var text: String
  /// 1 or 2 columns; 0 for the second half of a wide character.
  public var width: UInt8
  public var style: Style

  public init(_ text: String = " ", width: UInt8 = 1, style: Style = .plain) {
    self.text = text
    self.width = width
    self.style = style
  }
}
