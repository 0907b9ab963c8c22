import ArgumentParser

/// `roundtable man-page`: the manual, for the installer.
struct ManPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page.", shouldDisplay: false)

  func run() {
    var lines = [
      ".TH ROUNDTABLE 1 \"\" \"\(Roundtable.configuration.version)\" \"User Commands\"",
      ".SH NAME", "roundtable \\- run a live multistakeholder session from the terminal",
      ".SH SYNOPSIS", ".B roundtable", "[SUBCOMMAND] [OPTIONS]",
      ".SH DESCRIPTION", Self.escaped(Roundtable.configuration.discussion),
      ".SH SUBCOMMANDS",
    ]
    for command in Roundtable.configuration.subcommands where command.configuration.shouldDisplay {
      let help = Roundtable.helpMessage(for: command, columns: 76)
      lines += [
        ".SS \(Self.escaped(command.configuration.commandName ?? "\(command)".lowercased()))",
        ".nf",
        Self.escaped(help), ".fi",
      ]
    }
    lines += [
      ".SH FILES", ".TP", "journal.jsonl",
      "What happened in a session, one entry a line: the truth.",
      ".TP", "session.json", "The state of a session; may be deleted.",
      ".SH ENVIRONMENT", ".TP", "ROUNDTABLE_SESSIONS", "The folder of live sessions.", ".TP",
      "ROUNDTABLE_SAMPLES", "The folder of the samples.", ".TP", "ROUNDTABLE_PLAIN",
      "Plain lines when 1.", ".TP", "NO_COLOR", "No colours when not empty.",
    ]
    say(lines.joined(separator: "\n"))
  }

  /// Text that roff does not take for its own.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
      .joined(separator: "\n")
  }
}
