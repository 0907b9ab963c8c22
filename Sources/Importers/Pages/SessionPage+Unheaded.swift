import SessionModel

extension SessionPage {
  /// What stands below no heading at all.
  mutating func readUnheaded() {
    readReportTail()
    readProgramme()
    readHostAboveFormat()
    readSpeakersByPlace()
    readQuestionsByPlace()
    let described = Set(reading.description.map(\.raw))
    for line in loose where line.text.utf8.count > 200 && !described.contains(line.text) {
      describe(line)
    }
  }

  /// Two points behind `Report`: takeaway and call to action, by their place.
  mutating func readReportTail() {
    guard reading.takeaways.isEmpty, reading.callsToAction.isEmpty else { return }
    let bullets = reportLines.filter(\.isBullet)
    reading.takeaways = bullets.dropLast(bullets.count == 2 ? 1 : 0).map {
      Found($0.text, raw: $0.text, line: $0.number, isHeaded: false)
    }
    if bullets.count == 2 {
      reading.callsToAction = [
        Found(bullets[1].text, raw: bullets[1].text, line: bullets[1].number, isHeaded: false)
      ]
    }
    for line in reportLines where !line.isBullet && line.text.utf8.count > 80 {
      reading.remarks.append(
        Found(
          Remark(kind: .note, text: line.text), raw: line.text, line: line.number, isHeaded: false))
    }
  }

  /// Open forums whose headings are lost: organisers, an agenda with names, then the role holders.
  mutating func readProgramme() {
    readHosts()
    guard looseBeforeFirstLabel != nil, !book.has(.speaker) else { return }
    var lines = loose
    let open = [Role.onlineModerator, .rapporteur].filter { !book.has($0) }
    let tail = Array(lines.reversed().prefix { $0.isShort && !$0.isBullet }.reversed())
    if sawGoals, open.count == 2, tail.count >= 3,
      HolderShape(labelled: tail[tail.count - 1].text).name?.looksLikePerson ?? false,
      book.has(.moderator)
    {
      let holders = tail.suffix(3)
      for (line, role) in zip(holders, [Role.moderator, .onlineModerator, .rapporteur]) {
        let shape = HolderShape(labelled: line.text)
        // The moderator again, or somebody beside them.
        if role == .moderator, let name = shape.name, !book.holds(name, .moderator) { continue }
        book.take(shape, as: role, raw: line.text, line: line.number, isHeaded: false)
      }
      lines.removeLast(3)
    }
    readPoints(lines)
  }

  /// Organisers, and speakers below them, whose headings are lost: where a heading was, two empty
  /// lines are left.
  mutating func readHosts() {
    guard !book.has(.organizer), firstNumbered == nil, !isSchedule else { return }
    let before = looseBeforeFirstLabel ?? (firstLabel == nil ? loose : [])
    let block: [Line]
    if before.contains(where: \.isProse) {
      // What stands above the prose is a page's head.
      block = Array(before.reversed().prefix { $0.isHolders }.reversed())
      guard block.count < before.count else { return }
    } else {
      guard looseBeforeFirstLabel != nil else { return }
      block = withoutThemes(before)
    }
    // Lines that were cut out of one say nothing by their place.
    guard let first = block.first, !block.contains(where: \.isCut) else { return }
    var groups: [[Line]] = [[first]]
    for line in block.dropFirst() {
      if line.gap > 1 { groups.append([]) }
      groups[groups.count - 1].append(line)
    }
    let hasSpeakers = groups.count > 1 && firstLabel != .speakers && !book.has(.speaker)
    let speakers = hasSpeakers ? groups.removeLast() : []
    for line in groups.joined() { takeHost(line) }
    for line in speakers { takeSpeakers(line) }
    let taken = Set(block.map(\.place))
    let words = Set(block.map(\.text))
    looseBeforeFirstLabel = looseBeforeFirstLabel?.filter { !taken.contains($0.place) }
    loose.removeAll { taken.contains($0.place) }
    reading.description.removeAll { words.contains($0.raw) }
  }

  /// `Ministry of Ports` alone between the slot and the format.
  private mutating func readHostAboveFormat() {
    guard !book.has(.organizer), firstNumbered == nil, !isSchedule, let formatLine else { return }
    let all = (looseBeforeFirstLabel ?? []) + loose
    let above = all.filter { $0.place < formatLine }
    guard above.count == 1, let host = above.first, host.place == formatLine - 1, host.isApart,
      host.isShort, host.text.namesInstitution
    else { return }
    takeHost(host)
    looseBeforeFirstLabel?.removeAll { $0.place == host.place }
    loose.removeAll { $0.place == host.place }
  }

  private mutating func takeHost(_ line: Line) {
    guard DatesInLine(line.text).days.isEmpty, DatesInLine(line.text).clocks.isEmpty,
      TitleShape(line.text)?.number == nil, !line.text.looksLikeRoom, !line.text.isSentences
    else { return }
    let pieces = HolderList.pieces(line.text)
    for piece in pieces {
      book.take(
        pieces.count > 1 ? HolderShape(labelled: piece) : HolderShape(organisation: piece),
        as: .organizer, raw: line.text, line: line.number, isHeaded: false)
    }
  }

  private mutating func takeSpeakers(_ line: Line) {
    for piece in HolderList.pieces(line.text) {
      let shape = HolderShape(labelled: piece)
      guard shape.name?.looksLikePerson ?? false else { continue }
      book.take(shape, as: .speaker, raw: line.text, line: line.number, isHeaded: false)
    }
  }

  /// The lines below the paragraph that names a page's theme, where one stands on top.
  private func withoutThemes(_ lines: [Line]) -> [Line] {
    let head = lines.prefix(1) + lines.dropFirst().prefix { !$0.isApart }
    let rest = Array(lines.dropFirst(head.count))
    guard !rest.isEmpty, !head.contains(where: { HolderList.pieces($0.text).count > 1 }) else {
      return lines.allSatisfy(\.isHolders) ? lines : []
    }
    return rest.allSatisfy(\.isHolders) ? rest : []
  }

  mutating func readPoints(_ lines: [Line]) {
    guard lines.contains(where: { NamedPoint($0.text) != nil }) else { return }
    for line in lines where line.text.utf8.count < 240 {
      if line.isBullet {
        let shape = HolderShape(labelled: line.text)
        guard let name = shape.name, name.looksLikePerson, !reading.agenda.isEmpty else { continue }
        addSpeaker(shape, line)
        continue
      }
      var point = AgendaPoint(kind: .discussion)
      if let named = NamedPoint(line.text) {
        point.title = named.title
        reading.agenda.append(Found(point, raw: line.text, line: line.number, isHeaded: false))
        addSpeaker(HolderShape(labelled: named.person), line)
      } else if line.text.utf8.count < 140, !reading.agenda.isEmpty {
        point.title = line.text.trimmedMarks
        reading.agenda.append(Found(point, raw: line.text, line: line.number, isHeaded: false))
      }
    }
    for index in reading.agenda.indices {
      reading.agenda[index].value.kind = .of(title: reading.agenda[index].value.title ?? "")
    }
    loose = loose.filter { $0.text.utf8.count >= 240 }
  }

  mutating func addSpeaker(_ shape: HolderShape, _ line: Line) {
    book.take(shape, as: .speaker, raw: line.text, line: line.number, isHeaded: false)
    guard let holder = shape.name.flatMap({ book.last(named: $0) }) else { return }
    reading.agenda[reading.agenda.count - 1].value.people.append(holder)
  }

  /// Names with what they are, between the organisers and the moderator.
  mutating func readSpeakersByPlace() {
    guard !book.has(.speaker), let before = looseBeforeFirstLabel else { return }
    let named = before.filter { line in
      guard line.isShort, !line.isBullet || true, line.text.utf8.contains(0x2C) else {
        return false
      }
      let parts = line.text.commaParts
      return parts.count >= 2 && parts[0].looksLikePerson
    }
    guard named.count >= 2 else { return }
    for line in named {
      book.take(
        HolderShape(labelled: line.text), as: .speaker, raw: line.text, line: line.number,
        isHeaded: false)
    }
  }

  /// Questions whose heading is lost: behind the format, before the goals; else a list that asks.
  mutating func readQuestionsByPlace() {
    guard questions.isEmpty, reading.kind == .proposal else { return }
    let lines = ((looseBeforeFirstLabel ?? []) + looseAfterLabels + loose)
      .sorted { $0.place < $1.place }
    if let formatLine {
      readLetteredQuestions(lines.filter { $0.place > formatLine })
    }
    if questions.isEmpty, let formatLine {
      readNumberedQuestions(lines.filter { $0.place > formatLine })
    } else if let first = lines.first, first.place == firstLine,
      QuestionList.numbered(first.text).count > 1, first.text.utf8.contains(0x3F)
    {
      questions.add(first)
    }
    if questions.isEmpty, let formatLine {
      readAskingPoints(lines.filter { $0.place > formatLine })
    }
    if questions.isEmpty, let formatLine {
      let behind = lines.filter { $0.place > formatLine }.prefix(4)
      if let place = behind.firstIndex(where: \.onlyAsks) {
        for line in behind[place...].prefix(while: \.onlyAsks) { questions.add(line) }
      }
    }
    if questions.isEmpty { readAskingList(lines) }
    loose.removeAll { line in line.text.utf8.contains(0x3F) && ListMark(line.text) != nil }
  }

  /// `A What …`, `B How …`, in lines that follow each other.
  private mutating func readLetteredQuestions(_ lines: [Line]) {
    var run: [Line] = []
    for line in lines {
      guard let letter = UnicodeScalar(0x41 + run.count), run.count < 12,
        line.text.hasPrefix("\(letter) "),
        run.isEmpty || line.place == run[run.count - 1].place + 1,
        line.text.dropFirst(2).first?.isUppercase ?? false
      else {
        if run.count > 1 { break }
        run = []
        continue
      }
      run.append(line)
    }
    guard run.count > 1, run.count(where: { $0.text.utf8.contains(0x3F) }) * 2 >= run.count else {
      return
    }
    for line in run {
      var point = line.saying(line.text.dropFirst(2).squeezed)
      point.isBullet = true
      questions.add(point)
    }
  }

  /// Points right behind the format that ask, some of them without saying so at their end.
  private mutating func readAskingPoints(_ lines: [Line]) {
    guard let first = lines.firstIndex(where: \.isBullet), first < 4 else { return }
    let points = lines[first...].prefix(while: \.isBullet)
    guard points.count > 1, points.allSatisfy({ $0.beginsToAsk && !$0.isQuestionnaire }),
      points.contains(where: { $0.text.last == "?" })
    else { return }
    points.forEach { questions.add($0) }
  }

  private mutating func readNumberedQuestions(_ lines: [Line]) {
    for line in lines {
      let marks = QuestionList.numbered(line.text).count
      let isOne =
        if let mark = ListMark(line.text), case .number = mark.kind { true } else { false }
      guard line.text.utf8.contains(0x3F), !line.isQuestionnaire,
        marks > 1 || (isOne && line.text.utf8.count < 700)
      else {
        guard questions.isEmpty else { break }
        continue
      }
      questions.add(line)
    }
  }

  /// Points that ask, below a line that leads to them.
  private mutating func readAskingList(_ lines: [Line]) {
    // From the back, so that each list is looked at once: where the one that a line belongs to
    // ends, how much of what is left of it asks, and the first line that leads to a list.
    var list = (end: lines.endIndex, asking: 0, isOfForm: false)
    var found: Range<Int>?
    for index in lines.indices.reversed() {
      let line = lines[index]
      let count = list.end - (index + 1)
      if count > 1, !list.isOfForm, list.asking * 2 > count,
        line.text.last == ":" || line.text.ending.contains("question")
      {
        found = (index + 1)..<list.end
      }
      if line.isBullet || ListMark(line.text) != nil {
        if line.text.utf8.contains(0x3F) { list.asking += 1 }
        list.isOfForm = list.isOfForm || line.isQuestionnaire
      } else {
        list = (index, 0, false)
      }
    }
    for line in found.map({ lines[$0] }) ?? [] { questions.add(line) }
  }
}

extension String {
  /// The words at its end.
  fileprivate var ending: String { String(decoding: utf8.suffix(80), as: UTF8.self).wordKey }
}

extension Line {
  /// Whether every sentence of it asks.
  fileprivate var onlyAsks: Bool {
    text.last == "?" && text.utf8.count > 40 && !isQuestionnaire && !text.contains(". ")
      && beginsToAsk
  }

  /// Whether its first word is one that questions begin with.
  fileprivate var beginsToAsk: Bool {
    text.tokens(limit: 1).first?.word.map { Self.asking.contains($0) } ?? false
  }

  private static let asking: Set<String> = [
    "how", "what", "why", "who", "whom", "whose", "which", "when", "where", "is", "are", "do",
    "does", "did", "can", "could", "should", "shall", "will", "would", "has", "have", "to", "in",
    "at", "under", "with",
  ]

  /// Whether it is a question of the form that organisers fill in.
  fileprivate var isQuestionnaire: Bool {
    let key = text.prefix(80).wordKey
    return key.contains("how will you facilitate") || key.contains("how will you design")
  }

  /// Whether it names people or organisations: no sentence, or several people.
  fileprivate var isHolders: Bool {
    !isBullet && ListMark(text) == nil && (isShort || HolderList.pieces(text).count > 1)
  }
}
