import Testing

@testable import TerminalUI

struct ThemeTests {
  func theme(_ text: String) throws(ThemeProblem) -> Theme {
    try Theme(parsing: text, file: "mine.json")
  }

  @Test func `a role without an entry looks like its parent`() throws {
    let theme = try theme(#"{"roles": {"text": {"fg": 7}, "poll.bar": {"fg": 3}}}"#)
    let look = Look(theme: theme)
    #expect(look["poll.bar.lead"] == Style(foreground: .index(3)))
    #expect(look["poll"] == Style(foreground: .index(7)))
    #expect(look["anything.else"] == Style(foreground: .index(7)))
  }

  @Test func `a theme without text has the terminal's own`() throws {
    let look = Look(theme: try theme(#"{"roles": {}}"#))
    #expect(look["muted"] == .plain)
  }

  @Test func `a role takes what it does not say from its parent`() throws {
    let theme = try theme(
      #"{"roles": {"gauge.warn": {"bold": true}, "gauge": {"bg": 24, "underline": true}, "#
        + #""text": {"fg": 231}, "gauge.warn.off": {"bold": false, "fg": 245}}}"#)
    #expect(
      theme.style(of: "gauge.warn", at: .indexed)
        == Style(
          foreground: .index(231), background: .index(24), attributes: [.bold, .underline]))
    #expect(
      theme.style(of: "gauge.warn.off", at: .indexed)
        == Style(foreground: .index(245), background: .index(24), attributes: .underline))
  }

  @Test func `a name in colors serves every depth`() throws {
    let theme = try theme(
      #"""
      {"colors": {"sky": {"index": 110, "sixteen": 12, "eight": "terminal", "rgb": "#8ab4e0"}},
       "roles": {"text": {"fg": "sky", "bold": true, "mono": {"bold": false, "reverse": true}}}}
      """#)
    let styles = Capabilities.ColorDepth.allCases.map { theme.style(of: "text", at: $0) }
    #expect(
      styles == [
        Style(attributes: .reverse),
        Style(attributes: .bold),
        Style(foreground: .index(12), attributes: .bold),
        Style(foreground: .index(110), attributes: .bold),
        Style(foreground: .rgb(0x8A, 0xB4, 0xE0), attributes: .bold),
      ])
  }

  @Test func `what a colour does not say is the nearest to its index`() throws {
    let theme = try theme(#"{"colors": {"hot": 196}, "roles": {"text": {"fg": "hot", "bg": 16}}}"#)
    #expect(
      theme.style(of: "text", at: .sixteen)
        == Style(foreground: .index(9), background: .index(0)))
    #expect(
      theme.style(of: "text", at: .eight) == Style(foreground: .index(1), background: .index(0)))
    #expect(
      theme.style(of: "text", at: .direct)
        == Style(foreground: .rgb(255, 0, 0), background: .rgb(0, 0, 0)))
  }

  @Test(arguments: [
    ("", 1, "ends where a value is wanted"),
    ("[]", 1, "gives a theme as a list; it is an object in braces"),
    ("{}", 1, "begins a theme without 'roles'"),
    ("{\n\"role\": {}}", 2, "gives a theme the key 'role'; it can have title, colors, roles"),
    ("{\"title\":\n3}", 2, "gives 'title' as 3; it is a text"),
    (
      "{\"roles\": {\n\"text\": {\"fg\": \"skyy\"}}}", 2,
      "names the colour 'skyy', which 'colors' does not have"
    ),
    (
      "{\"roles\": {\n\n\"text\": {\"fg\": 256}}}", 3,
      "gives 'fg' as 256; it is a number from 0 to 255 or \"terminal\""
    ),
    ("{\"roles\": {\n\"text\": {\"bold\": 1}}}", 2, "gives 'bold' as 1; it is true or false"),
    (
      "{\"roles\": {\n\"text\": {\n\"blod\": true}}}", 3,
      "gives the role 'text' the key 'blod'; it can have "
        + "fg, bg, bold, dim, italic, underline, reverse, mono"
    ),
    (
      "{\"roles\": {\"text\": {\n\"mono\": {\"fg\": 1}}}}", 2,
      "gives 'mono' the key 'fg'; it can have bold, dim, italic, underline, reverse"
    ),
    (
      "{\"roles\": {\n\"text\": 7}}", 2,
      "gives the role 'text' as 7; it is an object in braces"
    ),
    ("{\"roles\": {\n\"text\": {},\n\"text\": {}}}", 3, "says 'text' a second time"),
    (
      "{\"roles\": {\n\"text\": {},\n\"mutde\": {}}}", 3,
      "names the role 'mutde', which nothing has"
    ),
    (
      "{\"colors\": {\n\"sky\": {\"sixteen\": 3}}, \"roles\": {}}", 2,
      "gives the colour 'sky' no 'index'"
    ),
    (
      "{\"colors\": {\n\"sky\": {\"index\": 3, \"sixteen\": 16}}, \"roles\": {}}", 2,
      "gives 'sixteen' as 16; it is a number from 0 to 15 or \"terminal\""
    ),
    (
      "{\"colors\": {\"sky\": {\"index\": 3,\n\"rgb\": \"#12345\"}}, \"roles\": {}}", 2,
      "gives 'rgb' as '#12345'; it is \"#\" and six hexadecimal digits"
    ),
    ("{\"roles\": {\n\"text\" {}}}", 2, "has no ':' after 'text'"),
    ("{\"roles\": {\n\"text\": {}\n\"muted\": {}}}", 3, "has no ',' or '}' where one is due"),
    ("{\"roles\": {\n\"text\": {},\n}}", 3, "has no key in quotes where one is due"),
    ("{\"roles\": {\n\"text: {}\n}}", 2, "has a text without its closing quote"),
    (
      "{\"roles\": {\n\"text\": {\"bold\": yes}}}", 2,
      "has 'yes', which is no JSON value; texts stand in quotes"
    ),
    ("{\"roles\": {\n\"text\": {\"fg\": 1.5}}}", 2, "has 1.5 where a whole number is due"),
    ("{\"roles\": {}}\n}", 2, "goes on after the end of the JSON value"),
    (String(repeating: "[", count: 1000), 1, "has objects in one another that go too deep"),
  ])
  func `a broken file says which line is wrong`(
    _ text: String, line: Int, fault: String
  ) throws {
    let problem = #expect(throws: ThemeProblem.self) { _ = try theme(text) }
    #expect(problem == ThemeProblem(file: "mine.json", line: line, fault: fault))
    #expect(problem?.description == "Line \(line) of 'mine.json' \(fault)")
  }

  @Test func `the seventh series begins again with the first`() {
    #expect(Role.series(6) == "series.1")
    #expect(Role.series(5) == "series.6")
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `every sign takes one column`(_ glyphs: Glyphs) {
    for (name, value) in Mirror(reflecting: glyphs).children {
      let signs =
        value as? [String] ?? (value as? [String: String]).map { Array($0.values) }
        ?? [value as? String ?? ""]
      for sign in signs {
        #expect(TextWidth.columns(of: sign) == 1, "\(name ?? "") \(sign)")
      }
    }
  }

  @Test func `an ASCII terminal is given ASCII`() {
    let look = Look(capabilities: Capabilities(isASCII: true))
    for (_, value) in Mirror(reflecting: look.glyphs).children {
      #expect("\(value)".allSatisfy { $0.isASCII })
    }
  }
}
