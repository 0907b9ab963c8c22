import SessionModel

extension Record {
  /// Segments and turns along the clock; turns without names or channels where a rule hides them.
  var timeline: Content {
    guard let opened = session.agenda.opened else { return .nothing }
    let end = session.agenda.closed ?? now
    let length = end.milliseconds(since: opened)
    guard length > 0 else { return .nothing }
    let span = { (from: Moment, to: Moment, label: String) in
      Document.Chart.Timeline.Span(
        start: from.milliseconds(since: opened), length: to.milliseconds(since: from),
        label: label,
        figure: "\(calendar(from.at).timeText) to \(calendar(to.at).timeText)")
    }
    let segments = session.agenda.ordered.compactMap { segment in
      segment.started.map { span($0, segment.finished ?? end, segment.title) }
    }
    let turns = keptTurns
    let isOpen = turns.allSatisfy { rule(of: $0) == .attributed }
    var lanes = [Document.Chart.Timeline.Lane("Segments", segments)]
    if isOpen {
      for channel in Channel.allCases {
        let spans = turns.filter { $0.channel == channel }
          .map { span($0.started, $0.ended ?? end, session.people[$0.person]?.name ?? "") }
        lanes.append(.init(channel.rawValue.capitalizedFirst, spans))
      }
    } else {
      lanes.append(.init("Turns", turns.map { span($0.started, $0.ended ?? end, "") }))
    }
    lanes.removeAll { $0.spans.isEmpty }
    guard !lanes.isEmpty else { return .nothing }
    let timeline = Document.Chart.Timeline(
      length: length, lanes: lanes, ticks: ticks(from: opened.at, length: length))
    return Content(blocks: [.chart(Document.Chart("Segments and turns", .timeline(timeline)))])
  }

  /// Full five, ten, thirty or sixty minutes, at most a dozen of them.
  private func ticks(
    from start: Timestamp, length: Int64
  ) -> [Document.Chart.Timeline.Tick] {
    let minute: Int64 = 60_000
    let step =
      [5, 10, 30, 60, 360].map { $0 * minute }.first { length / $0 <= 12 } ?? 1440 * minute
    let offset = Int64(session.plan.slot?.offsetMinutes ?? 0) * minute
    let local = start.milliseconds + offset
    var at = (local / step) * step
    if at < local { at += step }
    return stride(from: at, through: local + length, by: Int(step)).map { time in
      Document.Chart.Timeline.Tick(
        at: time - local,
        label: calendar(Timestamp(milliseconds: time - offset)).clockText)
    }
  }
}
