import SessionModel
import TerminalUI

/// What the room sees while nobody speaks: how one speaks here, or when a break ends.
extension Stage.Page {
  /// The break that runs while nothing else is shown.
  static func runningBreak(of session: Session) -> Segment? {
    guard session.floor.current == nil, let segment = session.agenda.currentSegment,
      segment.kind == .pause
    else { return nil }
    return segment
  }

  /// What is left of a break, and what it ends with.
  func drawBreak(_ segment: Segment, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let left = segment.allottedSeconds - segment.elapsedSeconds(at: now)
    let isOver = left < 0
    let digits = BigDigits(
      minutesText(abs(left)), fitting: Size(columns: rest.columns, rows: rest.rows - 4))
    digits.draw(
      on: &canvas, in: rest.take(digits.size.rows), look: look,
      role: isOver ? "digits.over" : left <= 60 ? "digits.warn" : "digits")
    if area.rows >= 10 { _ = rest.take(1) }
    let end = Timestamp(milliseconds: now.at.milliseconds + Int64(left) * 1000)
    let time = plan.clockText(end)
    canvas.write(
      isOver ? "OVER: the session goes on" : "until we go on at \(time)", in: rest.take(1),
      style: look[isOver ? "bad" : "strong"], ellipsis: glyphs.ellipsis)
    guard let next = session.agenda.next else { return }
    canvas.write(
      [Span("with  ", look["muted"]), Span(next.title, look["text"])], in: rest.take(1),
      ellipsis: glyphs.ellipsis)
  }

  /// How one speaks in this session, for its opening.
  func drawGroundRules(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let rules = groundRules
    canvas.write("HOW WE SPEAK HERE", in: rest.take(1), style: look["heading"])
    let columns = min(14, rest.columns / 3)
    let lines = rules.map { rule in
      rule.text.lines(in: rest.columns - columns, limit: 2, ellipsis: glyphs.ellipsis)
    }
    let isLoose = lines.reduce(rules.count) { $0 + $1.count } <= rest.rows
    for (rule, lines) in zip(rules, lines) where !rest.isEmpty {
      if isLoose { _ = rest.take(1) }
      let (label, text) = rest.take(min(lines.count, rest.rows)).split(left: columns)
      canvas.write(rule.label, in: label.line(0), style: look["muted"], ellipsis: glyphs.ellipsis)
      canvas.write(lines, in: text, style: look["strong"])
    }
  }

  /// Those that are spoken, and those that it is interpreted into.
  var languages: [String] {
    plan.languages + plan.interpretation.filter { !plan.languages.contains($0) }
  }

  private var groundRules: [(label: String, text: String)] {
    var rules = [
      ("floor", "Raise your hand; online, raise it there or write to the chat"),
      ("time", "\(spoken(session.floor.allowance(for: .comment))) for each who speaks"),
      ("order", "In \(session.floor.order.rule.title)"), ("record", recordRule),
    ]
    if !languages.isEmpty { rules.append(("languages", languages.joined(separator: ", "))) }
    rules.append(("online", "Who is online counts as much as who is in the room"))
    return rules.map { (label: $0.0, text: $0.1) }
  }

  private var recordRule: String {
    switch session.attribution {
    case .attributed: "On the record: who said what is written down"
    case .chathamHouse: "Chatham House Rule: what is said may be used, who said it not"
    case .offTheRecord: "Off the record: nothing that is said is kept"
    }
  }

  private func spoken(_ seconds: Int) -> String {
    seconds % 60 == 0 ? counted(seconds / 60, "minute") : "\(minutesText(seconds)) minutes"
  }
}
