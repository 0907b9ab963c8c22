import SessionModel
import TerminalUI

/// Who spoke for how long, and what else can be counted while a session runs.
struct NumbersPage: Screen {
  enum Action: Sendable {
    case next, previous, count, leave
  }

  private var key = SpeakingKey.group

  var name: String { "the numbers" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 50, rows: 14) }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.tab, .right, .space], "count by the next", priority: 9, action: .next),
      Binding([.backTab, .left], "by the one before", priority: 8, action: .previous),
      Binding(["p"], "who is here", priority: 6, action: .count),
      Binding([.escape, .enter, "q", .control("c")], "back", priority: 7, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .next: turn(by: 1)
    case .previous: turn(by: -1)
    case .count: return .push(Fill.participation(scene.session.people))
    case .leave: return .pop
    }
    return .none
  }

  private mutating func turn(by step: Int) {
    let all = SpeakingKey.allCases
    let index = all.firstIndex(of: key) ?? 0
    key = all[(index + step + all.count) % all.count]
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    if let place = target.place(of: "by"), SpeakingKey.allCases.indices.contains(place) {
      key = SpeakingKey.allCases[place]
    }
    return .none
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let facts = scene.numberFacts
    // As high as its longest count, so that going from one to the next moves nothing.
    let longest = SpeakingKey.allCases.map {
      scene.session.speakingShares(by: $0, at: scene.now).count
    }
    let wanted = 2 + max(1, longest.max() ?? 0) + facts.count + 1
    let room = Size(
      columns: max(1, min(92, area.columns - 6)), rows: max(1, min(wanted, 28, area.rows - 6)))
    let content = canvas.drawPanel("Numbers", room: room, in: area, look: look)
    let (upper, foot) = content.split(bottom: min(facts.count + 1, content.rows / 2))
    drawKeys(on: &canvas, in: upper.line(0), look)
    drawShares(on: &canvas, in: upper.split(top: 2).rest, scene)
    let width = facts.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    for (index, fact) in facts.enumerated() where index + 1 < foot.rows {
      let (label, value) = foot.line(index + 1).split(left: width, gap: 2)
      canvas.write(fact.label, in: label, style: look.style("muted", on: "dialog"))
      canvas.write(
        fact.value, in: value, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }

  private func drawKeys(on canvas: inout Canvas, in line: Rect, _ look: Look) {
    var column = line.column
    column += canvas.write(
      "Floor time by ", in: line, style: look.style("muted", on: "dialog"))
    for (index, each) in SpeakingKey.allCases.enumerated() where column < line.endColumn {
      let place = Rect(column: column, row: line.row, columns: line.endColumn - column, rows: 1)
      let width = canvas.write(
        each.rawValue, in: place, style: look.style(each == key ? "strong" : "muted", on: "dialog"))
      canvas.addTarget(
        Rect(column: column, row: line.row, columns: width, rows: 1), "by:\(index)")
      column += width + 2
    }
  }

  private func drawShares(on canvas: inout Canvas, in area: Rect, _ scene: Scene) {
    let look = scene.look
    let shares = scene.session.speakingShares(by: key, at: scene.now)
    guard !shares.isEmpty else {
      canvas.write(
        "Nobody has spoken yet.", in: area.line(0), style: look.style("muted", on: "dialog"))
      return
    }
    let total = shares.reduce(Int64(0)) { $0 + $1.milliseconds }
    let most = max(1, shares.map(\.milliseconds).max() ?? 1)
    let hasWords = shares.contains { $0.words > 0 }
    let figures = shares.map { share in
      [
        "\((share.milliseconds * 200 + total) / max(1, 2 * total)) %",
        clockText(Int(share.milliseconds / 1000)), counted(share.turns, "turn"),
        hasWords ? share.wordsPerMinute.map { "\($0) wpm" } ?? "" : "",
      ]
    }
    let widths = (0..<4).map { place in
      figures.map { TextWidth.columns(of: $0[place]) }.max() ?? 0
    }
    let columns = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
    let widest = shares.map { TextWidth.columns(of: $0.title) }.max() ?? 0
    let label = min(widest, max(12, (area.columns - columns) / 2))
    for (index, share) in shares.prefix(area.rows).enumerated() {
      let (name, rest) = area.line(index).split(left: label, gap: 2)
      let (bar, numbers) = rest.split(left: max(0, rest.columns - columns))
      canvas.write(
        share.title, in: name, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
      canvas.drawBar(
        share: Double(share.milliseconds) / Double(most), in: bar,
        style: look.style("accent", on: "dialog"), glyphs: look.glyphs)
      let text = zip(figures[index], widths).filter { $0.1 > 0 }.map { figure, width in
        "  " + String(repeating: " ", count: width - TextWidth.columns(of: figure)) + figure
      }.joined()
      canvas.write(text, in: numbers, style: look.style("muted", on: "dialog"))
    }
  }
}

extension Canvas {
  /// A bar of eighths of cells from the left.
  fileprivate mutating func drawBar(share: Double, in rect: Rect, style: Style, glyphs: Glyphs) {
    guard !rect.isEmpty else { return }
    let eighths = Int((Double(rect.columns * 8) * min(1, max(0, share))).rounded())
    let whole = String(repeating: glyphs.bar(eighths: 8), count: eighths / 8)
    let rest = eighths % 8 > 0 ? glyphs.bar(eighths: eighths % 8) : ""
    write(whole + rest, in: rect, style: style)
  }
}

extension Scene {
  /// What else is counted, a label and what is so.
  fileprivate var numberFacts: [(label: String, value: String)] {
    var facts: [(String, String)] = []
    let hearing = session.hearing(at: now)
    if hearing.total > 0 {
      facts.append(
        (
          "Moderators",
          "\((hearing.moderators * 200 + hearing.total) / (2 * hearing.total)) % of the floor time"
        ))
    }
    let people = session.people
    let speakers = hearing.turnsByPerson.count
    facts.append(
      (
        "Speakers",
        "\(counted(speakers, "person", "people")), \(counted(session.floor.turns.count, "turn"))"
      ))
    let waits = Channel.allCases.compactMap { channel in
      session.floor.turns.filter { $0.channel == channel }.compactMap(\.waitedMilliseconds)
        .lowerMedian.map {
          "\(clockText(Int($0 / 1000))) \(channel == .room ? "in the room" : "online")"
        }
    }
    if !waits.isEmpty { facts.append(("Median wait", waits.joined(separator: ", "))) }
    var present =
      "\(people.present(on: .room)) in the room, \(people.present(on: .online)) online"
    if let heads = people.headcount, heads.womenInRoom != nil || heads.womenOnline != nil {
      present +=
        ", women: "
        + [heads.womenInRoom.map { "\($0) in the room" }, heads.womenOnline.map { "\($0) online" }]
        .compactMap(\.self).joined(separator: ", ")
    }
    facts.append(("Present", present + (people.headcount == nil ? " (on the roll)" : " (counted)")))
    facts += drift
    return facts
  }

  /// The segment that runs longest beside its plan, and how the end stands.
  private var drift: [(String, String)] {
    let held = session.agenda.ordered.filter { $0.started != nil }
    let drifts = held.map { segment in
      (segment, segment.elapsedSeconds(at: now) - segment.plannedSeconds)
    }
    guard let worst = drifts.filter({ $0.0.finished != nil || $0.1 > 0 }).max(by: { $0.1 < $1.1 }),
      worst.1 > 0
    else { return [] }
    return [("Longest over", "\(worst.0.title), \(clockText(worst.1)) over its plan")]
  }
}
