import SessionModel
public import TerminalUI

/// What follows from the session: where outcomes go, commitments, next steps, who is invited.
public struct ClosingDesk: Screen {
  private var list = OutcomeList(share: 50, empty: "no outcome; A writes one") { outcome, _ in
    guard let destination = outcome.destination else { return ("nowhere yet", "warn") }
    return (destination.words, "good")
  }

  public init() {}

  public var name: String { "the closing" }

  public enum Action: Sendable {
    case send, commitment, step, invite, uninvite, outcomes, gavel, back
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let group = "Closing"
    return [
      Binding(
        ["t", .enter], "where it goes", group: group, priority: 80,
        whyNot: list.selection(in: scene) == nil ? "There is no outcome yet" : nil, action: .send),
      Binding(["c"], "commitment", group: group, priority: 70, action: .commitment),
      Binding(["s"], "next step", group: group, priority: 69, action: .step),
      Binding(["i"], "invite", group: group, priority: 68, action: .invite),
      Binding(
        ["x"], "invite no longer", group: group, priority: 20,
        whyNot: scene.session.outcomes.invited == nil ? "Nobody is on that list" : nil,
        action: .uninvite),
      Binding(["A"], "outcomes", group: group, priority: 30, action: .outcomes),
      Binding(
        ["G"], "let the gavel fall", group: group, priority: 60,
        whyNot: Console.whyNotLive(in: scene), action: .gavel),
      Binding(["q", .escape, "E"], "back", group: group, priority: 50, action: .back),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: .pop
    case .send: list.selection(in: scene).map { .push(Fill.destination(of: $0)) } ?? .none
    case .commitment: .push(Palette(over: [], text: "note write commitment \""))
    case .step: .push(Palette(over: [], text: "note write action_item \""))
    case .invite: .push(Fill.invitation)
    case .uninvite: .push(Choose.uninviting(in: scene.session))
    case .outcomes: .popThen([.push(OutcomeDesk())])
    case .gavel: .push(Choose.gavel(in: scene))
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    list.handle(input, but: ["/", "G", "g"], in: scene) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    list.click(target, in: scene)
    return .none
  }

  public mutating func settle(in scene: Scene) { list.settle(in: scene) }

  // MARK: Drawing

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let right = list.draw("WHERE OUTCOMES GO", on: &canvas, in: area, scene)
    drawLists(on: &canvas, in: right, scene)
  }

  private func drawLists(on canvas: inout Canvas, in area: Rect, _ scene: Scene) {
    let notes = scene.session.notes.ordered
    let lists: [(heading: String, items: [String], empty: String)] = [
      (
        "COMMITMENTS", notes.filter { $0.kind == .commitment }.map(\.promise),
        "none yet; c writes one"
      ),
      (
        "NEXT STEPS",
        notes.filter { $0.kind == .actionItem }.map(\.promise),
        "none yet; s writes one"
      ),
      ("TO BE INVITED", scene.session.outcomes.invited ?? [], "nobody yet; i puts somebody on"),
    ]
    var rest = area
    for (index, list) in lists.enumerated() where rest.rows > 1 {
      let others = (lists.count - index - 1) * 3
      draw(list, on: &canvas, &rest, keeping: others, scene.look)
    }
  }

  private func draw(
    _ list: (heading: String, items: [String], empty: String), on canvas: inout Canvas,
    _ rest: inout Rect, keeping kept: Int, _ look: Look
  ) {
    canvas.write(
      [Span(list.heading, look["heading"])],
      right: list.items.isEmpty ? [] : [Span("\(list.items.count)", look["muted"])],
      in: rest.take(1), ellipsis: look.glyphs.ellipsis)
    guard !list.items.isEmpty else {
      canvas.write(
        list.empty, in: rest.take(1), style: look["muted"], ellipsis: look.glyphs.ellipsis)
      _ = rest.take(min(1, rest.rows))
      return
    }
    // The newest are what is talked about; older ones stand in the report.
    var room = max(1, rest.rows - kept - 1)
    var shown: [[String]] = []
    for item in list.items.reversed() {
      let lines = item.lines(in: rest.columns - 2, limit: 2, ellipsis: look.glyphs.ellipsis)
      guard room >= lines.count else { break }
      room -= lines.count
      shown.append(lines)
    }
    for lines in shown.reversed() {
      let place = rest.take(lines.count)
      canvas.write(look.glyphs.dot, in: place.line(0), style: look["muted"])
      canvas.write(lines, in: place.split(left: 2).rest, style: look["text"])
    }
    _ = rest.take(min(1, rest.rows))
  }
}

extension OutcomeSentence.Destination {
  /// `to Workstream 4, in the summary, by 30 June`; `nowhere yet` where nothing is said.
  var words: String {
    let parts = [
      workstream.map { "to \($0)" }, document.map { "in \($0)" }, by.map { "by \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? "nowhere yet" : parts.joined(separator: ", ")
  }
}

extension Note {
  /// Who, what and by when.
  fileprivate var promise: String {
    (fields[.organisation].map { "\($0): " } ?? "") + text
      + (fields[.deadline].map { " (by \($0))" } ?? "")
  }
}

extension Fill {
  /// Asks where an outcome goes.
  static func destination(of outcome: OutcomeSentence) -> Fill {
    let known = outcome.destination
    return Fill(
      "where an outcome goes", "send it there", group: "Closing",
      FormDialog(
        "Where does it go?", note: outcome.text,
        fields: [
          .init("workstream", "To", text: known?.workstream ?? "", hint: "a workstream"),
          .init("document", "In", text: known?.document ?? "", hint: "a document"),
          .init("by", "By", text: known?.by ?? "", hint: "a day, as it was said"),
        ])
    ) { values in
      func value(_ id: String) -> String? { values[id].flatMap { $0.isEmpty ? nil : $0 } }
      return [
        .ask(
          .outcome(
            .send(
              outcome.id,
              OutcomeSentence.Destination(
                workstream: value("workstream"), document: value("document"), by: value("by")))))
      ]
    }
  }

  /// Asks who is to be invited.
  static var invitation: Fill {
    Fill(
      "an invitation", "put on the list", group: "Closing",
      FormDialog(
        "To be invited to what comes next",
        fields: [.init("name", "Who", hint: "a person, a group, an office", isRequired: true)])
    ) { values in
      [.ask(.outcome(.invite(values["name"] ?? "")))]
    }
  }
}

extension Choose {
  /// Who is to be invited no longer.
  static func uninviting(in session: Session) -> Choose {
    let letters = "123456789abcdefghi"
    return Choose(
      "Invite no longer",
      options: zip(letters, session.outcomes.invited ?? []).map { letter, name in
        Option(letter, name, effect: .ask(.outcome(.uninvite(name))))
      })
  }
}
