/// What something on the screen is for; a theme says how that looks.
///
/// Names are dotted. What a theme does not name looks like its parent: `gauge.warn` like `gauge`,
/// and that like `text`.
public struct Role: Hashable, Sendable, ExpressibleByStringLiteral {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  public init(stringLiteral name: String) {
    self.name = name
  }

  /// The role it falls back to; `nil` for `text`, which stands above all.
  public var parent: Role? {
    if let dot = name.lastIndex(of: ".") { return Role(String(name[..<dot])) }
    return name == "text" ? nil : "text"
  }

  /// What stands before the first dot: `gauge` of `gauge.warn`.
  var family: String { String(name.prefix { $0 != "." }) }

  /// The colour of one thing among several, counted from 0; after six they come round again.
  ///
  /// Six colours is what colour-blind eyes can tell apart, so a letter stands beside each.
  public static func series(_ index: Int) -> Role {
    Role("series.\(index % 6 + 1)")
  }

  /// The roles every theme should think of; the names on their own are in no order.
  public static let all: [Role] = [
    "text", "muted", "strong", "heading", "accent", "good", "warn", "bad", "line",
    "selection", "selection.muted", "selection.accent",
    "header", "header.title", "header.live", "header.muted", "header.late",
    "footer", "footer.key", "footer.title", "footer.disabled",
    "input", "input.prompt", "input.ghost", "input.selection",
    "gauge", "gauge.warn", "gauge.over", "gauge.track", "digits", "digits.warn", "digits.over",
    "series.1", "series.2", "series.3", "series.4", "series.5", "series.6",
    "channel.room", "channel.online", "group.heard", "group.unheard", "note.kind",
    "status", "status.good", "status.refusal", "dialog", "dialog.title", "dialog.key",
    "dialog.muted", "dialog.line", "dialog.strong", "dialog.heading", "dialog.accent",
    "dialog.good", "dialog.warn",
    "stage.question", "poll.open",
  ]
}
