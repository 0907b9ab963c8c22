/// A terminal's place at the table; what may be done there follows from it.
public enum Seat: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
  case moderator, rapporteur, ballot, stage

  /// The seat as a sentence's subject: `the rapporteur's terminal`.
  public var title: String {
    switch self {
    case .moderator: "the moderator's terminal"
    case .rapporteur: "the rapporteur's terminal"
    case .ballot: "a ballot terminal"
    case .stage: "the stage"
    }
  }

  /// Whether what is done there can be taken back: a ballot cannot.
  public var canUndo: Bool { self == .moderator || self == .rapporteur }
}
