public import SessionModel

/// What is asked of a session in one go; each step builds on what the ones before it made.
public enum ImportStep: CaseIterable, Sendable {
  case plan, people, presence, questionParts, agenda, words, notes, ties
}

extension Reading {
  /// What this step asks of a session as it stands, in the order of the source.
  ///
  /// What the session knows already stays; `open` says of what was left out why.
  public func intents(for step: ImportStep, in session: Session) -> [Intent] {
    switch step {
    case .plan: planIntents(session)
    case .people: rollMerging(session).imported.intents
    case .presence: presenceIntents(session)
    case .questionParts: partIntents(session)
    case .agenda: agendaIntents(session)
    case .words: wordIntents(session)
    case .notes: notes.map { .note(.write(kind: $0.kind, text: $0.text)) }
    case .ties: tieIntents(session)
    }
  }

  /// What was understood and cannot be asked of a session, or stands in it otherwise.
  public func leftOut(of session: Session) -> [ImportWarning] {
    var warnings = rollMerging(session).imported.warnings
    func warn(_ line: Int, _ message: String) {
      warnings.append(ImportWarning(line: line, message))
    }
    let plan = session.plan
    if let start, start.value.offset == nil {
      warn(start.line, "the slot was left out, since no time zone stands by its times")
    }
    if let title, !plan.title.isEmpty, plan.title.wordKey != title.value.wordKey {
      warn(title.line, "the session is called '\(plan.title)'; '\(title.value)' was left out")
    }
    if let format, let known = plan.format, known != format.value.format {
      warn(format.line, "the session has another format; '\(format.raw)' was left out")
    }
    for holder in holders where holder.value.name == nil {
      warn(holder.line, "\(holder.value.role.title) without a name; left out")
    }
    for point in agenda where point.value.seconds == nil {
      warn(point.line, "'\(point.value.title ?? point.raw)' has no end; it was left off the agenda")
    }
    return warnings.sorted { $0.line < $1.line }
  }

  // MARK: The plan

  private func planIntents(_ session: Session) -> [Intent] {
    let plan = session.plan
    var intents: [Intent] = []
    func set(_ field: PlanField) { intents.append(.plan(.set(field))) }
    if plan.title.isEmpty, let title { set(.title(to: title.value)) }
    if plan.number == nil, let number { set(.number(to: typeLetters + "#\(number.value)")) }
    if plan.series == nil, let year, title?.raw.forumYear == year.value || year.raw.forumYear != nil
    {
      set(.series(to: "IGF \(year.value)"))
    }
    if plan.slot == nil, let slot { set(.slot(to: slot)) }
    if plan.room == nil, let room { set(.room(to: room.value)) }
    if plan.format == nil, let format = format?.value.format { set(.format(to: format)) }
    if plan.description == nil, !description.isEmpty {
      set(.description(to: description.map(\.value).joined(separator: "\n")))
    }
    if plan.interpretation.isEmpty, !interpretation.isEmpty {
      set(.interpretation(to: interpretation.map(\.value)))
    }
    let asked = Set(plan.orderedQuestions.map(\.text.wordKey))
    for question in questions where !asked.contains(question.value.text.wordKey) {
      intents.append(.plan(.addQuestion(text: question.value.text, short: nil)))
    }
    for goal in goals {
      guard let shape = GoalShape(line: goal.value) ?? GoalShape(line: goal.raw),
        !plan.goals.contains(where: { $0.code == shape.code })
      else { continue }
      let reason = GoalShape(line: goal.raw)?.reason
      intents.append(.plan(.add(.goal(code: shape.code, reason: reason))))
    }
    let expected = Set(plan.expectedOutcomes)
    for outcome in outcomes where !expected.contains(outcome.value) {
      intents.append(.plan(.add(.outcome(text: outcome.value))))
    }
    let titles = Set(plan.documents.map(\.title))
    for document in documents.map(\.value) where !titles.contains(document.title) {
      intents.append(.plan(.add(.document(title: document.title, link: document.link))))
    }
    let due = Set((plan.deadlines ?? []).map(\.text))
    for deadline in deadlines.map(\.value) where !due.contains(deadline.text) {
      intents.append(.plan(.add(.deadline(text: deadline.text, day: deadline.day))))
    }
    return intents
  }

  /// `WS ` before the number of a workshop.
  private var typeLetters: String {
    switch type?.value {
    case "workshop": "WS "
    case "open_forum": "OF "
    case "town_hall": "TH "
    default: ""
    }
  }

  /// The published slot; `nil` where its zone is not known.
  public var slot: Slot? {
    guard let start = start?.value, let offset = start.offset,
      let from = Timestamp(start.text), let until = end.flatMap({ Timestamp($0.value.text) }),
      from < until
    else { return nil }
    return Slot(start: from, end: until, zone: start.zone ?? "UTC", offsetMinutes: offset)
  }

  private func partIntents(_ session: Session) -> [Intent] {
    let known = Dictionary(
      session.plan.orderedQuestions.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    return questions.flatMap { found -> [Intent] in
      guard let question = known[found.value.text], question.parts.isEmpty else { return [] }
      return found.value.parts.map { .plan(.addPart(question.id, text: $0)) }
    }
  }

  // MARK: People

  /// Everybody once, with all their roles, brought together with the roll.
  private func rollMerging(_ session: Session) -> RollMerging {
    var merging = RollMerging(with: session.people.roll)
    for person in listed { merging.take(person) }
    return merging
  }

  private var listed: [ListedPerson] {
    // The rows of a list say it all, and who is who is found out when they meet the roll.
    if isTable {
      return attendance.map { entry in
        ListedPerson(line: entry.line, name: entry.value.name, details: entry.value.details)
      }
    }
    var people: [ListedPerson] = []
    var places: [String: Int] = [:]
    func take(_ holder: RoleHolder, _ line: Int) {
      guard let name = holder.name else { return }
      let key = name.personKey
      let place = places[key] ?? people.count
      if place == people.count {
        places[key] = place
        people.append(ListedPerson(line: line, name: name))
      }
      people[place].details.fill(with: holder)
    }
    for holder in holders { take(holder.value, holder.line) }
    for point in agenda {
      for holder in point.value.people { take(holder, point.line) }
    }
    for entry in attendance {
      let key = entry.value.name.personKey
      guard places[key] == nil else { continue }
      places[key] = people.count
      people.append(
        ListedPerson(line: entry.line, name: entry.value.name, details: entry.value.details))
    }
    return people
  }

  /// Whoever a list says was there is there.
  private func presenceIntents(_ session: Session) -> [Intent] {
    guard attendance.contains(where: { $0.value.minutes != nil }) else { return [] }
    let known = session.peopleByKey
    return attendance.compactMap { entry in
      guard entry.value.minutes != nil, let person = known[entry.value.name.personKey],
        !person.isPresent
      else { return nil }
      return .people(.arrive(person.id, entry.value.details.channel))
    }
  }

  // MARK: The agenda

  private func agendaIntents(_ session: Session) -> [Intent] {
    guard !agenda.isEmpty else { return [] }
    let known = session.peopleByKey
    let planned = Set(session.agenda.ordered.map { Planned($0.title, $0.startsAt) })
    return agenda.compactMap { found in
      let point = found.value
      guard let title = point.title, let seconds = point.seconds else { return nil }
      let startsAt = point.start.flatMap(\.time).flatMap { time in
        time.offset == nil ? nil : Timestamp(time.text)
      }
      guard !planned.contains(Planned(title, startsAt)) else { return nil }
      var details = SegmentDetails()
      details.startsAt = startsAt
      let people = point.people.compactMap { known[($0.name ?? "").personKey]?.id }
      if !people.isEmpty { details.people = people }
      return .agenda(.add(title: title, kind: point.kind, seconds: seconds, details: details))
    }
  }

  /// What tells a segment of the agenda from others.
  private struct Planned: Hashable {
    var title: String
    var startsAt: Timestamp?

    init(_ title: String, _ startsAt: Timestamp?) {
      self.title = title.wordKey
      self.startsAt = startsAt
    }
  }

  // MARK: Turns

  /// How many words a transcript has in each turn of the floor that nobody counted yet.
  ///
  /// Transcript and floor are laid side by side by who speaks; what stands on one side only is
  /// passed over. `confirmed` says who labels mean that were asked for.
  public func wordIntents(
    _ session: Session, speakers confirmed: [String: PersonID] = [:]
  ) -> [Intent] {
    let floor = session.floor.turns.all
    guard !floor.isEmpty, !turns.isEmpty else { return [] }
    let said = saidInOneGo(session, confirmed)
    let pairs = Alignment(floor.map(\.person), said.map(\.person)).pairs
    return pairs.compactMap { place, words in
      floor[place].words == nil
        ? .floor(.count(floor[place].id, words: said[words].words)) : nil
    }
  }

  /// Who said how many words before somebody else spoke; `nil` for whoever is not known.
  private func saidInOneGo(
    _ session: Session, _ confirmed: [String: PersonID]
  ) -> [(person: PersonID?, words: Int)] {
    var known = confirmed.mapValues { Optional($0) }
    var said: [(person: PersonID?, words: Int)] = []
    for turn in turns {
      var person: PersonID?
      if let speaker = turn.speaker {
        person = known[speaker] ?? SpeakerMatch(label: speaker, on: session.people.roll)?.person
        known[speaker] = .some(person)
      }
      if let last = said.last, let person, last.person == person {
        said[said.count - 1].words += turn.words
      } else {
        said.append((person, turn.words))
      }
    }
    return said
  }

  // MARK: Notes

  /// A note to be written, and who it is of.
  struct PlainNote: Equatable {
    var kind: Note.Kind
    var text: String
    var speaker: String?
  }

  /// What a report says, as a rapporteur would have written it down.
  var notes: [PlainNote] {
    var notes = takeaways.map { PlainNote(kind: .takeaway, text: $0.value) }
    notes += callsToAction.map { PlainNote(kind: .callToAction, text: $0.value) }
    notes += remarks.map { found in
      PlainNote(kind: found.value.kind, text: found.value.wholeText, speaker: found.value.speaker)
    }
    notes += statedFigures.map { found in
      PlainNote(kind: .note, text: found.value.sentence, speaker: found.value.name)
    }
    notes += messages.map { message in
      let isLink = message.text.contains("https://") || message.text.contains("http://")
      let kind: Note.Kind = isLink ? .link : message.text.last == "?" ? .question : .note
      return PlainNote(kind: kind, text: "\(message.sender): \(message.text)")
    }
    return notes
  }

  private func tieIntents(_ session: Session) -> [Intent] {
    let mine = notes
    let written = session.notes.all.suffix(mine.count)
    return zip(written, mine).compactMap { note, plain in
      guard note.text == plain.text, let speaker = plain.speaker,
        let match = SpeakerMatch(label: speaker, on: session.people.roll),
        let person = match.person,
        note.binding.speaker != person
      else { return nil }
      return .note(.bind(note.id, .speaker(to: person)))
    }
  }
}

extension Session {
  /// Whoever is on the roll by name, the first where several are called the same.
  fileprivate var peopleByKey: [String: Person] {
    Dictionary(people.roll.map { ($0.name.personKey, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension StatedFormat {
  /// The format of a plan; `nil` where only its minutes are known.
  var format: Format? {
    kind.map { Format(kind: $0, layout: layout, minutes: minutes) }
  }
}

extension AgendaPoint {
  /// How long it lasts; `nil` where one of its ends is not known.
  var seconds: Int? {
    guard let start, let end, end.minutes > start.minutes else { return nil }
    return (end.minutes - start.minutes) * 60
  }
}

extension PersonDetails {
  /// Fills what is not known yet; roles add up.
  fileprivate mutating func fill(with holder: RoleHolder) {
    affiliation = affiliation ?? holder.affiliation
    group = group ?? holder.group
    region = region ?? holder.region
    status = status ?? holder.status
    if !(roles ?? []).contains(holder.role) { roles = (roles ?? []) + [holder.role] }
  }
}

extension Remark {
  /// The remark and what stands below it, on one line.
  fileprivate var wholeText: String {
    var labels: [String] = []
    for detail in details where !labels.contains(detail.label) { labels.append(detail.label) }
    let rest = labels.map { label in
      let texts = details.filter { $0.label == label }.map(\.text)
      return "\(label.prefix(1).uppercased() + label.dropFirst()): \(texts.joined(separator: ", "))"
    }
    return ([text] + rest).joined(separator: " · ")
  }
}

extension StatedFigures {
  /// `Stated: 1178 words in 488 seconds, 144 words per minute`.
  var sentence: String {
    var parts: [String] = []
    if let words { parts.append("\(words) words") }
    if let seconds { parts.append("in \(seconds) seconds") }
    let speech = parts.joined(separator: " ")
    let speed = wordsPerMinute.map { "\($0) words per minute" }
    return "Stated of \(name): "
      + [speech, speed ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
