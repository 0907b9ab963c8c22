extension String {
  /// As much of it as fits into that many columns, with an ellipsis where something is left out.
  ///
  /// Cuts between graphemes. The ellipsis is left out when there is no room for anything else.
  public func clipped(to columns: Int, ellipsis: String = "…") -> String {
    guard TextWidth.columns(of: self) > columns else { return self }
    let end = TextWidth.columns(of: ellipsis)
    guard end < columns else { return String(head(columns: columns)) }
    return head(columns: columns - end) + ellipsis
  }

  /// The longest beginning, in whole graphemes, that takes no more than that many columns.
  public func head(columns limit: Int) -> Substring {
    self[...].head(columns: limit)
  }

  /// The lines it makes in that many columns, at least one; every line is a part of it, in order.
  ///
  /// Breaks at spaces, which belong to no line then, after hyphens between letters and between wide
  /// characters; a longer word is broken anywhere. Line ends in the text end lines; spaces at the
  /// beginning of a line of the text stay.
  public func wrapped(to columns: Int) -> [Substring] {
    let columns = max(1, columns)
    return self[...].wrappedASCII(to: columns)
      ?? split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { $0.wrappedASCII(to: columns) ?? $0.wrappedLine(to: columns) }
  }
}

extension Substring {
  func head(columns limit: Int) -> Substring {
    if let cut = asciiCut(after: Swift.max(0, limit)) { return self[..<cut] }
    var used = 0
    var count = 0
    Piece.eachGrapheme(of: self) { grapheme, end in
      used += grapheme.columns
      guard used <= limit else { return false }
      count = end
      return true
    }
    return self[..<utf8.index(startIndex, offsetBy: count)]
  }

  /// Where that many columns end, when all of them are ASCII; looks no further than that.
  private func asciiCut(after limit: Int) -> Index? {
    let cut = utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      let count = Swift.min(limit, bytes.count)
      guard Ascii.arePrintable(UnsafeBufferPointer(rebasing: bytes[..<count])) else { return nil }
      // Something beyond ASCII may be a mark on the last one.
      return count == bytes.count || bytes[count] < 0x80 ? count : nil
    }
    guard let count = cut ?? nil else { return nil }
    return utf8.index(startIndex, offsetBy: count)
  }

  /// One paragraph without line ends, in lines of at most that many columns.
  func wrappedLine(to columns: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = self
    while true {
      let head = rest.head(columns: columns)
      if head.endIndex == rest.endIndex { return lines + [rest] }
      guard !head.isEmpty else {
        // Not even one grapheme fits; it gets a line of its own.
        lines.append(rest.prefix(1))
        rest = rest.dropFirst()
        if rest.isEmpty { return lines }
        continue
      }
      let end = rest.lastBreak(notAfter: head.endIndex) ?? head.endIndex
      lines.append(rest[..<end].droppingSpacesAtEnd())
      rest = rest[end...].drop { $0 == " " }
      if rest.isEmpty { return lines }
    }
  }

  /// What `wrappedLine` makes of printable ASCII, a byte a column; `nil` where something else stands.
  func wrappedASCII(to columns: Int) -> [Substring]? {
    let lines = utf8.withContiguousStorageIfAvailable { bytes in
      Ascii.arePrintable(bytes) ? Ascii.lines(of: bytes, columns: columns) : nil
    }
    guard let lines = lines ?? nil else { return nil }
    return lines.map { line in
      let start = utf8.index(startIndex, offsetBy: line.lowerBound)
      return self[start..<utf8.index(start, offsetBy: line.count)]
    }
  }

  /// The last place up to `limit` where a line may end; `nil` when it would be an empty line.
  private func lastBreak(notAfter limit: Index) -> Index? {
    var end = limit
    var hasWord = false
    var found: Index?
    // The place itself counts when a space or nothing follows it.
    while end > startIndex {
      let before = self[index(before: end)]
      if found == nil && canBreak(at: end) { found = end }
      if found != nil && before != " " { hasWord = true }
      if hasWord { return found }
      end = index(before: end)
    }
    return nil
  }

  private func canBreak(at place: Index) -> Bool {
    guard place < endIndex else { return true }
    let before = self[index(before: place)]
    let after = self[place]
    if after == " " || before == " " { return true }
    if TextWidth.columns(of: before) == 2 && !before.isASCII {
      return TextWidth.columns(of: after) == 2 || after.isLetter
    }
    if TextWidth.columns(of: after) == 2 && !after.isASCII { return before.isLetter }
    guard before == "-" || before == "–" || before == "—", after.isLetter else { return false }
    let hyphen = index(before: place)
    return hyphen > startIndex && self[index(before: hyphen)].isLetter
  }

  private func droppingSpacesAtEnd() -> Substring {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[..<end]
  }
}
