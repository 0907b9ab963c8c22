/// What is drawn for a grapheme, so that every terminal gives it the same width.
///
/// - A sequence joined by ZWJ is its first emoji; a skin tone is dropped; a flag is its two letters;
///   a keycap is its digit; variation selectors are dropped, the base has its own width.
/// - More than four marks on a character are cut; a mark with nothing below stands on a space.
/// - A control character is `^X`; a tab is four spaces wherever it stands, so that widths add up.
/// - What Unicode has not assigned is U+FFFD; invisible and direction signs are left out.
///
/// The data keeps the original; only what is shown is portable. A grapheme can need several cells of
/// their own, as flags and the conjuncts of Indic scripts do.
///
/// *Limitations*: right-to-left text is drawn in the order it is stored.
public struct Portable: Equatable, Sendable {
  /// Spacing characters with their marks; empty when there is nothing to see.
  public let text: String
  public let columns: Int

  public init(_ character: Character) {
    self.init(String(character))
  }

  /// The portable form of a whole line.
  public init(_ line: String) {
    var text = ""
    var columns = 0
    Piece.each(of: line[...]) { piece in
      text += piece.text
      columns += piece.columns
      return true
    }
    self.text = text
    self.columns = columns
  }
}

/// What one cell (or one pair of cells) shows: a spacing character and its marks.
struct Piece {
  var scalar: Unicode.Scalar
  var marks: [Unicode.Scalar] = []
  var columns: Int

  /// How many marks a cell can hold in curses.
  static let mostMarks = 4

  init(_ scalar: Unicode.Scalar, columns: Int = 1) {
    self.scalar = scalar
    self.columns = columns
  }

  var text: String {
    guard !marks.isEmpty else {
      return scalar.isASCII ? Ascii.strings[Int(scalar.value)] : String(scalar)
    }
    var text = String.UnicodeScalarView()
    text.append(scalar)
    text.append(contentsOf: marks)
    return String(text)
  }

  /// Hands over the pieces of a line, first to last, until told to stop by `false`.
  @inline(__always)
  static func each(of text: Substring, _ body: (Piece) -> Bool) {
    eachGrapheme(of: text) { grapheme, _ in
      switch grapheme {
      case .plain(let piece): body(piece)
      case .composed(let pieces): pieces.allSatisfy(body)
      }
    }
  }

  /// What a grapheme is drawn as.
  enum Grapheme {
    /// One piece, as could be seen without a search for the grapheme's end.
    case plain(Piece)
    case composed([Piece])

    var columns: Int {
      switch self {
      case .plain(let piece): piece.columns
      case .composed(let pieces): pieces.reduce(0) { $0 + $1.columns }
      }
    }
  }

  /// Hands over the graphemes of a line and the number of the byte after each, until told to stop by
  /// `false`.
  @inline(__always)
  static func eachGrapheme(of text: Substring, _ body: (Grapheme, _ end: Int) -> Bool) {
    var bytes = text
    bytes.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let (scalar, length) = decode(bytes, at: start)
        var end = start + length
        if let form = Form(simple: scalar.value),
          end == bytes.count || Form(simple: decode(bytes, at: end).scalar.value) != nil
        {
          guard body(.plain(Piece(scalar, columns: form == .wide ? 2 : 1)), end) else { return }
        } else {
          // A slice begins at a grapheme as it is told; the whole would search backwards for it.
          let rest = text[text.utf8.index(text.startIndex, offsetBy: start)...]
          let grapheme = rest.prefix(1)
          end = start + grapheme.utf8.count
          guard body(.composed(pieces(of: grapheme.unicodeScalars)), end) else { return }
        }
        start = end
      }
    }
  }

  /// The scalar that begins at a byte of valid UTF-8, and how many bytes it has.
  @inline(__always)
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[start])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[start + offset] & 0x3F) }
    let (value, length) =
      switch first {
      case ..<0x80: (first, 1)
      case ..<0xE0: ((first & 0x1F) << 6 | next(1), 2)
      case ..<0xF0: ((first & 0xF) << 12 | next(1) << 6 | next(2), 3)
      default: ((first & 0x7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The pieces of one grapheme; none when nothing of it can be seen.
  static func pieces(of grapheme: Substring.UnicodeScalarView) -> [Piece] {
    var pieces: [Piece] = []
    for scalar in grapheme {
      if scalar == "\u{200D}", let last = pieces.last?.scalar, last.isEmoji { break }
      switch Form(of: scalar) {
      case .narrow:
        pieces.append(Piece(scalar))
      case .wide:
        let isSkinTone = (0x1F3FB...0x1F3FF).contains(scalar.value)
        if isSkinTone && !pieces.isEmpty { continue }
        pieces.append(Piece(scalar, columns: 2))
      case .mark:
        add(mark: scalar, to: &pieces)
      case .regional:
        pieces.append(Piece(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + 0x41)))
      case .tab:
        pieces.append(contentsOf: repeatElement(Piece(" "), count: 4))
      case .control:
        guard scalar.isASCII else {
          pieces.append(Piece("\u{FFFD}"))
          continue
        }
        pieces.append(Piece("^"))
        pieces.append(Piece(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)))
      case .unassigned:
        pieces.append(Piece("\u{FFFD}"))
      case .invisible:
        continue
      }
    }
    return pieces
  }

  private static func add(mark: Unicode.Scalar, to pieces: inout [Piece]) {
    guard let last = pieces.indices.last else {
      var piece = Piece(" ")
      piece.marks = [mark]
      pieces = [piece]
      return
    }
    if let syllable = hangul(pieces[last].scalar, mark) {
      pieces[last].scalar = syllable
    } else if mark == "\u{20E3}", pieces[last].scalar.isASCII {
      // The frame of a keycap.
    } else if pieces[last].marks.count < mostMarks {
      pieces[last].marks.append(mark)
    }
  }

  /// The one scalar that a Hangul syllable and the vowel or final after it make.
  private static func hangul(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    switch (first.value, second.value) {
    case (0x1100..<0x1113, 0x1161..<0x1176):
      Unicode.Scalar(0xAC00 + ((first.value - 0x1100) * 21 + second.value - 0x1161) * 28)
    case (0xAC00..<0xD7A4, 0x11A8..<0x11C3) where (first.value - 0xAC00) % 28 == 0:
      Unicode.Scalar(first.value + second.value - 0x11A7)
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it can begin a sequence of joined emoji; digits and `#` do not count.
  fileprivate var isEmoji: Bool { value > 0xFF && properties.isEmoji }
}
