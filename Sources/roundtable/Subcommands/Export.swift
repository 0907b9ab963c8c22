import ArgumentParser
import Reports
import SessionModel
import SessionStore

/// `roundtable export`: a session as other programs read it.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a session's slot and agenda for calendars.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The sessions, by name.")
  var sessions: [String]

  @Option(help: "How: ics.")
  var format = Format.ics

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ics
  }

  func run() throws {
    try orComplain {
      var events: [SessionCalendar.Event] = []
      for name in sessions {
        let folder = try place.library.session(named: name, orSample: true)
        let session = try SessionDesk(folder, now: MachineClock().now).current()
        let found = SessionCalendar.events(of: session, named: name)
        guard !found.isEmpty else {
          throw Complaint("'\(name)' has no slot and no times on its agenda; nothing was exported")
        }
        events += found
      }
      print(SessionCalendar(events: events, madeAt: MachineClock().now().at).text, terminator: "")
    }
  }
}
