import Testing

@testable import TerminalUI

struct PortableTests {
  @Test(arguments: [
    ("a", "a", 1),
    ("é", "é", 1),
    ("e\u{301}", "e\u{301}", 1),
    ("中", "中", 2),
    ("👩‍👩‍👧‍👦", "👩", 2),
    ("👍🏽", "👍", 2),
    ("👩🏽‍💻", "👩", 2),
    ("🇬🇧", "GB", 2),
    ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "🏴", 2),
    ("❤️", "❤", 1),
    ("❤️‍🔥", "❤", 1),
    ("☎︎", "☎", 1),
    ("1️⃣", "1", 1),
    ("#️⃣", "#", 1),
    ("Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "Z\u{300}\u{301}\u{302}\u{303}", 1),
    ("\u{301}", " \u{301}", 1),
    ("\u{378}", "\u{FFFD}", 1),
    ("\u{FFFF}", "\u{FFFD}", 1),
    ("\u{7}", "^G", 2),
    ("\u{1B}", "^[", 2),
    ("\u{7F}", "^?", 2),
    ("\u{9B}", "\u{FFFD}", 1),
    ("\r\n", "^M^J", 4),
    ("\t", "    ", 4),
    ("\u{200B}", "", 0),
    ("\u{202E}", "", 0),
    ("\u{2066}", "", 0),
    ("\u{AD}", "", 0),
    ("\u{FEFF}", "", 0),
    ("क्ष", "क\u{94D}ष", 2),
    ("हि", "हि", 2),
    ("한", "한", 2),
    ("\u{1112}\u{1161}\u{11AB}", "한", 2),
    ("กำ", "กำ", 2),
    ("🇬", "G", 1),
    ("Ａ", "Ａ", 2),
    ("ｱ", "ｱ", 1),
  ])
  func `a grapheme has one portable form`(_ grapheme: String, text: String, columns: Int) {
    let portable = Portable(grapheme)
    #expect(Array(portable.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(portable.columns == columns)
    #expect(TextWidth.columns(of: grapheme) == columns)
    #expect(grapheme.count == 1)
  }

  @Test func `the form of a line is the forms of its graphemes`() {
    let line = "Zoë 👩🏽‍💻 🇰🇪 中文\t1️⃣─e\u{301}\u{7} ☎︎"
    let portable = Portable(line)
    #expect(portable.text == line.map { Portable($0).text }.joined())
    #expect(portable.columns == line.reduce(0) { $0 + TextWidth.columns(of: $1) })
    #expect(TextWidth.columns(of: line) == portable.columns)
  }

  @Test func `drawing the portable form again changes nothing`() {
    let once = Portable("👩‍👩‍👧 🇬🇧 1️⃣ ❤️ \u{378} \u{7} क्ष")
    #expect(Portable(once.text) == once)
  }
}
