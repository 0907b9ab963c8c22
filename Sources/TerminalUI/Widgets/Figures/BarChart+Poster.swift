extension BarChart {
  /// Whether bars, their signs and their shares can be written large in that many columns.
  public static func hasRoomForPoster(_ bars: [Bar], in columns: Int) -> Bool {
    Poster(of: bars, in: columns) != nil
  }

  /// How the columns of large rows are shared out.
  struct Poster {
    /// The label in large letters, or else a large sign and the label beside it.
    private var isLabelLarge = false
    private var sign = 0
    private var label = 0
    private var bar = 0
    private var share = 0

    private static let shortestBar = 12
    private static let gap = 2

    /// `nil` where a bar could not be told from others.
    init?(of bars: [Bar], in columns: Int) {
      func widest(_ columns: (Bar) -> Int) -> Int { bars.map(columns).max() ?? 0 }
      share = widest {
        Self.large($0.writtenLarge)?.columns ?? TextWidth.columns(of: $0.writtenLarge)
      }
      let free = columns - share - 2 * Self.gap
      let most = free - Self.shortestBar
      let large = bars.map { Self.label($0, in: most)?.columns }
      // Where nothing but words names a bar, each is as large as it can be.
      isLabelLarge =
        bars.allSatisfy(\.sign.isEmpty)
        ? large.contains { $0 != nil } : large.allSatisfy { $0 != nil }
      if isLabelLarge {
        label =
          zip(bars, large).map { bar, large in
            large ?? min(most, TextWidth.columns(of: bar.label))
          }.max() ?? 0
      } else {
        sign = widest { Self.large($0.sign)?.columns ?? TextWidth.columns(of: $0.sign) }
        if sign > 0 { sign += Self.gap }
        let most = free - sign - Self.shortestBar
        label = min(widest { TextWidth.columns(of: $0.label) }, most, free * 45 / 100)
        // On two lines a label takes half the columns.
        guard label >= min(12, widest { TextWidth.columns(of: $0.label) }) else { return nil }
      }
      bar = free - sign - label
    }

    func draw(_ bar: Bar, _ role: Role, on canvas: inout Canvas, in area: Rect, _ look: Look) {
      guard !area.isEmpty else { return }
      var (left, rest) = area.split(left: sign + label, gap: Self.gap)
      if isLabelLarge {
        if let large = Self.label(bar, in: label) {
          large.draw(on: &canvas, in: left, style: look["strong"])
        } else {
          canvas.write(
            bar.label, in: left.line(1), style: look["strong"], ellipsis: look.glyphs.ellipsis)
        }
      } else {
        if let large = Self.large(bar.sign) {
          large.draw(on: &canvas, in: left, style: look[role])
        } else {
          canvas.write(bar.sign, in: left.line(1), style: look[role])
        }
        left = left.split(left: sign).rest
        let lines = bar.label.wrapped(to: max(1, label)).map(String.init)
        let top = lines.count == 1 ? 1 : 0
        for (row, line) in lines.prefix(2).enumerated() {
          // What two lines do not hold ends with an ellipsis.
          let text = row == 1 ? lines.dropFirst().joined(separator: " ") : line
          canvas.write(
            text, in: left.line(top + row), style: look["strong"], ellipsis: look.glyphs.ellipsis)
        }
      }
      let (place, large) = rest.split(left: self.bar, gap: Self.gap)
      canvas.drawBar(bar.share, in: place.split(top: 2).top, style: look[role], look: look)
      // In ordinary letters too, for whoever searches or listens to the screen.
      // Of a long answer the end is left out, never of its figures.
      let name = [bar.sign, bar.label].filter { !$0.isEmpty }.joined(separator: " ")
      let figures = bar.percent.isEmpty ? bar.figure : "\(bar.percent)  \(bar.figure)"
      let caption = place.line(2)
      let room = caption.columns - TextWidth.columns(of: figures) - Self.gap
      let columns = isLabelLarge ? min(TextWidth.columns(of: name), max(0, room)) : 0
      let (told, counted) = caption.split(left: columns, gap: columns == 0 ? 0 : Self.gap)
      canvas.write(name, in: told, style: look["muted"], ellipsis: look.glyphs.ellipsis)
      canvas.write(figures, in: counted, style: look["muted"], ellipsis: look.glyphs.ellipsis)
      if let text = Self.large(bar.writtenLarge) {
        let start = large.split(left: share - text.columns).rest
        text.draw(on: &canvas, in: start, style: look["strong"])
      } else {
        canvas.write(bar.writtenLarge, in: large.line(1), style: look["strong"], align: .right)
      }
    }

    /// A label in large letters; where only words name bars, in narrow ones too.
    private static func label(_ bar: Bar, in columns: Int) -> BigText? {
      let size = Size(columns: max(0, columns), rows: BigText.rowsOfLine)
      let wide = BigText(bar.label, fitting: size)
      return bar.sign.isEmpty ? wide ?? BigText(narrow: bar.label, fitting: size) : wide
    }

    private static func large(_ text: String) -> BigText? {
      text.isEmpty ? nil : BigText(text, fitting: Size(columns: .max, rows: BigText.rowsOfLine))
    }
  }
}

extension BarChart.Bar {
  /// What is written large: per cent where it is a share, else what it counts.
  fileprivate var writtenLarge: String {
    percent.isEmpty ? figure : percent.filter { $0 != " " }
  }
}
