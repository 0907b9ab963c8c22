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
  // every key, and what needs no counting of references costs a tenth. All are of one size, so that
  // no byte between them is left to chance and rows can be compared as memory.
  /// The spacing character in the lower 21 bits, the width in the two above, and the attributes in
  /// the highest eight.
  private var base: UInt32
  private var foreground: UInt32
  private var background: UInt32
  private var marks = Marks()

  private struct Marks: Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0
    var third: UInt32 = 0
    var fourth: UInt32 = 0
  }

  private static let scalarBits: UInt32 = 0x1F_FFFF

  /// Holds the portable form of one grapheme: what is more than one spacing character and four
  /// marks is left out.
  public init(_ text: String = " ", width: UInt8 = 1, style: Style = .plain) {
    var scalars = text.unicodeScalars.prefix(5).makeIterator()
    self.init(scalar: scalars.next(), width: width, style: style)
    var place = 1
    while let mark = scalars.next() {
      put(mark, at: place)
      place += 1
    }
  }

  /// Holds one spacing character, or nothing.
  public init(scalar: Unicode.Scalar?, width: UInt8 = 1, style: Style = .plain) {
    base =
      (scalar?.value ?? 0) | UInt32(min(2, width)) << 21 | UInt32(style.attributes.rawValue) << 24
    foreground = style.foreground.packed
    background = style.background.packed
  }

  init(_ piece: Piece, style: Style) {
    self.init(scalar: piece.scalar, width: UInt8(clamping: piece.columns), style: style)
    for (place, mark) in piece.marks.prefix(4).enumerated() { put(mark, at: place + 1) }
  }

  private mutating func put(_ mark: Unicode.Scalar, at place: Int) {
    switch place {
    case 1: marks.first = mark.value
    case 2: marks.second = mark.value
    case 3: marks.third = mark.value
    default: marks.fourth = mark.value
    }
  }

  /// 1 or 2 columns; 0 for the second half of a wide character.
  public var width: UInt8 { UInt8(truncatingIfNeeded: base >> 21 & 3) }

  public var style: Style {
    get {
      Style(
        foreground: Color(packed: foreground), background: Color(packed: background),
        attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: base >> 24)))
    }
    set {
      base = base & 0xFF_FFFF | UInt32(newValue.attributes.rawValue) << 24
      foreground = newValue.foreground.packed
      background = newValue.background.packed
    }
  }

  /// The spacing character; `nil` in the second half of a wide one.
  public var scalar: Unicode.Scalar? {
    let value = base & Self.scalarBits
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  public var hasMarks: Bool { marks.first != 0 }

  /// The spacing character and the marks on it.
  public var scalars: [Unicode.Scalar] {
    [base & Self.scalarBits, marks.first, marks.second, marks.third, marks.fourth].prefix {
      $0 != 0
    }
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

extension Color {
  /// What it is in the highest byte, and its numbers in the others.
  fileprivate var packed: UInt32 {
    switch self {
    case .terminal: 0
    case .index(let index): 1 << 24 | UInt32(index)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }

  fileprivate init(packed: UInt32) {
    func byte(_ place: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: packed >> (8 * place)) }
    switch byte(3) {
    case 0: self = .terminal
    case 1: self = .index(byte(0))
    default: self = .rgb(byte(2), byte(1), byte(0))
    }
  }
}
