import Commands
import SessionModel
import SessionStore

/// The sessions of breakout groups, which lie beside the session they were divided from.
///
/// A group is an ordinary session; what goes between it and the plenary goes in as anybody's
/// intent does. Where it lies on another machine it is packed, sent and merged as a file.
struct GroupSessions {
  /// The session at whose desk something happened: the plenary, or one of its groups.
  let folder: SessionFolder
  let now: () -> Moment

  private var library: Library {
    let place = folder.path.lastIndex(of: "/").map { String(folder.path[..<$0]) } ?? "."
    return Library(path: place)
  }

  /// A group's own session where it lies.
  private struct Own {
    var group: BreakoutID
    var folder: SessionFolder
    var session: Session
  }

  /// What a group's session is called: where a division was taken back and another made in its
  /// place, the groups of both have the same serial names, and both may have begun.
  private func names(of group: BreakoutID) -> [String] {
    let name = "\(folder.name)-\(group)"
    return [name] + (2...9).map { "\(name)-\($0)" }
  }

  /// The sessions of groups that lie beside the plenary.
  private func sessions(of groups: [Breakout], in session: Session) -> [Own] {
    groups.compactMap { group in
      for name in names(of: group.id) {
        guard let found = try? library.session(named: name) else { return nil }
        guard let own = try? SessionDesk(found, now: now).current() else { continue }
        if own.plan.breakout?.tag == group.tag ?? session.breakouts.tag {
          return Own(group: group.id, folder: found, session: own)
        }
      }
      return nil
    }
  }

  /// Those of the groups that there are now.
  private func sessions(of session: Session) -> [Own] {
    sessions(of: session.breakouts.all.all, in: session)
  }

  // MARK: What follows from what happened

  /// Does in the other sessions what an entry means to them; a sentence where that failed.
  func follow(_ entry: Entry, in session: Session) -> String? {
    do throws(StoreFailure) {
      switch entry.event {
      case .breakout(.begun):
        try makeSessions(of: session)
        try setClocks(by: session)
      case .breakout(.recalled):
        try tell(BreakoutSignal(.back, sent: entry.at.at), nil, in: session)
      case .breakout(.signalled(let signal)): try pass(on: signal, in: session)
      // More time may be given, and taken back again.
      case .breakout(.extended), .history: try setClocks(by: session)
      default: break
      }
      return nil
    } catch {
      return "The groups' own sessions: \(error.sentence)"
    }
  }

  private func makeSessions(of session: Session) throws(StoreFailure) {
    let made = Set(sessions(of: session).map(\.group))
    for group in session.breakouts.all where !made.contains(group.id) {
      let names = names(of: group.id)
      let free = names.first { (try? library.session(named: $0)) == nil }
      let desk = try SessionDesk(try library.create(named: free ?? names[0]), now: now)
      // What a group's session cannot take, as a name without letters, it does without.
      _ = try desk.submit(session.beginnings(of: group.id, named: folder.name), by: .moderator)
    }
  }

  /// Gives every group the time that the plenary gives it.
  private func setClocks(by session: Session) throws(StoreFailure) {
    guard session.breakouts.isRunning else { return }
    for own in sessions(of: session) {
      guard let told = session.origin(of: own.group, named: folder.name),
        let known = own.session.plan.breakout, known != told
      else { continue }
      try submit(.plan(.set(.breakout(to: told))), to: own.folder)
      let work = SegmentID(1)
      let had = known.seconds ?? own.session.agenda.segments[work]?.allottedSeconds
      if let had, let has = told.seconds, has != had {
        try submit(.agenda(.extend(work, seconds: has - had)), to: own.folder)
      }
    }
  }

  private func pass(on signal: BreakoutSignal, in session: Session) throws(StoreFailure) {
    guard let origin = session.plan.breakout else {
      return try tell(signal, signal.to, in: session)
    }
    guard let plenary = try? library.session(named: origin.session) else { return }
    guard try SessionDesk(plenary, now: now).current().breakouts.tag == origin.tag else { return }
    try submit(.breakout(.hear(signal)), to: plenary)
  }

  /// Lets groups hear something: one of them, or all.
  private func tell(
    _ signal: BreakoutSignal, _ group: BreakoutID?, in session: Session
  ) throws(StoreFailure) {
    for own in sessions(of: session) where group == nil || group == own.group {
      try submit(.breakout(.hear(signal)), to: own.folder)
    }
  }

  /// Asks in another session; what it refuses, as a second time of the same, is left at that.
  private func submit(_ intent: Intent, to folder: SessionFolder) throws(StoreFailure) {
    _ = try SessionDesk(folder, now: now).submit([intent], by: .moderator)
  }

  // MARK: What comes back

  /// What a packed session, or every group's session that lies here, brings back.
  func returns(fromFile path: String? = nil, to session: Session) throws(StoreFailure) -> [Intent] {
    if let path { return [try intent(bringing: Pack(path: path), at: path)] }
    var intents: [Intent] = []
    // Groups of an earlier division may have gone on after the room was divided anew.
    let groups = (session.breakouts.earlier ?? []) + session.breakouts.all.all
    for own in sessions(of: groups, in: session) {
      intents.append(try intent(bringing: Pack(own.folder), at: own.folder.path))
    }
    return intents
  }

  private func intent(bringing pack: Pack, at path: String) throws(StoreFailure) -> Intent {
    guard let origin = pack.session.plan.breakout else {
      throw .pack(path: path, .noGroup)
    }
    return .breakout(
      .merge(origin.group, tag: origin.tag, pack.session.brings(digest: pack.digest)))
  }

  // MARK: How it goes

  /// A few words on each group whose session lies here.
  func statuses(of session: Session) -> [BreakoutID: String] {
    var words: [BreakoutID: String] = [:]
    for own in sessions(of: session) { words[own.group] = Self.status(of: own.session) }
    return words
  }

  private static func status(of group: Session) -> String {
    func counted(_ count: Int, _ thing: String) -> String {
      "\(count) \(thing)\(count == 1 ? "" : "s")"
    }
    let notes = counted(group.notes.all.count, "note")
    switch group.stage {
    case .planned: return "not begun"
    case .closed: return "closed with \(notes)"
    case .live:
      let speaker = group.floor.currentTurn.flatMap { group.people[$0.person]?.name }
      return ([notes, counted(group.floor.turns.count, "turn")] + [speaker].compactMap(\.self))
        .joined(separator: ", ")
    }
  }
}
