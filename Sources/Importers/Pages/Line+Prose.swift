extension String {
  /// Whether it is prose: long, and most of its words without a capital.
  var isSentences: Bool {
    guard utf8.count > 160 else { return false }
    let words = prefix(400).split(separator: " ")
    return words.count { $0.first?.isLowercase ?? false } * 5 > words.count * 3
  }
}

extension Line {
  /// Whether it is a sentence or a point of a list.
  var isProse: Bool { isBullet || text.utf8.count > 60 && text.last == "." }

  /// Whether it is no sentence: short, and without a stop at its end.
  var isShort: Bool {
    text.utf8.count < 170 && !".?!:".contains(text.last ?? ".") && !isHeading
  }
}
