import Testing

@testable import TerminalUI

struct CellTests {
  @Test func `no byte of a cell is left to chance`() {
    #expect(MemoryLayout<Cell>.size == 7 * MemoryLayout<UInt32>.size)
    #expect(MemoryLayout<Cell>.stride == MemoryLayout<Cell>.size)
  }

  @Test(arguments: [
    Color.terminal, .index(0), .index(7), .index(255), .rgb(0, 0, 0), .rgb(1, 2, 3),
    .rgb(255, 254, 253),
  ])
  func `a cell keeps what it was given`(_ color: Color) {
    let looks: [Attributes] = [[], .bold, .reverse, [.bold, .dim, .italic, .underline, .reverse]]
    for attributes in looks {
      for style in [
        Style(foreground: color, attributes: attributes),
        Style(background: color, attributes: attributes),
        Style(foreground: .rgb(9, 8, 7), background: color, attributes: attributes),
      ] {
        for (text, width) in [("a", 1), ("語", 2), ("\u{10FFFD}", 1), ("e\u{301}\u{323}", 1)] {
          let cell = Cell(text, width: UInt8(width), style: style)
          #expect(cell.style == style)
          #expect(cell.width == width)
          #expect(Array(cell.text.unicodeScalars) == Array(text.unicodeScalars))
          var other = Cell(text, width: UInt8(width))
          #expect((other == cell) == (style == .plain))
          other.style = style
          #expect(other == cell)
        }
        let half = Cell(scalar: nil, width: 0, style: style)
        #expect(half.width == 0 && half.text.isEmpty && half.scalar == nil)
      }
    }
  }
}
