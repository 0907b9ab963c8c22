import CNcurses
import TerminalUI

/// Which key a number or a letter in a sequence means.
enum Symbols {
  /// The letter that ends `ESC [ A`.
  static func ofLetter(_ letter: UInt8) -> Key.Symbol? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  /// The letter that ends `ESC O A`.
  static func ofShifted(_ letter: UInt8) -> Key.Symbol? {
    switch letter {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .character(Character(Unicode.Scalar(letter - 0x40)))
    default: ofLetter(letter)
    }
  }

  /// The number before the tilde in `ESC [ 5 ~`.
  static func ofNumber(_ number: Int) -> Key.Symbol? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}

extension Key {
  /// The key of a control byte: Enter, Tab, Backspace, Escape, or Control and a letter.
  init(control byte: UInt8) {
    switch byte {
    case 0x00: self = .control(" ")
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    default: self = .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// The key of a Unicode code, as some terminals report it; `nil` for what is no key of ours.
  init?(code: Int, _ modifiers: Modifiers) {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    switch code {
    case 8, 127: self.init(.backspace, modifiers)
    case 9: self.init(.tab, modifiers)
    case 13: self.init(.enter, modifiers)
    case 27: self.init(.escape, modifiers)
    case 32..., 0: self.init(.character(Character(scalar)), modifiers)
    default: return nil
    }
    // A capital letter shows its Shift itself.
    guard case .character(let character) = symbol else { return }
    self.modifiers.remove(.shift)
    guard modifiers.contains(.shift), modifiers.isDisjoint(with: [.control, .alt]) else { return }
    let capital = character.uppercased()
    if capital.count == 1, let only = capital.first { symbol = .character(only) }
  }
}

extension Key.Modifiers {
  /// The number xterm writes for what was held down: 1 for nothing, 2 for Shift, 5 for Control.
  init(parameter: Int) {
    self = []
    guard parameter > 1 else { return }
    let bits = parameter - 1
    if bits & 1 != 0 { insert(.shift) }
    if bits & (2 | 8) != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}

/// How the terminal in use spells its keys, by its own description.
enum KeySpellings {
  private static let named: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", Key(.insert)),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// The spellings that start with an Escape; curses must have been started.
  static func ofTerminal() -> [[UInt8]: Key] {
    var spellings: [[UInt8]: Key] = [:]
    for (name, key) in named {
      guard let text = curses_string(name) else { continue }
      let bytes = Array(String(cString: text).utf8)
      guard bytes.count > 1, bytes[0] == 0x1B else { continue }
      spellings[bytes] = key
    }
    return spellings
  }
}
