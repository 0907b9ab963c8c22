import SessionModel

extension Note.Kind {
  /// The kind that a character at the beginning of a line chooses.
  init?(prefix: Character) {
    guard let kind = Self.allCases.first(where: { $0.prefix == prefix }) else { return nil }
    self = kind
  }

  /// The letter that chooses it with Alt held; what edits text keeps its letters.
  var letter: Character {
    switch self {
    case .note: "n"
    case .takeaway: "t"
    case .callToAction: "c"
    case .argument: "s"
    case .agreement: "g"
    case .partialAgreement: "k"
    case .disagreement: "i"
    case .question: "q"
    case .quote: "o"
    case .unresolved: "v"
    case .compromise: "w"
    case .actionItem: "x"
    case .followUp: "j"
    case .thoughtProvoking: "h"
    case .commitment: "m"
    case .link: "l"
    case .parkingLot: "p"
    }
  }
}
