import SessionModel
public import TerminalUI

/// A line in which messages from afar are typed one after another, or pasted many at a time.
public struct MessageEntry: Screen {
  private var field = TextField()
  /// What was pasted and is not taken yet, a message a line.
  private var pasted: [String] = []
  private var taken = 0
  /// The line that was handed in last, for as long as nothing is known of it.
  private var asked: String?

  public init() {}

  /// What a paste leads to where no field is: this line with what was pasted.
  static func effect(ofPasting text: String) -> Effect {
    var entry = MessageEntry()
    return entry.take(pasted: text) ?? .push(entry)
  }

  /// How many lines are taken at a time; a chat of hours comes from a file.
  private static let mostLines = 100

  public var name: String { "the message line" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 10) }

  public enum Action: Sendable {
    case post, together, leave
  }

  public func takesTyping(in scene: Scene) -> Bool { true }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let take = pasted.isEmpty ? "take it" : "take \(counted(pasted.count, "message"))"
    return [
      Binding([.enter], take, group: "Messages", priority: 90, action: .post),
      Binding(
        [.tab], "as one", group: "Messages", priority: pasted.isEmpty ? 0 : 80,
        whyNot: pasted.isEmpty ? "Nothing was pasted" : nil, action: .together),
      Binding([.escape, .control("c")], "done", group: "Messages", priority: 70, action: .leave),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .post where !pasted.isEmpty: return post(pasted, in: scene)
    case .post:
      guard !field.isEmpty else { return .pop }
      let line = field.text
      field = TextField()
      return post([line], in: scene)
    case .together: return post([pasted.joined(separator: " ")], in: scene)
    case .leave:
      guard pasted.isEmpty else {
        pasted = []
        return .none
      }
      return .pop
    }
  }

  private mutating func post(_ lines: [String], in scene: Scene) -> Effect {
    pasted = []
    asked = lines.count == 1 ? lines[0] : nil
    return .all(lines.map { .ask(.inbox(.post(Posting(line: $0, in: scene.session)))) })
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .paste(let text): return take(pasted: text) ?? Effect.none
    case .key(let key) where pasted.isEmpty: return field.handle(key) ? Effect.none : nil
    case .key, .mouse, .focus: return nil
    }
  }

  /// One line goes into the field, to be looked at; more wait for a yes.
  private mutating func take(pasted text: String) -> Effect? {
    let lines = text.split(whereSeparator: \.isNewline)
      .map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    guard pasted.count + lines.count <= Self.mostLines else {
      return .say(
        "\(lines.count) lines are too many to look at; 'roundtable inbox --watch FILE' takes them",
        .refusal)
    }
    guard lines.count + pasted.count > 1 else {
      field.paste(lines.first ?? "")
      return nil
    }
    pasted += lines
    return nil
  }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    switch outcome {
    case .done: taken += 1
    case .refused:
      // What was typed is not lost.
      if let asked { field = TextField(asked) }
    }
    asked = nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let isPasted = !pasted.isEmpty
    let rows = isPasted ? min(pasted.count + 2, area.rows - 8) : 4
    let content = canvas.drawPanel(
      isPasted ? "\(pasted.count) lines were pasted" : "A message from online",
      room: Size(columns: min(96, area.columns - 6), rows: max(3, rows)), in: area, look: look)
    if isPasted {
      drawPasted(on: &canvas, in: content, scene: scene)
    } else {
      field.draw(
        on: &canvas, in: content.line(0), look: look, prompt: look.glyphs.prompt + " ",
        placeholder: "what somebody online writes")
      canvas.write(
        preview(in: scene), in: content.line(2), style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
      let count = taken == 0 ? "" : "\(counted(taken, "message")) taken; Esc is done"
      canvas.write(
        count, in: content.line(3), style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }

  /// What the line would be taken for.
  private func preview(in scene: Scene) -> String {
    guard !field.isEmpty else { return "'Ana Neves: words', or '@anybody: words', says who it is" }
    let posting = Posting(line: field.text, in: scene.session)
    let kind = Message.Kind(of: posting.text).rawValue
    let known = posting.person.flatMap { scene.session.people[$0]?.name }
    return "a \(kind) from "
      + (known ?? posting.name.map { "\($0), not on the roll" } ?? "somebody")
  }

  private func drawPasted(on canvas: inout Canvas, in content: Rect, scene: Scene) {
    let look = scene.look
    let (lines, foot) = content.split(bottom: 1)
    let isCut = pasted.count > lines.rows
    for (index, line) in pasted.prefix(lines.rows).enumerated() {
      let posting = Posting(line: line, in: scene.session)
      let who = posting.person.flatMap { scene.session.people[$0]?.name } ?? posting.name
      canvas.write(
        [
          Span(who.map { $0 + "  " } ?? "", look.style("accent", on: "dialog")),
          Span(posting.text, look.style("text", on: "dialog")),
        ], in: lines.line(index), ellipsis: look.glyphs.ellipsis)
    }
    canvas.write(
      (isCut ? "and \(pasted.count - lines.rows) more; " : "")
        + "Enter takes each line as a message, Tab all as one",
      in: foot, style: look.style("muted", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    canvas.rest(on: content.line(0))
  }
}
