import SessionModel
import TerminalUI

/// The notes, people or links that something can be done with, to pick one from by typing some of
/// its words.
struct NotePicker: Screen {
  enum Action: Sendable {
    case pick, cancel
  }

  /// What happens with the one picked.
  enum Purpose: Sendable {
    case merge(NoteID)
    case link(NoteID, NoteLink.Relation)
    /// Takes one of its links away.
    case unlink(NoteID)
    /// Says who was speaking.
    case speaker(NoteID)

    var note: NoteID {
      switch self {
      case .merge(let id), .link(let id, _), .unlink(let id), .speaker(let id): id
      }
    }
  }

  /// What can be picked.
  private enum Item: Hashable {
    case target(NoteLink.Target)
    case link(NoteLink)
    case nobody
  }

  private let purpose: Purpose
  private var typed = TypedList<Item>()
  /// What is shown for what is typed, found anew only when that changes.
  private var shown: [Item] = []
  private var found: (text: String, entries: Int)?

  init(_ purpose: Purpose) {
    self.purpose = purpose
  }

  var name: String {
    switch purpose {
    case .merge, .link: "the notes"
    case .unlink: "the links of a note"
    case .speaker: "who may have said a note"
    }
  }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 40, rows: 10) }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let title =
      switch purpose {
      case .merge: "merge into it?"
      case .link: "link to it"
      case .unlink: "take it away"
      case .speaker: "bind to it"
      }
    return [
      Binding([.enter], title, priority: 9, action: .pick),
      Binding([.escape, .control("c")], "cancel", priority: 6, action: .cancel),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    guard action == .pick else { return .pop }
    guard let item = typed.list.selection(in: shown) else {
      return .say("Nothing has those words", .refusal)
    }
    if case .merge(let id) = purpose, case .target(.note(let other)) = item {
      return .popThen([.push(MergeCheck(id, into: other))])
    }
    return intent(for: item).map { .popThen([.ask(.note($0))]) } ?? .none
  }

  private func intent(for item: Item) -> NoteIntent? {
    switch (purpose, item) {
    case (.link(let id, let relation), .target(let target)):
      .link(id, NoteLink(relation, target))
    case (.unlink(let id), .link(let link)): .unlink(id, link)
    case (.speaker(let id), .target(.person(let person))): .bind(id, .speaker(to: person))
    case (.speaker(let id), .nobody): .bind(id, .speaker(to: nil))
    case (.merge, _), (.link, _), (.unlink, _), (.speaker, _): nil
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
      shown = items(in: scene.session)
    }
    typed.list.settle(rows: max(1, scene.size.rows - 10), items: shown)
  }

  private func items(in session: Session) -> [Item] {
    let filter = TextFilter(typed.text)
    switch purpose {
    case .merge, .link: return targets(in: session, filter).map { .target($0) }
    case .unlink(let id):
      return (session.notes[id]?.links ?? []).filter {
        filter.accepts("\($0.relation.title) \(session.words(of: $0.target))")
      }.map { .link($0) }
    case .speaker:
      let people = speakers(in: session, filter).map { Item.target(.person($0)) }
      return people + (filter.accepts(Self.nobody) ? [.nobody] : [])
    }
  }

  private static let nobody = "nobody"

  /// Those who spoke last come first: a note is rarely about anybody else.
  private func speakers(in session: Session, _ filter: TextFilter) -> [PersonID] {
    var people: [PersonID] = []
    var known: Set<PersonID> = []
    for turn in session.floor.turns.all.reversed() where known.insert(turn.person).inserted {
      people.append(turn.person)
    }
    people += session.people.roll.map(\.id).filter { !known.contains($0) }
    return people.filter { filter.accepts(session.people[$0]?.name ?? $0.description) }
  }

  /// What can be picked: while nothing is typed, the most alike first to merge, else the newest.
  private func targets(in session: Session, _ filter: TextFilter) -> [NoteLink.Target] {
    var finder = NoteFinder(typed.text, in: session)
    var notes = session.notes.all.reversed().filter {
      $0.id != purpose.note && finder.accepts($0)
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
      case .unlink(let id): "Take which link of \(id) away?"
      case .speaker(let id): "Who said \(id)?"
      }
    let content = canvas.drawPanel(
      title, room: Size(columns: min(84, area.columns - 4), rows: min(20, area.rows - 6)),
      in: area, look: look)
    let rest = typed.draw(
      on: &canvas, in: content, look: look, placeholder: hint)
    typed.list.draw(
      on: &canvas, in: rest, look: look, items: shown, prefix: "note", hasFocus: false,
      empty: "nothing has those words"
    ) { canvas, row, item in
      let text = row.isSelected ? row.style("text") : look.style("text", on: "dialog")
      let quiet = row.isSelected ? row.style("muted") : look.style("muted", on: "dialog")
      switch item {
      case .target(.note(let id)):
        guard let note = scene.session.notes[id] else { return }
        let sign = look.glyphs.note(note.kind.rawValue)
        canvas.write(
          [Span(" \(sign) ", quiet), Span(note.text.onOneLine, text)],
          right: [Span("\(id) ", quiet)],
          in: row.rect, ellipsis: look.glyphs.ellipsis)
      case .target(.person(let id)):
        guard let person = scene.session.people[id] else { return }
        canvas.write(
          [Span(" @ ", quiet), Span(person.name, text)],
          right: [Span((person.group?.short ?? "") + " ", quiet)], in: row.rect,
          ellipsis: look.glyphs.ellipsis)
      case .link(let link):
        canvas.write(
          [
            Span(" \(link.relation.title) ", quiet),
            Span(scene.session.words(of: link.target).onOneLine, text),
          ], in: row.rect, ellipsis: look.glyphs.ellipsis)
      case .nobody:
        canvas.write(" \(Self.nobody)", in: row.rect, style: quiet)
      }
    }
  }

  private var hint: String {
    if case .speaker = purpose { "some of the name" } else { "some of its words" }
  }
}
