extension TextBuffer {
  /// Does what a key means while text is edited; `false` when it means nothing here.
  ///
  /// Enter, Tab and the keys that move between rows are left to whoever holds the buffer.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    if let motion = Self.motion(of: key) {
      move(motion, selecting: key.modifiers.contains(.shift))
      return true
    }
    if let text = Self.typedText(of: key) {
      type(text)
      return true
    }
    switch key {
    case .backspace, .control("h"): erase(.left)
    case .delete, .control("d"): erase(.right)
    case .alt("d"), Key(.delete, .control), Key(.delete, .alt): erase(.wordRight)
    case Key(.backspace, .alt), Key(.backspace, .control): erase(.wordLeft)
    case .control("w"): cutWordBackward()
    case .control("k"): cutToLineEnd()
    case .control("u"): cutToLineStart()
    case .control("y"): putBack()
    case .control("_"), .alt("u"), .alt("U"): undo()
    case .alt("e"), .alt("E"), .alt("r"): redo()
    case .alt("a"): selectAll()
    default: return false
    }
    return true
  }

  /// The text a key types by itself; `nil` for any other key.
  static func typedText(of key: Key) -> String? {
    guard case .character(let character) = key.symbol, key.modifiers.subtracting(.shift).isEmpty
    else { return nil }
    let isControl = character.unicodeScalars.first?.properties.generalCategory == .control
    return isControl ? nil : String(character)
  }

  private static func motion(of key: Key) -> Motion? {
    switch key {
    case .control("a"): return .lineStart
    case .control("e"): return .lineEnd
    case .alt("b"): return .wordLeft
    case .alt("f"): return .wordRight
    case .alt("<"): return .textStart
    case .alt(">"): return .textEnd
    default: break
    }
    let held = key.modifiers.subtracting(.shift)
    let isFar = held == .control || held == .alt
    guard held.isEmpty || isFar else { return nil }
    return switch key.symbol {
    case .left: isFar ? .wordLeft : .left
    case .right: isFar ? .wordRight : .right
    case .home: isFar ? .textStart : .lineStart
    case .end: isFar ? .textEnd : .lineEnd
    default: nil
    }
  }
}
