import SessionModel
import TerminalUI

/// The words of a note, what its kind says of itself, and its topics, to be filled in at once.
struct NoteForm: Screen {
  enum Action: Sendable {
    case save, leave
  }

  private let note: Note
  private var form: FormDialog

  init(_ note: Note) {
    self.note = note
    form = FormDialog(
      "\(note.kind.title) \(note.id)",
      fields: [FormDialog.Field("text", "Words", text: note.text, isRequired: true)]
        + note.kind.fields.map { field in
          FormDialog.Field(
            field.rawValue, field.label, text: note.fields[field] ?? "", hint: field.hint)
        } + [
          FormDialog.Field(
            "topics", "Topics", text: note.topics.joined(separator: " "),
            hint: "words, with spaces between them")
        ])
  }

  var name: String { "a note's details" }
  var needs: Size { Size(columns: 40, rows: 12) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "save", group: "Notes", priority: 80, action: .save),
      Binding([.escape, .control("c")], "cancel", group: "Notes", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .save: answer(to: .enter)
    case .leave: .pop
    }
  }

  private mutating func answer(to key: Key) -> Effect {
    switch form.handle(key) {
    case .done(let values): .popThen(asks(values))
    case .cancelled: .pop
    case .waiting, .ignored, .refused: .none
    }
  }

  /// What is asked to make the note what was filled in.
  private func asks(_ values: [String: String]) -> [Effect] {
    var intents: [NoteIntent] = []
    if let text = values["text"], text != note.text {
      intents.append(.edit(note.id, text: text, over: note.text))
    }
    for field in note.kind.fields {
      let value = values[field.rawValue].flatMap { $0.isEmpty ? nil : $0 }
      if value != note.fields[field] { intents.append(.fill(note.id, field, text: value)) }
    }
    let topics = (values["topics"] ?? "").split(whereSeparator: { " ,#".contains($0) })
      .map(String.init)
    if topics != note.topics { intents.append(.tag(note.id, topics: topics)) }
    return intents.map { .ask(.note($0)) }
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.control("c")): return nil
    case .key(let key): return answer(to: key)
    case .paste(let text):
      form.paste(text)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}

extension Note.Field {
  fileprivate var label: String { title.prefix(1).uppercased() + title.dropFirst() }

  /// What belongs there, in a few words.
  fileprivate var hint: String {
    switch self {
    case .addressee: "who is called on"
    case .deadline: "by when, as the room said it"
    case .explanation: "why it is so"
    case .evidence: "what it rests on"
    case .point: "the discussion point it belongs to"
    case .reason: "why it was said or asked"
    case .impact: "what it changed"
    case .organisation: "who will do it"
    case .asker: "who asked"
    case .aspect: "similar, unexpected, or nothing"
    case .address: "https://"
    }
  }
}
