import TerminalUI
import Testing

@testable import CursesDriver

/// Bytes in, keys out; time is a value here, so no test ever waits.
struct InputParserTests {
  let start = ContinuousClock.now
  var parser = InputParser()

  /// What a terminal sends, and what was done at it.
  static let spellings: [(String, [Input])] = [
    ("a", [.key("a")]),
    ("Ä", [.key("Ä")]),
    ("漢字", [.key("漢"), .key("字")]),
    ("👩‍👩‍👧‍👦", [.key("👩‍👩‍👧‍👦")]),
    ("e\u{301}x", [.key("e\u{301}"), .key("x")]),
    (" ", [.key(.space)]),
    ("\r", [.key(.enter)]),
    ("\n", [.key(.enter)]),
    ("\t", [.key(.tab)]),
    ("\u{7F}", [.key(.backspace)]),
    ("\u{8}", [.key(.backspace)]),
    ("\u{0}", [.key(.control(" "))]),
    ("\u{1}", [.key(.control("a"))]),
    ("\u{3}", [.key(.control("c"))]),
    ("\u{1A}", [.key(.control("z"))]),
    ("\u{1F}", [.key(.control("_"))]),
    ("\u{1B}[A", [.key(.up)]),
    ("\u{1B}OA", [.key(.up)]),
    ("\u{1B}[B", [.key(.down)]),
    ("\u{1B}OB", [.key(.down)]),
    ("\u{1B}[C", [.key(.right)]),
    ("\u{1B}[D", [.key(.left)]),
    ("\u{1B}[H", [.key(.home)]),
    ("\u{1B}OH", [.key(.home)]),
    ("\u{1B}[1~", [.key(.home)]),
    ("\u{1B}[7~", [.key(.home)]),
    ("\u{1B}[F", [.key(.end)]),
    ("\u{1B}[4~", [.key(.end)]),
    ("\u{1B}[2~", [.key(Key(.insert))]),
    ("\u{1B}[3~", [.key(.delete)]),
    ("\u{1B}[5~", [.key(.pageUp)]),
    ("\u{1B}[6~", [.key(.pageDown)]),
    ("\u{1B}[Z", [.key(.backTab)]),
    ("\u{1B}OP", [.key(.function(1))]),
    ("\u{1B}[11~", [.key(.function(1))]),
    ("\u{1B}[[A", [.key(.function(1))]),
    ("\u{1B}[15~", [.key(.function(5))]),
    ("\u{1B}[24~", [.key(.function(12))]),
    ("\u{1B}[1;2P", [.key(Key(.function(1), .shift))]),
    ("\u{1B}[1;5C", [.key(Key(.right, .control))]),
    ("\u{1B}[1;3A", [.key(Key(.up, .alt))]),
    ("\u{1B}[1;6D", [.key(Key(.left, [.shift, .control]))]),
    ("\u{1B}[3;5~", [.key(Key(.delete, .control))]),
    ("\u{1B}[3$", [.key(Key(.delete, .shift))]),
    ("\u{1B}[3^", [.key(Key(.delete, .control))]),
    ("\u{1B}[a", [.key(Key(.up, .shift))]),
    ("\u{1B}O5A", [.key(Key(.up, .control))]),
    ("\u{1B}OM", [.key(.enter)]),
    ("\u{1B}Ok", [.key("+")]),
    ("\u{1B}[27;5;13~", [.key(Key(.enter, .control))]),
    ("\u{1B}[97;5u", [.key(.control("a"))]),
    ("\u{1B}[97;2u", [.key("A")]),
    ("\u{1B}[27u", [.key(.escape)]),
    ("\u{1B}x", [.key(.alt("x"))]),
    ("\u{1B}é", [.key(.alt("é"))]),
    ("\u{1B}\r", [.key(Key(.enter, .alt))]),
    ("\u{1B}\u{7F}", [.key(Key(.backspace, .alt))]),
    ("\u{1B}\u{1B}[A", [.key(Key(.up, .alt))]),
    ("\u{1B}\u{1B}x", [.key(.escape), .key(.alt("x"))]),
    ("\u{1B}[I", [.focus(true)]),
    ("\u{1B}[O", [.focus(false)]),
    ("\u{1B}[<0;5;6M", [.mouse(Mouse(.press, at: Point(column: 4, row: 5)))]),
    ("\u{1B}[<0;5;6m", [.mouse(Mouse(.release, at: Point(column: 4, row: 5)))]),
    ("\u{1B}[<16;300;1M", [.mouse(Mouse(.press, at: Point(column: 299, row: 0)))]),
    ("\u{1B}[<64;1;1M", [.mouse(Mouse(.wheelUp, at: Point(column: 0, row: 0)))]),
    ("\u{1B}[<65;1;1M", [.mouse(Mouse(.wheelDown, at: Point(column: 0, row: 0)))]),
    ("\u{1B}[M !\"", [.mouse(Mouse(.press, at: Point(column: 0, row: 1)))]),
    ("\u{1B}[M#!!", [.mouse(Mouse(.release, at: Point(column: 0, row: 0)))]),
    ("\u{1B}[200~hello\rworld\u{1B}[201~!", [.paste("hello\nworld"), .key("!")]),
    ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ("\u{1B}[200~q\u{3}\u{1B}[Ax\u{1B}[201~", [.paste("q[Ax")]),
    ("a\u{1B}[Bb", [.key("a"), .key(.down), .key("b")]),
  ]

  /// Answers and reports that nobody asked for, with a key after each.
  static let swallowed = [
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}[?62;22c",
    "\u{1B}[>0;276;0c", "\u{1B}[?2026;2$y", "\u{1B}[24;80R", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[?997;1n", "\u{1B}[201~",
    "\u{1B}[<2;3;3M", "\u{1B}[<35;3;3M", "\u{1B}[<0;0;0M", "\u{1B}[E", "\u{1B}[99~", "\u{1B}[<M",
    "\u{1B}[M\"!!",
  ]

  @Test(arguments: spellings)
  mutating func `a spelling is what was done`(_ spelling: String, _ wanted: [Input]) {
    #expect(feed(spelling) == wanted)
    #expect(parser.deadline == nil)
  }

  @Test(arguments: spellings)
  mutating func `a spelling torn into bytes is the same keys`(
    _ spelling: String, _ wanted: [Input]
  ) {
    // What people see as one character comes as one only when it comes at once.
    let isCluster = wanted.contains {
      guard case .key(let key) = $0, case .character(let character) = key.symbol else {
        return false
      }
      return character.unicodeScalars.count > 1
    }
    guard !isCluster else { return }
    let inputs = spelling.utf8.flatMap { parser.feed([$0], at: start) }
    #expect(inputs == wanted)
  }

  @Test(arguments: swallowed)
  mutating func `a late answer is no key`(_ answer: String) {
    #expect(feed(answer + "k") == [.key("k")])
  }

  @Test(arguments: swallowed)
  mutating func `a late answer in pieces is no key`(_ answer: String) {
    let inputs = (answer + "k").utf8.flatMap { parser.feed([$0], at: start) }
    #expect(inputs == [.key("k")])
  }

  // MARK: Time

  @Test mutating func `a lone Escape is a key after its delay`() {
    #expect(feed("\u{1B}") == [])
    #expect(parser.deadline == start + .milliseconds(25))
    #expect(parser.expire(at: start + .milliseconds(24)) == [])
    #expect(parser.expire(at: start + .milliseconds(25)) == [.key(.escape)])
    #expect(parser.deadline == nil)
  }

  @Test mutating func `two quick Escapes are two keys`() {
    #expect(feed("\u{1B}\u{1B}") == [])
    #expect(parser.expire(at: start + .milliseconds(25)) == [.key(.escape), .key(.escape)])
  }

  @Test mutating func `a key after the delay is not Alt`() {
    _ = feed("\u{1B}")
    #expect(feed("x", after: .milliseconds(40)) == [.key(.escape), .key("x")])
  }

  @Test mutating func `an arrow read late is still an arrow`() {
    _ = feed("\u{1B}")
    #expect(feed("[A", after: .milliseconds(300)) == [.key(.up)])
  }

  @Test mutating func `Alt and a bracket is a key after the delay`() {
    _ = feed("\u{1B}[")
    #expect(parser.expire(at: start + .milliseconds(25)) == [.key(.alt("["))])
  }

  @Test mutating func `a sequence that lost its end is no key`() {
    _ = feed("\u{1B}[1;")
    #expect(parser.expire(at: start + .milliseconds(25)) == [])
    #expect(parser.expire(at: start + .seconds(1)) == [])
    #expect(feed("A", after: .seconds(2)) == [.key("A")])
  }

  @Test mutating func `a sequence that is broken gives way to the next`() {
    #expect(feed("\u{1B}[1;\u{1B}[B") == [.key(.down)])
  }

  // MARK: UTF-8

  @Test mutating func `a byte that is no character shows as one`() {
    #expect(parser.feed([0xFF, 0x61], at: start) == [.key("\u{FFFD}"), .key("a")])
  }

  @Test mutating func `a character that lost its end shows as one`() {
    _ = parser.feed([0xE6, 0xBC], at: start)
    #expect(parser.expire(at: start + .seconds(1)) == [.key("\u{FFFD}")])
  }

  @Test mutating func `a torn character does not take the next key with it`() {
    #expect(parser.feed([0xC3, 0x61], at: start) == [.key("\u{FFFD}"), .key("a")])
  }

  // MARK: Pastes

  @Test mutating func `a paste of many reads is one`() {
    _ = feed("\u{1B}[200~one ")
    #expect(feed("two ") == [])
    #expect(feed("three\u{1B}[20") == [])
    #expect(feed("1~") == [.paste("one two three")])
  }

  @Test mutating func `a paste that never ends is one after a second`() {
    _ = feed("\u{1B}[200~half")
    #expect(parser.deadline == start + .seconds(1))
    #expect(parser.expire(at: start + .seconds(1)) == [.paste("half")])
    #expect(feed("k", after: .seconds(2)) == [.key("k")])
  }

  @Test mutating func `a paste beyond the limit is cut`() {
    parser.pasteLimit = 4
    #expect(feed("\u{1B}[200~abcdefgh\u{1B}[201~i") == [.paste("abcd"), .key("i")])
  }

  @Test mutating func `a paste cut inside a character stays text`() {
    parser.pasteLimit = 4
    #expect(feed("\u{1B}[200~abc漢\u{1B}[201~") == [.paste("abc\u{FFFD}")])
  }

  @Test mutating func `a long paste comes through byte for byte`() {
    let text = String(repeating: "The quick brown fox, é漢👩‍👩‍👧‍👦\tjumps.\n", count: 2500)
    #expect(text.utf8.count > 100_000)
    var inputs: [Input] = feed("\u{1B}[200~")
    let bytes = Array(text.utf8)
    for index in stride(from: 0, to: bytes.count, by: 4095) {
      inputs += parser.feed(bytes[index..<min(index + 4095, bytes.count)], at: start)
    }
    inputs += feed("\u{1B}[201~")
    #expect(inputs == [.paste(text)])
  }

  // MARK: The terminal's own spellings

  @Test mutating func `the terminal's own spelling goes first`() {
    parser.spellings = [Array("\u{1B}A".utf8): .up, Array("\u{1B}[11~".utf8): .home]
    #expect(feed("\u{1B}A\u{1B}[11~") == [.key(.up), .key(.home)])
  }

  // MARK: Nonsense

  @Test(arguments: 0..<200)
  mutating func `no bytes break it`(_ seed: UInt64) {
    let alphabet =
      Array("\u{1B}\u{1B}\u{1B}[[]OPM<;0129~$ua\u{7}\\".utf8) + [0xC3, 0xFF, 0x80, 0x0D]
    var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var bytes: [UInt8] = []
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    for index in bytes.indices { _ = parser.feed(bytes[index...index], at: start) }
    _ = parser.expire(at: start + .seconds(9))
    // Whatever it was, it is over: a key is a key again.
    #expect(feed("k", after: .seconds(10)) == [.key("k")])
  }

  private mutating func feed(_ text: String, after delay: Duration = .zero) -> [Input] {
    parser.feed(Array(text.utf8), at: start + delay)
  }
}
