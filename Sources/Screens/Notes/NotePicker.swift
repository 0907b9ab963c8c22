import SessionModel
import TerminalUI

/// The notes, and people where that makes sense, to pick one from by typing some of its words.
struct NotePicker: Screen {
  enum Action: Sendable {
    case pick, cancel
  }

  /// What happens with the one picked.
  enum Purpose: Sendable {
    case merge(NoteID)
    case link(NoteID, NoteLink.Relation)

    var note: NoteID {
      switch self {
      case .merge(let id), .link(let id, _): id
      }
    }
  }

  private let purpose: Purpose
  private var typed = TypedList<NoteLink.Target>()
  /// What is shown for what is typed, found anew only when that changes.
  private var shown: [NoteLink.Target] = []
  private var found: (text: String, entries: Int)?

  init(_ purpose: Purpose) {
    self.purpose = purpose
  }

  var name: String { "the notes" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 40, rows: 10) }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let title =
      switch purpose {
      case .merge: "merge into it"
      case .link: "link to it"
      }
    return [
      Binding([.enter], title, priority: 9, action: .pick),
      Binding([.escape, .control("c")], "cancel", priority: 6, action: .cancel),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    guard action == .pick else { return .pop }
    guard let target = typed.list.selection(in: shown) else {
      return .say("Nothing has those words", .refusal)
    }
    switch (purpose, target) {
    case (.merge(let id), .note(let other)):
      return .popThen([.ask(.note(.merge(id, into: other)))])
    case (.merge, .person): return .none
    case (.link(let id, let relation), _):
      return .popThen([.ask(.note(.link(id, NoteLink(relation, target))))])
    }
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    typed.receive(input, items: shown)
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    guard typed.list.click(target.name, prefix: "note", items: shown) else { return .none }
    return perform(.pick, in: scene)
  }

  mutating func settle(in scene: Scene) {
    if found?.text != typed.text || found?.entries != scene.session.entries {
      found = (typed.text, scene.session.entries)
      shown = targets(in: scene.session)
    }
    typed.list.settle(rows: max(1, scene.size.rows - 10), items: shown)
  }

  /// What can be picked: while nothing is typed, the most alike first to merge, else the newest.
  private func targets(in session: Session) -> [NoteLink.Target] {
    let filter = TextFilter(typed.text)
    var notes = session.notes.all.reversed().filter {
      $0.id != purpose.note && filter.accepts($0.text)
    }
    if case .merge(let id) = purpose, let note = session.notes[id] {
      let words = NoteLikeness.words(of: note.text)
      let alike = notes.map { ($0, NoteLikeness.share(words, NoteLikeness.words(of: $0.text))) }
      notes = alike.enumerated().sorted {
        $0.element.1 != $1.element.1 ? $0.element.1 > $1.element.1 : $0.offset < $1.offset
      }.map(\.element.0)
    }
    let people: [NoteLink.Target] =
      if case .link(_, let relation) = purpose, relation.mayLeadToPerson {
        session.people.roll.filter { filter.accepts($0.name) }.map { .person($0.id) }
      } else {
        []
      }
    return people + notes.map { .note($0.id) }
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let title =
      switch purpose {
      case .merge(let id): "Merge \(id) into"
      case .link(let id, let relation): "\(id) \(relation.title)"
      }
    let content = canvas.drawPanel(
      title, room: Size(columns: min(84, area.columns - 4), rows: min(20, area.rows - 6)),
      in: area, look: look)
    let rest = typed.draw(
      on: &canvas, in: content, look: look, placeholder: "some of its words")
    typed.list.draw(
      on: &canvas, in: rest, look: look, items: shown, prefix: "note", hasFocus: false,
      empty: "nothing has those words"
    ) { canvas, row, target in
      let text = row.isSelected ? row.style("text") : look.style("text", on: "dialog")
      let quiet = row.isSelected ? row.style("muted") : look.style("muted", on: "dialog")
      switch target {
      case .note(let id):
        guard let note = scene.session.notes[id] else { return }
        let sign = look.glyphs.note(note.kind.rawValue)
        canvas.write(
          [Span(" \(sign) ", quiet), Span(note.text, text)], right: [Span("\(id) ", quiet)],
          in: row.rect, ellipsis: look.glyphs.ellipsis)
      case .person(let id):
        guard let person = scene.session.people[id] else { return }
        canvas.write(
          [Span(" @ ", quiet), Span(person.name, text)],
          right: [Span((person.group?.short ?? "") + " ", quiet)], in: row.rect,
          ellipsis: look.glyphs.ellipsis)
      }
    }
  }
}
