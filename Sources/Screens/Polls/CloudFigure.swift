import SessionModel
import TerminalUI

/// Words, the larger and brighter the more people said them, the weightiest in the middle.
///
/// The same counts always give the same picture: words stand in the order of the tally, line by
/// line from the middle outwards. How many said the first few stands below in figures.
struct CloudFigure {
  private let figure: TallyFigure

  init(_ figure: TallyFigure) {
    self.figure = figure
  }

  private enum Weight {
    /// Three rows high, where the font has the letters.
    case big(BigText)
    case strong, plain, quiet
  }

  private struct Word {
    var text: String
    var weight: Weight
    /// Its place among all, for its colour.
    var place: Int

    var columns: Int {
      if case .big(let text) = weight { text.columns } else { TextWidth.columns(of: text) }
    }
  }

  private struct Line {
    var words: [Word] = []

    var rows: Int {
      words.contains { if case .big = $0.weight { true } else { false } } ? BigText.rowsOfLine : 1
    }

    func columns(gap: Int) -> Int {
      words.reduce(0) { $0 + $1.columns } + max(0, words.count - 1) * gap
    }
  }

  private static let gap = 4
  /// How many words may be written large.
  private static let mostBig = 3

  // MARK: Laying out

  private func words(in columns: Int) -> [Word] {
    figure.tally.rows.enumerated().map { place, row in
      Word(text: row.label, weight: weight(of: row, at: place, in: columns), place: place)
    }
  }

  /// By the share of the word that was said most.
  private func weight(of row: Tally.Row, at place: Int, in columns: Int) -> Weight {
    let most = figure.tally.most
    guard most > 1 else { return .plain }
    if figure.isLarge, !figure.look.capabilities.isASCII, place < Self.mostBig,
      row.count * 2 > most,
      let big = BigText(row.label, fitting: Size(columns: columns, rows: BigText.rowsOfLine))
    {
      return .big(big)
    }
    if row.count * 3 > most { return .strong }
    return most > 3 && row.count * 6 <= most ? .quiet : .plain
  }

  /// The lines in the order they are filled: outer ones hold less, so that it looks round.
  private func lines(in columns: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line()
    for word in words(in: columns) {
      let room = max(12, columns - lines.count * columns / 16)
      var longer = line
      longer.words.append(word)
      let isApart = !line.words.isEmpty && line.rows > 1 && longer.rows != Line(words: [word]).rows
      if !line.words.isEmpty, isApart || longer.columns(gap: Self.gap) > room {
        lines.append(line)
        line = Line(words: [word])
      } else {
        line = longer
      }
    }
    if !line.words.isEmpty { lines.append(line) }
    return lines
  }

  /// How many rows it takes where there is room: a free one between lines, and the figures below.
  func rows(in columns: Int) -> Int {
    let lines = lines(in: columns)
    return lines.reduce(0) { $0 + $1.rows + 1 } + (lines.isEmpty ? 0 : 1)
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let (top, foot) = rect.split(bottom: rect.rows > 2 ? 1 : 0)
    let all = lines(in: rect.columns)
    let loose = all.reduce(-1) { $0 + $1.rows + 1 } <= top.rows ? 1 : 0
    var shown: [Line] = []
    var used = 0
    for line in all {
      let more = line.rows + (shown.isEmpty ? 0 : loose)
      guard used + more <= top.rows else { break }
      used += more
      shown.append(line)
    }
    var row = top.row + (top.rows - used) / 2
    for line in Self.fromTheMiddle(shown) {
      draw(line, on: &canvas, at: row, in: top)
      row += line.rows + loose
    }
    drawFigures(
      hidden: all.dropFirst(shown.count).reduce(0) { $0 + $1.words.count }, on: &canvas, in: foot)
  }

  /// The first in the middle, the next below it, the one after that above it.
  private static func fromTheMiddle(_ lines: [Line]) -> [Line] {
    var ordered: [Line] = []
    for (index, line) in lines.enumerated() {
      if index.isMultiple(of: 2) {
        ordered.insert(line, at: 0)
      } else {
        ordered.append(line)
      }
    }
    return ordered
  }

  private func draw(_ line: Line, on canvas: inout Canvas, at row: Int, in rect: Rect) {
    var column = rect.column + max(0, (rect.columns - line.columns(gap: Self.gap)) / 2)
    for word in line.words {
      let columns = word.columns
      let place = Rect(
        column: column, row: row, columns: min(columns, rect.endColumn - column), rows: line.rows)
      if case .big(let text) = word.weight {
        text.draw(on: &canvas, in: place, style: style(of: word))
      } else {
        canvas.write(
          word.text, in: place.line((line.rows - 1) / 2), style: style(of: word),
          ellipsis: figure.glyphs.ellipsis)
      }
      column += columns + Self.gap
    }
  }

  private func style(of word: Word) -> Style {
    switch word.weight {
    case .big: return figure.look[.series(word.place)]
    case .strong:
      var style = figure.look[.series(word.place)]
      style.attributes.insert(.bold)
      return style
    case .plain: return figure.style("text")
    case .quiet: return figure.style("muted")
    }
  }

  private func drawFigures(hidden: Int, on canvas: inout Canvas, in line: Rect) {
    guard !line.isEmpty else { return }
    let rows = figure.tally.rows.prefix(5)
    let told = rows.map { "\($0.label) \($0.figure)" }
      .joined(separator: " \(figure.glyphs.dot) ")
    canvas.write(
      told + (hidden > 0 ? "   and \(hidden) not shown" : ""), in: line,
      style: figure.style("muted"), align: .center, ellipsis: figure.glyphs.ellipsis)
  }
}
