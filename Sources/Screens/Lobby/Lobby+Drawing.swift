import SessionModel
public import TerminalUI

extension Lobby {
  /// Where things stand, for drawing and scrolling alike.
  struct Layout {
    var header: Rect
    /// What runs now and what comes next; empty where there is no room.
    var programme: Rect
    var list: Rect
    /// Where it is told that the list goes on below.
    var more: Rect
    /// What is said about the chosen session.
    var panel: Rect
    /// Whether the panel stands at the right, with room for everything.
    var isWide: Bool

    init(_ size: Size) {
      self.init(Rect(column: 0, row: 0, columns: size.columns, rows: max(0, size.rows - 2)))
    }

    init(_ area: Rect) {
      var rest = area
      header = rest.take(1)
      programme = rest.take(area.rows >= 20 ? 2 : 0)
      isWide = area.columns >= 140
      if isWide {
        let (left, right) = rest.split(left: rest.columns * 60 / 100, gap: 3)
        (list, more) = left.split(bottom: 1)
        panel = right.trimmedRight(2)
      } else {
        panel = rest.takeBottom(area.rows >= 30 ? 11 : area.rows >= 20 ? 7 : 4)
        list = rest
        more = panel.line(0)
      }
    }
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let layout = Layout(area)
    drawHeader(on: &canvas, in: layout.header, scene)
    drawProgramme(on: &canvas, in: layout.programme, scene)
    let below = drawList(on: &canvas, in: layout.list, scene)
    defer { drawMore(below, on: &canvas, in: layout.more.inset(columns: 2), scene.look) }
    guard let choice = selected(in: scene) else { return }
    let panel = Panel(choice: choice, look: scene.look)
    if layout.isWide {
      canvas.drawDivider(
        in: Rect(
          column: layout.panel.column - 2, row: layout.panel.row, columns: 1,
          rows: layout.panel.rows), look: scene.look)
      panel.drawWide(on: &canvas, in: layout.panel)
    } else {
      let (line, rest) = layout.panel.split(top: 1)
      canvas.drawHairline(in: line.inset(columns: 2), look: scene.look)
      panel.drawShort(on: &canvas, in: rest.inset(columns: 2))
    }
  }

  private func drawHeader(on canvas: inout Canvas, in line: Rect, _ scene: Scene) {
    let look = scene.look
    canvas.fill(line, style: look["header"])
    let zone = Plan().zone(at: scene.now.at)
    let now = CalendarTime(scene.now.at, offsetMinutes: zone.offsetMinutes)
    canvas.write(
      [Span("roundtable", look["header.title"])],
      right: [
        Span(now.longDateText, look["header"]),
        Span("   \(now.clockText) \(zone.name)", look["header"]),
      ], in: line.inset(columns: 1), ellipsis: look.glyphs.ellipsis)
  }

  /// What runs now and what comes next, where, and when in which zone.
  private func drawProgramme(on canvas: inout Canvas, in area: Rect, _ scene: Scene) {
    guard area.rows > 0 else { return }
    let look = scene.look
    let all = Place.sorted(choices, at: scene.now.at).filter { $0.choice.plan.breakout == nil }
    let running = all.first { $0.day == .live }
    let next = all.first { place in
      guard place.day == .today || place.day == .upcoming, place.choice.stage == .planned,
        let slot = place.choice.plan.slot
      else { return false }
      return slot.end > scene.now.at
    }
    func spans(_ word: String, _ place: Place?, _ time: (Slot) -> String) -> [Span] {
      guard let place else { return [] }
      let plan = place.choice.plan
      // A session that is open beside its slot ends when it ends.
      let isItsDay = word == "NEXT" || plan.slot.map { $0.end > scene.now.at } ?? false
      let facts = [isItsDay ? plan.slot.map(time) : nil, plan.room].compactMap(\.self)
      let name = plan.number ?? (plan.title.isEmpty ? place.choice.id : plan.title)
      return [
        Span("\(word) ", look["heading"]), Span(name, look["strong"]),
        Span("  " + facts.joined(separator: " \(look.glyphs.dot) "), look["muted"]),
      ]
    }
    let now = spans("NOW", running) { slot in
      "until \(slot.endText)"
    }
    let then = spans("NEXT", next) { slot in
      let start = CalendarTime(slot.start, offsetMinutes: slot.offsetMinutes)
      let today = CalendarTime(scene.now.at, offsetMinutes: slot.offsetMinutes).dateText
      let day = start.dateText == today ? "" : "\(start.shortDateText) "
      let utc =
        slot.offsetMinutes == 0
        ? "" : ", \(CalendarTime(slot.start, offsetMinutes: 0).clockText) UTC"
      return "\(day)\(start.clockText) \(slot.zone)\(utc)"
    }
    canvas.write(
      now.isEmpty ? then : now, right: now.isEmpty ? [] : then,
      in: area.line(0).inset(columns: 1), gap: 3, ellipsis: look.glyphs.ellipsis)
  }

  // MARK: The list

  /// Gives how many sessions stand below what is seen.
  private func drawList(on canvas: inout Canvas, in area: Rect, _ scene: Scene) -> Int {
    let places = places(in: scene)
    let byID = Dictionary(places.map { ($0.choice.id, $0) }) { first, _ in first }
    let columns = Columns(places, in: area.columns)
    return list.draw(
      on: &canvas, in: area, look: scene.look, items: places.map(\.choice.id),
      total: choices.count, empty: "  No session yet. n makes one.",
      height: { byID[$0]?.rows ?? 1 },
      heading: { byID[$0]?.heading.map { "  " + $0 } }
    ) { canvas, row, id in
      guard let place = byID[id] else { return }
      draw(place, on: &canvas, in: row, columns, scene)
    }
  }

  private func drawMore(_ count: Int, on canvas: inout Canvas, in line: Rect, _ look: Look) {
    guard count > 0 else { return }
    let text = " \(count) more below "
    let place = line.split(left: line.columns - TextWidth.columns(of: text)).rest
    canvas.write(text, in: place, style: look["muted"])
  }

  /// How wide the columns of the list are.
  struct Columns {
    var time = 0
    var number = 0
    var room = 0
    var state = 0

    init(_ places: [Place], in columns: Int) {
      func widest(_ most: Int, _ text: (Place) -> String) -> Int {
        let widest = places.map { TextWidth.columns(of: text($0)) }.max() ?? 0
        return widest == 0 ? 0 : min(most, widest) + 1
      }
      time = widest(6) { $0.timeText }
      number = columns >= 70 ? widest(10) { $0.choice.plan.number ?? "" } : 0
      room = columns >= 84 ? widest(columns >= 120 ? 26 : 18) { $0.choice.plan.room ?? "" } : 0
      state = 14
    }
  }

  private func draw(
    _ place: Place, on canvas: inout Canvas, in row: ListRow, _ columns: Columns, _ scene: Scene
  ) {
    let glyphs = scene.look.glyphs
    let plan = place.choice.plan
    let line = row.rect.line(0).inset(columns: 2)
    let (time, afterTime) = line.split(left: columns.time)
    let (number, afterNumber) = afterTime.split(left: columns.number)
    let (title, afterTitle) = afterNumber.split(
      left: afterNumber.columns - columns.room - columns.state)
    let (room, state) = afterTitle.split(left: columns.room)
    let isSoon = place.day == .live || place.day == .today
    canvas.write(
      place.timeText, in: time.trimmedRight(1), style: row.style(isSoon ? "strong" : "muted"))
    canvas.write(
      plan.number ?? "", in: number.trimmedRight(1), style: row.style("muted"),
      ellipsis: glyphs.ellipsis)
    let name = plan.title.isEmpty ? place.choice.id : plan.title
    canvas.write(
      name, in: title.trimmedRight(1), style: row.style(isSoon ? "strong" : "text"),
      ellipsis: glyphs.ellipsis)
    canvas.write(
      plan.room ?? "", in: room.trimmedRight(1), style: row.style("muted"),
      ellipsis: glyphs.ellipsis)
    let now = place.state(at: scene.now.at, glyphs: glyphs)
    canvas.write(
      now.text, in: state, style: row.style(TerminalUI.Role(now.role)), align: .right,
      ellipsis: glyphs.ellipsis)
    guard row.rect.rows > 1 else { return }
    let details = row.rect.line(1).inset(columns: 2).split(left: columns.time + columns.number).rest
    canvas.write(
      place.details(dot: glyphs.dot, withRoom: columns.room == 0), in: details,
      style: row.style("muted"),
      ellipsis: glyphs.ellipsis)
  }

  // MARK: The chosen session

  /// What is said about the chosen session.
  struct Panel {
    let choice: SessionChoice
    let look: Look

    private var glyphs: Glyphs { look.glyphs }
    private var plan: Plan { choice.plan }
    private var name: String { plan.number ?? "this session" }

    private var heading: String {
      if choice.problem != nil { return "'\(choice.id)' cannot be opened" }
      if choice.isSample { return "A sample: opening it makes a copy of your own" }
      switch choice.stage {
      case .planned: return "Before you start \(name)"
      case .live: return "\(name.capitalizedFirst) is live; you join it"
      case .closed: return "\(name.capitalizedFirst) is closed; what was said is kept"
      }
    }

    func drawShort(on canvas: inout Canvas, in area: Rect) {
      var rest = area
      canvas.write(
        heading, in: rest.take(1), style: look["strong"], ellipsis: glyphs.ellipsis)
      if let problem = choice.problem {
        let lines = problem.lines(in: rest.columns, limit: rest.rows, ellipsis: glyphs.ellipsis)
        canvas.write(lines, in: rest, style: look["bad"])
        return
      }
      drawFindings(on: &canvas, in: rest.inset(columns: 2))
    }

    /// Every finding in the order of the rules; with little room what is not met comes first.
    private func drawFindings(on canvas: inout Canvas, in area: Rect) {
      var findings = choice.findings
      if findings.count > area.rows {
        findings = findings.filter { !$0.isMet } + findings.filter(\.isMet)
      }
      for (index, finding) in findings.prefix(area.rows).enumerated() {
        let isLast = index == area.rows - 1 && findings.count > area.rows
        let more = isLast ? [Span("\(findings.count - area.rows) more", look["muted"])] : []
        let sign =
          finding.isMet
          ? Span(glyphs.check, look["good"]) : Span(glyphs.warning, look["warn"])
        canvas.write(
          [sign, Span(" " + finding.sentence, look["text"])], right: more, in: area.line(index),
          ellipsis: glyphs.ellipsis)
      }
    }

    func drawWide(on canvas: inout Canvas, in area: Rect) {
      var rest = area
      let title = plan.title.isEmpty ? choice.id : plan.title
      write(title, "strong", limit: 3, on: &canvas, rest: &rest)
      let facts = [plan.series, plan.number, plan.room, when].compactMap(\.self)
      write(
        facts.joined(separator: " \(glyphs.dot) "), "muted", limit: 2, on: &canvas, rest: &rest)
      _ = rest.take(1)
      if let problem = choice.problem {
        write(problem, "bad", limit: 6, on: &canvas, rest: &rest)
        return
      }
      let findings = min(choice.findings.count + 2, rest.rows / 2)
      let room = rest.rows - findings
      if let description = plan.description {
        write(description, "text", limit: room / 2, on: &canvas, rest: &rest)
        _ = rest.take(1)
      }
      if !plan.questionOrder.isEmpty {
        canvas.write("POLICY QUESTIONS", in: rest.take(1), style: look["heading"])
        for (index, question) in plan.orderedQuestions.enumerated() where rest.rows > findings + 1 {
          let lines = question.text.lines(
            in: rest.columns - 3, limit: min(4, rest.rows - findings), ellipsis: glyphs.ellipsis)
          let place = rest.take(lines.count)
          canvas.write("\(index + 1)", in: place.line(0), style: look["accent"])
          canvas.write(lines, in: place.split(left: 3).rest, style: look["text"])
        }
      }
      if rest.rows > findings { _ = rest.take(1) }
      canvas.write(
        heading, in: rest.take(1), style: look["heading"], ellipsis: glyphs.ellipsis)
      drawFindings(on: &canvas, in: rest)
    }

    private var when: String? {
      plan.slot.map { "\($0.dayText), \($0.timesText)" }
    }

    private func write(
      _ text: String, _ role: TerminalUI.Role, limit: Int, on canvas: inout Canvas,
      rest: inout Rect
    ) {
      let lines = text.lines(
        in: rest.columns, limit: min(limit, rest.rows), ellipsis: glyphs.ellipsis)
      canvas.write(lines, in: rest.take(lines.count), style: look[role])
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
