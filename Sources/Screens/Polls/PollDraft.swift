import Commands
import SessionModel

/// A poll as far as the fields of its form say it.
struct PollDraft {
  /// What the fields are called.
  enum Name {
    static let text = "text"
    static let type = "type"
    static let scale = "scale"
    /// Behind it stands which one, counted from 0.
    static let choice = "choice"
    static let secrecy = "secrecy"
    static let voters = "voters"
    static let people = "people"
    static let base = "base"
    static let round = "round"
    static let then = "then"
  }

  /// What cannot be made a poll, and the field it stands in where that is known.
  struct Fault: Error {
    var sentence: String
    var field: String?

    init(_ sentence: String, in field: String? = nil) {
      self.sentence = sentence
      self.field = field
    }
  }

  static let preparing = "prepare it"
  static let opening = "open it now"

  private let said: [String: String]

  init(_ said: [String: String]) {
    self.said = said
  }

  // MARK: What it is

  static let types = PollMethod.Name.allCases

  var method: PollMethod.Name { Self.types.first { $0.title == said[Name.type] } ?? .oneChoice }

  static let scales = ScaleLabels.allCases.map(\.title) + [ownScale]
  private static let ownScale = "your own labels, one a line"

  private var scale: ScaleLabels? { ScaleLabels.allCases.first { $0.title == said[Name.scale] } }

  var secrecy: Poll.Secrecy {
    Poll.Secrecy.allCases.first { $0.title == said[Name.secrecy] } ?? .anonymous
  }

  /// What can be set of it; a scale that is known begins where it does.
  var settings: [String] {
    method == .scale && said[Name.scale] != Self.ownScale ? [] : method.settings
  }

  var takesChoices: Bool {
    method == .scale ? said[Name.scale] == Self.ownScale : method.choices != .fixed
  }

  /// What it offers where no choice is typed.
  var standardChoices: [String] { method == .scale ? [] : method.standardChoices }

  /// The letter, the number of a step, or that of a statement.
  func sign(of index: Int) -> String {
    switch method {
    case .statements: "Statement \(index + 1)"
    case .scale: "Step \(index + (Int(said["first"] ?? "") ?? 1))"
    default: "Choice \(Choice.letters[index])"
    }
  }

  /// The place of the last choice that is typed.
  var lastChoice: Int? {
    Choice.letters.indices.last { said["\(Name.choice)\($0)"]?.isEmpty == false }
  }

  private var choices: [String] {
    guard takesChoices else { return method == .scale ? (scale?.labels ?? []) : [] }
    return Choice.letters.indices.compactMap { said["\(Name.choice)\($0)"] }
      .filter { !$0.isEmpty }
  }

  func label(of setting: String) -> String {
    switch (setting, method) {
    case ("min", .ranking): "Places at least"
    case ("max", .ranking): "The first k"
    case ("min", _): "At least"
    case ("max", .words): "Words a person"
    case ("max", .openAnswers): "Answers a person"
    case ("max", _): "At most"
    case ("first", _): "First step is"
    case ("points", _): "Points a person"
    case ("most", _): "On one at most"
    case ("left", _): "Left end"
    case ("right", _): "Right end"
    case ("bottom", _): "Lower end"
    case ("top", _): "Upper end"
    case ("answer", _): "Right answer"
    case ("unit", _): "Unit"
    case ("seats", _): "Seats"
    case ("best", _): "Best score"
    default: setting
    }
  }

  /// What holds while nothing is typed.
  func hint(of setting: String) -> String {
    let usual = PollMethod(method, choices: 0).settings
    return switch (setting, method) {
    case ("min", .ranking), ("min", .severalChoices): "1"
    case ("max", .ranking), ("max", .severalChoices): "all"
    case ("max", _): usual.max.map(String.init) ?? ""
    case ("first", _): "1, or 0"
    case ("points", _): usual.points.map(String.init) ?? ""
    case ("most", _): "all of them"
    case ("left", _): usual.left ?? ""
    case ("right", _): usual.right ?? ""
    case ("bottom", _): usual.bottom ?? ""
    case ("top", _): usual.top ?? ""
    case ("answer", _): "its letter; A,C where two are right"
    case ("unit", _): "what is counted, such as people"
    case ("seats", _): "1; more are filled by STV"
    case ("best", _): usual.best.map(String.init) ?? ""
    default: ""
    }
  }

  // MARK: Who may vote

  private static let everybody = "whoever is here"
  private static let named = "some people, by name"

  /// Who may be entitled where ballots are that secret: slips ask for no names.
  var voters: [String] {
    let groups = StakeholderGroup.allCases
    let slips = [Entitlement.codes(of: nil)] + groups.map { .codes(of: $0) }
    let names = [Entitlement.present] + groups.map { .group(of: $0) }
    switch secrecy {
    case .public: return [Self.everybody] + names.map(\.title) + [Self.named]
    case .coded: return slips.map(\.title)
    case .anonymous, .sealed:
      return [Self.everybody] + names.map(\.title) + [Self.named] + slips.map(\.title)
    }
  }

  var isForNamed: Bool { said[Name.voters] == Self.named && voters.contains(Self.named) }

  private func entitled(in session: Session) throws(Fault) -> Entitlement? {
    guard !isForNamed else { return .people(ids: try people(in: session)) }
    let groups = StakeholderGroup.allCases
    let all =
      [Entitlement.present, .codes(of: nil)] + groups.map { .group(of: $0) }
      + groups.map { .codes(of: $0) }
    let found = all.first { $0.title == said[Name.voters] }
    // A poll by code asks whoever holds a slip anyhow.
    return secrecy == .coded && found == .codes(of: nil) ? nil : found
  }

  private func people(in session: Session) throws(Fault) -> [PersonID] {
    var ids: [PersonID] = []
    for name in (said[Name.people] ?? "").split(separator: ",").map({ String($0).trimmedEnds })
    where !name.isEmpty {
      do throws(CommandError) {
        let id = try session.person(named: name)
        if !ids.contains(id) { ids.append(id) }
      } catch {
        throw Fault(error.sentence, in: Name.people)
      }
    }
    guard !ids.isEmpty else { throw Fault("Nobody is named who may vote", in: Name.people) }
    return ids
  }

  // MARK: Rounds

  private static let firstRound = "asked for the first time"

  private static func title(ofRoundAfter poll: Poll) -> String { "after \(poll.id): \(poll.text)" }

  /// What it may be a round of: every poll that is closed, the newest first.
  static func rounds(in session: Session) -> [String] {
    [firstRound]
      + session.polls.all.reversed().filter { $0.state == .closed }
      .map(title(ofRoundAfter:))
  }

  /// The poll that it asks once more; `nil` where it is a new one.
  func before(in session: Session) -> Poll? {
    guard let round = said[Name.round], round != Self.firstRound else { return nil }
    return session.polls.all.all.last {
      $0.state == .closed && Self.title(ofRoundAfter: $0) == round
    }
  }

  // MARK: What becomes of it

  /// What a voter will be told; of another round how it is asked.
  func told(in session: Session) -> String {
    if let before = before(in: session) {
      return "Asked as \(before.id) was; when it closes, the shift between both is shown."
    }
    let steps =
      method == .scale
      ? scale.map { scale in
        "\(scale.first) \(scale.labels.first ?? "") to "
          + "\(scale.first + scale.labels.count - 1) \(scale.labels.last ?? ""). "
      } ?? "" : ""
    let method = PollMethod(self.method, settingsThatCanBeRead, choices: choices.count)
    let instruction = method.instruction(choices: choices)
    return "\(instruction). \(steps)\(secrecy.promise)"
      + (secrecy == .sealed ? " It opens, and closes, with a passphrase." : "")
  }

  /// Without what is half typed.
  private var settingsThatCanBeRead: MethodSettings {
    var read = MethodSettings()
    for setting in settings {
      var one = read
      if (try? set(setting, in: &one)) != nil { read = one }
    }
    return read
  }

  /// What is to be asked for.
  func intent(opens: Bool, in session: Session) throws(Fault) -> PollIntent {
    if let before = before(in: session) { return .again(before.id) }
    let choices = choices
    if method == .scale, takesChoices, choices.isEmpty {
      throw Fault("The scale has no labels yet", in: "\(Name.choice)0")
    }
    var settings = MethodSettings()
    for setting in self.settings { try set(setting, in: &settings) }
    if method == .scale, let scale { settings.first = scale.first }
    let base = ShareBase.allCases.first { $0.title == said[Name.base] }
    let terms = PollTerms(
      entitled: try entitled(in: session), base: base == .valid ? nil : base)
    let method = PollMethod(self.method, settings, choices: choices.count)
    let text = said[Name.text] ?? ""
    return opens && secrecy != .sealed
      ? .ask(text: text, method: method, choices: choices, secrecy: secrecy, terms: terms)
      : .draft(text: text, method: method, choices: choices, secrecy: secrecy, terms: terms)
  }

  /// Reads one field into what is set; nothing where it is empty.
  private func set(_ setting: String, in settings: inout MethodSettings) throws(Fault) {
    let text = said[setting] ?? ""
    guard !text.isEmpty else { return }
    switch setting {
    case "left": settings.left = text
    case "right": settings.right = text
    case "bottom": settings.bottom = text
    case "top": settings.top = text
    case "unit": settings.unit = text
    case "answer":
      let letters = text.uppercased().split { $0 == "," || $0 == " " }.map(String.init)
      guard letters.allSatisfy(Choice.letters.contains) else {
        throw Fault("'Right answer' wants letters such as B or A,C, not '\(text)'", in: setting)
      }
      settings.answer = letters
    default:
      guard let number = Int(text) else {
        throw Fault("'\(label(of: setting))' wants a number, not '\(text)'", in: setting)
      }
      switch setting {
      case "min": settings.min = number
      case "max": settings.max = number
      case "first": settings.first = number
      case "points": settings.points = number
      case "most": settings.most = number
      case "seats": settings.seats = number
      case "best": settings.best = number
      default: break
      }
    }
  }
}

extension PollMethod {
  /// What a voter is asked to do among so many choices.
  fileprivate func instruction(choices texts: [String]) -> String {
    let choices = Choice.lettered(texts.isEmpty ? name.standardChoices : texts)
    return Poll(id: PollID(1), text: "", method: self, choices: choices, secrecy: .public)
      .form.instruction
  }
}

extension PollMethod.Name {
  /// What it is called in a list of types.
  var title: String {
    switch self {
    case .yesNoAbstain: "yes, no or abstain"
    case .oneChoice: "one choice"
    case .severalChoices: "several choices"
    case .scale: "scale"
    case .points: "points, or dots"
    case .twoAxes: "2x2, two axes"
    case .words: "words, as bars or a cloud"
    case .openAnswers: "open answers"
    case .quiz: "quiz"
    case .estimate: "estimate of a number"
    case .hum: "hum"
    case .pulse: "show of hands"
    case .ranking: "ranking"
    case .scores: "grades, counted by STAR"
    case .pairwise: "pairs: which matters more?"
    case .statements: "statements from the room"
    }
  }
}

extension ScaleLabels {
  /// What it is called in a list of scales.
  fileprivate var title: String {
    switch self {
    case .agreement: "agreement in 5 steps"
    case .gradients: "gradients of agreement in 8 steps"
    case .gradientsOfSeven: "gradients of agreement in 7 steps"
    case .gradientsOfSix: "gradients of agreement in 6 steps"
    case .fistOfFive: "fist of five"
    case .confidence: "confidence in 5 steps"
    }
  }
}

extension ShareBase {
  /// What it is called in a list.
  var title: String {
    switch self {
    case .cast: "all ballots cast"
    case .valid: "ballots with a choice"
    case .present: "everybody present"
    case .entitled: "everybody entitled"
    case .none: "nothing: no shares are shown"
    }
  }
}
