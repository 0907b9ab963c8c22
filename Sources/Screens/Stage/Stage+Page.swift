import SessionModel
import TerminalUI

extension Stage {
  /// One drawing of the stage: a head, a body between hairlines, a foot.
  ///
  /// Nothing stands in the last row or column, which projectors cut off.
  struct Page {
    let scene: Scene
    let isLeaving: Bool

    init(_ scene: Scene, isLeaving: Bool) {
      self.scene = scene
      self.isLeaving = isLeaving
    }

    var session: Session { scene.session }
    var plan: Plan { scene.session.plan }
    var look: Look { scene.look }
    var glyphs: Glyphs { scene.look.glyphs }
    var now: Moment { scene.now }

    /// More rows than this are too small to be read from the back of a room.
    static let mostReadableRows = 36

    func drawLive(on canvas: inout Canvas, in area: Rect) {
      if let outcome = session.outcomes.asked {
        return drawAssent(outcome, on: &canvas, in: area)
      }
      if session.floor.current == nil, let outcome = session.outcomes.justAsked(at: now) {
        return drawResult(outcome, on: &canvas, in: area)
      }
      let poll = session.polls.onStage
      // A poll needs the rows that a question in full would take.
      let isDense = poll != nil && area.rows < 30
      let body = drawFrame(
        heading: heading, text: isDense ? question?.heading ?? headline : headline,
        clock: plan.clockText(now.at), foot: title, footRight: timeLeft, isDense: isDense,
        on: &canvas, in: area)
      guard let poll else { return drawFloorOrBetween(on: &canvas, in: body) }
      guard body.columns >= 68, body.rows >= 8 else {
        var rest = body
        let strip = rest.take(body.rows >= 14 ? 5 : 1)
        drawStrip(on: &canvas, in: strip)
        if rest.rows >= 7 { _ = rest.take(1) }
        return drawPoll(poll, on: &canvas, in: rest)
      }
      guard session.floor.current != nil else {
        // While nobody speaks the poll is what matters; what follows stands on the line below.
        let whole = Rect(
          column: body.column, row: body.row, columns: body.columns,
          rows: body.rows + (area.rows >= 20 ? 1 : 0))
        let (top, bottom) = whole.split(bottom: whole.rows >= 16 ? 2 : 1)
        drawPoll(poll, on: &canvas, in: top)
        return drawNextInOneLine(on: &canvas, in: bottom.line(bottom.rows - 1))
      }
      let (left, right) = drawDivided(on: &canvas, body)
      drawFloor(on: &canvas, in: left)
      drawPoll(poll, on: &canvas, in: right)
    }

    /// Who speaks; in an opening or a break where nobody does, what the room is to know then.
    private func drawFloorOrBetween(on canvas: inout Canvas, in body: Rect) {
      if let pause = Self.runningBreak(of: session) {
        return drawBreak(pause, on: &canvas, in: body)
      }
      if Self.showsBreakouts(of: session) { return drawBreakouts(on: &canvas, in: body) }
      if drawFloorAndMessage(on: &canvas, in: body) { return }
      let isQuiet = session.floor.current == nil && session.floor.queue.isEmpty
      guard session.agenda.currentSegment?.kind == .opening, isQuiet, !session.floor.showsMissing,
        body.rows >= 4
      else {
        return drawFloorAndMissing(on: &canvas, in: body)
      }
      drawGroundRules(on: &canvas, in: body)
    }

    /// Draws a line down the body; returns what is left and right of it.
    func drawDivided(on canvas: inout Canvas, _ body: Rect) -> (left: Rect, right: Rect) {
      // Four large figures with a colon take 34 columns.
      let columns = max(body.columns >= 80 ? 36 : 28, body.columns * 34 / 100)
      let (left, rest) = body.split(left: columns, gap: 1)
      canvas.drawDivider(in: rest, look: look)
      return (left, rest.split(left: 4).rest)
    }

    // MARK: The frame

    /// Draws head and foot; returns what is left between them.
    ///
    /// A dense head is one line. With `below` the text is in large letters where they leave that many
    /// rows for what the room is asked.
    func drawFrame(
      heading: String, text: String, clock: String, foot: String, footRight: [Span],
      isDense: Bool = false, below: Int? = nil, on canvas: inout Canvas, in area: Rect
    ) -> Rect {
      canvas.fill(area, style: look["text"])
      let rows = area.rows
      var rest = area.inset(columns: area.columns >= 60 ? 3 : 1)
      _ = rest.takeBottom(1)
      if rows >= 14 { _ = rest.take(1) }
      if isDense {
        let place = rest.take(1)
        canvas.write(
          [Span("\(heading)  ", look["heading"]), Span(text, look["stage.question"])],
          right: [Span(clock, look["muted"])], in: place, ellipsis: glyphs.ellipsis)
        canvas.rest(on: place)
      } else {
        drawHead(heading, text, clock, rows: rows, below: below, on: &canvas, rest: &rest)
      }
      drawFoot(foot, footRight, on: &canvas, in: rest.takeBottom(1))
      drawAdvice(rows: rows, on: &canvas, rest: &rest)
      if rows >= (isDense ? 26 : 24) { _ = rest.takeBottom(1) }
      if rows >= 16 { canvas.drawHairline(in: rest.takeBottom(1), look: look) }
      if rows >= 20, !isDense { _ = rest.take(1) }
      if rows >= 16 { canvas.drawHairline(in: rest.take(1), look: look) }
      return rows >= 20 ? rest.inset(rows: 1) : rest
    }

    private func drawHead(
      _ heading: String, _ text: String, _ clock: String, rows: Int, below: Int?,
      on canvas: inout Canvas, rest: inout Rect
    ) {
      canvas.write(
        [Span(heading, look["heading"])], right: [Span(clock, look["muted"])], in: rest.take(1),
        ellipsis: glyphs.ellipsis)
      if rows >= 20 { _ = rest.take(1) }
      // As large as leaves room for what the room is asked below it, and for what frames that.
      let room = Size(columns: rest.columns, rows: rest.rows - (below ?? 0) - 7)
      if below != nil, !look.capabilities.isASCII,
        let letters = BigText(text, fitting: room) ?? BigText(narrow: text, fitting: room)
      {
        let place = rest.take(letters.rows)
        letters.draw(on: &canvas, in: place, style: look["stage.question"])
        return canvas.rest(on: place)
      }
      let limit = rows >= 28 ? 4 : rows >= 16 ? 3 : 2
      let lines = text.lines(in: rest.columns, limit: limit, ellipsis: glyphs.ellipsis)
      let place = rest.take(lines.count)
      canvas.write(lines, in: place, style: look["stage.question"])
      canvas.rest(on: place)
    }

    private func drawFoot(
      _ left: String, _ right: [Span], on canvas: inout Canvas, in line: Rect
    ) {
      guard !isLeaving else {
        canvas.write("Press q again to leave the stage", in: line, style: look["warn"])
        return
      }
      // The room must know before it speaks.
      let rule = session.exceptionalRule.map {
        [Span("\(glyphs.warning) \($0.title.uppercased())  ", look["warn"])]
      }
      let call = plan.breakout == nil ? nil : session.call(at: now)
      let called = call.map { [Span("\(glyphs.warning) \($0.uppercased())  ", look["warn"])] }
      canvas.write(
        (called ?? []) + (rule ?? []) + [Span(left, look["muted"])], right: right, in: line,
        ellipsis: glyphs.ellipsis)
    }

    private func drawAdvice(rows: Int, on canvas: inout Canvas, rest: inout Rect) {
      guard rows > Self.mostReadableRows else { return }
      canvas.write(
        "For the back of the room enlarge the terminal's font: 30 rows read well, now \(rows)",
        in: rest.takeBottom(1), style: look["muted"], ellipsis: glyphs.ellipsis)
    }

    // MARK: What head and foot say

    /// What is on the table; a poll that is shown stands beside the question it belongs to.
    private var question: Question? {
      let shown = session.polls.open == nil ? session.polls.onStage?.question : nil
      return (shown ?? session.agenda.question).flatMap { plan.questions[$0] }
    }

    private var heading: String {
      if Self.runningBreak(of: session) != nil { return "BREAK" }
      if Self.showsBreakouts(of: session) { return "BREAKOUT GROUPS" }
      guard let question else { return session.agenda.currentSegment == nil ? "" : "NOW" }
      return plan.number(of: question.id).map { "POLICY QUESTION \($0)" } ?? "POLICY QUESTION"
    }

    private var headline: String {
      if let pause = Self.runningBreak(of: session) { return pause.title }
      guard let question else { return session.agenda.currentSegment?.title ?? plan.title }
      let columns = scene.size.columns - (scene.size.columns >= 60 ? 6 : 2)
      let limit = scene.size.rows >= 28 ? 4 : scene.size.rows >= 16 ? 3 : 2
      let fits = question.text.wrapped(to: columns).count <= limit
      return fits ? question.text : question.heading
    }

    var title: String {
      [plan.number, plan.title.isEmpty ? nil : plan.title].compactMap(\.self)
        .joined(separator: "  ")
    }

    /// In minutes, so that nothing moves here every second.
    private var timeLeft: [Span] {
      guard let forecast = session.forecast(at: now) else { return [] }
      let left = forecast.leftSeconds
      var spans: [Span] = []
      let late = forecast.lateSeconds / 60
      if late >= 1 {
        spans.append(Span("\(glyphs.late) \(late) min late", look["warn"]))
        spans.append(Span("   ", look["text"]))
      }
      spans.append(
        left >= 0
          ? Span("\((left + 59) / 60) min left", look["muted"])
          : Span("\(-left / 60) min over time", look["warn"]))
      return spans
    }

    func name(of id: PersonID) -> String { session.people[id]?.name ?? id.description }

    func channelSpan(_ channel: Channel) -> Span {
      channel == .room
        ? Span("\(glyphs.room) room", look["channel.room"])
        : Span("\(glyphs.online) online", look["channel.online"])
    }
  }
}
