import Commands
import Screens
import SessionModel
import SessionStore

/// One session as this process takes part in it: its desk, and what wakes us for it.
@MainActor
final class Sitting {
  let desk: SessionDesk
  let watch: Watch
  let seat: Seat
  let clock: TableClock
  /// After how many seconds a ballot terminal forgets whoever stops half-way.
  var idleSeconds = BallotScreen.forgetsAfterSeconds
  private(set) var attendance: [Seat: Int] = [:]
  /// The simulated people, when it is a rehearsal.
  private var rehearsal: Rehearsal?
  private var lastWish: Moment?

  init(_ folder: SessionFolder, seat: Seat, clock: TableClock, rehearsal: Rehearsal? = nil) throws {
    self.seat = seat
    self.clock = clock
    self.rehearsal = rehearsal
    desk = try SessionDesk(folder, now: clock.now)
    watch = try Watch(folder)
    // Who may only read the folder can look on all the same; the others do not see it then.
    try? desk.sit(at: seat)
    attendance = desk.attendance()
  }

  var isRehearsal: Bool { rehearsal != nil }

  func lookAround() {
    attendance = desk.attendance()
  }

  /// Asks for one thing; the sentence of what happened, or of why it did not.
  func ask(_ intent: Intent) -> (text: String, isDone: Bool) {
    do {
      // A session kept aside costs a copy of what changes: only where its names are needed.
      let before = intent.takesAway ? try desk.current() : nil
      guard let outcome = try desk.submit([intent], by: seat).first else { return ("", false) }
      switch outcome {
      case .success(let entry):
        var teller = Teller(before ?? desk.lastRead)
        if let problem = groups.follow(entry, in: desk.lastRead) { return (problem, false) }
        return (teller.sentence(of: entry, now: desk.lastRead), true)
      case .failure(let refusal): return (refusal.sentence, false)
      }
    } catch {
      return (sentence(of: error), false)
    }
  }

  /// Asks for one thing with the passphrase or PIN that was typed for it.
  func ask(_ intent: Intent, with typed: String) -> (text: String, isDone: Bool) {
    do throws(DeskError) {
      var teller = Teller(desk.lastRead)
      let entry = try desk.submit(intent, with: typed, by: seat)
      return (teller.sentence(of: entry, now: desk.lastRead), true)
    } catch {
      switch error {
      case .refused(let refusal): return (refusal.sentence, false)
      case .failed(let failure): return (sentence(of: failure), false)
      }
    }
  }

  /// The sessions of this one's breakout groups, or the plenary of this group.
  var groups: GroupSessions { GroupSessions(folder: desk.folder, now: clock.now) }

  /// How it goes with the breakout groups, looked at anew every two seconds.
  func groupStatuses(at now: Moment) -> [BreakoutID: String] {
    let time = now.at.milliseconds / 2000
    if let looked, looked.time == time { return looked.words }
    let words = groups.statuses(of: desk.lastRead)
    looked = (time, words)
    return words
  }

  private var looked: (time: Int64, words: [BreakoutID: String])?

  /// Takes what breakout groups bring back; what came of it, in a sentence.
  func gather(from path: String?) -> (text: String, isDone: Bool) {
    do throws(StoreFailure) {
      let intents = try groups.returns(fromFile: path, to: desk.current())
      guard !intents.isEmpty else {
        return ("No group's session lies beside this one; f merges a file", false)
      }
      var refused: String?
      var count = 0
      for outcome in try desk.submit(intents, by: seat) {
        switch outcome {
        case .success: count += 1
        case .failure(let refusal): refused = refusal.isOfNothingNew ? refused : refusal.sentence
        }
      }
      if let refused { return (refused, false) }
      guard count > 0 else { return ("Nothing new was brought back", true) }
      return ("\(count == 1 ? "1 group" : "\(count) groups") brought something back", true)
    } catch {
      return (sentence(of: error), false)
    }
  }

  /// A failure in words that fit a status line: where the session lies is known at its table.
  func sentence(of failure: StoreFailure) -> String {
    failure.sentence.replacing(desk.folder.path + "/", with: "")
  }

  /// Lets the simulated people have their seconds; whether anything was asked for.
  func rehearse() throws {
    guard var rehearsal else { return }
    let now = clock.now()
    let passed = lastWish.map { now.seconds(since: $0) } ?? 1
    guard passed > 0 else { return }
    lastWish = now
    for _ in 0..<min(passed, 30) {
      for wish in rehearsal.wishes(in: desk.lastRead, at: now) {
        // A simulated person who is refused does what people do: nothing.
        _ = try desk.submit([wish.intent], by: wish.seat)
      }
    }
    self.rehearsal = rehearsal
  }

  /// Closes a poll whose time is up, unless another terminal was first.
  func closeWhatIsOver() {
    guard let poll = desk.lastRead.overduePoll(at: clock.now()) else { return }
    // Who may only look on leaves it to the others.
    _ = try? desk.submit([.poll(.expire(poll))], by: seat)
  }

  /// Brings the simulated people in.
  func arrive() throws {
    guard var rehearsal else { return }
    let arrivals = rehearsal.arrivals(in: desk.lastRead)
    self.rehearsal = rehearsal
    _ = try desk.submit(arrivals.map(\.intent), by: .moderator)
  }

  /// Gives the place at the table back.
  func leave() {
    // A checkpoint that cannot be written costs the next start some time and nothing else.
    try? desk.leave()
  }
}
