/// A key as pressed, with what was held down.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Symbol: Hashable, Sendable {
    /// A character that was typed, in the case it was typed.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is 1.
    case function(Int)
  }

  /// What was held down; Shift counts only where the key itself does not show it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var symbol: Symbol
  public var modifiers: Modifiers

  public init(_ symbol: Symbol, _ modifiers: Modifiers = []) {
    self.symbol = symbol
    self.modifiers = modifiers
  }

  public static let enter = Key(.enter)
  public static let escape = Key(.escape)
  public static let tab = Key(.tab)
  public static let backTab = Key(.tab, .shift)
  public static let backspace = Key(.backspace)
  public static let delete = Key(.delete)
  public static let up = Key(.up)
  public static let down = Key(.down)
  public static let left = Key(.left)
  public static let right = Key(.right)
  public static let home = Key(.home)
  public static let end = Key(.end)
  public static let pageUp = Key(.pageUp)
  public static let pageDown = Key(.pageDown)
  public static let space = Key(.character(" "))

  public static func function(_ number: Int) -> Key { Key(.function(number)) }
  /// A character with Control held, in lower case: `.control("l")` is ^L.
  public static func control(_ character: Character) -> Key { Key(.character(character), .control) }
  public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) {
    self.init(.character(value))
  }
}

extension Key {
  /// How hints and help write it: `Enter`, `^L`, `Alt-u`, `F1`, `Space`, `e`.
  public var label: String {
    var prefix = modifiers.contains(.alt) ? "Alt-" : ""
    if modifiers.contains(.control) {
      if case .character = symbol { prefix += "^" } else { prefix += "Ctrl-" }
    }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    let name =
      switch symbol {
      case .character(" "): "Space"
      case .character(let character):
        modifiers.contains(.control) ? character.uppercased() : String(character)
      case .enter: "Enter"
      case .escape: "Esc"
      case .tab: "Tab"
      case .backspace: "Backspace"
      case .delete: "Del"
      case .insert: "Ins"
      case .up: "↑"
      case .down: "↓"
      case .left: "←"
      case .right: "→"
      case .home: "Home"
      case .end: "End"
      case .pageUp: "PgUp"
      case .pageDown: "PgDn"
      case .function(let number): "F\(number)"
      }
    return prefix + name
  }
}

/// Everything a hand does at a terminal.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// Pasted text as one piece: line ends are `\n`, control characters are taken out.
  case paste(String)
  case mouse(Mouse)
  /// Whether the terminal's window has the keyboard.
  case focus(Bool)
}

/// What the mouse did, and in which cell.
public struct Mouse: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
  }

  public var action: Action
  public var point: Point

  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
