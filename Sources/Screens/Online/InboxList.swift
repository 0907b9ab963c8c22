import SessionModel
import TerminalUI

/// The messages from afar as a list, by what has become of them.
struct InboxList: Sendable {
  /// Which messages are shown.
  enum View: CaseIterable, Sendable {
    case waiting, questions, done, hidden

    var title: String {
      switch self {
      case .waiting: "waiting"
      case .questions: "questions"
      case .done: "done"
      case .hidden: "hidden"
      }
    }
  }

  private(set) var view = View.waiting
  private var list = ListView<MessageID>()

  /// The messages of a view, in its order.
  private static func messages(of view: View, in inbox: Inbox) -> [Message] {
    switch view {
    case .waiting: inbox.waiting
    case .questions: inbox.questions
    case .done: inbox.done
    case .hidden: inbox.hidden
    }
  }

  private func shown(in scene: Scene) -> [MessageID] {
    Self.messages(of: view, in: scene.session.inbox).map(\.id)
  }

  func selected(in scene: Scene) -> Message? {
    list.selection(in: shown(in: scene)).flatMap { scene.session.inbox[$0] }
  }

  mutating func turnView() {
    let all = View.allCases
    view = all[((all.firstIndex(of: view) ?? 0) + 1) % all.count]
    list = ListView()
  }

  mutating func handle(_ key: Key, in scene: Scene) -> Bool {
    guard key != "/", key != "g", key != "G" else { return false }
    return list.handle(key, items: shown(in: scene))
  }

  mutating func click(_ target: String, in scene: Scene) -> Bool {
    list.click(target, prefix: "message", items: shown(in: scene))
  }

  mutating func settle(rows: Int, columns: Int, in scene: Scene) {
    let room = Size(columns: columns, rows: max(1, rows))
    let heights = heights(in: room, scene: scene)
    let items = shown(in: scene)
    list.settle(rows: room.rows, items: items) { heights[items[$0]] ?? 2 }
  }

  /// How many rows each takes whose words stand whole; none where not all have room for that.
  private func heights(in room: Size, scene: Scene) -> [MessageID: Int] {
    let messages = Self.messages(of: view, in: scene.session.inbox)
    // More would not fit, however short they are.
    guard messages.count * 2 < room.rows else { return [:] }
    var heights: [MessageID: Int] = [:]
    for message in messages {
      let words = message.text.onOneLine.wrapped(to: max(1, room.columns - 3))
      heights[message.id] = 1 + min(4, words.count)
    }
    return heights.values.reduce(0, +) <= room.rows ? heights : [:]
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene, hasFocus: Bool) {
    let look = scene.look
    drawHeading(on: &canvas, in: area.line(0), scene: scene, hasFocus: hasFocus)
    let rest = area.split(top: 1).rest
    let heights = heights(in: rest.size, scene: scene)
    list.draw(
      on: &canvas, in: rest, look: look, items: shown(in: scene),
      prefix: "message", hasFocus: hasFocus, bar: hasFocus ? .words : nil, empty: empty,
      height: { heights[$0] ?? 2 }
    ) { canvas, row, id in
      guard let message = scene.session.inbox[id] else { return }
      MessageRow(message, in: scene).draw(on: &canvas, in: row)
    }
  }

  private var empty: String {
    switch view {
    case .waiting: "no message waits; n takes one"
    case .questions: "no question came yet"
    case .done: "nothing was made of any yet"
    case .hidden: "nothing is hidden"
    }
  }

  /// Every view and how much it holds; the one that is shown stands out.
  private func drawHeading(
    on canvas: inout Canvas, in line: Rect, scene: Scene, hasFocus: Bool
  ) {
    let look = scene.look
    let inbox = scene.session.inbox
    var spans = [Span("INBOX", look[hasFocus ? "accent" : "heading"])]
    for view in View.allCases {
      let count = Self.messages(of: view, in: inbox).count
      let isShown = view == self.view
      guard isShown || count > 0 else { continue }
      spans.append(Span("  ", look["text"]))
      spans.append(Span("\(view.title) \(count)", look[isShown ? "strong" : "muted"]))
    }
    canvas.write(spans, in: line, ellipsis: look.glyphs.ellipsis)
  }
}

/// A message in two rows or more: who has written it, and what.
struct MessageRow {
  private let message: Message
  private let scene: Scene

  init(_ message: Message, in scene: Scene) {
    self.message = message
    self.scene = scene
  }

  func draw(on canvas: inout Canvas, in row: ListRow) {
    let glyphs = scene.look.glyphs
    let standing = message.standing(in: scene.session)
    canvas.write(
      [
        row.span(message.sign(glyphs) + " ", "note.kind"), row.span(votes, "accent"),
        row.span(message.author(in: scene.session), message.isWaiting ? "strong" : "text"),
      ],
      right: [
        row.span(standing.isEmpty ? "" : standing + "  ", message.isHidden ? "warn" : "muted"),
        row.span(scene.session.plan.clockText(message.came.at), "muted"),
      ], in: row.rect.line(0), gap: 2, ellipsis: glyphs.ellipsis)
    let lines = message.text.onOneLine.lines(
      in: row.rect.columns - 2, limit: row.rect.rows - 1, ellipsis: glyphs.ellipsis)
    for (index, line) in lines.enumerated() {
      canvas.write([row.span("  " + line, "text")], in: row.rect.line(index + 1))
    }
  }

  /// How many rows a list without a selection needs for all of it.
  func rows(in columns: Int) -> Int {
    let columns = Self.columns(of: Rect(column: 0, row: 0, columns: columns, rows: 1)).text.columns
    return max(1, (votes + message.text.onOneLine).wrapped(to: max(1, columns)).count)
  }

  private static func columns(of area: Rect) -> (who: Rect, text: Rect) {
    let (who, text) = area.split(left: min(26, area.columns / 3), gap: 1)
    return (who, text)
  }

  /// For a list without a selection: who has written it, and beside that the words.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let look = scene.look
    let (who, text) = Self.columns(of: area)
    canvas.write(
      [
        Span(scene.session.plan.clockText(message.came.at) + " ", look["muted"]),
        Span(message.sign(look.glyphs) + " ", look["note.kind"]),
        Span(message.author(in: scene.session), look["channel.online"]),
      ], in: who.line(0), ellipsis: look.glyphs.ellipsis)
    guard area.rows > 1 else {
      canvas.write(
        [Span(votes, look["accent"]), Span(message.text.onOneLine, look["strong"])], in: text,
        ellipsis: look.glyphs.ellipsis)
      return
    }
    let lines = (votes + message.text.onOneLine).lines(
      in: text.columns, limit: text.rows, ellipsis: look.glyphs.ellipsis)
    canvas.write(lines, in: text, style: look["strong"])
  }

  private var votes: String { message.votes > 0 ? "+\(message.votes) " : "" }
}

extension Message {
  func sign(_ glyphs: Glyphs) -> String {
    switch kind {
    case .message: glyphs.note("note")
    case .question: glyphs.note("question")
    case .link: glyphs.note("link")
    }
  }

  /// Who has written it, as far as it is known.
  func author(in session: Session) -> String {
    person.flatMap { session.people[$0]?.name } ?? name ?? "somebody"
  }

  /// What became of it, in a word or two; empty while it waits.
  func standing(in session: Session) -> String {
    if isHidden { return "hidden" }
    if let question { return "question \(question)" }
    if let request {
      return session.floor.queue.contains { $0.id == request } ? "in the queue" : "had a hand up"
    }
    if let note { return "note \(note)" }
    if answer != nil { return "answered" }
    return readOut == nil ? "" : "read out"
  }
}

extension String {
  /// With spaces where lines end.
  var onOneLine: String {
    // Most texts are one line already.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return self }
    return String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
