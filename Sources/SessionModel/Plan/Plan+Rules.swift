extension Session {
  func decide(_ intent: PlanIntent) throws(Refusal) -> Decision {
    switch intent {
    case .set(.title(let title)) where title.isBlank: throw .textMissing(what: "a title")
    case .set(.slot(.some(let slot))) where slot.end <= slot.start: throw .slotEndsBeforeItStarts
    case .set(.format(.some(let format))) where (format.minutes ?? 1) < 1:
      throw .minutesNotPositive(format.minutes ?? 0)
    case .set(.programme(.some(let programme)))
    where programme.part < 1 || programme.part > programme.parts:
      throw .placeOutOfRange(programme.part, count: programme.parts)
    case .set(let field): return Decision(.plan(.changed(field: field)))
    case .add(let item):
      if case .outcome(let text) = item, text.isBlank { throw .textMissing(what: "an outcome") }
      if case .deadline(let text, _) = item, text.isBlank { throw .textMissing(what: "a deadline") }
      return Decision(.plan(.added(item: item)))
    case .drop(let list, let place):
      let count = plan.count(of: list)
      guard place >= 1, place <= count else { throw .placeOutOfRange(place, count: count) }
      return Decision(.plan(.dropped(list: list, at: place)))
    case .addQuestion(let text, let short):
      guard !text.isBlank else { throw .textMissing(what: "a question") }
      return Decision(
        .plan(.questionAdded(question: serials.next(), text: text, short: short)))
    case .changeQuestion(let id, let text, let short):
      _ = try question(id)
      if let text, text.isBlank { throw .textMissing(what: "a question") }
      return Decision(.plan(.questionChanged(question: id, text: text, short: short)))
    case .addPart(let id, let text):
      _ = try question(id)
      guard !text.isBlank else { throw .textMissing(what: "a part of a question") }
      return Decision(.plan(.partAdded(question: id, text: text)))
    case .moveQuestion(let id, let place):
      _ = try question(id)
      guard place >= 1, place <= plan.questionOrder.count else {
        throw .placeOutOfRange(place, count: plan.questionOrder.count)
      }
      return Decision(.plan(.questionMoved(question: id, to: place)))
    case .removeQuestion(let id):
      _ = try question(id)
      if let user = firstUser(of: .question(id)) { throw .stillUsed(id.description, by: user) }
      return Decision(.plan(.questionRemoved(question: id)))
    }
  }

  func question(_ id: QuestionID) throws(Refusal) -> Question {
    guard let question = plan.questions[id] else { throw .noSuchQuestion(id) }
    return question
  }
}

extension Plan {
  mutating func apply(_ event: PlanEvent) throws(Damage) {
    switch event {
    case .changed(let field): set(field)
    case .added(.outcome(let text)): expectedOutcomes.append(text)
    case .added(.goal(let code, let reason)):
      goals.append(DevelopmentGoal(code: code, reason: reason))
    case .added(.document(let title, let link)):
      documents.append(Document(title: title, link: link))
    case .added(.deadline(let text, let day)):
      deadlines = (deadlines ?? []) + [Deadline(text: text, day: day)]
    case .dropped(let list, let place): try drop(list, at: place - 1)
    case .questionAdded(let id, let text, let short):
      questions[id] = Question(id: id, text: text, short: short)
      questionOrder.append(id)
    case .questionChanged(let id, let text, let short):
      try questions.change(id) { question in
        question.text = text ?? question.text
        question.short = short ?? question.short
      }
    case .partAdded(let id, let text): try questions.change(id) { $0.parts.append(text) }
    case .questionMoved(let id, let place):
      guard let old = questionOrder.firstIndex(of: id) else { throw .unknown(id.description) }
      questionOrder.remove(at: old)
      questionOrder.insert(id, at: min(max(0, place - 1), questionOrder.count))
    case .questionRemoved(let id):
      guard questions[id] != nil else { throw .unknown(id.description) }
      questions[id] = nil
      questionOrder.removeAll { $0 == id }
    }
  }

  func count(of list: PlanList) -> Int {
    switch list {
    case .outcome: expectedOutcomes.count
    case .goal: goals.count
    case .document: documents.count
    case .deadline: deadlines?.count ?? 0
    }
  }

  private mutating func drop(_ list: PlanList, at index: Int) throws(Damage) {
    guard index >= 0, index < count(of: list) else {
      throw .unknown("\(list.rawValue) \(index + 1)")
    }
    switch list {
    case .outcome: expectedOutcomes.remove(at: index)
    case .goal: goals.remove(at: index)
    case .document: documents.remove(at: index)
    case .deadline:
      deadlines?.remove(at: index)
      if deadlines?.isEmpty ?? false { deadlines = nil }
    }
  }

  private mutating func set(_ field: PlanField) {
    switch field {
    case .title(let value): title = value
    case .number(let value): number = value
    case .series(let value): series = value
    case .programme(let value): programme = value
    case .breakout(let value): breakout = value
    case .slot(let value): slot = value
    case .room(let value): room = value
    case .format(let value): format = value
    case .description(let value): description = value
    case .attribution(let value): attribution = value
    case .languages(let value): languages = value
    case .interpretation(let value): interpretation = value
    }
  }
}

extension String {
  /// Whether nothing but white space stands in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
