import Screens
import SessionModel

/// What is counted of a session for its scenes, and counted again only when it may have changed.
struct SceneRecord {
  private var entries = -1
  private var tens: Int64?
  private var second: Int64 = 0
  private var current = Scene.Revision(clock: 0, record: 0)
  private var heard: (entries: Int, tens: Int64, hearing: Hearing)?

  /// Makes the next scene differ from all before it: another session may have as many entries.
  mutating func forget() {
    entries = -1
    heard = nil
  }

  /// Counts on with every entry, every second and every count of who was heard.
  mutating func revision(of session: Session, at now: Moment) -> Scene.Revision {
    let second = session.clockPhase(at: now) / 1000
    let isSameRecord = entries == session.entries && tens == heard?.tens
    if isSameRecord, self.second == second { return current }
    current.clock += 1
    if !isSameRecord { current.record += 1 }
    (entries, tens, self.second) = (session.entries, heard?.tens, second)
    return current
  }

  /// Who was heard, counted again with every entry and every ten seconds.
  mutating func hearing(of session: Session, at now: Moment) -> Hearing {
    let tens = now.at.milliseconds / 10_000
    if let heard, heard.entries == session.entries, heard.tens == tens { return heard.hearing }
    let hearing = session.hearing(at: now)
    heard = (session.entries, tens, hearing)
    return hearing
  }
}

extension Session {
  /// Milliseconds of the clock whose seconds a screen follows: a running turn's figure; where none
  /// runs, the clock on the wall.
  func clockPhase(at now: Moment) -> Int64 {
    floor.currentTurn.map { now.milliseconds(since: $0.started) } ?? now.at.milliseconds
  }
}
