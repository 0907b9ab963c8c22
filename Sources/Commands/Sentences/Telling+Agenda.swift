import SessionModel

extension Telling {
  func sentence(of event: AgendaEvent) -> String {
    switch event {
    case .added(let id, let title, _, let seconds, _):
      "Segment \(id) '\(title)' is planned for \(seconds.clock)"
    case .changed(let id, let details): changed(id, details)
    case .moved(let id, let place): "\(title(of: id)) is now at place \(place)"
    case .removed(let id): "\(title(of: id)) is struck from the agenda"
    case .opened: "The session is open"
    case .started(let id): "\(title(of: id)) begins" + planned(id)
    case .skipped(let id, let reason): "\(title(of: id)) is left out: \(reason)"
    case .extended(let id, let seconds) where seconds < 0:
      "\(title(of: id)) gets \((-seconds).clock) less"
    case .extended(let id, let seconds): "\(title(of: id)) gets \(seconds.clock) more"
    case .finished(let id): "\(title(of: id)) is finished"
    case .replanned(let way, let times, let out, let end): replanned(way, times, out, until: end)
    case .asked(.some(let id)): "On the table: \(heading(of: id))"
    case .asked(.none): "No policy question is on the table"
    case .closed: "The session is closed"
    }
  }

  private func replanned(
    _ way: Replan.Way, _ times: [SegmentTime], _ out: [SegmentID], until end: Timestamp?
  ) -> String {
    if let end { return "The session now ends at \(clock(end))" }
    let titles = out.map(title(of:)).list(joinedBy: "and")
    let gone = titles.isEmpty ? "" : "; \(titles) \(way == .move ? "moved" : "left out")"
    return "The rest is planned anew, \(times.count.of("segment"))\(gone)"
  }

  /// A time on the clocks of the place: `17:30`.
  private func clock(_ time: Timestamp) -> String {
    let zone = session.plan.slot?.clock(at: time)
    return CalendarTime(time, offsetMinutes: zone?.offsetMinutes ?? 0).clockText
      + (zone == nil ? " UTC" : "")
  }

  private func planned(_ id: SegmentID) -> String {
    session.agenda.segments[id].map { "; it has \($0.allottedSeconds.clock)" } ?? ""
  }

  private func changed(_ id: SegmentID, _ details: SegmentDetails) -> String {
    let facts = [
      details.title.map { "title '\($0)'" }, details.kind.map { "kind \($0.title)" },
      details.seconds.map { "planned for \($0.clock)" },
      details.startsAt.map { "begins at \(clock($0))" },
      details.minimum.map { "at least \($0.clock)" }, details.endsAt.map { "ends at \(clock($0))" },
      details.people.map { people in
        people.isEmpty ? "no people" : people.map(name(of:)).list(joinedBy: "and")
      },
      details.questions.map { questions in
        questions.isEmpty
          ? "no questions"
          : "questions \(questions.map(\.description).list(joinedBy: "and"))"
      },
      details.attribution.map(\.title),
    ].compactMap(\.self)
    return "\(title(of: id)): \(facts.joined(separator: ", "))"
  }
}
