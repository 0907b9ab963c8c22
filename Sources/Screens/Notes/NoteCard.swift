public import SessionModel
public import TerminalUI

/// One note in full: what it says, what it is bound and linked to, how it read before; and, at the
/// seats that may, everything that can be done with it.
public struct NoteCard: Screen {
  let id: NoteID
  /// The first line that is seen.
  private var top = 0
  public private(set) var isOver = false
  /// What it says, as of an entry and for a width: a thousand other notes may link to it.
  private var kept: (entries: Int, columns: Int, lines: [Line])?

  public init(_ id: NoteID) {
    self.id = id
  }

  public var name: String { "a note" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 8) }

  public enum Action: Sendable {
    case fill, sort, bind, link, unlink, merge, split, promote, remove, leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let leave = Binding<Action>(
      [.escape, .enter, "q", .left, .control("c")], "back", priority: 9, action: .leave)
    guard Intent.note(.remove(id)).isAllowed(at: scene.seat), !scene.isReplay else {
      return [leave]
    }
    let note = scene.session.notes[id]
    return [
      Binding(["e"], "edit", priority: 30, action: .fill),
      Binding(["k"], "kind", priority: 29, action: .sort),
      Binding(["b"], "bind", priority: 28, action: .bind),
      Binding(["l"], "link", priority: 27, action: .link),
      Binding(
        ["u"], "unlink", priority: 5,
        whyNot: note?.links.isEmpty == false ? nil : "It has no link", action: .unlink),
      Binding(["p"], "promote", priority: 26, action: .promote),
      Binding(
        ["m"], "merge", priority: 25,
        whyNot: scene.session.notes.all.count > 1 ? nil : "There is no other note", action: .merge),
      Binding(["s"], "split", priority: 24, action: .split),
      Binding(["x", .delete], "strike", priority: 20, action: .remove),
      leave,
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    guard let note = scene.session.notes[id] else { return .pop }
    // What is asked next stands over the card; what may end the note takes its place.
    let next: any Screen =
      switch action {
      case .fill: NoteForm(note)
      case .split: NoteSplit(note)
      case .sort: Choose.kind(of: note)
      case .bind: Choose.binding(of: note, in: scene.session)
      case .link: Choose.relation(of: note)
      case .unlink: NotePicker(.unlink(id))
      case .promote: Choose.promotion(of: note)
      case .merge: NotePicker(.merge(id))
      case .remove: Choose.striking(note)
      case .leave: self
      }
    return switch action {
    case .leave: .pop
    case .merge, .remove: .popThen([.push(next)])
    default: .push(next)
    }
  }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    // Whoever thinks better of it stays with the card; what is done is done with it.
    if case .done = outcome { isOver = true }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.up): top = max(0, top - 1)
    case .key(.down): top += 1
    default: return nil
    }
    return Effect.none
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public mutating func settle(in scene: Scene) {
    let room = Self.room(in: scene.size)
    let lines = lines(in: scene, columns: room.columns)
    kept = (scene.session.entries, room.columns, lines)
    top = min(top, max(0, lines.count - room.rows))
  }

  // MARK: Drawing

  private struct Line: Sendable {
    var spans: [Span]

    init(_ spans: Span...) { self.spans = spans }
  }

  private static func room(in size: Size) -> Size {
    Size(columns: max(1, min(76, size.columns - 8)), rows: max(1, size.rows - 10))
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    guard let note = scene.session.notes[id] else { return }
    let room = Self.room(in: area.size)
    let lines = lines(in: scene, columns: room.columns)
    let hints = hintLines(in: scene, columns: room.columns)
    let content = canvas.drawPanel(
      "\(look.glyphs.note(note.kind.rawValue)) \(note.kind.title)  \(note.id)",
      room: Size(
        columns: room.columns, rows: min(lines.count, room.rows) + hints.count + 1),
      in: area, look: look)
    let (text, foot) = content.split(bottom: min(hints.count + 1, max(0, content.rows - 1)))
    for (index, line) in lines.dropFirst(top).prefix(text.rows).enumerated() {
      canvas.write(line.spans, in: text.line(index), ellipsis: look.glyphs.ellipsis)
    }
    if lines.count > top + text.rows {
      canvas.write(
        look.glyphs.down, in: text.line(text.rows - 1), style: look.style("accent", on: "dialog"),
        align: .right)
    }
    for (index, spans) in hints.enumerated() where index + 1 < foot.rows {
      canvas.write(spans, in: foot.line(index + 1), ellipsis: look.glyphs.ellipsis)
    }
    canvas.cursor = Point(column: content.column, row: content.row)
  }

  /// The keys, as many a line as fit.
  private func hintLines(in scene: Scene, columns: Int) -> [[Span]] {
    let look = scene.look
    var lines: [[Span]] = []
    var used = columns
    let gap = Span("   ", look.style("muted", on: "dialog"))
    for binding in bindings(in: scene) where binding.priority > 0 {
      guard let key = binding.keys.first?.label(on: look) else { continue }
      let width = TextWidth.columns(of: key) + TextWidth.columns(of: binding.title) + 1
      if used + 3 + width > columns {
        lines.append([])
        used = 0
      } else {
        lines[lines.count - 1].append(gap)
        used += 3
      }
      used += width
      let isOff = binding.whyNot != nil
      lines[lines.count - 1] += [
        Span(key, look.style(isOff ? "muted" : "dialog.key", on: "dialog")),
        Span(" \(binding.title)", look.style("muted", on: "dialog")),
      ]
    }
    return lines
  }

  private func lines(in scene: Scene, columns: Int) -> [Line] {
    if let kept, kept.entries == scene.session.entries, kept.columns == columns {
      return kept.lines
    }
    guard let note = scene.session.notes[id] else { return [] }
    let session = scene.session
    let look = scene.look
    let (text, quiet) = (look.style("text", on: "dialog"), look.style("muted", on: "dialog"))
    let strong = look.style("strong", on: "dialog")
    var lines = note.text.wrapped(to: columns).map { Line(Span(String($0), strong)) }
    lines.append(Line())
    func add(_ label: String, _ value: String) {
      let width = 12
      let label = label.clipped(to: width - 1, ellipsis: look.glyphs.ellipsis)
      let gap = String(repeating: " ", count: width - TextWidth.columns(of: label))
      for (index, part) in value.wrapped(to: max(10, columns - width)).enumerated() {
        lines.append(
          Line(
            Span(index == 0 ? label + gap : String(repeating: " ", count: width), quiet),
            Span(String(part), text)))
      }
    }
    for field in note.kind.fields {
      if let value = note.fields[field] { add(field.title, value) }
    }
    if !note.topics.isEmpty { add("topics", note.topics.map { "#\($0)" }.joined(separator: " ")) }
    for link in note.links { add(link.relation.title, session.words(of: link.target)) }
    let others = session.notes.all.all
    for place in others.indices where others[place].detail?.links.isEmpty == false {
      let other = others[place]
      for link in other.links where link.note == id {
        add("here from", "\(other.id) \(link.relation.title): \(other.text)")
      }
    }
    add("bound to", session.words(of: note.binding))
    add("written", "\(session.plan.secondsText(note.written.at)) by \(note.author.title)")
    if session.attribution(of: note) != .attributed {
      add("rule", session.attribution(of: note).title)
    }
    for deed in note.history.reversed() {
      add(
        "\(deed.hasBefore ? "until" : "at") \(session.plan.clockText(deed.at.at))",
        "\(session.words(of: deed)) (by \(deed.by.title))")
    }
    return lines
  }
}

extension Note.Deed {
  /// Whether it tells how something was, rather than what was done.
  fileprivate var hasBefore: Bool {
    switch self {
    case .read: true
    case .changed(let change):
      switch change.what {
      case .field, .topics, .tie: true
      case .linked, .unlinked, .merged, .splitOff, .splitFrom: false
      }
    }
  }
}

extension Session {
  /// What was done to a note, in words: how it was before, else what happened.
  fileprivate func words(of deed: Note.Deed) -> String {
    switch deed {
    case .read(let version): "\(version.kind.title): \(version.text)"
    case .changed(let change):
      switch change.what {
      case .field(let field, let text): "\(field.title): \(text ?? "nothing")"
      case .topics(let topics):
        "topics: " + (topics.isEmpty ? "none" : topics.map { "#\($0)" }.joined(separator: " "))
      case .tie(let tie): words(of: tie)
      case .linked(let link): "linked: \(link.relation.title) \(words(of: link.target))"
      case .unlinked(let link): "unlinked: \(link.relation.title) \(words(of: link.target))"
      case .merged(let id): "\(id) was merged into it"
      case .splitOff(let id): "\(id) \(notes[id]?.text ?? "") was split off"
      case .splitFrom(let id): "split off from \(id) \(notes[id]?.text ?? "")"
      }
    }
  }

  /// One thing that a note was bound to, in words.
  private func words(of tie: NoteTie) -> String {
    var binding = NoteBinding()
    switch tie {
    case .segment(let id): binding.segment = id
    case .speaker(let id): binding.speaker = id
    case .question(let id): binding.question = id
    case .poll(let id): binding.poll = id
    }
    let title =
      switch tie {
      case .segment: "segment"
      case .speaker: "speaker"
      case .question: "policy question"
      case .poll: "poll"
      }
    return "\(title): \(words(of: binding))"
  }

  /// What a note is bound to, in words.
  func words(of binding: NoteBinding) -> String {
    let bound = [
      binding.question.flatMap(plan.number).map { "question \($0)" },
      binding.speaker.flatMap { people[$0]?.name },
      binding.segment.flatMap { agenda.segments[$0]?.title },
      binding.poll.flatMap { polls[$0] }.map { "poll '\($0.text)'" },
    ].compactMap(\.self)
    return bound.isEmpty ? "nothing" : bound.joined(separator: ", ")
  }

  /// Where a link leads, in words.
  func words(of target: NoteLink.Target) -> String {
    switch target {
    case .note(let id): "\(id) \(notes[id]?.text ?? "")"
    case .person(let id): people[id]?.name ?? id.description
    }
  }
}
