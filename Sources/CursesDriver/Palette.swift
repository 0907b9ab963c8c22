import TerminalUI

/// The 256 colours as xterm lays them out: 16 names, a cube of 6×6×6 and 24 greys.
enum Palette {
  private static let steps: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// The red, green and blue of a colour above the first eight.
  static func rgb(_ index: UInt8) -> Color {
    switch index {
    case 8: .rgb(127, 127, 127)
    case ..<16:
      .rgb(index & 1 == 0 ? 0 : 255, index & 2 == 0 ? 0 : 255, index & 4 == 0 ? 0 : 255)
    case ..<232:
      .rgb(
        steps[Int(index - 16) / 36], steps[Int(index - 16) / 6 % 6], steps[Int(index - 16) % 6])
    default: .rgb(8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10)
    }
  }

  /// The colour of the cube that is closest.
  static func nearest(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    16 + 36 * step(red) + 6 * step(green) + step(blue)
  }

  private static func step(_ value: UInt8) -> UInt8 {
    switch value {
    case ..<48: 0
    case ..<115: 1
    default: (value - 35) / 40
    }
  }
}
