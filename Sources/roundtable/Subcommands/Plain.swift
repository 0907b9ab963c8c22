import ArgumentParser
import Commands
import CursesDriver
import SessionStore
import TerminalUI

/// `roundtable commands`: the whole grammar.
struct ListCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commands", abstract: "Print every command, or explain some.")

  @Argument(help: "The first words of the commands to explain: 'floor give'.")
  var words: [String] = []

  func run() throws {
    guard !words.isEmpty else { return say(Grammar.table()) }
    let words = words.flatMap { $0.split(separator: " ").map(String.init) }
    let found = Grammar.commands(beginningWith: words)
    guard !found.isEmpty else {
      throw Complaint("No command begins with '\(words.joined(separator: " "))'")
    }
    say(found.map { $0.explanation() }.joined(separator: "\n\n"))
  }
}

/// `roundtable themes`: the themes that --theme knows.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the themes.")

  func run() throws {
    try orComplain {
      let shelf = ThemeShelf()
      var problems: [String] = []
      for name in shelf.names {
        do {
          let theme = try shelf.theme(named: name)
          say(name + String(repeating: " ", count: max(1, 16 - name.count)) + theme.title)
        } catch let problem as ThemeProblem {
          problems.append(problem.description)
        }
      }
      guard problems.isEmpty else { throw Complaint(problems.joined(separator: "\n")) }
    }
  }
}

/// `roundtable doctor`: what is known about this terminal.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what this terminal can show, and what falls back and why.")

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    try orComplain {
      let lines = try MainActor.assumeIsolated {
        let probe = terminal.wishes.probe()
        _ = try terminal.wishes.look(on: probe)
        return report(probe)
      }
      for line in lines { say(line) }
    }
  }

  private func report(_ probe: TerminalProbe) -> [String] {
    let kind =
      switch probe.kind {
      case .fullScreen(let entry): "the whole screen, as '\(entry)'"
      case .plain: "plain lines"
      }
    let library = place.library
    var rows = [
      ("shown in", kind),
      ("TERM", probe.term.isEmpty ? "not set" : probe.term),
      ("locale", "\(probe.locale), \(probe.codeset)"),
      ("size", "\(probe.size.columns)x\(probe.size.rows)"),
      ("colours", "\(probe.colors) described, \(probe.capabilities.depth.title) used"),
      ("characters", probe.capabilities.isASCII ? "ASCII only" : "Unicode"),
      ("motion", probe.capabilities.motion.rawValue),
      ("input", probe.isInputTerminal ? "a terminal" : "no terminal"),
      ("output", probe.isOutputTerminal ? "a terminal" : "no terminal"),
      ("network", probe.isRemote ? "over ssh" : "on this machine"),
      ("sessions", library.path),
      ("samples", library.samplesPath ?? "none found"),
    ]
    rows += probe.remarks.map { ("note", $0) }
    return rows.map { $0 + String(repeating: " ", count: 12 - $0.count) + $1 }
  }
}

extension Capabilities.ColorDepth {
  /// How many, in words.
  var title: String {
    switch self {
    case .none: "none"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: "true colour"
    }
  }
}
