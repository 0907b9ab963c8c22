public import SessionModel
public import TerminalUI

/// Every poll of the session: prepared, opened, kept open, closed, shown, asked once more.
public struct PollDesk: Screen {
  private var list = ListView<PollID>()
  /// The first row of the poll's sheet that is seen, and how many more there are below the last.
  private var top = 0
  private var hiddenRows = 0
  private var read: PollID?

  public init() {}

  public var name: String { "the polls" }

  public enum Action: Sendable {
    case act, prepare, quick, template(PollTemplate), change, remove, longer, enter, reopen, again
    case share, reflect, cloud, base, readOn, readBack, back
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let poll = selected(in: scene)
    let none = poll == nil ? "There is no poll yet" : nil
    func unless(_ state: Poll.State, _ why: String) -> String? {
      none ?? (poll?.state == state ? nil : why)
    }
    let notClosed = unless(.closed, "This poll is not closed")
    let notOpen = unless(.open, "This poll is not open")
    let notDraft = unless(.draft, "This poll has been opened")
    let group = "Polls"
    let isShared = poll?.isShared == true
    return [
      Binding(
        [.enter], actTitle(of: poll), group: group, priority: 60, whyNot: none, action: .act),
      Binding(["n"], "prepare a poll", group: group, priority: 50, action: .prepare),
      Binding(
        ["t"], "quick poll", group: group, priority: 45, whyNot: Console.whyNotAsk(in: scene),
        action: .quick),
      Binding(["c"], "change", group: group, priority: 20, whyNot: notDraft, action: .change),
      Binding(["x"], "strike", group: group, priority: 8, whyNot: notDraft, action: .remove),
      Binding(
        ["+"], "a minute more", group: group, priority: 40, whyNot: notOpen, action: .longer),
      Binding(
        ["#"], "enter counts", group: group, priority: poll?.entry == nil ? 0 : 38,
        whyNot: notOpen ?? (poll?.entry == nil ? "This poll counts ballots alone" : nil),
        action: .enter),
      Binding(
        ["v"], isShared ? "hide" : "share results", group: group, priority: 30,
        whyNot: notClosed, action: .share),
      Binding(
        ["f"], "let speakers reflect", group: group, priority: 28, whyNot: notClosed,
        action: .reflect),
      Binding(
        ["a"], "ask once more", group: group, priority: 26, whyNot: notClosed, action: .again),
      Binding(["r"], "reopen", group: group, priority: 24, whyNot: notClosed, action: .reopen),
      Binding(
        ["%", "b"], "what 100 % is", group: group, priority: 22, whyNot: none, action: .base),
      Binding(
        ["C"], poll?.isCloud == true ? "words as bars" : "words as a cloud", group: group,
        priority: poll?.method.name == .words ? 27 : 0, whyNot: Console.whyNotCloud(poll),
        action: .cloud),
      Binding(
        [.pageDown], "read on", group: group, priority: hiddenRows > 0 ? 54 : 2,
        whyNot: hiddenRows > 0 ? nil : "Nothing is hidden below", action: .readOn),
      Binding(
        [.pageUp], "read back", group: group, priority: 1,
        whyNot: top > 0 ? nil : "This is the beginning", action: .readBack),
      Binding(["q", .escape, "P"], "back", group: group, priority: 55, action: .back),
    ] + Console.templateBindings(in: scene) { .template($0) }
  }

  private func actTitle(of poll: Poll?) -> String {
    switch poll?.state {
    case .draft, nil: "open"
    case .open: "close"
    case .closed: poll?.isShared == true ? "hide" : "share results"
    }
  }

  /// The newest first.
  private func shown(in scene: Scene) -> [PollID] {
    scene.session.polls.all.all.reversed().map(\.id)
  }

  private func selected(in scene: Scene) -> Poll? {
    list.selection(in: shown(in: scene)).flatMap { scene.session.polls[$0] }
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .prepare: return .push(PollForm(in: scene, isAtOnce: false))
    case .quick: return .push(Choose.template(in: scene))
    case .template(let template): return .ask(.poll(template.intent))
    case .readOn:
      top += max(1, sheet(in: scene.size).rows - 3)
      return .none
    case .readBack:
      top -= max(1, sheet(in: scene.size).rows - 3)
      return .none
    case .act, .change, .remove, .longer, .enter, .reopen, .again, .share, .reflect, .cloud,
      .base:
      return selected(in: scene).map { act($0, action, in: scene) } ?? .none
    }
  }

  private func act(_ poll: Poll, _ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .act:
      switch poll.state {
      case .draft: .ask(.poll(.open(poll.id)))
      case .open: .push(Choose.closing(poll, in: scene))
      case .closed: .ask(.poll(poll.isShared ? .hide(poll.id) : .share(poll.id)))
      }
    case .change: .push(Palette(over: [], text: "poll change \(poll.id) "))
    case .remove: .ask(.poll(.remove(poll.id)))
    case .longer: .ask(.poll(poll.oneMinuteMore(at: scene.now)))
    case .cloud: Console.turnCloud(poll)
    case .base: .push(Choose.base(of: poll))
    case .enter: Console.enterCounts(of: poll)
    case .reopen: .ask(.poll(.reopen(poll.id)))
    case .again: .ask(.poll(.again(poll.id)))
    case .share: .ask(.poll(poll.isShared ? .hide(poll.id) : .share(poll.id)))
    case .reflect:
      .popThen([.ask(.poll(.reflect(poll.id))), .push(PersonPicker(.giveFloor))])
    case .prepare, .quick, .template, .readOn, .readBack, .back: .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, ![Key("/"), .pageUp, .pageDown].contains(key) else {
      return nil
    }
    return list.handle(key, items: shown(in: scene)) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    let before = list.selection(in: shown(in: scene))
    guard list.click(target.name, prefix: "poll", items: shown(in: scene)) else { return .none }
    // A second click on what is selected does what Enter does.
    let isSame = before == list.selection(in: shown(in: scene))
    return isSame ? perform(.act, in: scene) : .none
  }

  public mutating func settle(in scene: Scene) {
    list.settle(rows: max(1, (scene.size.rows - 5) / 2), items: shown(in: scene))
    let poll = selected(in: scene)
    if poll?.id != read { top = 0 }
    read = poll?.id
    let area = sheet(in: scene.size)
    let rows = poll.map { PollSheet($0, scene).canvas(columns: area.columns).rowsInUse } ?? 0
    top = max(0, min(top, rows - area.rows))
    hiddenRows = max(0, rows - area.rows - top)
  }

  /// Where the selected poll's sheet stands; empty where there is no room beside the list.
  private func sheet(in size: Size) -> Rect {
    split(Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)).sheet
  }

  private func split(_ area: Rect) -> (head: Rect, list: Rect, sheet: Rect) {
    let (head, rest) = area.split(top: 1)
    let body = rest.split(top: 1).rest.inset(columns: 1)
    guard body.columns >= 72 else {
      return (head, body, Rect(column: 0, row: 0, columns: 0, rows: 0))
    }
    let (left, right) = body.split(left: max(30, body.columns * 38 / 100), gap: 3)
    return (head, left, right)
  }

  // MARK: Drawing

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let (head, left, right) = split(area)
    HeaderLine(scene).draw(on: &canvas, in: head)
    let count = scene.session.polls.all.count
    canvas.write(
      [
        Span("POLLS", look["heading"]),
        Span("  \(count == 0 ? "none yet" : counted(count, "poll"))", look["muted"]),
      ], in: left.line(0), ellipsis: look.glyphs.ellipsis)
    drawList(on: &canvas, in: left.split(top: 1).rest, scene: scene)
    guard !right.isEmpty else { return }
    canvas.drawDivider(
      in: Rect(column: left.endColumn + 1, row: left.row, columns: 1, rows: left.rows), look: look)
    guard let poll = selected(in: scene) else {
      canvas.write(
        "A poll is a temperature check.", in: right.line(0), style: look["muted"],
        ellipsis: look.glyphs.ellipsis)
      return
    }
    let sheet = PollSheet(poll, scene)
    guard top > 0 || hiddenRows > 0 else { return sheet.draw(on: &canvas, in: right) }
    let (page, foot) = right.split(bottom: hiddenRows > 0 ? 1 : 0)
    canvas.put(sheet.canvas(columns: right.columns), from: top, in: page)
    canvas.write(
      [
        Span("PgDn", look["accent"]),
        Span(" \(counted(hiddenRows + 1, "more row"))", look["muted"]),
      ], in: foot, ellipsis: look.glyphs.ellipsis)
  }

  private func drawList(on canvas: inout Canvas, in rect: Rect, scene: Scene) {
    list.draw(
      on: &canvas, in: rect, look: scene.look, items: shown(in: scene), prefix: "poll",
      empty: "n prepares one, t asks a quick one", height: { _ in 2 }
    ) { canvas, row, id in
      guard let poll = scene.session.polls[id] else { return }
      canvas.write(
        [row.span("\(id) ", "muted"), row.span(poll.text, "strong")], in: row.rect.line(0),
        ellipsis: scene.look.glyphs.ellipsis)
      let state: Span =
        switch poll.state {
        case .draft: row.span("draft", "muted")
        case .open: row.span("open", "poll.open")
        case .closed where poll.isShared: row.span("shared", "good")
        case .closed: row.span("closed", "muted")
        }
      canvas.write(
        [row.span("   ", "muted"), state, row.span("  \(poll.method.title)", "muted")],
        in: row.rect.line(1), ellipsis: scene.look.glyphs.ellipsis)
    }
  }
}

extension Poll {
  /// Keeps it open a minute longer than it would be; from now, where it has no end.
  func oneMinuteMore(at now: Moment) -> PollIntent {
    .extend(id, seconds: max(0, secondsLeft(at: now) ?? 0) + 60)
  }
}

/// One poll with everything that is known of it, as the moderator sees it.
struct PollSheet {
  private let poll: Poll
  private let scene: Scene

  init(_ poll: Poll, _ scene: Scene) {
    self.poll = poll
    self.scene = scene
  }

  /// More rows than any poll takes.
  private static let longest = 400

  /// All of it, however long it is.
  func canvas(columns: Int) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: Self.longest), style: scene.look["text"])
    draw(on: &canvas, in: canvas.bounds)
    return canvas
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let look = scene.look
    let ellipsis = look.glyphs.ellipsis
    var rest = area
    canvas.write(
      [Span("\(poll.id)  ", look["heading"]), Span(about, look["muted"])], in: rest.take(1),
      ellipsis: ellipsis)
    let text = poll.text.lines(in: rest.columns, limit: 3, ellipsis: ellipsis)
    canvas.write(text, in: rest.take(text.count), style: look["strong"])
    for line in [belonging, round].compactMap(\.self) where rest.rows > 6 {
      canvas.write(line, in: rest.take(1), style: look["muted"], ellipsis: ellipsis)
    }
    if rest.rows > 8 { _ = rest.take(1) }
    let figure = PollFigure(poll, in: scene.session, look: look, saysAll: true)
    var (room, foot) = rest.split(bottom: min(2, rest.rows / 3))
    figure.draw(on: &canvas, rest: &room)
    if room.rows > 0 { _ = room.take(1) }
    foot = Rect(
      column: room.column, row: room.row, columns: room.columns, rows: foot.endRow - room.row)
    let turnout = turnout(figure).lines(in: foot.columns, limit: 3, ellipsis: ellipsis)
    canvas.write(turnout, in: foot.take(turnout.count), style: look["muted"])
    canvas.write(time, in: foot.take(1), style: look["muted"], ellipsis: ellipsis)
  }

  private var about: String {
    [poll.state.rawValue, poll.secrecy.title, poll.method.title]
      .joined(separator: " \(scene.look.glyphs.dot) ")
  }

  /// The policy question that it was put to.
  private var belonging: String? {
    guard let id = poll.question, let question = scene.session.plan.questions[id] else {
      return nil
    }
    let number = scene.session.plan.number(of: id).map { " \($0)" } ?? ""
    return "question\(number): \(question.heading)"
  }

  private var round: String? {
    let rounds = scene.session.rounds(of: poll)
    return rounds.count > 1
      ? "round \(rounds.count), after \(rounds.dropLast().map(\.id.description).joined(separator: ", "))"
      : nil
  }

  private func turnout(_ figure: PollFigure) -> String {
    guard poll.state != .draft else { return poll.secrecy.promise }
    return figure.turnoutText(in: scene.session)
  }

  private var time: String {
    switch poll.state {
    case .draft: return ""
    case .open:
      guard let left = poll.secondsLeft(at: scene.now) else { return "open until it is closed" }
      return left > 0
        ? "closes by itself in \(minutesText(left / 10 * 10))"
        : "time is up; it takes no ballots, close it to count"
    case .closed:
      return poll.isReflectedOn == true
        ? "on the stage; the speakers are asked what they make of it"
        : poll.isShared ? "on the stage" : "a temperature check, not a decision"
    }
  }
}
