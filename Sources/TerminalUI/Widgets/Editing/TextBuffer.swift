/// A text being edited: its lines, the caret, what is selected and what can be undone.
///
/// Everything counts in graphemes: one Backspace takes a whole family or flag. A text always has a
/// line, if only an empty one. A key costs what its own line costs, however long the text is.
public struct TextBuffer: Sendable {
  /// How a change came to be; runs of the same kind are undone as one.
  enum Kind: Sendable {
    case typed, erasedBackward, erasedForward, other
  }

  /// A replaced piece of text; the reverse of it undoes it.
  struct Edit: Sendable {
    var start: TextPosition
    var removed: String
    var inserted: String
    var kind: Kind
    var before: TextPosition
    var after: TextPosition
  }

  /// How many steps can be taken back.
  static let longestHistory = 5_000

  /// Whether line ends become spaces.
  public let isOneLine: Bool
  var lines: [Paragraph]
  public internal(set) var caret = TextPosition.start
  /// The other end of the selection.
  public internal(set) var anchor: TextPosition?
  /// What was cut last; ^Y puts it back.
  var cutText = ""
  private var done: [Edit] = []
  private var undone: [Edit] = []
  /// Whether the next change may join the last one.
  private var isRunOpen = false

  /// A buffer with the caret at the end of a text.
  public init(_ text: String = "", isOneLine: Bool = false) {
    self.isOneLine = isOneLine
    lines = Self.lines(of: text, isOneLine: isOneLine).map { Paragraph(String($0)) }
    moveToEnd()
  }

  /// The whole text, lines joined by `\n`.
  public var text: String {
    lines.count == 1 ? lines[0].text : lines.lazy.map(\.text).joined(separator: "\n")
  }

  public var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }
  public var lineCount: Int { lines.count }

  /// The text from one place to another.
  mutating func text(in range: Range<TextPosition>) -> String {
    let (first, last) = (range.lowerBound, range.upperBound)
    guard first.line < last.line else {
      return String(characters(of: first.line)[first.offset..<last.offset])
    }
    var text = String(characters(of: first.line)[first.offset...])
    for line in first.line + 1..<last.line { text += "\n" + lines[line].text }
    return text + "\n" + String(characters(of: last.line)[..<last.offset])
  }

  /// The text before the caret, and what stands behind it.
  public var halves: (before: String, behind: String) {
    var copy = self
    let last = lines.count - 1
    let end = TextPosition(line: last, offset: copy.length(of: last))
    return (copy.text(in: .start..<caret), copy.text(in: caret..<end))
  }

  /// What stands before the caret in its own line, the last of it where that is long.
  public func nearestBefore(_ limit: Int) -> String {
    let paragraph = lines[caret.line]
    guard paragraph.isOpen else { return "" }
    return String(paragraph.characters[max(0, caret.offset - limit)..<caret.offset])
  }

  /// Puts text in place of some characters before the caret; one step to undo.
  public mutating func replaceBefore(_ count: Int, with text: String) {
    let start = TextPosition(line: caret.line, offset: max(0, caret.offset - count))
    replace(start..<caret, with: text, as: .other)
  }

  /// The characters of a line, which is open from then on.
  mutating func characters(of line: Int) -> [Character] {
    lines[line].open()
    return lines[line].characters
  }

  mutating func length(of line: Int) -> Int { lines[line].length }

  mutating func moveToEnd() {
    caret = TextPosition(line: lines.count - 1, offset: length(of: lines.count - 1))
  }

  // MARK: Changing

  /// Puts text in place of the selection, or at the caret; one step to undo.
  public mutating func insert(_ text: String) {
    replace(selection ?? caret..<caret, with: text, as: .other)
  }

  /// The same for what a key types: a run of it is undone word by word.
  public mutating func type(_ text: String) {
    replace(selection ?? caret..<caret, with: text, as: selection == nil ? .typed : .other)
  }

  /// Puts another text in place of all of it; one step to undo.
  public mutating func setText(_ text: String) {
    let last = lines.count - 1
    replace(
      .start..<TextPosition(line: last, offset: length(of: last)), with: text, as: .other)
  }

  /// Ends a run of typing, so that what follows is another step.
  mutating func endRun() {
    isRunOpen = false
  }

  /// Replaces a range; the caret goes behind what is new, the selection is gone.
  mutating func replace(_ range: Range<TextPosition>, with text: String, as kind: Kind) {
    let new = Self.lines(of: text, isOneLine: isOneLine).joined(separator: "\n")
    let before = caret
    anchor = nil
    guard !range.isEmpty || !new.isEmpty else { return }
    let (wider, whole, tail) = joined(new, over: range)
    var edit = Edit(
      start: wider.lowerBound, removed: self.text(in: wider), inserted: whole, kind: kind,
      before: before, after: before)
    apply(from: wider, whole)
    edit.after =
      tail.isEmpty
      ? end(of: whole, from: edit.start)
      : end(of: String(whole.unicodeScalars.dropLast(tail.unicodeScalars.count)), from: edit.start)
    caret = edit.after
    remember(edit)
  }

  /// Widens a replacement over the neighbours its ends would join to one grapheme with.
  ///
  /// `tail` is what of the new text stands behind the caret.
  private mutating func joined(
    _ text: String, over range: Range<TextPosition>
  ) -> (Range<TextPosition>, String, tail: String) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var text = text
    var tail = ""
    let next = { (buffer: inout Self, place: TextPosition) -> Character? in
      guard place.offset < buffer.length(of: place.line) else { return nil }
      return buffer.lines[place.line].characters[place.offset]
    }
    if lower.offset > 0, let first = text.first ?? next(&self, upper) {
      lines[lower.line].open()
      let before = lines[lower.line].characters[lower.offset - 1]
      if before.joins(first) {
        text = String(before) + text
        lower.offset -= 1
      }
    }
    while let last = text.last, let following = next(&self, upper), last.joins(following) {
      text.append(following)
      tail.append(following)
      upper.offset += 1
    }
    return (lower..<upper, text, tail)
  }

  private mutating func apply(from range: Range<TextPosition>, _ text: String) {
    let (first, last) = (range.lowerBound, range.upperBound)
    let new = Self.lines(of: text, isOneLine: false)
    if first.line == last.line, new.count == 1 {
      lines[first.line].replace(first.offset..<last.offset, with: new[0])
      return
    }
    let rest = Array(characters(of: last.line)[last.offset...])
    let head = first.offset..<length(of: first.line)
    guard new.count > 1 else {
      lines[first.line].replace(head, with: new[0] + rest)
      lines.removeSubrange(first.line + 1...last.line)
      return
    }
    lines[first.line].replace(head, with: new[0])
    var paragraphs = new.dropFirst().map { Paragraph(String($0)) }
    let end = paragraphs[paragraphs.count - 1].length
    paragraphs[paragraphs.count - 1].replace(end..<end, with: rest)
    lines.replaceSubrange(first.line + 1..<last.line + 1, with: paragraphs)
  }

  private func end(of text: String, from start: TextPosition) -> TextPosition {
    let lines = Self.lines(of: text, isOneLine: false)
    let length = lines[lines.count - 1].count
    return lines.count == 1
      ? TextPosition(line: start.line, offset: start.offset + length)
      : TextPosition(line: start.line + lines.count - 1, offset: length)
  }

  /// The lines of a text with any kind of line end; at least one.
  private static func lines(of text: String, isOneLine: Bool) -> [Substring] {
    var text = text
    if text.utf8.contains(13) {
      var scalars = String.UnicodeScalarView()
      var before: Unicode.Scalar?
      for scalar in text.unicodeScalars {
        if scalar != "\n" || before != "\r" { scalars.append(scalar == "\r" ? "\n" : scalar) }
        before = scalar
      }
      text = String(scalars)
    }
    guard text.utf8.contains(10) else { return [text[...]] }
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .map { Substring($0) }
    return isOneLine ? [lines.joined(separator: " ")[...]] : lines
  }

  // MARK: Undoing

  public var canUndo: Bool { !done.isEmpty }
  public var canRedo: Bool { !undone.isEmpty }

  /// Takes the last step back; `false` when there is none.
  @discardableResult
  public mutating func undo() -> Bool {
    guard let edit = done.popLast() else { return false }
    apply(from: edit.start..<end(of: edit.inserted, from: edit.start), edit.removed)
    undone.append(edit)
    (caret, anchor, isRunOpen) = (edit.before, nil, false)
    return true
  }

  /// Takes the last undone step again; `false` when there is none.
  @discardableResult
  public mutating func redo() -> Bool {
    guard let edit = undone.popLast() else { return false }
    apply(from: edit.start..<end(of: edit.removed, from: edit.start), edit.inserted)
    done.append(edit)
    (caret, anchor, isRunOpen) = (edit.after, nil, false)
    return true
  }

  private mutating func remember(_ edit: Edit) {
    undone.removeAll()
    let isJoined = isRunOpen && joinsLast(edit)
    isRunOpen = edit.kind != .other
    guard !isJoined else { return }
    if done.count >= Self.longestHistory { done.removeFirst(Self.longestHistory / 10) }
    done.append(edit)
  }

  /// Makes a change part of the last step when both belong to one run; a new word begins a new step.
  private mutating func joinsLast(_ edit: Edit) -> Bool {
    guard let last = done.last, last.kind == edit.kind, last.after == edit.before else {
      return false
    }
    let index = done.count - 1
    switch edit.kind {
    case .typed:
      guard edit.removed.isEmpty, edit.start == last.after, let end = last.inserted.last,
        let first = edit.inserted.first, !end.isWhitespace || first.isWhitespace
      else { return false }
      done[index].inserted += edit.inserted
    case .erasedBackward:
      guard edit.inserted.isEmpty, last.inserted.isEmpty, edit.after == edit.start else {
        return false
      }
      done[index].removed = edit.removed + last.removed
      done[index].start = edit.start
    case .erasedForward:
      guard edit.inserted.isEmpty, last.inserted.isEmpty, edit.start == last.start else {
        return false
      }
      done[index].removed += edit.removed
    case .other: return false
    }
    done[index].after = edit.after
    return true
  }
}

extension Character {
  /// Whether the two would be read as something else than two characters side by side.
  fileprivate func joins(_ next: Character) -> Bool {
    if isASCII, next.isASCII { return false }
    let both = String(self) + String(next)
    let length = both.utf8.distance(from: both.startIndex, to: both.index(after: both.startIndex))
    return length != utf8.count
  }
}
