import SessionModel
import TerminalUI

/// Why somebody objects, and of which group they are: asked after the objection, which counts at
/// its key.
///
/// What is typed at once after that key lands here, and in nothing that keys lead to.
struct ObjectionEntry: Screen {
  enum Action: Sendable {
    case handIn, leave
  }

  private static let none = "not said"

  /// `nil` until the desk has said that it stands.
  private var objection: ObjectionID?
  private var form: FormDialog
  private(set) var isOver = false

  /// `nil` is the objection that is being asked for now.
  init(_ objection: Objection? = nil) {
    self.objection = objection?.id
    let groups = StakeholderGroup.allCases
    let place = objection?.group.flatMap { groups.firstIndex(of: $0) }.map { $0 + 1 }
    form = FormDialog(
      "Why they object", note: "The objection stands, with a reason or without.",
      fields: [
        .init("why", "Why", text: objection?.text ?? "", hint: "what is not yet right"),
        .init(
          "group", "Group", choices: [Self.none] + groups.map(\.title), selected: place ?? 0),
      ])
  }

  var name: String { "the reason of an objection" }
  var needs: Size { Size(columns: 40, rows: 10) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "save the reason", group: "Outcomes", priority: 80, action: .handIn),
      Binding(
        [.escape, .control("c")], "no reason now", group: "Outcomes", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .handIn: effect(of: form.handle(.enter))
    case .leave: .pop
    }
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    form.receive(input).map { effect(of: $0) }
  }

  private func effect(of reply: Reply<[String: String]>) -> Effect {
    switch reply {
    case .done(let values):
      guard let objection, let why = values["why"], !why.isEmpty else { return .pop }
      let group = StakeholderGroup.allCases.first { $0.title == values["group"] }
      return .ask(.outcome(.explain(objection, text: why, group: group)))
    case .cancelled: return .pop
    case .waiting, .ignored, .refused: return .none
    }
  }

  mutating func told(_ outcome: Outcome, in scene: Scene) {
    switch outcome {
    case .done where objection == nil:
      objection = scene.session.outcomes.all.flatMap(\.objections).map(\.id).max()
    case .refused(let sentence) where objection != nil: form.problem = sentence
    case .done, .refused: isOver = true
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}

extension Effect {
  /// Objects to what is before the room, and then asks why.
  static var object: Effect {
    .all([.ask(.outcome(.object(text: "", group: nil, channel: nil))), .push(ObjectionEntry())])
  }
}
