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

  private func name(of group: BreakoutID) -> String { "\(folder.name)-\(group)" }

  /// The sessions of a division's groups that lie beside the plenary.
  private func sessions(of session: Session) -> [(group: BreakoutID, folder: SessionFolder)] {
    session.breakouts.all.compactMap { group in
      guard let found = try? library.session(named: name(of: group.id)) else { return nil }
      return (group.id, found)
    }
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
    for group in session.breakouts.all {
      let name = name(of: group.id)
      if let known = try? library.session(named: name),
        try SessionDesk(known, now: now).current().plan.breakout?.tag == session.breakouts.tag
      {
        continue
      }
      let made = try library.create(named: name)
      let desk = try SessionDesk(made, now: now)
      // What a group's session cannot take, as a name without letters, it does without.
      _ = try desk.submit(session.beginnings(of: group.id, named: folder.name), by: .moderator)
    }
  }

  /// Gives every group the time that the plenary gives it.
  private func setClocks(by session: Session) throws(StoreFailure) {
    guard session.breakouts.isRunning else { return }
    for (id, folder) in sessions(of: session) {
      let group = try SessionDesk(folder, now: now).current()
      guard let told = session.origin(of: id, named: self.folder.name),
        let known = group.plan.breakout, known.tag == told.tag, known != told
      else { continue }
      try submit(.plan(.set(.breakout(to: told))), to: folder)
      let work = SegmentID(1)
      let had = known.seconds ?? group.agenda.segments[work]?.allottedSeconds
      if let had, let has = told.seconds, has != had {
        try submit(.agenda(.extend(work, seconds: has - had)), to: folder)
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
    for (id, folder) in sessions(of: session) where group == nil || group == id {
      try submit(.breakout(.hear(signal)), to: folder)
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
    let earlier = (session.breakouts.earlier ?? []).compactMap { group in
      try? library.session(named: name(of: group.id))
    }
    for folder in earlier + sessions(of: session).map(\.folder) {
      intents.append(try intent(bringing: Pack(folder), at: folder.path))
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
    for (id, folder) in sessions(of: session) {
      guard let group = try? SessionDesk(folder, now: now).current() else { continue }
      words[id] = Self.status(of: group)
    }
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
