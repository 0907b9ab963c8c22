import SessionModel
import TerminalUI

extension Console.Frame {
  /// The run of show, the forecast, and who was heard.
  func drawTimeColumn(on canvas: inout Canvas, in area: Rect, isDetailed: Bool = false) {
    let heardRows = 8
    let showRows = min(
      session.agenda.order.count * (isDetailed ? 2 : 1) + 5, area.rows - heardRows)
    let (top, rest) = area.split(top: max(6, showRows))
    drawRunOfShow(on: &canvas, in: top, isDetailed: isDetailed)
    let hasClock = session.floor.budgets != nil
    part("heard", hasClock: hasClock, on: &canvas, in: rest.split(top: 1).rest) { canvas, area in
      drawHeard(on: &canvas, in: area)
      guard isDetailed else { return }
      drawVoices(on: &canvas, in: area.split(top: heardRows + 1).rest)
    }
  }

  func drawRunOfShow(on canvas: inout Canvas, in area: Rect, isDetailed: Bool) {
    part("show", pane: .agenda, on: &canvas, in: area) { canvas, area in
      drawShow(on: &canvas, in: area, isDetailed: isDetailed)
    }
  }

  private func drawShow(on canvas: inout Canvas, in area: Rect, isDetailed: Bool) {
    let (head, rest) = area.split(top: 1)
    heading("RUN OF SHOW", right: "plan    real", on: &canvas, in: head, pane: .agenda)
    let (list, foot) = rest.split(bottom: 3)
    let isFocused = console.focus == .agenda
    console.agenda.draw(
      on: &canvas, in: list, look: look, items: session.agenda.order, prefix: "segment",
      hasFocus: isFocused, bar: isFocused ? .words : nil, empty: "no segment yet; d adds one",
      height: { _ in isDetailed ? 2 : 1 },
      state: { index in
        session.agenda.order[index] == session.agenda.current ? scene.part() : scene.still()
      }
    ) { canvas, row, id in
      guard let segment = session.agenda.segments[id] else { return }
      drawSegment(segment, on: &canvas, in: row, isDetailed: isDetailed)
    }
    drawForecast(on: &canvas, in: foot.split(top: 1).rest)
  }

  private func drawSegment(
    _ segment: Segment, on canvas: inout Canvas, in row: ListRow, isDetailed: Bool
  ) {
    let elapsed = segment.elapsedSeconds(at: now)
    let isOver = elapsed > segment.allottedSeconds
    let (sign, role): (Span, Role) =
      switch segment.state {
      case .finished: (row.span(glyphs.check, "good"), "muted")
      case .running: (row.span(glyphs.current, "accent"), "strong")
      case .pending: (row.span(glyphs.pending, "muted"), "text")
      case .skipped: (row.span(glyphs.pending, "muted"), "muted")
      }
    let plan = "\(segment.plannedSeconds / 60)"
    let extended =
      segment.extendedSeconds == 0 ? "" : signed(segment.extendedSeconds)
    let real: Span =
      switch segment.state {
      case .pending: row.span(extended, "muted")
      case .skipped: row.span("out", "muted")
      case .running: row.span(minutesText(elapsed), isOver ? "warn" : "accent")
      case .finished: row.span(minutesText(elapsed), isOver ? "strong" : "muted")
      }
    let line = row.rect.line(0)
    let (titleArea, figures) = line.split(left: line.columns - 11)
    canvas.write(
      [sign, row.span(" "), row.span(segment.title, role)], in: titleArea.trimmedRight(1),
      ellipsis: glyphs.ellipsis)
    canvas.write(
      plan, in: figures.split(left: 4).left, style: row.style("muted"), align: .right)
    canvas.write(
      [real], in: figures.split(left: 4).rest, align: .right, ellipsis: glyphs.ellipsis)
    guard isDetailed else { return }
    let people = segment.people.compactMap { session.people[$0]?.name }
    let detail = ([segment.kind.title] + people).joined(separator: ", ")
    canvas.write(
      detail, in: row.rect.line(1).split(left: 2).rest, style: row.style("muted"),
      ellipsis: glyphs.ellipsis)
  }

  private func signed(_ seconds: Int) -> String {
    (seconds > 0 ? "+" : "") + minutesText(seconds)
  }

  private func drawForecast(on canvas: inout Canvas, in area: Rect) {
    guard let forecast = session.forecast(at: now) else {
      drawBeforeOrAfter(on: &canvas, in: area)
      return
    }
    let late = forecast.lateSeconds
    let role: Role = late >= 15 ? "strong" : "muted"
    canvas.write(
      "ends \(session.plan.secondsText(forecast.expectedEnd)) as things go", in: area.line(0),
      style: look[role], ellipsis: glyphs.ellipsis)
    let planned = "planned \(session.plan.clockText(forecast.plannedEnd))"
    canvas.write(
      late >= 15 ? "\(planned), \(clockText(late)) late" : planned, in: area.line(1),
      style: look["muted"], ellipsis: glyphs.ellipsis)
  }

  private func drawBeforeOrAfter(on canvas: inout Canvas, in area: Rect) {
    if let closed = session.agenda.closed, let opened = session.agenda.opened {
      let length = closed.seconds(since: opened)
      canvas.write(
        "closed \(session.plan.clockText(closed.at)) after \(length / 60) minutes",
        in: area.line(0), style: look["muted"], ellipsis: glyphs.ellipsis)
    } else {
      let minutes = session.agenda.plannedSeconds / 60
      canvas.write(
        "\(minutes) minutes planned", in: area.line(0), style: look["muted"],
        ellipsis: glyphs.ellipsis)
      canvas.write(
        [Span("o", look["accent"]), muted(" opens the session")], in: area.line(1),
        ellipsis: glyphs.ellipsis)
    }
  }

  /// Floor time by stakeholder group; those not heard are said so.
  private func drawHeard(on canvas: inout Canvas, in area: Rect) {
    heading(
      "HEARD SO FAR", [muted("floor time")], on: &canvas, in: area.line(0))
    let most = max(1, hearing.byGroup.values.max() ?? 1)
    let hasSpeech = hearing.total > 0
    for (index, group) in StakeholderGroup.allCases.enumerated() {
      let line = area.line(index + 1)
      let spoken = hearing.byGroup[group] ?? 0
      let isUnheard = hasSpeech && spoken == 0
      let wide = line.columns >= 44
      let labelColumns = wide ? 22 : 14
      let (label, rest) = line.split(left: labelColumns, gap: 1)
      let (bar, figure) = rest.split(left: rest.columns - (session.floor.budgets == nil ? 8 : 12))
      let name = wide ? group.title : group.narrowTitle
      canvas.write(
        name, in: label, style: look[isUnheard ? "group.unheard" : spoken > 0 ? "text" : "muted"],
        ellipsis: glyphs.ellipsis)
      canvas.drawBar(
        Double(spoken) / Double(most), in: bar, style: look["gauge"], look: look)
      if let budget = session.budget(of: .group(of: group)) {
        canvas.write(
          budgetText(budget), in: figure, style: look[budgetRole(budget)], align: .right)
        continue
      }
      canvas.write(
        clockText(Int(spoken / 1000)), in: figure,
        style: look[isUnheard ? "group.unheard" : "text"], align: .right)
    }
    let room = hearing.percent(of: .room)
    let online = hearing.percent(of: .online)
    canvas.write(
      [
        Span("\(glyphs.room) room \(room) %", look["channel.room"]), muted("   "),
        Span("\(glyphs.online) online \(online) %", look["channel.online"]),
      ], in: area.line(6), ellipsis: glyphs.ellipsis)
    guard hearing.withoutGroup >= 1000, area.rows > 7 else { return }
    canvas.write(
      [muted("no group given")],
      right: [Span(clockText(Int(hearing.withoutGroup / 1000)), look["text"])], in: area.line(7),
      ellipsis: glyphs.ellipsis)
  }

  /// How much of a budget is used: `3:20 of 5`.
  func budgetText(_ budget: Budget) -> String {
    let all = budget.allSeconds
    return clockText(session.secondsSpent(of: budget, at: now)) + " of "
      + (all % 60 == 0 ? "\(all / 60)" : clockText(all))
  }

  func budgetRole(_ budget: Budget) -> Role {
    let left = session.secondsLeft(of: budget, at: now)
    return left < 0 ? "bad" : left < 60 ? "warn" : "text"
  }

  /// Everybody who spoke, the longest first.
  private func drawVoices(on canvas: inout Canvas, in area: Rect) {
    guard area.rows > 2 else { return }
    heading(
      "VOICES", [muted(counted(hearing.byPerson.count, "person", "people"))],
      right: "turns    time", on: &canvas,
      in: area.line(0))
    let voices = hearing.byPerson.sorted { one, other in
      one.value != other.value ? one.value > other.value : one.key < other.key
    }
    for (index, voice) in voices.prefix(area.rows - 1).enumerated() {
      let person = session.people[voice.key]
      let turns = hearing.turnsByPerson[voice.key] ?? 0
      canvas.write(
        [Span(person?.name ?? "", look["text"]), muted("  " + origin(of: person))],
        right: [
          muted("\(turns)"),
          Span(
            String(repeating: " ", count: max(1, 8 - clockText(Int(voice.value / 1000)).count))
              + clockText(Int(voice.value / 1000)), look["text"]),
        ],
        in: area.line(index + 1), ellipsis: glyphs.ellipsis)
    }
  }

  /// The running segment in one line, for small terminals.
  func drawSegmentLine(on canvas: inout Canvas, in line: Rect) {
    let area = line.inset(columns: 1)
    guard let segment = session.agenda.currentSegment else {
      let word = session.stage == .planned ? "first" : "next"
      let next = session.agenda.next.map { "\(word): \($0.title)" } ?? "no segment is left"
      let text: String =
        switch session.stage {
        case .planned: "not open yet; o opens the session   \(next)"
        case .live: "between segments; n goes on   \(next)"
        case .closed: "the gavel has fallen"
        }
      canvas.write(text, in: area, style: look["muted"], ellipsis: glyphs.ellipsis)
      return
    }
    let elapsed = segment.elapsedSeconds(at: now)
    let isOver = elapsed > segment.allottedSeconds
    let figure = "\(minutesText(elapsed)) of \(segment.allottedSeconds / 60)"
    let next = session.agenda.next.map { "next: \($0.title)" } ?? "the last one"
    let (title, rest) = area.split(left: area.columns * 52 / 100)
    canvas.write(
      [
        Span(segment.title, look["strong"]), Span("   ", look["text"]),
        Span(figure, look[isOver ? "warn" : "accent"]),
      ], in: title, ellipsis: glyphs.ellipsis)
    let (bar, aside) = rest.split(left: min(20, rest.columns / 3), gap: 2)
    let share = Double(elapsed) / Double(max(1, segment.allottedSeconds))
    Gauge(share).draw(on: &canvas, in: bar, look: look)
    canvas.write(next, in: aside, style: look["muted"], ellipsis: glyphs.ellipsis)
  }
}

extension StakeholderGroup {
  /// Fits fourteen columns.
  var narrowTitle: String {
    switch self {
    case .civilSociety: "Civil Society"
    case .government: "Government"
    case .intergovernmental: "Intergov."
    case .privateSector: "Private"
    case .technicalCommunity: "Technical"
    }
  }
}
