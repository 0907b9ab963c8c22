import SessionModel
import TerminalUI

/// How a poll came out, drawn as its shape wants it: bars, steps, words, dots, levels, statements.
struct TallyFigure {
  let tally: Tally
  let look: Look
  /// Whether it is to be read from the back of a room.
  var isLarge = false
  /// Whether the longest bar fills its room, as where bars are short; else what a whole bar is does.
  var fillsRoom = false
  /// Whether all that is said of it stands below, however long that is.
  var saysAll = false
  /// What it stands on: `dialog` on a panel.
  var ground: Role?

  var glyphs: Glyphs { look.glyphs }

  func style(_ role: Role) -> Style {
    ground.map { look.style(role, on: $0) } ?? look[role]
  }

  /// How many rows it takes, remarks and as many tables included as such a place has room for.
  func rows(in columns: Int, within room: Int = .max) -> Int {
    barestRows(in: columns) + tableRows(below(in: columns, within: room), in: columns)
  }

  /// Without any table.
  private func barestRows(in columns: Int) -> Int {
    bodyRows(in: columns) + remarkLines(in: columns, limit: mostRemarks).count
  }

  private var mostRemarks: Int { saysAll ? 60 : isLarge ? 4 : 5 }

  /// The first tables, as far as there is room for them below.
  private func below(in columns: Int, within room: Int) -> [TableFigure] {
    var free = room - comfortableRows(in: columns, within: room)
    let figures = tally.tables.map { TableFigure($0, self) }
    return Array(
      figures.prefix { figure in
        free -= figure.rows(in: columns) + 1
        return free >= 0
      })
  }

  private func tableRows(_ tables: [TableFigure], in columns: Int) -> Int {
    tables.reduce(0) { $0 + 1 + $1.rows(in: columns) }
  }

  /// Draws it from the top of what is left; the rest of that is left then.
  func draw(on canvas: inout Canvas, rest: inout Rect) {
    let below = below(in: rest.columns, within: rest.rows)
    guard below.isEmpty, let first = tally.tables.first else {
      drawFigure(below: tableRows(below, in: rest.columns), on: &canvas, rest: &rest)
      for table in below {
        _ = rest.take(1)
        table.draw(on: &canvas, rest: &rest)
      }
      return
    }
    // Beside the bars there may be room where there is none below.
    let table = TableFigure(first, self)
    var (left, right) = rest.split(left: rest.columns - table.columns - 4, gap: 4)
    guard left.columns >= 40, rest.rows >= table.rows(in: table.columns) else {
      return drawFigure(below: 0, on: &canvas, rest: &rest)
    }
    table.draw(on: &canvas, rest: &right)
    drawFigure(below: 0, on: &canvas, rest: &left)
    let used = min(rest.rows, max(rest.rows - left.rows, rest.rows - right.rows))
    _ = rest.take(used)
  }

  /// Draws the figure and what it says in words, and keeps some rows below free.
  private func drawFigure(below: Int, on canvas: inout Canvas, rest: inout Rect) {
    var remarks = remarkLines(in: rest.columns, limit: mostRemarks)
    var least = bodyRows(in: rest.columns)
    if let far = farRows(in: rest.columns), rest.rows >= far {
      least = far
      // What can be read from afar comes before what is said of it.
      remarks = remarkLines(in: rest.columns, limit: min(mostRemarks, rest.rows - far - below))
    } else if rest.rows < least + remarks.count {
      remarks = remarkLines(in: rest.columns, limit: rest.rows / 4)
    }
    let isAiry =
      isLarge && !remarks.isEmpty && rest.rows > least + remarks.count + below
    let room = rest.split(bottom: below + remarks.count + (isAiry ? 1 : 0)).rest
    drawBody(on: &canvas, in: rest.take(min(room.rows, bodyWanted(in: room))))
    if isAiry { _ = rest.take(1) }
    for line in remarks {
      canvas.write(
        line.text, in: rest.take(1), style: style(line.isFirst ? "strong" : "muted"),
        ellipsis: glyphs.ellipsis)
    }
  }

  /// The remarks in lines; `isFirst` those of the weightiest one.
  private func remarkLines(in columns: Int, limit: Int) -> [(text: String, isFirst: Bool)] {
    // The axes are named where they are drawn, and so is how many statements a view has.
    switch tally.shape {
    case .plane, .statements: return []
    default: break
    }
    var lines: [(text: String, isFirst: Bool)] = []
    for (index, remark) in remarks.enumerated() where lines.count < limit {
      lines += remark.capitalizedStart
        .lines(
          in: columns, limit: min(saysAll ? limit : isLarge ? 2 : 3, limit - lines.count),
          ellipsis: glyphs.ellipsis
        )
        .map { (text: $0, isFirst: index == 0) }
    }
    return lines
  }

  /// What is said below: not what is drawn large above.
  private var remarks: ArraySlice<String> {
    if case .spread = tally.shape, isLarge, canBeLarge { return tally.remarks.dropFirst() }
    return tally.remarks[...]
  }

  // MARK: From the back of a room

  private var canBeLarge: Bool { !look.capabilities.isASCII }

  /// The fewest rows in which it can be read from the back of a room, remarks left out; `nil`
  /// where it cannot.
  func farRows(in columns: Int) -> Int? {
    guard isLarge, canBeLarge, !tally.rows.isEmpty else { return nil }
    switch tally.shape {
    case .bars, .levels:
      let isPoster = shapes(in: columns).first == .poster
      return isPoster ? BarChart(bars, shape: .poster).rows : nil
    case .histogram:
      return !hasRounds && ColumnChart(bars).fits(in: columns) ? ColumnChart.fewestRows : nil
    case .words:
      let few = Array(bars.prefix(Self.fewestLargeWords))
      guard !hasRounds, BarChart.hasRoomForPoster(few, in: columns) else { return nil }
      return BarChart(few, shape: .poster).rows + (bars.count > few.count ? 1 : 0)
    case .spread: return BigText.rowsOfLine + bars.count + 1
    case .plane(let plane): return PlaneFigure(plane, self).farRows(in: columns)
    case .statements(let views): return StatementsFigure(views, self).farRows(in: columns)
    case .answers, .cloud: return nil
    }
  }

  private static let fewestLargeWords = 3

  /// As many rows as make it no easier to read from afar.
  private func farWanted(in columns: Int) -> Int {
    switch tally.shape {
    case .histogram: ColumnChart.mostRows
    case .words: BarChart(Array(bars.prefix(5)), shape: .poster).rows + (bars.count > 5 ? 1 : 0)
    case .statements(let views): StatementsFigure(views, self).rowsOfAll(in: columns)
    case .plane: 2 * PlaneFigure.fewestRows
    case .spread: BigText.rowsOfLine + bars.count + 3
    case .bars, .levels, .answers, .cloud: farRows(in: columns) ?? 0
    }
  }

  /// The same with a line of what is said of it, where something is.
  func farRowsTold(in columns: Int) -> Int? {
    farRows(in: columns).map { $0 + remarkLines(in: columns, limit: 1).count }
  }

  // MARK: What stands in the middle

  /// The fewest rows that show all of it.
  private func bodyRows(in columns: Int) -> Int {
    switch tally.shape {
    case .bars, .histogram, .words, .levels: bars.count
    case .spread: bars.count + (isLarge ? 2 : 1)
    case .answers: AnswersFigure(self).rows(in: columns)
    case .cloud: CloudFigure(self).rows(in: columns)
    case .plane(let plane): PlaneFigure(plane, self).rows(in: columns)
    case .statements(let views): StatementsFigure(views, self).rows(in: columns)
    }
  }

  /// As many rows as it likes to take.
  private func bodyWanted(in rect: Rect) -> Int {
    if let far = farRows(in: rect.columns), rect.rows >= far {
      return max(far, farWanted(in: rect.columns))
    }
    return switch tally.shape {
    case .bars, .levels, .histogram, .words: chart(in: rect).rows
    case .plane: isLarge ? rect.rows : bodyRows(in: rect.columns) + 4
    default: bodyRows(in: rect.columns)
    }
  }

  private func drawBody(on canvas: inout Canvas, in rect: Rect) {
    if let far = farRows(in: rect.columns), rect.rows >= far {
      return drawFar(on: &canvas, in: rect)
    }
    switch tally.shape {
    case .bars, .histogram, .words, .levels: drawBars(on: &canvas, in: rect)
    case .spread(let spread):
      let (top, bottom) = rect.split(bottom: rect.rows > 2 ? 1 : 0)
      drawBars(on: &canvas, in: top.rows > bars.count ? top.split(bottom: 1).rest : top)
      drawSpread(spread, on: &canvas, in: bottom)
    case .answers: AnswersFigure(self).draw(on: &canvas, in: rect)
    case .cloud: CloudFigure(self).draw(on: &canvas, in: rect)
    case .plane(let plane): PlaneFigure(plane, self).draw(on: &canvas, in: rect)
    case .statements(let views): StatementsFigure(views, self).draw(on: &canvas, in: rect)
    }
  }

  private func drawFar(on canvas: inout Canvas, in rect: Rect) {
    switch tally.shape {
    case .histogram: ColumnChart(bars).draw(on: &canvas, in: rect, look: look)
    case .words: drawLargeWords(on: &canvas, in: rect)
    case .spread(let spread): drawLargeSpread(spread, on: &canvas, in: rect)
    case .plane(let plane): PlaneFigure(plane, self).drawFar(on: &canvas, in: rect)
    case .statements(let views): StatementsFigure(views, self).draw(on: &canvas, in: rect)
    case .bars, .levels, .answers, .cloud: drawBars(on: &canvas, in: rect)
    }
  }

  /// As many words as there is room for in large letters; the others in a line.
  private func drawLargeWords(on canvas: inout Canvas, in rect: Rect) {
    var shown = min(bars.count, rect.rows / BigText.rowsOfLine)
    if shown < bars.count { shown = min(shown, (rect.rows - 1) / BigText.rowsOfLine) }
    while shown > Self.fewestLargeWords,
      !BarChart.hasRoomForPoster(Array(bars.prefix(shown)), in: rect.columns)
    {
      shown -= 1
    }
    let chart = BarChart(Array(bars.prefix(shown)), shape: .poster)
    var rest = rect
    chart.draw(on: &canvas, in: rest.take(chart.rows), look: look)
    guard shown < bars.count else { return }
    let others = tally.rows.dropFirst(shown).map { "\($0.label) \($0.figure)" }
    canvas.write(
      "and \(others.joined(separator: ", "))", in: rest.take(1), style: style("muted"),
      ellipsis: glyphs.ellipsis)
  }

  /// The median in large letters, then how the numbers are spread.
  private func drawLargeSpread(
    _ spread: Tally.Spread, on canvas: inout Canvas, in rect: Rect
  ) {
    var rest = rect
    let head = rest.take(BigText.rowsOfLine)
    let number = spread.median.text(decimals: 3, isTrimmed: true)
    let words = [spread.unit.map { "Median \(number) \($0)" }, "Median \(number)"]
    if let large = words.lazy.compactMap({ $0 }).compactMap({ text in
      BigText(text, fitting: head.size) ?? BigText(narrow: text, fitting: head.size)
    }).first {
      large.draw(on: &canvas, in: head, style: look["strong"])
    }
    let free = rest.rows - bars.count - 1
    if free > 1 { _ = rest.take(1) }
    drawBars(on: &canvas, in: rest.take(bars.count))
    if free > 0 { _ = rest.take(1) }
    drawSpread(spread, on: &canvas, in: rest.take(1))
  }

  // MARK: Bars

  private func chart(in rect: Rect) -> BarChart {
    // Words are read before bars are: they may take more where a short bar still says enough.
    let columns = rect.columns
    var chart = BarChart(
      bars, labelColumns: max(8, columns * 45 / 100, min(columns * 60 / 100, columns - 18)))
    if fillsRoom, rect.columns < 44 {
      chart.labelColumns = max(8, columns * 62 / 100)
      // Where bars are short, counts alone let labels and bars be read.
      for index in chart.bars.indices { chart.bars[index].percent = "" }
    }
    guard isLarge else { return chart }
    // The thickest bars that there is room for; those of two rounds stand together.
    for shape in shapes(in: columns) {
      chart.shape = shape
      if chart.rows <= rect.rows { break }
    }
    return chart
  }

  /// From the thickest to the thinnest.
  private func shapes(in columns: Int) -> [BarChart.Shape] {
    guard !hasRounds else { return [.loose, .compact] }
    let isPoster =
      !look.capabilities.isASCII && BarChart.hasRoomForPoster(bars, in: columns)
    return (isPoster ? [.poster] : []) + [.tall, .thick, .loose, .compact]
  }

  /// How many rows its thickest bars take that fit, remarks included and tables left out.
  func comfortableRows(in columns: Int, within rows: Int) -> Int {
    let barest = barestRows(in: columns)
    guard isLarge else { return barest }
    if let far = farRowsTold(in: columns), far <= rows, !isOfBars {
      return min(rows, max(far, farWanted(in: columns) + 1))
    }
    switch tally.shape {
    case .bars, .histogram, .words, .levels:
      let remarks = barest - bodyRows(in: columns)
      return shapes(in: columns).map { shape in
        BarChart(bars, shape: shape).rows + remarks + (remarks > 0 ? 1 : 0)
      }.first { $0 <= rows } ?? barest
    case .answers, .cloud, .plane, .spread, .statements: return barest
    }
  }

  private var isOfBars: Bool { tally.shape == .bars || tally.shape == .levels }

  private var hasRounds: Bool { tally.rows.contains { $0.before != nil } }

  private func drawBars(on canvas: inout Canvas, in rect: Rect) {
    var chart = chart(in: rect)
    let hidden = chart.shape == .compact ? max(0, chart.bars.count - rect.rows) : 0
    guard hidden > 0, rect.rows > 1 else {
      return chart.draw(on: &canvas, in: rect, look: look)
    }
    chart.bars = Array(chart.bars.prefix(rect.rows - 1))
    chart.draw(on: &canvas, in: rect, look: look)
    canvas.write(
      "and \(hidden + 1) more", in: rect.line(rect.rows - 1), style: style("muted"),
      ellipsis: glyphs.ellipsis)
  }

  var bars: [BarChart.Bar] {
    tally.rows.enumerated().flatMap { index, row -> [BarChart.Bar] in
      let bar = BarChart.Bar(
        sign: row.sign, label: row.isMarked ? "\(glyphs.check) \(row.label)" : row.label,
        share: share(row.count, of: row.full), figure: row.figure,
        percent: row.percent.map { "\($0) %" } ?? "",
        role: role(of: index) ?? .series(place(of: row) ?? index))
      guard let before = row.before else { return [bar] }
      var earlier = BarChart.Bar(
        label: "  before", share: share(before.count, of: before.full), figure: before.figure,
        percent: row.isShare ? "\(before.percent) %" : "", role: "gauge.track")
      earlier.isBelow = true
      return [bar, earlier]
    }
  }

  /// Which choice it is, however rows are ordered: each keeps its colour.
  private func place(of row: Tally.Row) -> Int? { Choice.letters.firstIndex(of: row.sign) }

  private func share(_ count: Int, of full: Int) -> Double {
    guard fillsRoom, tally.shape != .levels else { return Double(count) / Double(full) }
    let most = tally.rows.map { max($0.share, $0.before?.share ?? 0) }.max() ?? 0
    return most == 0 ? 0 : Double(count) / Double(full) / most
  }

  /// One colour where the rows are steps of one thing, the middle standing out.
  private func role(of index: Int) -> Role? {
    switch tally.shape {
    case .histogram(let middle):
      let place = (index + middle.first) * middle.median.denominator
      return abs(place - middle.median.numerator) < middle.median.denominator
        ? .series(1) : .series(0)
    case .words, .spread: return .series(0)
    case .levels: return .series(index)
    case .bars, .answers, .cloud, .plane, .statements: return nil
    }
  }

  /// From the least to the greatest number, the middle half thick, the median a stroke.
  private func drawSpread(_ spread: Tally.Spread, on canvas: inout Canvas, in line: Rect) {
    guard !line.isEmpty else { return }
    let from = spread.least.text(decimals: 3, isTrimmed: true)
    let to = spread.greatest.text(decimals: 3, isTrimmed: true)
    let (start, rest) = line.split(left: TextWidth.columns(of: from), gap: 1)
    let (ruler, end) = rest.split(left: rest.columns - TextWidth.columns(of: to) - 1, gap: 1)
    canvas.write(from, in: start, style: style("muted"))
    canvas.write(to, in: end, style: style("muted"))
    let length = spread.greatest.value - spread.least.value
    func column(_ ratio: Ratio) -> Int {
      length > 0
        ? Int((ratio.value - spread.least.value) / length * Double(ruler.columns - 1) + 0.5) : 0
    }
    guard ruler.columns > 4 else { return }
    canvas.drawHairline(in: ruler, look: look)
    let low = column(spread.lower)
    canvas.write(
      String(repeating: glyphs.bar(eighths: 8), count: column(spread.upper) - low + 1),
      at: Point(column: ruler.column + low, row: ruler.row), style: look[.series(0)], clip: ruler)
    canvas.write(
      glyphs.current, at: Point(column: ruler.column + column(spread.median), row: ruler.row),
      style: look[.series(1)], clip: ruler)
  }
}

extension String {
  /// The same beginning with a capital letter.
  var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
