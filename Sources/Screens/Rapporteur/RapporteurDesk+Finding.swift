import SessionModel
import TerminalUI

extension RapporteurDesk {
  /// What a key does while something is looked for; `nil` leaves it to the list and the desk.
  mutating func find(_ key: Key) -> Effect? {
    switch key {
    case .enter, .escape, .control("c"), .up, .down: return nil
    case .backspace where filter.isEmpty: stopFinding()
    default:
      guard filter.handle(key) else { return nil }
      (selected, selectedUnkept) = (nil, nil)
      top = 0
    }
    return Effect.none
  }

  mutating func stopFinding() {
    filter = TextField()
    isFinding = false
    top = 0
  }
}
