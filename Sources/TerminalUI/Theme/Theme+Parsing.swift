import HostFiles

extension Theme {
  /// Reads a theme from the text of its file.
  ///
  /// ```json
  /// {
  ///   "title": "Night, for a dark room",
  ///   "colors": {
  ///     "night": {"index": 233, "sixteen": 0, "eight": 0, "rgb": "#121317"},
  ///     "sky": 110
  ///   },
  ///   "roles": {
  ///     "text": {"fg": 252, "bg": "night"},
  ///     "heading": {"fg": "sky", "bold": true, "mono": {"underline": true}}
  ///   }
  /// }
  /// ```
  ///
  /// A colour is an index from 0 to 255, `"terminal"` for the terminal's own, or a name from
  /// `colors`, where `index` serves 256 colours, `sixteen` and `eight` serve fewer (a number or
  /// `"terminal"`) and `rgb` serves direct colour; what is not said is the nearest to the index.
  /// A role takes what it does not say from its parent role. `mono` holds the attributes that change
  /// where there is no colour.
  ///
  /// The file's name without `.json` is the theme's. Throws the first mistake, with its line.
  public init(parsing text: String, file: String) throws(ThemeProblem) {
    try self.init(parsing: text, file: file, known: Set(Role.all.map(\.family)))
  }

  /// Takes any role where none is told as `known`: for a text that a test has looked at.
  init(parsing text: String, file: String, known: Set<String>?) throws(ThemeProblem) {
    do {
      let root = try LinedJSON(parsing: text)
      var reader = ThemeReader(known: known)
      try reader.read(root)
      title = reader.title
      entries = reader.entries
    } catch {
      throw ThemeProblem(file: file, line: error.line, fault: error.fault)
    }
    name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }
}

/// Turns the values of a theme file into inks and entries.
private struct ThemeReader {
  /// What roles begin with; `nil` when nobody asks.
  let known: Set<String>?
  var title = ""
  var inks: [String: Ink] = [:]
  var entries: [String: Theme.Entry] = [:]

  typealias Fault = LinedJSON.Fault

  mutating func read(_ root: LinedJSON) throws(Fault) {
    let parts = try root.members(in: "a theme", known: ["title", "colors", "roles"])
    if let part = parts.first(where: { $0.key == "title" }) {
      title = try part.text()
    }
    if let part = parts.first(where: { $0.key == "colors" }) {
      for member in try part.value.members(in: "'colors'") {
        inks[member.key] = try ink(member)
      }
    }
    guard let roles = parts.first(where: { $0.key == "roles" }) else {
      throw Fault(line: root.line, fault: "begins a theme without 'roles'")
    }
    // Parents first, so that children can take from them.
    let named = try roles.value.members(in: "'roles'")
    // Below a name that is known others may stand for themselves: they fall back to it.
    if let known, let other = named.first(where: { !known.contains(Role($0.key).family) }) {
      throw Fault(line: other.line, fault: "names the role '\(other.key)', which nothing has")
    }
    for member in named.filter({ $0.key == "text" })
      + named.filter({ $0.key != "text" })
      .sorted(by: { dots($0.key) < dots($1.key) })
    {
      let parent = Role(member.key).parent.flatMap { nearest($0, in: entries) }
      entries[member.key] = try entry(member, from: parent ?? Theme.Entry())
    }
  }

  private func dots(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: ".") } }

  private func ink(_ member: LinedJSON.Member) throws(Fault) -> Ink {
    if case .object = member.value.value {
      let parts = try member.value.members(
        in: "a colour", known: ["index", "sixteen", "eight", "rgb"])
      guard let index = parts.first(where: { $0.key == "index" }) else {
        throw Fault(line: member.line, fault: "gives the colour '\(member.key)' no 'index'")
      }
      var ink = try plainInk(index, below: 256)
      for part in parts {
        switch part.key {
        case "sixteen": ink.sixteen = try plainInk(part, below: 16).color(at: .indexed)
        case "eight": ink.eight = try plainInk(part, below: 8).color(at: .indexed)
        case "rgb": ink.rgb = try rgb(part)
        default: break
        }
      }
      return ink
    }
    return try plainInk(member, below: 256)
  }

  /// An index, or `"terminal"`.
  private func plainInk(_ member: LinedJSON.Member, below limit: Int) throws(Fault) -> Ink {
    switch member.value.value {
    case .string("terminal"): return .terminal
    case .number(let number) where (0..<limit).contains(number): return Ink(UInt8(number))
    default:
      throw Fault(
        line: member.value.line,
        fault: "gives '\(member.key)' as \(member.value.kind);"
          + " it is a number from 0 to \(limit - 1) or \"terminal\"")
    }
  }

  private func rgb(_ member: LinedJSON.Member) throws(Fault) -> Color {
    guard case .string(let code) = member.value.value, code.utf8.count == 7, code.hasPrefix("#"),
      code.dropFirst().allSatisfy(\.isHexDigit),
      let number = UInt32(code.dropFirst(), radix: 16)
    else {
      throw Fault(
        line: member.value.line,
        fault: "gives 'rgb' as \(member.value.kind); it is \"#\" and six hexadecimal digits")
    }
    return .rgb(
      UInt8(number >> 16), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
  }

  private func entry(
    _ member: LinedJSON.Member, from parent: Theme.Entry
  ) throws(Fault) -> Theme.Entry {
    var entry = parent
    let parts = try member.value.members(
      in: "the role '\(member.key)'",
      known: ["fg", "bg"] + Self.attributes.map(\.key) + ["mono"])
    var mono: [LinedJSON.Member] = []
    for part in parts {
      switch part.key {
      case "fg": entry.foreground = try color(part)
      case "bg": entry.background = try color(part)
      case "mono":
        mono = try part.value.members(in: "'mono'", known: Self.attributes.map(\.key))
      default:
        try set(part, in: &entry.attributes)
        try set(part, in: &entry.mono)
      }
    }
    for part in mono { try set(part, in: &entry.mono) }
    return entry
  }

  private func color(_ member: LinedJSON.Member) throws(Fault) -> Ink {
    guard case .string(let name) = member.value.value, name != "terminal" else {
      return try plainInk(member, below: 256)
    }
    guard let ink = inks[name] else {
      throw Fault(
        line: member.value.line, fault: "names the colour '\(name)', which 'colors' does not have")
    }
    return ink
  }

  private static let attributes: [(key: String, value: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  private func set(_ member: LinedJSON.Member, in all: inout Attributes) throws(Fault) {
    guard case .bool(let isOn) = member.value.value else {
      throw Fault(
        line: member.value.line,
        fault: "gives '\(member.key)' as \(member.value.kind); it is true or false")
    }
    for attribute in Self.attributes where attribute.key == member.key {
      if isOn { all.insert(attribute.value) } else { all.remove(attribute.value) }
    }
  }
}
