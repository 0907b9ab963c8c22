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
          undo before ENTRY                         take back what this seat did last before an entry that
                                                    cannot be taken back
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
    let command = try #require(Grammar.commands(beginningWith: ["floor", "raise"]).first)
    #expect(
      command.explanation(columns: 80) == """
        floor raise WHO [--room|--online] [--kind KIND]

        Raise somebody's hand

          WHO     a person
          --kind  comment, question, reply, point_of_order, intervention,
                  interposed_question or answer

        Seats:    moderator, online, ballot
        Example:  floor raise p4 --online --kind question
        """)
  }
}
