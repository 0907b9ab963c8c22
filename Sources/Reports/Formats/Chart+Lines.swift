extension Document.Chart {
  /// The chart in lines of a fixed-width face.
  func lines(barColumns: Int, width: Int) -> [String] {
    switch shape {
    case .bars(let bars): Self.lines(of: bars, barColumns: barColumns, width: width)
    case .timeline(let timeline):
      timeline.lanes.flatMap { lane in
        [lane.title.cleanLine]
          + lane.spans.map { span in
            let label = span.label.isEmpty ? "" : "  " + span.label.cleanLine
            return ("  " + span.figure + label).cut(to: width)
          }
      }
    }
  }

  private static func lines(of bars: [Bar], barColumns: Int, width: Int) -> [String] {
    let figures = bars.map(\.figure.columns).max() ?? 0
    let room = max(12, width - barColumns - figures - 4)
    let labels = bars.map { $0.label.cleanLine.cut(to: room) }
    let column = labels.map(\.columns).max() ?? 0
    return zip(bars, labels).map { bar, label in
      // At least one sign for what is not nothing.
      let length = Int((bar.amount * Int64(barColumns) * 2 + bar.full) / (2 * bar.full))
      let signs = bar.amount > 0 ? min(barColumns, max(1, length)) : 0
      let drawn = String(repeating: "█", count: signs).padded(to: barColumns)
      return "\(label.padded(to: column))  \(drawn)  \(bar.figure)".trimmedAtEnd
    }
  }
}

extension String {
  /// The text in so many columns, with an ellipsis where something is left out.
  fileprivate func cut(to width: Int) -> String {
    guard columns > width else { return self }
    var text = ""
    var used = 0
    for character in self {
      let next = String(character).columns
      guard used + next < width else { break }
      text.append(character)
      used += next
    }
    return text + "…"
  }
}
