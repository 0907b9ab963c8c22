import Commands
import SessionModel
import SessionStore

/// Voting at a ballot terminal in plain lines: an answer, what it says read back, and a yes.
extension PlainTable {
  private static let yes: Set<String> = ["yes", "y"]

  func offerPoll() {
    readBack = nil
    guard let poll = sitting.desk.lastRead.polls.open else {
      return say("No poll is open; it is announced here when one opens.")
    }
    say(poll.text)
    say(poll.secrecy.promise)
    let isTyped = poll.asks == .nothing
    let first = if case .scale(let first) = poll.form { first } else { 1 }
    for (index, choice) in poll.choices.enumerated() {
      say("\(isTyped ? "\(index + first)" : choice.id). \(choice.text)")
    }
    if isTyped, case .compare = poll.form {
      for (index, pair) in Choice.pairs(of: poll.choices).enumerated() {
        let sides = pair.split(separator: "/").map(String.init)
        say("Pair \(index + 1): 1 is \(sides[0]), 2 is \(sides[1])")
      }
    }
    if isTyped, first > 0 { say("0. \(poll.form.blankTitle)") }
    switch poll.asks {
    case .name: say("\(poll.form.instruction): poll cast \(poll.id) LETTERS --voter NAME")
    case .code: say("\(poll.form.instruction): poll cast \(poll.id) LETTERS --code CODE")
    case .nothing: say("\(poll.form.instruction): \(poll.form.typing).")
    }
  }

  /// Whether a line answers the poll, or what was read back, and is no command.
  func isAnswer(_ line: String, _ first: String) -> Bool {
    if readBack != nil { return true }
    guard let poll = sitting.desk.lastRead.polls.open, poll.asks == .nothing else {
      return first.allSatisfy(\.isNumber)
    }
    return Grammar.commands(beginningWith: [first]).isEmpty
  }

  func vote(_ line: String) throws {
    guard let poll = sitting.desk.lastRead.polls.open else {
      readBack = nil
      return say("NOT DONE: No poll is open")
    }
    if let (asked, ballot) = readBack {
      readBack = nil
      if asked == poll.id, Self.yes.contains(line.lowercased().filter { !$0.isWhitespace }) {
        ask(.poll(.cast(poll.id, ballot, voter: nil)))
        return try tell()
      }
      say("Nothing was cast.")
      if line.lowercased().hasPrefix("n") { return offerPoll() }
    }
    guard let ballot = poll.form.ballot(typed: line, among: poll.choices) else {
      return say("NOT DONE: \(poll.form.instruction): \(poll.form.typing)")
    }
    for line in poll.form.lines(of: ballot, among: poll.choices) { say("You say: \(line)") }
    readBack = (poll.id, ballot)
    say("Type 'yes' to cast it; 'no' casts nothing.")
  }
}
