import SessionModel
public import TerminalUI

/// Every outcome sentence: put to the room, counted, objected to, declared, sent on.
public struct OutcomeDesk: Screen {
  private var list = ListView<OutcomeID>()

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
        ["w"], "why they object", group: group, priority: 30,
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
          ? "No takeaway, call, agreement, compromise or action item is left" : nil,
        action: .fromNotes),
      Binding(["r"], "reword", group: group, priority: 28, whyNot: none, action: .reword),
      Binding(["x"], "strike", group: group, whyNot: none, action: .remove),
      Binding(["t"], "where it goes", group: group, priority: 15, whyNot: none, action: .send),
      Binding(["q", .escape, "A"], "back", group: group, priority: 55, action: .back),
    ]
  }

  private func shown(in scene: Scene) -> [OutcomeID] { scene.session.outcomes.all.map(\.id) }

  private func selected(in scene: Scene) -> OutcomeSentence? {
    // What is before the room is what the keys are about.
    scene.session.outcomes.asked
      ?? list.selection(in: shown(in: scene)).flatMap { scene.session.outcomes[$0] }
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .write: return .push(Palette(over: [], text: "outcome add \""))
    case .fromNotes: return .push(Choose.outcomeFromNotes(in: scene.session))
    case .count: return .ask(.outcome(.count))
    case .object: return .ask(.outcome(.object(text: "", group: nil, channel: nil)))
    case .answer: return .push(Palette(over: [], text: "outcome answer "))
    case .end: return .ask(.outcome(.end))
    case .reword, .remove, .lastCall, .support, .gradients, .settle, .explain, .declare, .send:
      return selected(in: scene).map { act($0, action) } ?? .none
    }
  }

  private func act(_ outcome: OutcomeSentence, _ action: Action) -> Effect {
    switch action {
    case .reword:
      return .push(Palette(over: [], text: "outcome reword \(outcome.id) \"\(outcome.text)"))
    case .remove: return .ask(.outcome(.remove(outcome.id)))
    case .lastCall: return .ask(.outcome(.put(outcome.id, .silence)))
    case .support: return .ask(.outcome(.put(outcome.id, .support)))
    case .gradients: return .ask(.outcome(.put(outcome.id, .gradients)))
    case .explain:
      // Whoever has not said why yet comes first.
      guard let open = outcome.open.first(where: \.text.isEmpty) ?? outcome.open.last else {
        return .none
      }
      return .push(Palette(over: [], text: "outcome explain \(open.id) \"\(open.text)"))
    case .settle: return outcome.open.first.map { .push(Choose.fate(of: $0)) } ?? .none
    case .declare:
      guard outcome.open.isEmpty else { return .push(Choose.declaring(outcome)) }
      return .ask(.outcome(.declare(outcome.id, override: nil)))
    case .send: return .push(Palette(over: [], text: "outcome send \(outcome.id) --workstream \""))
    case .write, .fromNotes, .count, .object, .answer, .end, .back: return .none
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, key != "/", key != "g" else { return nil }
    return list.handle(key, items: shown(in: scene)) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    _ = list.click(target.name, prefix: "outcome", items: shown(in: scene))
    return .none
  }

  public mutating func settle(in scene: Scene) {
    let area = Rect(
      column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    let place = Self.columns(of: area).left
    let items = shown(in: scene)
    let heights = items.map { height(of: $0, in: place, scene) }
    list.settle(rows: place.rows - 2, items: items) { heights[$0] }
  }

  // MARK: Drawing

  /// The number and a free column behind it.
  private func numberColumns(_ scene: Scene) -> Int {
    String(scene.session.outcomes.all.last?.id.number ?? 1).count + 1
  }

  private func lines(of outcome: OutcomeSentence, in area: Rect, _ scene: Scene) -> [String] {
    outcome.text.lines(
      in: max(1, area.columns - numberColumns(scene)), limit: 3,
      ellipsis: scene.look.glyphs.ellipsis)
  }

  /// A sentence, where it stands, and a free row.
  private func height(of id: OutcomeID, in area: Rect, _ scene: Scene) -> Int {
    guard let outcome = scene.session.outcomes[id] else { return 1 }
    let hasWord = !outcome.word(in: scene.session.outcomes).isEmpty
    return lines(of: outcome, in: area, scene).count + (hasWord ? 2 : 1)
  }

  /// The sentences on the left, everything about one of them on the right.
  private static func columns(of area: Rect) -> (left: Rect, right: Rect) {
    let body = area.split(top: 2).rest.inset(columns: 1)
    let (left, right) = body.split(left: body.columns * 42 / 100, gap: 3)
    return (left, right)
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    HeaderLine(scene).draw(on: &canvas, in: area.line(0))
    let (left, right) = Self.columns(of: area)
    let outcomes = scene.session.outcomes
    canvas.write("OUTCOMES \(outcomes.all.count)", in: left.line(0), style: look["heading"])
    list.draw(
      on: &canvas, in: left.split(top: 2).rest, look: look, items: shown(in: scene),
      prefix: "outcome", hasFocus: true, bar: .words, empty: "no outcome yet; n writes one",
      height: { height(of: $0, in: left, scene) }
    ) { canvas, row, id in
      guard let outcome = outcomes[id] else { return }
      let lines = lines(of: outcome, in: left, scene)
      let text = row.rect.split(left: numberColumns(scene)).rest
      canvas.write("\(id.number)", in: row.rect, style: row.style("accent"))
      canvas.write(lines, in: text, style: row.style("text"))
      canvas.write(
        outcome.word(in: outcomes), in: text.line(lines.count),
        style: row.style(outcome.role(in: outcomes)), ellipsis: look.glyphs.ellipsis)
    }
    canvas.drawDivider(
      in: Rect(column: left.endColumn + 1, row: left.row, columns: 1, rows: left.rows), look: look)
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
