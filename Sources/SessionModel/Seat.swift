/// A terminal's place at the table; what may be done there follows from it.
public enum Seat: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
  case moderator, online, rapporteur, ballot, stage

  /// The seat as a sentence's subject: `the rapporteur's terminal`.
  public var title: String {
    switch self {
    case .moderator: "the moderator's terminal"
    case .online: "the online moderator's terminal"
    case .rapporteur: "the rapporteur's terminal"
    case .ballot: "a ballot terminal"
    case .stage: "the stage"
    }
  }

  /// Whether several who sit there each take back only what they did themselves.
  public var takesBackItsOwn: Bool { self == .rapporteur || self == .online }

  /// Who sits there, or what stands there: `online moderator`.
  public var noun: String { self == .online ? "online moderator" : rawValue }

  /// Whether what is done there can be taken back: a ballot cannot.
  public var canUndo: Bool {
    switch self {
    case .moderator, .online, .rapporteur: true
    case .ballot, .stage: false
    }
  }
}
