/// Labels that scales often have; a poll keeps the labels themselves.
public enum ScaleLabels: String, Sendable, CaseIterable {
  case agreement
  case gradients
  case gradientsOfSeven = "gradients_7"
  case gradientsOfSix = "gradients_6"
  case fistOfFive = "fist_of_five"
  case confidence

  /// The number of the first label.
  public var first: Int { self == .fistOfFive ? 0 : 1 }

  /// In the order of the steps.
  ///
  /// The gradients are Kaner's, from “Facilitator's Guide to Participatory Decision-Making”; seven
  /// leave out *more discussion*, six leave out *serious disagreement* too.
  public var labels: [String] {
    switch self {
    case .agreement:
      ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
    case .gradients: Self.kaner
    case .gradientsOfSeven: Self.kaner.filter { $0 != Self.moreDiscussion }
    case .gradientsOfSix:
      Self.kaner.filter { $0 != Self.moreDiscussion && $0 != Self.seriousDisagreement }
    case .fistOfFive:
      [
        "Fist: I cannot live with it", "Serious concerns", "Some concerns to discuss",
        "I can live with it", "I like it", "All in",
      ]
    case .confidence: ["None", "A little", "Some", "Much", "Full confidence"]
    }
  }

  private static var moreDiscussion: String { "More discussion needed" }
  private static var seriousDisagreement: String { "Serious disagreement" }

  private static var kaner: [String] {
    [
      "Endorse", "Minor point", "Support with reservations", "Abstain", moreDiscussion,
      "Don't like it, but will support", seriousDisagreement, "Veto",
    ]
  }
}
