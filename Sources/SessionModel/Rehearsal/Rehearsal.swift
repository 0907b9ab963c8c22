/// Simulated people at a table: they arrive, raise hands, speak, vote and write notes.
///
/// The same seed asks the same things of the same session at the same seconds. It only asks:
/// everything it does obeys the rules that people obey.
public struct Rehearsal: Sendable {
  /// Something a simulated person asks for, and from which seat.
  public struct Wish: Equatable, Sendable {
    public var intent: Intent
    public var seat: Seat
  }

  /// The seats that nobody real sits at.
  private let seats: Set<Seat>
  private let guests: Int
  var generator: SeededGenerator
  private var secondsToHand = 4
  private var secondsToNote = 45
  private var notesWritten = 0
  /// How long, per cent of the allowance, the present speaker is going to take.
  private var patience = 90

  /// Plays some seats, with that many people beside those on the roll.
  ///
  /// The ballot seat is where hands and ballots come from.
  public init(seed: UInt64, seats: Set<Seat>, guests: Int = 24) {
    self.seats = seats
    self.guests = guests
    generator = SeededGenerator(seed: seed)
  }

  /// What is done before the session begins: the guests come in, everybody on the roll arrives.
  public mutating func arrivals(in session: Session) -> [Wish] {
    var wishes = session.people.roll.filter { !$0.isPresent }.map { person in
      Wish(intent: .people(.arrive(person.id, nil)), seat: .moderator)
    }
    let first: PersonID = session.serials.next()
    for number in 1...max(1, guests) {
      var details = PersonDetails()
      let group = StakeholderGroup.allCases[generator.below(StakeholderGroup.allCases.count)]
      details.group = group
      details.region =
        group == .intergovernmental
        ? .intergovernmental : Region.allCases[generator.below(Region.allCases.count - 1)]
      details.channel = number % 4 == 0 ? .online : .room
      details.roles = [.participant]
      let name = number % 8 == 0 ? "Remote hub \(number / 8)" : "Participant \(number)"
      wishes.append(Wish(intent: .people(.add(name: name, details: details)), seat: .moderator))
      let guest = PersonID(first.number + number - 1)
      wishes.append(Wish(intent: .people(.arrive(guest, nil)), seat: .moderator))
    }
    let online = guests / 4 + 9
    wishes.append(
      Wish(
        intent: .people(.count(Headcount(room: guests + 17, online: online))), seat: .moderator))
    return wishes
  }

  /// What is asked for in this second.
  public mutating func wishes(in session: Session, at now: Moment) -> [Wish] {
    guard session.stage != .closed else { return [] }
    var wishes: [Wish] = []
    if seats.contains(.moderator) { wishes += moderate(session, at: now) }
    guard session.stage == .live else { return wishes }
    if seats.contains(.ballot) {
      // Who works in a group raises no hand in the plenary.
      if !session.breakouts.isRunning { wishes += raiseHands(in: session) }
      wishes += vote(in: session) + assent(in: session) + workInGroups(in: session, at: now)
    }
    if seats.contains(.rapporteur) { wishes += write(in: session) }
    return wishes
  }

  // MARK: Participants

  private mutating func raiseHands(in session: Session) -> [Wish] {
    secondsToHand -= 1
    guard secondsToHand <= 0, session.floor.isListOpen else { return [] }
    secondsToHand = 9 + generator.below(20) + session.floor.queue.count * 9
    let free = session.people.roll.filter { person in
      person.status != .cancelled && session.floor.request(of: person.id) == nil
        && session.floor.currentTurn?.person != person.id
        && !person.roles.contains(.moderator)
    }
    guard !free.isEmpty else { return [] }
    let person = free[generator.below(free.count)]
    let kinds: [FloorRequest.Kind] = [.comment, .comment, .comment, .question, .question, .reply]
    let kind =
      generator.once(in: 24) ? .pointOfOrder : kinds[generator.below(kinds.count)]
    return [
      Wish(intent: .floor(.raise(person.id, channel: nil, kind: kind)), seat: .ballot)
    ]
  }

  private mutating func vote(in session: Session) -> [Wish] {
    guard let poll = session.polls.open, generator.below(3) > 0 else { return [] }
    let box = session.boxes[poll.id] ?? BallotBox()
    let voters = session.people.roll.filter { person in
      person.roles.contains(.participant) && poll.named[person.id] == nil
        && !box.hasVoted(person.id)
    }
    guard !voters.isEmpty else { return [] }
    let voter = voters[generator.below(voters.count)]
    return [
      Wish(
        intent: .poll(.cast(poll.id, ballot(for: poll), voter: voter.id)), seat: .ballot)
    ]
  }

  /// Opinions lean to what stands first, as a table's do; some prefer not to say.
  private mutating func ballot(for poll: Poll) -> Ballot {
    guard !generator.once(in: 15) else { return Ballot() }
    return poll.form.ballot(among: poll.choices, using: &generator)
  }

  // MARK: Rapporteur

  private mutating func write(in session: Session) -> [Wish] {
    secondsToNote -= 1
    // Only guests are quoted: nobody who exists is given words that were never said.
    guard secondsToNote <= 0, let turn = session.floor.currentTurn,
      let speaker = session.people[turn.person], speaker.roles == [.participant]
    else { return [] }
    secondsToNote = 40 + generator.below(40)
    let note = Self.notes[notesWritten % Self.notes.count]
    notesWritten += 1
    return [
      Wish(intent: .note(.write(kind: note.kind, text: note.text)), seat: .rapporteur)
    ]
  }

  static let notes: [(kind: Note.Kind, text: String)] = [
    (.question, "Who checks that what is promised is done?"),
    (.agreement, "Those who are affected have to be heard before, not after"),
    (.takeaway, "Small organizations need tools they can use without a legal department"),
    (.disagreement, "Binding rules first, or shared practice first"),
    (.callToAction, "Publish one place in each country where a complaint can be brought"),
    (.link, "A list of national laws under way was posted by a remote participant"),
    (.unresolved, "What happens when the rules of two countries contradict each other"),
    (.commitment, "Offer to host a follow-up call within three months"),
    (.parkingLot, "Public procurement deserves a session of its own"),
  ]

  // MARK: Moderator

  private mutating func moderate(_ session: Session, at now: Moment) -> [Wish] {
    func ask(_ intent: Intent) -> [Wish] { [Wish(intent: intent, seat: .moderator)] }
    guard session.stage == .live else { return ask(.agenda(.open)) }
    guard let segment = session.agenda.currentSegment else {
      return session.agenda.next == nil
        ? (session.polls.open.map { ask(.poll(.close($0.id))) } ?? ask(.agenda(.close)))
        : ask(.agenda(.next))
    }
    let isOver = segment.elapsedSeconds(at: now) >= segment.allottedSeconds
    if let poll = session.polls.open {
      let age = poll.opened.map { now.seconds(since: $0) } ?? 0
      if age > 90 || isOver { return ask(.poll(.close(poll.id))) }
    } else if segment.kind == .poll,
      let draft = session.polls.all.first(where: { $0.state == .draft })
    {
      return ask(.poll(.open(draft.id)))
    } else if let closed = session.polls.all.first(where: { $0.state == .closed && !$0.isShared }),
      segment.kind == .poll
    {
      return ask(.poll(.share(closed.id)))
    }
    if let wishes = leadGroups(in: segment, of: session, at: now) { return wishes }
    if let wishes = seekAssent(in: segment, of: session, at: now) { return wishes }
    if isOver { return ask(session.agenda.next == nil ? .agenda(.finish) : .agenda(.next)) }
    guard let turn = session.floor.currentTurn else {
      patience = 55 + generator.below(60)
      if segment.kind == .framing, let speaker = nextFramer(of: segment, in: session) {
        return ask(.floor(.give(.person(speaker), seconds: nil)))
      }
      return session.floor.queue.isEmpty ? [] : ask(.floor(.give(.next, seconds: nil)))
    }
    let limit = turn.allowanceSeconds * patience / 100
    return turn.spokenSeconds(at: now) >= limit ? ask(.floor(.end)) : []
  }

  /// The first of a framing segment's people who has not spoken in it.
  private func nextFramer(of segment: Segment, in session: Session) -> PersonID? {
    let heard = Set(session.floor.turns.filter { $0.segment == segment.id }.map(\.person))
    return segment.people.first { !heard.contains($0) }
  }
}
