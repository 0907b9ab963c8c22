import SessionModel
import TerminalUI

/// A small form for what the moderator sees or hears in the room: a row for each choice, with the
/// hands that are up, or how strong a hum was.
struct CountForm: Screen {
  enum Action: Sendable, Equatable {
    case store, cancel, up, down, more, less, erase
    case digit(Int)
    case level(Int)
  }

  private let poll: Poll
  private let entry: CountEntry
  private var counts: [Choice.ID: Int]
  private var focus = 0
  /// Whether the next figure begins a number anew.
  private var isFresh = true

  /// `nil` for a poll that counts ballots alone.
  init?(of poll: Poll) {
    guard let entry = poll.entry, !poll.choices.isEmpty else { return nil }
    self.poll = poll
    self.entry = entry
    counts = poll.entered ?? [:]
  }

  var name: String { "the form for counts" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 40, rows: 10) }

  // MARK: Keys

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let figures: [Binding<Action>] =
      switch entry {
      case .hands:
        (0...9).map {
          Binding([Key(.character(Character("\($0)")))], "type how many", action: .digit($0))
        } + [
          Binding([.right, "+"], "one more", priority: 5, action: .more),
          Binding([.left, "-"], "one less", priority: 4, action: .less),
          Binding([.backspace, .delete], "take a figure back", action: .erase),
        ]
      case .levels(let names):
        names.enumerated().map { level, name in
          Binding(keys(of: level, name), name, priority: 8 - level, action: .level(level))
        } + [
          Binding([.right, "+"], "stronger", action: .more),
          Binding([.left, "-"], "weaker", action: .less),
        ]
      }
    return figures + [
      Binding([.up, "k"], "choice before", action: .up),
      Binding([.down, "j", .tab], "next choice", priority: 6, action: .down),
      Binding([.enter], "store", priority: 10, action: .store),
      Binding([.escape, "q", .control("c")], "cancel", priority: 9, action: .cancel),
    ]
  }

  /// A level goes by its number and by the letter it begins with.
  private func keys(of level: Int, _ name: String) -> [Key] {
    ([name.first] + "\(level)".map(Optional.some)).compactMap { $0 }.map { Key(.character($0)) }
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .cancel: return .pop
    case .store: return store()
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .more: return change(by: 1)
    case .less: return change(by: -1)
    case .digit(let digit): type(digit)
    case .erase:
      counts[choice] = (counts[choice] ?? 0) / 10
      isFresh = false
    case .level(let level):
      counts[choice] = level
      move(by: 1)
    }
    return .none
  }

  private var choice: Choice.ID { poll.choices[focus].id }

  private func store() -> Effect {
    guard !counts.isEmpty else { return .say("Nothing is entered yet", .refusal) }
    return .popThen([.ask(.poll(.enter(poll.id, counts)))])
  }

  /// Behind the last choice comes the first again.
  private mutating func move(by step: Int) {
    focus = (focus + step + poll.choices.count) % poll.choices.count
    isFresh = true
  }

  private mutating func change(by step: Int) -> Effect {
    let most = if case .levels(let names) = entry { names.count - 1 } else { Self.mostHands }
    let next = max(0, (counts[choice] ?? (entry == .hands ? 0 : -1)) + step)
    guard next != counts[choice], next <= most else {
      return .say(step > 0 ? "There is no more" : "There is no less", .info)
    }
    counts[choice] = next
    return .none
  }

  private static let mostHands = 99_999

  private mutating func type(_ digit: Int) {
    let before = isFresh ? 0 : counts[choice] ?? 0
    isFresh = false
    guard before * 10 + digit <= Self.mostHands else { return }
    counts[choice] = before * 10 + digit
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    if target.name == "store" { return store() }
    if let row = target.place(of: "count"), poll.choices.indices.contains(row) {
      focus = row
      isFresh = true
    }
    if let place = target.place(of: "level"), poll.choices.indices.contains(place / 10) {
      focus = place / 10
      counts[choice] = place % 10
    }
    return .none
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let ellipsis = look.glyphs.ellipsis
    let columns = min(64, max(20, area.columns - 8))
    let text = poll.text.lines(in: columns, limit: 2, ellipsis: ellipsis)
    let step = area.rows >= 2 * poll.choices.count + 10 ? 2 : 1
    let rows = text.count + 1 + poll.choices.count * step + 1
    var content = canvas.drawPanel(
      title, room: Size(columns: columns, rows: rows), in: area, look: look)
    canvas.write(text, in: content.take(text.count), style: look.style("muted", on: "dialog"))
    if content.rows > poll.choices.count + 1 { _ = content.take(1) }
    let foot = content.takeBottom(1)
    let visible = max(1, content.rows / step)
    let first = max(0, min(focus - visible + 1, poll.choices.count - visible))
    for index in first..<min(poll.choices.count, first + visible) {
      drawRow(index, on: &canvas, in: content.take(step).line(0), look: look)
    }
    canvas.write(
      [
        Span("Enter", look.style("dialog.key", on: "dialog")),
        Span(" stores it   ", look.style("text", on: "dialog")),
        Span(hint, look.style("muted", on: "dialog")),
      ], in: foot, ellipsis: ellipsis)
    canvas.addTarget(foot.split(left: 16).left, "store")
  }

  private var title: String {
    entry == .hands ? "How many hands are up?" : "How strong is the hum?"
  }

  private var hint: String {
    entry == .hands ? "figures count, arrows move" : "n none, w weak, s strong"
  }

  private func drawRow(_ index: Int, on canvas: inout Canvas, in line: Rect, look: Look) {
    let hasFocus = index == focus
    func style(_ role: String) -> Style {
      hasFocus
        ? look[TerminalUI.Role("selection" + (role == "text" ? "" : "." + role))]
        : look.style(TerminalUI.Role(role), on: "dialog")
    }
    if hasFocus { canvas.fill(line, style: look["selection"]) }
    canvas.addTarget(line, "count:\(index)")
    let choice = poll.choices[index]
    let right = figures(of: choice.id, style: style)
    canvas.write(
      [Span(" \(choice.id)  ", style("accent")), Span(choice.text, style("text"))],
      right: right.map(\.span), in: line, ellipsis: look.glyphs.ellipsis)
    var column = line.endColumn
    for (span, level) in right.reversed() {
      column -= span.columns
      guard let level else { continue }
      canvas.addTarget(
        Rect(column: column, row: line.row, columns: span.columns, rows: 1),
        "level:\(index * 10 + level)")
    }
    if hasFocus { canvas.rest(on: line) }
  }

  /// The number, or every level with the one that was heard between brackets.
  private func figures(
    of choice: Choice.ID, style: (String) -> Style
  ) -> [(span: Span, level: Int?)] {
    let count = counts[choice]
    guard case .levels(let names) = entry else {
      return [
        (Span("\(count.map(String.init) ?? "0") ", style(count == nil ? "muted" : "accent")), nil)
      ]
    }
    return names.enumerated().map { level, name in
      count == level
        ? (Span("[\(name)]", style("accent")), level) : (Span(" \(name) ", style("muted")), level)
    } + [(Span(" ", style("text")), nil)]
  }
}
