import CNcurses
import Glibc
public import TerminalUI

/// What is known about the terminal before anything is written to it.
///
/// It decides between the full screen and plain lines, says what falls back and why, and is all
/// that `doctor` prints. Making one sets the process's locale and touches nothing else.
public struct TerminalProbe: Equatable, Sendable {
  /// How the program can speak to this terminal.
  public enum Kind: Equatable, Sendable {
    /// The whole screen, by a terminfo entry, which need not be the one `$TERM` names.
    case fullScreen(entry: String)
    /// One line after another, without an escape byte.
    case plain
  }

  /// What the command line asks for; `nil` and `false` leave it to the environment.
  public struct Wishes: Equatable, Sendable {
    /// How many colours, whatever `NO_COLOR` and the terminal's description say.
    public var depth: Capabilities.ColorDepth?
    public var isPlain: Bool
    public var isASCII: Bool
    public var motion: Capabilities.Motion

    public init(
      depth: Capabilities.ColorDepth? = nil, isPlain: Bool = false, isASCII: Bool = false,
      motion: Capabilities.Motion = .full
    ) {
      self.depth = depth
      self.isPlain = isPlain
      self.isASCII = isASCII
      self.motion = motion
    }
  }

  public var kind: Kind
  /// `$TERM` as it is; empty when unset.
  public var term: String
  /// The locale in force for characters: `C.UTF-8`.
  public var locale: String
  /// Its encoding: `UTF-8`.
  public var codeset: String
  /// How many colours the entry in use describes; 0 when none.
  public var colors: Int
  /// The window's size; 80×24 when the terminal does not know.
  public var size: Size
  public var isInputTerminal: Bool
  public var isOutputTerminal: Bool
  /// Whether the terminal is at the other end of a network.
  public var isRemote: Bool
  public var capabilities: Capabilities
  /// What falls back and why, one sentence each.
  public var remarks: [String]

  /// How long a lone Escape waits for what may belong to it.
  public var escapeDelay: Duration {
    Environment.number("ESCDELAY").map { .milliseconds(max(1, min($0, 1000))) }
      ?? (isRemote ? .milliseconds(100) : .milliseconds(25))
  }

  /// Looks at the environment, the locale and the terminfo entries; writes nothing.
  @MainActor
  public init(_ wishes: Wishes = Wishes()) {
    var remarks: [String] = []
    term = Environment["TERM"] ?? ""
    isInputTerminal = isatty(STDIN_FILENO) == 1
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    isRemote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains { Environment[$0] != nil }
    size = WindowSize.of(STDOUT_FILENO) ?? Size(columns: 80, rows: 24)
    (locale, codeset) = LocaleChoice.settle(&remarks)

    let choice = EntryChoice(term: term, wishes: wishes)
    remarks += choice.remarks
    colors = choice.colors
    if wishes.isPlain || Environment["ROUNDTABLE_PLAIN"] == "1" {
      kind = .plain
    } else if !isInputTerminal || !isOutputTerminal {
      kind = .plain
      let which = isOutputTerminal ? "Standard input" : "Standard output"
      remarks.append("\(which) is no terminal; plain lines are used")
    } else if let entry = choice.entry {
      kind = .fullScreen(entry: entry)
    } else {
      kind = .plain
    }

    let isASCII = wishes.isASCII || codeset != "UTF-8"
    capabilities = Capabilities(
      depth: Self.depth(of: colors, wish: wishes.depth), isASCII: isASCII, motion: wishes.motion)
    if wishes.depth == nil, Environment["NO_COLOR"] != nil {
      remarks.append("NO_COLOR is set; no colours are used")
    }
    self.remarks = remarks
  }

  private static func depth(
    of colors: Int, wish: Capabilities.ColorDepth?
  ) -> Capabilities.ColorDepth {
    if wish == nil, Environment["NO_COLOR"] != nil { return .none }
    let known = Capabilities.ColorDepth.allCases.last { $0.rawValue <= colors } ?? .none
    return min(known, wish ?? .direct)
  }
}

/// Which terminfo entry serves, and why if it is not the one `$TERM` names.
private struct EntryChoice {
  var entry: String?
  var colors = 0
  var remarks: [String] = []

  private static let kin = ["xterm", "kitty", "ghostty", "foot", "alacritty", "wezterm", "konsole"]

  init(term: String, wishes: TerminalProbe.Wishes) {
    guard !term.isEmpty else {
      remarks = ["TERM is not set; plain lines are used"]
      return
    }
    guard term != "dumb", term != "unknown" else {
      remarks = ["TERM is '\(term)'; plain lines are used"]
      return
    }
    // To look an entry up reads a file: the ones behind the first that serves are not wanted.
    let candidates = Self.candidates(term).lazy.map { (name: $0, found: curses_look_up($0)) }
    guard let usual = candidates.first(where: { $0.found.exists && $0.found.is_addressable }) else {
      remarks = ["Terminal '\(term)' cannot place the cursor; plain lines are used"]
      return
    }
    entry = usual.name
    colors = max(0, Int(usual.found.colors))
    if usual.name != term {
      remarks.append("Terminal '\(term)' is not known here; '\(usual.name)' is used")
    }
    if let wish = wishes.depth {
      enrich(term, to: wish.rawValue)
    } else if Self.isModern, Self.isKin(term) || Self.isMultiplexer(term) {
      // It said itself that it has more colours than its name tells.
      enrich(term, to: Capabilities.ColorDepth.indexed.rawValue, isAsked: false)
    }
  }

  /// Takes a description with more colours where there is one.
  private mutating func enrich(_ term: String, to wanted: Int, isAsked: Bool = true) {
    guard wanted > 1, colors < wanted else { return }
    let base = term.split(separator: "-").first.map(String.init) ?? term
    let names = ["\(base)-256color", "xterm-256color", "\(base)-direct", "xterm-direct"]
    let richer = names.map { (name: $0, colors: Self.colors(of: $0)) }.filter { $0.colors > colors }
    if let best = richer.first(where: { $0.colors >= wanted }) ?? richer.last {
      entry = best.name
      colors = best.colors
      if isAsked { remarks.append("'\(best.name)' is used for the colours asked for") }
    }
    let isNear = colors >= Capabilities.ColorDepth.indexed.rawValue
    if isAsked, isNear, let entry, wanted == Capabilities.ColorDepth.direct.rawValue {
      if colors < wanted { remarks.append("True colour is added to what '\(entry)' describes") }
      colors = wanted
    }
    if isAsked, colors < wanted {
      remarks.append("No terminal description here has as many colours as asked for")
    }
  }

  private static func colors(of name: String) -> Int { Int(curses_look_up(name).colors) }

  private static var isModern: Bool { Environment["COLORTERM"] != nil }

  private static func isKin(_ term: String) -> Bool { kin.contains(where: term.hasPrefix) }

  private static func isMultiplexer(_ term: String) -> Bool {
    term.hasPrefix("tmux") || term.hasPrefix("screen")
  }

  private static func candidates(_ term: String) -> [String] {
    [term] + (isMultiplexer(term) ? ["screen-256color", "screen"] : [])
      + (isKin(term) || isModern ? ["xterm-256color", "xterm"] : []) + ["vt100"]
  }
}

/// Which locale characters are written in.
private enum LocaleChoice {
  /// Takes the user's locale if it knows UTF-8, else `C.UTF-8`; says so in a sentence.
  static func settle(_ remarks: inout [String]) -> (locale: String, codeset: String) {
    // Characters alone: numbers, times and words are read and written by this program itself, and
    // each part of a locale is a file that a start would wait for.
    let isKnown = setlocale(LC_CTYPE, "") != nil
    let wanted = Environment["LC_ALL"] ?? Environment["LC_CTYPE"] ?? Environment["LANG"] ?? "C"
    if codeset != "UTF-8" {
      let reason = isKnown ? "has no UTF-8" : "is not known here"
      if setlocale(LC_CTYPE, "C.UTF-8") != nil || setlocale(LC_CTYPE, "en_US.UTF-8") != nil {
        remarks.append("Locale '\(wanted)' \(reason); '\(current)' is used for characters")
      } else {
        remarks.append("Locale '\(wanted)' \(reason); only ASCII is drawn")
      }
    }
    return (current, codeset)
  }

  private static var current: String {
    setlocale(LC_CTYPE, nil).map { String(cString: $0) } ?? "C"
  }

  private static var codeset: String {
    let name = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    return name.uppercased() == "UTF8" ? "UTF-8" : name
  }
}

/// The environment, where an empty value counts as none.
enum Environment {
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static func number(_ name: String) -> Int? {
    self[name].flatMap { Int($0) }
  }
}

/// The size of a terminal's window, by the kernel.
enum WindowSize {
  /// `nil` where the descriptor is no terminal or nobody told it.
  static func of(_ descriptor: Int32) -> Size? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return nil }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }
}
