import SessionModel
import TerminalUI

/// Who spoke for how long, and what else can be counted while a session runs.
struct NumbersPage: Screen {
  enum Action: Sendable {
    case next, previous, up, down, count, leave
  }

  /// What is counted.
  private enum View: Equatable {
    case floorTime(SpeakingKey)
    case waits, segments, polls

    static let all = SpeakingKey.allCases.map(View.floorTime) + [.waits, .segments, .polls]

    var title: String {
      switch self {
      case .floorTime(let key): key.rawValue
      case .waits: "waits"
      case .segments: "drift"
      case .polls: "polls"
      }
    }
  }

  private var view = View.floorTime(.group)
  /// The first row that is seen.
  private var top = 0

  var name: String { "the numbers" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 50, rows: 14) }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let hidden = rows(of: view, scene).count - parts(in: scene.size, scene).list
    return [
      Binding([.tab, .right, .space], "count by the next", priority: 9, action: .next),
      Binding([.backTab, .left], "by the one before", priority: 8, action: .previous),
      Binding(
        [.up, .pageUp], "up", priority: 4, whyNot: top > 0 ? nil : "This is the beginning",
        action: .up),
      Binding(
        [.down, .pageDown], "down", priority: 5, whyNot: top < hidden ? nil : "This is the end",
        action: .down),
      Binding(["p"], "who is here", priority: 6, action: .count),
      Binding([.escape, .enter, "q", .control("c")], "back", priority: 7, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .next: turn(by: 1)
    case .previous: turn(by: -1)
    case .up: top = max(0, top - 1)
    case .down: top += 1
    case .count: return .push(Fill.participation(scene.session.people))
    case .leave: return .pop
    }
    return .none
  }

  private mutating func turn(by step: Int) {
    let all = View.all
    let index = all.firstIndex(of: view) ?? 0
    view = all[(index + step + all.count) % all.count]
    top = 0
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    if let place = target.place(of: "by"), View.all.indices.contains(place) {
      (view, top) = (View.all[place], 0)
    }
    return .none
  }

  mutating func settle(in scene: Scene) {
    top = max(0, min(top, rows(of: view, scene).count - parts(in: scene.size, scene).list))
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let facts = scene.numberFacts
    let parts = parts(in: area.size, scene)
    let room = Size(columns: max(1, min(92, area.columns - 6)), rows: parts.room)
    let content = canvas.drawPanel("Numbers", room: room, in: area, look: look)
    let (upper, foot) = content.split(bottom: parts.facts + 1)
    drawKeys(on: &canvas, in: upper, look)
    drawRows(on: &canvas, in: upper.split(top: 3).rest, scene)
    let width = facts.map { TextWidth.columns(of: $0.label) }.max() ?? 0
    for (index, fact) in facts.enumerated() where index + 1 < foot.rows {
      let (label, value) = foot.line(index + 1).split(left: width, gap: 2)
      canvas.write(fact.label, in: label, style: look.style("muted", on: "dialog"))
      canvas.write(
        fact.value, in: value, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }

  /// How many rows there are in all, and of them for what is counted and for the facts below.
  private func parts(in size: Size, _ scene: Scene) -> (room: Int, list: Int, facts: Int) {
    let facts = scene.numberFacts.count
    // As high as its longest count, so that going from one to the next moves nothing.
    let longest = max(1, View.all.map { rows(of: $0, scene).count }.max() ?? 1)
    let room = max(1, min(3 + longest + 1 + facts, 30, size.rows - 6))
    let free = max(0, room - 4)
    let list = min(longest, max(free - facts, min(longest, max(3, free / 2))))
    return (room, list, max(0, min(facts, free - list)))
  }

  private func drawKeys(on canvas: inout Canvas, in area: Rect, _ look: Look) {
    var line = area.line(0)
    var column = line.column
    column += canvas.write(
      "Floor time by ", in: line, style: look.style("muted", on: "dialog"))
    for (index, each) in View.all.enumerated() where column < line.endColumn {
      if each == .waits {
        line = area.line(1)
        column = line.column
        column += canvas.write(
          "and its       ", in: line, style: look.style("muted", on: "dialog"))
      }
      let place = Rect(column: column, row: line.row, columns: line.endColumn - column, rows: 1)
      let width = canvas.write(
        each.title, in: place,
        style: look.style(each == view ? "strong" : "muted", on: "dialog"))
      canvas.addTarget(
        Rect(column: column, row: line.row, columns: width, rows: 1), "by:\(index)")
      column += width + 2
    }
  }

  // MARK: What is counted

  /// One bar; a heading has none.
  private struct Row {
    var title: String
    /// From 0 to 1; `nil` for a heading.
    var share: Double?
    var figures: [String] = []
    var role: Role = "accent"
  }

  private func rows(of view: View, _ scene: Scene) -> [Row] {
    switch view {
    case .floorTime(let key): floorTime(by: key, scene)
    case .waits: waits(scene)
    case .segments: segments(scene)
    case .polls: polls(scene)
    }
  }

  private func floorTime(by key: SpeakingKey, _ scene: Scene) -> [Row] {
    let shares = scene.session.speakingShares(by: key, at: scene.now)
    let total = shares.reduce(Int64(0)) { $0 + $1.milliseconds }
    let most = max(1, shares.map(\.milliseconds).max() ?? 1)
    let hasWords = shares.contains { $0.words > 0 }
    return shares.map { share in
      Row(
        title: share.title, share: Double(share.milliseconds) / Double(most),
        figures: [
          "\((share.milliseconds * 200 + total) / max(1, 2 * total)) %",
          clockText(Int(share.milliseconds / 1000)), counted(share.turns, "turn"),
          hasWords && share.counted > 0 ? counted(share.words, "word") : "",
          hasWords ? share.wordsPerMinute.map { "\($0) wpm" } ?? "" : "",
        ])
    }
  }

  /// Raised hands that got the floor, those who waited longest first.
  private func waits(_ scene: Scene) -> [Row] {
    let session = scene.session
    let waits = session.floor.turns.compactMap { turn in
      turn.waitedMilliseconds.map { (turn, $0) }
    }.sorted { $0.1 > $1.1 }
    let most = max(1, waits.first?.1 ?? 1)
    return waits.prefix(200).map { turn, wait in
      Row(
        title: session.people[turn.person]?.name ?? turn.person.description,
        share: Double(wait) / Double(most),
        figures: [clockText(Int(wait / 1000)), turn.channel.rawValue])
    }
  }

  /// What was held beside what was planned, in the order of the agenda.
  private func segments(_ scene: Scene) -> [Row] {
    let held = scene.session.agenda.ordered.filter { $0.started != nil }
    let times = held.map { ($0, $0.elapsedSeconds(at: scene.now)) }
    let most = max(1, times.map { max($0.1, $0.0.plannedSeconds) }.max() ?? 1)
    return times.map { segment, seconds in
      let over = seconds - segment.plannedSeconds
      let word = over > 0 ? "over" : segment.finished == nil ? "left" : "under"
      return Row(
        title: segment.title, share: Double(seconds) / Double(most),
        figures: [
          "\(clockText(seconds)) of \(clockText(segment.plannedSeconds))",
          over == 0 ? "as planned" : "\(clockText(abs(over))) \(word)",
        ], role: over > 0 ? "warn" : "accent")
    }
  }

  /// What those polls came to whose results may be seen.
  private func polls(_ scene: Scene) -> [Row] {
    let session = scene.session
    return session.polls.all.flatMap { poll -> [Row] in
      guard poll.state != .draft, let tally = session.tally(of: poll) else { return [] }
      let state = poll.state == .open ? "open" : "closed"
      return [
        Row(title: poll.text, figures: ["\(state), \(counted(tally.turnout, "ballot"))"])
      ]
        + tally.rows.map { row in
          Row(
            title: "  " + (row.label.isEmpty ? row.sign : row.label), share: row.share,
            figures: [row.figure, row.percent.map { "\($0) %" } ?? ""])
        }
    }
  }

  private func drawRows(on canvas: inout Canvas, in area: Rect, _ scene: Scene) {
    let look = scene.look
    let rows = rows(of: view, scene)
    guard !rows.isEmpty else {
      canvas.write(nothing, in: area.line(0), style: look.style("muted", on: "dialog"))
      return
    }
    let count = rows.map(\.figures.count).max() ?? 0
    let bars = rows.filter { $0.share != nil }
    let widths = (0..<count).map { place in
      bars.map { place < $0.figures.count ? TextWidth.columns(of: $0.figures[place]) : 0 }.max()
        ?? 0
    }
    let columns = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) }
    let widest = bars.map { TextWidth.columns(of: $0.title) }.max() ?? 0
    let label = min(widest, max(12, (area.columns - columns) / 2))
    for (index, row) in rows.dropFirst(top).prefix(area.rows).enumerated() {
      let line = area.line(index)
      guard let share = row.share else {
        canvas.write(
          [Span(row.title, look.style("strong", on: "dialog"))],
          right: [Span(row.figures.joined(), look.style("muted", on: "dialog"))], in: line, gap: 2,
          ellipsis: look.glyphs.ellipsis)
        continue
      }
      let (name, rest) = line.split(left: label, gap: 2)
      let (bar, numbers) = rest.split(left: max(0, rest.columns - columns))
      canvas.write(
        row.title, in: name, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
      canvas.drawBar(
        share: share, in: bar, style: look.style(row.role, on: "dialog"), glyphs: look.glyphs)
      let text = zip(row.figures, widths).filter { $0.1 > 0 }.map { figure, width in
        "  " + String(repeating: " ", count: width - TextWidth.columns(of: figure)) + figure
      }.joined()
      canvas.write(text, in: numbers, style: look.style("muted", on: "dialog"))
    }
    guard rows.count > top + area.rows, area.rows > 0 else { return }
    canvas.write(
      look.glyphs.down, in: area.line(area.rows - 1), style: look.style("accent", on: "dialog"),
      align: .right)
  }

  private var nothing: String {
    switch view {
    case .floorTime: "Nobody has spoken yet."
    case .waits: "No raised hand has got the floor yet."
    case .segments: "No segment has begun yet."
    case .polls: "No poll shows results yet."
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
          + (session.floor.turns.isEmpty
            ? "" : ", \(hearing.turnsByPerson.values.count { $0 == 1 }) with a first turn only")
      ))
    let waits = Channel.allCases.compactMap { channel in
      session.floor.turns.filter { $0.channel == channel }.compactMap(\.waitedMilliseconds)
        .lowerMedian.map {
          "\(clockText(Int($0 / 1000))) \(channel == .room ? "in the room" : "online")"
        }
    }
    if !waits.isEmpty { facts.append(("Median wait", waits.joined(separator: ", "))) }
    if let longest = session.floor.turns.compactMap(\.waitedMilliseconds).max() {
      facts.append(("Longest wait", clockText(Int(longest / 1000))))
    }
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
