/// What a terminal can show, as far as drawing must know.
public struct Capabilities: Hashable, Sendable {
  /// How many colours there are to choose from.
  public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// None, or none wanted: bold, reverse and underline only.
    case none = 1
    case eight = 8
    case sixteen = 16
    case indexed = 256
    case direct = 16_777_216

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// How much may move on the screen.
  public enum Motion: String, Hashable, Sendable, CaseIterable {
    case full, reduced, none
  }

  public var depth: ColorDepth
  /// Whether only ASCII can be drawn.
  public var isASCII: Bool
  public var motion: Motion

  public init(depth: ColorDepth = .indexed, isASCII: Bool = false, motion: Motion = .full) {
    self.depth = depth
    self.isASCII = isASCII
    self.motion = motion
  }
}
