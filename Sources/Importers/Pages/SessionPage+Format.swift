import SessionModel

extension SessionPage {
  mutating func takeFormat(_ line: Line, next: Line?) -> Bool {
    if let shape = FormatShape(line.text) {
      set(shape.format, line)
      section = nil
      return true
    }
    if FormatShape.isKind(line.text), let next, let heading = Heading(next.text),
      heading.section == .duration
    {
      setKind(line.text, line)
      return true
    }
    return false
  }

  mutating func set(_ format: StatedFormat, _ line: Line) {
    formatLine = formatLine ?? line.place
    guard let old = reading.format else {
      reading.format = Found(
        format, raw: line.text, line: line.number, isHeaded: section == .format)
      return
    }
    if let minutes = format.minutes, let other = old.value.minutes, minutes != other {
      reading.warn(
        line.number, "\(minutes) minutes here, \(other) on line \(old.line); both are kept")
    }
    reading.format?.value.kind = old.value.kind ?? format.kind
    reading.format?.value.layout = old.value.layout ?? format.layout
    reading.format?.value.minutes = old.value.minutes ?? format.minutes
  }

  mutating func setKind(_ kind: String, _ line: Line) {
    formatLine = formatLine ?? line.place
    if reading.format == nil {
      reading.format = Found(StatedFormat(kind: kind), raw: line.text, line: line.number)
    } else if reading.format?.value.kind == nil {
      reading.format?.value.kind = kind
    }
  }

  mutating func setMinutes(_ minutes: Int, _ line: Line) {
    set(StatedFormat(kind: nil, layout: nil, minutes: minutes), line)
  }

  /// The published slot: a day and times in a short line near the top.
  mutating func takeSlot(_ line: Line) -> Bool {
    guard line.text.utf8.count < 160 else { return false }
    if let title = wantsRoomBelow, reading.room == nil, section == nil, line.place == title + 1,
      line.text.utf8.count < 40, line.text.namesRoom
    {
      reading.room = Found(line.text, raw: line.text, line: line.number, isHeaded: false)
      return true
    }
    if section == .room, line.text.utf8.count < 60, Heading(line.text) == nil,
      DatesInLine(line.text).days.isEmpty, line.text.contains(where: \.isLetter)
    {
      wantsRoom = false
      section = nil
      reading.room = reading.room ?? Found(line.text, raw: line.text, line: line.number)
      return true
    }
    if wantsRoom {
      wantsRoom = false
      if section == .room { section = nil }
      if line.text.utf8.count < 60, line.text.looksLikeRoom, Heading(line.text) == nil {
        reading.room = Found(line.text, raw: line.text, line: line.number, isHeaded: false)
        return true
      }
    }
    guard section == nil || section == .slot || section == .date || section == .time else {
      return false
    }
    guard clock == nil || day == nil, !line.text.hasPrefix("Updated") else { return false }
    let dates = DatesInLine(line.text)
    guard !dates.days.isEmpty || !dates.clocks.isEmpty, dates.isMostlyDates else { return false }
    if let found = dates.days.first, day == nil {
      day = (found.day, line)
      if dates.days.count == 2 { lastDay = dates.days[1].day }
    }
    if let found = dates.clocks.first, clock == nil {
      var stretch = found.clock
      if stretch.end == nil, dates.clocks.count > 1 {
        let second = dates.clocks[1].clock
        stretch.end = second.start
        stretch.offset = stretch.offset ?? second.offset
        stretch.zone = stretch.zone ?? second.zone
      }
      clock = (stretch, line)
      wantsRoom = true
    }
    return true
  }

  /// `10:10-11:00 Panel` below the published slot, or in an agenda.
  mutating func takePoint(_ line: Line) -> Bool {
    if takeLength(line) { return true }
    guard clock != nil || section == .agenda, line.text.utf8.count < 300,
      line.text.unicodeScalars.first?.isFigure ?? false
    else { return false }
    let dates = DatesInLine(line.text.prefix(40), limit: 14)
    guard let first = dates.clocks.first, first.place == 0, let end = first.clock.end else {
      return false
    }
    let rest = String(
      decoding: line.text.utf8.dropFirst(dates.tokens[first.after - 1].end), as: UTF8.self
    )
    .trimmedMarks
    guard !rest.isEmpty else { return false }
    let stated = day.flatMap { day, _ in
      StatedTime(
        day, year: reading.year?.value, minutes: 0, offset: clock?.clock.offset,
        zone: clock?.clock.zone)
    }
    reading.agenda.append(
      Found(
        AgendaPoint(
          start: StatedMoment(day: stated, minutes: first.clock.start),
          end: StatedMoment(day: stated, minutes: end), title: rest, kind: .of(title: rest)),
        raw: line.text, line: line.number))
    return true
  }

  /// `[5 min]`, below it what these minutes are for, and below that who is there.
  mutating func takeLength(_ line: Line) -> Bool {
    if line.text.first == "[", line.text.last == "]", line.text.utf8.count < 20,
      FormatShape.minutes(String(line.text.dropFirst().dropLast())) != nil
    {
      wantsPoint = true
      section = .agenda
      return true
    }
    guard section == .agenda else { return false }
    if wantsPoint || (hasLengths && !line.isBullet && line.isShort && ListMark(line.text) == nil) {
      wantsPoint = false
      hasLengths = true
      let title = line.text.trimmedMarks
      guard !title.isEmpty, title.utf8.count < 200 else { return false }
      reading.agenda.append(
        Found(
          AgendaPoint(title: title, kind: .of(title: title)), raw: line.text, line: line.number))
      return true
    }
    guard hasLengths, line.isBullet, let last = reading.agenda.indices.last else { return false }
    let shape = HolderShape(labelled: line.text)
    guard let name = shape.name, name.isPersonAndNoPosition, shape.affiliation != nil else {
      return false
    }
    var holder = RoleHolder(role: shape.role ?? .speaker)
    holder.name = name
    holder.affiliation = shape.affiliation
    holder.group = shape.group
    holder.region = shape.region
    reading.agenda[last].value.people.append(holder)
    return true
  }

  /// `Workshop` alone on a line near the top.
  mutating func takeType(_ line: Line) -> Bool {
    guard section == nil, reading.type == nil, line.number <= 8, line.text.utf8.count < 30,
      let type = TitleShape.type(of: line.text)
    else { return false }
    reading.type = Found(type, raw: line.text, line: line.number)
    return true
  }
}
