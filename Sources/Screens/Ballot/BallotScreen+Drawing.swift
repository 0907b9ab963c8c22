import SessionModel
public import TerminalUI

extension BallotScreen {
  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    canvas.fill(area, style: scene.look["text"])
    let drawing = Drawing(screen: self, scene: scene)
    let frame = Frame(area)
    drawing.drawHead(on: &canvas, in: frame.head)
    drawing.drawFoot(on: &canvas, in: frame.foot)
    if let line = frame.line { canvas.drawHairline(in: line, look: scene.look) }
    drawing.drawPage(on: &canvas, in: frame.page)
  }

  /// What stands where on a terminal of that size.
  private struct Frame {
    var head: Rect
    var page: Rect
    var line: Rect?
    var foot: Rect

    init(_ area: Rect) {
      var rest = area.inset(columns: area.columns >= 60 ? 4 : 2)
      if area.rows >= 18 { _ = rest.take(1) }
      head = rest.take(1)
      if area.rows >= 16 { _ = rest.take(1) }
      foot = rest.takeBottom(1)
      if area.rows >= 16 {
        line = rest.takeBottom(1)
        _ = rest.takeBottom(1)
      }
      page = rest
    }
  }

  /// How many rows further down what is read back goes on; 0 where all of it is seen.
  func rowsToReadOn(in scene: Scene) -> Int {
    guard page == .confirming, let poll = poll.flatMap({ scene.session.polls[$0] }) else {
      return 0
    }
    let page = Frame(Rect(scene.size)).page
    return ReadBack(poll, Drawing(screen: self, scene: scene), in: page).step(from: readTop)
  }

  /// One drawing of the ballot terminal.
  struct Drawing {
    let screen: BallotScreen
    let scene: Scene

    var session: Session { scene.session }
    var look: Look { scene.look }
    var glyphs: Glyphs { scene.look.glyphs }

    func drawHead(on canvas: inout Canvas, in line: Rect) {
      let plan = session.plan
      let number = plan.number.map { "\($0)  " } ?? ""
      canvas.write(
        [Span(number, look["text"]), Span(plan.title, look["muted"])], right: timeLeft, in: line,
        ellipsis: glyphs.ellipsis)
    }

    /// How long the poll still takes ballots, where it has an end.
    private var timeLeft: [Span] {
      guard let left = session.polls.open(at: scene.now)?.secondsLeft(at: scene.now) else {
        return []
      }
      return [Span("closes in \(clockText(left))", look[left <= 10 ? "warn" : "strong"])]
    }

    func drawFoot(on canvas: inout Canvas, in line: Rect) {
      if screen.isLeaving {
        canvas.write("Press ^C again to leave", in: line, style: look["warn"])
      } else if let notice = screen.notice {
        canvas.write("\(glyphs.warning) \(notice)", in: line, style: look["status.refusal"])
      } else if let news = screen.news {
        canvas.write(
          "\(glyphs.check) \(news)", in: line, style: look["good"], ellipsis: glyphs.ellipsis)
      } else if case .message = screen.page {
        canvas.write("Any key goes on", in: line, style: look["muted"])
      } else if screen.isHalfDone(in: scene) {
        canvas.write(
          "This terminal forgets you in \(screen.secondsLeft(in: scene)) s.", in: line,
          style: look["muted"])
      }
    }

    func drawPage(on canvas: inout Canvas, in area: Rect) {
      switch screen.page {
      case .waiting: drawWaiting(on: &canvas, in: area)
      case .welcome: drawWelcome(on: &canvas, in: area)
      case .code: drawCode(on: &canvas, in: area)
      case .pin: drawPIN(on: &canvas, in: area)
      case .names(let purpose): drawNames(purpose, on: &canvas, in: area)
      case .choosing: drawChoosing(on: &canvas, in: area)
      case .confirming: drawConfirming(on: &canvas, in: area)
      case .stating: drawStating(on: &canvas, in: area)
      case .asking(let person): drawAsking(person, on: &canvas, in: area)
      case .assenting(let level): drawAssenting(level, on: &canvas, in: area)
      case .sent: drawCentered("One moment", "", on: &canvas, in: area)
      case .message(let message): draw(message, on: &canvas, in: area)
      }
    }

    // MARK: Nothing to vote on

    private func drawWaiting(on canvas: inout Canvas, in area: Rect) {
      if let outcome = session.outcomes.asked {
        return drawOutcome(outcome, on: &canvas, in: area)
      }
      var rest = area
      let (first, others) = waitingLines
      drawText(first, on: &canvas, rest: &rest)
      for line in others {
        canvas.write(line, in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
      }
      guard session.stage != .closed, rest.rows >= 1 else { return }
      drawButtons([("h", "ask for the floor")], on: &canvas, rest: &rest)
    }

    private var waitingLines: (String, [String]) {
      let plan = session.plan
      switch session.stage {
      case .planned:
        let begins = plan.slot.flatMap { slot in
          slot.start < scene.now.at
            ? nil : "It begins at \(plan.clockText(slot.start)) \(slot.zone)."
        }
        return ("The session has not begun.", [begins].compactMap(\.self))
      case .closed:
        return ("The session is closed.", ["Thank you for taking part."])
      case .live:
        let speaker = session.floor.currentTurn
          .map { "\(session.people[$0.person]?.name ?? "Somebody") has the floor." }
        let waiting = session.floor.queue.count
        let queue = waiting == 0 ? nil : "\(counted(waiting, "person", "people")) waiting to speak."
        let asked = session.polls.open.map { poll in
          poll.isOver(at: scene.now)
            ? "\(poll.text) The time is up; the ballots are about to be counted."
            : "\(poll.text) Please answer in the room."
        }
        return (
          asked ?? "No poll is open now. It appears here when it opens.",
          [session.agenda.currentSegment.map { "Now: \($0.title)" }, speaker, queue]
            .compactMap(\.self)
        )
      }
    }

    // MARK: Large rows

    private func drawChoosing(on canvas: inout Canvas, in area: Rect) {
      guard let poll = screen.poll.flatMap({ session.polls[$0] }) else { return }
      var rest = area
      drawText(poll.text, on: &canvas, rest: &rest)
      let (least, most) = screen.bounds(in: session)
      if most > 1 {
        let marked = screen.isBlank(in: session) ? 0 : screen.chosen.count
        canvas.write(
          [
            Span(BallotForm.pick(min: least, max: most).instruction, look["accent"]),
            Span(" \(glyphs.dot) \(marked) chosen", look["muted"]),
          ], in: rest.take(1), ellipsis: glyphs.ellipsis)
      }
      if let paper = screen.paper {
        let progress = progress(of: paper)
        canvas.write(
          [
            Span(poll.form.instruction, look["accent"]),
            Span(progress.isEmpty ? "" : " \(glyphs.dot) \(progress)", look["muted"]),
          ], in: rest.take(1), ellipsis: glyphs.ellipsis)
      }
      // Every row and the keys below keep their places.
      let needed = screen.paper.map(fewestRows) ?? screen.rows(in: session).count
      let room = rest.rows - needed - 1
      let promise =
        poll.form == .entered
        ? []
        : poll.secrecy.promise.lines(
          in: rest.columns, limit: max(1, min(3, room)), ellipsis: glyphs.ellipsis)
      canvas.write(promise, in: rest.take(promise.count), style: look["muted"])
      let own = screen.paper.map(keys) ?? []
      let floor = screen.paper?.takesTyping == true ? [] : [("h", "ask for the floor")]
      let confirm = poll.form == .entered ? [] : [("Enter", "confirm")]
      drawKeys(
        confirm + own + [("Esc", "start again")] + floor, on: &canvas, rest: &rest)
      guard let paper = screen.paper else { return drawRows(on: &canvas, in: rest) }
      if rest.rows > fewestRows(of: paper) { _ = rest.take(1) }
      drawPaper(paper, on: &canvas, in: rest)
    }

    /// The rows without which a paper cannot be filled in.
    private func fewestRows(of paper: BallotPaper) -> Int {
      switch paper.form {
      case .rank, .grade, .spend: paper.choices.count
      case .place: Axis.steps + 2
      case .compare: 4
      case .statements: 7
      default: 4
      }
    }

    private func drawAsking(_ person: PersonID, on canvas: inout Canvas, in area: Rect) {
      var rest = area
      let name = session.people[person]?.name ?? person.description
      let isUp = session.floor.request(of: person) != nil
      drawText(
        isUp ? "\(name), your hand is up." : "\(name), what do you want the floor for?",
        on: &canvas, rest: &rest)
      drawKeys([("Enter", "confirm"), ("Esc", "start again")], on: &canvas, rest: &rest)
      drawRows(on: &canvas, in: rest)
    }

    func textLines(_ text: String, in area: Rect) -> [String] {
      let limit = area.rows >= 14 ? 3 : area.rows >= 10 ? 2 : 1
      return text.lines(in: area.columns, limit: limit, ellipsis: glyphs.ellipsis)
    }

    func drawText(_ text: String, on canvas: inout Canvas, rest: inout Rect) {
      let lines = textLines(text, in: rest)
      let place = rest.take(lines.count)
      canvas.write(lines, in: place, style: look["strong"])
      canvas.rest(on: place)
      if rest.rows >= 12 { _ = rest.take(1) }
    }

    func drawRows(on canvas: inout Canvas, in area: Rect) {
      let rows = screen.rows(in: session)
      guard !rows.isEmpty, area.rows > 0 else { return }
      var rest = area
      let height = max(1, min(3, rest.rows / rows.count))
      let heights = heights(of: rows, each: height, in: rest)
      if rest.rows > heights.reduce(0, +) { _ = rest.take(1) }
      let cursor = screen.cursor ?? 0
      // The row with the focus is seen whole, with as many before it as there is room for.
      var first = min(cursor, rows.count - 1)
      var used = heights[first]
      while first > 0, used + heights[first - 1] <= rest.rows {
        first -= 1
        used += heights[first]
      }
      var index = first
      while index < rows.count, heights[index] <= rest.rows {
        draw(rows[index], at: index, of: rows.count, on: &canvas, in: rest.take(heights[index]))
        index += 1
      }
      guard index - first < rows.count else { return }
      let word = index < rows.count ? glyphs.down : glyphs.up
      canvas.write(
        word, at: Point(column: area.endColumn - 1, row: area.endRow - 1), style: look["accent"])
    }

    /// Rows are as high as all can be; what is cut there is whole where it has the focus, and
    /// everywhere where that fits.
    private func heights(of rows: [Row], each height: Int, in area: Rect) -> [Int] {
      let whole = rows.map { max(height, lines(of: $0, in: area.columns, limit: 3).count) }
      if whole.reduce(0, +) <= area.rows { return whole }
      var heights = rows.map { _ in height }
      if let cursor = screen.cursor, heights.indices.contains(cursor) {
        heights[cursor] = min(whole[cursor], area.rows)
      }
      return heights
    }

    private static let rowMargin = 7
    private static let chosenMark = 11

    private func lines(of row: Row, in columns: Int, limit: Int) -> [String] {
      // One line takes all the room that nothing else wants.
      let free = columns - Self.rowMargin - 1
      return TextWidth.columns(of: row.title) <= free
        ? [row.title]
        : row.title.lines(in: free - Self.chosenMark, limit: limit, ellipsis: glyphs.ellipsis)
    }

    private func draw(
      _ row: Row, at index: Int, of count: Int, on canvas: inout Canvas, in rect: Rect
    ) {
      let isChosen = screen.chosen.contains(index)
      let hasFocus = screen.cursor == index
      func style(_ role: String) -> Style {
        look[TerminalUI.Role(hasFocus ? "selection." + role : role)]
      }
      if hasFocus { canvas.fill(rect, style: look["selection"]) }
      let isBlankRow = screen.page == .choosing && index == count - 1
      let title = hasFocus ? "selection" : isBlankRow ? "muted" : "strong"
      let lines =
        rect.rows == 1 ? [row.title] : lines(of: row, in: rect.columns, limit: rect.rows)
      let top = (rect.rows - lines.count) / 2
      let line = rect.line(top).inset(columns: 1)
      for (place, text) in lines.enumerated() {
        canvas.write(
          [
            Span("  \(place == 0 ? row.key ?? " " : " ")   ", style("accent")),
            Span(text, look[TerminalUI.Role(title)]),
          ],
          right: isChosen && place == 0
            ? [Span("\(glyphs.check) chosen ", style("accent"))] : [],
          in: rect.line(top + place).inset(columns: 1), ellipsis: glyphs.ellipsis)
      }
      canvas.addTarget(rect, "row:\(index)")
      if hasFocus { canvas.rest(on: line) }
    }

    // MARK: Keys to touch

    /// Keys in one line at the bottom, with a free line around them to be touched.
    func drawKeys(
      _ keys: [(label: String, title: String)], on canvas: inout Canvas, rest: inout Rect
    ) {
      let needed = screen.paper.map(fewestRows) ?? screen.rows(in: session).count
      let isRoomy = rest.rows >= needed + 3
      let lines = Self.lines(of: keys, in: rest.columns)
      // Two lines of keys only where nothing else has to go for the second.
      let isDouble = lines.count > 1 && rest.rows >= needed + 6
      let place = rest.takeBottom(isDouble ? 4 : isRoomy ? 2 : 1)
      for (index, line) in lines.prefix(isDouble ? 2 : 1).enumerated() {
        drawKeys(
          line, on: &canvas,
          in: isDouble
            ? Rect(
              column: place.column, row: place.row + index * 2, columns: place.columns, rows: 2)
            : place)
      }
    }

    private static func lines(
      of keys: [(label: String, title: String)], in columns: Int
    ) -> [[(label: String, title: String)]] {
      var lines: [[(label: String, title: String)]] = []
      var used = Int.max
      for key in keys {
        let needed = key.label.count + 1 + key.title.count
        if used == Int.max || used + needed > columns {
          lines.append([])
          used = 0
        }
        lines[lines.count - 1].append(key)
        used += needed + keyGap
      }
      return lines
    }

    private static let keyGap = 5

    private func drawKeys(
      _ keys: [(label: String, title: String)], on canvas: inout Canvas, in place: Rect
    ) {
      let line = place.line(place.rows - 1)
      var column = line.column
      for key in keys {
        let columns = key.label.count + 1 + key.title.count
        let rect = Rect(column: column, row: line.row, columns: columns, rows: 1)
        canvas.write(
          [Span(key.label, look["dialog.key"]), Span(" " + key.title, look["text"])], in: rect)
        canvas.addTarget(
          Rect(column: column, row: place.row, columns: columns + 2, rows: place.rows + 1),
          "key:\(key.label)")
        column += columns + Self.keyGap
      }
    }

    /// Keys as large rows, for a page that has nothing else to touch.
    func drawButtons(
      _ keys: [(label: String, title: String)], on canvas: inout Canvas, rest: inout Rect
    ) {
      let height = max(1, min(3, rest.rows / keys.count))
      for key in keys {
        let place = rest.take(height)
        canvas.write(
          [
            Span("   ", look["text"]), Span(key.label, look["dialog.key"]),
            Span("   \(key.title)", look["strong"]),
          ], in: place.line((place.rows - 1) / 2), ellipsis: glyphs.ellipsis)
        canvas.addTarget(place, "key:\(key.label)")
      }
    }
  }
}
