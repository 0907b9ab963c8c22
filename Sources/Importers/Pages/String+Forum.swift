extension String {
  /// The year behind `IGF`.
  var forumYear: Int? {
    let words = tokens(limit: 40)
    for index in words.indices.dropLast() where words[index].word == "igf" {
      if let year = words[index + 1].number, (2006...2100).contains(year) { return year }
    }
    return nil
  }

  /// `IGF 2010`: the forum and nothing of its sessions.
  var isForumAlone: Bool {
    let words = tokens(limit: 4)
    return words.count == 2 && words[0].word == "igf" && words[1].number != nil
  }

  /// What stands behind `IGF 2022 Day 2`; `nil` where that does not stand before it.
  var withoutForumDay: String? {
    let words = tokens(limit: 6)
    guard words.count > 4, words[0].word == "igf", words[1].digits == 4, words[2].word == "day",
      words[3].number != nil
    else { return nil }
    return String(decoding: utf8.dropFirst(words[3].end), as: UTF8.self).squeezed
  }

  /// Whether it could name a room: a few words, no sentence.
  var looksLikeRoom: Bool {
    guard utf8.count < 60, let last, !".?!:,".contains(last), !contains(":"),
      NumberedHolder(self) == nil
    else { return false }
    return namesRoom
      || (split(separator: " ").count <= 4
        && split(separator: " ").allSatisfy { word in
          word.first.map { $0.isUppercase || $0.isNumber } ?? false
        } && !looksLikeOrganisation && !FormatShape.isKind(self) && split(separator: " ").count <= 3
        && contains(where: \.isNumber))
  }

  /// Whether one of its words is one that rooms are called by.
  var namesRoom: Bool {
    let key = " " + wordKey + " "
    return Self.roomWords.contains { key.contains(" \($0) ") }
  }

  private static let roomWords = [
    "room", "hall", "ballroom", "salle", "auditorium", "theatre", "theater", "saal", "sala",
    "plenary", "studio", "annex", "conference room", "workshop room", "main hall", "raum", "stage",
    "pavilion", "estrel", "convention hall", "press room", "tent", "floor", "building",
  ]
}
