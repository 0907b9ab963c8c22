import SessionModel
import TerminalUI

/// One outcome: its words, the room's answers by group, the ledger of objections.
struct AssentPanel {
  let outcome: OutcomeSentence
  let scene: Scene

  init(_ outcome: OutcomeSentence, in scene: Scene) {
    self.outcome = outcome
    self.scene = scene
  }

  private var look: Look { scene.look }

  func draw(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let version = outcome.version == 1 ? "" : "  wording \(outcome.version)"
    canvas.write(
      [Span("OUTCOME \(outcome.id.number)", look["heading"]), Span(version, look["muted"])],
      in: rest.take(1))
    let lines = outcome.text.lines(in: rest.columns, limit: 5, ellipsis: look.glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    _ = rest.take(1)
    if let voided = outcome.voided, outcome.asking == nil {
      say("What was said of wording \(voided) is void.", "warn", on: &canvas, &rest)
    }
    drawAsking(on: &canvas, &rest)
    drawStatement(on: &canvas, &rest)
    drawLedger(on: &canvas, &rest)
    drawDestination(on: &canvas, &rest)
  }

  private func say(_ text: String, _ role: Role, on canvas: inout Canvas, _ rest: inout Rect) {
    guard !rest.isEmpty else { return }
    let lines = text.lines(in: rest.columns, limit: 3, ellipsis: look.glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look[role])
  }

  private func drawAsking(on canvas: inout Canvas, _ rest: inout Rect) {
    guard let asking = outcome.asking else {
      return say("The room was not asked yet.", "muted", on: &canvas, &rest)
    }
    if asking.ended == nil {
      switch (asking.way, asking.count(at: scene.now)) {
      case (.silence, .some(let count)):
        say(
          count < Asking.countSeconds
            ? "Counting: \(count) of \(Asking.countSeconds); o stops it"
            : "Nobody objected while it was counted; e ends it", "accent", on: &canvas, &rest)
      case (.silence, nil):
        let text = asking.answers.isEmpty ? "Last call; c counts to six" : "Somebody objects"
        say(text, asking.answers.isEmpty ? "accent" : "warn", on: &canvas, &rest)
      default:
        say(
          "\(counted(asking.answers.count, "answer")) so far; e ends it", "accent", on: &canvas,
          &rest)
      }
    }
    guard asking.way != .silence, rest.rows > 2 else { return }
    drawAnswers(asking, on: &canvas, &rest)
  }

  /// A row for each answer, a column for each group that gave one.
  private func drawAnswers(_ asking: Asking, on canvas: inout Canvas, _ rest: inout Rect) {
    let groups = StakeholderGroup.allCases.filter { group in
      asking.answers.contains { $0.group == group }
    }
    // As wide as the longest short name, and a column free before it.
    let cell = rest.columns >= 24 + (groups.count + 1) * 8 ? 8 : 5
    let hasRoom = rest.columns >= 12 + (groups.count + 1) * cell
    let columns = hasRoom ? groups : []
    func row(_ label: String, _ cells: [String], _ role: Role) {
      guard !rest.isEmpty else { return }
      let line = rest.take(1)
      var (left, place) = line.split(left: line.columns - cells.count * cell)
      left = left.trimmedRight(1)
      canvas.write(label, in: left, style: look[role], ellipsis: look.glyphs.ellipsis)
      for text in cells {
        let (here, others) = place.split(left: cell)
        canvas.write(text, in: here, style: look[role], align: .right)
        place = others
      }
    }
    row("", columns.map { String($0.short.prefix(cell - 1)) } + ["all"], "heading")
    for level in asking.way.levels {
      let all = asking.count(level)
      row(
        level.title, columns.map { "\(asking.count(level, of: .some($0)))" } + ["\(all)"],
        all == 0 ? "muted" : level.isObjection ? "warn" : "text")
    }
    if let quorum = scene.session.outcomes.quorum, let present = asking.present {
      say(
        "\(asking.answers.count) of \(present) here answered; the quorum is "
          + "\(quorum.needed(of: present)), \(quorum).",
        scene.session.outcomes.hasQuorum(asking) ? "muted" : "warn", on: &canvas, &rest)
    }
  }

  private func drawStatement(on canvas: inout Canvas, _ rest: inout Rect) {
    _ = rest.take(min(1, rest.rows))
    if let declared = outcome.declared {
      say(
        "Declared: \(declared.statement.title)"
          + (declared.override.map { ", over open objections: \($0)" } ?? ""),
        declared.statement.isAgreement ? "good" : "warn", on: &canvas, &rest)
    } else if let statement = scene.session.outcomes.statement(of: outcome) {
      say("It comes to: \(statement.title); d declares it", "strong", on: &canvas, &rest)
    }
  }

  private func drawLedger(on canvas: inout Canvas, _ rest: inout Rect) {
    guard !outcome.objections.isEmpty, rest.rows > 2 else { return }
    _ = rest.take(1)
    canvas.write("OBJECTIONS \(outcome.objections.count)", in: rest.take(1), style: look["heading"])
    for objection in outcome.objections where !rest.isEmpty {
      let who = [
        objection.voice.map(name(of:)), objection.group?.short, objection.channel.rawValue,
      ].compactMap(\.self)
      let text = objection.text.isEmpty ? "no reason given yet" : objection.text
      canvas.write(
        [
          Span("\(objection.id) ", look["accent"]),
          Span(who.joined(separator: " \(look.glyphs.dot) ") + "  ", look["muted"]),
          Span(text, look["text"]),
        ],
        right: [
          Span(objection.state.rawValue, look[objection.state == .open ? "warn" : "good"])
        ], in: rest.take(1), gap: 2, ellipsis: look.glyphs.ellipsis)
      if let answer = objection.steps.last?.answer, !rest.isEmpty {
        canvas.write(
          "   \(answer)", in: rest.take(1), style: look["muted"], ellipsis: look.glyphs.ellipsis)
      }
    }
  }

  private func name(of voice: Asking.Voice) -> String {
    switch voice {
    case .person(let id): scene.session.people[id]?.name ?? id.description
    case .slip(let half): "slip \(half)"
    }
  }

  private func drawDestination(on canvas: inout Canvas, _ rest: inout Rect) {
    guard let destination = outcome.destination, rest.rows > 1 else { return }
    _ = rest.take(1)
    say("Goes " + destination.words, "muted", on: &canvas, &rest)
  }
}
