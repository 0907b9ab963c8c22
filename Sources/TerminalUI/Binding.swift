/// A key, what it does in words, and whether it can be done now.
///
/// Footer, help and the README's key table are made of these; nobody writes a key down twice.
public struct Binding<Action: Sendable>: Sendable {
  /// The keys that do it; the first is the one shown.
  public var keys: [Key]
  /// What it does, as short as a footer needs: `give the floor`.
  public var title: String
  /// Why it cannot be done now, as a sentence; `nil` when it can.
  public var whyNot: String?
  public var action: Action
  /// Which part of the help it stands in: `Floor`, `Polls`.
  public var group: String
  /// Where it stands in a footer too narrow for all: higher stays longer, 0 is never shown there.
  public var priority: Int

  public init(
    _ keys: [Key], _ title: String, group: String = "", priority: Int = 0,
    whyNot: String? = nil, action: Action
  ) {
    self.keys = keys
    self.title = title
    self.whyNot = whyNot
    self.action = action
    self.group = group
    self.priority = priority
  }

  public var isEnabled: Bool { whyNot == nil }
}
