import ArgumentParser
import Commands
import Glibc
import SessionModel
import SessionStore

/// `roundtable log`: what happened, one line an entry.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what happened in a session, one line an entry.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Flag(help: "Go on printing what happens.")
  var follow = false

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session, orSample: true)
      var printed = 0
      let watch = follow ? try Watch(folder) : nil
      while true {
        let told = printed
        printed = try folder.follow { entry, before in
          if entry.n > told { say(Self.line(for: entry, in: before)) }
        }.entries
        guard let watch else { return }
        var descriptor = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&descriptor, 1, -1)
        _ = watch.drain()
      }
    }
  }

  /// One entry as a line; `session` is as it was before it.
  static func line(for entry: Entry, in session: Session) -> String {
    let number = String(entry.n)
    let pad = String(repeating: " ", count: max(0, 5 - number.count))
    return "\(pad)\(number)  \(entry.at.at)  \(entry.by.rawValue)  "
      + entry.sentence(in: session)
  }
}
