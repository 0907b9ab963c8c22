import SessionModel

extension SessionPage {
  mutating func finished() -> Reading {
    placeLone()
    readUnheaded()
    reading.holders = book.holders.sorted { $0.line < $1.line }
    reading.questions = questions.questions(isHeaded: isQuestionsHeaded)
    if reading.goals.isEmpty {
      for (goal, line) in textGoals {
        reading.goals.append(Found(goal.raw, raw: line.text, line: line.number, isHeaded: false))
      }
    }
    setSlot()
    checkMinutes()
    return reading
  }

  /// Holders without a heading: their order is fixed, and “Online Moderator” anchors it.
  mutating func placeLone() {
    let before = lone.filter { !$0.isAfterAnchor }
    let after = lone.filter(\.isAfterAnchor)
    if hasAnchor {
      if let last = before.last {
        if book.has(.moderator) {
          let further = furtherSpeaker
          before.forEach { place($0, takenAsModerator > 0 ? .moderator : further) }
        } else {
          let further = furtherSpeaker
          before.dropLast().forEach { place($0, further) }
          place(last, .moderator)
        }
      }
      after.forEach { place($0, .rapporteur) }
      return
    }
    // The roles still open, the last ones belonging to the last lines.
    let open = [Role.moderator, .onlineModerator, .rapporteur].filter { !book.has($0) }
    let extra = max(0, lone.count - open.count)
    let further = furtherSpeaker
    lone.prefix(extra).forEach { place($0, further) }
    for (entry, role) in zip(lone.dropFirst(extra), open) { place(entry, role) }
  }

  /// Beside numbered speakers others are additional ones.
  private var furtherSpeaker: Role { book.has(.speaker) ? .additionalSpeaker : .speaker }

  mutating func place(
    _ entry: (shape: HolderShape, line: Line, isAfterAnchor: Bool), _ role: Role
  ) {
    book.take(
      entry.shape, as: role, raw: entry.line.text, line: entry.line.number, isHeaded: false)
  }

  mutating func setSlot() {
    guard let (day, line) = day else { return }
    let year = day.year ?? reading.year?.value
    if reading.year == nil, let year {
      reading.year = Found(year, raw: line.text, line: line.number)
    }
    guard let (clock, clockLine) = clock else { return }
    if let start = StatedTime(
      day, year: year, minutes: clock.start, offset: clock.offset, zone: clock.zone)
    {
      reading.start = Found(start, raw: clockLine.text, line: clockLine.number)
    }
    if let end = clock.end {
      var last = lastDay ?? day
      last.day = day.lastDay ?? last.day
      if let end = StatedTime(
        last, year: year, minutes: end, offset: clock.offset, zone: clock.zone)
      {
        reading.end = Found(end, raw: clockLine.text, line: clockLine.number)
      }
    }
    if clock.offset == nil { reading.warn(clockLine.number, "no time zone stands by the times") }
  }

  mutating func checkMinutes() {
    guard let minutes = reading.format?.value.minutes, let start = reading.start?.value,
      let end = reading.end, start.day == end.value.day, start.month == end.value.month
    else { return checkProse() }
    let length = end.value.minutes - start.minutes
    if length > 0, length != minutes {
      reading.warn(
        end.line, "the slot is \(length) minutes long, the format says \(minutes); both are kept")
    }
    checkProse()
  }

  /// Minutes in the prose that differ from those of the format.
  mutating func checkProse() {
    guard let minutes = reading.format?.value.minutes else { return }
    for line in looseAfterLabels where line.text.utf8.count > 80 {
      let tokens = line.text.tokens(limit: 400)
      for index in tokens.indices.dropLast(1) {
        guard let number = tokens[index].number, [30, 45, 60, 75, 90, 120].contains(number),
          number > minutes,
          tokens[index + 1].word?.hasPrefix("min") ?? false
            || (tokens[index + 1].isSign("-") && index + 2 < tokens.count
              && tokens[index + 2].word?.hasPrefix("min") ?? false)
        else { continue }
        reading.warn(
          line.number, "the text says \(number) minutes, the format \(minutes); both are kept")
        return
      }
    }
  }
}
