import TerminalUI

/// The spellings that terminals share for keys, clicks and answers.
enum EscapeSequence {
  static let pasteStart = Array("\u{1B}[200~".utf8)
  static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// The longest answer of a terminal that is waited for to its end.
  private static let longestAnswer = 4096

  /// How many bytes belong to the sequence at the front; `nil` when more must come.
  ///
  /// The first byte is an Escape.
  static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = bytes[bytes.startIndex...]
    guard let second = bytes.dropFirst().first else { return nil }
    switch second {
    case 0x1B: return lengthAfterTwoEscapes(bytes)
    case UInt8(ascii: "["): return lengthOfControl(bytes)
    case UInt8(ascii: "O"): return lengthOfShifted(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): return lengthOfAnswer(bytes)
    case 0x80...: return lengthOfAlt(bytes)
    default: return 2
    }
  }

  /// Whether a human hand may have made it as it is: Escape, Alt and a letter.
  ///
  /// Anything longer is a sequence that lost its end.
  static func mayBeKeys(_ bytes: [UInt8]) -> Bool {
    bytes.first == 0x1B && bytes.allSatisfy { $0 == 0x1B || $0 > 0x1F } && bytes.count <= 3
      && (bytes.count < 3 || bytes[1] == 0x1B)
  }

  /// The keys that an unfinished sequence turns out to be when nothing follows.
  static func keys(of bytes: [UInt8]) -> [Key] {
    switch bytes.count {
    case 0: []
    case 1: [.escape]
    case 2 where bytes[1] == 0x1B: [.escape, .escape]
    case 2: [.alt(Character(Unicode.Scalar(bytes[1])))]
    default: [.escape, .alt(Character(Unicode.Scalar(bytes[2])))]
    }
  }

  /// What a whole sequence says; `nil` for what is only swallowed.
  static func input(of bytes: [UInt8]) -> Input? {
    guard bytes.count > 1 else { return .key(.escape) }
    switch bytes[1] {
    case 0x1B:
      guard bytes.count > 2 else { return .key(.escape) }
      guard case .key(var key) = input(of: Array(bytes.dropFirst())) else { return nil }
      key.modifiers.insert(.alt)
      return .key(key)
    case UInt8(ascii: "[") where bytes.count > 2: return ControlSequence(bytes)?.input
    case UInt8(ascii: "O") where bytes.count > 2: return shifted(bytes).map(Input.key)
    case UInt8(ascii: "]") where bytes.count > 2, UInt8(ascii: "P") where bytes.count > 2,
      UInt8(ascii: "_") where bytes.count > 2:
      return nil
    default: return alt(bytes.dropFirst()).map(Input.key)
    }
  }

  private static func alt(_ bytes: ArraySlice<UInt8>) -> Key? {
    guard let first = bytes.first else { return nil }
    if first < 0x20 || first == 0x7F {
      var key = Key(control: first)
      key.modifiers.insert(.alt)
      return key
    }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
      return nil
    }
    return .alt(character)
  }

  /// The keys that start with Escape and O: arrows, F1 to F4 and the number pad.
  private static func shifted(_ bytes: [UInt8]) -> Key? {
    let modifiers = bytes.count > 3 ? Key.Modifiers(parameter: Int(bytes[2]) - 0x30) : []
    guard let last = bytes.last, let symbol = Symbols.ofShifted(last) else { return nil }
    return Key(symbol, modifiers)
  }

  /// Two Escapes are Alt and a sequence, or two strokes of the key.
  private static func lengthAfterTwoEscapes(_ bytes: ArraySlice<UInt8>) -> Int? {
    let inner = bytes.dropFirst()
    guard let third = inner.dropFirst().first else { return nil }
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return 1 }
    return length(of: inner).map { $0 + 1 }
  }

  private static func lengthOfControl(_ bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return nil }
    // The old mouse report has three bytes of any value after it.
    if first == UInt8(ascii: "M") { return bytes.count >= 6 ? 6 : nil }
    // The Linux console spells F1 to F5 with a second bracket.
    if first == UInt8(ascii: "[") { return bytes.count >= 4 ? 4 : nil }
    let isPrivate = (0x3C...0x3F).contains(first)
    for (index, byte) in body.enumerated() {
      // One family of terminals ends a shifted key with a dollar sign.
      let isEnd = (0x40...0x7E).contains(byte) || (byte == 0x24 && !isPrivate && index > 0)
      if isEnd { return index + 3 }
      // Not a sequence after all: what broke it starts anew.
      guard (0x20...0x3F).contains(byte) else { return index + 2 }
      guard index < longestAnswer else { return index + 3 }
    }
    return nil
  }

  private static func lengthOfShifted(_ bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return nil }
    if (0x32...0x39).contains(first) { return bytes.count >= 4 ? 4 : nil }
    return first > 0x1F && first < 0x7F ? 3 : 2
  }

  /// An answer runs to BEL or to Escape and a backslash; Alt with the same letter is a key.
  private static func lengthOfAnswer(_ bytes: ArraySlice<UInt8>) -> Int? {
    let body = bytes.dropFirst(2)
    guard let first = body.first else { return nil }
    let start = bytes[bytes.startIndex + 1]
    let isAnswer =
      switch start {
      case UInt8(ascii: "]"): (0x30...0x39).contains(first)
      case UInt8(ascii: "_"): first == UInt8(ascii: "G")
      default: (0x30...0x39).contains(first) || "!$+>=?|".utf8.contains(first)
      }
    guard isAnswer else { return 2 }
    var isAfterEscape = false
    for (index, byte) in body.enumerated() {
      if byte == 0x07 || byte == 0x9C && index > 0 { return index + 3 }
      if isAfterEscape { return byte == UInt8(ascii: "\\") ? index + 3 : index + 2 }
      isAfterEscape = byte == 0x1B
      guard index < longestAnswer else { return index + 3 }
    }
    return nil
  }

  private static func lengthOfAlt(_ bytes: ArraySlice<UInt8>) -> Int? {
    let length = UTF8Length.of(leading: bytes[bytes.startIndex + 1])
    guard length > 0 else { return 1 }
    return bytes.count > length ? length + 1 : nil
  }
}

/// A control sequence taken apart: `ESC [ < 0 ; 4 ; 2 M`.
struct ControlSequence {
  /// The mark before the parameters: `<`, `?` or `>`; 0 when there is none.
  private let mark: UInt8
  private let parameters: [Int]
  private let hasIntermediates: Bool
  private let final: UInt8
  private let bytes: [UInt8]

  /// Takes a whole sequence, from its Escape to its final byte; `nil` when it is broken.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 2, let final = bytes.last else { return nil }
    var body = bytes.dropFirst(2).dropLast()
    if let first = body.first, (0x3C...0x3F).contains(first) {
      mark = first
      body = body.dropFirst()
    } else {
      mark = 0
    }
    let numbers = body.prefix { (0x30...0x3B).contains($0) }
    hasIntermediates = numbers.count < body.count
    // Sub-parameters after a colon refine what nobody here asks for.
    let parts = numbers.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    parameters =
      numbers.isEmpty
      ? []
      : parts.map {
        $0.prefix { $0 != UInt8(ascii: ":") }.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
      }
    self.final = final
    self.bytes = bytes
  }

  var input: Input? {
    if bytes.count == 6, bytes[2] == UInt8(ascii: "M") { return oldMouse }
    if bytes.count == 4, bytes[2] == UInt8(ascii: "[") { return consoleKey.map(Input.key) }
    if mark == UInt8(ascii: "<") { return mouse }
    guard mark == 0, !hasIntermediates else { return nil }
    switch final {
    case UInt8(ascii: "I") where parameters.isEmpty: return .focus(true)
    case UInt8(ascii: "O") where parameters.isEmpty: return .focus(false)
    default: break
    }
    return key.map(Input.key)
  }

  private func parameter(_ index: Int) -> Int {
    index < parameters.count ? parameters[index] : 0
  }

  /// F1 to F5 of the Linux console.
  private var consoleKey: Key? {
    (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
  }

  private var key: Key? {
    let modifiers = Key.Modifiers(parameter: parameter(1))
    switch final {
    case UInt8(ascii: "~"):
      if parameter(0) == 27 { return Key(code: parameter(2), modifiers) }
      return Symbols.ofNumber(parameter(0)).map { Key($0, modifiers) }
    case UInt8(ascii: "$"): return Symbols.ofNumber(parameter(0)).map { Key($0, .shift) }
    case UInt8(ascii: "^"): return Symbols.ofNumber(parameter(0)).map { Key($0, .control) }
    case UInt8(ascii: "@"):
      return Symbols.ofNumber(parameter(0)).map { Key($0, [.shift, .control]) }
    case UInt8(ascii: "u"): return Key(code: parameter(0), modifiers)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Symbols.ofLetter(final - 0x20).map { Key($0, .shift) }
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      // The answer to where the cursor stands looks like F3, except for its first number.
      guard parameters.count < 2 || parameter(0) == 1 else { return nil }
      return Key(.function(Int(final) - 0x4F), modifiers)
    default: return Symbols.ofLetter(final).map { Key($0, modifiers) }
    }
  }

  private var mouse: Input? {
    guard parameters.count == 3, !hasIntermediates else { return nil }
    let isRelease = final == UInt8(ascii: "m")
    return report(parameter(0), column: parameter(1), row: parameter(2), isRelease: isRelease)
  }

  private var oldMouse: Input? {
    let button = Int(bytes[3]) - 32
    // It does not say which button was let go.
    let isRelease = button & 3 == 3 && button & 64 == 0
    return report(
      isRelease ? 0 : button, column: Int(bytes[4]) - 32, row: Int(bytes[5]) - 32,
      isRelease: isRelease)
  }

  private func report(_ button: Int, column: Int, row: Int, isRelease: Bool) -> Input? {
    let point = Point(column: column - 1, row: row - 1)
    guard column > 0, row > 0 else { return nil }
    // Shift, Alt and Control held do not change what was clicked; 32 is mere motion.
    switch button & ~0b11100 {
    case 0: return .mouse(Mouse(isRelease ? .release : .press, at: point))
    case 64 where !isRelease: return .mouse(Mouse(.wheelUp, at: point))
    case 65 where !isRelease: return .mouse(Mouse(.wheelDown, at: point))
    default: return nil
    }
  }
}
