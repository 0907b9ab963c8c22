import SessionModel
import TerminalUI

extension Console.Frame {
  /// Who speaks, and below who waits.
  func drawFloorAndQueue(on canvas: inout Canvas, in area: Rect, isLarge: Bool) {
    let floorRows = isLarge ? 8 : 4
    let (top, rest) = area.split(top: floorRows)
    part("floor", on: &canvas, in: top) { canvas, area in
      if isLarge {
        drawFloorLarge(on: &canvas, in: area)
      } else {
        drawFloorSmall(on: &canvas, in: area)
      }
    }
    part("queue", pane: .queue, on: &canvas, in: rest.split(top: isLarge ? 1 : 0).rest) {
      drawQueue(on: &$0, in: $1)
    }
  }

  /// Where a turn's time stands, in a word and a role.
  private func standing(of turn: Turn) -> (word: String, role: Role) {
    let left = turn.allowanceSeconds - turn.spokenSeconds(at: now)
    if turn.isPaused { return ("clock stopped", "warn") }
    if turn.allowanceSeconds == 0 { return ("no limit", "muted") }
    if left < 0 { return ("over by \(minutesText(-left))", "digits.over") }
    if turn.signal(at: now) == .soon {
      return ("\(minutesText(left)) left", "digits.warn")
    }
    return ("of \(minutesText(turn.allowanceSeconds))", "muted")
  }

  private func drawFloorLarge(on canvas: inout Canvas, in area: Rect) {
    heading("HAS THE FLOOR", on: &canvas, in: area.line(0))
    guard let turn = session.floor.currentTurn else {
      drawNobody(on: &canvas, in: area.split(top: 2).rest)
      return
    }
    let standing = standing(of: turn)
    let digits = BigDigits(minutesText(turn.spokenSeconds(at: now)))
    let digitRole: Role = standing.role == "muted" ? "digits" : standing.role
    let width = digits.size.columns
    // Who speaks counts more than large digits.
    guard area.columns - width > 16 else { return drawFloorSmall(on: &canvas, in: area) }
    let (left, right) = area.split(top: 1).rest.split(left: area.columns - width - 1, gap: 1)
    digits.draw(on: &canvas, in: right, look: look, role: digitRole, align: .right)
    canvas.write(
      standing.word, in: area.line(7), style: look[standing.role], align: .right)

    let lines = speakerLines(of: turn, in: left.columns)
    // The row under the heading is left free where it can be.
    let start = lines.count > 5 ? 0 : 1
    for (row, spans) in lines.prefix(6).enumerated() {
      canvas.write(spans, in: left.line(row + start), ellipsis: glyphs.ellipsis)
    }
    let share = Double(turn.spokenSeconds(at: now)) / Double(max(1, turn.allowanceSeconds))
    Gauge(share).draw(on: &canvas, in: left.line(6), look: look)
  }

  /// Who speaks, for whom and from where: a name before all else, and nothing cut that has room.
  private func speakerLines(of turn: Turn, in columns: Int) -> [[Span]] {
    let person = session.people[turn.person]
    func fits(_ text: String) -> Bool { TextWidth.columns(of: text) <= columns }
    let name = (person?.name ?? turn.person.description)
      .lines(in: columns, limit: 2, ellipsis: glyphs.ellipsis)
    let whole = [person?.group?.title, person?.region?.short].compactMap(\.self)
      .joined(separator: " \(glyphs.dot) ")
    let channel = channelSpan(turn.channel) { look[$0] }
    let kind = kind(of: turn)
    let question = turn.question.flatMap(session.plan.number).map { "on question \($0)" }
    var lines = name.map { [Span($0, look["strong"])] }
    lines.append([Span(fits(whole) ? whole : origin(of: person), look["text"])])
    if fits("  \(turn.channel.rawValue)\(kind)") {
      lines.append([channel, muted(" \(turn.channel.rawValue)\(kind)")])
    } else {
      lines.append([channel, muted(" \(turn.kind.title)")])
    }
    if let question { lines.append([muted(question)]) }
    lines += budgets(of: turn.person).map { [muted("\($0.whose) "), $0.used] }
    if let affiliation = person?.affiliation {
      lines += affiliation.lines(
        in: columns, limit: max(1, 6 - lines.count), ellipsis: glyphs.ellipsis
      ).map { [muted($0)] }
    }
    return lines.filter { $0.contains { !$0.text.isEmpty } }
  }

  /// What somebody and their group have used of what they may speak in all, the one with less
  /// left first.
  private func budgets(of person: PersonID) -> [(whose: String, used: Span)] {
    guard session.floor.budgets != nil else { return [] }
    let group = session.people[person]?.group
    let all: [(whose: String, budget: Budget?)] = [
      ("own", session.budget(of: .person(id: person))),
      ("group", group.flatMap { session.budget(of: .group(of: $0)) }),
    ]
    return all.compactMap { one in one.budget.map { (one.whose, $0) } }
      .sorted { session.secondsLeft(of: $0.1, at: now) < session.secondsLeft(of: $1.1, at: now) }
      .map { (whose: $0.0, used: Span(budgetText($0.1), look[budgetRole($0.1)])) }
  }

  private func kind(of turn: Turn) -> String {
    turn.kind == .comment ? "" : " \(glyphs.dot) \(turn.kind.title)"
  }

  private func drawFloorSmall(on canvas: inout Canvas, in area: Rect) {
    heading("HAS THE FLOOR", on: &canvas, in: area.line(0))
    guard let turn = session.floor.currentTurn else {
      drawNobody(on: &canvas, in: area.split(top: 1).rest)
      return
    }
    let person = session.people[turn.person]
    let standing = standing(of: turn)
    let spoken = minutesText(turn.spokenSeconds(at: now))
    let isUrgent = standing.role != "muted"
    let timeRole: Role = isUrgent ? standing.role : "strong"
    canvas.write(
      [Span(person?.name ?? turn.person.description, look["strong"])],
      right: [
        Span(spoken, look[timeRole]),
        Span((isUrgent ? " \(glyphs.dot) " : " ") + standing.word, look[standing.role]),
      ],
      in: area.line(1), ellipsis: glyphs.ellipsis)
    // One budget has room beside a shorter gauge.
    let budget = budgets(of: turn.person).first.map {
      [muted(" \(glyphs.dot) \($0.whose) "), $0.used]
    }
    let (left, right) = area.line(2).split(
      left: area.columns - (budget == nil ? 18 : 8), gap: 1)
    canvas.write(
      [
        muted(origin(of: person) + " \(glyphs.dot) "), channelSpan(turn.channel) { look[$0] },
        muted(budget == nil ? " \(turn.channel.rawValue)" : ""),
      ] + (budget ?? []), in: left, ellipsis: glyphs.ellipsis)
    let share = Double(turn.spokenSeconds(at: now)) / Double(max(1, turn.allowanceSeconds))
    Gauge(share).draw(on: &canvas, in: right, look: look)
  }

  private func drawNobody(on canvas: inout Canvas, in area: Rect) {
    canvas.write("Nobody", in: area.line(0), style: look["strong"])
    guard session.stage == .live else {
      let text = session.stage == .planned ? "the session is not open yet" : "the session is closed"
      canvas.write(text, in: area.line(1), style: look["muted"], ellipsis: glyphs.ellipsis)
      return
    }
    if case .fishbowl(_, let chairs) = session.floor.form {
      let isFree = session.floor.form?.freeChairs ?? 0 > 0
      canvas.write(
        [
          Span("F", look["accent"]),
          muted(
            isFree
              ? " lets somebody take the free chair" : " lets one of \(chairs) leave a chair first"),
        ], in: area.line(2), ellipsis: glyphs.ellipsis)
    }
    let next = selectedOrFirst.flatMap { session.people[$0.person]?.name }
    canvas.write(
      [
        Span("Enter", look["accent"]),
        muted(next.map { " gives it to \($0)" } ?? " gives it to somebody on the roll"),
      ], in: area.line(1), ellipsis: glyphs.ellipsis)
  }

  /// Whom the console's key would give the floor to.
  private var selectedOrFirst: FloorRequest? {
    console.selectedRequest(in: scene) ?? session.floor.queue.first
  }

  private func drawQueue(on canvas: inout Canvas, in area: Rect) {
    let (head, rest) = area.split(top: 1)
    let queue = session.floor.queue
    let count = queue.count
    let state =
      (session.floor.form.map(words) ?? session.floor.roundUnderWay.map(words)).map {
        Span($0, look["accent"])
      }
      ?? (session.floor.isListOpen
        ? muted("in \(session.floor.order.rule.title)") : Span("list closed", look["warn"]))
    heading(
      count == 0 ? "QUEUE" : "QUEUE \(count)", [state],
      right: count == 0 || session.stage == .closed ? "" : "waiting",
      on: &canvas, in: head, pane: .queue)
    let hasUnheard = hearing.total > 0 && !hearing.unheard.isEmpty
    let aside = wordForHere ?? messagesWaiting
    let hasNews = hasUnheard || aside != nil
    // In a wide row all of it stands; in the smallest console it would take the room of the queue.
    let isTold = rest.rows >= 8 && rest.columns < Self.wideRow && scene.size.columns >= 100
    let footRows = (hasNews ? 1 : 0) + (isTold ? 2 : 0)
    let (circle, below) = rest.split(top: circleLines(in: rest).count)
    canvas.write(circleLines(in: rest), in: circle, style: look["text"])
    let list = below.split(top: min(max(1, count), max(0, below.rows - footRows))).top
    let foot = below.split(top: list.rows).rest
    let isFocused = console.focus == .queue
    let columns = rowColumns(of: queue, within: list.columns)
    console.queue.draw(
      on: &canvas, in: list, look: look, items: queue.map(\.id), prefix: "queue",
      hasFocus: isFocused, bar: isFocused ? .words : nil,
      empty: session.stage == .closed || scene.isReplay
        ? "nobody waits"
        : session.floor.isListOpen
          ? "nobody waits; Space raises a hand" : "nobody waits; c opens the list",
      state: { scene.still(tensWaited(queue[$0])) }
    ) { canvas, row, _ in drawRequest(queue[row.index], on: &canvas, in: row, columns) }
    if hasNews {
      let names = hearing.unheard.map(\.short).joined(separator: ", ")
      canvas.write(
        [Span(hasUnheard ? "not yet heard: \(names)" : "", look["group.unheard"])],
        right: [Span(aside ?? "", look["channel.online"])], in: foot.line(0).split(left: 2).rest,
        gap: 2, ellipsis: glyphs.ellipsis)
    }
    if isTold { drawSelectedRequest(on: &canvas, in: foot.line(hasNews ? 2 : 1)) }
  }

  /// Who sits in the circle, above those who wait; nobody where there is none.
  private func circleLines(in area: Rect) -> [String] {
    guard case .fishbowl(let inner, _) = session.floor.form, area.rows >= 3 else { return [] }
    let names = inner.map { session.people[$0]?.name ?? $0.description }
    return "in it: \(names.joined(separator: ", "))".lines(
      in: area.columns, limit: area.rows >= 6 ? 3 : 1, ellipsis: glyphs.ellipsis)
  }

  /// What a form of the floor says beside the queue.
  private func words(for form: FloorForm) -> String {
    switch form {
    case .stick(let holder):
      let name = session.people[holder]?.name ?? holder.description
      return "stick: \(name)"
    case .fishbowl(let inner, let chairs):
      return "circle of \(inner.count), \(chairs > inner.count ? "a chair free" : "no chair free")"
    }
  }

  /// What a round says beside the queue.
  private func words(for round: RoundUnderWay) -> String {
    let each = round.seconds.map { "\(clockText($0)) each" }
    let title = round.round == .waiting ? nil : round.round.title
    return [title, each].compactMap(\.self).joined(separator: ", ")
  }

  /// How many messages from afar wait, where no list of them has room.
  private var messagesWaiting: String? {
    let count = session.inbox.waitingCount
    guard count > 0, scene.size.columns < 106 || scene.size.rows < 30 else { return nil }
    return counted(count, "message")
  }

  /// What the other moderator has just told this one.
  var wordForHere: String? { scene.wordForHere }

  /// What the selected row has no room for.
  private func drawSelectedRequest(on canvas: inout Canvas, in line: Rect) {
    guard let request = console.selectedRequest(in: scene) else { return }
    let person = session.people[request.person]
    let budgets = budgets(of: request.person).map { "\($0.whose) \($0.used.text) min" }
    let words =
      [
        request.kind == .comment ? nil : request.kind.title, request.channel.rawValue,
        spokenText(of: request.person),
      ] + budgets + [person?.affiliation]
    canvas.write(
      words.compactMap(\.self).joined(separator: " \(glyphs.dot) "),
      in: line.split(left: 2).rest, style: look["muted"], ellipsis: glyphs.ellipsis)
  }

  private func spokenText(of person: PersonID) -> String {
    let earlier = hearing.turnsByPerson[person] ?? 0
    return earlier == 0 ? "has not spoken" : "spoke \(counted(earlier, "time"))"
  }

  /// The columns from which a row of the queue has room for where somebody comes from.
  private static var wideRow: Int { 60 }

  /// How long somebody waits, in steps of ten seconds: a column of running figures would draw the
  /// eye away from who speaks.
  private func waitingText(of request: FloorRequest) -> String {
    // Nobody waits for a session that is over.
    guard session.stage != .closed else { return "" }
    return minutesText(tensWaited(request) * 10)
  }

  private func tensWaited(_ request: FloorRequest) -> Int {
    now.seconds(since: request.raised) / 10
  }

  /// How a row of the queue is divided.
  private struct RowColumns {
    var isWide: Bool
    /// For place, name and kind; 0 where they have all that the rest leaves.
    var name = 0
    /// For channel, group and region.
    var origin: Int
  }

  /// A name is read out, so it stands whole, and then where its owner comes from; what else is
  /// known has what they leave.
  private func rowColumns(of queue: [FloorRequest], within columns: Int) -> RowColumns {
    let isWide = columns >= Self.wideRow
    var name = 24
    var origin = 0
    // Those further down come up soon enough.
    for request in queue.prefix(60) {
      let person = session.people[request.person]
      let text = TextWidth.columns(of: person?.name ?? request.person.description)
      let kind = title(of: request.kind, isWide: isWide).map { TextWidth.columns(of: $0) + 2 } ?? 0
      name = max(name, 3 + text + kind)
      origin = max(origin, 3 + TextWidth.columns(of: self.origin(of: person)))
    }
    origin = min(origin, isWide ? 30 : columns >= 42 ? 17 : 12)
    return RowColumns(
      isWide: isWide, name: isWide ? min(name, columns - origin - 10) : 0, origin: origin)
  }

  /// The word for a kind of request, or its sign where there is no room for one.
  private func title(of kind: FloorRequest.Kind, isWide: Bool) -> String? {
    switch kind {
    case .comment: nil
    case .question: isWide ? "question" : "?"
    case .reply: isWide ? "reply" : glyphs.left
    case .pointOfOrder: isWide ? "point of order" : glyphs.warning
    case .intervention: isWide ? "intervention" : glyphs.warning
    case .interposedQuestion: isWide ? "interposed question" : "?"
    case .answer: isWide ? "answer" : glyphs.left
    }
  }

  private func drawRequest(
    _ request: FloorRequest, on canvas: inout Canvas, in row: ListRow, _ columns: RowColumns
  ) {
    let person = session.people[request.person]
    let count = session.floor.queue.count
    let line = row.rect.line(0)
    let isWide = columns.isWide
    let (whole, rest) = line.split(left: line.columns - columns.origin - 8, gap: 2)
    let (origin, waiting) = rest.split(left: columns.origin)
    let (left, about) = whole.split(left: isWide ? columns.name : whole.columns, gap: 2)
    let place = row.index + 1
    let role: Role =
      switch request.kind {
      case .pointOfOrder, .interposedQuestion: "warn"
      case .intervention, .answer: "accent"
      default: "muted"
      }
    let kind = title(of: request.kind, isWide: isWide).map { row.span($0, role) }
    // Place and name look alike, so that a selection that moves is few bytes on a slow line.
    let nameRole: Role = place <= session.floor.announced ? "strong" : "text"
    canvas.write(
      [
        row.span(place < 10 && count >= 10 ? " \(place) " : "\(place) ", nameRole),
        row.span(person?.name ?? request.person.description, nameRole),
      ], right: kind.map { [$0] } ?? [], in: left, gap: 1, ellipsis: glyphs.ellipsis)
    if isWide, about.columns >= 16 {
      let words = [spokenText(of: request.person), person?.affiliation]
      canvas.write(
        words.compactMap(\.self).joined(separator: " \(glyphs.dot) "), in: about,
        style: row.style("muted"), ellipsis: glyphs.ellipsis)
    }
    canvas.write(
      [
        channelSpan(request.channel, style: row.style),
        row.span(" " + self.origin(of: person), "muted"),
      ], in: origin, ellipsis: glyphs.ellipsis)
    canvas.write(
      waitingText(of: request), in: waiting, style: row.style("text"),
      align: .right)
  }
}
