/// A poll that rooms often need, whole: its text, its method and what it offers.
public enum PollTemplate: String, Sendable, CaseIterable {
  case clear, ready
  case fistOfFive = "fist_of_five"
  case gradients, agreement, confidence, word

  public var text: String {
    switch self {
    case .clear: "Is the question clear?"
    case .ready: "Are we ready to move on?"
    case .fistOfFive: "Can you live with what was just said?"
    case .gradients: "How far do you agree with what was just proposed?"
    case .agreement: "Do you agree with what was just said?"
    case .confidence: "How confident are you that this can be done?"
    case .word: "What matters most here, in a word?"
    }
  }

  /// The key that asks it: `1` is the first.
  public var key: Character {
    switch self {
    case .clear: "1"
    case .ready: "2"
    case .fistOfFive: "3"
    case .gradients: "4"
    case .agreement: "5"
    case .confidence: "6"
    case .word: "7"
    }
  }

  /// What it is called where there is little room.
  public var short: String {
    switch self {
    case .clear: "clear?"
    case .ready: "ready?"
    case .fistOfFive: "fist of five"
    case .gradients: "gradients"
    case .agreement: "agree?"
    case .confidence: "confidence"
    case .word: "a word"
    }
  }

  /// What the template is called in a list.
  public var title: String {
    switch self {
    case .clear: "is the question clear?"
    case .ready: "ready to move on?"
    case .fistOfFive: "fist of five"
    case .gradients: "gradients of agreement"
    case .agreement: "agreement in five steps"
    case .confidence: "confidence"
    case .word: "one word"
    }
  }

  public var method: PollMethod {
    switch self {
    case .clear, .ready: .pulse
    case .fistOfFive: .scale(first: ScaleLabels.fistOfFive.first)
    case .gradients, .agreement, .confidence: .scale(first: 1)
    case .word: .words(max: 1)
    }
  }

  public var choices: [String] {
    switch self {
    case .clear: ["Yes", "Not yet"]
    case .ready: ["Yes", "One more thing"]
    case .fistOfFive: ScaleLabels.fistOfFive.labels
    case .gradients: ScaleLabels.gradients.labels
    case .agreement: ScaleLabels.agreement.labels
    case .confidence: ScaleLabels.confidence.labels
    case .word: []
    }
  }

  /// Asks it at once.
  public var intent: PollIntent {
    .ask(text: text, method: method, choices: choices, secrecy: .anonymous)
  }
}
