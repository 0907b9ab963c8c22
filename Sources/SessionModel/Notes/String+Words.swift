extension String {
  /// How many words stand between white space, as reports and transcripts count them.
  public var wordCount: Int {
    var count = 0
    var isInWord = false
    for scalar in unicodeScalars {
      // Asking Unicode is slow, and below U+0085 there is nothing to ask.
      let isSpace =
        scalar.value < 0x85
        ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
