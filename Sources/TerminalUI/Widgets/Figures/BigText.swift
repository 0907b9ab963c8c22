/// Words to read from some steps away: capital letters three rows high, of half blocks.
///
/// *Limitations*: knows Latin letters, figures and what ends a sentence; accents are left out.
/// A text with anything else in it cannot be shown so.
public struct BigText: Sendable {
  /// The lines it takes, each a row of pixels for each row of the font.
  private let lines: [[[Bool]]]

  /// How many rows of cells a line takes, the free one below it included.
  public static let rowsOfLine = 3

  /// How many columns of pixels a cell takes: one, or two in narrow letters.
  private let pixelsInCell: Int

  /// `nil` where a sign is not known, where a word is wider than the place, or where there are
  /// more lines than fit.
  public init?(_ text: String, fitting size: Size) {
    self.init(text, pixelsInCell: 1, gap: 3, fitting: size)
  }

  /// The same in letters as high and half as wide.
  public init?(narrow text: String, fitting size: Size) {
    self.init(text, pixelsInCell: 2, gap: 4, fitting: size)
  }

  private init?(_ text: String, pixelsInCell: Int, gap: Int, fitting size: Size) {
    let columns = size.columns * pixelsInCell
    let space = [Bool](repeating: false, count: gap)
    var lines: [[[Bool]]] = []
    var line: [[Bool]]?
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let pixels = Self.pixels(of: word), pixels[0].count <= columns else { return nil }
      if let before = line {
        let joined = zip(before, pixels).map { $0 + space + $1 }
        if joined[0].count <= columns {
          line = joined
          continue
        }
        lines.append(before)
      }
      line = pixels
    }
    if let line { lines.append(line) }
    guard !lines.isEmpty, lines.count * Self.rowsOfLine - 1 <= size.rows else { return nil }
    self.lines = lines
    self.pixelsInCell = pixelsInCell
  }

  public var rows: Int { lines.count * Self.rowsOfLine }

  /// How wide the widest line is.
  public var columns: Int {
    ((lines.map { $0[0].count }.max() ?? 0) + pixelsInCell - 1) / pixelsInCell
  }

  /// Draws it at the top of a rectangle; what it is see-through over stays between its strokes.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, style: Style, isSeeThrough: Bool = false
  ) {
    for (index, pixels) in lines.enumerated() {
      for row in 0..<Self.rowsOfLine {
        let upper = pixels[row * 2]
        let lower = row * 2 + 1 < pixels.count ? pixels[row * 2 + 1] : upper.map { _ in false }
        let text = stride(from: 0, to: upper.count, by: pixelsInCell).map { place in
          let right = min(place + pixelsInCell - 1, upper.count)
          let isEnd = right == upper.count
          return Self.cell(
            upper[place], isEnd ? false : upper[right], lower[place], isEnd ? false : lower[right])
        }
        let start = Point(column: rect.column, row: rect.row + index * Self.rowsOfLine + row)
        guard isSeeThrough else {
          canvas.write(text.joined(), at: start, style: style, clip: rect)
          continue
        }
        for (column, cell) in text.enumerated() where cell != " " {
          canvas.write(
            cell, at: Point(column: start.column + column, row: start.row), style: style, clip: rect
          )
        }
      }
    }
  }

  /// The sign with those quarters.
  private static func cell(
    _ upperLeft: Bool, _ upperRight: Bool, _ lowerLeft: Bool, _ lowerRight: Bool
  ) -> String {
    let places = [upperLeft, upperRight, lowerLeft, lowerRight]
    let index = places.enumerated().reduce(0) { $0 + ($1.element ? 1 << $1.offset : 0) }
    return quarters[index]
  }

  /// By their quarters: upper left 1, upper right 2, lower left 4, lower right 8.
  private static let quarters = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  private static func pixels(of word: Substring) -> [[Bool]]? {
    var rows = [[Bool]](repeating: [], count: 5)
    for character in word {
      guard let glyph = glyph(of: character) else { return nil }
      let bits = glyph.split(separator: "/").map { $0.map { $0 == "x" } }
      for row in rows.indices {
        if !rows[row].isEmpty { rows[row].append(false) }
        rows[row] += bits[row]
      }
    }
    return rows
  }

  private static func glyph(of character: Character) -> String? {
    // An accent is a scalar of its own once the letter is taken apart.
    let plain = character.uppercased().decomposedFirst
    return plain.flatMap { font[$0] }
  }

  private static let font: [Character: String] = [
    "A": ".x./x.x/xxx/x.x/x.x", "B": "xx./x.x/xx./x.x/xx.", "C": ".xx/x../x../x../.xx",
    "D": "xx./x.x/x.x/x.x/xx.", "E": "xxx/x../xx./x../xxx", "F": "xxx/x../xx./x../x..",
    "G": ".xxx/x.../x.xx/x..x/.xxx", "H": "x.x/x.x/xxx/x.x/x.x", "I": "x/x/x/x/x",
    "J": "..x/..x/..x/x.x/.x.", "K": "x.x/x.x/xx./x.x/x.x", "L": "x../x../x../x../xxx",
    "M": "x...x/xx.xx/x.x.x/x...x/x...x", "N": "x..x/xx.x/x.xx/x..x/x..x",
    "O": ".xx./x..x/x..x/x..x/.xx.", "P": "xx./x.x/xx./x../x..",
    "Q": ".xx./x..x/x..x/x.xx/.xxx", "R": "xx./x.x/xx./x.x/x.x", "S": ".xx/x../.x./..x/xx.",
    "T": "xxx/.x./.x./.x./.x.", "U": "x.x/x.x/x.x/x.x/.xx", "V": "x.x/x.x/x.x/x.x/.x.",
    "W": "x...x/x...x/x.x.x/xx.xx/x...x", "X": "x.x/x.x/.x./x.x/x.x",
    "Y": "x.x/x.x/.x./.x./.x.", "Z": "xxx/..x/.x./x../xxx",
    "0": ".x./x.x/x.x/x.x/.x.", "1": ".x./xx./.x./.x./xxx", "2": "xx./..x/.x./x../xxx",
    "3": "xx./..x/.x./..x/xx.", "4": "x.x/x.x/xxx/..x/..x", "5": "xxx/x../xx./..x/xx.",
    "6": ".xx/x../xxx/x.x/xxx", "7": "xxx/..x/.x./.x./.x.", "8": "xxx/x.x/xxx/x.x/xxx",
    "9": "xxx/x.x/xxx/..x/xx.", "?": "xx./..x/.x./.../.x.", "!": "x/x/x/./x",
    ".": "././././x", ",": "../../../.x/x.", ":": "./x/./x/.", ";": "../.x/../.x/x.",
    "-": ".../.../xxx/.../...", "–": ".../.../xxx/.../...", "—": ".../.../xxx/.../...",
    "'": "x/x/././.", "’": "x/x/././.", "‘": "x/x/././.", "\"": "x.x/x.x/.../.../...",
    "“": "x.x/x.x/.../.../...", "”": "x.x/x.x/.../.../...", "/": "..x/..x/.x./x../x..",
    "(": ".x/x./x./x./.x", ")": "x./.x/.x/.x/x.", "&": ".x../x.x./.x../x.xx/.xx.",
    "%": "x.x/..x/.x./x../x.x", "+": ".../.x./xxx/.x./...", "=": ".../xxx/.../xxx/...",
    "#": "x.x/xxx/x.x/xxx/x.x",
  ]
}

extension String {
  /// The letter without its accents.
  fileprivate var decomposedFirst: Character? {
    guard let first, unicodeScalars.count == 1, let scalar = unicodeScalars.first else {
      return first.flatMap { $0.unicodeScalars.first.map { Character($0) } }
    }
    return scalar.plain.map { Character($0) } ?? first
  }
}
