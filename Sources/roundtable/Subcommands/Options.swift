public import ArgumentParser
import CursesDriver
import Screens
public import SessionModel
import SessionStore
public import TerminalUI

/// Where sessions live.
struct LibraryOptions: ParsableArguments {
  @Option(name: .customLong("sessions"), help: "The folder of live sessions.")
  var folder: String?

  var library: Library { Library(path: folder) }
}

/// How the terminal is used.
struct TerminalOptions: ParsableArguments {
  @Option(help: "A theme by name, or a theme file; 'roundtable themes' lists them.")
  var theme: String?

  @Option(help: "How many colours: auto, never, 8, 16, 256 or true.")
  var color = ColorWish.auto

  @Flag(help: "Draw nothing but ASCII.")
  var ascii = false

  @Flag(help: "Plain lines: no escape byte, one line a change, commands at a prompt.")
  var plain = false

  @Option(help: "How much may move: full, reduced (once a second) or none (every five seconds).")
  var motion = Capabilities.Motion.full

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var isMouseOff = false

  @Flag(name: .customLong("bell"), help: "Ring when a turn's last minute begins, and at its end.")
  var hasBell = false

  var wishes: TerminalWishes {
    TerminalWishes(
      theme: theme, depth: color.depth, isASCII: ascii, isPlain: plain, motion: motion,
      isMouseOff: isMouseOff, hasBell: hasBell)
  }
}

/// How somebody wants the terminal to be used; what is not said is left to the terminal.
struct TerminalWishes {
  var theme: String?
  var depth: Capabilities.ColorDepth?
  var isASCII = false
  var isPlain = false
  var motion = Capabilities.Motion.full
  var isMouseOff = false
  var hasBell = false

  /// What the terminal and the environment make of it; sets the locale.
  @MainActor
  func probe() -> TerminalProbe {
    TerminalProbe(.init(depth: depth, isPlain: isPlain, isASCII: isASCII, motion: motion))
  }

  /// The theme that was asked for, as it looks on a terminal.
  func look(on probe: TerminalProbe) throws -> Look {
    Look(theme: try ThemeShelf().theme(named: theme), capabilities: probe.capabilities)
  }

  /// Takes a seat in a session of the library; a sample is copied first.
  @MainActor
  func open(
    _ session: String, at seat: Seat, in library: Library,
    idleSeconds: Int = BallotScreen.forgetsAfterSeconds
  ) throws {
    let folder = try library.session(toOpen: session)
    try sit(in: library) {
      let sitting = try Sitting(folder, seat: seat, clock: TableClock(of: folder))
      sitting.idleSeconds = idleSeconds
      return sitting
    }
  }

  /// Takes a seat, on the whole screen or in plain lines.
  @MainActor
  func sit(in library: Library, _ begin: () throws -> Sitting) throws {
    let probe = probe()
    let look = try look(on: probe)
    let sitting = try begin()
    guard case .fullScreen = probe.kind else {
      return try PlainTable(sitting, probe).run()
    }
    try Program.sit(
      in: sitting, probe, look: look, library: library, mouse: !isMouseOff, bell: hasBell)
  }
}

/// How many colours somebody wants.
enum ColorWish: String, ExpressibleByArgument, CaseIterable {
  case auto, never
  case eight = "8"
  case sixteen = "16"
  case indexed = "256"
  case direct = "true"

  var depth: Capabilities.ColorDepth? {
    switch self {
    case .auto: nil
    case .never: Capabilities.ColorDepth.none
    case .eight: .eight
    case .sixteen: .sixteen
    case .indexed: .indexed
    case .direct: .direct
    }
  }
}

extension Capabilities.Motion: ExpressibleByArgument {}
extension Seat: ExpressibleByArgument {}
