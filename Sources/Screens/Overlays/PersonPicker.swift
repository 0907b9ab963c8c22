public import SessionModel
public import TerminalUI

/// The roll, to pick one person from by typing a part of the name.
public struct PersonPicker: Screen {
  /// What happens with the one picked.
  public enum Purpose: Sendable {
    case raiseHand, giveFloor
    /// Whoever has written a message is to be known, or to have the floor.
    case attribute(MessageID), queue(MessageID)
    case holdStick, passStick, takeChair
  }

  private let purpose: Purpose
  private var typed: TypedList<PersonID>
  private var kind = FloorRequest.Kind.comment
  private var channel: Channel?

  /// `typed` is looked for from the beginning.
  public init(_ purpose: Purpose, typed: String = "") {
    self.purpose = purpose
    self.typed = TypedList(typed)
  }

  public var name: String { "the roll" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 10) }

  public enum Action: Sendable {
    case pick, nextKind, toggleChannel, cancel
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    var bindings: [Binding<Action>] = [Binding([.enter], verb, priority: 9, action: .pick)]
    if case .raiseHand = purpose {
      bindings.append(Binding([.tab], "what for", priority: 8, action: .nextKind))
      bindings.append(
        Binding([.control("o")], "room or online", priority: 7, action: .toggleChannel))
    }
    bindings.append(Binding([.escape, .control("c")], "cancel", priority: 6, action: .cancel))
    return bindings
  }

  private var verb: String {
    switch purpose {
    case .raiseHand, .queue: "raise the hand"
    case .giveFloor: "give the floor"
    case .attribute: "it is from this one"
    case .holdStick, .passStick: "hand it over"
    case .takeChair: "take the chair"
    }
  }

  private var title: String {
    switch purpose {
    case .raiseHand:
      "Raise a hand for a \(kind.title)\(channel.map { ", \($0.rawValue)" } ?? "")"
    case .giveFloor: "Give the floor to"
    case .attribute(let message): "Message \(message) is from"
    case .queue(let message): "Message \(message): raise the hand of"
    case .holdStick: "The talking stick is held first by"
    case .passStick: "The talking stick goes to"
    case .takeChair: "The free chair is taken by"
    }
  }

  private func shown(in scene: Scene) -> [PersonID] {
    let pattern = typed.text
    guard !pattern.isEmpty else {
      // Those who hold no floor yet stand first: they are who is looked for.
      return scene.session.people.roll.filter { $0.status != .cancelled }.map(\.id)
    }
    return scene.session.people.roll.compactMap { person -> (PersonID, Int)? in
      let text = [person.name, person.affiliation ?? "", person.id.description]
        .joined(separator: " ")
      return FuzzyMatch(pattern, in: text).map { (person.id, $0.score) }
    }
    .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    .map(\.0)
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .cancel: return .pop
    case .nextKind:
      let kinds = FloorRequest.Kind.asked
      let index = kinds.firstIndex(of: kind) ?? 0
      kind = kinds[(index + 1) % kinds.count]
      return .none
    case .toggleChannel:
      channel = channel == .online ? .room : .online
      return .none
    case .pick:
      guard let id = typed.list.selection(in: shown(in: scene)) else {
        // A name that is not on the roll is put there; the next Enter picks it.
        let details = PersonDetails()
        return .ask(.people(.add(name: typed.text, details: details)))
      }
      return .popThen([.ask(intent(for: id))])
    }
  }

  private func intent(for id: PersonID) -> Intent {
    switch purpose {
    case .raiseHand: .floor(.raise(id, channel: channel, kind: kind))
    case .giveFloor: .floor(.give(.person(id), seconds: nil))
    case .attribute(let message): .inbox(.attribute(message, id))
    case .queue(let message): .inbox(.queue(message, id, kind: nil))
    case .holdStick: .floor(.stick(id))
    case .passStick: .floor(.pass(to: id))
    case .takeChair: .floor(.takeChair(id))
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    typed.receive(input, items: shown(in: scene))
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    let items = shown(in: scene)
    guard typed.list.click(target.name, prefix: "person", items: items) else { return .none }
    return perform(.pick, in: scene)
  }

  public mutating func settle(in scene: Scene) {
    typed.list.settle(rows: max(1, scene.size.rows - 10), items: shown(in: scene))
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let content = canvas.drawPanel(
      title, room: Size(columns: min(64, area.columns - 4), rows: min(20, area.rows - 6)),
      in: area, look: look)
    let rest = typed.draw(
      on: &canvas, in: content, look: look, placeholder: "a part of the name")
    let items = shown(in: scene)
    typed.list.draw(
      on: &canvas, in: rest, look: look, items: items, prefix: "person", hasFocus: false,
      empty: typed.text.isEmpty ? "nobody is on the roll" : ""
    ) { canvas, row, id in
      guard let person = scene.session.people[id] else { return }
      let text = row.isSelected ? row.style("text") : look.style("text", on: "dialog")
      let quiet = row.isSelected ? row.style("muted") : look.style("muted", on: "dialog")
      let place = scene.session.floor.request(of: id) == nil ? "" : "waits  "
      canvas.write(
        [Span(" " + person.name, text), Span("  " + (person.affiliation ?? ""), quiet)],
        right: [Span(place + (person.group?.short ?? "") + " ", quiet)], in: row.rect,
        ellipsis: look.glyphs.ellipsis)
    }
    if items.isEmpty, !typed.text.isEmpty {
      canvas.write(
        "Enter puts '\(typed.text)' on the roll", in: rest.line(0),
        style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }
}
