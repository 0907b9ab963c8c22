import SessionModel
import TerminalUI

extension Console.Frame {
  /// All policy questions, and the poll below them.
  func drawQuestionsColumn(on canvas: inout Canvas, in area: Rect, isDetailed: Bool = false) {
    var poll = pollRows(in: area.columns, isDetailed: isDetailed)
    if poll > area.rows / 2 {
      // What the questions leave free the poll may take.
      let questions = questionRows(in: area.columns, isDetailed: isDetailed)
      poll = min(poll, max(area.rows / 2, area.rows - questions))
    }
    let (top, bottom) = area.split(bottom: poll)
    drawQuestions(on: &canvas, in: top.trimmedBottom(1), isDetailed: isDetailed)
    part("poll", on: &canvas, in: bottom) { drawPoll(on: &$0, in: $1) }
  }

  private func pollRows(in columns: Int, isDetailed: Bool) -> Int {
    guard let poll = shownPoll else { return isDetailed ? 11 : 9 }
    let text = min(mostPollLines, poll.text.wrapped(to: max(1, columns)).count)
    return figure(of: poll).rows(in: columns) + text + (isDetailed ? 7 : 5)
  }

  private var mostPollLines: Int { 3 }

  /// As many as all questions take, heading included.
  private func questionRows(in columns: Int, isDetailed: Bool) -> Int {
    session.plan.questionOrder.reduce(3) { rows, id in
      let lines = questionLines(id, columns: max(1, columns - 4), isDetailed: isDetailed)
      return rows + lines.count + sharedPolls(of: id).count + 2
    }
  }

  private func figure(of poll: Poll) -> PollFigure {
    PollFigure(poll, in: session, look: look, fillsRoom: true)
  }

  func drawQuestions(on canvas: inout Canvas, in area: Rect, isDetailed: Bool) {
    part("questions", pane: .questions, hasClock: false, on: &canvas, in: area) { canvas, area in
      drawList(of: session.plan.questionOrder, on: &canvas, in: area, isDetailed: isDetailed)
    }
  }

  private func drawList(
    of order: [QuestionID], on canvas: inout Canvas, in area: Rect, isDetailed: Bool
  ) {
    heading("POLICY QUESTIONS", on: &canvas, in: area.line(0), pane: .questions)
    let list = area.split(top: 2).rest
    let isFocused = console.focus == .questions
    let columns = max(1, area.columns - 4)
    // Asked for several times, to scroll and to draw.
    let lines = Dictionary(
      order.map { ($0, questionLines($0, columns: columns, isDetailed: isDetailed)) },
      uniquingKeysWith: { first, _ in first })
    console.questions.draw(
      on: &canvas, in: list, look: look, items: order, prefix: "question",
      hasFocus: isFocused, bar: isFocused ? .words : nil, empty: "no policy question",
      height: { (lines[$0]?.count ?? 0) + sharedPolls(of: $0).count + 2 },
      state: { _ in scene.still() }
    ) { canvas, row, id in drawQuestion(id, lines[id] ?? [], on: &canvas, in: row) }
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
    _ id: QuestionID, _ lines: [Substring], on canvas: inout Canvas, in row: ListRow
  ) {
    let isCurrent = session.agenda.question == id
    let isNarrow = row.rect.columns < 36
    let number = session.plan.number(of: id).map(String.init) ?? ""
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
    for (index, poll) in sharedPolls(of: id).enumerated() {
      canvas.write(
        [row.span("\(poll.id) ", "accent"), row.span(outcome(of: poll), "muted")],
        in: row.rect.line(lines.count + 1 + index).split(left: 4).rest, ellipsis: glyphs.ellipsis)
    }
  }

  /// The polls whose results stand beside a question.
  private func sharedPolls(of question: QuestionID) -> [Poll] {
    session.polls.all.filter { $0.isShared && $0.question == question }
  }

  /// How a poll came out, in a few words.
  private func outcome(of poll: Poll) -> String {
    guard let tally = session.tally(of: poll) else { return poll.text }
    switch tally.shape {
    case .histogram, .spread: return tally.remarks.first ?? poll.text
    case .bars, .words, .cloud, .answers, .plane, .levels, .statements:
      guard tally.turnout > 0 else { return "nobody voted" }
      guard let lead = tally.rows.max(by: { $0.count < $1.count }) else { return poll.text }
      return [lead.label, lead.percent.map { "\($0) %" } ?? lead.figure].joined(separator: " ")
    }
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
    let rows = shownPoll.map { figure(of: $0).rows(in: area.columns) } ?? 1
    // The question is left its heading, a line or two and who has answered it.
    let question = rows + 3 > area.rows - 5 ? 4 : 5
    let pollHeight = min(max(area.rows / 2, area.rows - question), rows + 5)
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

  private var shownPoll: Poll? { console.shownPoll(in: scene) }

  /// The sentence that the room is asked about, while no poll is open beside it.
  private func drawAsked(_ asked: BeforeTheRoom, on canvas: inout Canvas, in area: Rect) {
    heading("BEFORE THE ROOM", asked.spans(look), on: &canvas, in: area.line(0))
    var rest = area.split(top: 1).rest
    let lines = asked.sentence.lines(
      in: rest.columns, limit: max(1, rest.rows - 1), ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    canvas.write(
      [
        Span("o", look["accent"]), muted(" objects  "), Span("A", look["accent"]),
        muted(" has the rest"),
      ], in: rest.line(0), ellipsis: glyphs.ellipsis)
  }

  private func drawPoll(on canvas: inout Canvas, in area: Rect) {
    if session.polls.open == nil, let asked = BeforeTheRoom(session, at: now) {
      return drawAsked(asked, on: &canvas, in: area)
    }
    guard let poll = shownPoll else {
      let drafts = session.polls.all.count { $0.state == .draft }
      heading("POLL", on: &canvas, in: area.line(0))
      guard !scene.isReplay, session.stage != .closed else {
        canvas.write([muted("no poll is open")], in: area.line(1))
        return
      }
      canvas.write(
        [
          Span("p", look["accent"]),
          muted(drafts == 0 ? " asks one" : " opens one of \(counted(drafts, "draft"))"),
        ], in: area.line(1), ellipsis: glyphs.ellipsis)
      drawTemplates(on: &canvas, in: area.split(top: 2).rest)
      return
    }
    heading("POLL", pollState(poll), on: &canvas, in: area.line(0))
    let figure = figure(of: poll)
    // Where room is short the answers come before the question and what may be done.
    let free = area.rows - figure.rows(in: area.columns)
    let isTight = free < 2 + min(2, poll.text.wrapped(to: max(1, area.columns)).count)
    let lines = poll.text.lines(
      in: area.columns, limit: isTight ? 1 : free >= mostPollLines + 4 ? mostPollLines : 2,
      ellipsis: glyphs.ellipsis)
    var rest = area.split(top: 1).rest
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    var (room, foot) = rest.split(bottom: min(isTight ? 1 : 2, rest.rows / 3))
    figure.draw(on: &canvas, rest: &room)
    canvas.addTarget(area, "poll")
    rest = Rect(
      column: room.column, row: room.row, columns: room.columns, rows: foot.endRow - room.row)
    if rest.rows > 2 { _ = rest.take(1) }
    foot = rest
    guard foot.rows > 1 else {
      canvas.write(
        [muted(turnoutText(poll, figure))],
        right: nextStep(of: poll, beside: turnoutText(poll, figure), in: foot.columns),
        in: foot.line(0), ellipsis: glyphs.ellipsis)
      return
    }
    canvas.write(
      turnoutText(poll, figure), in: foot.line(0), style: look["muted"], ellipsis: glyphs.ellipsis)
    canvas.write(nextStep(of: poll), in: foot.line(1), ellipsis: glyphs.ellipsis)
  }

  /// The polls that rooms often need, each behind its key; as many as there is room for.
  private func drawTemplates(on canvas: inout Canvas, in area: Rect) {
    guard Console.whyNotAsk(in: scene) == nil else { return }
    var (line, rest) = area.split(top: 1)
    for template in PollTemplate.allCases where !line.isEmpty {
      let spans = [
        Span("\(template.key)", look["accent"]), muted(" \(template.short)"),
      ]
      let columns = spans.reduce(0) { $0 + $1.columns } + 3
      if columns - 3 > line.columns { (line, rest) = rest.split(top: 1) }
      guard !line.isEmpty else { return }
      canvas.write(spans, in: line, ellipsis: glyphs.ellipsis)
      line = line.split(left: columns).rest
    }
  }

  /// As much of what can be done now as leaves the text beside it whole.
  private func nextStep(of poll: Poll, beside text: String, in columns: Int) -> [Span] {
    let all = nextStep(of: poll)
    let room = columns - TextWidth.columns(of: text) - 2
    return [all, Array(all.prefix(2))]
      .first { $0.reduce(0) { $0 + $1.columns } <= room } ?? []
  }

  /// What can be done with it now.
  private func nextStep(of poll: Poll) -> [Span] {
    guard poll.state == .open else {
      let templates =
        Console.whyNotAsk(in: scene) == nil
        ? [Span("   1-\(PollTemplate.allCases.count)", look["accent"]), muted(" ask at once")] : []
      return [
        Span("v", look["accent"]), muted(poll.isShared ? " hides it" : " shows it"),
      ] + templates
    }
    let entry = poll.entry == nil ? [] : [Span("   #", look["accent"]), muted(" enters counts")]
    return [Span("p", look["accent"]), muted(" closes it")] + entry
  }

  private func pollState(_ poll: Poll) -> [Span] {
    switch poll.state {
    case .draft: return [muted("draft")]
    case .open:
      let age = poll.opened.map { now.tens(since: $0) } ?? 0
      let left = poll.secondsLeft(at: now)
      let end = left.map { $0 > 0 ? ", \(minutesText($0 / 10 * 10)) left" : ", time is up" } ?? ""
      return [
        Span("open \(minutesText(age))\(end)", look["poll.open"]),
        muted(" \(glyphs.dot) \(poll.secrecy.title)"),
      ]
    case .closed:
      let other = poll.question.flatMap { $0 == session.agenda.question ? nil : $0 }
      let number = other.flatMap { session.plan.number(of: $0) }
      return [
        muted(number.map { "on question \($0), " } ?? ""),
        muted("closed "), Span(poll.isShared ? "on the stage " : "", look["good"]),
        muted("\(glyphs.dot) \(poll.secrecy.title)"),
      ]
    }
  }

  private func turnoutText(_ poll: Poll, _ figure: PollFigure) -> String {
    figure.turnoutText(in: session)
  }
}
