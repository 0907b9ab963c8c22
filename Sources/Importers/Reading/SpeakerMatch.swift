public import SessionModel

/// Who on a roll a transcript's label means.
public struct SpeakerMatch: Equatable, Sendable {
  /// As the transcript has it: `JUTTA CROLL`.
  public var label: String
  /// `nil` where nobody, or more than one, fits.
  public var person: PersonID?
  /// Whether the names are the same; else somebody should confirm.
  public var isExact: Bool

  /// Matches a label; `nil` where it names nobody at all.
  public init?(label: String, on roll: Register<Person>) {
    let key = label.withoutBrackets.personKey
    guard !key.isEmpty else { return nil }
    self.label = label
    let people = roll.map { (id: $0.id, key: $0.name.personKey) }
    let same = people.filter { $0.key == key }
    if same.count == 1 {
      person = same[0].id
      isExact = true
      return
    }
    isExact = false
    let scored = people.map { (id: $0.id, distance: Self.distance(key, $0.key)) }
      .filter { $0.distance < 100 }.sorted { $0.distance < $1.distance }
    if let first = scored.first, scored.count == 1 || scored[1].distance > first.distance {
      person = first.id
    }
  }

  /// 0 for the same words in another order, more for less alike, 100 for others.
  private static func distance(_ one: String, _ other: String) -> Int {
    let mine = one.split(separator: " ")
    let theirs = other.split(separator: " ")
    if mine.sorted() == theirs.sorted() { return 0 }
    let (few, many) = mine.count <= theirs.count ? (mine, theirs) : (theirs, mine)
    // `Croll` and `J. Croll` for `Jutta Croll`.
    let fits = few.allSatisfy { word in
      many.contains { $0 == word || (word.utf8.count == 1 && $0.hasPrefix(word)) }
    }
    if fits, few.contains(where: { $0.utf8.count > 2 }) { return 1 }
    let edits = edits(Array(one.utf8), Array(other.utf8))
    let allowed = min(one.utf8.count, other.utf8.count) / 5
    return edits <= min(allowed, 4) ? 10 + edits : 100
  }

  /// Levenshtein's distance.
  private static func edits(_ one: [UInt8], _ other: [UInt8]) -> Int {
    guard abs(one.count - other.count) < 6, one.count < 120, other.count < 120 else { return 99 }
    var row = Array(0...other.count)
    for (index, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, against) in other.enumerated() {
        let old = row[place + 1]
        row[place + 1] = min(old + 1, row[place] + 1, diagonal + (byte == against ? 0 : 1))
        diagonal = old
      }
    }
    return row[other.count]
  }
}

/// Something asked of a session at a time of its own.
public struct TimedIntent: Equatable, Sendable {
  public var at: Timestamp
  public var intent: Intent
}

extension Reading {
  /// How fast speech is laid out where a transcript has neither times nor stated figures.
  public static let assumedWordsPerMinute = 130

  /// Whether its turns have times of their own.
  public var isTimed: Bool { !turns.isEmpty && turns.allSatisfy { $0.start != nil } }

  /// When it was held.
  ///
  /// A time without a zone is taken for UTC; `nil` where no time is stated.
  public var heldAt: Timestamp? { start.flatMap { Timestamp($0.value.text) } }

  /// The labels of its turns, each once, in the order in which they speak.
  public var labels: [String] {
    var seen: Set<String> = []
    return turns.compactMap(\.speaker).filter { seen.insert($0).inserted }
  }

  /// Its turns as they were taken, each at its time; turns of nobody are left out.
  ///
  /// Where no times stand, a turn lasts as long as its words take at the speed that the source
  /// states of its speaker, else at `assumedWordsPerMinute`.
  public func turnIntents(from start: Timestamp, speakers: [String: PersonID]) -> [TimedIntent] {
    var intents: [TimedIntent] = []
    var now = start
    var last: PersonID?
    let speeds = Dictionary(
      statedFigures.compactMap { found in
        found.value.milliseconds.map { (found.value.name.personKey, $0) }
      }, uniquingKeysWith: { first, _ in first })
    for (index, turn) in turns.enumerated() {
      if let stated = turn.start {
        now = max(now, Timestamp(milliseconds: start.milliseconds + Int64(stated * 1000)))
      }
      var end = now
      if let stated = turn.end ?? (index + 1 < turns.count ? turns[index + 1].start : nil) {
        end = max(now, Timestamp(milliseconds: start.milliseconds + Int64(stated * 1000)))
      } else {
        let perWord =
          turn.speaker.flatMap { speeds[$0.personKey] } ?? 60_000
          / Double(Self.assumedWordsPerMinute)
        end.milliseconds += Int64(Double(turn.words) * perWord)
      }
      if let person = turn.speaker.flatMap({ speakers[$0] }) {
        // Somebody who goes on has the floor already.
        if last != person {
          intents.append(TimedIntent(at: now, intent: .floor(.give(.person(person), seconds: nil))))
        }
        last = person
        let next = index + 1 < turns.count ? turns[index + 1].speaker.flatMap { speakers[$0] } : nil
        if next != person {
          intents.append(TimedIntent(at: end, intent: .floor(.end)))
          last = nil
        }
      }
      now = end
    }
    return intents
  }
}

extension StatedFigures {
  /// Milliseconds a word.
  fileprivate var milliseconds: Double? {
    guard let words, let seconds, words > 0, seconds > 0 else { return nil }
    return Double(seconds) * 1000 / Double(words)
  }
}
