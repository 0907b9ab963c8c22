extension Line {
  /// Whether it is a sentence or a point of a list.
  var isProse: Bool { isBullet || text.utf8.count > 60 && text.last == "." }

  /// Whether it is no sentence: short, and without a stop at its end.
  var isShort: Bool {
    text.utf8.count < 170 && !".?!:".contains(text.last ?? ".") && !isHeading
  }
}
