import SessionModel
public import TerminalUI

extension OnlineDesk {
  /// Where things stand, for drawing and scrolling alike.
  struct Layout {
    var header: Rect
    /// Who speaks, and when the floor comes to somebody online.
    var now: Rect
    var line: Rect
    var queue: Rect
    var people: Rect
    var inbox: Rect
    /// The selected message; below the inbox where there is no column for it.
    var sheet: Rect
    var isSheetBeside: Bool

    init(_ area: Rect) {
      var rest = area
      header = rest.take(1)
      if area.rows >= 20 { _ = rest.take(1) }
      now = rest.take(2).inset(columns: 1)
      line = rest.take(1)
      if area.rows >= 28 { rest = rest.split(bottom: 1).rest }
      let body = rest.inset(columns: 1)
      isSheetBeside = area.columns >= 110
      let empty = Rect(column: 0, row: 0, columns: 0, rows: 0)
      (queue, people) = (empty, empty)
      if area.columns >= 72 {
        let share = isSheetBeside ? (area.columns >= 160 ? 28 : 31) : 43
        let (left, right) = body.split(left: body.columns * share / 100, gap: 3)
        rest = right
        (queue, people) = left.split(bottom: min(max(4, left.rows * 45 / 100), 16))
        queue = queue.trimmedBottom(1)
      } else {
        rest = body
      }
      if isSheetBeside {
        let (middle, last) = rest.split(left: rest.columns * 55 / 100, gap: 3)
        (inbox, sheet) = (middle, last)
      } else {
        (inbox, sheet) = rest.split(bottom: rest.rows >= 12 ? 5 : 0)
      }
    }
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let layout = Layout(area)
    let page = Page(desk: self, scene: scene)
    canvas.part("header", of: scene.part(), in: layout.header) {
      HeaderLine(scene, seatName: "online").draw(on: &$0, in: layout.header)
    }
    page.drawNow(on: &canvas, in: layout.now)
    canvas.drawHairline(in: layout.line, look: scene.look)
    if !layout.queue.isEmpty {
      page.drawQueue(on: &canvas, in: layout.queue)
      page.drawPeople(on: &canvas, in: layout.people)
      let right = layout.isSheetBeside ? layout.inbox : layout.inbox.joined(to: layout.sheet)
      page.drawDivider(before: right, on: &canvas)
    }
    // Where there is one column, it is for what has the focus.
    guard focus == .inbox || !layout.queue.isEmpty else {
      return page.drawQueue(on: &canvas, in: layout.inbox)
    }
    inbox.draw(on: &canvas, in: layout.inbox, scene: scene, hasFocus: focus == .inbox)
    page.drawSheet(on: &canvas, in: layout)
  }

  /// One drawing of the desk.
  struct Page {
    let desk: OnlineDesk
    let scene: Scene

    private var session: Session { scene.session }
    private var look: Look { scene.look }
    private var glyphs: Glyphs { scene.look.glyphs }

    func drawDivider(before rect: Rect, on canvas: inout Canvas) {
      canvas.drawDivider(
        in: Rect(column: rect.column - 2, row: rect.row, columns: 1, rows: rect.rows), look: look)
    }

    // MARK: What is going on

    func drawNow(on canvas: inout Canvas, in area: Rect) {
      let label = 8
      let rows: [(title: String, spans: [Span], right: [Span])] = [
        ("NOW", speaker, asked), ("ONLINE", next, word),
      ]
      for (index, row) in rows.enumerated() {
        let (title, rest) = area.line(index).split(left: label)
        canvas.write(row.title, in: title, style: look["heading"])
        canvas.write(row.spans, right: row.right, in: rest, gap: 2, ellipsis: glyphs.ellipsis)
      }
    }

    private var speaker: [Span] {
      guard let turn = session.floor.currentTurn else {
        let words =
          switch session.stage {
          case .planned: "The session is not open yet"
          case .live: "Nobody has the floor"
          case .closed: "The session is closed"
          }
        return [Span(words, look["muted"])]
      }
      let countdown = Countdown(of: turn, at: scene.now)
      let allowed = turn.allowanceSeconds > 0 ? " of \(minutesText(turn.allowanceSeconds))" : ""
      return [
        Span(session.people[turn.person]?.name ?? turn.person.description, look["strong"]),
        Span(" ", look["text"]), channel(turn.channel),
        Span("  \(minutesText(turn.spokenSeconds(at: scene.now)))\(allowed)", look[countdown.role]),
      ]
    }

    /// What the room is asked now.
    private var asked: [Span] {
      if let asked = BeforeTheRoom(session, at: scene.now) {
        return asked.spans(look) + [Span("; A answers", look["accent"])]
      }
      if let poll = session.polls.open {
        return [Span("poll open, \(counted(poll.turnout, "vote"))", look["poll.open"])]
      }
      guard let id = session.agenda.question, let number = session.plan.number(of: id) else {
        return [Span(session.agenda.currentSegment?.title ?? "", look["muted"])]
      }
      return [Span("question \(number)", look["muted"])]
    }

    /// When somebody online has the floor next.
    private var next: [Span] {
      let turn = session.onlineTurn(at: scene.now)
      let since = turn.roomTurns
      let room =
        since == 0
        ? "" : "\(counted(since, "turn")) in the room since"
      guard let id = turn.request, let place = turn.place,
        let request = session.floor.queue.first(where: { $0.id == id })
      else {
        let gap = room.isEmpty ? "" : "; " + room
        return [Span("nobody online waits" + gap, look[since >= 2 ? "warn" : "muted"])]
      }
      let name = session.people[request.person]?.name ?? request.person.description
      let when = place == 1 ? "next" : "after \(counted(place - 1, "other"))"
      let time = (turn.seconds ?? 0) / 10 * 10
      return [
        Span(name, look["strong"]),
        Span(" \(when)", look[place == 1 ? "good" : "text"]),
        Span(", in about \(minutesText(time))", look["muted"]),
        Span(
          turn.isDue && place > 1 ? "  due: \(room)" : "", look["warn"]),
      ]
    }

    private var word: [Span] {
      scene.wordForHere.map { [Span($0, look["accent"])] } ?? []
    }

    private func channel(_ channel: Channel) -> Span {
      channel == .room
        ? Span(glyphs.room, look["channel.room"]) : Span(glyphs.online, look["channel.online"])
    }

    // MARK: Who wants in

    func drawQueue(on canvas: inout Canvas, in area: Rect) {
      let hasFocus = desk.focus == .queue
      let items = desk.waiting(in: scene)
      let queue = session.floor.queue
      canvas.write(
        [
          Span("WANT IN \(items.count)", look[hasFocus ? "accent" : "heading"]),
          Span("  of \(queue.count) who wait", look["muted"]),
        ], right: [Span(items.isEmpty ? "" : "waiting", look["muted"])], in: area.line(0),
        gap: 1, ellipsis: glyphs.ellipsis)
      desk.queue.draw(
        on: &canvas, in: area.split(top: 1).rest, look: look, items: items, prefix: "queue",
        hasFocus: hasFocus, bar: hasFocus ? .words : nil,
        empty: session.stage == .closed || scene.isReplay ? "nobody waits" : "Space raises a hand"
      ) { canvas, row, id in
        guard let index = queue.firstIndex(where: { $0.id == id }) else { return }
        let request = queue[index]
        let isAnnounced = index < session.floor.announced
        canvas.write(
          [
            row.span("\(index + 1) ", isAnnounced ? "strong" : "muted"),
            row.span(
              session.people[request.person]?.name ?? request.person.description,
              isAnnounced ? "strong" : "text"),
            row.span(request.kind == .comment ? "" : "  " + request.kind.title, "muted"),
          ],
          right: [
            row.span(minutesText(scene.now.tens(since: request.raised)), "text")
          ], in: row.rect, gap: 1, ellipsis: glyphs.ellipsis)
      }
    }

    /// Who is online, and who of them has not been heard.
    func drawPeople(on canvas: inout Canvas, in area: Rect) {
      if let asked = BeforeTheRoom(session, at: scene.now) {
        canvas.write("BEFORE THE ROOM", in: area.line(0), style: look["heading"])
        let place = area.split(top: 1).rest
        let lines = asked.sentence.lines(
          in: place.columns, limit: place.rows, ellipsis: glyphs.ellipsis)
        return canvas.write(lines, in: place, style: look["strong"])
      }
      let online = session.people.roll.filter { $0.isPresent && $0.channel == .online }
      let silent = online.filter {
        scene.hearing.turnsByPerson[$0.id] == nil && !$0.roles.contains(.onlineModerator)
      }
      let heads = session.people.headcount?.online
      var rest = area
      canvas.write(
        [
          Span("ONLINE \(heads ?? online.count)", look["heading"]),
          Span(
            "  \(online.count) named, \(scene.hearing.percent(of: .online)) % of time",
            look["muted"]),
        ], in: rest.take(1), ellipsis: glyphs.ellipsis)
      guard !silent.isEmpty, !rest.isEmpty else { return }
      canvas.write(
        "not yet heard \(silent.count)", in: rest.take(1), style: look["group.unheard"],
        ellipsis: glyphs.ellipsis)
      let isCut = silent.count > rest.rows
      let shown = silent.prefix(isCut ? max(0, rest.rows - 1) : rest.rows)
      for person in shown {
        let isWaiting = session.floor.request(of: person.id) != nil
        canvas.write(
          [Span("  \(person.name)", look["text"])],
          right: [Span(isWaiting ? "waits" : person.group?.short ?? "", look["muted"])],
          in: rest.take(1), gap: 1, ellipsis: glyphs.ellipsis)
      }
      if isCut, !rest.isEmpty {
        canvas.write(
          "  and \(silent.count - shown.count) more", in: rest.take(1),
          style: look["muted"], ellipsis: glyphs.ellipsis)
      }
    }

    // MARK: The selected message

    func drawSheet(on canvas: inout Canvas, in layout: Layout) {
      guard !layout.sheet.isEmpty else { return }
      if layout.isSheetBeside {
        drawDivider(before: layout.sheet, on: &canvas)
      }
      guard let message = desk.inbox.selected(in: scene) else { return }
      var area = layout.sheet
      if !layout.isSheetBeside { canvas.drawHairline(in: area.take(1), look: look) }
      MessageSheet(message, in: scene).draw(on: &canvas, in: area)
    }
  }
}

extension Rect {
  /// Both, where the other stands right below.
  fileprivate func joined(to below: Rect) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: rows + below.rows)
  }
}
