/// Figures to read from the back of a room: `1:18`, `-0:35`, `+2:00`.
///
/// Made of digits, colon, plus, minus, point and space; any other character is left out.
public struct BigDigits: Hashable, Sendable {
  /// How large they are.
  public enum Form: Hashable, Sendable {
    /// An ordinary line of text.
    case line
    /// Three rows of half blocks.
    case small
    /// Five rows of blocks, two columns wide, times a scale; from three on a little slimmer.
    case large(scale: Int)
  }

  public var text: String
  public var form: Form

  public init(_ text: String, form: Form = .large(scale: 1)) {
    self.text = text
    self.form = form
  }

  /// The largest form, up to three times the large one, that has room.
  public init(_ text: String, fitting size: Size) {
    let forms: [Form] = [.large(scale: 3), .large(scale: 2), .large(scale: 1), .small]
    let form = forms.first { form in
      let needed = BigDigits(text, form: form).size
      return needed.columns <= size.columns && needed.rows <= size.rows
    }
    self.init(text, form: form ?? .line)
  }

  /// How many cells it takes.
  public var size: Size {
    switch form {
    case .line:
      Size(columns: TextWidth.columns(of: text), rows: 1)
    case .small:
      Size(columns: width(ofPixel: 1), rows: 3)
    case .large(let scale):
      Size(
        columns: width(ofPixel: Self.columns(ofPixel: scale)),
        rows: Self.rowsOfPixels(scale).reduce(0, +))
    }
  }

  /// Draws it at the top of a rectangle; what does not fit is clipped.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, role: Role = "digits",
    align: Alignment = .left
  ) {
    let style = look[role]
    let start = rect.column + align.offset(of: size.columns, in: rect.columns)
    let capabilities = look.capabilities
    if case .large(let scale) = form, scale > 2, capabilities.depth > .none, !capabilities.isASCII {
      return drawBlocks(scale: scale, on: &canvas, in: rect, from: start, style)
    }
    for (row, line) in lines(isASCII: look.capabilities.isASCII).enumerated()
    where row < rect.rows {
      canvas.write(
        line, at: Point(column: start, row: rect.row + row), style: style, clip: rect)
    }
  }

  /// Draws blocks as empty cells turned inside out: where they are so many, a third of the bytes.
  private func drawBlocks(
    scale: Int, on canvas: inout Canvas, in rect: Rect, from start: Int, _ style: Style
  ) {
    var paper = style
    paper.attributes.remove(.bold)
    // No colour changes between the two, so that a terminal is told no numbers of any.
    var ink = paper
    ink.attributes.formSymmetricDifference(.reverse)
    let whole = Rect(column: start, row: rect.row, columns: size.columns, rows: size.rows)
    canvas.fill(whole.intersection(rect), style: paper)
    let wide = Self.columns(ofPixel: scale)
    var top = rect.row
    for (pixels, rows) in zip(pixelRows, Self.rowsOfPixels(scale)) {
      for (column, isInked) in pixels.enumerated() where isInked {
        let pixel = Rect(column: start + column * wide, row: top, columns: wide, rows: rows)
        canvas.fill(pixel.intersection(rect), style: ink)
      }
      top += rows
    }
  }

  /// Twice as many as rows, as a cell is twice as high as wide; the largest are a little narrower.
  private static func columns(ofPixel scale: Int) -> Int { min(5, 2 * max(1, scale)) }

  /// How high each row of pixels is: in the largest figures bars are no thicker than stems.
  private static func rowsOfPixels(_ scale: Int) -> [Int] {
    (0..<5).map { row in
      scale > 2 && row.isMultiple(of: 2) ? scale - 1 : max(1, scale)
    }
  }

  private var glyphs: [Glyph] { text.compactMap { Self.font[$0] } }

  private func width(ofPixel columns: Int) -> Int {
    let pixels = glyphs.reduce(0) { $0 + $1.width } + max(0, glyphs.count - 1)
    return pixels * columns
  }

  private func lines(isASCII: Bool) -> [String] {
    switch form {
    case .line: [text]
    case .small: isASCII ? segmentLines : halfBlockLines
    case .large(let scale): blockLines(scale: max(1, scale), block: isASCII ? "#" : "█")
    }
  }

  /// One line of pixels for each row of the font.
  private var pixelRows: [[Bool]] {
    (0..<5).map { row in
      Array(glyphs.map { $0.pixels[row] }.joined(separator: [false]))
    }
  }

  private func blockLines(scale: Int, block: String) -> [String] {
    zip(pixelRows, Self.rowsOfPixels(scale)).flatMap { row, rows in
      let line = row.map { pixel in
        String(repeating: pixel ? block : " ", count: Self.columns(ofPixel: scale))
      }.joined()
      return repeatElement(line, count: rows)
    }
  }

  private var halfBlockLines: [String] {
    let rows = pixelRows
    let none = rows[0].map { _ in false }
    return stride(from: 0, to: 6, by: 2).map { row in
      zip(rows[row], row + 1 < 5 ? rows[row + 1] : none).map { upper, lower in
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      }.joined()
    }
  }

  /// The same room in the strokes of a pocket calculator.
  private var segmentLines: [String] {
    (0..<3).map { row in glyphs.map { $0.segments[row] }.joined(separator: " ") }
  }
}

extension BigDigits {
  /// One character: five rows of pixels, and three of strokes.
  private struct Glyph {
    var pixels: [[Bool]]
    var segments: [String]
    var width: Int { pixels[0].count }

    init(_ drawing: String, _ segments: String) {
      pixels = drawing.split(separator: "/").map { row in row.map { $0 == "#" } }
      self.segments = segments.split(separator: "/").map(String.init)
    }
  }

  private static let font: [Character: Glyph] = [
    "0": Glyph("###/#.#/#.#/#.#/###", " _ /| |/|_|"),
    "1": Glyph("##./.#./.#./.#./###", "   /  |/  |"),
    "2": Glyph("###/..#/###/#../###", " _ / _|/|_ "),
    "3": Glyph("###/..#/###/..#/###", " _ / _|/ _|"),
    "4": Glyph("#.#/#.#/###/..#/..#", "   /|_|/  |"),
    "5": Glyph("###/#../###/..#/###", " _ /|_ / _|"),
    "6": Glyph("###/#../###/#.#/###", " _ /|_ /|_|"),
    "7": Glyph("###/..#/..#/..#/..#", " _ /  |/  |"),
    "8": Glyph("###/#.#/###/#.#/###", " _ /|_|/|_|"),
    "9": Glyph("###/#.#/###/..#/###", " _ /|_|/ _|"),
    ":": Glyph("./#/./#/.", " /./."),
    ".": Glyph("././././#", " / /."),
    "-": Glyph(".../.../###/.../...", "   / _ /   "),
    "+": Glyph(".../.#./###/.#./...", "   /_|_/ | "),
    " ": Glyph("././././.", " / / "),
  ]
}
