extension String {
  /// The year behind `IGF`.
  var forumYear: Int? {
    let words = tokens(limit: 40)
    for index in words.indices.dropLast() where words[index].word == "igf" {
      if let year = words[index + 1].number, (2006...2100).contains(year) { return year }
    }
    return nil
  }

  /// Whether it could name a room: a few words, no sentence.
  var looksLikeRoom: Bool {
    guard utf8.count < 60, let last, !".?!:,".contains(last), !contains(":"),
      NumberedHolder(self) == nil
    else { return false }
    let key = " " + wordKey + " "
    return Self.roomWords.contains { key.contains(" \($0) ") }
      || (split(separator: " ").count <= 4
        && split(separator: " ").allSatisfy { word in
          word.first.map { $0.isUppercase || $0.isNumber } ?? false
        } && !looksLikeOrganisation && !FormatShape.isKind(self) && split(separator: " ").count <= 3
        && contains(where: \.isNumber))
  }

  private static let roomWords = [
    "room", "hall", "ballroom", "salle", "auditorium", "theatre", "theater", "saal", "sala",
    "plenary", "studio", "annex", "conference room", "workshop room", "main hall", "raum", "stage",
    "pavilion", "estrel", "convention hall", "press room", "tent", "floor", "building",
  ]
}
