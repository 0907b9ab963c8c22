import SessionModel

extension Telling {
  func sentence(of event: NoteEvent) -> String {
    switch event {
    case .written(let id, .note, let text, _): "Note \(id): \(text)"
    case .written(let id, let kind, let text, _): "Note \(id), \(kind.title): \(text)"
    case .edited(let id, let text): "Note \(id) now reads: \(text)"
    case .sorted(let id, let kind): "Note \(id) is now sorted as \(kind.title)"
    case .bound(let id, let tie): sentence(of: tie, of: id)
    case .removed(let id):
      "Note \(id) is struck" + (session.notes[id].map { ": \($0.text)" } ?? "")
    }
  }

  private func sentence(of tie: NoteTie, of id: NoteID) -> String {
    switch tie {
    case .segment(.some(let segment)): "Note \(id) belongs to \(title(of: segment))"
    case .speaker(.some(let person)): "Note \(id) belongs to \(name(of: person))"
    case .question(.some(let question)): "Note \(id) belongs to question \(heading(of: question))"
    case .poll(.some(let poll)): "Note \(id) belongs to poll \(poll)"
    case .segment(.none): "Note \(id) belongs to no segment"
    case .speaker(.none): "Note \(id) belongs to no speaker"
    case .question(.none): "Note \(id) belongs to no question"
    case .poll(.none): "Note \(id) belongs to no poll"
    }
  }
}
