import SessionModel
public import TerminalUI

/// Every outcome sentence: put to the room, counted, objected to, declared, sent on.
public struct OutcomeDesk: Screen {
  private var list = OutcomeList(share: 42, empty: "no outcome yet; n writes one") {
    ($0.word(in: $1), $0.role(in: $1))
  }

  public init() {}

  public var name: String { "the outcomes" }

  public enum Action: Sendable {
    case write, fromNotes, reword, remove, lastCall, support, gradients, count, object, answer, end,
      settle
    case explain, declare, send, back
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let outcome = selected(in: scene)
    let asked = scene.session.outcomes.asked
    let none = outcome == nil ? "There is no outcome yet" : nil
    let notLive = Console.whyNotLive(in: scene)
    let busy = asked.map { Refusal.outcomeBeforeTheRoom($0.id).sentence }
    let idle = asked == nil ? Refusal.nothingBeforeTheRoom.sentence : nil
    let isSilent = asked?.asking?.way == .silence
    let hasOpen = outcome?.open.isEmpty == false
    let group = "Outcomes"
    return [
      Binding(
        [.enter], "last call", group: group, priority: 60, whyNot: none ?? notLive ?? busy,
        action: .lastCall),
      Binding(
        ["s"], "support or object", group: group, priority: 50, whyNot: none ?? notLive ?? busy,
        action: .support),
      Binding(
        ["g"], "gradients", group: group, priority: 20, whyNot: none ?? notLive ?? busy,
        action: .gradients),
      Binding(
        ["c"], "slow count", group: group, priority: 58,
        whyNot: idle ?? (isSilent ? nil : "The room was asked for answers"), action: .count),
      Binding(["o"], "objection", group: group, priority: 57, whyNot: idle, action: .object),
      Binding(
        ["#"], "enter an answer", group: group, priority: 18,
        whyNot: idle ?? (isSilent ? "Silence is the answer" : nil), action: .answer),
      Binding(["e"], "end", group: group, priority: 56, whyNot: idle, action: .end),
      Binding(
        ["w"], "why they object", group: group, priority: hasOpen ? 54 : 30,
        whyNot: none ?? (hasOpen ? nil : "No objection is open"), action: .explain),
      Binding(
        ["a"], "answer an objection", group: group, priority: 40,
        whyNot: none ?? (hasOpen ? nil : "No objection is open"), action: .settle),
      Binding(
        ["d"], "declare", group: group, priority: 52,
        whyNot: none
          ?? (outcome.flatMap(scene.session.outcomes.statement) == nil
            ? outcome.map { Refusal.roomNotAsked($0.id).sentence } : nil),
        action: .declare),
      Binding(["n"], "a new sentence", group: group, priority: 45, action: .write),
      Binding(
        ["f"], "from the notes", group: group, priority: 44,
        whyNot: Choose.outcomeNotes(in: scene.session).isEmpty
          && Choose.groupOutcomes(in: scene.session).isEmpty
          ? "No takeaway, call, agreement, compromise or action item is left" : nil,
        action: .fromNotes),
      Binding(["r"], "reword", group: group, priority: 28, whyNot: none, action: .reword),
      Binding(["x"], "strike", group: group, whyNot: none, action: .remove),
      Binding(["t"], "where it goes", group: group, priority: 15, whyNot: none, action: .send),
      Binding(["q", .escape, "A"], "back", group: group, priority: 55, action: .back),
    ]
  }

  private func selected(in scene: Scene) -> OutcomeSentence? {
    // What is before the room is what the keys are about.
    scene.session.outcomes.asked ?? list.selection(in: scene)
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .write: return .push(Fill.outcome)
    case .fromNotes: return .push(Choose.outcomeFromNotes(in: scene.session))
    case .count: return .ask(.outcome(.count))
    case .object: return .object
    case .answer: return .push(Palette(over: [], text: "outcome answer "))
    case .end: return .ask(.outcome(.end))
    case .reword, .remove, .lastCall, .support, .gradients, .settle, .explain, .declare, .send:
      return selected(in: scene).map { act($0, action) } ?? .none
    }
  }

  private func act(_ outcome: OutcomeSentence, _ action: Action) -> Effect {
    switch action {
    case .reword:
      return .push(Fill.rewording(of: outcome))
    case .remove: return .ask(.outcome(.remove(outcome.id)))
    case .lastCall: return .ask(.outcome(.put(outcome.id, .silence)))
    case .support: return .ask(.outcome(.put(outcome.id, .support)))
    case .gradients: return .ask(.outcome(.put(outcome.id, .gradients)))
    case .explain:
      // Whoever has not said why yet comes first.
      guard let open = outcome.open.first(where: \.text.isEmpty) ?? outcome.open.last else {
        return .none
      }
      return .push(ObjectionEntry(open))
    case .settle: return outcome.open.first.map { .push(Choose.fate(of: $0)) } ?? .none
    case .declare:
      guard outcome.open.isEmpty else { return .push(Choose.declaring(outcome)) }
      return .ask(.outcome(.declare(outcome.id, override: nil)))
    case .send: return .push(Fill.destination(of: outcome))
    case .write, .fromNotes, .count, .object, .answer, .end, .back: return .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    list.handle(input, but: ["/", "g"], in: scene) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    list.click(target, in: scene)
    return .none
  }

  public mutating func settle(in scene: Scene) { list.settle(in: scene) }

  // MARK: Drawing

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let outcomes = scene.session.outcomes
    let right = list.draw("OUTCOMES \(outcomes.all.count)", on: &canvas, in: area, scene)
    if let outcome = selected(in: scene) {
      AssentPanel(outcome, in: scene).draw(on: &canvas, in: right)
    }
  }
}

extension OutcomeSentence {
  /// Where it stands, in a word or two.
  fileprivate func word(in outcomes: Outcomes) -> String {
    if let declared { return declared.statement.word }
    if outcomes.asked?.id == id { return "before the room" }
    if !open.isEmpty { return "\(open.count) open" }
    if voided != nil, asking == nil { return "void, ask again" }
    return asking == nil ? "" : "answered"
  }

  fileprivate func role(in outcomes: Outcomes) -> Role {
    if let declared { return declared.statement.isAgreement ? "good" : "warn" }
    return outcomes.asked?.id == id ? "accent" : open.isEmpty ? "muted" : "warn"
  }
}

extension AssentStatement {
  /// For narrow columns.
  fileprivate var word: String {
    switch self {
    case .broadAgreement: "broad agreement"
    case .roughConsensus: "rough consensus"
    case .furtherDiscussion: "further discussion"
    case .divergence: "divergence"
    }
  }
}
