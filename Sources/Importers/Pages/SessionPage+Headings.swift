import SessionModel

extension SessionPage {
  mutating func enter(_ heading: Heading, _ line: Line) {
    if isLabel(heading.section), looseBeforeFirstLabel == nil {
      firstLabel = heading.section
      looseBeforeFirstLabel = loose
      loose = []
    }
    let before = section
    section = heading.section
    listed = 0
    // `Speaker: Jo Doe` below “Additional Speakers” is one of those.
    if heading.section == .speakers, before == .additionalSpeakers, !heading.rest.isEmpty {
      section = .additionalSpeakers
    }
    if let before, role(of: before) == .speaker || before == .additionalSpeakers {
      speakersBefore = before
    } else if before != nil {
      speakersBefore = nil
    }
    switch heading.section {
    case .onlineModerators:
      hasAnchor = true
      takeFromAnchor = 0
    case .moderators: takenAsModerator = 0
    case .goals: sawGoals = true
    case .questions:
      isQuestionsHeaded = true
      questionHeadings += 1
      if heading.isNumbered { questions.mustAsk = true }
    default: break
    }
    guard !heading.rest.isEmpty else { return }
    var rest = line
    rest.text = heading.rest
    rest.isBullet = false
    if heading.section == .onlineModerators || heading.section == .moderators
      || heading.section == .rapporteurs
    {
      takeHolders(rest, as: role(of: heading.section) ?? .moderator, raw: line)
      // A label says one; what follows in lines of its own stands below no heading.
      section = nil
      return
    }
    if takeFormatRest(heading, rest) { return }
    takeContent(rest)
    // A label with a word or two behind it heads nothing more.
    if heading.section == .other, heading.rest.utf8.count < 100 { section = nil }
  }

  func isLabel(_ section: PageSection) -> Bool {
    switch section {
    case .moderators, .onlineModerators, .speakers, .rapporteurs, .organizers: true
    default: false
    }
  }

  mutating func takeFormatRest(_ heading: Heading, _ line: Line) -> Bool {
    switch heading.section {
    case .format:
      if let shape = FormatShape(line.text) {
        set(shape.format, line)
      } else if let type = TitleShape.type(of: line.text) {
        reading.type = reading.type ?? Found(type, raw: line.text, line: line.number)
      } else if FormatShape.isKind(line.text) {
        setKind(line.text, line)
      } else if line.text.utf8.count < 60, line.text.contains(where: \.isLetter) {
        setKind(line.text, line)
      }
      section = nil
      return true
    case .duration:
      if let minutes = FormatShape.minutes(line.text) { setMinutes(minutes, line) }
      section = nil
      return true
    case .title:
      if reading.title == nil {
        reading.title = Found(line.text, raw: line.text, line: line.number)
      }
      section = nil
      return true
    case .room:
      if line.text.utf8.count < 80 {
        reading.room = Found(line.text, raw: line.text, line: line.number)
      }
      section = nil
      return true
    case .slot, .date, .time:
      _ = takeSlot(line)
      section = nil
      return true
    default: return false
    }
  }
}

extension Heading {
  init(section: PageSection?) {
    self.section = section ?? .other
    rest = ""
  }
}
