import TerminalUI

/// The characters that terminals give different widths, whatever Unicode says.
enum WidthDoubt {
  /// Whether terminals disagree about a cell: emoji, Indic vowel signs, marks of no class.
  static func exists(about cell: Cell) -> Bool {
    guard let base = cell.scalar else { return false }
    if base.value >= 0x900, isDoubtful(base, isWide: cell.width == 2) { return true }
    return cell.hasMarks
      && cell.scalars.dropFirst().contains {
        $0.properties.canonicalCombiningClass == .notReordered
      }
  }

  private static func isDoubtful(_ scalar: Unicode.Scalar, isWide: Bool) -> Bool {
    switch scalar.value {
    case ..<0x0900: false
    case 0x2000..<0x2E80: isWide
    case 0x0900..<0x2000, 0xA800..<0xAC00, 0x11000..<0x17000, 0x1D100..<0x1D200, 0x302E, 0x302F:
      scalar.properties.generalCategory == .spacingMark
    case 0x1F000...0x1FFFF: true
    default: false
    }
  }
}
