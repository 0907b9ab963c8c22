extension HTMLPage {
  /// Labels and figures are text, so that they wrap and can be read aloud; only lengths are drawn.
  func write(_ chart: Document.Chart, to stream: inout some TextOutputStream) {
    stream.write("<figure>\n<figcaption>\(chart.title.cleanLine.escapedForHTML)</figcaption>\n")
    switch chart.shape {
    case .bars(let bars): write(bars, to: &stream)
    case .timeline(let timeline): write(timeline, to: &stream)
    }
    stream.write("</figure>\n")
  }

  private func write(_ bars: [Document.Chart.Bar], to stream: inout some TextOutputStream) {
    stream.write("<ul class=\"bars\">\n")
    for bar in bars {
      let width = Self.thousandths(bar.amount, of: bar.full)
      stream.write(
        """
        <li><span class="label" dir="auto">\(bar.label.cleanLine.escapedForHTML)</span>\
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
        <rect class="track" width="1000" height="10"/>\
        <rect class="bar" width="\(width)" height="10"/></svg>\
        <span class="figure">\(bar.figure.cleanLine.escapedForHTML)</span></li>

        """)
    }
    stream.write("</ul>\n")
  }

  private func write(
    _ timeline: Document.Chart.Timeline, to stream: inout some TextOutputStream
  ) {
    stream.write("<div class=\"timeline\">\n")
    for (place, lane) in timeline.lanes.enumerated() {
      let title = lane.title.cleanLine.escapedForHTML
      let told = lane.spans.map { "\($0.label) \($0.figure)".cleanLine }.joined(separator: "; ")
      stream.write(
        """
        <div class="lane"><span class="label">\(title)</span>\
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" \
        aria-label="\(title): \(told.escapedForHTML)">\
        <rect class="track" width="1000" height="10"/>
        """)
      for (index, span) in lane.spans.enumerated() {
        let start = Self.thousandths(span.start, of: timeline.length)
        let end = Self.thousandths(span.start + span.length, of: timeline.length)
        // Neighbours are told apart by their colours where they are few, else by a gap.
        let color = place == 0 ? "c\(index % 6)" : "bar"
        stream.write(
          "<rect class=\"\(color) span\" x=\"\(start)\" width=\"\(max(1, end - start))\" "
            + "height=\"10\"><title>\(span.label.cleanLine.escapedForHTML) "
            + "\(span.figure.escapedForHTML)</title></rect>")
      }
      stream.write("</svg></div>\n")
    }
    stream.write("<div class=\"lane ticks\" aria-hidden=\"true\"><div>")
    for tick in timeline.ticks {
      let tenths = Self.thousandths(tick.at, of: timeline.length)
      stream.write(
        "<span style=\"left:\(tenths / 10).\(tenths % 10)%\">\(tick.label.escapedForHTML)</span>")
    }
    stream.write("</div></div>\n")
    if let first = timeline.lanes.first { writeLegend(of: first, to: &stream) }
    stream.write("</div>\n")
  }

  private func writeLegend(
    of lane: Document.Chart.Timeline.Lane, to stream: inout some TextOutputStream
  ) {
    stream.write("<ul class=\"legend\">\n")
    for (index, span) in lane.spans.enumerated() {
      stream.write(
        """
        <li><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="c\(index % 6)" \
        width="10" height="10"/></svg><span dir="auto">\
        \(span.label.cleanLine.escapedForHTML)</span> <span class="figure">\
        \(span.figure.escapedForHTML)</span></li>

        """)
    }
    stream.write("</ul>\n")
  }

  /// Rounded half up, from 0 to 1000.
  private static func thousandths(_ part: Int64, of whole: Int64) -> Int64 {
    min(1000, max(0, (part * 2000 + whole) / (2 * whole)))
  }
}
