import SessionModel
import TerminalUI

/// Finds notes by words of theirs, of their fields, topics, of who spoke and who is named.
///
/// Each word may stand somewhere else. Who wrote a note is found by the whole word only: otherwise
/// half a word would find all that the rapporteur wrote.
struct NoteFinder {
  private let words: TextFilter
  private let session: Session
  /// What was found in names, so that each is looked at once.
  private var people: [PersonID: TextFilter.Found] = [:]
  private var seats: [Seat: TextFilter.Found] = [:]

  init(_ text: String, in session: Session) {
    words = TextFilter(text)
    self.session = session
  }

  mutating func accepts(_ note: borrowing Note) -> Bool {
    let all = words.all
    var found = words.found(in: note.text)
    if found == all { return true }
    if let speaker = note.binding.speaker {
      found.formUnion(inName(of: speaker))
      if found == all { return true }
    }
    found.formUnion(inName(of: note.author))
    guard let detail = note.detail else { return found == all }
    for text in detail.fields.values { found = words.found(in: text, but: found) }
    for topic in detail.topics { found = words.found(in: "#" + topic, but: found) }
    for link in detail.links {
      if let person = link.person { found.formUnion(inName(of: person)) }
    }
    return found == all
  }

  private mutating func inName(of id: PersonID) -> TextFilter.Found {
    if let known = people[id] { return known }
    let found = session.people[id].map { words.found(in: $0.name) } ?? []
    people[id] = found
    return found
  }

  private mutating func inName(of seat: Seat) -> TextFilter.Found {
    if let known = seats[seat] { return known }
    let found = words.found(as: seat.title)
    seats[seat] = found
    return found
  }
}
