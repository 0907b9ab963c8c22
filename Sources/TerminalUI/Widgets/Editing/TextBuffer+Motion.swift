extension TextBuffer {
  /// Where a caret can go without knowing how the text is drawn.
  public enum Motion: Hashable, Sendable {
    case left, right, wordLeft, wordRight, lineStart, lineEnd, textStart, textEnd
  }

  /// What is between anchor and caret; `nil` when nothing is.
  public var selection: Range<TextPosition>? {
    guard let anchor, anchor != caret else { return nil }
    return min(anchor, caret)..<max(anchor, caret)
  }

  /// What is selected, as text; empty when nothing is.
  public var selectedText: String {
    guard let selection else { return "" }
    var copy = self
    return copy.text(in: selection)
  }

  public mutating func selectAll() {
    endRun()
    moveToEnd()
    anchor = .start
  }

  /// Moves the caret; with `selecting` the other end of the selection stays.
  public mutating func move(_ motion: Motion, selecting: Bool = false) {
    endRun()
    if !selecting, let selection, motion == .left || motion == .right {
      caret = motion == .left ? selection.lowerBound : selection.upperBound
      anchor = nil
      return
    }
    place(caret: place(motion, from: caret), selecting: selecting)
  }

  /// Puts the caret somewhere; what lies outside the text goes to the nearest place in it.
  public mutating func place(caret place: TextPosition, selecting: Bool = false) {
    endRun()
    anchor = selecting ? anchor ?? caret : nil
    let line = min(max(0, place.line), lines.count - 1)
    caret = TextPosition(line: line, offset: min(max(0, place.offset), length(of: line)))
  }

  /// Where a motion leads from a place.
  mutating func place(_ motion: Motion, from place: TextPosition) -> TextPosition {
    var place = place
    switch motion {
    case .left:
      if place.offset > 0 {
        place.offset -= 1
      } else if place.line > 0 {
        place = TextPosition(line: place.line - 1, offset: length(of: place.line - 1))
      }
    case .right:
      if place.offset < length(of: place.line) {
        place.offset += 1
      } else if place.line + 1 < lines.count {
        place = TextPosition(line: place.line + 1, offset: 0)
      }
    case .wordLeft:
      if place.offset == 0 { return self.place(.left, from: place) }
      place = skipLeft(from: place) { !$0.isWordPart }
      place = skipLeft(from: place, while: \.isWordPart)
    case .wordRight:
      if place.offset == length(of: place.line) { return self.place(.right, from: place) }
      place = skipRight(from: place) { !$0.isWordPart }
      place = skipRight(from: place, while: \.isWordPart)
    case .lineStart: place.offset = 0
    case .lineEnd: place.offset = length(of: place.line)
    case .textStart: place = .start
    case .textEnd: place = TextPosition(line: lines.count - 1, offset: length(of: lines.count - 1))
    }
    return place
  }

  // MARK: Erasing

  /// Erases the selection, or from the caret to where a motion leads; one step to undo.
  public mutating func erase(_ motion: Motion) {
    let end = place(motion, from: caret)
    let range = selection ?? min(caret, end)..<max(caret, end)
    let kind: Kind =
      switch motion {
      case _ where selection != nil: .other
      case .left: .erasedBackward
      case .right: .erasedForward
      default: .other
      }
    guard !range.isEmpty else { return }
    replace(range, with: "", as: kind)
  }

  /// Cuts to the end of the line, or the line end itself when the caret stands there.
  public mutating func cutToLineEnd() {
    let end = place(.lineEnd, from: caret)
    cut(caret..<(end == caret ? place(.right, from: caret) : end))
  }

  public mutating func cutToLineStart() {
    cut(place(.lineStart, from: caret)..<caret)
  }

  /// Cuts back to the last space, as a shell does.
  public mutating func cutWordBackward() {
    if let selection { return cut(selection) }
    guard caret.offset > 0 else { return erase(.left) }
    let end = skipLeft(from: caret, while: \.isWhitespace)
    cut(skipLeft(from: end) { !$0.isWhitespace }..<caret)
  }

  /// Puts back what was cut last.
  public mutating func putBack() {
    insert(cutText)
  }

  private mutating func cut(_ range: Range<TextPosition>) {
    guard !range.isEmpty else { return }
    cutText = text(in: range)
    replace(range, with: "", as: .other)
  }

  private mutating func skipLeft(
    from place: TextPosition, while test: (Character) -> Bool
  ) -> TextPosition {
    lines[place.line].open()
    var place = place
    while place.offset > 0, test(lines[place.line].characters[place.offset - 1]) {
      place.offset -= 1
    }
    return place
  }

  private mutating func skipRight(
    from place: TextPosition, while test: (Character) -> Bool
  ) -> TextPosition {
    let length = length(of: place.line)
    var place = place
    while place.offset < length, test(lines[place.line].characters[place.offset]) {
      place.offset += 1
    }
    return place
  }
}

extension Character {
  var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
