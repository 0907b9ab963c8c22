import ArgumentParser
import Commands
import Glibc
import Importers
import SessionModel
import SessionStore

/// `roundtable import`: what a file says, asked of a session.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a list of people into a session.",
    discussion: """
      Reads CSV and TSV with columns in any order, such as name, organisation, group, region, \
      presence and role. What the roll knows already stays. One line is printed for each outcome; \
      what was not understood is told with its line on standard error.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The file; '-' is standard input.")
  var file: String

  @Option(name: .customLong("into"), help: "The session; a sample is copied first.")
  var session: String

  @Flag(help: "Print the commands that would be said, and say none.")
  var dryRun = false

  func run() throws {
    try orComplain {
      let library = place.library
      let source = try ForeignFile(reading: file)
      guard !dryRun else {
        let folder = try library.session(named: session, orSample: true)
        let state = try SessionDesk(folder, now: MachineClock().now).current()
        for intent in try understand(source, for: state) { say(intent.line) }
        return
      }
      // A file that is refused makes no session either.
      _ = try understand(source, for: Session(), isQuiet: true)
      let folder = try library.openSession(named: session)
      let desk = try SessionDesk(folder, now: MachineClock().now)
      try submit(understand(source, for: desk.current()), to: desk)
    }
  }

  /// What the file asks of the session; tells what is to be looked at.
  private func understand(
    _ source: ForeignFile, for session: Session, isQuiet: Bool = false
  ) throws -> [Intent] {
    do throws(ImportFailure) {
      let imported = try PeopleTable().read(source, for: session)
      guard !isQuiet else { return [] }
      for warning in imported.warnings { complain("line \(warning.line): \(warning.message)") }
      if imported.intents.isEmpty { complain("'\(source.name)' says nothing new") }
      return imported.intents
    } catch {
      throw Complaint(error.sentence)
    }
  }

  private func submit(_ intents: [Intent], to desk: SessionDesk) throws {
    let outcomes = try desk.submit(intents, by: .moderator)
    try desk.writeCheckpointIfDue()
    let session = desk.lastRead
    var hasRefusals = false
    for (intent, outcome) in zip(intents, outcomes) {
      switch outcome {
      case .success(let entry): say("\(entry.n)  \(entry.sentence(in: session))")
      case .failure(let refusal):
        hasRefusals = true
        complain("\(intent.line): \(refusal.sentence)")
      }
    }
    if hasRefusals { throw ExitCode(1) }
  }
}

extension ForeignFile {
  /// Reads a file, or standard input for `-`; of one that is too large only as much as shows it.
  init(reading path: String) throws(StoreFailure) {
    let isInput = path == "-"
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(.open, path: path, errno: errno) }
    defer { if !isInput { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= ForeignFile.largest {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw .system(.read, path: path, errno: errno)
      }
    }
    let name = isInput ? "standard input" : path.split(separator: "/").last.map(String.init)
    self.init(named: name ?? path, bytes: bytes)
  }
}
