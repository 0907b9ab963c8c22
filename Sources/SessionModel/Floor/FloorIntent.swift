/// What can be asked about the floor.
public enum FloorIntent: Equatable, Sendable {
  case raise(PersonID, channel: Channel?, kind: FloorRequest.Kind)
  /// Raises a hand to answer a question or an intervention.
  case answer(PersonID, to: RequestID, channel: Channel?)
  /// Gives the floor to a request, a person, or whoever is next; the running turn ends.
  case give(FloorTarget, seconds: Int?)
  /// Ends the running turn and gives what is left of its time to another.
  case yield(to: FloorTarget)
  /// Ends the running turn; after an interposed question the speech it interrupted can go on.
  case end
  /// Ends the speech with all that was interposed.
  case endAll
  case pause
  case resume
  case withdraw(RequestID)
  case skip(RequestID, reason: PassedOver.Reason)
  /// Lets a request that was passed over wait again.
  case bringBack(RequestID)
  /// Puts a request at a place counted from 1.
  case move(RequestID, to: Int)
  /// Puts the last speaker back at the head of the queue.
  case readdLast
  case openList
  case closeList
  /// Sets the seconds for a kind of request.
  case allow(FloorRequest.Kind, seconds: Int)
  case allowFraming(seconds: Int)
  /// How many words were said in a turn, as a transcript has them; `nil` takes the count away.
  case count(TurnID, words: Int?)
  /// Changes how the floor is run.
  case set(FloorSetting)
  /// Says how long a group or a person may speak in all, in a segment alone where one is named;
  /// `nil` takes the limit away.
  case budget(Budget.Holder, seconds: Int?, segment: SegmentID?)
  /// Gives an overdrawn budget and all that are alike what it lacks.
  case addTime(Budget.Holder)
  /// Lets everybody speak in order; `nil` seconds are worked out from the time that is left.
  case round(Round, seconds: Int?)
  /// Lets an inner circle speak; one chair more than people where nobody says how many.
  case fishbowl([PersonID], chairs: Int?)
  /// Lets somebody take the free chair.
  case takeChair(PersonID)
  case leaveChair(PersonID)
  /// Lets a talking stick go round, which somebody holds first.
  case stick(PersonID)
  /// Hands the stick, and the floor with it, to the one whom the holder names.
  case pass(to: PersonID)
  /// Lets the queue say again who speaks.
  case queueAgain
}

/// Who is to get the floor.
public enum FloorTarget: Equatable, Sendable {
  case next
  case request(RequestID)
  case person(PersonID)
}

/// What happened on the floor.
public enum FloorEvent: Equatable, Sendable, Codable {
  case raised(
    request: RequestID, person: PersonID, channel: Channel, kind: FloorRequest.Kind)
  case answerRaised(
    request: RequestID, person: PersonID, channel: Channel, to: RequestID)
  /// The running turn ends where another begins; an interposed question lets it stand still.
  case given(
    turn: TurnID, person: PersonID, channel: Channel, kind: FloorRequest.Kind,
    request: RequestID?, segment: SegmentID?, question: QuestionID?, allowance: Int)
  case ended(turn: TurnID)
  case paused(turn: TurnID)
  case resumed(turn: TurnID)
  case withdrawn(request: RequestID)
  case passedOver(request: RequestID, reason: PassedOver.Reason)
  case broughtBack(request: RequestID)
  case moved(request: RequestID, to: Int)
  case readded(request: RequestID, person: PersonID, channel: Channel, kind: FloorRequest.Kind)
  case listOpened
  case listClosed
  case allowed(kind: FloorRequest.Kind, seconds: Int)
  case framingAllowed(seconds: Int)
  case counted(turn: TurnID, words: Int?)
  case set(setting: FloorSetting)
  case budgetSet(holder: Budget.Holder, seconds: Int?, segment: SegmentID?)
  case timeAdded(like: Budget.Holder, seconds: Int, segment: SegmentID?)
  /// Behind the last of those who were announced, where anybody was.
  case roundBegun(round: Round, places: [RoundPlace], seconds: Int, behind: RequestID? = nil)
  case formSet(form: FloorForm?)
  case chairTaken(by: PersonID)
  case chairLeft(by: PersonID)
}
