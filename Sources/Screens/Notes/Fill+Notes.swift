import SessionModel
import TerminalUI

extension Fill {
  /// The words of a note, what its kind says of itself, and its topics, all at once.
  static func details(of note: Note) -> Fill {
    let words = FormDialog.Field("text", "Words", text: note.text, isRequired: true)
    let fields = note.kind.fields.map { field in
      FormDialog.Field(
        field.rawValue, field.label, text: note.fields[field] ?? "", hint: field.hint)
    }
    let topics = FormDialog.Field(
      "topics", "Topics", text: note.topics.joined(separator: " "),
      hint: "words, with spaces between them")
    return Fill(
      "a note's details", "save", group: "Notes",
      FormDialog("\(note.kind.title) \(note.id)", fields: [words] + fields + [topics])
    ) { values in
      note.changes(to: values).map { .ask(.note($0)) }
    }
  }
}

extension Note {
  /// What is asked to make it what was filled in.
  fileprivate func changes(to values: [String: String]) -> [NoteIntent] {
    var intents: [NoteIntent] = []
    if let words = values["text"], words != text {
      intents.append(.edit(id, text: words, over: text))
    }
    for field in kind.fields {
      let value = values[field.rawValue].flatMap { $0.isEmpty ? nil : $0 }
      if value != fields[field] { intents.append(.fill(id, field, text: value)) }
    }
    let topics = (values["topics"] ?? "").split { " ,#".contains($0) }.map(String.init)
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
