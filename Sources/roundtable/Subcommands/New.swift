import ArgumentParser
import Commands
import SessionModel
import SessionStore

/// `roundtable new`: an empty session.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Make a new session.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "Its title.")
  var title: String

  @Option(help: "What it is called on the command line; made from the title otherwise.")
  var name: String?

  @Option(help: "Date its first entry from this time instead of by the clock.")
  var clock: Timestamp?

  func run() throws {
    try orComplain {
      let library = place.library
      let time = ScriptClock(clock)
      let folder = try library.newSession(titled: title, named: name) { time.now() }
      say(folder.name)
    }
  }
}

extension Library {
  /// Makes a session with a title and nothing else.
  func newSession(
    titled title: String, named name: String? = nil, now: @escaping () -> Moment
  ) throws -> SessionFolder {
    let intent = Intent.plan(.set(.title(to: title)))
    // What is no title is refused before anything stands on the disk.
    do throws(Refusal) {
      _ = try Session().decide(intent, by: .moderator, at: now())
    } catch {
      throw DeskError.refused(error)
    }
    let folder = try create(named: name ?? freeName(for: title))
    let desk = try SessionDesk(folder, now: now)
    try desk.submit(intent, by: .moderator)
    return folder
  }
}
