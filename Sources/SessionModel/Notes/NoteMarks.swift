/// What a note's text says of itself in passing: `#topic` and `@name`.
///
/// A topic begins with a letter, so that `WS #204` is none; a name is one on the roll, or a word of
/// just one name on it, so that an address of mail is none. The words stay, the signs go; topics
/// at the end of a text go wholly.
struct NoteMarks: Equatable, Sendable {
  var text: String
  /// In the order in which they stand there, each once.
  var topics: [String] = []
  var people: [PersonID] = []

  init(_ typed: String, on roll: Register<Person>) {
    text = typed
    guard typed.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }) else {
      return
    }
    var plain: [Character] = []
    /// Where the text ends if nothing but topics follows.
    var lastWord = 0
    var rest = typed[...]
    while let character = rest.first {
      let isFirst = plain.last.map { $0.isWhitespace || "([“\"'".contains($0) } ?? true
      if isFirst, character == "#", let topic = Self.topic(rest.dropFirst()) {
        if !topics.contains(topic) { topics.append(topic) }
        plain += topic
        rest = rest.dropFirst(1 + topic.count)
        continue
      }
      if isFirst, character == "@", let (person, columns) = Self.person(rest.dropFirst(), roll) {
        if !people.contains(person.id) { people.append(person.id) }
        plain += person.name
        rest = rest.dropFirst(1 + columns)
      } else {
        plain.append(character)
        rest.removeFirst()
        if character.isWhitespace { continue }
      }
      lastWord = plain.count
    }
    // A text that is nothing but topics keeps them as its words.
    let words = lastWord > 0 ? plain.prefix(lastWord) : plain[...]
    text = String(words)
  }

  private static func topic(_ rest: Substring) -> String? {
    guard rest.first?.isLetter == true else { return nil }
    return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }

  /// Whose name follows, and how many characters of the text say it.
  private static func person(
    _ rest: Substring, _ roll: Register<Person>
  ) -> (person: Person, count: Int)? {
    let text = rest.prefix(120).lowercased()
    let whole = roll.filter { text.hasPrefix($0.name.lowercased()) }
      .max { $0.name.count < $1.name.count }
    if let whole, !whole.name.isEmpty { return (whole, whole.name.count) }
    let word = rest.prefix { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
    guard word.count >= 2 else { return nil }
    let same = word.lowercased()
    let named = roll.filter { person in
      person.name.split(separator: " ").contains { $0.lowercased() == same }
    }
    guard named.count == 1, let one = named.first else { return nil }
    return (one, word.count)
  }
}
