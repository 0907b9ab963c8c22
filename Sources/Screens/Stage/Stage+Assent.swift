import SessionModel
import TerminalUI

extension Stage.Page {
  /// The sentence before the room in large type, and how to answer.
  func drawAssent(_ outcome: OutcomeSentence, on canvas: inout Canvas, in area: Rect) {
    guard let asking = outcome.asking else { return }
    let body = drawFrame(
      heading: outcome.askedAs, text: outcome.text, clock: plan.clockText(now.at), foot: title,
      footRight: [], below: rowsBelow(asking), on: &canvas, in: area)
    var rest = body
    let objections = outcome.open.count { $0.version == outcome.version }
    switch asking.way {
    case .silence: drawCount(asking, on: &canvas, rest: &rest)
    case .support, .gradients: drawLevels(asking, on: &canvas, rest: &rest)
    }
    guard rest.rows >= 2, objections > 0 else { return }
    _ = rest.take(1)
    canvas.write(
      "\(counted(objections, "objection")) raised", in: rest.take(1), style: look["warn"])
  }

  /// What the room's answers came to, for a minute.
  func drawResult(_ outcome: OutcomeSentence, on canvas: inout Canvas, in area: Rect) {
    var rest = drawFrame(
      heading: "WHAT WE SAID", text: outcome.text, clock: plan.clockText(now.at), foot: title,
      footRight: [], below: 7, on: &canvas, in: area)
    guard let declared = outcome.declared else {
      canvas.write(
        "The room was asked. What it comes to is declared next.", in: rest.take(1),
        style: look["accent"], ellipsis: glyphs.ellipsis)
      return
    }
    let style = look[declared.statement.isAgreement ? "good" : "warn"]
    drawLarge(declared.statement.title, style, leaving: 0, on: &canvas, rest: &rest)
    guard declared.override != nil, rest.rows >= 2 else { return }
    _ = rest.take(1)
    canvas.write(
      "Declared over an open objection", in: rest.take(1), style: look["muted"],
      ellipsis: glyphs.ellipsis)
  }

  /// Words in large letters where so many rows are left below them, and in a line.
  private func drawLarge(
    _ words: String, _ style: Style, leaving rows: Int, on canvas: inout Canvas, rest: inout Rect
  ) {
    let room = Size(columns: rest.columns, rows: rest.rows - rows - 1)
    let lines = BigText(words, fitting: room) ?? BigText(narrow: words, fitting: room)
    guard let lines, !look.capabilities.isASCII else {
      canvas.write(words, in: rest.take(1), style: style, ellipsis: glyphs.ellipsis)
      return
    }
    lines.draw(on: &canvas, in: rest.take(lines.rows), style: style)
    // In ordinary letters too, for whoever searches or listens to the screen.
    canvas.write(words, in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
  }

  /// How many rows the answers to a sentence take, whatever they come to.
  private func rowsBelow(_ asking: Asking) -> Int {
    switch asking.way {
    // A count in small figures with two lines, or a last call with as many, and objections.
    case .silence: 7
    case .support, .gradients: asking.way.levels.count + 3
    }
  }

  private func drawCount(_ asking: Asking, on canvas: inout Canvas, rest: inout Rect) {
    guard let count = asking.count(at: now) else {
      let isObjected = !asking.answers.isEmpty
      drawLarge(
        isObjected ? "Somebody objects. Let us hear why." : "Last call: is there any objection?",
        look[isObjected ? "digits.warn" : "accent"], leaving: 3, on: &canvas, rest: &rest)
      if !isObjected, rest.rows >= 2 {
        _ = rest.take(1)
        canvas.write(
          "Say so in the room, online or at a ballot terminal", in: rest.take(1),
          style: look["muted"], ellipsis: glyphs.ellipsis)
      }
      return
    }
    let digits = BigDigits(
      "\(count)", fitting: Size(columns: rest.columns, rows: max(1, rest.rows - 3)))
    digits.draw(on: &canvas, in: rest.take(digits.size.rows), look: look)
    if rest.rows >= 2 { _ = rest.take(1) }
    canvas.write(
      count < Asking.countSeconds
        ? "of \(Asking.countSeconds), counted slowly: any objection stops it"
        : "No objection was heard",
      in: rest.take(1), style: look["accent"], ellipsis: glyphs.ellipsis)
  }

  private func drawLevels(_ asking: Asking, on canvas: inout Canvas, rest: inout Rect) {
    let levels = asking.way.levels
    let chart = chart(of: asking)
    if !look.capabilities.isASCII, rest.rows >= chart.rows + 2,
      BarChart.hasRoomForPoster(chart.bars, in: rest.columns)
    {
      chart.draw(on: &canvas, in: rest.take(chart.rows), look: look)
      _ = rest.take(1)
      canvas.write(
        "Answer at a ballot terminal, or say it", in: rest.take(1), style: look["accent"],
        ellipsis: glyphs.ellipsis)
      return
    }
    let step = rest.rows >= levels.count * 2 + 2 ? 2 : 1
    for (index, level) in levels.enumerated() where !rest.isEmpty {
      let count = asking.count(level)
      canvas.write(
        [Span("\(index + 1)  ", look["accent"]), Span(level.title, look["text"])],
        right: [
          Span("\(count)", look[count == 0 ? "muted" : level.isObjection ? "warn" : "strong"])
        ],
        in: rest.take(step).line(0).split(left: min(56, rest.columns)).left,
        ellipsis: glyphs.ellipsis)
    }
    guard !rest.isEmpty else { return }
    canvas.write(
      "Answer at a ballot terminal, or say it", in: rest.take(1), style: look["accent"],
      ellipsis: glyphs.ellipsis)
  }
}

extension Stage.Page {
  /// The answers as bars to read from the back of a room; they say how many, never what is decided.
  private func chart(of asking: Asking) -> BarChart {
    let all = max(1, asking.answers.count)
    let bars = asking.way.levels.enumerated().map { index, level in
      let count = asking.count(level)
      return BarChart.Bar(
        sign: "\(index + 1)", label: level.title, share: Double(count) / Double(all),
        figure: "\(count)", role: level.isObjection ? "gauge.over" : nil)
    }
    return BarChart(bars, shape: .poster)
  }
}

extension Outcomes {
  /// The sentence that the room was asked about last, for a minute after it was.
  func justAsked(at now: Moment) -> OutcomeSentence? {
    all.all.last { outcome in
      guard let last = outcome.declared?.at ?? outcome.asking?.ended else { return false }
      return now.seconds(since: last) < 60
    }
  }
}
