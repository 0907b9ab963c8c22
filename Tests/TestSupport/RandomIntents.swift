public import SessionModel

/// Intents of every kind, made at random: what can be asked, not what would be granted.
public struct RandomIntents {
  public var generator: SeededGenerator
  /// Serial names run from 1 to this.
  private let names: Int
  /// Whether texts are as nasty as texts can be, and times as far away.
  private let isWild: Bool

  public init(seed: UInt64, names: Int = 9, isWild: Bool = false) {
    generator = SeededGenerator(seed: seed)
    self.names = names
    self.isWild = isWild
  }

  public mutating func next() -> Intent {
    switch generator.number(0...25) {
    case 0...2: .plan(plan())
    case 3...6: .people(people())
    case 7...10: .agenda(agenda())
    case 11...14: .floor(floor())
    case 15...17: .poll(poll())
    case 18: generator.flips() ? .undo : .redo
    case 20: .outcome(outcome())
    case 23, 24: .inbox(inbox())
    case 25: .breakout(breakout())
    case 19: generator.flips() ? .access(access()) : .note(note())
    default: .note(note())
    }
  }

  public mutating func id<Thing>() -> Identifier<Thing> { Identifier(generator.number(1...names)) }

  public mutating func text() -> String {
    guard isWild else {
      return generator.one(of: ["Remedy", "Who pays?", "Open the floor", "Ünïcode 会议"])
    }
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "0", " ", " ", "\"", "\\", "\n", "\r", "\t", "-", "-", "'", "’", "“", "”", "‘", "é",
      "\u{301}", "\u{2028}", "\u{85}", "\u{0}", "\u{1B}", "\u{200D}", "👩", "会", "#", "|", ",", "{",
      "}", "u", "n", "\u{FEFF}", "\u{A0}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<generator.number(0...12) { text.append(generator.one(of: scalars)) }
    return String(text)
  }

  private mutating func seconds() -> Int {
    isWild ? generator.number(-100_000...100_000) : generator.number(30...600)
  }

  private mutating func timestamp() -> Timestamp {
    let base: Int64 = 1_638_894_600_000
    guard isWild else {
      return Timestamp(milliseconds: base + Int64(generator.number(0...8)) * 900_000)
    }
    return Timestamp(
      milliseconds: Int64(generator.number(-60_000_000_000_000...200_000_000_000_000)))
  }

  private mutating func some<Element>(_ make: (inout Self) -> Element) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<generator.number(0...3) { elements.append(make(&self)) }
    return elements
  }

  private mutating func plan() -> PlanIntent {
    switch generator.number(0...9) {
    case 0, 1, 2: .set(planField())
    case 3: .add(planItem())
    case 4: .drop(generator.any(PlanList.self), at: generator.number(1...4))
    case 5: .addQuestion(text: text(), short: generator.maybe(text()))
    case 6: .changeQuestion(id(), text: generator.maybe(text()), short: generator.maybe(text()))
    case 7: .addPart(id(), text: text())
    case 8: .moveQuestion(id(), to: generator.number(1...5))
    default: .removeQuestion(id())
    }
  }

  private mutating func planField() -> PlanField {
    switch generator.number(0...11) {
    case 11:
      .breakout(
        to: generator.maybe(
          BreakoutOrigin(
            session: text(), tag: text(), group: id(),
            began: generator.maybe(
              Moment(
                at: Timestamp(
                  milliseconds: Int64(1_638_894_600_000 + generator.number(0...90_000))),
                monotonic: Int64(generator.number(0...90_000)), boot: "3f1c9a2e")),
            seconds: generator.maybe(generator.number(1...3600)))))
    case 0: .title(to: text())
    case 1: .number(to: generator.maybe(text()))
    case 2: .series(to: generator.maybe(text()))
    case 3:
      .programme(
        to: generator.maybe(
          Programme(title: text(), part: generator.number(1...3), parts: generator.number(2...4))))
    case 4: .slot(to: generator.maybe(slot()))
    case 5: .room(to: generator.maybe(text()))
    case 6:
      .format(
        to: generator.maybe(
          Format(
            kind: text(), layout: generator.maybe(text()),
            minutes: generator.maybe(generator.number(30...90)))))
    case 7: .description(to: generator.maybe(text()))
    case 8: .attribution(to: generator.any(AttributionRule.self))
    case 9: .languages(to: some { $0.text() })
    default: .interpretation(to: some { $0.text() })
    }
  }

  private mutating func slot() -> Slot {
    var slot = Slot(
      start: timestamp(), end: timestamp(), zone: generator.one(of: ["UTC", "CET", text()]),
      offsetMinutes: generator.one(of: [0, 60, -210, 330, 765, -1439]))
    if generator.flips(0.2) {
      slot.change = Slot.ClockChange(
        at: timestamp(), zone: generator.one(of: ["CET", text()]),
        offsetMinutes: generator.one(of: [0, 60, -210]))
    }
    return slot
  }

  private mutating func planItem() -> PlanItem {
    switch generator.number(0...3) {
    case 0: .outcome(text: text())
    case 3: .deadline(text: text(), day: generator.maybe(text()))
    case 1: .goal(code: generator.one(of: ["8.2", "16", text()]), reason: generator.maybe(text()))
    default: .document(title: text(), link: generator.maybe(text()))
    }
  }

  private mutating func people() -> PeopleIntent {
    switch generator.number(0...10) {
    case 10: .countOnline(generator.number(-1...60))
    case 0, 1: .add(name: text(), details: personDetails(isNamed: false))
    case 2: .change(id(), personDetails(isNamed: true))
    case 3: .giveRole(id(), generator.any(Role.self))
    case 4: .takeRole(id(), generator.any(Role.self))
    case 5, 6: .arrive(id(), generator.maybe(generator.any(Channel.self)))
    case 7: .leave(id())
    case 8: .remove(id())
    default:
      .count(Headcount(room: generator.number(0...90), online: generator.number(0...90)))
    }
  }

  private mutating func personDetails(isNamed: Bool) -> PersonDetails {
    var details = PersonDetails()
    details.name = isNamed ? generator.maybe(text()) : nil
    details.affiliation = generator.maybe(text())
    details.position = generator.maybe(text())
    details.group = generator.maybe(generator.any(StakeholderGroup.self))
    details.region = generator.maybe(generator.any(Region.self))
    details.gender = generator.maybe(text())
    details.status = generator.maybe(generator.any(Person.Status.self))
    details.channel = generator.maybe(generator.any(Channel.self))
    details.roles = generator.maybe(some { $0.generator.any(Role.self) })
    details.clear = generator.maybe(some { $0.generator.any(PersonField.self) })
    return details
  }

  private mutating func agenda() -> AgendaIntent {
    switch generator.number(0...15) {
    case 0, 1, 2:
      .add(
        title: text(), kind: generator.any(Segment.Kind.self), seconds: seconds(),
        details: segmentDetails(isWhole: false))
    case 3: .change(id(), segmentDetails(isWhole: true))
    case 4: .move(id(), to: generator.number(1...5))
    case 5: .remove(id())
    case 6: .open
    case 7, 8: .next
    case 9: .start(id())
    case 10: .skip(id(), reason: text())
    case 11: .extend(generator.maybe(id()), seconds: seconds())
    case 12: .finish
    case 13: .ask(generator.flips(0.8) ? id() : nil)
    case 14: .replan(generator.any(Replan.Way.self))
    default: generator.flips(isWild ? 1 : 0.1) ? .close : .finish
    }
  }

  private mutating func segmentDetails(isWhole: Bool) -> SegmentDetails {
    var details = SegmentDetails()
    if isWhole {
      details.title = generator.maybe(text())
      details.kind = generator.maybe(generator.any(Segment.Kind.self))
      details.seconds = generator.maybe(seconds())
    }
    details.startsAt = generator.maybe(timestamp())
    details.minimum = generator.maybe(generator.number(0...300))
    details.endsAt = generator.flips(0.1) ? timestamp() : nil
    details.people = generator.maybe(some { $0.id() })
    details.questions = generator.maybe(some { $0.id() })
    details.attribution = generator.maybe(generator.any(AttributionRule.self))
    return details
  }

  private mutating func outcome() -> OutcomeIntent {
    let group = generator.maybe(generator.any(StakeholderGroup.self))
    let channel = generator.maybe(generator.any(Channel.self))
    let voice: Voter? = generator.flips(0.3) ? .person(id()) : nil
    return switch generator.number(0...14) {
    case 0: .add(text: text())
    case 1: .reword(id(), text: text())
    case 2: .remove(id())
    case 3, 4: .put(id(), generator.any(Asking.Way.self))
    case 5: .count
    case 6:
      .answer(generator.any(Asking.Level.self), group: group, channel: channel, voice: voice)
    case 7: .object(text: text(), group: group, channel: channel, voice: voice)
    case 8: .explain(id(), text: text(), group: group)
    case 9: .settle(id(), generator.any(Objection.State.self), answer: generator.maybe(text()))
    case 10: .end
    case 11: .declare(id(), override: generator.maybe(text()))
    case 12:
      .send(
        id(),
        OutcomeSentence.Destination(
          workstream: generator.maybe(text()), document: generator.maybe(text()),
          by: generator.maybe(text())))
    case 13:
      .quorum(generator.maybe(Threshold(1, of: 3, isMore: generator.flips())).flatMap(\.self))
    default: generator.flips() ? .invite(text()) : .uninvite(text())
    }
  }

  private mutating func inbox() -> InboxIntent {
    switch generator.number(0...15) {
    case 0...3: .post(posting())
    case 4: .attribute(id(), generator.maybe(id()))
    case 5: .sort(id(), generator.any(Message.Kind.self))
    case 6: .upvote(id())
    case 7: .count(id(), upvotes: generator.number(-1...9))
    case 8: .readOut(id())
    case 9: .answer(id(), text: generator.maybe(text()))
    case 10: .ask(id())
    case 11: .note(id(), generator.maybe(generator.any(Note.Kind.self)))
    case 12:
      .queue(
        id(), generator.maybe(id()), kind: generator.maybe(generator.any(FloorRequest.Kind.self)))
    case 13: .hide(id(), reason: text())
    case 14: .show(id(), reason: generator.maybe(text()))
    default: .tell(text())
    }
  }

  private mutating func posting() -> Posting {
    var posting = Posting(text: text())
    posting.kind = generator.maybe(generator.any(Message.Kind.self))
    posting.name = generator.maybe(text())
    posting.person = generator.flips(0.3) ? id() : nil
    posting.channel = generator.maybe(generator.any(Channel.self))
    posting.written = generator.maybe(timestamp())
    // What comes by itself is nobody's to take back.
    if isWild { posting.source = generator.maybe(text()) }
    return posting
  }

  private mutating func breakout() -> BreakoutIntent {
    switch generator.number(0...11) {
    case 0, 1:
      .divide(
        groups: generator.maybe(generator.number(0...4)),
        size: generator.maybe(generator.number(0...4)), seed: generator.number(0...9))
    case 2: .move(id(), to: generator.maybe(id()))
    case 3:
      .change(id(), breakoutDetails())
    case 4: .begin(seconds: seconds())
    case 5: .extend(generator.maybe(id()), seconds: seconds())
    case 6: .recall
    case 7:
      .signal(
        generator.any(BreakoutSignal.Kind.self), minutes: generator.maybe(generator.number(0...9)),
        text: generator.maybe(text()), to: generator.maybe(id()))
    case 8:
      .hear(
        BreakoutSignal(
          generator.any(BreakoutSignal.Kind.self),
          minutes: generator.maybe(generator.number(1...9)), text: generator.maybe(text()),
          from: generator.maybe(id()), to: generator.maybe(id()),
          sent: generator.maybe(timestamp())))
    case 9: .readOut(id(), seconds: generator.maybe(seconds()))
    case 10: generator.flips(isWild ? 1 : 0.2) ? .dissolve : .recall
    default: .merge(id(), tag: text(), breakoutReturn())
    }
  }

  private mutating func breakoutDetails() -> BreakoutDetails {
    var details = BreakoutDetails()
    details.title = generator.maybe(text())
    details.chair = generator.maybe(id())
    details.rapporteur = generator.maybe(id())
    details.question = generator.maybe(id())
    details.room = generator.maybe(text())
    return details
  }

  public mutating func breakoutReturn() -> BreakoutReturn {
    var back = BreakoutReturn(entries: generator.number(0...99), digest: text())
    back.seconds = generator.maybe(seconds())
    back.speakers = generator.maybe(generator.number(0...9))
    back.notes = generator.maybe(
      some {
        ReturnedNote(
          $0.generator.any(Note.Kind.self), $0.text(),
          rule: $0.generator.maybe($0.generator.any(AttributionRule.self)),
          topics: $0.generator.maybe($0.some { $0.text() }))
      })
    back.polls = generator.maybe(
      some {
        ReturnedPoll(
          $0.text(), method: $0.text(), turnout: $0.generator.number(0...40),
          rows: $0.some { .init($0.text(), $0.text()) })
      })
    back.outcomes = generator.maybe(
      some {
        ReturnedOutcome(
          $0.text(), statement: $0.generator.maybe($0.text()),
          objections: $0.generator.maybe($0.generator.number(1...3)))
      })
    return back
  }

  private mutating func floor() -> FloorIntent {
    switch generator.number(0...29) {
    case 26: .fishbowl([id()] + some { $0.id() }, chairs: generator.maybe(generator.number(1...5)))
    case 27: generator.flips() ? .takeChair(id()) : .leaveChair(id())
    case 28: generator.flips() ? .stick(id()) : .pass(to: id())
    case 29: .queueAgain
    case 0...3:
      .raise(
        id(), channel: generator.maybe(generator.any(Channel.self)),
        kind: generator.any(FloorRequest.Kind.self))
    case 4, 5: .give(target(), seconds: generator.maybe(seconds()))
    case 6: .yield(to: target())
    case 7: .end
    case 8: .pause
    case 9: .resume
    case 10: .withdraw(id())
    case 11: .skip(id(), reason: generator.any(PassedOver.Reason.self))
    case 12: .move(id(), to: generator.number(1...5))
    case 13: .readdLast
    case 14: generator.flips() ? .openList : .closeList
    case 15: .count(id(), words: generator.maybe(generator.number(0...400)))
    case 16: .answer(id(), to: id(), channel: generator.maybe(generator.any(Channel.self)))
    case 17: .bringBack(id())
    case 18, 19: .set(setting())
    case 20: .endAll
    case 21: .round(generator.any(Round.self), seconds: generator.maybe(seconds()))
    case 22, 23:
      .budget(
        generator.flips() ? .group(of: generator.any(StakeholderGroup.self)) : .person(id: id()),
        seconds: generator.maybe(generator.number(1...60)), segment: generator.maybe(id()))
    case 24: .addTime(.group(of: generator.any(StakeholderGroup.self)))
    default:
      generator.flips()
        ? .allow(generator.any(FloorRequest.Kind.self), seconds: seconds())
        : .allowFraming(seconds: seconds())
    }
  }

  private mutating func setting() -> FloorSetting {
    switch generator.number(0...6) {
    case 0, 1:
      .order(
        to: FloorOrder(
          generator.any(FloorOrder.Rule.self),
          favouring: generator.flips() ? [FloorOrder.firstTimer, "government"] : [],
          most: generator.maybe(generator.number(0...3))))
    case 2: .announced(to: generator.number(0...3))
    case 3: .counting(within: generator.any(FloorSettings.Scope.self))
    case 4: .several(to: generator.flips())
    case 5: .points(to: generator.flips())
    default: .missing(to: generator.flips())
    }
  }

  private mutating func target() -> FloorTarget {
    switch generator.number(0...2) {
    case 0: .next
    case 1: .request(id())
    default: .person(id())
    }
  }

  private mutating func poll() -> PollIntent {
    switch generator.number(0...18) {
    case 10:
      .ask(
        text: text(), method: method(), choices: some { $0.text() },
        secrecy: generator.any(Poll.Secrecy.self))
    case 11: generator.flips() ? .again(id()) : .reopen(id())
    case 12: generator.flips() ? .extend(id(), seconds: seconds()) : .reflect(id())
    // Whoever asks for it, it is the moderator's to take back.
    case 9 where isWild:
      generator.flips() ? .expire(id()) : .draw(id(), asCloud: generator.flips())
    case 18:
      .adopt(
        text: text(), method: method(), choices: some { $0.text() },
        papers: generator.flips(0.2)
          ? []
          : [BallotBox.Counted(ballot: Ballot(marks: ["A": 1]), count: generator.number(1...9))])
    case 14: .submit(id(), text: text())
    case 15: .mark(id(), statement: number(), generator.any(Opinion.self), voter: .person(id()))
    case 16:
      generator.flips(0.3)
        ? .strike(id(), statement: number()) : .measure(id(), generator.any(ShareBase.self))
    case 17: .cast(id(), Ballot(marks: [number(): generator.number(-1...2)]), voter: id())
    case 13: .enter(id(), generator.flips(0.1) ? [:] : ["A": generator.number(-1...40), "C": 1])
    case 0, 1, 2:
      .draft(
        text: text(), method: method(), choices: some { $0.text() },
        secrecy: generator.any(Poll.Secrecy.self))
    case 3:
      .change(
        id(), text: generator.maybe(text()), choices: generator.maybe(some { $0.text() }),
        secrecy: generator.maybe(generator.any(Poll.Secrecy.self)))
    case 4: .remove(id())
    case 5: .open(id())
    case 6: .close(id())
    case 7: generator.flips() ? .share(id()) : .hide(id())
    case 8: ballotRule()
    default: .cast(id(), ballot(), voter: generator.maybe(id()))
    }
  }

  private mutating func ballotRule() -> PollIntent {
    switch generator.number(0...5) {
    case 0: .castByCode(id(), ballot(), code())
    // Without its passphrase nothing closes it again.
    case 1 where isWild: .openSealed(id(), PollSeal(key: "a2V5", wrapped: "d3JhcHBlZA=="))
    case 2: .closeUncounted(id())
    case 3: .together(id(), least: generator.maybe(generator.number(-1...9)))
    default: .entitle(id(), generator.maybe(entitlement()))
    }
  }

  private mutating func entitlement() -> Entitlement {
    switch generator.number(0...3) {
    case 0: .present
    case 1: .group(of: generator.any(StakeholderGroup.self))
    case 2: .people(ids: some { $0.id() })
    default: .codes(of: generator.maybe(generator.any(StakeholderGroup.self)))
    }
  }

  private mutating func code() -> VoteCode { VoteCode(using: &generator) }

  private mutating func access() -> AccessIntent {
    switch generator.number(0...4) {
    case 0: .lock(generator.maybe("bG9jaw=="))
    case 1: .unlock
    case 2: .revoke
    default:
      .issue(
        (0...generator.number(0...3)).map { _ in code() },
        group: generator.maybe(generator.any(StakeholderGroup.self)))
    }
  }

  private mutating func method() -> PollMethod {
    switch generator.number(0...17) {
    case 0: .yesNoAbstain
    case 1: .oneChoice
    case 2: .scale(first: generator.number(0...2))
    case 3:
      .points(
        total: generator.number(0...12), most: generator.maybe(generator.number(1...5)))
    case 4:
      .twoAxes(across: Axis(low: text(), high: text()), up: Axis(low: text(), high: text()))
    case 5: .words(max: generator.number(1...3))
    case 6: .openAnswers(max: generator.number(1...3))
    case 7: .quiz(right: generator.flips() ? ["B"] : ["A", "C"])
    case 8: .estimate(unit: generator.maybe(text()))
    case 9: .hum
    case 10: .pulse
    case 11:
      .ranking(
        min: generator.maybe(1), max: generator.maybe(generator.number(0...3)),
        seats: generator.maybe(generator.number(0...2)))
    case 12: .scores(best: generator.number(0...5))
    case 13: .pairwise
    case 14, 15: .statements
    default: .severalChoices(min: generator.number(1...2), max: generator.number(1...3))
    }
  }

  /// A statement's, or none's.
  private mutating func number() -> Choice.ID { "\(generator.number(1...4))" }

  private mutating func ballot() -> Ballot {
    var marks: [Choice.ID: Int] = [:]
    for _ in 0..<generator.number(0...2) {
      marks[generator.one(of: ["A", "B", "C", "Z"])] = generator.flips(0.8) ? 1 : 3
    }
    var ballot = Ballot(marks: marks)
    if !marks.isEmpty, generator.flips(0.2) { ballot.across = marks.mapValues { _ in 7 } }
    if generator.flips(0.2) { ballot.words = [text(), text()] }
    if generator.flips(0.2) { ballot.number = Amount(thousandths: generator.number(-9999...9999)) }
    return ballot
  }

  private mutating func note() -> NoteIntent {
    switch generator.number(0...21) {
    case 0...5: .write(kind: generator.any(Note.Kind.self), text: text())
    case 6: .edit(id(), text: text(), over: generator.maybe(text()))
    case 7: .edit(id(), text: "\(text()) #remedy and @Participant 2 too")
    case 8: .sort(id(), kind: generator.any(Note.Kind.self))
    case 9: .bind(id(), tie())
    case 10: .fill(id(), generator.any(Note.Field.self), text: generator.maybe(text()))
    case 11: .tag(id(), topics: generator.flips(0.3) ? [] : ["remedy", "access"])
    case 12, 13: .link(id(), link())
    case 14: .unlink(id(), link())
    case 15: .merge(id(), into: id())
    case 16: .split(id(), text: text(), rest: text())
    case 17: .promote(id(), kind: generator.any(Note.Kind.self), text: generator.maybe(text()))
    case 18: generator.flips() ? .remove(id()) : .take(id(), at: generator.number(1...4))
    case 19:
      generator.flips(0.5) ? .beginStretch(generator.any(AttributionRule.self)) : .endStretch
    default: .tell(section: "purpose", text: generator.maybe(text()))
    }
  }

  private mutating func link() -> NoteLink {
    NoteLink(
      generator.any(NoteLink.Relation.self),
      generator.flips(0.6) ? .note(id()) : .person(id()))
  }

  private mutating func tie() -> NoteTie {
    switch generator.number(0...3) {
    case 0: .segment(to: generator.maybe(id()))
    case 1: .speaker(to: generator.maybe(id()))
    case 2: .question(to: generator.maybe(id()))
    default: .poll(to: generator.maybe(id()))
    }
  }
}
