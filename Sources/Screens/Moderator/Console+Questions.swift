import SessionModel
import TerminalUI

extension Console.Frame {
  /// All policy questions, and the poll below them.
  func drawQuestionsColumn(on canvas: inout Canvas, in area: Rect, isDetailed: Bool = false) {
    let poll = pollRows(isDetailed: isDetailed)
    let (top, bottom) = area.split(bottom: min(poll, area.rows / 2))
    drawQuestions(on: &canvas, in: top.trimmedBottom(1), isDetailed: isDetailed)
    drawPoll(on: &canvas, in: bottom)
  }

  private func pollRows(isDetailed: Bool) -> Int {
    let choices = shownPoll?.choices.count ?? 2
    return choices + (isDetailed ? 9 : 7)
  }

  func drawQuestions(on canvas: inout Canvas, in area: Rect, isDetailed: Bool) {
    heading("POLICY QUESTIONS", on: &canvas, in: area.line(0), pane: .questions)
    let list = area.split(top: 2).rest
    let isFocused = console.focus == .questions
    let columns = max(1, area.columns - 4)
    console.questions.draw(
      on: &canvas, in: list, look: look, items: session.plan.questionOrder, prefix: "question",
      hasFocus: isFocused, hasBar: isFocused, empty: "no policy question",
      height: { questionLines($0, columns: columns, isDetailed: isDetailed).count + 2 }
    ) { canvas, row, id in
      drawQuestion(id, on: &canvas, in: row, columns: columns, isDetailed: isDetailed)
    }
  }

  /// The question in its few words, or whole with its parts where there is room.
  private func questionLines(_ id: QuestionID, columns: Int, isDetailed: Bool) -> [Substring] {
    guard let question = session.plan.questions[id] else { return [] }
    if isDetailed {
      return question.text.wrapped(to: columns)
        + question.parts.flatMap { "\(glyphs.dot) \($0)".wrapped(to: columns) }
    }
    let lines = question.heading.wrapped(to: columns)
    return lines.count > 4 ? Array(lines.prefix(3)) + ["\(glyphs.ellipsis)"] : lines
  }

  private func drawQuestion(
    _ id: QuestionID, on canvas: inout Canvas, in row: ListRow, columns: Int, isDetailed: Bool
  ) {
    let isCurrent = session.agenda.question == id
    let isNarrow = row.rect.columns < 36
    let number = session.plan.number(of: id).map(String.init) ?? ""
    let lines = questionLines(id, columns: columns, isDetailed: isDetailed)
    canvas.write(
      [
        row.span(isCurrent ? glyphs.current : " ", "accent"), row.span(" "),
        row.span(number, "accent"),
      ], in: row.rect.line(0).split(left: 4).left)
    for (index, line) in lines.enumerated() {
      canvas.write(
        String(line), in: row.rect.line(index).split(left: 4).rest,
        style: row.style(isCurrent ? "strong" : "text"), ellipsis: glyphs.ellipsis)
    }
    canvas.write(
      groupSpans(for: id, style: row.style),
      in: row.rect.line(lines.count).split(left: isNarrow ? 2 : 4).rest,
      ellipsis: glyphs.ellipsis)
  }

  /// Who spoke to what, for screens with room for it.
  func drawMatrix(on canvas: inout Canvas, in area: Rect) {
    heading("WHO ANSWERED WHAT", [muted("floor time")], on: &canvas, in: area.line(0))
    MatrixTable(scene).draw(on: &canvas, in: area.split(top: 1).rest)
  }

  /// Which groups have spoken to a question: a sign and a colour before each.
  func groupSpans(for question: QuestionID, style: (Role) -> Style) -> [Span] {
    let heard = hearing.groupsByQuestion[question] ?? []
    guard !heard.isEmpty else { return [Span("nobody yet", style("muted"))] }
    let signs = StakeholderGroup.allCases.flatMap { group -> [Span] in
      let isHeard = heard.contains(group)
      let sign = isHeard ? glyphs.check : glyphs.pending
      return [
        Span(" ", style("text")),
        Span(sign + group.short, style(isHeard ? "group.heard" : "muted")),
      ]
    }
    return Array(signs.dropFirst())
  }

  /// The question on the table and the poll, for small terminals.
  func drawQuestionAndPoll(on canvas: inout Canvas, in area: Rect) {
    let pollHeight = min(area.rows / 2, (shownPoll?.choices.count ?? 1) + 4)
    let (top, bottom) = area.split(bottom: pollHeight)
    if let id = session.agenda.question, let question = session.plan.questions[id] {
      let number = session.plan.number(of: id) ?? 0
      heading("QUESTION \(number)", on: &canvas, in: top.line(0))
      let room = max(1, top.rows - 3)
      var lines = question.heading.wrapped(to: max(1, top.columns)).map(String.init)
      if lines.count > room {
        lines = lines.prefix(room - 1) + [lines[room - 1] + glyphs.ellipsis]
      }
      for (index, line) in lines.enumerated() {
        canvas.write(
          line, in: top.line(index + 1), style: look["strong"], ellipsis: glyphs.ellipsis)
      }
      canvas.write(
        groupSpans(for: id) { look[$0] }, in: top.line(lines.count + 1),
        ellipsis: glyphs.ellipsis)
    } else {
      heading("QUESTION", on: &canvas, in: top.line(0))
      canvas.write(
        [Span("a", look["accent"]), muted(" puts one on the table")], in: top.line(1),
        ellipsis: glyphs.ellipsis)
    }
    drawPoll(on: &canvas, in: bottom)
  }

  // MARK: Poll

  /// The open poll, else the last one that was closed.
  private var shownPoll: Poll? {
    session.polls.open ?? session.polls.all.all.last { $0.state == .closed }
  }

  private func drawPoll(on canvas: inout Canvas, in area: Rect) {
    guard let poll = shownPoll else {
      let drafts = session.polls.all.count { $0.state == .draft }
      heading("POLL", on: &canvas, in: area.line(0))
      canvas.write(
        [
          Span("p", look["accent"]),
          muted(drafts == 0 ? " drafts one" : " opens one of \(counted(drafts, "draft"))"),
        ], in: area.line(1), ellipsis: glyphs.ellipsis)
      return
    }
    heading("POLL", pollState(poll), on: &canvas, in: area.line(0))
    let lines = poll.text.wrapped(to: max(1, area.columns)).prefix(2)
    for (index, line) in lines.enumerated() {
      canvas.write(
        String(line), in: area.line(index + 1), style: look["strong"], ellipsis: glyphs.ellipsis)
    }
    let (_, rest) = area.split(top: 1 + lines.count)
    let tally = session.tally(of: poll)
    let rows = tally?.rows ?? poll.choices.map { Tally.Row($0, count: 0, of: 1) }
    let bars = rows.map { row in
      BarChart.Bar(
        sign: row.sign, label: row.label,
        share: Double(row.count) / Double(max(1, tally?.most ?? 1)), figure: row.figure)
    }
    BarChart(bars, labelColumns: max(8, area.columns * 45 / 100)).draw(
      on: &canvas, in: rest.split(top: bars.count).top, look: look)
    canvas.addTarget(area, "poll")
    let foot = rest.split(top: bars.count + (rest.rows > bars.count + 2 ? 1 : 0)).rest
    canvas.write(
      turnoutText(poll, blank: tally?.blank ?? 0), in: foot.line(0), style: look["muted"],
      ellipsis: glyphs.ellipsis)
    canvas.write(
      poll.state == .open
        ? [Span("p", look["accent"]), muted(" closes it")]
        : [
          Span("v", look["accent"]), muted(poll.isShared ? " hides it" : " shows it on the stage"),
        ],
      in: foot.line(1), ellipsis: glyphs.ellipsis)
  }

  private func pollState(_ poll: Poll) -> [Span] {
    switch poll.state {
    case .draft: return [muted("draft")]
    case .open:
      let age = poll.opened.map { now.tens(since: $0) } ?? 0
      return [
        Span("open \(minutesText(age))", look["poll.open"]),
        muted(" \(glyphs.dot) \(poll.secrecy.title)"),
      ]
    case .closed:
      return [
        muted("closed \(glyphs.dot) \(poll.secrecy.title)"),
        Span(poll.isShared ? "  on the stage" : "", look["good"]),
      ]
    }
  }

  private func turnoutText(_ poll: Poll, blank: Int) -> String {
    let here = session.people.presentCount
    var text = here > 0 ? "\(poll.turnout) of \(here) here" : counted(poll.turnout, "ballot")
    if blank > 0 { text += " \(glyphs.dot) \(blank) blank" }
    return text
  }
}
