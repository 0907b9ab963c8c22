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
    matching typed: String, in session: Session, by seat: Seat, now: Moment, limit: Int = 50
  ) -> [Entry] {
    let letters = typed.trimmed
    let commands = Grammar.all.filter { $0.seats.contains(seat) }
    var entries = commands.map(\.paletteEntry)
    if !letters.isEmpty {
      entries += commands.flatMap { $0.paletteEntries(in: session) }
      entries = entries.fitting(letters)
      if let said = asTyped(letters, in: session) {
        entries.removeAll { $0.line == said.line }
        entries.insert(said, at: 0)
      }
    }
    return entries.prefix(limit).map { entry in
      var told = entry
      told.refusal = entry.refusal(in: session, by: seat, now: now)
      return told
    }
  }

  private static func asTyped(_ line: String, in session: Session) -> Entry? {
    guard let intent = try? Intent(line: line, in: session) else { return nil }
    return Entry(line: line, detail: line == intent.line ? "" : intent.line, isWhole: true)
  }
}

extension Command {
  /// The command without anything behind it.
  fileprivate var paletteEntry: Palette.Entry {
    let isWhole = parameters.allSatisfy(\.isOptional)
    return Palette.Entry(line: isWhole ? name : name + " ", detail: summary, isWhole: isWhole)
  }

  /// The command with each thing that may stand in its first place.
  fileprivate func paletteEntries(in session: Session) -> [Palette.Entry] {
    guard let first = parameters.first, first.form == .word else { return [] }
    let isWhole = parameters.dropFirst().allSatisfy(\.isOptional)
    return first.kind.offered(in: session, behind: []).map { offer in
      Palette.Entry(
        line: "\(name) \(offer.text)" + (isWhole ? "" : " "), detail: offer.detail,
        isWhole: isWhole)
    }
  }
}

extension Palette.Entry {
  fileprivate func refusal(in session: Session, by seat: Seat, now: Moment) -> String? {
    guard isWhole, let intent = try? Intent(line: line, in: session) else { return nil }
    do throws(Refusal) {
      _ = try session.decide(intent, by: seat, at: now)
      return nil
    } catch {
      return error.sentence
    }
  }
}

extension [Palette.Entry] {
  /// Those in which every word of what was typed is found, best first.
  fileprivate func fitting(_ letters: String) -> [Palette.Entry] {
    let scored = compactMap { entry -> (entry: Palette.Entry, score: Int)? in
      if let score = Fuzzy.score(words: letters, in: entry.line) { return (entry, score * 2) }
      return Fuzzy.score(words: letters, in: "\(entry.line) \(entry.detail)").map { (entry, $0) }
    }
    return scored.sorted { $0.score > $1.score }.map(\.entry)
  }
}
