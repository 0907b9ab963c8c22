extension String {
  /// The text in paragraphs: `\n` ends each line, no more than one empty line stands between two
  /// others, and none at either end.
  var inParagraphs: String {
    // Most notes are one line: below a space stand the line ends, behind C2 and E2 the others.
    guard utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }),
      contains(where: \.isNewline)
    else { return self }
    var lines: [Substring] = []
    for var line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      while line.last?.isWhitespace == true { line.removeLast() }
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension Note {
  /// How it reads with the words of another one behind its own: as a paragraph where either has
  /// several.
  public func text(taking other: Note) -> String {
    let isSeveral = [text, other.text].contains { $0.contains(where: \.isNewline) }
    return text + (isSeveral ? "\n" : " ") + other.text
  }
}
