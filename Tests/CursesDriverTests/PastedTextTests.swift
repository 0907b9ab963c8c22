import Testing

@testable import CursesDriver

struct PastedTextTests {
  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\nb", "a\nb"), ("a\r\rb", "a\n\nb"),
    ("a\n\rb", "a\n\nb"),
  ])
  func `line ends are one kind`(_ pasted: String, _ wanted: String) {
    #expect(PastedText.clean(Array(pasted.utf8)) == wanted)
  }

  @Test func `control characters are gone`() {
    #expect(PastedText.clean(Array("a\u{0}\u{7}\u{1B}[31mb\u{7F}\u{9B}c".utf8)) == "a[31mbc")
  }

  @Test func `signs that turn text around are gone`() {
    #expect(PastedText.clean(Array("a\u{202E}b\u{2066}c\u{200F}d".utf8)) == "abcd")
  }

  @Test func `tabs and joiners stay`() {
    #expect(PastedText.clean(Array("a\tb\u{200D}c\u{200C}d".utf8)) == "a\tb\u{200D}c\u{200C}d")
  }

  @Test func `bytes that are no text show as such`() {
    #expect(PastedText.clean([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
  }
}
