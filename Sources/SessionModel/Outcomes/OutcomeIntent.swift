/// What can be asked about outcomes.
public enum OutcomeIntent: Equatable, Sendable {
  case add(text: String)
  /// Changes the wording; what the room said of the earlier one no longer counts.
  case reword(OutcomeID, text: String)
  case remove(OutcomeID)
  /// Puts a sentence to the room.
  case put(OutcomeID, Asking.Way)
  /// Begins the slow count to six.
  case count
  ///
  /// Whoever is known has one answer, the last one; the group and channel are then theirs where
  /// nobody says others.
  case answer(
    Asking.Level, group: StakeholderGroup?, channel: Channel?, voice: Voter? = nil)
  /// Objects to what is put to the room, from whatever terminal; stops the count.
  case object(
    text: String, group: StakeholderGroup?, channel: Channel?, voice: Voter? = nil)
  /// Says why somebody objects.
  case explain(ObjectionID, text: String, group: StakeholderGroup?)
  /// Says what became of an objection.
  case settle(ObjectionID, Objection.State, answer: String?)
  /// Takes no more answers.
  case end
  /// Declares what the answers and objections come to; over an open one only with a reason.
  case declare(OutcomeID, override: String?)
  case send(OutcomeID, OutcomeSentence.Destination)
  case quorum(Threshold?)
  /// Puts somebody on the list of those to be invited.
  case invite(String)
  case uninvite(String)
}

/// What happened to outcomes.
public enum OutcomeEvent: Equatable, Sendable, Codable {
  case added(outcome: OutcomeID, text: String)
  case reworded(outcome: OutcomeID, text: String)
  case removed(outcome: OutcomeID)
  case put(outcome: OutcomeID, way: Asking.Way)
  case counting(outcome: OutcomeID)
  case answered(
    outcome: OutcomeID, level: Asking.Level, group: StakeholderGroup?, channel: Channel,
    voice: Asking.Voice? = nil)
  /// With the answer that it was, where the room is asked for answers.
  case objected(
    outcome: OutcomeID, objection: ObjectionID, text: String, group: StakeholderGroup?,
    channel: Channel, level: Asking.Level, voice: Asking.Voice? = nil)
  case explained(
    outcome: OutcomeID, objection: ObjectionID, text: String, group: StakeholderGroup?)
  case settled(
    outcome: OutcomeID, objection: ObjectionID, state: Objection.State, answer: String?)
  case ended(outcome: OutcomeID, present: Int)
  case declared(outcome: OutcomeID, statement: AssentStatement, override: String?)
  case sent(outcome: OutcomeID, destination: OutcomeSentence.Destination)
  case quorumSet(to: Threshold?)
  case invited(name: String)
  case uninvited(name: String)
}
