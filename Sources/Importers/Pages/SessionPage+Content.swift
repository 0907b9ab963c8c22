import SessionModel

extension SessionPage {
  mutating func takeContent(_ line: Line) {
    switch section {
    case .questions: takeQuestion(line)
    case .goals: takeGoal(line)
    case .targets: takeTarget(line)
    case .organizers, .speakers, .additionalSpeakers, .moderators, .onlineModerators, .rapporteurs:
      listed += 1
      guard listed <= Self.longestList else {
        reading.warn(
          line.number, "more than \(Self.longestList) lines of people; these are left out")
        section = nil
        return takeLoose(line)
      }
      // Goals whose heading is lost end the list of holders.
      if let goal = goalOfList(line), goal.raw == line.text,
        GoalShape.isOfficial(line.text) || goal.code == line.text
      {
        section = .goals
        return takeGoal(line)
      }
      if takeListed(line) { return }
      takeHolders(line, as: section.flatMap(role) ?? .speaker, raw: line)
    case .proposers: takeHolders(line, as: .organizer, raw: line)
    case .organisation:
      if let place = book.last(.organizer) { book.setAffiliation(of: place, to: line.text) }
      section = nil
    case .format, .duration, .title, .room, .slot, .date, .time:
      if !takeFormatRest(Heading(section: section), line) { section = nil }
    case .takeaways:
      if let goal = text(of: line) { reading.takeaways.append(goal) }
    case .calls:
      if let call = text(of: line) { reading.callsToAction.append(call) }
    case .outcomes: reading.outcomes.append(Found(line.text, raw: line.text, line: line.number))
    case .description:
      describe(line)
      loose.append(line)
    case .documents: takeDocument(line)
    case .report:
      reportLines.append(line)
    case .sessionReport:
      reading.remarks.append(
        Found(Remark(kind: .note, text: line.text), raw: line.text, line: line.number))
    case .other, .agenda: takeStray(line)
    case nil:
      // `Academia: Jo Doe` below `Moderator: Bo Larsen` goes on with the speakers.
      if let role = speakersBefore.flatMap(role),
        line.isBullet && HolderShape(labelled: line.text).name?.isPersonAndNoPosition ?? false
          || NamedPoint(line.text) != nil
      {
        takeHolders(line, as: role, raw: line)
      } else {
        takeLoose(line)
      }
    }
  }

  /// No session lists more people than that below one heading.
  private static let longestList = 500

  mutating func takeDocument(_ line: Line) {
    guard let document = StatedDocument(line) else { return }
    reading.documents.append(Found(document, raw: line.text, line: line.number))
  }

  func role(of section: PageSection) -> Role? {
    switch section {
    case .organizers, .proposers: .organizer
    case .speakers: .speaker
    case .additionalSpeakers: .additionalSpeaker
    case .moderators: .moderator
    case .onlineModerators: .onlineModerator
    case .rapporteurs: .rapporteur
    default: nil
    }
  }

  /// A point of a report; instructions and empty points are none.
  func text(of line: Line) -> Found<String>? {
    // Reports of 2021 begin their first point with a comma.
    let text = (ListMark(line.text)?.rest ?? line.text).drop { ",; ".contains($0) }
    guard text.utf8.count > 3, !text.hasPrefix("(*"), !text.hasPrefix("*") else { return nil }
    return Found(String(text), raw: line.text, line: line.number)
  }

  mutating func describe(_ line: Line) {
    reading.description.append(Found(line.text, raw: line.text, line: line.number))
  }

  mutating func takeQuestion(_ line: Line) {
    // A goal in a list, or a reported date, ends the questions.
    if !isQuestionsHeaded || !questions.isEmpty, goalOfList(line) != nil,
      ListMark(line.text) == nil
        || !line.text.utf8.contains(0x3F)
          && (GoalShape(line: line.text)?.code.utf8.contains(0x2E) == true
            || GoalShape.isOfficial(line.text))
    {
      section = .goals
      takeGoal(line)
      return
    }
    if questions.count > 0, !line.text.utf8.contains(0x3F), ListMark(line.text) == nil,
      !line.isBullet, line.text.utf8.count > (questions.asks && !questions.isList ? 200 : 600)
    {
      section = nil
      describe(line)
      return
    }
    var question = line
    question.isApart = question.isApart || questionHeadings > 1
    questions.add(question)
  }

  func goalOfList(_ line: Line) -> GoalShape? {
    guard line.text.utf8.count < 100, !line.text.utf8.contains(0x3F) else { return nil }
    return GoalShape(line: line.text)
  }

  mutating func takeGoal(_ line: Line) {
    // Several in one line: `5. Gender Equality, 9.c, 16.7`.
    guard let goal = GoalShape(line: line.text) else {
      if line.text.utf8.count > 120 || line.text.utf8.contains(0x3F) {
        section = nil
        return takeLoose(line)
      }
      takeGoals(listedIn: line)
      return
    }
    sawGoals = true
    appendGoal(goal, line, isHeaded: section == .goals)
  }

  mutating func takeGoals(listedIn line: Line) {
    var parts = line.text.separated(by: [",", ";", "|", " and ", " & "])
    // `9.1 11.2 17.17`
    let words = line.text.split(separator: " ").map(String.init)
    if words.count > 1, words.allSatisfy({ GoalShape(line: $0)?.code.utf8.contains(0x2E) == true })
    {
      parts = words
    }
    for part in parts {
      if let goal = GoalShape(line: part) {
        appendGoal(goal, line, isHeaded: true)
      } else if let number = Int(part), (1...17).contains(number),
        goalCodes.insert(String(number)).inserted
      {
        reading.goals.append(Found(part, raw: line.text, line: line.number))
      }
    }
  }

  mutating func appendGoal(_ goal: GoalShape, _ line: Line, isHeaded: Bool) {
    guard goalCodes.insert(goal.code).inserted else { return }
    reading.goals.append(Found(goal.raw, raw: line.text, line: line.number, isHeaded: isHeaded))
  }

  mutating func takeTarget(_ line: Line) {
    if let goal = GoalShape(line: line.text), goal.code.utf8.contains(0x2E), goal.reason != nil {
      textGoals.append((goal, line))
    }
  }

  /// In prose nothing is looked for but shapes that cannot be mistaken.
  mutating func takeStray(_ line: Line) {
    if let goal = goalOfList(line), goal.raw == line.text, line.text.utf8.count < 80,
      !line.text.contains("("), isGoalSurely(goal, line)
    {
      appendGoal(goal, line, isHeaded: false)
    } else if let title = reading.title, title.value == line.text {
      return
    } else if section == .other {
      looseAfterLabels.append(line)
    }
  }

  /// A goal by its whole name, or a target alone on its line beside others.
  func isGoalSurely(_ goal: GoalShape, _ line: Line) -> Bool {
    goal.code.utf8.contains(0x2E) || line.text.hasPrefix("GOAL") || line.text.utf8.count < 60
  }

  mutating func takeLoose(_ line: Line) {
    if let goal = goalOfList(line), isGoalSurely(goal, line), !line.isBullet {
      sawGoals = true
      appendGoal(goal, line, isHeaded: false)
      return
    }
    if let proposer = Proposer(line.text) {
      take(HolderShape(labelled: proposer.text), as: .organizer, line)
      return
    }
    loose.append(line)
  }

  /// Whoever stands below the online moderator without a heading is the rapporteur.
  mutating func takeListed(_ line: Line) -> Bool {
    guard section == .onlineModerators, awaitsHolder == nil else { return false }
    takeFromAnchor += 1
    guard takeFromAnchor > 1, !book.has(.rapporteur), line.text.isPersonAndNoPosition else {
      return false
    }
    book.take(
      HolderShape(labelled: line.text), as: .rapporteur, raw: line.text, line: line.number,
      isHeaded: false)
    section = nil
    return true
  }

  /// One holder, or several parted by semicolons.
  mutating func takeHolders(_ line: Line, as role: Role, raw: Line) {
    // What a form asks for, not whom; and sentences below a name that stood behind its label.
    guard !line.text.hasPrefix("Organizational Affiliation"), !line.text.isSentences else { return }
    if role != .organizer, line.text == raw.text, let place = book.last(role),
      !line.text.utf8.contains(0x2C), !line.isBullet, !line.isApart,
      !line.text.isPersonAndNoPosition, line.text.utf8.count < 120,
      line.text.looksLikeOrganisation || line.text.namesPosition, NamedPoint(line.text) == nil
    {
      // `Director of Something` below a name is what somebody is.
      return book.setAffiliation(of: place, to: line.text)
    }
    for piece in Proposer.pieces(line.text) ?? HolderList.pieces(line.text) {
      var text = ListMark(piece)?.rest ?? piece
      if text.utf8.count > 330 { continue }
      if role == .speaker || role == .additionalSpeaker, let point = NamedPoint(text) {
        text = point.person
      }
      let shape = HolderShape(labelled: text)
      guard let name = shape.name, name.utf8.count > 2 || role == .organizer else { continue }
      let isOrganizer = role == .organizer
      // Sentences below a heading name nobody.
      guard
        name.looksLikeName || (isOrganizer && name.utf8.count < 140)
          || (name.utf8.count < 100 && name.looksLikeOrganisation),
        !"?!".contains(text.last ?? " "), !(text.last == "." && text.utf8.count > 90)
      else { continue }
      book.take(shape, as: role, raw: raw.text, line: raw.number, isHeaded: true)
    }
  }
}
