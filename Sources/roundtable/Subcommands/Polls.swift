import ArgumentParser
import Commands
import Glibc
import Importers
import Reports
import SessionModel
import SessionStore

/// `roundtable polls`: polls and ballots to and from files.
struct Polls: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write polls and ballots to files, and read them back.",
    subcommands: [ExportPolls.self, ImportPolls.self])
}

/// What a file of polls looks like.
enum PollFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, json, blt

  /// By how a file's name ends.
  init?(ofFile path: String) {
    self.init(rawValue: path.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }
}

/// `roundtable polls export`: polls and ballots to a file.
struct ExportPolls: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the polls of a session, or the ballots of one.",
    discussion: """
      Without --poll every poll is written without its ballots, to be asked elsewhere. With it the \
      ballots of a closed poll are written: with names where the poll is public and the session \
      attributes what is said, else shuffled. BLT takes rankings only.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "The poll, such as v1.")
  var poll: String?

  @Option(help: "What it looks like; without it as the file's name ends, else csv.")
  var format: PollFormat?

  @Option(name: .shortAndLong, help: "Write it to a file.")
  var output: String?

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session, orSample: true)
      let state = try SessionDesk(folder, now: MachineClock().now).current()
      let text = try text(of: state)
      guard let output else { return say(String(text.dropLast())) }
      try OutputFile(output).replace(with: text)
    }
  }

  private func text(of state: Session) throws -> String {
    let look = format ?? output.flatMap(PollFormat.init(ofFile:)) ?? .csv
    var generator = SystemRandomNumberGenerator()
    guard let name = poll else {
      let files = state.polls.all.map { poll in
        var file = PollFile(poll, in: state, named: false, using: &generator)
        file.papers = nil
        return file
      }
      switch look {
      case .csv: return BallotSheet().text(of: files)
      case .json: return JSONText.readable(files) + "\n"
      case .blt: throw Complaint("BLT holds the ballots of one poll; name it with --poll")
      }
    }
    let found = try closedPoll(name, in: state)
    let file = PollFile(
      found, in: state, named: state.mayTell(votersOf: found), using: &generator)
    switch look {
    case .csv: return BallotSheet().text(of: file)
    case .json: return JSONText.readable([file]) + "\n"
    case .blt:
      guard let election = state.election(of: found) else {
        throw Complaint("Poll '\(name)' is no ranking; BLT takes rankings only")
      }
      return BLTWriter().text(of: election)
    }
  }

  private func closedPoll(_ name: String, in state: Session) throws -> Poll {
    guard let id = PollID(name), let found = state.polls[id] else {
      throw Complaint("There is no poll '\(name)'")
    }
    guard found.state == .closed else { throw Complaint(Refusal.pollNotClosed(id).sentence) }
    guard state.mayTell(ballotsOf: found) else {
      throw Complaint("Poll '\(name)' was taken off the record; its ballots are not written")
    }
    return found
  }
}

/// `roundtable polls import`: polls and ballots from a file.
struct ImportPolls: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring polls from a file into a session.",
    discussion: """
      Reads what 'roundtable polls export' writes, and BLT from anywhere. A poll without ballots \
      becomes a draft; one with ballots is counted and closed. Names beside ballots are not taken \
      over. With --dry-run the commands are printed that would be said.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The file; '-' is standard input.")
  var file: String

  @Option(name: .customLong("into"), help: "The session; a sample is copied first.")
  var session: String

  @Option(help: "What the file is; without it as its name ends.")
  var format: PollFormat?

  @Flag(help: "Print the commands that would be said, and say none.")
  var dryRun = false

  func run() throws {
    try orComplain {
      let intents = try intents(of: ForeignFile(reading: file))
      guard !dryRun else {
        for intent in intents { say(intent.line) }
        return
      }
      let folder = try place.library.openSession(named: session)
      let desk = try SessionDesk(folder, now: MachineClock().now)
      let outcomes = try desk.submit(intents, by: .moderator)
      try desk.writeCheckpointIfDue()
      let session = desk.lastRead
      var hasRefusals = false
      for outcome in outcomes {
        switch outcome {
        case .success(let entry): say("\(entry.n)  \(entry.sentence(in: session))")
        case .failure(let refusal):
          hasRefusals = true
          complain(refusal.sentence)
        }
      }
      if hasRefusals { throw ExitCode(1) }
    }
  }

  private func intents(of source: ForeignFile) throws -> [Intent] {
    guard let look = format ?? PollFormat(ofFile: file) else {
      throw Complaint("'\(source.name)' may be csv, json or blt; say which with --format")
    }
    switch look {
    case .csv:
      do throws(PollSheetFailure) {
        return try PollSheet().read(source).map(\.intent)
      } catch {
        throw Complaint(error.sentence)
      }
    case .json:
      guard let polls = JSONText.read([PollFile].self, from: source.bytes) else {
        throw Complaint("'\(source.name)' is not JSON of polls; nothing was imported")
      }
      return polls.map(\.intent)
    case .blt: return [try ranking(source)]
    }
  }

  private func ranking(_ source: ForeignFile) throws -> Intent {
    let election: RankedElection
    do throws(BLTFailure) {
      election = try BLTReader().read(source)
    } catch {
      throw Complaint(error.sentence)
    }
    guard election.standing.count <= Choice.letters.count else {
      throw Complaint(Refusal.tooManyChoices(election.standing.count).sentence)
    }
    guard let intent = election.intent(named: source.name) else {
      throw Complaint("Ballots of '\(source.name)' weigh fractions; a poll counts whole ballots")
    }
    return intent
  }
}
