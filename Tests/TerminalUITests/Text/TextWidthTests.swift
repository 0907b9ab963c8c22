import Testing

@testable import TerminalUI

struct TextWidthTests {
  @Test func `the wide ranges are in order`() {
    #expect(TextWidth.wideRanges.count.isMultiple(of: 2))
    for (one, next) in zip(TextWidth.wideRanges, TextWidth.wideRanges.dropFirst()) {
      #expect(one <= next)
    }
  }

  @Test(
    arguments: [
      ("a", 1), ("\u{301}", 0), ("中", 2), ("🎉", 2), ("─", 1), ("★", 1), ("…", 1), ("●", 1),
      ("\u{1100}", 2), ("\u{115E}", 2), ("\u{1161}", 0), ("\u{3FFFD}", nil), ("\u{378}", nil),
      ("\u{7}", nil), ("\u{200D}", nil), ("\u{1F1E6}", nil), ("\u{E000}", 1),
    ] as [(Unicode.Scalar, Int?)])
  func `the table knows what a scalar takes`(_ scalar: Unicode.Scalar, columns: Int?) {
    #expect(TextWidth.columns(of: scalar) == columns)
  }

  @Test func `the quick way to a form agrees with the long one`() {
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value), let quick = Form(simple: value) else { continue }
      let category = scalar.properties.generalCategory
      #expect(category != .unassigned && category != .nonspacingMark && category != .format)
      #expect((quick == .wide) == TextWidth.isWide(value), "\(String(value, radix: 16))")
    }
  }

  @Test func `what cannot be shown has a substitute of its width`() {
    #expect(TextWidth.substitute(columns: 1) == ["\u{FFFD}"])
    #expect(TextWidth.substitute(columns: 2) == ["[", "]"])
  }
}
