/// What can be asked about the plan.
public enum PlanIntent: Equatable, Sendable {
  case set(PlanField)
  case add(PlanItem)
  /// Drops the item at a place counted from 1.
  case drop(PlanList, at: Int)
  case addQuestion(text: String, short: String?)
  case changeQuestion(QuestionID, text: String?, short: String?)
  case addPart(QuestionID, text: String)
  /// Puts a question at a place counted from 1.
  case moveQuestion(QuestionID, to: Int)
  case removeQuestion(QuestionID)
}

/// What happened to the plan.
public enum PlanEvent: Equatable, Sendable, Codable {
  case changed(field: PlanField)
  case added(item: PlanItem)
  case dropped(list: PlanList, at: Int)
  case questionAdded(question: QuestionID, text: String, short: String?)
  case questionChanged(question: QuestionID, text: String?, short: String?)
  case partAdded(question: QuestionID, text: String)
  case questionMoved(question: QuestionID, to: Int)
  case questionRemoved(question: QuestionID)
}

/// One published fact and its new value; `nil` takes it away.
public enum PlanField: Equatable, Sendable, Codable {
  case title(to: String)
  case number(to: String?)
  case series(to: String?)
  case programme(to: Programme?)
  case breakout(to: BreakoutOrigin?)
  case slot(to: Slot?)
  case room(to: String?)
  case format(to: Format?)
  case description(to: String?)
  case attribution(to: AttributionRule)
  case languages(to: [String])
  case interpretation(to: [String])
}

/// One line of a published list.
public enum PlanItem: Equatable, Sendable, Codable {
  case outcome(text: String)
  case goal(code: String, reason: String?)
  case document(title: String, link: String?)
  /// The day is written `2022-02-25`.
  case deadline(text: String, day: String?)
}

/// The published lists of a plan.
public enum PlanList: String, Sendable, Codable, CaseIterable {
  case outcome, goal, document, deadline
}
