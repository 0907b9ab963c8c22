import ArgumentParser
import Commands
import SessionModel
import SessionStore

/// `roundtable show`: the state of a session, as text or as JSON.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show a session as it stands, or as it stood.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Flag(help: "Print the whole state as JSON.")
  var json = false

  @Option(name: .customLong("at"), help: "As it was after that entry.")
  var entry: Int?

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session, orSample: true)
      if json, entry == nil { return say(try folder.readableState()) }
      let clock = TableClock(of: folder)
      // What comes behind an entry that is asked for may be damaged; it is shown all the same.
      let state =
        try entry.map { try folder.session(at: $0) }
        ?? SessionDesk(folder, now: clock.now).current()
      if let entry {
        guard state.entries == entry else {
          throw Complaint("There is no entry \(entry); the last one is \(state.entries)")
        }
        if json { return say(try folder.readableState(at: entry)) }
      }
      // What was is shown as of its last entry; what runs now is shown as of now.
      let now =
        entry == nil && state.stage == .live ? clock.now() : state.lastEntryAt ?? clock.now()
      for line in Digest(of: state, at: now).lines { say(line) }
    }
  }
}

extension Library {
  /// A live session, else the sample of that name, to look at only.
  func session(named name: String, orSample: Bool) throws(StoreFailure) -> SessionFolder {
    do throws(StoreFailure) {
      return try session(named: name)
    } catch .noSession(let name, let place) {
      guard orSample, let sample = try samples().first(where: { $0.name == name }) else {
        throw .noSession(name: name, in: place)
      }
      return sample
    }
  }
}
