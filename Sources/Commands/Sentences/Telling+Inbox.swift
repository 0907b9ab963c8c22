import SessionModel

extension Telling {
  func sentence(of event: InboxEvent) -> String {
    switch event {
    case .posted(let id, let posting, _):
      "Message \(id) from \(posting.person.map(name(of:)) ?? posting.name ?? "somebody"), "
        + "\(posting.channel == .room ? "in the room" : "online"): \(posting.text)"
    case .attributed(let id, let person?): "Message \(id) is from \(name(of: person))"
    case .attributed(let id, nil): "Message \(id) is from nobody on the roll"
    case .sorted(let id, let kind): "Message \(id) is a \(kind.rawValue)"
    case .upvoted(let id, let upvotes): "\(upvotes) stand behind message \(id)" + told(id)
    case .readOut(let id): "Message \(id) is read out" + told(id)
    case .answered(let id, let text?): "Message \(id) is answered: \(text)"
    case .answered(let id, nil): "Message \(id) is answered aloud"
    case .asked(let id, let question, let text):
      "Message \(id) is question \(question) now: \(text)"
    case .noted(let id, let note, _, let text, _, _): "Message \(id) is note \(note) now: \(text)"
    case .queued(let id, let request, let person, let channel, let kind):
      "\(name(of: person)) asks for the floor, \(channel == .room ? "in the room" : "online"): "
        + "\(kind.title), \(request), by message \(id)"
    case .hidden(let id, let reason): "Message \(id) is hidden: \(reason)"
    case .shown(let id, let reason):
      "Message \(id) is shown again" + (reason.map { ": \($0)" } ?? "")
    case .told(let text): "Between the moderators: \(text)"
    }
  }

  private func told(_ id: MessageID) -> String {
    session.inbox[id].map { ": \($0.text)" } ?? ""
  }
}
