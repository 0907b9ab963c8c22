import SessionModel

extension Telling {
  func sentence(of event: NoteEvent) -> String {
    switch event {
    case .written(let id, .note, let text, _, _): "Note \(id): \(text)"
    case .written(let id, let kind, let text, _, _): "Note \(id), \(kind.title): \(text)"
    case .edited(let id, let text, _, _): "Note \(id) now reads: \(text)"
    case .sorted(let id, let kind): "Note \(id) is now sorted as \(kind.title)"
    case .bound(let id, let tie): sentence(of: tie, of: id)
    case .filled(let id, let field, .some(let text)): "Note \(id), \(field.title): \(text)"
    case .filled(let id, let field, .none): "Note \(id) has no \(field.title) any more"
    case .tagged(let id, let topics):
      topics.isEmpty
        ? "Note \(id) is sorted under no topic"
        : "Note \(id) is sorted under " + topics.joined(separator: ", ")
    case .linked(let id, let link):
      "Note \(id) \(link.relation.title) \(name(of: link.target))"
    case .unlinked(let id, let link):
      "Note \(id) is no longer said to be \(link.relation.title) \(name(of: link.target))"
    case .merged(let id, let other, let text): "Note \(id) is part of \(other) now: \(text)"
    case .split(let id, _, let rest, let text): "Note \(rest) is split off \(id): \(text)"
    case .placed(let id, .some(let other)): "Note \(id) stands before \(other)"
    case .placed(let id, .none): "Note \(id) stands last"
    case .removed(let id):
      "Note \(id) is struck" + (session.notes[id].map { ": \($0.text)" } ?? "")
    case .stretchBegun(let rule): "From now on this is \(rule.holding)"
    case .stretchEnded: "The stretch with a rule of its own is over"
    case .told(let section, .some(let text)): "The report's \(section): \(text)"
    case .told(let section, .none): "The report's \(section) is taken out"
    }
  }

  private func name(of target: NoteLink.Target) -> String {
    switch target {
    case .note(let id): id.description
    case .person(let id): name(of: id)
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
