import SessionModel
import TerminalUI

/// The roll to find oneself on: what is typed narrows it down at once.
struct NameList: Sendable {
  /// The poll that only some may vote in; `nil` where everybody can be found.
  let poll: PollID?
  var filter = TextField()
  private(set) var list = ListView<PersonID>()

  init(of poll: PollID? = nil) {
    self.poll = poll
  }

  /// Those whose name or affiliation has every word that was typed, by name.
  func people(in session: Session) -> [Person] {
    let words = TextFilter(filter.text)
    let poll = poll.flatMap { session.polls[$0] }
    return session.people.roll
      .filter { person in poll.map { session.isEntitled(person, to: $0) } ?? true }
      .filter { $0.status != .cancelled && words.accepts("\($0.name) \($0.affiliation ?? "")") }
      .map { (key: $0.name.lowercased(), person: $0) }
      .sorted { ($0.key, $0.person.id) < ($1.key, $1.person.id) }
      .map(\.person)
  }

  func selection(in session: Session) -> PersonID? {
    list.selection(in: people(in: session).map(\.id))
  }

  mutating func select(at place: Int, in session: Session) {
    list.select(at: place, in: people(in: session).map(\.id))
  }

  /// Types into the filter, or moves; `false` when the key means nothing here.
  mutating func handle(_ key: Key, in session: Session) -> Bool {
    switch key {
    case .up, .down, .pageUp, .pageDown:
      return list.handle(key, items: people(in: session).map(\.id))
    default:
      guard filter.handle(key) else { return false }
      list = ListView()
      return true
    }
  }

  mutating func settle(rows: Int, height: Int, in session: Session) {
    list.settle(rows: rows, items: people(in: session).map(\.id)) { _ in height }
  }
}
