import SessionModel
public import TerminalUI

/// The breakout groups: made, sent to work, called, called back, merged and read out.
public struct BreakoutDesk: Screen {
  private var list = ListView<BreakoutID>()

  public init() {}

  public var name: String { "the breakout groups" }

  public func tick(in scene: Scene) -> Tick? { scene.session.breakouts.isRunning ? .second : nil }

  public enum Action: Sendable {
    case divide, begin, chair, rapporteur, ask, room, move, left, recall, say, longer, shorter
    case merge, mergeFile, take, readOut, dissolve, back
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let session = scene.session
    let breakouts = session.breakouts
    let none = breakouts.all.isEmpty ? Refusal.noBreakouts.sentence : nil
    let noneEver = breakouts.earlier == nil ? none : nil
    let working = breakouts.isRunning ? Refusal.breakoutsRunning.sentence : nil
    let idle = breakouts.isRunning ? nil : Refusal.breakoutsNotRunning.sentence
    let notLive = Console.whyNotLive(in: scene)
    let group = "Breakout groups"
    let reporter = selected(in: scene).flatMap { chosen in
      chosen.reporter == nil ? Refusal.nobodyReadsOut(chosen.title).sentence : nil
    }
    let whyNotTake = noneEver ?? selected(in: scene).flatMap { session.whyNotTake($0) }
    return [
      Binding(
        ["g"], "make groups", group: group, priority: breakouts.all.isEmpty ? 80 : 20,
        whyNot: working, action: .divide),
      Binding(
        ["s"], "send to work", group: group, priority: breakouts.began == nil ? 70 : 4,
        whyNot: none ?? notLive
          ?? (breakouts.began == nil
            ? nil : working ?? "The groups have come back; make new ones"),
        action: .begin),
      Binding(["c"], "chair", group: group, priority: 40, whyNot: none, action: .chair),
      Binding(["r"], "rapporteur", group: group, priority: 39, whyNot: none, action: .rapporteur),
      Binding(
        ["a"], "question", group: group, priority: 30,
        whyNot: none
          ?? (session.plan.questionOrder.isEmpty ? "The plan has no policy question" : nil),
        action: .ask),
      Binding(["t"], "where it meets", group: group, priority: 12, whyNot: none, action: .room),
      Binding(
        ["x"], "move somebody", group: group, priority: 14, whyNot: none, action: .move),
      Binding(
        ["5"], "five minutes left", group: group, priority: 60, whyNot: none ?? idle,
        action: .left),
      Binding(["w"], "call to this group", group: group, priority: 35, whyNot: none, action: .say),
      Binding(["+"], "a minute more", group: group, priority: 34, whyNot: idle, action: .longer),
      Binding(["-"], "a minute less", group: group, whyNot: idle, action: .shorter),
      Binding(
        ["b"], "come back", group: group, priority: 59, whyNot: none ?? idle, action: .recall),
      Binding(
        ["m"], "merge what lies here", group: group, priority: breakouts.began == nil ? 6 : 50,
        whyNot: noneEver, action: .merge),
      Binding(
        ["f"], "merge a file", group: group, priority: 10, whyNot: noneEver, action: .mergeFile),
      Binding(
        ["n"], "notes into the notebook", group: group, priority: whyNotTake == nil ? 36 : 0,
        whyNot: whyNotTake, action: .take),
      Binding(
        ["o", .enter], "read out", group: group, priority: breakouts.recalled == nil ? 5 : 58,
        whyNot: none ?? notLive ?? working ?? reporter, action: .readOut),
      Binding(["D"], "do away with them", group: group, whyNot: none ?? working, action: .dissolve),
      Binding(["q", .escape], "back", group: group, priority: 55, action: .back),
    ]
  }

  /// Those of earlier divisions stand below: what they bring back may come late.
  private func shown(in scene: Scene) -> [BreakoutID] {
    let breakouts = scene.session.breakouts
    return breakouts.all.map(\.id) + (breakouts.earlier ?? []).map(\.id)
  }

  private func selected(in scene: Scene) -> Breakout? {
    list.selection(in: shown(in: scene)).flatMap { scene.session.breakouts.known($0) }
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .divide: return .push(DivisionPreview(in: scene))
    case .begin: return .push(Choose.breakoutTime(in: scene))
    case .left:
      return .ask(.breakout(.signal(.left, minutes: 5, text: nil, to: nil)))
    case .recall: return .ask(.breakout(.recall))
    case .merge: return .gather(path: nil)
    case .mergeFile: return .push(Fill.packedGroup)
    case .dissolve: return .push(Choose.dissolving(scene.session.breakouts))
    case .chair, .rapporteur, .ask, .room, .move, .say, .longer, .shorter, .readOut, .take:
      return selected(in: scene).map { act(on: $0, action, in: scene) } ?? .none
    }
  }

  private func act(on group: Breakout, _ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .chair:
      return .push(Choose.member(of: group, as: "Who chairs", in: scene) { $0.chair = $1 })
    case .rapporteur:
      return .push(Choose.member(of: group, as: "Who writes in", in: scene) { $0.rapporteur = $1 })
    case .ask: return .push(Choose.question(of: group, in: scene.session))
    case .room:
      return .push(Palette(over: [], text: "breakout change \(group.id) --room \""))
    case .move: return .push(Palette(over: [], text: "breakout move "))
    case .say:
      return .push(Palette(over: [], text: "breakout signal message --group \(group.id) --text \""))
    case .longer: return .ask(.breakout(.extend(group.id, seconds: 60)))
    case .shorter: return .ask(.breakout(.extend(group.id, seconds: -60)))
    case .readOut: return .ask(.breakout(.readOut(group.id, seconds: nil)))
    case .take: return .all(scene.session.taking(group))
    default: return .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, !["/", "g", "G"].contains(key) else { return nil }
    return list.handle(key, items: shown(in: scene)) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    _ = list.click(target.name, prefix: "breakout", items: shown(in: scene))
    return .none
  }

  public mutating func settle(in scene: Scene) {
    let items = shown(in: scene)
    let area = Rect(
      column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    list.settle(rows: Self.columns(of: area).left.rows - 2, items: items) { _ in Self.rows }
  }

  // MARK: Drawing

  /// A title, how it goes, and a free row.
  private static let rows = 3

  private static func columns(of area: Rect) -> (left: Rect, right: Rect) {
    let body = area.split(top: 2).rest.inset(columns: 1)
    let (left, right) = body.split(left: body.columns * 45 / 100, gap: 3)
    return (left, right)
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let breakouts = scene.session.breakouts
    HeaderLine(scene).draw(on: &canvas, in: area.line(0))
    let (left, right) = Self.columns(of: area)
    canvas.write(
      [Span("GROUPS \(breakouts.all.count)", look["heading"])], right: [stage(of: scene)],
      in: left.line(0), ellipsis: look.glyphs.ellipsis)
    list.draw(
      on: &canvas, in: left.split(top: 2).rest, look: look, items: shown(in: scene),
      prefix: "breakout", hasFocus: true, bar: .words, empty: "no group yet; g makes them",
      height: { _ in Self.rows }
    ) { canvas, row, id in
      guard let group = breakouts.known(id) else { return }
      draw(group, on: &canvas, row, scene)
    }
    canvas.drawDivider(
      in: Rect(column: left.endColumn + 1, row: left.row, columns: 1, rows: left.rows), look: look)
    guard let group = selected(in: scene) else { return }
    BreakoutPanel(group, in: scene).draw(on: &canvas, in: right)
  }

  private func stage(of scene: Scene) -> Span {
    let breakouts = scene.session.breakouts
    if breakouts.isRunning { return Span("at work", scene.look["good"]) }
    if breakouts.recalled != nil { return Span("called back", scene.look["accent"]) }
    return Span(breakouts.all.isEmpty ? "" : "not begun", scene.look["muted"])
  }

  private func draw(
    _ group: Breakout, on canvas: inout Canvas, _ row: ListRow, _ scene: Scene
  ) {
    let look = scene.look
    let breakouts = scene.session.breakouts
    let left = group.tag == nil ? breakouts.leftSeconds(of: group, at: scene.now) : nil
    let time = left.map {
      Span(
        $0 < 0 ? "\(minutesText(-$0)) over" : minutesText($0),
        row.style($0 < 0 ? "bad" : $0 <= 60 ? "warn" : "strong"))
    }
    canvas.write(
      [
        Span(group.title, row.style("strong")),
        Span("  \(counted(group.members.count, "person", "people"))", row.style("muted")),
      ], right: time.map { [$0] } ?? [], in: row.rect.line(0), gap: 2,
      ellipsis: look.glyphs.ellipsis)
    let (text, role) = word(on: group, in: scene)
    canvas.write(
      text, in: row.rect.line(1), style: row.style(role), ellipsis: look.glyphs.ellipsis)
  }

  /// How it goes with a group, in a few words.
  private func word(on group: Breakout, in scene: Scene) -> (String, Role) {
    let breakouts = scene.session.breakouts
    if breakouts.wantsHelp(group.id) { return ("needs help", "warn") }
    if let back = group.returned {
      let notes = counted(back.notes?.count ?? 0, "note")
      let polls = counted(back.polls?.count ?? 0, "poll")
      let isTold = scene.session.hasReadOut(group)
      return ("brought back \(notes), \(polls)" + (isTold ? ", read out" : ""), "good")
    }
    if group.tag != nil { return ("of an earlier division, brought nothing back yet", "warn") }
    if let status = scene.groups[group.id] { return (status, "muted") }
    let chair = group.chair.flatMap { scene.session.people[$0]?.name }
    return (chair.map { "chair: \($0)" } ?? "nobody chairs it yet", "muted")
  }
}

extension Session {
  /// Takes over all that a group wrote down and that does not stand in the notebook.
  func taking(_ group: Breakout) -> [Effect] {
    (group.returned?.notes ?? []).enumerated().filter { !hasTaken($1, of: group) }
      .map { .ask(.note(.take(group.id, at: $0.offset + 1))) }
  }

  /// Why there is nothing to take over from a group; `nil` where there is.
  func whyNotTake(_ group: Breakout) -> String? {
    guard let notes = group.returned?.notes else { return "\(group.title) brought no note back" }
    return notes.allSatisfy { hasTaken($0, of: group) }
      ? "All that \(group.title) wrote is in the notebook" : nil
  }
}

/// Everything about one group.
struct BreakoutPanel {
  private let group: Breakout
  private let scene: Scene
  private var look: Look { scene.look }

  init(_ group: Breakout, in scene: Scene) {
    self.group = group
    self.scene = scene
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let session = scene.session
    canvas.write(group.title.uppercased(), in: rest.take(1), style: look["heading"])
    let question = (group.question ?? session.agenda.question).flatMap {
      session.plan.questions[$0]
    }
    let facts = [
      ("question", question?.heading), ("chair", name(group.chair)),
      ("rapporteur", name(group.rapporteur)), ("where", group.room),
    ]
    for (label, value) in facts where !rest.isEmpty {
      let (left, right) = rest.take(1).split(left: 12)
      canvas.write(label, in: left, style: look["muted"])
      canvas.write(
        value ?? "not said", in: right, style: look[value == nil ? "muted" : "text"],
        ellipsis: look.glyphs.ellipsis)
    }
    _ = rest.take(min(1, rest.rows))
    drawSignals(on: &canvas, &rest)
    if let returned = group.returned { return drawReturned(returned, on: &canvas, &rest) }
    drawMembers(on: &canvas, rest)
  }

  private func name(_ id: PersonID?) -> String? { id.flatMap { scene.session.people[$0]?.name } }

  private func drawSignals(on canvas: inout Canvas, _ rest: inout Rect) {
    let signals = scene.session.breakouts.signals.filter { signal in
      signal.from == group.id || (signal.from == nil && (signal.to ?? group.id) == group.id)
    }
    guard !signals.isEmpty, rest.rows > 6 else { return }
    for signal in signals.suffix(3) {
      let time = signal.sent.map { scene.session.plan.clockText($0) + " " } ?? ""
      let isTheirs = signal.from != nil
      canvas.write(
        [
          Span(time, look["muted"]),
          Span(isTheirs ? "they: " : "we: ", look["muted"]),
          Span(signal.words, look[isTheirs ? "warn" : "text"]),
        ], in: rest.take(1), ellipsis: look.glyphs.ellipsis)
    }
    _ = rest.take(1)
  }

  private func drawReturned(
    _ returned: BreakoutReturn, on canvas: inout Canvas, _ rest: inout Rect
  ) {
    canvas.write("BROUGHT BACK", in: rest.take(1), style: look["heading"])
    for outcome in returned.outcomes ?? [] where rest.rows > 1 {
      let lines = outcome.text.lines(
        in: rest.columns, limit: min(2, rest.rows - 1), ellipsis: look.glyphs.ellipsis)
      canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
      canvas.write(
        "  an outcome: \(outcome.standing)", in: rest.take(1), style: look["muted"],
        ellipsis: look.glyphs.ellipsis)
    }
    for note in returned.notes ?? [] where !rest.isEmpty {
      let lines = note.text.lines(
        in: rest.columns - 2, limit: min(2, rest.rows), ellipsis: look.glyphs.ellipsis)
      let place = rest.take(lines.count)
      let isTaken = scene.session.hasTaken(note, of: group)
      canvas.write(
        isTaken ? look.glyphs.check : look.glyphs.note(note.kind.rawValue), in: place.line(0),
        style: look[isTaken ? "good" : "note.kind"])
      canvas.write(
        lines, in: place.split(left: 2).rest, style: look[isTaken ? "muted" : "text"])
    }
    for poll in returned.polls ?? [] where rest.rows > 1 {
      canvas.write(
        [
          Span(poll.text, look["strong"]),
          Span("  \(counted(poll.turnout, "ballot"))", look["muted"]),
        ], in: rest.take(1), ellipsis: look.glyphs.ellipsis)
      let figures = poll.rows.map { "\($0.label) \($0.figure)" }.joined(separator: ", ")
      canvas.write(
        figures, in: rest.take(1), style: look["text"], ellipsis: look.glyphs.ellipsis)
    }
  }

  private func drawMembers(on canvas: inout Canvas, _ area: Rect) {
    var rest = area
    for id in group.members {
      guard rest.rows > 0, let person = scene.session.people[id] else { return }
      let isOnline = person.channel == .online
      canvas.write(
        [
          Span(
            isOnline ? look.glyphs.online : look.glyphs.room,
            look[isOnline ? "channel.online" : "channel.room"]),
          Span(" \(person.name)", look["text"]),
        ],
        right: [
          Span(
            [person.group?.short, person.region?.short].compactMap(\.self)
              .joined(separator: " \(look.glyphs.dot) "), look["muted"])
        ], in: rest.take(1), gap: 2, ellipsis: look.glyphs.ellipsis)
    }
  }
}
