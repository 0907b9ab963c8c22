/// Why something asked for does not happen.
public enum Refusal: Error, Equatable, Sendable {
  // Seats
  case notAtThisSeat(Seat)
  // What is named but not there
  case noSuchPerson(PersonID)
  case noSuchSegment(SegmentID)
  case noSuchQuestion(QuestionID)
  case noSuchRequest(RequestID)
  case noSuchTurn(TurnID)
  case noSuchPoll(PollID)
  case noSuchNote(NoteID)
  case noSuchChoice(String, in: PollID)
  // What was said
  case textMissing(what: String)
  case durationNotPositive
  case minutesNotPositive(Int)
  case countNegative
  case wordsNegative
  case moreWomenThanHeads
  case placeOutOfRange(Int, count: Int)
  case nothingToChange(String)
  case stillUsed(String, by: String)
  case slotEndsBeforeItStarts
  // People
  case alreadyHolds(String, Role)
  case doesNotHold(String, Role)
  case alreadyPresent(String, Channel)
  case notPresent(String)
  // Agenda
  case sessionNotOpen
  case sessionAlreadyOpen
  case sessionClosed
  case agendaEmpty
  case noSegmentLeft
  case noSegmentRunning
  case segmentRunning(String)
  case segmentNotPending(String)
  case segmentOver(String)
  case segmentHeld(String)
  case shorterThanNothing(String)
  case questionAlreadyAsked(QuestionID)
  case noQuestionOnTable
  // Floor
  case listClosed
  case listAlreadyOpen
  case alreadyInQueue(String)
  case queueEmpty
  case nobodyHasTheFloor
  case nobodySpokeYet
  case hasTheFloorAlready(String)
  case nothingLeftToYield
  case turnPaused(String)
  case turnNotPaused(String)
  case listClosedToAll
  case answersNothing
  case notAnswerable(RequestID)
  case notPassedOver(RequestID)
  case nobodyFavoured
  case noSuchClass(String)
  case announcedOutOfRange(Int)
  case floorRunSoAlready
  case noBudget(String)
  case isSpeaking(String)
  case budgetNotOverdrawn(String)
  case nobodyForRound
  case inCircleAlready(String)
  case notInCircle(String)
  case speaksInCircle(String)
  case noCircle
  case noChairFree
  case noChairLeftFree(Int)
  case nobodyInCircleWaits
  case holdsStickAlready(String)
  case stickIsHeld(by: String)
  case noStick
  case queueSaysAlready
  // Outcomes
  case noSuchOutcome(OutcomeID)
  case noSuchObjection(ObjectionID)
  case outcomeBeforeTheRoom(OutcomeID)
  case nothingBeforeTheRoom
  case noLastCall(OutcomeID)
  case countingAlready
  case notCounted
  case stillCounting(Int)
  case answerNotOffered(String)
  case objectionSoAlready(ObjectionID, Objection.State)
  case objectsAlready(String, ObjectionID)
  case roomNotAsked(OutcomeID)
  case nothingToOverride(OutcomeID)
  case noQuorum(OutcomeID)
  case invitedAlready(String)
  case notInvited(String)
  // Messages
  case noSuchMessage(MessageID)
  case messageKnown(String, MessageID)
  case messageTooLong(Int)
  case messageReadOut(MessageID)
  case messageTaken(MessageID, String)
  case messageHidden(MessageID)
  case messageNotHidden(MessageID)
  case messageOfNobody(MessageID)
  case notOnline(String)
  // Breakout groups
  case noSuchBreakout(BreakoutID)
  case noBreakouts
  case breakoutsRunning
  case breakoutsNotRunning
  case breakoutsDoNotFit(Int, people: Int)
  case notInBreakout(String, String)
  case nobodyReadsOut(String)
  case breakoutOfAnother(String)
  case noteTakenAlready(String)
  case mergedAlready(String)
  case mergedLater(String)
  case signalHeard
  // Re-planning
  case doesNotFit(Int)
  case nothingToLeaveOut
  // Polls
  case pollNotOpen(PollID, isClosed: Bool)
  case pollNotDraft(PollID)
  case pollNotClosed(PollID)
  case pollStillOpen(PollID)
  case pollAlreadyShared(PollID)
  case pollNotShared(PollID)
  case tooFewChoices(Int)
  case choiceTwice(String)
  case tooManyChoices(Int)
  case yesNoAbstainHasItsOwnChoices
  case boundsDoNotFit(min: Int, max: Int, choices: Int)
  case wrongNumberOfMarks(min: Int, max: Int)
  case noChoicesWanted
  case scaleBegins(at: Int)
  case pointsDoNotFit(Int, most: Int?)
  case pointsOutOfRange(most: Int)
  case pointsOverspent(Int, of: Int)
  case placeOffTheAxes
  case wordsOutOfRange(Int)
  case tooManyWords(max: Int)
  case wordTooLong(String, max: Int)
  case rightAnswerMissing
  case rightAnswerNotOffered(Choice.ID)
  case countsNotTaken(PollID)
  case handsNegative
  case noSuchLevel([String])
  case boxIsElsewhere(PollID)
  case ballotsGivenUp(PollID)
  case tooFewSinceReopened(PollID, Int, least: Int)
  case pollTimeUp(PollID)
  case pollHasTime(PollID)
  case wordsNotTaken(PollID)
  case pollAlreadyReflectedOn(PollID)
  case ballotsNotTaken(PollID)
  case wrongBallot(PollID)
  case seatsDoNotFit(Int, choices: Int)
  case wrongNumberOfPlaces(min: Int, max: Int)
  case placeOutOfBallot(last: Int)
  case bestScoreOutOfRange(Int)
  case scoreOutOfRange(best: Int)
  case tooManyToCompare(Int, most: Int)
  case sideOutOfRange
  case opinionOutOfRange
  case tooManyStatements(most: Int)
  case statementTooLong(Int)
  case statementKnown(Choice.ID, in: PollID)
  case statementsNotTaken(PollID)
  case marksNotTaken(PollID)
  case voterMissing(PollID)
  case hasVoted(String)
  case codeMissing(PollID)
  case codeNotAsked(PollID)
  case noSuchCode
  case codeOfOthers(String, PollID)
  case codeHasVoted(String)
  case notEntitled(String, PollID)
  case nobodyEntitled(PollID)
  case namesNotCodes(PollID)
  case codesNotNames(PollID)
  case tooFewTogether(Int)
  case passphraseWanted(PollID)
  /// It cannot be drafted and opened in one step: a passphrase is asked for in between.
  case sealedIsDrafted
  case passphraseWrong(PollID)
  case passphraseTooShort
  case ballotTooLong(PollID)
  case sealBroken(PollID)
  case pollNotSealed(PollID)
  case boxGone(PollID, turnout: Int)
  // Codes and the terminals' lock
  case noCodes
  case tooFewCodes(String, Int)
  case codeAlreadyIssued(String)
  case terminalsNotLocked
  case pinWanted
  case pinUnfit
  // Notes
  case noteChangedMeanwhile(NoteID)
  case notLinked(NoteID, NoteLink.Target)
  case noteIsItself(NoteID)
  case linkLeadsElsewhere(NoteLink.Relation)
  case fieldNotOfKind(Note.Field, Note.Kind)
  case noSuchAspect(String)
  case offTheRecord
  case ruleHoldsAlready(AttributionRule)
  /// The plan or the segment promised people a stricter one.
  case ruleIsPromised(AttributionRule)
  case noStretchRuns
  // History
  case nothingToUndo
  case nothingToRedo
  case changedSince(Int, what: String)
  /// Something that came later changed what an entry made, or speaks of it.
  case notTakenBack(Int, why: String)
}

extension Refusal {
  /// What is so, and where it helps what can be done; fits a status line, without a full stop.
  public var sentence: String {
    switch self {
    case .notAtThisSeat(let seat): "\(seat.title.capitalizedFirst) cannot do that"
    case .noSuchPerson(let id): "Nobody on the roll is '\(id)'"
    case .noSuchSegment(let id): "The agenda has no segment '\(id)'"
    case .noSuchQuestion(let id): "The plan has no question '\(id)'"
    case .noSuchTurn(let id): "There is no turn '\(id)'"
    case .noSuchRequest(let id): "Request '\(id)' is not in the queue"
    case .noSuchPoll(let id): "There is no poll '\(id)'"
    case .noSuchNote(let id): "There is no note '\(id)'"
    case .noSuchChoice(let choice, let poll): "Poll '\(poll)' does not offer '\(choice)'"
    case .textMissing(let what): "\(what.capitalizedFirst) needs words"
    case .durationNotPositive: "A time must be longer than nothing"
    case .minutesNotPositive(let minutes): "A session of \(minutes) minutes cannot be held"
    case .wordsNegative: "Fewer than no words cannot be said"
    case .countNegative: "Fewer than nobody cannot be present"
    case .moreWomenThanHeads: "More women than heads cannot be present"
    case .placeOutOfRange(_, count: 0): "There is nothing on that list"
    case .placeOutOfRange(let place, let count): "There is no place \(place); the last is \(count)"
    case .nothingToChange(let name): "Nothing about '\(name)' would change"
    case .stillUsed(let name, let user): "'\(name)' is still spoken of by \(user)"
    case .slotEndsBeforeItStarts: "The slot ends before it starts"
    case .alreadyHolds(let name, let role): "\(name) is \(role.title) already"
    case .doesNotHold(let name, let role): "\(name) is not \(role.title)"
    case .alreadyPresent(let name, .room): "\(name) is in the room already"
    case .alreadyPresent(let name, .online): "\(name) is online already"
    case .notPresent(let name): "\(name) is not here"
    case .sessionNotOpen: "The session is not open yet; open it first"
    case .sessionAlreadyOpen: "The session has been opened already"
    case .sessionClosed: "The session is closed"
    case .agendaEmpty: "The agenda has no segment; add one first"
    case .noSegmentLeft: "No segment is left; close the session"
    case .noSegmentRunning: "No segment is running"
    case .segmentRunning(let title): "'\(title)' is running"
    case .segmentNotPending(let title): "'\(title)' is no longer to come"
    case .segmentHeld(let title): "'\(title)' has been held; it stays where it was"
    case .segmentOver(let title): "'\(title)' is over"
    case .shorterThanNothing(let title): "'\(title)' would be shorter than nothing"
    case .questionAlreadyAsked(let id): "Question '\(id)' is on the table already"
    case .noQuestionOnTable: "No policy question is on the table"
    case .listClosed: "The list of speakers is closed; only points of order are taken"
    case .listAlreadyOpen: "The list of speakers is open already"
    case .alreadyInQueue(let name): "\(name) is in the queue already"
    case .queueEmpty: "Nobody is waiting for the floor"
    case .nobodyHasTheFloor: "Nobody has the floor"
    case .nobodySpokeYet: "Nobody has spoken yet"
    case .hasTheFloorAlready(let name): "\(name) has the floor already"
    case .nothingLeftToYield: "No time is left to yield"
    case .turnPaused(let name): "The clock of \(name) stands still already"
    case .turnNotPaused(let name): "The clock of \(name) is running"
    case .listClosedToAll: "The list of speakers is closed, to points of order too"
    case .answersNothing: "An answer needs the request that it answers"
    case .notAnswerable(let id): "Request '\(id)' is neither a question nor an intervention"
    case .notPassedOver(let id): "Request '\(id)' was not passed over"
    case .nobodyFavoured: "This order needs to be told whom it puts first"
    case .noSuchClass(let word):
      "'\(word)' is no group, region, role or channel, and no gender that anybody declared"
    case .announcedOutOfRange(let count): "None to 9 can be announced, not \(count)"
    case .floorRunSoAlready: "The floor is run so already"
    case .noBudget(let name): "\(name) has no budget of time"
    case .isSpeaking(let name): "\(name) is speaking; time is added afterwards"
    case .budgetNotOverdrawn(let name): "\(name) has not used up the budget"
    case .nobodyForRound: "There is nobody to go round"
    case .inCircleAlready(let name): "\(name) sits in the circle already"
    case .notInCircle(let name): "\(name) does not sit in the circle; take the free chair first"
    case .speaksInCircle(let name): "\(name) has the floor; end the turn first"
    case .noCircle: "There is no inner circle"
    case .noChairFree: "No chair is free; somebody in the circle leaves first"
    case .noChairLeftFree(let chairs): "With \(chairs) chairs none would be free"
    case .nobodyInCircleWaits: "Nobody in the circle is waiting for the floor"
    case .holdsStickAlready(let name): "\(name) holds the talking stick already"
    case .stickIsHeld(let name): "\(name) holds the talking stick, and hands it on by name"
    case .noStick: "No talking stick goes round"
    case .queueSaysAlready: "The queue says who speaks already"
    case .doesNotFit(let seconds):
      "What is left cannot fill the time, which differs by \(abs(seconds)) seconds"
    case .noSuchOutcome(let id): "There is no outcome '\(id)'"
    case .noSuchObjection(let id): "There is no objection '\(id)'"
    case .outcomeBeforeTheRoom(let id): "Outcome '\(id)' is before the room; end that first"
    case .nothingBeforeTheRoom: "No outcome is before the room"
    case .noLastCall(let id): "Outcome '\(id)' is answered, not assented to by silence"
    case .countingAlready: "The slow count has begun"
    case .notCounted: "Silence was not counted yet; begin the slow count"
    case .stillCounting(let seconds): "The slow count takes \(seconds) seconds more"
    case .answerNotOffered(let title): "'\(title)' is not among the answers"
    case .objectionSoAlready(let id, let state): "Objection '\(id)' is \(state.rawValue) already"
    case .objectsAlready(let name, let id): "\(name) objects as '\(id)'; settle that first"
    case .roomNotAsked(let id): "The room has not answered to outcome '\(id)'; put it and end"
    case .noQuorum(let id):
      "Too few answered '\(id)' for the quorum; no reason stands in for those who did not"
    case .nothingToOverride(let id): "No objection to outcome '\(id)' is open"
    case .invitedAlready(let name): "\(name) is on the list of invitations already"
    case .notInvited(let name): "\(name) is not on the list of invitations"
    case .noSuchMessage(let id): "There is no message '\(id)'"
    case .messageKnown(let source, let id): "'\(source)' came before; it is message '\(id)'"
    case .messageTooLong(let longest): "A message has at most \(longest) characters"
    case .messageReadOut(let id): "Message '\(id)' was read out already"
    case .messageTaken(let id, let name): "'\(name)' was made of message '\(id)' already"
    case .messageHidden(let id): "Message '\(id)' is hidden; show it first"
    case .messageNotHidden(let id): "Message '\(id)' is not hidden"
    case .messageOfNobody(let id): "Nobody on the roll has written message '\(id)'; say who it is"
    case .notOnline(let name): "\(name) is not online; that is the moderator's"
    case .noSuchBreakout(let id): "There is no breakout group '\(id)'"
    case .noBreakouts: "There are no breakout groups; divide the room first"
    case .breakoutsRunning: "The breakout groups are at work; call them back first"
    case .breakoutsNotRunning: "No breakout group is at work"
    case .breakoutsDoNotFit(_, people: 0):
      "Nobody is marked as here; mark who is, then divide them"
    case .breakoutsDoNotFit(let count, let people):
      "\(people) people do not make \(count) groups; 2 to \(min(people, Balancer.mostGroups)) can be made"
    case .notInBreakout(let name, let group): "\(name) is not in \(group)"
    case .nobodyReadsOut(let group): "\(group) has neither rapporteur nor chair to tell of it"
    case .noteTakenAlready(let group): "This note of \(group) is in the notebook already"
    case .breakoutOfAnother(let group):
      "That is \(group) of another division, not of this one; merge it where that was divided"
    case .mergedAlready(let group): "All of that was brought back from \(group) already"
    case .mergedLater(let group): "Something later was brought back from \(group) already"
    case .signalHeard: "That signal was heard already"
    case .nothingToLeaveOut: "No segment still to come can go"
    case .pollNotOpen(let id, isClosed: false): "Poll '\(id)' is not open; open it to take ballots"
    case .pollNotOpen(let id, isClosed: true): "Poll '\(id)' is closed; it takes no ballots"
    case .pollNotDraft(let id): "Poll '\(id)' has been opened already and is no draft any more"
    case .pollNotClosed(let id): "Poll '\(id)' is not closed; close it first"
    case .pollStillOpen(let id): "Poll '\(id)' is open; close it first"
    case .pollAlreadyShared(let id): "Poll '\(id)' is on the stage already"
    case .pollNotShared(let id): "Poll '\(id)' is not on the stage"
    case .choiceTwice(let text): "A poll has each choice once; '\(text)' is given twice"
    case .tooFewChoices(let count): "A poll needs at least 2 choices; \(count) given"
    case .tooManyChoices(let count): "A poll offers at most 26 choices; \(count) given"
    case .yesNoAbstainHasItsOwnChoices: "Yes, no or abstain offers three choices, no others"
    case .boundsDoNotFit(let min, let max, let choices):
      "Choosing \(min) to \(max) does not fit \(choices) choices"
    case .wrongNumberOfMarks(1, 1): "Choose one"
    case .wrongNumberOfMarks(let min, let max) where min == max: "Choose \(min)"
    case .wrongNumberOfMarks(let min, let max): "Choose \(min) to \(max)"
    case .noChoicesWanted: "Answers to such a poll are typed; it offers no choices"
    case .scaleBegins(let first): "A scale begins at 0 or 1, not at \(first)"
    case .pointsDoNotFit(let points, .some(let most)):
      "\(points) points, at most \(most) on each, cannot be spent"
    case .pointsDoNotFit(let points, .none): "\(points) points cannot be spent; 1 to 1000 can"
    case .pointsOutOfRange(let most): "Give a choice 1 to \(most) points, or none"
    case .pointsOverspent(let spent, let points): "Spend \(points) points; these are \(spent)"
    case .placeOffTheAxes: "Place a choice from 1 to \(Axis.steps), across and up"
    case .wordsOutOfRange(let words): "A voter can be asked for 1 to 9 words, not \(words)"
    case .tooManyWords(1): "Type one"
    case .tooManyWords(let max): "Type at most \(max)"
    case .wordTooLong(let word, let max):
      "'\(word.prefix(12))…' is too long; at most \(max) characters fit"
    case .rightAnswerMissing: "A quiz needs a right answer"
    case .rightAnswerNotOffered(let id): "The quiz does not offer its right answer '\(id)'"
    case .countsNotTaken(let id): "Poll '\(id)' counts ballots; nothing can be entered"
    case .handsNegative: "Fewer hands than none cannot be up"
    case .noSuchLevel(let names):
      "Say "
        + names.enumerated().map { "\($0.offset) for \($0.element)" }.joined(separator: ", ")
    case .boxIsElsewhere(let id):
      "Poll '\(id)' was taken elsewhere; ask it once more as a new round"
    case .ballotsGivenUp(let id):
      "Ballots of poll '\(id)' were given up at its close; nothing brings them back"
    case .tooFewSinceReopened(let id, let count, let least):
      "Only \(count) voted since poll '\(id)' was opened again, which would tell what they chose; "
        + "wait for \(least), or 'poll lose \(id)' counts without them"
    case .pollTimeUp(let id): "The time of poll '\(id)' is up; it takes no ballots"
    case .pollHasTime(let id): "The time of poll '\(id)' is not up"
    case .wordsNotTaken(let id): "Poll '\(id)' gathers no words; only words make a cloud"
    case .pollAlreadyReflectedOn(let id): "The speakers are asked about poll '\(id)' already"
    case .ballotsNotTaken(let id):
      "Poll '\(id)' takes no ballots: the moderator enters what the room shows"
    case .wrongBallot(let id): "Such a ballot does not fit poll '\(id)'"
    case .voterMissing(let id): "Poll '\(id)' asks for names; say who votes"
    case .seatsDoNotFit(let seats, let choices):
      "Finding \(seats) does not fit \(choices) choices"
    case .wrongNumberOfPlaces(let min, let max) where min == max: "Put \(min) in order"
    case .wrongNumberOfPlaces(let min, let max): "Put \(min) to \(max) in order"
    case .placeOutOfBallot(let last): "Places are from 1 to \(last)"
    case .bestScoreOutOfRange(let best): "The best score is from 1 to 10, not \(best)"
    case .scoreOutOfRange(let best): "Scores are from 0 to \(best)"
    case .tooManyToCompare(let count, let most):
      "At most \(most) choices can be compared in pairs; \(count) given"
    case .sideOutOfRange: "Of a pair the first (1) or the second (2) matters more"
    case .opinionOutOfRange: "Agree is 1, disagree is -1, pass is 0"
    case .tooManyStatements(let most): "A poll takes at most \(most) statements"
    case .statementTooLong(let longest): "A statement has at most \(longest) characters"
    case .statementKnown(let statement, let id):
      "Statement \(statement) of poll '\(id)' says the same"
    case .statementsNotTaken(let id): "Poll '\(id)' takes no statements"
    case .marksNotTaken(let id):
      "Poll '\(id)' is secret; a ballot says all it says at once"
    case .hasVoted(let name): "\(name) has voted; a confirmed ballot stays"
    case .codeMissing(let id): "Poll '\(id)' asks for the code on a slip"
    case .codeNotAsked(let id): "Poll '\(id)' asks for no code"
    case .noSuchCode: "No slip has that code; compare it sign by sign"
    case .codeOfOthers(let code, let id): "The slip \(code) is not for poll '\(id)'"
    case .codeHasVoted(let code): "The slip \(code) has voted; a confirmed ballot stays"
    case .notEntitled(let name, let id): "\(name) is not among those who vote in poll '\(id)'"
    case .nobodyEntitled(let id): "Poll '\(id)' would be for nobody; name some people"
    case .namesNotCodes(let id): "Poll '\(id)' is public: it asks for names, not for codes"
    case .codesNotNames(let id): "Poll '\(id)' goes by code: it asks for slips, not for names"
    case .tooFewTogether(let count): "At least 2 must be counted together, not \(count)"
    case .sealedIsDrafted:
      "A sealed poll is drafted first, and then opened with a passphrase: 'poll draft', 'poll open'"
    case .passphraseWanted(let id): "Poll '\(id)' is sealed; its passphrase is needed"
    case .boxGone(let id, let turnout):
      "The ballot box of poll '\(id)' is gone, and \(turnout) \(turnout == 1 ? "ballot" : "ballots")"
        + " with it; 'poll lose \(id)' closes the poll without"
    case .pollNotSealed(let id): "Poll '\(id)' is not sealed; it needs no passphrase"
    case .noCodes: "There are no slips with codes yet; 'roundtable codes' prints some"
    case .tooFewCodes(let group, let count):
      "\(group) would have \(count) \(count == 1 ? "slip" : "slips"); "
        + "fewer than 3 would tell whose they are"
    case .codeAlreadyIssued(let code): "A slip that begins with \(code) is there already"
    case .passphraseWrong(let id): "That is not the passphrase that poll '\(id)' was opened with"
    case .passphraseTooShort: "A passphrase needs at least 8 signs"
    case .ballotTooLong(let id): "That is more than a sealed ballot of poll '\(id)' can hold"
    case .sealBroken(let id): "The key of poll '\(id)' cannot be used"
    case .pinWanted: "The PIN is needed that the ballot terminals are to be left with"
    case .pinUnfit: "A PIN is 4 to 12 digits"
    case .terminalsNotLocked: "The ballot terminals have no PIN"
    case .noteChangedMeanwhile(let id): "Somebody has changed note '\(id)' meanwhile"
    case .notLinked(let id, let target): "Note '\(id)' has no such link to '\(target)'"
    case .noteIsItself(let id): "Note '\(id)' is the same note"
    case .linkLeadsElsewhere(.mentions): "Notes mention people, not notes"
    case .linkLeadsElsewhere(let relation):
      "A link that says '\(relation.title)' leads to a note, not to a person"
    case .fieldNotOfKind(let field, let kind) where kind.fields.isEmpty:
      "A \(kind.title) has no \(field.title), only words"
    case .fieldNotOfKind(let field, let kind):
      "A \(kind.title) has no \(field.title); it has "
        + kind.fields.map(\.title).joined(separator: ", ")
    case .noSuchAspect(let text):
      "'\(text)' is no aspect; say "
        + Agreement.Aspect.allCases.map(\.rawValue).joined(separator: " or ")
    case .offTheRecord: "This is off the record; nothing that is said is kept in a file"
    case .ruleIsPromised(let rule):
      "People came \(rule.holding); a stretch can only be stricter"
    case .ruleHoldsAlready(let rule): "It is \(rule.holding) already"
    case .noStretchRuns: "No stretch with a rule of its own is running"
    case .nothingToUndo: "There is nothing to take back"
    case .nothingToRedo: "There is nothing to do again"
    case .changedSince(let entry, let what):
      "Entry \(entry) cannot be done again: \(what) changed since"
    case .notTakenBack(let entry, let why):
      "Entry \(entry) cannot be taken back: \(why);"
        + " 'undo before \(entry)' takes back what came before it"
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension String {
  /// A code as words: `point_of_order` is `point of order`.
  var spelledOut: String { String(map { $0 == "_" ? " " : $0 }) }
}
