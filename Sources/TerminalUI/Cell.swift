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
  // Numbers and no string: a canvas of twelve thousand cells is made, compared and forgotten with
  // every key, and what needs no counting of references costs a tenth.
  private var base: UInt32
  private var marks = Marks()
  /// 1 or 2 columns; 0 for the second half of a wide character.
  public var width: UInt8
  public var style: Style

  private struct Marks: Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0
    var third: UInt32 = 0
    var fourth: UInt32 = 0
  }

  /// Holds the portable form of one grapheme: what is more than one spacing character and four
  /// marks is left out.
  public init(_ text: String = " ", width: UInt8 = 1, style: Style = .plain) {
    self.init(scalar: nil, width: width, style: style)
    for (place, scalar) in text.unicodeScalars.prefix(5).enumerated() { put(scalar, at: place) }
  }

  /// Holds one spacing character, or nothing.
  public init(scalar: Unicode.Scalar?, width: UInt8 = 1, style: Style = .plain) {
    base = scalar?.value ?? 0
    self.width = width
    self.style = style
  }

  init(_ piece: Piece, style: Style) {
    self.init(scalar: piece.scalar, width: UInt8(clamping: piece.columns), style: style)
    for (place, mark) in piece.marks.prefix(4).enumerated() { put(mark, at: place + 1) }
  }

  private mutating func put(_ scalar: Unicode.Scalar, at place: Int) {
    switch place {
    case 0: base = scalar.value
    case 1: marks.first = scalar.value
    case 2: marks.second = scalar.value
    case 3: marks.third = scalar.value
    default: marks.fourth = scalar.value
    }
  }

  /// The spacing character; `nil` in the second half of a wide one.
  public var scalar: Unicode.Scalar? { base == 0 ? nil : Unicode.Scalar(base) }

  public var hasMarks: Bool { marks.first != 0 }

  /// The spacing character and the marks on it.
  public var scalars: [Unicode.Scalar] {
    [base, marks.first, marks.second, marks.third, marks.fourth].prefix { $0 != 0 }
      .compactMap(Unicode.Scalar.init)
  }

  public var text: String {
    guard let scalar else { return "" }
    guard hasMarks else { return String(scalar) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
