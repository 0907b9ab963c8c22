import Testing

@testable import Commands

struct GrammarTextTests {
  @Test func `the table of commands has a heading for each area`() {
    let commands = Grammar.commands(beginningWith: ["session"]) + Grammar.history
    #expect(
      Grammar.table(of: commands) == """
        session
          session open                              open the session and start its first segment
          session close                             let the gavel fall

        history
          undo                                      take back the last thing done at this seat
          redo                                      do again what was taken back last
        """)
  }

  @Test func `a long usage line is wrapped`() {
    #expect(
      Grammar.table(of: Grammar.commands(beginningWith: ["floor", "raise"]), columns: 80) == """
        floor
          floor raise WHO [--room|--online] [--kind KIND]
                                                    raise somebody's hand
        """)
  }

  @Test func `no line of the table is wider than the terminal`() {
    #expect(Grammar.table(columns: 80).split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `a command explains itself`() throws {
    let command = try #require(Grammar.commands(beginningWith: ["poll", "draft"]).first)
    #expect(
      command.explanation(columns: 80) == """
        poll draft TEXT [--choice TEXT]... [--method METHOD] [--min NUMBER]
            [--max NUMBER] [--public|--anonymous]

        Prepare a poll; one choice of those named, else yes, no or abstain

          TEXT      words
          --choice  words; may be said several times
          --method  yes_no_abstain, one_choice or several_choices
          --min     a number
          --max     a number

        Seats:    moderator
        Example:  poll draft "Where to act first?" --choice "Law" --choice "Courts" --public
        """)
  }
}
