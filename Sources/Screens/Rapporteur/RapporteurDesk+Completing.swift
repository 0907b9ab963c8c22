import SessionModel
import TerminalUI

extension RapporteurDesk {
  /// What a half-typed `@name` or `#topic` before the caret may become.
  struct Completions: Sendable {
    /// How many characters before the caret they stand for, the sign included.
    var typed: Int
    /// The likeliest first; without the sign.
    var words: [String]
    var sign: Character
  }

  /// `nil` where no such word stands before the caret.
  func completions(in scene: Scene) -> Completions? {
    guard !line.isEmpty, isEditing || chosen == nil else { return nil }
    let before = line.buffer.nearestBefore(48)
    guard let start = before.lastIndex(where: { $0 == "@" || $0 == "#" }) else { return nil }
    if start > before.startIndex, !before[before.index(before: start)].isWhitespace { return nil }
    let word = before[before.index(after: start)...]
    let sign = before[start]
    let words =
      sign == "@" ? names(beginning: word, in: scene) : topics(beginning: word, in: scene)
    // A word that is whole already has nothing to become.
    guard !words.isEmpty, words != [String(word)] else { return nil }
    return Completions(typed: word.count + 1, words: Array(words.prefix(4)), sign: sign)
  }

  /// Those on the roll one of whose names begins so: who speaks and who waits before the others.
  private func names(beginning word: Substring, in scene: Scene) -> [String] {
    let session = scene.session
    let typed = word.lowercased()
    let near =
      [session.floor.currentTurn?.person].compactMap(\.self)
      + session.floor.queue.map(\.person)
    let people = session.people.roll.filter { person in
      let name = person.name.lowercased()
      return name.hasPrefix(typed)
        || (!typed.contains(" ")
          && name.split(separator: " ").contains { $0.hasPrefix(typed) })
    }
    return people.enumerated().sorted { one, other in
      let places = [one, other].map { near.firstIndex(of: $0.element.id) ?? near.count }
      return places[0] != places[1] ? places[0] < places[1] : one.offset < other.offset
    }.map(\.element.name)
  }

  /// Topics that are in use and begin so, those used most before the others.
  private func topics(beginning word: Substring, in scene: Scene) -> [String] {
    guard !word.contains(where: \.isWhitespace) else { return [] }
    let typed = word.lowercased()
    return sorted(in: scene).topics.filter { $0.lowercased().hasPrefix(typed) }
  }

  /// Puts the likeliest word in.
  mutating func complete(in scene: Scene) {
    guard let completions = completions(in: scene), let first = completions.words.first else {
      return
    }
    line.replaceBefore(completions.typed, with: "\(completions.sign)\(first) ")
  }

  /// Asks what the line, or the note in hand, is.
  var chooseKind: Choose {
    Choose(
      "What is it?",
      lines: [
        "The same sign at the beginning of a line does it, too; "
          + "behind a \(Self.keepingSign) it is text."
      ],
      options: Note.Kind.signed.enumerated().map { index, item in
        Choose.Option(
          item.sign, item.kind.title, detail: "Alt-\(item.kind.letter)",
          effect: .press(Self.firstKindBinding + index))
      })
  }
}
