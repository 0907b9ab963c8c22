import SessionModel
public import TerminalUI

/// Everybody on the roll: who is here, who spoke, who waits; arrivals are marked here.
public struct Roll: Screen {
  private var list = ListView<PersonID>()

  public init() {}

  public var name: String { "the roll" }

  public enum Action: Sendable {
    case arrive, online, leave, raise, add, change, back
    case filter, keepFilter, dropFilter
  }

  public func takesTyping(in scene: Scene) -> Bool { list.isTyping }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    guard !list.isTyping else {
      return [
        Binding([.enter], "keep the filter", group: "People", priority: 60, action: .keepFilter),
        Binding([.escape], "clear it", group: "People", priority: 50, action: .dropFilter),
      ]
    }
    let nobody: String? =
      selected(in: scene) != nil
      ? nil
      : scene.session.people.roll.isEmpty
        ? "Nobody is on the roll" : "Nobody on the roll matches the filter"
    return [
      Binding([.enter], "hand up", group: "People", priority: 60, whyNot: nobody, action: .raise),
      Binding(
        [.space], "is here, in the room", group: "People", priority: 50, whyNot: nobody,
        action: .arrive),
      Binding(["o"], "is online", group: "People", priority: 45, whyNot: nobody, action: .online),
      Binding(["l"], "has left", group: "People", priority: 40, whyNot: nobody, action: .leave),
      Binding(["n"], "put somebody on the roll", group: "People", priority: 35, action: .add),
      Binding(["c"], "change", group: "People", priority: 30, whyNot: nobody, action: .change),
      Binding(["/"], "filter", group: "People", priority: 25, action: .filter),
      Binding(["q", .escape, "i"], "back", group: "People", priority: 20, action: .back),
    ]
  }

  private func shown(in scene: Scene) -> [PersonID] {
    list.shown(of: scene.session.people.roll.map(\.id)) { id in
      guard let person = scene.session.people[id] else { return "" }
      return [
        person.name, person.affiliation ?? "", person.group?.title ?? "",
        person.region?.title ?? "", person.roles.map(\.title).joined(separator: " "),
        id.description,
      ].joined(separator: " ")
    }
  }

  private func selected(in scene: Scene) -> PersonID? { list.selection(in: shown(in: scene)) }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .add: return .push(Fill.person(nil))
    case .filter: list.handle("/", items: shown(in: scene))
    case .keepFilter: list.handle(.enter, items: shown(in: scene))
    case .dropFilter: list.handle(.escape, items: shown(in: scene))
    case .arrive, .online, .leave, .raise, .change:
      return selected(in: scene).flatMap { scene.session.people[$0] }
        .map { onPerson($0, action) } ?? .none
    }
    return .none
  }

  private func onPerson(_ person: Person, _ action: Action) -> Effect {
    let id = person.id
    return switch action {
    case .arrive: .ask(.people(.arrive(id, .room)))
    case .online: .ask(.people(.arrive(id, .online)))
    case .leave: .ask(.people(.leave(id)))
    case .raise: .ask(.floor(.raise(id, channel: nil, kind: .comment)))
    case .change: .push(Fill.person(person))
    case .add, .back, .filter, .keepFilter, .dropFilter: .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key):
      if key == .escape, !list.isTyping, !list.isFiltered { return nil }
      return list.handle(key, items: shown(in: scene)) ? Effect.none : nil
    case .paste(let text): return list.paste(text) ? Effect.none : nil
    case .mouse, .focus: return nil
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    _ = list.click(target.name, prefix: "person", items: shown(in: scene))
    return .none
  }

  public mutating func settle(in scene: Scene) {
    list.settle(rows: max(1, scene.size.rows - 6), items: shown(in: scene))
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let session = scene.session
    let (head, rest) = area.split(top: 1)
    HeaderLine(scene).draw(on: &canvas, in: head)
    let body = rest.split(top: 1).rest.inset(columns: 1)
    let isWide = body.columns >= 100
    let all = session.people.roll.count
    let here = session.people.roll.count(where: \.isPresent)
    let hearing = scene.hearing
    canvas.write(
      [
        Span("ROLL", look["heading"]),
        Span("  \(counted(all, "person", "people")), \(here) marked as here", look["muted"]),
      ],
      right: [Span("turns    time", look["muted"])], in: body.line(0),
      ellipsis: look.glyphs.ellipsis)
    list.draw(
      on: &canvas, in: body.split(top: 1).rest, look: look, items: shown(in: scene), total: all,
      prefix: "person", empty: "nobody yet; n puts somebody on the roll"
    ) { canvas, row, id in
      guard let person = session.people[id] else { return }
      let presence: Span =
        switch (person.isPresent, person.channel) {
        case (true, .online): row.span("\(look.glyphs.online) online", "channel.online")
        case (true, _): row.span("\(look.glyphs.room) room  ", "channel.room")
        case (false, _):
          row.span("  \(person.status == .confirmed ? "" : person.status.rawValue)", "muted")
        }
      let (name, rest) = row.rect.split(left: isWide ? 36 : 30, gap: 1)
      canvas.write(
        [row.span(person.name, "strong"), row.span("  " + person.id.description, "muted")],
        in: name, ellipsis: look.glyphs.ellipsis)
      let (place, others) = rest.split(left: 9, gap: 1)
      canvas.write([presence], in: place)
      let figures = 14
      let (about, times) = others.split(left: others.columns - figures)
      let roles = person.roles.map(\.title).joined(separator: ", ")
      let origin = [person.group?.short, person.region?.short].compactMap(\.self)
        .joined(separator: " \(look.glyphs.dot) ")
      let words = isWide ? [origin, roles, person.affiliation ?? ""] : [origin]
      canvas.write(
        words.filter { !$0.isEmpty }.joined(separator: "  "), in: about,
        style: row.style("muted"), ellipsis: look.glyphs.ellipsis)
      let spoken = hearing.byPerson[id] ?? 0
      let turns = hearing.turnsByPerson[id] ?? 0
      canvas.write(
        turns == 0 ? "" : "\(turns)", in: times.split(left: 6).left, style: row.style("muted"),
        align: .right)
      canvas.write(
        turns == 0 ? look.glyphs.pending : clockText(Int(spoken / 1000)),
        in: times.split(left: 6).rest, style: row.style(turns == 0 ? "muted" : "text"),
        align: .right)
    }
  }
}
