/// Breakout groups, as simulated people divide into them, work and tell what came of it.
extension Rehearsal {
  /// What a moderator does about groups; `nil` where a segment has nothing to do with any.
  func leadGroups(in segment: Segment, of session: Session, at now: Moment) -> [Wish]? {
    func ask(_ intent: Intent) -> [Wish] { [Wish(intent: intent, seat: .moderator)] }
    let breakouts = session.breakouts
    let left = segment.allottedSeconds - segment.elapsedSeconds(at: now)
    if breakouts.isRunning {
      let longest = breakouts.all.compactMap { breakouts.leftSeconds(of: $0, at: now) }.max() ?? 0
      guard left > 0, longest > 0 else { return ask(.breakout(.recall)) }
      let isTold = breakouts.signals.contains { $0.kind == .left }
      guard longest <= 60, !isTold else { return [] }
      return ask(.breakout(.signal(.left, minutes: 1, text: nil, to: nil)))
    }
    switch segment.kind {
    case .breakout where left > 60: return beginGroups(in: segment, of: session, seconds: left - 30)
    case .readout where left > 0: return readOut(in: session)
    default: return nil
    }
  }

  /// Divides the room, gives every group who chairs and who writes, and sends them to work.
  private func beginGroups(
    in segment: Segment, of session: Session, seconds: Int
  ) -> [Wish]? {
    func ask(_ intent: BreakoutIntent) -> [Wish] {
      [Wish(intent: .breakout(intent), seat: .moderator)]
    }
    let breakouts = session.breakouts
    if let recalled = breakouts.recalled, let started = segment.started,
      started.milliseconds(since: recalled) == 0
    {
      return nil
    }
    guard breakouts.began == nil, !breakouts.all.isEmpty else {
      let count = session.divisible.count
      // Eight people in a group talk; more listen.
      guard count >= 4 else { return nil }
      return ask(.divide(groups: max(2, (count + 7) / 8), size: nil, seed: 1))
    }
    if let group = breakouts.all.first(where: { $0.reporter == nil && !$0.members.isEmpty }) {
      var details = BreakoutDetails()
      details.chair = group.members[0]
      details.rapporteur = group.members[group.members.count > 1 ? 1 : 0]
      return ask(.change(group.id, details))
    }
    guard session.floor.current == nil else {
      return [Wish(intent: .floor(.endAll), seat: .moderator)]
    }
    return ask(.begin(seconds: seconds))
  }

  /// Lets one group after another tell what came of it.
  private func readOut(in session: Session) -> [Wish]? {
    guard session.floor.current == nil, session.breakouts.recalled != nil else { return nil }
    let next = session.breakouts.all.first { $0.reporter != nil && !session.hasReadOut($0) }
    return next.map {
      [Wish(intent: .breakout(.readOut($0.id, seconds: nil)), seat: .moderator)]
    }
  }

  /// One group calls for help, and each brings something back when it is called.
  func workInGroups(in session: Session, at now: Moment) -> [Wish] {
    let breakouts = session.breakouts
    guard let first = breakouts.all.all.first, let tag = breakouts.tag else { return [] }
    if breakouts.isRunning {
      let left = breakouts.leftSeconds(of: first, at: now) ?? 0
      let hasCalled = breakouts.signals.contains { $0.kind == .help }
      guard left < breakouts.seconds * 2 / 3, !hasCalled else { return [] }
      let call = BreakoutSignal(.help, from: first.id, sent: now.at)
      return [Wish(intent: .breakout(.hear(call)), seat: .moderator)]
    }
    guard breakouts.recalled != nil else { return [] }
    let late = breakouts.all.filter { $0.returned == nil }
    return late.map { group in
      Wish(
        intent: .breakout(.merge(group.id, tag: tag, brought(by: group, after: breakouts.seconds))),
        seat: .rapporteur)
    }
  }

  private func brought(by group: Breakout, after seconds: Int) -> BreakoutReturn {
    var back = BreakoutReturn(entries: 40, digest: "rehearsal-\(group.id)")
    back.seconds = seconds
    back.speakers = group.members.count
    back.notes = (0..<2).map { place in
      let note = Self.notes[(group.id.number * 2 + place) % Self.notes.count]
      return ReturnedNote(note.kind, note.text)
    }
    return back
  }
}
