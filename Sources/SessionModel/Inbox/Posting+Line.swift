extension Posting {
  /// What one typed line is: the words, and before a colon who wrote them.
  ///
  /// Before the colon stands a name of the roll, or any name behind an `@`; no other words are
  /// taken for a name.
  public init(line: String, in session: Session) {
    self.init(text: line)
    guard let colon = line.firstIndex(of: ":") else { return }
    let head = line[..<colon]
    let words = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
    guard !words.isEmpty, head.count <= 60 else { return }
    let isNamed = head.hasPrefix("@")
    let name = String(isNamed ? head.dropFirst() : head)
    let person = session.onlyOne(named: name)
    guard isNamed || person != nil, !name.allSatisfy(\.isWhitespace) else { return }
    text = words
    self.name = name
    self.person = person
  }
}
