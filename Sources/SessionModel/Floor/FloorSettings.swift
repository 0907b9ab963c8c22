/// How the floor is run where it is not run as usual; `nil` is as usual.
public struct FloorSettings: Equatable, Sendable, Codable {
  /// The order of those who wait; as they asked.
  public var order: FloorOrder?
  /// How many are announced, so that no order overtakes them; 2.
  public var announced: Int?
  /// Where earlier turns count for the order; in the whole session.
  public var counting: Scope?
  /// Whether somebody may wait with several requests of one kind; no.
  public var allowsSeveral: Bool?
  /// Whether a closed list refuses points of order too; no.
  public var refusesPoints: Bool?
  /// Whether the stage shows who is missing; no.
  public var showsMissing: Bool?

  public init() {}

  /// Where earlier turns count.
  public enum Scope: String, Sendable, Codable, CaseIterable, Hashable {
    case session, segment
  }
}

/// One way in which the floor is run.
public enum FloorSetting: Equatable, Sendable, Codable {
  case order(to: FloorOrder)
  /// How many are announced.
  case announced(to: Int)
  case counting(within: FloorSettings.Scope)
  case several(to: Bool)
  /// Whether a closed list still takes points of order.
  case points(to: Bool)
  /// Whether the stage shows who is missing.
  case missing(to: Bool)
}

extension Floor {
  /// The order of those who wait.
  public var order: FloorOrder { settings?.order ?? .asked }

  /// How many are announced, so that no order overtakes them.
  public var announced: Int { settings?.announced ?? Self.usuallyAnnounced }

  /// Where earlier turns count for the order.
  public var counting: FloorSettings.Scope { settings?.counting ?? .session }

  public var allowsSeveral: Bool { settings?.allowsSeveral ?? false }

  public var refusesPoints: Bool { settings?.refusesPoints ?? false }

  /// Whether the stage shows who is missing.
  public var showsMissing: Bool { settings?.showsMissing ?? false }

  /// It is good practice to announce the next two.
  static let usuallyAnnounced = 2

  mutating func set(_ setting: FloorSetting) {
    var settings = settings ?? FloorSettings()
    switch setting {
    case .order(let order): settings.order = order == .asked ? nil : order
    case .announced(let count): settings.announced = count == Self.usuallyAnnounced ? nil : count
    case .counting(let scope): settings.counting = scope == .session ? nil : scope
    case .several(let allowed): settings.allowsSeveral = allowed ? true : nil
    case .points(let taken): settings.refusesPoints = taken ? nil : true
    case .missing(let shown): settings.showsMissing = shown ? true : nil
    }
    self.settings = settings == FloorSettings() ? nil : settings
  }
}
