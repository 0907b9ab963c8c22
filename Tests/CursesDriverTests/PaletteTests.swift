import TerminalUI
import Testing

@testable import CursesDriver

struct PaletteTests {
  @Test(arguments: 16...231 as ClosedRange<UInt8>)
  func `a colour of the cube is closest to itself`(_ index: UInt8) throws {
    guard case .rgb(let red, let green, let blue) = Palette.rgb(index) else {
      Issue.record("not a colour")
      return
    }
    #expect(Palette.nearest(red: red, green: green, blue: blue) == index)
  }

  @Test func `names and greys have their colours`() {
    #expect(Palette.rgb(9) == .rgb(255, 0, 0))
    #expect(Palette.rgb(12) == .rgb(0, 0, 255))
    #expect(Palette.rgb(232) == .rgb(8, 8, 8))
    #expect(Palette.rgb(255) == .rgb(238, 238, 238))
  }
}
