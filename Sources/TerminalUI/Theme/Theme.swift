/// How every role looks, at every colour depth.
public struct Theme: Equatable, Sendable {
  /// What the user calls it, which is its file's name: `high-contrast`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// What stands in the file, after inheritance, by role name.
  let entries: [String: Entry]

  /// What a theme says of one role.
  struct Entry: Hashable, Sendable {
    var foreground = Ink.terminal
    var background = Ink.terminal
    var attributes: Attributes = []
    /// What it has instead where there are no colours.
    var mono: Attributes = []

    func style(at depth: Capabilities.ColorDepth) -> Style {
      Style(
        foreground: foreground.color(at: depth), background: background.color(at: depth),
        attributes: depth == .none ? mono : attributes)
    }
  }

  /// Every named role's style where that many colours can be shown.
  func styles(at depth: Capabilities.ColorDepth) -> [String: Style] {
    entries.mapValues { $0.style(at: depth) }
  }

  /// The style of a role; of its nearest parent that the theme names, else the terminal's own.
  public func style(of role: Role, at depth: Capabilities.ColorDepth) -> Style {
    nearest(role, in: entries)?.style(at: depth) ?? .plain
  }
}

/// What is known of a role or of the nearest parent of it that anything is known of.
func nearest<Value>(_ role: Role, in table: [String: Value]) -> Value? {
  if let value = table[role.name] { return value }
  var parent = role.parent
  while let role = parent {
    if let value = table[role.name] { return value }
    parent = role.parent
  }
  return nil
}
