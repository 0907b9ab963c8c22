import SessionModel

extension Record {
  /// The run of show: how long each segment was to last, and how long it did.
  var agenda: Content {
    let segments = session.agenda.ordered
    guard !segments.isEmpty else { return .nothing }
    let hasStarts = segments.contains { $0.startsAt != nil }
    let columns: [Document.Table.Column] =
      (hasStarts ? [.text("Starts")] : [])
      + [
        .text("Segment"), .text("Kind"), .figures("Planned"), .figures("Real"),
        .figures("Difference"),
      ]
    let rows = segments.map { segment in
      let start = segment.startsAt.map { calendar($0).clockText } ?? notRecorded
      return (hasStarts ? [start] : []) + row(for: segment)
    }
    let total = (hasStarts ? [""] : []) + totals(of: segments)
    let table = Document.Table(
      columns, rows: rows + [total], sources: segments.map(\.id.description) + [""])
    return Content(blocks: [.table(table)] + leftOut(of: segments))
  }

  private func row(for segment: Segment) -> [String] {
    let planned = segment.plannedSeconds
    let real = segment.elapsedSeconds(at: now)
    let head = [segment.title, segment.kind.title, clock(planned)]
    switch segment.state {
    case .pending: return head + [notRecorded, ""]
    case .skipped: return head + ["left out", ""]
    case .running: return head + ["\(clock(real)) so far", ""]
    case .finished: return head + [clock(real), signed(real - planned)]
    }
  }

  private func totals(of segments: [Segment]) -> [String] {
    let planned = segments.reduce(0) { $0 + $1.plannedSeconds }
    let begun = segments.compactMap { segment in
      segment.started.map { (segment.finished ?? now).milliseconds(since: $0) }
    }
    // Rounded once: the segments' own seconds may add up to less.
    let real = Int(begun.reduce(0, +) / 1000)
    let isOver = session.agenda.closed != nil
    return [
      "Total", "", clock(planned), begun.isEmpty ? notRecorded : clock(real),
      isOver ? signed(real - planned) : "",
    ]
  }

  private func leftOut(of segments: [Segment]) -> [Document.Block] {
    let items = segments.compactMap { segment in
      segment.skipped.map {
        Document.Item("Left out: \(segment.title) (\($0))", source: segment.id.description)
      }
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  private func signed(_ seconds: Int) -> String {
    seconds == 0 ? "0:00" : (seconds < 0 ? "-" : "+") + clock(abs(seconds))
  }
}
