import SessionModel
import TerminalUI

/// The words of a note, what its kind says of itself, and its topics, to change all at once.
///
/// What somebody else changes meanwhile comes in where nothing else was typed; where something was,
/// it is shown, and the second Enter decides. It stays until all of it is stored.
struct NoteForm: Screen {
  enum Action: Sendable {
    case handIn, leave
  }

  /// The note as whoever types has had it before the eyes.
  private var read: Note
  private var form: FormDialog
  /// What somebody else made of fields that were typed in here, too, by their names.
  private var theirs: [String: String] = [:]
  /// Those of them that a first Enter was pressed over.
  private var warned: [String: String] = [:]
  /// How many answers are still to come to what was asked.
  private var awaited = 0
  private var isRefused = false
  /// Whether nothing that is said may be kept while it is open.
  private var isOffTheRecord = false
  private(set) var isOver = false

  init(_ note: Note) {
    read = note
    let values = note.formValues
    let words = FormDialog.Field(
      NoteForm.words, "Words", paragraphs: values[NoteForm.words] ?? "", rows: 4,
      isRequired: true)
    let fields = note.kind.fields.map { field in
      FormDialog.Field(
        field.rawValue, field.label, text: values[field.rawValue] ?? "", hint: field.hint)
    }
    let topics = FormDialog.Field(
      NoteForm.topics, "Topics", text: values[NoteForm.topics] ?? "",
      hint: "words, with spaces between them")
    form = FormDialog("\(note.kind.title) \(note.id)", fields: [words] + fields + [topics])
  }

  fileprivate static let words = "text"
  fileprivate static let topics = "topics"

  var name: String { "a note's details" }
  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "save", group: "Notes", priority: 80, action: .handIn),
      Binding([.escape, .control("c")], "cancel", group: "Notes", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    action == .leave ? .pop : effect(of: form.handle(.enter))
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    form.receive(input).map { effect(of: $0) }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  private mutating func effect(of reply: Reply<[String: String]>) -> Effect {
    switch reply {
    case .done(let values): handIn(values)
    case .cancelled: .pop
    case .waiting, .ignored, .refused: .none
    }
  }

  private mutating func handIn(_ values: [String: String]) -> Effect {
    guard theirs.isEmpty || theirs == warned else {
      warned = theirs
      form.problem = "Changed meanwhile; Enter again keeps yours"
      return .none
    }
    let intents = read.changes(to: values, over: theirs)
    guard !intents.isEmpty else { return .pop }
    var waiting = self
    waiting.awaited = intents.count
    waiting.isRefused = false
    return .popThen([.push(waiting)] + intents.map { .ask(.note($0)) })
  }

  mutating func told(_ outcome: Outcome, in scene: Scene) {
    guard awaited > 0 else { return }
    awaited -= 1
    if case .refused = outcome { isRefused = true }
    isOver = awaited == 0 && !isRefused
  }

  mutating func settle(in scene: Scene) {
    form.settle(in: scene.size)
    if scene.session.attribution == .offTheRecord {
      isOffTheRecord = true
    } else if isOffTheRecord {
      // What was typed in a stretch off the record goes with it.
      self = NoteForm(scene.session.notes[read.id] ?? read)
    }
    guard awaited == 0, let note = scene.session.notes[read.id], note != read || !theirs.isEmpty
    else { return }
    let (old, now, typed) = (read.formValues, note.formValues, form.values)
    theirs = [:]
    for (id, value) in now where value != old[id] && value != typed[id] {
      if id == Self.topics {
        // Each puts topics in and takes some out: both can be done.
        form.set(id, to: read.topics(typed[id] ?? "", on: note).joined(separator: " "))
      } else if typed[id] == nil || typed[id] == old[id]?.trimmedEnds {
        form.set(id, to: value)
      } else {
        theirs[id] = value
      }
    }
    // What was typed over stays compared with what it was typed over.
    read = note.keeping(theirs.keys, of: read)
    form.note = theirs.isEmpty ? "" : told(theirs, of: note)
  }

  /// What somebody else wrote, and what can be done about it.
  private func told(_ theirs: [String: String], of note: Note) -> String {
    let parts = form.fields.compactMap { field in
      theirs[field.id].map { "\(field.label) now: \($0.isEmpty ? "nothing" : $0)" }
    }
    return parts.joined(separator: "  ") + "  Enter twice keeps yours, Esc theirs."
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}

extension Note {
  /// What its form begins with, by the names of the fields.
  fileprivate var formValues: [String: String] {
    var values = [NoteForm.words: text, NoteForm.topics: topics.joined(separator: " ")]
    for field in kind.fields { values[field.rawValue] = fields[field] ?? "" }
    return values
  }

  /// This note with some of its values as another one has them.
  fileprivate func keeping(_ names: some Collection<String>, of other: Note) -> Note {
    var note = self
    for name in names {
      if name == NoteForm.words { note.text = other.text }
      if let field = Field(rawValue: name) {
        var detail = note.detail ?? NoteDetail()
        detail.fields[field] = other.fields[field]
        note.detail = detail.isEmpty ? nil : detail
      }
    }
    return note
  }

  /// The topics that come of what was typed over this note's, where another's hold now.
  fileprivate func topics(_ typed: String, on now: Note) -> [String] {
    let typed = typed.topicWords
    let kept = now.topics.filter { typed.contains($0) || !topics.contains($0) }
    return kept + typed.filter { !kept.contains($0) && !topics.contains($0) }
  }

  /// What is asked to make it what was filled in, over what somebody else made of it.
  fileprivate func changes(
    to values: [String: String], over theirs: [String: String]
  ) -> [NoteIntent] {
    var intents: [NoteIntent] = []
    let present = theirs[NoteForm.words] ?? text
    if let words = values[NoteForm.words], words != present.trimmedEnds {
      intents.append(.edit(id, text: words, over: present))
    }
    for field in kind.fields {
      let value = values[field.rawValue] ?? ""
      let present = theirs[field.rawValue] ?? fields[field] ?? ""
      if value != present {
        intents.append(.fill(id, field, text: value.isEmpty ? nil : value, over: present))
      }
    }
    let topics = (values[NoteForm.topics] ?? "").topicWords
    if topics != self.topics { intents.append(.tag(id, topics: topics)) }
    return intents
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

extension String {
  fileprivate var topicWords: [String] { split { " ,#".contains($0) }.map(String.init) }

  /// Without white space at its ends.
  var trimmedEnds: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
