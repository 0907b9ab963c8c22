import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// The ballot terminal as it goes from hand to hand: codes, the PIN, what no key may do.
struct KioskTests {
  private func kiosk(
    _ table: SessionFixture, _ columns: Int = 80, _ rows: Int = 24
  ) -> SeatedTerminal {
    SeatedTerminal(BallotScreen(), at: table, seat: .ballot, columns: columns, rows: rows)
  }

  private let code = "k7qm3xpr"
  private let slip = VoteCode("K7QM-3XPR")

  // MARK: Codes

  @Test func `four keys after the code cast a ballot`() throws {
    var kiosk = kiosk(try .locked())
    kiosk.type(code)
    kiosk.press(.enter, "2", .enter, .enter)
    #expect(
      kiosk.asked
        == [.poll(.castByCode(PollID(1), Ballot(choosing: ["B"]), try #require(slip)))])
    #expect(kiosk.text.contains("Your ballot is stored."))
  }

  @Test(arguments: [
    ("k7qm3xp", "A code has 8 signs, such as K7QM-3XPR"),
    ("zzzz2222", "No slip has that code; compare it sign by sign"),
  ])
  func `a code that is none goes no further`(code: String, sentence: String) throws {
    var kiosk = kiosk(try .locked())
    kiosk.type(code)
    kiosk.press(.enter)
    #expect(kiosk.text.contains(sentence))
    kiosk.press("2", .enter, .enter)
    #expect(kiosk.asked.isEmpty)
  }

  @Test func `a slip that has voted in secret is told so before it chooses`() throws {
    var table = try SessionFixture.locked(.anonymous)
    try table.entitle(.codes(of: nil))
    var kiosk = kiosk(table)
    kiosk.type(code)
    kiosk.press(.enter, "2", .enter, .enter, .enter)
    kiosk.type(code)
    kiosk.press(.enter)
    #expect(kiosk.asked.count == 1)
    #expect(kiosk.text.contains("The slip K7QM has voted; a confirmed ballot stays"))
  }

  @Test func `the code is forgotten with its holder`() throws {
    var kiosk = kiosk(try .locked())
    let fresh = kiosk.text
    kiosk.type(code)
    kiosk.press(.enter, "2")
    kiosk.wait(20)
    #expect(kiosk.text == fresh)
    kiosk.press(.enter, .enter, "2", .enter, .enter)
    #expect(kiosk.asked.isEmpty)
  }

  @Test func `the setting says after how long it forgets`() throws {
    var kiosk = SeatedTerminal(
      BallotScreen(idleSeconds: 60), at: try .locked(), seat: .ballot, columns: 80, rows: 24)
    kiosk.type(code)
    kiosk.wait(59)
    #expect(kiosk.text.contains("This terminal forgets you in 1 s."))
  }

  @Test func `only those entitled find their names`() throws {
    var table = try SessionFixture.live()
    try table.openPoll(1, .anonymous)
    try table.entitle(.group(of: .civilSociety))
    var kiosk = kiosk(table)
    kiosk.press(.enter)
    #expect(kiosk.text.contains("参加者 3"))
    #expect(!kiosk.text.contains("Participant 1"))
  }

  // MARK: What becomes of a choice

  @Test func `a second after a ballot nothing of it is on the screen`() throws {
    var kiosk = kiosk(try .locked(.anonymous))
    kiosk.press("2", .enter, .enter)
    kiosk.wait(1)
    #expect(!kiosk.text.contains("States"))
  }

  @Test func `a poll that closes while a code is typed is told`() throws {
    var kiosk = kiosk(try .locked())
    kiosk.type("k7")
    try kiosk.happen(.poll(.closed(poll: PollID(1), box: nil)))
    #expect(kiosk.text.contains("Nothing was stored"))
  }

  @Test func `a poll whose time is up takes no ballot, and says so`() throws {
    var kiosk = kiosk(try .locked(.anonymous))
    try kiosk.happen(.poll(.extended(poll: PollID(1), seconds: 100_000)))
    kiosk.press("2")
    let poll = try #require(kiosk.table.session.polls[PollID(1)])
    let left = try #require(poll.secondsLeft(at: kiosk.table.now))
    try kiosk.happen(.poll(.extended(poll: PollID(1), seconds: 100_000 - left + 15)))
    #expect(kiosk.text.contains("closes in 0:1"))
    kiosk.wait(16)
    #expect(kiosk.text.contains("Nothing was stored"))
    kiosk.press(.enter, .enter, .enter)
    #expect(kiosk.asked.isEmpty)
  }

  @Test func `a statement half typed when the poll closes is told`() throws {
    let kind = try #require(GoldenScenes.kinds.first { $0.name == "statements" })
    var kiosk = kiosk(try kind.open())
    kiosk.press("n")
    kiosk.type("Pay")
    try kiosk.happen(.poll(.closed(poll: PollID(1), box: nil)))
    #expect(kiosk.text.contains("Nothing was stored"))
  }

  // MARK: The PIN

  @Test(arguments: [Key.control("c"), .control("z"), .control("\\"), .control("d"), "q", .escape])
  func `no key leaves a locked terminal`(key: Key) throws {
    var kiosk = kiosk(try .locked())
    for _ in 1...4 { kiosk.press(key) }
    #expect(!kiosk.screens.isEmpty)
    #expect(kiosk.effects.isEmpty)
  }

  @Test func `the PIN is asked for, not shown, handed over`() throws {
    var kiosk = kiosk(try .locked())
    kiosk.press(.control("c"))
    kiosk.type("4711")
    #expect(!kiosk.text.contains("4711"))
    kiosk.press(.enter)
    guard case .unlock("4711")? = kiosk.effects.last else {
      Issue.record("asks for \(kiosk.effects)")
      return
    }
  }

  @Test func `after five wrong PINs none is tried for a minute`() throws {
    var kiosk = kiosk(try .locked())
    for _ in 1...5 {
      kiosk.press(.control("c"))
      kiosk.type("1234")
      kiosk.press(.enter)
      kiosk.screens.told(.refused("That is not the PIN"), in: kiosk.scene)
    }
    #expect(kiosk.text.contains("Too many tries; wait 60 s"))
    kiosk.type("4711")
    kiosk.press(.enter)
    #expect(kiosk.effects.count == 5)
  }

  @Test func `a terminal with a PIN holds, one without does not`() throws {
    let locked = kiosk(try .locked())
    #expect(locked.screens.holds(in: locked.scene))
    let open = kiosk(try .live())
    #expect(!open.screens.holds(in: open.scene))
  }

  // MARK: Anything at all

  /// Ten thousand keys, pastes, clicks and sizes at random, with time passing now and then.
  @Test(arguments: [Poll.Secrecy.anonymous, .coded, .public])
  func `nothing that can be pressed leaves, or casts what was not read back`(
    secrecy: Poll.Secrecy
  ) throws {
    var generator = SeededGenerator(seed: 4711)
    var kiosk = kiosk(try .locked(secrecy))
    var readBack = 0
    for _ in 0..<10_000 {
      let wasReadBack = (kiosk.screens.top as? BallotScreen)?.page == .confirming
      let before = kiosk.asked.count
      disturb(&kiosk, &generator)
      #expect(!kiosk.screens.isEmpty)
      let cast = kiosk.asked.dropFirst(before).filter(\.isBallot)
      #expect(cast.isEmpty || wasReadBack)
      readBack += cast.count
    }
    #expect(readBack > 0, "some of it was a voter's way")
    #expect(!kiosk.effects.contains { if case .quit = $0 { true } else { false } })
    #expect(!kiosk.effects.contains { if case .suspend = $0 { true } else { false } })
  }

  private let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 20, rows: 5),
    Size(columns: 100, rows: 30),
  ]

  private func disturb(_ kiosk: inout SeatedTerminal, _ generator: inout SeededGenerator) {
    switch generator.number(0...19) {
    case 0:
      kiosk.receive(.paste(generator.one(of: ["2\r\r", "K7QM-3XPR", "4711\r", "\u{1B}[A"])))
    case 1, 2:
      let point = Point(
        column: generator.number(0...kiosk.size.columns), row: generator.number(0...kiosk.size.rows)
      )
      kiosk.receive(.mouse(Mouse(generator.one(of: [.press, .release, .wheelUp]), at: point)))
    case 3: kiosk.size = generator.one(of: sizes)
    case 4: kiosk.wait(generator.one(of: [1, 1, 7, 21]))
    case 5: kiosk.type(code)
    case 6: kiosk.screens.told(.refused("That is not the PIN"), in: kiosk.scene)
    default:
      let keys: [Key] = [
        .enter, .enter, .enter, "1", "2", "3", "0", .up, .down, .space, .escape, .tab, .backspace,
        .control("c"), .control("z"), .control("d"), .control("\\"), .control("l"), "q", "h",
        ":", "?", "m", "M", "z", .function(1), .function(10), .pageDown, "é",
      ]
      kiosk.press(generator.one(of: keys))
    }
  }
}

extension SessionFixture {
  /// Says who may vote in poll v1, as if it had been said before it opened.
  fileprivate mutating func entitle(_ entitled: Entitlement) throws {
    try happen(.poll(.entitled(poll: PollID(1), to: entitled)))
  }
}

extension Intent {
  fileprivate var isBallot: Bool {
    switch self {
    case .poll(.cast), .poll(.castByCode): true
    default: false
    }
  }
}
