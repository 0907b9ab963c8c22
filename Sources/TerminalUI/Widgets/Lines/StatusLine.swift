/// The line that says what just happened; it stays until something else happens.
///
/// A hint stays only until the next key.
public struct StatusLine: Sendable {
  /// What a message is about.
  public enum Kind: Hashable, Sendable {
    case info
    /// Something was done.
    case good
    /// Something was not done, and why.
    case refusal
  }

  /// One thing that was said.
  public struct Message: Hashable, Sendable {
    public var text: String
    public var kind: Kind

    public init(_ text: String, _ kind: Kind = .info) {
      self.text = text
      self.kind = kind
    }
  }

  static let longestLog = 200

  /// Everything said lately, the last at the end.
  public private(set) var log: [Message] = []

  public init() {}

  /// What stands there now.
  public private(set) var message: Message?

  public mutating func say(_ text: String, _ kind: Kind = .info) {
    if log.count >= Self.longestLog { log.removeFirst() }
    let message = Message(text, kind)
    log.append(message)
    self.message = message
  }

  /// Takes a hint away; what was done or refused stays.
  public mutating func fade() {
    if message?.kind == .info { message = nil }
  }

  /// Draws the last message with a sign before it; `aside` stands quietly at the right end.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look, aside: String = "") {
    let line = rect.line(0)
    canvas.fill(line, style: look["status"])
    var spans: [Span] = []
    if let message {
      let (role, sign): (Role, String) =
        switch message.kind {
        case .info: ("status", "")
        case .good: ("status.good", look.glyphs.check + " ")
        case .refusal: ("status.refusal", look.glyphs.warning + " ")
        }
      spans = [Span(sign + message.text, look[role])]
    }
    let needed = spans.reduce(0) { $0 + $1.columns } + TextWidth.columns(of: aside) + 2
    let right = needed <= line.columns && !aside.isEmpty ? [Span(aside, look["muted"])] : []
    canvas.write(spans, right: right, in: line, ellipsis: look.glyphs.ellipsis)
  }
}
