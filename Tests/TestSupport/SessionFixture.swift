public import SessionModel

/// A session arranged by what happens to it, one entry after another, on fixed dates.
public struct SessionFixture: Sendable {
  public private(set) var session = Session()
  /// The time of the next entry.
  public private(set) var now: Moment

  /// An empty session, eight minutes before its slot.
  public init(at time: String = "2021-12-07T16:22:00Z") {
    now = Moment(at: Timestamp(time) ?? Timestamp(milliseconds: 0))
  }

  /// Lets something happen now.
  public mutating func happen(_ events: Event..., by seat: Seat = .moderator) throws {
    for event in events {
      try session.apply(Entry(n: session.entries + 1, at: now, by: seat, event: event))
    }
  }

  /// Asks as a seat would; throws the refusal.
  public mutating func ask(_ intent: Intent, by seat: Seat) throws {
    let decision = try session.decide(intent, by: seat, at: now)
    switch decision.deposit {
    case .fill(let poll, let box): session.boxes[poll] = box
    case .empty(let poll): session.boxes[poll] = nil
    case .codes(let codes): session.codes = codes
    case .seal(let poll, _, var box):
      box.put(sealed: "sealed \(box.turnout + 1)")
      session.boxes[poll] = box
    case nil: break
    }
    try happen(decision.event, by: seat)
  }

  /// Puts a ballot into the box of an open anonymous poll, as the store would.
  public mutating func fill(_ poll: PollID, with choices: Choice.ID...) throws {
    var box = session.boxes[poll] ?? BallotBox()
    box.put(Ballot(choosing: choices), from: nil)
    session.boxes[poll] = box
    try happen(.poll(.ballotCounted(poll: poll, turnout: box.turnout)), by: .ballot)
  }

  /// Lets time pass.
  public mutating func wait(_ seconds: Int) {
    now.at = now.at.advanced(by: seconds)
  }
}

extension SessionFixture {
  /// A round table of one hour with six invented people, planned and not open.
  ///
  /// Questions q1 and q2; segments s1 to s4, of which s3 puts q1 on the table.
  public static func planned() throws -> SessionFixture {
    var table = SessionFixture()
    try table.plan()
    for (index, person) in cast.enumerated() {
      try table.happen(
        .people(
          .added(person: PersonID(index + 1), name: person.name, details: person.details)))
    }
    try table.happen(
      .agenda(
        .added(
          segment: SegmentID(1), title: "Opening", kind: .opening, seconds: 300,
          details: SegmentDetails())),
      .agenda(
        .added(
          segment: SegmentID(2), title: "Framing", kind: .framing, seconds: 720,
          details: SegmentDetails())),
      .agenda(
        .added(
          segment: SegmentID(3), title: "Question 1", kind: .discussion, seconds: 1800,
          details: asking(1))),
      .agenda(
        .added(
          segment: SegmentID(4), title: "Next steps", kind: .closing, seconds: 780,
          details: SegmentDetails())))
    return table
  }

  /// The same, open, with question 1 on the table at 16:42 and nobody speaking.
  public static func live() throws -> SessionFixture {
    var table = try planned()
    table.wait(8 * 60)
    try table.happen(.agenda(.opened))
    table.wait(5 * 60)
    try table.happen(.agenda(.started(segment: SegmentID(2))))
    table.wait(7 * 60)
    try table.happen(.agenda(.started(segment: SegmentID(3))))
    return table
  }

  /// Gives somebody the floor for that many seconds.
  public mutating func give(
    _ person: Int, turn: Int = 1, seconds: Int = 180, channel: Channel = .room
  ) throws {
    try happen(
      .floor(
        .given(
          turn: TurnID(turn), person: PersonID(person), channel: channel, kind: .comment,
          request: nil, segment: session.agenda.current, question: session.agenda.question,
          allowance: seconds)))
  }

  /// Raises somebody's hand.
  public mutating func raise(_ person: Int, request: Int, channel: Channel = .room) throws {
    try happen(
      .floor(
        .raised(
          request: RequestID(request), person: PersonID(person), channel: channel, kind: .comment)))
  }

  /// Opens a poll of one choice out of three, v1 unless told otherwise.
  public mutating func openPoll(
    _ poll: Int = 1, _ secrecy: Poll.Secrecy = .anonymous, method: PollMethod = .oneChoice
  ) throws {
    try happen(
      .poll(
        .drafted(
          poll: PollID(poll), text: "Who should carry due diligence first?", method: method,
          choices: Choice.lettered(["Companies", "States", "All jointly"]), secrecy: secrecy)),
      .poll(
        .opened(
          poll: PollID(poll), segment: session.agenda.current, question: session.agenda.question)))
  }

  /// Writes a note, bound to the question on the table and whoever speaks.
  public mutating func write(_ note: Int, _ kind: Note.Kind, _ text: String) throws {
    try happen(
      .note(
        .written(note: NoteID(note), kind: kind, text: text, binding: session.presentBinding)),
      by: .rapporteur)
  }

  private mutating func plan() throws {
    let start = Timestamp("2021-12-07T16:30:00Z") ?? Timestamp(milliseconds: 0)
    let fields: [PlanField] = [
      .title(to: "Stakeholder Roles for Due Diligence"), .number(to: "WS #204"),
      .series(to: "IGF 2021"), .room(to: "Ballroom A"),
      .slot(to: Slot(start: start, end: start.advanced(by: 3600))),
      .format(to: Format(kind: "Round Table", layout: "Circle", minutes: 60)),
    ]
    for field in fields { try happen(.plan(.changed(field: field))) }
    try happen(
      .plan(
        .questionAdded(
          question: QuestionID(1),
          text: "How do policy makers connect global instruments to national contexts?",
          short: "Global instruments, national contexts")),
      .plan(
        .questionAdded(
          question: QuestionID(2), text: "What is the role of each stakeholder group?", short: nil)
      ))
  }

  private static func asking(_ question: Int) -> SegmentDetails {
    var details = SegmentDetails()
    details.questions = [QuestionID(question)]
    return details
  }

  private static let cast: [(name: String, details: PersonDetails)] = [
    person("Participant 1", .government, .weog, [.speaker]),
    person("Participant 2", .civilSociety, .asiaPacific, [.speaker], channel: .online),
    person("参加者 3", .civilSociety, .asiaPacific, [.speaker]),
    person("مشارك ٤", .intergovernmental, .african, [.speaker]),
    person("Participant 5", .civilSociety, .grulac, [.moderator]),
    person("Participant 6", .technicalCommunity, .easternEuropean, [.participant]),
  ]

  private static func person(
    _ name: String, _ group: StakeholderGroup, _ region: Region, _ roles: [Role],
    channel: Channel = .room
  ) -> (name: String, details: PersonDetails) {
    var details = PersonDetails()
    details.group = group
    details.region = region
    details.roles = roles
    details.channel = channel
    return (name, details)
  }
}
