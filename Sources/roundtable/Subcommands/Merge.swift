import ArgumentParser
import SessionModel
import SessionStore

/// `roundtable merge`: what breakout groups bring back.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take what breakout groups bring back into their session.",
    discussion: """
      A group is an ordinary session: it is packed where it was held, and its file is merged here. \
      Without a file every group's session that lies beside this one is merged. The order of files \
      does not matter; one that was merged already changes nothing.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session that was divided into groups.")
  var session: String

  @Argument(help: "Packed sessions of its groups.", completion: .file())
  var files: [String] = []

  @Option(help: "Date entries from this time on instead of by the clock: 2021-12-07T16:30:00Z.")
  var clock: Timestamp?

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session)
      let time = ScriptClock(clock)
      let desk = try SessionDesk(folder) { time.now() }
      let groups = GroupSessions(folder: folder) { time.now() }
      // Everything is read before anything is written.
      var intents: [Intent] = []
      for file in files { intents += try groups.returns(fromFile: file, to: desk.lastRead) }
      if files.isEmpty { intents = try groups.returns(to: desk.lastRead) }
      guard !intents.isEmpty else {
        throw Complaint("No session of a group lies beside '\(session)'; give their files")
      }
      var hasRefusals = false
      for intent in intents {
        var teller = Teller(try desk.current())
        switch try desk.submit([intent], by: .moderator)[0] {
        case .success(let entry):
          say("\(entry.n)  \(teller.sentence(of: entry, now: desk.lastRead))")
        case .failure(let refusal):
          say(refusal.sentence)
          hasRefusals = hasRefusals || !refusal.isOfNothingNew
        }
      }
      if hasRefusals { throw ExitCode.failure }
    }
  }
}

extension Refusal {
  /// Whether all that is so is that it was there already.
  var isOfNothingNew: Bool {
    switch self {
    case .mergedAlready, .mergedLater: true
    default: false
    }
  }
}
