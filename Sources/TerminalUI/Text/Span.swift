/// A run of text in one style, to stand beside others in a line.
public struct Span: Equatable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  public var columns: Int { TextWidth.columns(of: text) }
}

/// Where a line stands in the space it has.
public enum Alignment: Hashable, Sendable {
  case left, right, center

  /// The columns left free before something of that width; 0 when it has no room to spare.
  public func offset(of columns: Int, in width: Int) -> Int {
    let free = max(0, width - columns)
    return switch self {
    case .left: 0
    case .center: free / 2
    case .right: free
    }
  }
}
