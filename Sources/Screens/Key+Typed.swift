import TerminalUI

extension Key {
  /// The character it types into a field; `nil` for every other key.
  var typed: Character? {
    guard case .character(let character) = symbol, modifiers.subtracting(.shift).isEmpty else {
      return nil
    }
    return character
  }
}
