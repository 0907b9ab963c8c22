public import SessionModel

/// Finds lines by a few of their letters, and by the names of what they are about.
public enum Palette {
  /// A line that may be said.
  public struct Entry: Equatable, Sendable {
    /// `floor give r3`; where words are still missing it ends with a space.
    public var line: String
    /// What it does or to whom: `Inamullah Khan, question, online`.
    public var detail: String
    /// Whether it can be said as it stands; else more must be typed.
    public var isWhole: Bool
    /// Why the session would refuse it now; `nil` when it would not, or when words are missing.
    public var refusal: String?
  }

  /// The lines that fit what was typed, best first, at most `limit` of them.
  ///
  /// With nothing typed: every command once. A line that can be read as typed stands first.
  /// `give inam` finds the hand of Inamullah Khan.
  public static func entries(
    matching typed: String, in session: Session, by seat: Seat, now: Moment, limit: Int = 100
  ) -> [Entry] {
    let letters = typed.trimmed
    let commands = Grammar.all.filter { $0.seats.contains(seat) }
    var entries: [Entry] = []
    if letters.isEmpty {
      entries = commands.prefix(limit).map(\.paletteEntry)
    } else {
      if let said = asTyped(letters, in: session) { entries.append(said) }
      entries += continued(typed, in: session, by: seat)
      let known = Set(entries.map(\.line.trimmed))
      entries += Search(for: letters, in: session).found(among: commands, limit: limit)
        .filter { !known.contains($0.line.trimmed) }
    }
    return entries.prefix(limit).map { entry in
      var told = entry
      told.refusal = entry.refusal(in: session, by: seat, now: now)
      return told
    }
  }

  /// The line with each thing that may go on with it, once its command has its first words:
  /// options, and what may stand behind one.
  private static func continued(_ typed: String, in session: Session, by seat: Seat) -> [Entry] {
    let completion = Completion(of: typed, in: session, by: seat)
    guard let command = completion.command else { return [] }
    let tokens = Token.tokens(of: typed)
    let isNew = typed.last?.isWhitespace == true
    let done = tokens.count - command.words.count - (isNew ? 0 : 1)
    guard done > 0 || tokens.last?.option != nil else { return [] }
    return completion.candidates.map { candidate in
      let line = candidate.filledIn(typed).line
      let isWhole = (try? Intent(line: line, in: session)) != nil
      return Entry(line: line, detail: candidate.detail, isWhole: isWhole)
    }
  }

  private static func asTyped(_ line: String, in session: Session) -> Entry? {
    // A text that is still typed has its closing quote to come.
    for line in [line, line + "\""] {
      guard let intent = try? Intent(line: line, in: session) else { continue }
      return Entry(line: line, detail: line == intent.line ? "" : intent.line, isWhole: true)
    }
    return nil
  }
}

/// Looks for words in every command, alone and with each thing that it may be about.
///
/// What is offered to several commands is looked through once, and only what is shown becomes
/// text: a roll of hundreds must not be felt at a key.
private struct Search {
  private let words: [Letters]
  private let session: Session

  init(for typed: String, in session: Session) {
    words = Letters.words(of: typed)
    self.session = session
  }

  func found(among commands: [Command], limit: Int) -> [Palette.Entry] {
    var offers: [Offers] = []
    var hits: [Hit] = []
    for (place, command) in commands.enumerated() {
      let named = scores(in: command.name, weight: 2)
      if let score = sum(named, scores(in: command.summary, weight: 1)) {
        hits.append(Hit(command: place, score: score))
      }
      guard let first = command.parameters.first, first.form == .word else { continue }
      let known = offers.firstIndex { $0.kind == first.kind } ?? offers.count
      if known == offers.count { offers.append(lookThrough(first.kind)) }
      for (thing, own) in offers[known].scores.enumerated() {
        guard let score = sum(named, own) else { continue }
        hits.append(Hit(command: place, offers: known, thing: thing, score: score))
      }
    }
    return hits.sorted(by: <).prefix(limit).map { hit in
      let command = commands[hit.command]
      return hit.thing < 0
        ? command.paletteEntry : command.paletteEntry(about: offers[hit.offers].things[hit.thing])
    }
  }

  private func lookThrough(_ kind: Parameter.Kind) -> Offers {
    let things = kind.offered(in: session, behind: [])
    let found = things.map { thing in
      zip(scores(in: thing.text, weight: 2), scores(in: thing.detail, weight: 1)).map(max)
    }
    return Offers(kind: kind, things: things, scores: found)
  }

  /// How well each word fits a text; `missing` where one does not.
  private func scores(in text: String, weight: Int) -> [Int] {
    let letters = Letters(text)
    return words.map { word in letters.score(of: word).map { $0 * weight } ?? missing }
  }

  /// The sum over all words of where each fits better; `nil` where one does not fit at all.
  private func sum(_ one: [Int], _ other: [Int]) -> Int? {
    var sum = 0
    for index in one.indices {
      let best = max(one[index], other[index])
      if best == missing { return nil }
      sum += best
    }
    return sum
  }
}

/// Less than any score: the word does not fit.
private let missing = Int.min

/// What may stand in the first place of some commands, and how well each word fits each thing.
private struct Offers {
  var kind: Parameter.Kind
  var things: [Offered]
  var scores: [[Int]]
}

/// A line that was found: a command, and the thing it is about.
private struct Hit: Comparable {
  var command: Int
  var offers = -1
  var thing = -1
  var score: Int

  /// The better one first; in the order of the table where both fit equally well.
  static func < (one: Hit, other: Hit) -> Bool {
    (other.score, one.command, one.thing) < (one.score, other.command, other.thing)
  }
}

extension Command {
  /// The command without anything behind it.
  fileprivate var paletteEntry: Palette.Entry {
    let isWhole = parameters.allSatisfy(\.isOptional)
    return Palette.Entry(line: isWhole ? name : name + " ", detail: summary, isWhole: isWhole)
  }

  /// The command with something in its first place.
  fileprivate func paletteEntry(about offer: Offered) -> Palette.Entry {
    let isWhole = parameters.dropFirst().allSatisfy(\.isOptional)
    return Palette.Entry(
      line: "\(name) \(offer.text)" + (isWhole ? "" : " "), detail: offer.detail,
      isWhole: isWhole)
  }
}

extension Palette.Entry {
  fileprivate func refusal(in session: Session, by seat: Seat, now: Moment) -> String? {
    guard isWhole, let intent = try? Intent(line: line, in: session) else { return nil }
    do throws(Refusal) {
      // What asks for a passphrase or a PIN is decided when that was typed.
      if intent.isAllowed(at: seat), intent.secret(in: session) != nil { return nil }
      _ = try session.decide(intent, by: seat, at: now)
      return nil
    } catch {
      return error.sentence
    }
  }
}
