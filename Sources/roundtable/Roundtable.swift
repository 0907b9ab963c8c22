import ArgumentParser
import Glibc

/// The program: what can be said on the command line.
@main
struct Roundtable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roundtable",
    abstract: "Run a live multistakeholder session from the terminal.",
    discussion: """
      Without a subcommand the lobby opens: every session, to be opened at a seat.
      Sessions live in --sessions DIR, else $ROUNDTABLE_SESSIONS, else the XDG data folder.
      """,
    version: "roundtable 0.1",
    subcommands: [
      Lobby.self, Open.self, Demo.self, Rehearse.self, New.self, Do.self, ListCommands.self,
      Show.self, Log.self, Replay.self, Check.self, Count.self, Polls.self, Report.self,
      Forms.self, Codes.self, Inbox.self, Import.self, Export.self, PackSession.self, Unpack.self,
      Verify.self, Merge.self,
      TryImports.self, TryFloor.self, Themes.self, Doctor.self, ManPage.self,
      KeyTable.self, Crash.self,
    ],
    defaultSubcommand: Lobby.self)

  static func main() {
    // A file that may not grow is a write that failed: it is told, it is no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    do {
      if let open = PlainOpen(CommandLine.arguments.dropFirst()) {
        return try MainActor.assumeIsolated { try open.run() }
      }
      var command = try parseAsRoot()
      try command.run()
    } catch let complaint as Complaint {
      // It says what is so; a word before it that something is wrong would say nothing more.
      complain(complaint.description)
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}
