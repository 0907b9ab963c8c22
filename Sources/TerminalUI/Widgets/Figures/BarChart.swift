/// Figures side by side as bars: a label, a bar, what it stands for.
public struct BarChart: Sendable {
  /// One row of it.
  public struct Bar: Hashable, Sendable {
    /// What it is called by, such as the letter of a choice; may be empty.
    public var sign: String
    public var label: String
    /// How long it is, from 0 to 1 of the room there is.
    public var share: Double
    /// What it counts: `13`.
    public var figure: String
    /// What stands between bar and figure: `52 %`; may be empty.
    public var percent: String
    /// `nil` takes the next colour of the series.
    public var role: Role?
    /// Whether it belongs to the bar above, so that no row is left free between.
    public var isBelow = false

    public init(
      sign: String = "", label: String, share: Double, figure: String, percent: String = "",
      role: Role? = nil
    ) {
      self.sign = sign
      self.label = label
      self.share = share
      self.figure = figure
      self.percent = percent
      self.role = role
    }
  }

  /// How much room a bar has.
  public enum Shape: Hashable, Sendable {
    /// Label, bar and figures in one row.
    case compact
    /// The same with a free row between.
    case loose
    /// The same with a bar of two rows, a free row between.
    case thick
    /// The label above a bar of two rows, a free row between: for a projector.
    case tall
    /// Label and share in letters three rows high, a bar of two rows between: for a large room.
    case poster
  }

  public var bars: [Bar]
  public var shape: Shape
  /// The most columns the labels beside bars take; the widest label decides below that.
  public var labelColumns: Int?

  public init(_ bars: [Bar], shape: Shape = .compact, labelColumns: Int? = nil) {
    self.bars = bars
    self.shape = shape
    self.labelColumns = labelColumns
  }

  /// How many rows it takes.
  public var rows: Int {
    switch shape {
    case .compact: bars.count
    case .loose: bars.count + bars.dropFirst().count { !$0.isBelow }
    case .thick: max(0, bars.count * 3 - 1)
    case .tall: max(0, bars.count * 4 - 1)
    case .poster: bars.count * BigText.rowsOfLine
    }
  }

  /// Draws as many bars as fit.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let columns = Columns(of: self, in: rect.columns)
    let poster = shape == .poster ? Poster(of: bars, in: rect.columns) : nil
    var row = 0
    for (index, bar) in bars.enumerated() {
      let role = bar.role ?? Role.series(index)
      switch shape {
      case .compact:
        draw(bar, role, on: &canvas, in: rect.line(index), columns, look)
      case .loose:
        if index > 0 { row += bar.isBelow ? 1 : 2 }
        draw(bar, role, on: &canvas, in: rect.line(row), columns, look)
      case .thick:
        let area = rect.split(top: index * 3).rest.split(top: 2).top
        draw(bar, role, on: &canvas, in: area, columns, look)
      case .tall:
        let area = rect.split(top: index * 4).rest.split(top: 3).top
        drawTall(bar, role, on: &canvas, in: area, columns, look)
      case .poster:
        let rows = BigText.rowsOfLine
        let area = rect.split(top: index * rows).rest.split(top: rows).top
        poster?.draw(bar, role, on: &canvas, in: area, look)
      }
    }
  }

  private func draw(
    _ bar: Bar, _ role: Role, on canvas: inout Canvas, in line: Rect, _ columns: Columns,
    _ look: Look
  ) {
    guard !line.isEmpty else { return }
    let (left, rest) = line.split(left: columns.label, gap: columns.label > 0 ? 1 : 0)
    // The letter carries the colour; the words stay as readable as any text.
    let sign = bar.sign.isEmpty ? [] : [Span(bar.sign, look[role]), Span(" ", look["text"])]
    canvas.write(
      sign + [Span(bar.label, look["text"])], in: left, ellipsis: look.glyphs.ellipsis)
    drawFigures(bar, on: &canvas, in: rest, columns, look)
    canvas.drawBar(bar.share, in: rest.split(left: columns.bar).left, style: look[role], look: look)
  }

  private func drawTall(
    _ bar: Bar, _ role: Role, on canvas: inout Canvas, in area: Rect, _ columns: Columns,
    _ look: Look
  ) {
    guard !area.isEmpty else { return }
    let sign = bar.sign.isEmpty ? [] : [Span(bar.sign + " ", look[role])]
    canvas.write(
      sign + [Span(bar.label, look["strong"])], in: area.line(0), ellipsis: look.glyphs.ellipsis)
    let rest = area.split(top: 1).rest
    drawFigures(bar, on: &canvas, in: rest.line(0), columns, look)
    canvas.drawBar(bar.share, in: rest.split(left: columns.bar).left, style: look[role], look: look)
  }

  private func drawFigures(
    _ bar: Bar, on canvas: inout Canvas, in line: Rect, _ columns: Columns, _ look: Look
  ) {
    let rest = line.split(left: columns.bar).rest
    let (percent, figure) = rest.split(left: columns.percent)
    canvas.write(bar.percent, in: percent, style: look["strong"], align: .right)
    canvas.write(bar.figure, in: figure, style: look["muted"], align: .right)
  }

  /// How the columns of a row are shared out; labels and figures give way to a bar of a few cells.
  private struct Columns {
    var label = 0
    var bar = 0
    var percent = 0
    var figure = 0

    init(of chart: BarChart, in columns: Int) {
      let widest = { (text: (Bar) -> String) in
        chart.bars.map { TextWidth.columns(of: text($0)) }.max() ?? 0
      }
      let gap = chart.shape == .tall ? 3 : 2
      let figures = widest(\.figure)
      let percents = widest(\.percent)
      figure = figures == 0 ? 0 : figures + gap
      percent = percents == 0 ? 0 : percents + gap
      let isCompact = chart.shape != .tall
      let wanted = isCompact ? widest { $0.sign.isEmpty ? $0.label : "\($0.sign) \($0.label)" } : 0
      if figure + percent + min(wanted, 10) + 8 > columns { percent = 0 }
      if figure + 2 > columns { figure = 0 }
      var free = columns - figure - percent
      if isCompact {
        let most = chart.labelColumns ?? max(free - 12, free / 2)
        label = max(0, min(wanted, most, free - 5))
        free -= label > 0 ? label + 1 : 0
      }
      bar = max(0, free)
    }
  }
}
