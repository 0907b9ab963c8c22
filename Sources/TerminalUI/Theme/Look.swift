/// All that drawing must know about a terminal and its theme.
public struct Look: Sendable {
  public let theme: Theme
  public let capabilities: Capabilities
  public let glyphs: Glyphs
  private let styles: [String: Style]

  public init(theme: Theme = .standard, capabilities: Capabilities = Capabilities()) {
    self.theme = theme
    self.capabilities = capabilities
    glyphs = capabilities.isASCII ? .ascii : .unicode
    styles = theme.styles(at: capabilities.depth)
  }

  /// How a role looks on this terminal.
  public subscript(_ role: Role) -> Style {
    nearest(role, in: styles) ?? .plain
  }
}
