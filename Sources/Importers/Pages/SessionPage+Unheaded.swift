import SessionModel

extension SessionPage {
  /// What stands below no heading at all.
  mutating func readUnheaded() {
    readReportTail()
    readProgramme()
    readSpeakersByPlace()
    readQuestionsByPlace()
    let described = Set(reading.description.map(\.line))
    for line in loose where line.text.utf8.count > 200 && !described.contains(line.number) {
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
    guard let before = looseBeforeFirstLabel else { return }
    if !book.has(.organizer), before.contains(where: \.isProse) {
      let block = Array(before.reversed().prefix { $0.isShort && !$0.isBullet }.reversed())
      // What stands above the prose is a page's head.
      if block.count < before.count {
        for line in block {
          reading.description.removeAll { $0.line == line.number }
          book.take(
            HolderShape(organisation: line.text), as: .organizer, raw: line.text,
            line: line.number, isHeaded: false)
        }
      }
      let taken = Set(block.map(\.number))
      looseBeforeFirstLabel = before.filter { !taken.contains($0.number) }
    }
    guard !book.has(.speaker) else { return }
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
    guard let name = shape.name,
      let holder = book.holders.last(where: { $0.value.name?.personKey == name.personKey })
    else { return }
    reading.agenda[reading.agenda.count - 1].value.people.append(holder.value)
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

  /// A list of questions whose heading is lost: behind the format, before the goals.
  mutating func readQuestionsByPlace() {
    guard questions.isEmpty, reading.kind == .proposal, let formatLine else { return }
    let behind = (looseAfterLabels + loose).filter { $0.number > formatLine }
      .sorted { $0.number < $1.number }
    for line in behind {
      let marks = QuestionList.numbered(line.text).count
      let isOne =
        if let mark = ListMark(line.text), case .number = mark.kind { true } else { false }
      guard line.text.utf8.contains(0x3F), marks > 1 || (isOne && line.text.utf8.count < 700) else {
        guard questions.isEmpty else { break }
        continue
      }
      questions.add(line)
    }
    loose.removeAll { line in line.text.utf8.contains(0x3F) && ListMark(line.text) != nil }
  }
}
