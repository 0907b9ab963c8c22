import SessionModel
public import TerminalUI

/// A few ways on, to choose from with a key, the arrows or the mouse; also asks before what cannot
/// be undone.
public struct Choose: Screen {
  /// One way on.
  public struct Option: Sendable {
    public var key: Character
    public var title: String
    public var effect: Effect
    /// What is quietly said behind it.
    public var detail: String

    public init(_ key: Character, _ title: String, detail: String = "", effect: Effect) {
      self.key = key
      self.title = title
      self.detail = detail
      self.effect = effect
    }
  }

  private let title: String
  private let lines: [String]
  private let options: [Option]
  /// The words before the room that it is about; `nil` where it is about something else.
  private let wording: Wording?
  private var list = ListView<Int>()

  public init(_ title: String, lines: [String] = [], options: [Option]) {
    self.init(title, lines: lines, on: nil, options: options)
  }

  init(_ title: String, lines: [String], on wording: Wording?, options: [Option]) {
    self.title = title
    self.lines = lines
    self.wording = wording
    self.options = options
  }

  public var name: String { title }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 30, rows: 8) }

  public func whyGone(in scene: Scene) -> String? { wording?.whyGone(in: scene.session) }

  public enum Action: Sendable {
    case choose(Int), cancel
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    options.enumerated().map { index, option in
      Binding([Key(.character(option.key))], option.title, action: .choose(index))
    } + [
      Binding(
        [.enter], "choose", priority: 9,
        action: .choose(list.index(in: Array(options.indices)) ?? 0)),
      Binding(
        ([.escape, "q", .control("c")] as [Key]).filter { key in
          !options.contains { Key(.character($0.key)) == key }
        }, "cancel", priority: 8, action: .cancel),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .choose(let index):
      guard options.indices.contains(index) else { return .pop }
      return .popThen([options[index].effect])
    case .cancel: return .pop
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input else { return nil }
    // A letter of an option comes before the letters that walk through the list.
    guard !options.contains(where: { Key(.character($0.key)) == key }), key != "/" else {
      return nil
    }
    return list.handle(key, items: Array(options.indices)) ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    guard list.click(target.name, prefix: "option", items: Array(options.indices)),
      let index = list.index(in: Array(options.indices))
    else { return .none }
    return perform(.choose(index), in: scene)
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let wrapped = lines.flatMap { $0.wrapped(to: min(64, max(20, area.columns - 8))) }
    let rows = wrapped.count + (wrapped.isEmpty ? 0 : 1) + options.count
    let content = canvas.drawPanel(
      title, room: Size(columns: min(64, area.columns - 4), rows: rows), in: area, look: look)
    for (index, line) in wrapped.enumerated() {
      canvas.write(String(line), in: content.line(index), style: look.style("text", on: "dialog"))
    }
    let items = content.split(top: wrapped.isEmpty ? 0 : wrapped.count + 1).rest
    list.draw(
      on: &canvas, in: items.split(top: options.count).top, look: look,
      items: Array(options.indices), prefix: "option"
    ) { canvas, row, index in
      let option = options[index]
      let key = row.isSelected ? row.style("accent") : look.style("dialog.key", on: "dialog")
      let text = row.isSelected ? row.style("text") : look.style("text", on: "dialog")
      let quiet = row.isSelected ? row.style("muted") : look.style("muted", on: "dialog")
      canvas.write(
        [
          Span(" \(option.key)  ", key), Span(option.title, text),
          Span("  " + option.detail, quiet),
        ],
        in: row.rect, ellipsis: look.glyphs.ellipsis)
    }
  }
}

// MARK: What the console asks

extension Choose {
  static func reasonToSkip(_ request: FloorRequest, name: String) -> Choose {
    let keys: [PassedOver.Reason: Character] = [
      .absent: "a", .noAudio: "n", .declined: "d", .passed: "p",
    ]
    return Choose(
      "Pass over \(name)", lines: ["Why? The reason is kept with the request."],
      options: PassedOver.Reason.allCases.map { reason in
        Option(
          keys[reason] ?? "?", reason.title,
          effect: .ask(.floor(.skip(request.id, reason: reason))))
      })
  }

  /// Those who were passed over and may come back.
  static func parked(in session: Session) -> Choose {
    Choose(
      "Bring back", lines: ["The announced stay ahead of whoever comes back."],
      options: session.floor.parked.suffix(9).enumerated().map { index, parked in
        Option(
          Character("\(index + 1)"), session.people[parked.request.person]?.name ?? "",
          detail: parked.reason.title, effect: .ask(.floor(.bringBack(parked.request.id))))
      })
  }

  /// The ways to let everybody speak in order.
  static func round(in scene: Scene) -> Choose {
    let session = scene.session
    let keys: [Round: Character] = [.framing: "f", .table: "t", .waiting: "e"]
    return Choose(
      "Let everybody speak in order",
      lines: [
        "The time of each is what the running segment has left. Whoever was announced goes first; "
          + "whoever passes is skipped."
      ],
      options: Round.allCases.map { round in
        let people = session.people(of: round).count
        let seconds =
          round == .framing
          ? session.floor.framingAllowance : session.secondsEach(in: round, at: scene.now)
        return Option(
          keys[round] ?? "?", round == .waiting ? "a few seconds each" : round.title,
          detail: "\(counted(people, "person", "people")), \(clockText(seconds)) each",
          effect: .ask(.floor(.round(round, seconds: round == .framing ? seconds : nil))))
      })
  }

  /// The rules by which those who wait can stand.
  static func order(in session: Session) -> Choose {
    let rules = FloorOrder.Rule.allCases.filter { $0 != .classFirst }
    var options = rules.enumerated().map { index, rule in
      Option(
        Character("\(index + 1)"), rule.choice,
        detail: session.floor.order.rule == rule ? "now" : rule.explanation,
        effect: .ask(.floor(.set(.order(to: FloorOrder(rule))))))
    }
    options.append(
      Option(
        "f", FloorOrder.Rule.classFirst.choice, detail: "who speaks for the first time",
        effect: .ask(
          .floor(
            .set(.order(to: FloorOrder(.classFirst, favouring: [FloorOrder.firstTimer])))))))
    return Choose(
      "Order of the queue",
      lines: ["The next \(session.floor.announced) stay where they were announced."],
      options: options)
  }

  static func segmentToSkip(in session: Session) -> Choose {
    let pending = session.agenda.ordered.filter { $0.state == .pending }.prefix(9)
    return Choose(
      "Leave a segment out",
      lines: pending.isEmpty ? ["No segment is still to come."] : [],
      options: pending.enumerated().map { index, segment in
        Option(
          Character("\(index + 1)"), segment.title, detail: "\(segment.plannedSeconds / 60) min",
          effect: .ask(.agenda(.skip(segment.id, reason: "left out by the moderator"))))
      })
  }

  static func question(in session: Session) -> Choose {
    var options = session.plan.orderedQuestions.prefix(9).enumerated().map { index, question in
      Option(
        Character("\(index + 1)"), question.heading,
        detail: session.agenda.question == question.id ? "on the table" : "",
        effect: .ask(.agenda(.ask(question.id))))
    }
    if session.agenda.question != nil {
      options.append(
        Option("0", "take the question off the table", effect: .ask(.agenda(.ask(nil)))))
    }
    return Choose("Put a policy question", options: options)
  }

  static func draft(among drafts: [Poll], in scene: Scene) -> Choose {
    var options = drafts.prefix(9).enumerated().map { index, poll in
      Option(
        Character("\(index + 1)"), poll.text,
        detail: "\(poll.method.title), \(poll.secrecy.title)",
        effect: .ask(.poll(.open(poll.id))))
    }
    options.append(Option("t", "a quick poll", effect: .push(template(in: scene))))
    options.append(
      Option(
        "n", "a new poll", detail: "in one line",
        effect: .push(Palette(over: [], text: "poll ask \""))))
    options.append(ofAnyType(in: scene))
    return Choose("Open a poll", lines: ["A poll is a temperature check."], options: options)
  }

  /// The polls that rooms often need, a key each; also one line of one's own.
  static func template(in scene: Scene) -> Choose {
    var options = PollTemplate.allCases.map { template in
      Option(
        template.key, template.title, detail: template.method.title,
        effect: .ask(.poll(template.intent)))
    }
    options.append(
      Option(
        "n", "a question of your own", detail: "in one line",
        effect: .push(Palette(over: [], text: "poll ask \""))))
    options.append(ofAnyType(in: scene))
    return Choose("Ask at once", lines: ["A poll is a temperature check."], options: options)
  }

  /// What the shares of a poll are of.
  static func base(of poll: Poll) -> Choose {
    let now = poll.base ?? .valid
    return Choose(
      "What is 100 %?", lines: [poll.text],
      options: ShareBase.allCases.enumerated().map { index, base in
        Option(
          Character("\(index + 1)"), base.title, detail: base == now ? "now" : "",
          effect: base == now ? .none : .ask(.poll(.measure(poll.id, base))))
      })
  }

  private static func ofAnyType(in scene: Scene) -> Option {
    Option(
      "f", "a poll of any type", detail: "in a form",
      effect: .push(PollForm(in: scene, isAtOnce: true)))
  }

  static func closing(_ poll: Poll, in scene: Scene) -> Choose {
    let here = scene.session.people.presentCount
    let turnout =
      here > 0 && poll.turnout <= here
      ? "\(poll.turnout) of \(here) here have voted." : "\(counted(poll.turnout, "ballot")) so far."
    return Choose(
      "Close the poll?", lines: [poll.text, turnout],
      options: [
        Option("y", "close it", effect: .ask(.poll(.close(poll.id)))),
        Option(
          "+", "a minute more", detail: "then it closes by itself",
          effect: .ask(.poll(poll.oneMinuteMore(at: scene.now)))),
        Option("n", "keep it open", effect: .none),
      ])
  }

  static func gavel(in scene: Scene) -> Choose {
    let session = scene.session
    let pending = session.agenda.ordered.count { $0.state == .pending }
    var lines = [
      "\(counted(session.floor.turns.count, "turn")), \(counted(session.notes.all.count, "note")), "
        + "\(counted(session.polls.all.count, "poll")) are on record."
    ]
    if pending > 0 { lines.append("\(counted(pending, "segment")) not held yet.") }
    let homeless = session.outcomes.all.count {
      $0.declared?.statement.isAgreement == true && $0.destination == nil
    }
    if homeless > 0 {
      lines.append("\(counted(homeless, "outcome")) agreed, and nobody said where to; E says it.")
    }
    if let turn = session.floor.currentTurn, let person = session.people[turn.person] {
      lines.append("\(person.name) still has the floor; the turn ends with the session.")
    }
    return Choose(
      "Close the session?", lines: lines,
      options: [
        // What Enter does by itself must not end a session.
        Option("n", "go on", effect: .none),
        Option("y", "let the gavel fall", effect: .ask(.agenda(.close))),
      ])
  }
}

extension FloorOrder.Rule {
  /// What it is called in a list.
  fileprivate var choice: String {
    switch self {
    case .request: "in order of request"
    case .roomAndOnline: "room and online in turn"
    case .leastTurns: "fewest turns first"
    case .leastTime: "least time first"
    case .byGroup: "group by group"
    case .byRegion: "region by region"
    case .byGender: "by gender"
    case .balanced: "balanced"
    case .classFirst: "first-timers first"
    }
  }
}
