public import SessionModel

/// What may be typed next in a line.
public struct Completion: Sendable {
  /// The best one first; empty where anything may be typed, or nothing more.
  public var candidates: [Candidate] = []
  /// The command that the words so far name; `nil` as long as they name none.
  public var command: Command?

  /// One thing that may be typed.
  public struct Candidate: Equatable, Sendable {
    /// What of the line it takes the place of; empty where nothing of it is typed yet.
    public var replaces: Range<String.Index>
    public var text: String
    /// What it means: a person's name, what a command does; may be empty.
    public var detail: String

    /// The line with the candidate in its place and a space behind it, and where to go on typing.
    public func filledIn(_ line: String) -> (line: String, cursor: String.Index) {
      let head = line[..<replaces.lowerBound] + text + " "
      let rest = line[replaces.upperBound...].drop(while: \.isWhitespace)
      let filled = head + rest
      return (String(filled), String(filled).index(filled.startIndex, offsetBy: head.count))
    }
  }

  /// What may stand at the cursor, or at the end of the line.
  ///
  /// Only commands that the seat may say are offered. Letters need not be the first ones of a
  /// word: `inam` finds `p4` by the name of Inamullah Khan.
  public init(
    of line: String, at cursor: String.Index? = nil, in session: Session,
    by seat: Seat = .moderator
  ) {
    let end = cursor ?? line.endIndex
    var tokens = Token.tokens(of: line[..<end])
    var typed = Token(text: "", range: end..<end)
    if let last = tokens.last, last.range.upperBound == end, !last.isQuoted || last.isOpen {
      typed = last
      tokens.removeLast()
    }
    let place = Place(done: tokens, typed: typed, line: line, session: session)
    let allowed = Grammar.all.filter { $0.seats.contains(seat) }
    let said = tokens.prefix { !$0.isQuoted }.map { $0.text.lowercased() }
    command = allowed.filter { said.starts(with: $0.words) }
      .max { $0.words.count < $1.words.count }
    if said.count == tokens.count {
      candidates = place.fitting(Self.nextWords(behind: said, in: allowed))
    }
    if let command { candidates += place.candidates(of: command) }
  }

  /// The words that go on with a command, each with what it leads to.
  private static func nextWords(behind said: [String], in commands: [Command]) -> [Offered] {
    let open = commands.filter { $0.words.count > said.count && $0.words.starts(with: said) }
    var words: [Offered] = []
    for command in open {
      let word = command.words[said.count]
      guard !words.contains(where: { $0.text == word }) else { continue }
      let same = open.filter { $0.words[said.count] == word }
      let further = same.compactMap { $0.words.dropFirst(said.count + 1).first }
      words.append(
        Offered(
          word, same.count == 1 ? command.summary : further.joined(separator: ", ")))
    }
    return words
  }
}

/// Where in a line something may be typed.
private struct Place {
  /// The words before it.
  var done: [Token]
  /// The word that stands there so far.
  var typed: Token
  var line: String
  var session: Session

  func fitting(_ offered: [Offered]) -> [Completion.Candidate] {
    fitting(offered, typed: typed.text, replacing: typed.range)
  }

  private func fitting(
    _ offered: [Offered], typed: String, replacing range: Range<String.Index>
  ) -> [Completion.Candidate] {
    let letters = Letters(typed)
    let words = typed.contains(where: \.isWhitespace) ? Letters.words(of: typed) : [letters]
    let scored = offered.compactMap { offer -> (offer: Offered, score: Int)? in
      // A word's own letters count before those of what it means.
      if let score = Letters(offer.text).score(of: letters) { return (offer, score + 20) }
      return Letters(offer.detail).score(ofAll: words).map { (offer, $0) }
    }
    let best = typed.isEmpty ? scored : scored.sorted { $0.score > $1.score }
    return best.map {
      Completion.Candidate(replaces: range, text: $0.offer.text, detail: $0.offer.detail)
    }
  }

  /// What may stand there as a part of a command whose own words are said.
  func candidates(of command: Command) -> [Completion.Candidate] {
    var words: [Token] = []
    var used: Set<String> = []
    var wanting: Parameter?
    for token in done.dropFirst(command.words.count) {
      if wanting != nil {
        wanting = nil
      } else if let name = token.option, command.readsOptions {
        used.insert(name)
        let parameter = command.parameter(option: name)
        wanting = parameter?.form == .option ? parameter : nil
      } else {
        words.append(token)
      }
    }
    if let wanting { return fitting(wanting.kind.offered(in: session, behind: words)) }
    let options = fitting(command.optionsLeft(used))
    if !typed.isQuoted, typed.text.hasPrefix("-") { return options }
    return placed(words, of: command) + (typed.text.isEmpty ? options : [])
  }

  /// What may stand there as the next word, or as more of the last one.
  private func placed(_ words: [Token], of command: Command) -> [Completion.Candidate] {
    let parameters = command.parameters.filter { $0.form == .word }
    guard words.count < parameters.count else {
      guard let last = parameters.last, last.takesSeveralWords else { return [] }
      let offered = last.kind.offered(in: session, behind: words)
      if last.isRepeated { return fitting(offered) }
      // `floor give Inamullah Kh`: one name in several words.
      let start = words[parameters.count - 1].range.lowerBound
      let range = start..<typed.range.upperBound
      return typed.text.isEmpty
        ? [] : fitting(offered, typed: String(line[range]), replacing: range)
    }
    let next = parameters[words.count]
    var offered = next.kind.offered(in: session, behind: words)
    if next.isOptional, words.count + 1 < parameters.count {
      offered += parameters[words.count + 1].kind.offered(in: session, behind: words)
    }
    return fitting(offered)
  }
}

extension Command {
  /// Its options that may still be said.
  fileprivate func optionsLeft(_ used: Set<String>) -> [Offered] {
    parameters.filter { $0.isRepeated || used.isDisjoint(with: $0.optionNames) }
      .flatMap { parameter in
        parameter.optionNames.map { name in
          Offered("--\(name)", parameter.form == .option ? parameter.kind.wanted : "")
        }
      }
  }
}
