import SessionModel

/// Reads the analyses that dig.watch publishes: glance, speakers, transcript, arguments, outcome.
struct AnalysisPage {
  private var reading: Reading
  private var area = Area.head
  private var item: Found<Remark>?
  private var label: String?
  private var speaker: String?
  private var figures: Found<StatedFigures>?
  private var transcript: [Line] = []
  private var book = RoleBook()
  private var isFree = true

  private enum Area: Equatable {
    case head, other, summary, keyPoints, speakers, moderators, report, transcript, arguments
    case agreements, disagreements, takeaways, actions, unresolved, compromises, thoughts, questions
  }

  static func read(_ lines: [Line], confidence: Double) -> Reading {
    var page = AnalysisPage(reading: Reading(.report, confidence: confidence))
    page.readHead(lines)
    for index in lines.indices {
      page.take(lines[index], next: index + 1 < lines.count ? lines[index + 1] : nil)
    }
    return page.finished()
  }

  private init(reading: Reading) {
    self.reading = reading
  }

  private mutating func readHead(_ lines: [Line]) {
    let head = Array(lines.prefix { Self.areas[$0.text.wordKey] == nil }.prefix(12))
    if let first = head.first(where: { line in
      let dates = DatesInLine(line.text)
      return dates.days.isEmpty && dates.clocks.isEmpty || !dates.isMostlyDates
    }) {
      let shape = TitleShape(first.text)
      if let shape, !shape.title.isEmpty {
        if let number = shape.number {
          reading.number = Found(number, raw: first.text, line: first.number)
        }
        if let type = shape.type { reading.type = Found(type, raw: first.text, line: first.number) }
      } else if let part = first.text.separated(by: [" | ", " – "]).dropFirst().lazy
        .compactMap({ TitleShape($0) }).first, let number = part.number
      {
        reading.number = Found(number, raw: first.text, line: first.number)
        if let type = part.type { reading.type = Found(type, raw: first.text, line: first.number) }
      }
      reading.title = Found(
        first.text, raw: first.text, line: first.number, isHeaded: first.isHeading)
    }
    for line in head where line.text.utf8.count < 140 {
      let dates = DatesInLine(line.text)
      if reading.year == nil, let year = dates.days.first?.day.year ?? line.text.forumYear {
        reading.year = Found(year, raw: line.text, line: line.number)
      }
      guard reading.start == nil, let day = dates.days.first?.day,
        let clock = dates.clocks.first?.clock,
        let start = StatedTime(
          day, year: reading.year?.value, minutes: clock.start, offset: clock.offset,
          zone: clock.zone)
      else { continue }
      reading.start = Found(start, raw: line.text, line: line.number)
      if let minutes = clock.end {
        reading.end = StatedTime(
          day, year: reading.year?.value, minutes: minutes, offset: clock.offset, zone: clock.zone
        ).map { Found($0, raw: line.text, line: line.number) }
      }
      if clock.offset == nil { reading.warn(line.number, "no time zone stands by the times") }
    }
  }

  private static let areas: [String: Area] = [
    "session at a glance": .summary, "at a glance": .summary, "summary": .summary,
    "keypoints": .keyPoints, "key points": .keyPoints, "speakers": .speakers,
    "speakers and moderators": .speakers, "speakers from the provided list": .speakers,
    "moderators": .moderators, "moderator": .moderators,
    "table of contents": .other, "event report": .other, "additional speakers": .speakers,
    "full session report": .report, "session report": .report, "report": .report,
    "session transcript": .transcript, "full session transcript": .transcript,
    "transcript": .transcript, "agreements": .agreements, "agreement points": .agreements,
    "agreed points": .agreements, "similar viewpoints": .agreements,
    "unexpected consensus": .agreements, "differences": .disagreements,
    "different viewpoints": .disagreements, "disagreements": .disagreements,
    "unexpected differences": .disagreements, "partial agreements": .agreements,
    "takeaways": .takeaways, "key takeaways": .takeaways,
    "resolutions and action items": .actions, "action items": .actions,
    "unresolved issues": .unresolved, "suggested compromises": .compromises,
    "thought provoking comments": .thoughts, "follow up questions": .questions,
    "knowledge graph of debate": .report, "main points": .report,
  ]

  private static let labels: Set<String> = [
    "explanation", "evidence", "major discussion point", "topics", "agreed with", "agreed on",
    "disagreed with", "disagreed on", "speakers", "arguments", "speaker", "reason", "impact",
    "supporting facts", "summary", "consensus level", "disagreement level", "report", "argument",
    "counter argument", "sentiment", "related topics",
  ]

  private mutating func take(_ line: Line, next: Line?) {
    let key = line.text.utf8.count < 60 ? line.text.wordKey : ""
    let nextKey = next.map { $0.text.utf8.count < 60 ? $0.text.wordKey : "" } ?? ""
    if takeFigures(line, key, nextKey) { return }
    if isInAnalysis, Self.labels.contains(key),
      item != nil || key == "summary" || key.hasSuffix("level")
    {
      label = key
      return
    }
    if key == "overall assessment" {
      close()
      item = Found(Remark(kind: .note, text: line.text), raw: line.text, line: line.number)
      return
    }
    if let next = Self.areas[key], area != .transcript || key != "report",
      !(area == .arguments && key == "report")
    {
      close()
      area = next
      return
    }
    // A heading of the report ends the list of speakers.
    if line.isHeading, area == .speakers || area == .moderators { area = .report }
    switch area {
    case .head, .other: takeUnheadedSpeaker(line)
    case .summary, .keyPoints, .report: takeReport(line)
    case .speakers, .moderators: takeSpeaker(line)
    case .transcript: transcript.append(line)
    case .arguments: takeAnalysis(line, startsItem: Self.argumentLabels.contains(nextKey))
    case .agreements, .disagreements: takeAnalysis(line, startsItem: nextKey == "speakers")
    case .thoughts, .questions: takeAnalysis(line, startsItem: nextKey == "speaker")
    case .takeaways: reading.takeaways.append(found(line))
    case .actions: reading.callsToAction.append(found(line))
    case .unresolved: remark(.unresolved, line)
    case .compromises: remark(.agreement, line)
    }
  }

  private static let argumentLabels: Set = ["explanation", "evidence", "supporting facts"]

  private var isInAnalysis: Bool {
    switch area {
    case .arguments, .agreements, .disagreements, .thoughts, .questions: true
    default: false
    }
  }

  private func found(_ line: Line) -> Found<String> {
    Found(ListMark(line.text)?.rest ?? line.text, raw: line.text, line: line.number)
  }

  private mutating func remark(_ kind: Note.Kind, _ line: Line) {
    reading.remarks.append(
      Found(Remark(kind: kind, text: line.text, speaker: nil), raw: line.text, line: line.number))
  }

  /// `Speech speed`, and the name above it.
  private mutating func takeFigures(_ line: Line, _ key: String, _ nextKey: String) -> Bool {
    if nextKey == "speech speed" {
      if line.isCut, figures != nil, key.contains("sec") {
        figures?.value.seconds = line.text.tokens(limit: 1).first?.number
      }
      close()
      let line = nameAtEnd(of: line)
      area = .arguments
      guard !line.text.isEmpty else {
        speaker = nil
        return true
      }
      speaker = line.text
      dropInitials()
      figures = Found(StatedFigures(name: line.text), raw: line.text, line: line.number)
      return true
    }
    // The letter above a name.
    if line.text.unicodeScalars.count <= 2, area == .transcript || isInAnalysis || area == .report,
      line.text.first?.isLetter ?? false
    {
      return area != .transcript
    }
    guard figures != nil else { return false }
    if ["speech speed", "speech length", "speech time"].contains(key) { return true }
    guard let number = line.text.tokens(limit: 6).first?.number, line.text.utf8.count < 40 else {
      endFigures()
      return false
    }
    if key.contains("per minute") {
      figures?.value.wordsPerMinute = number
    } else if key.contains("word") {
      figures?.value.words = number
    } else if key.contains("sec") {
      figures?.value.seconds = number
    } else {
      endFigures()
      return false
    }
    return true
  }

  /// The line that says whose the figures are; on one line with a transcript the name ends it.
  private mutating func nameAtEnd(of line: Line) -> Line {
    guard line.isCut || line.text.utf8.count > 120 else { return line }
    let name =
      book.holders.prefix(200).compactMap(\.value.name)
      .filter { line.text.hasSuffix($0) }.max { $0.utf8.count < $1.utf8.count } ?? ""
    if area == .transcript {
      var speech = line.text.dropLast(name.count).split(separator: " ")
      // The letters that stand above the name.
      if let last = speech.last, !name.isEmpty, last.utf8.count <= 3,
        last.allSatisfy(\.isUppercase)
      {
        speech.removeLast()
      }
      transcript.append(line.saying(speech.joined(separator: " ")))
    }
    return line.saying(name)
  }

  /// The letters that stand above a speaker's figures.
  private mutating func dropInitials() {
    guard let last = transcript.last?.text, last.utf8.count <= 3, last.allSatisfy(\.isUppercase)
    else {
      return
    }
    transcript.removeLast()
  }

  private mutating func endFigures() {
    if let figures { reading.statedFigures.append(figures) }
    figures = nil
  }

  private mutating func takeReport(_ line: Line) {
    guard area != .report || line.text.utf8.count > 60 else { return }
    if area == .summary { reading.description.append(found(line)) }
    reading.remarks.append(
      Found(Remark(kind: .note, text: line.text), raw: line.text, line: line.number))
  }

  private mutating func takeAnalysis(_ line: Line, startsItem: Bool) {
    if startsItem {
      close()
      let kind: Note.Kind =
        switch area {
        case .agreements: .agreement
        case .disagreements: .disagreement
        case .thoughts: .quote
        case .questions: .question
        default: .note
        }
      var remark = Remark(kind: kind, text: line.text)
      if area == .arguments { remark.speaker = speaker }
      item = Found(remark, raw: line.text, line: line.number)
      return
    }
    guard item != nil else { return }
    switch label {
    case "speaker": item?.value.speaker = line.text
    case "speakers", "agreed with", "disagreed with":
      item?.value.others.append(line.text)
      item?.value.details.append(.init(label: label ?? "", text: line.text))
    case .some(let label): item?.value.details.append(.init(label: label, text: line.text))
    case nil: break
    }
  }

  private mutating func close() {
    endFigures()
    if let item,
      !item.value.details.isEmpty || item.value.speaker != nil || item.value.kind != .note
    {
      reading.remarks.append(item)
    }
    item = nil
    label = nil
  }

  // MARK: Speakers

  /// `Jo Doe – Head of Something, Organisation` of the list of speakers.
  private mutating func takeSpeaker(_ line: Line) {
    guard line.text.utf8.count < 330, line.text.last != ":", !line.text.hasPrefix("Disclaimer")
    else {
      return
    }
    if area == .moderators || HolderShape(complete: line.text) != nil {
      let shape = HolderShape(labelled: line.text)
      guard shape.name?.looksLikeName ?? false, line.isBullet || line.text.utf8.count < 120 else {
        return
      }
      return book.take(
        shape, as: area == .moderators ? .moderator : .speaker, raw: line.text, line: line.number,
        isHeaded: true)
    }
    let pieces = line.text.separated(by: [" – ", " — ", " - ", ": "])
    var name = pieces[0]
    var rest = pieces.count > 1 ? String(line.text.dropFirst(name.count)).trimmedMarks : ""
    if pieces.count == 1, let comma = name.firstIndex(of: ",") {
      rest = name[name.index(after: comma)...].squeezed
      name = name[..<comma].squeezed
    }
    guard line.isBullet || !rest.isEmpty, name.looksLikeLabel, name.utf8.count < 70,
      Self.detailLabels.contains(name.wordKey) == false, line.indent < 4 || pieces.count > 1
    else { return }
    let key = rest.wordKey
    if ["", "role not specified", "not specified", "unknown", "role title not mentioned"].contains(
      key)
      || key.hasPrefix("role not") || key.hasPrefix("role title not") || key.hasPrefix("no role")
    {
      rest = ""
    }
    var shape = HolderShape(labelled: "")
    shape.name = name.withoutTitles
    shape.affiliation = rest.isEmpty ? nil : rest
    book.take(shape, as: .speaker, raw: line.text, line: line.number, isHeaded: true)
    let words = Set(key.split(separator: " "))
    if words.contains("moderator") || words.contains("moderating") {
      let isOnline = key.contains("online moderator") || key.contains("remote moderator")
      book.take(
        shape, as: isOnline ? .onlineModerator : .moderator, raw: line.text, line: line.number,
        isHeaded: true)
    }
    if words.contains("rapporteur") {
      book.take(shape, as: .rapporteur, raw: line.text, line: line.number, isHeaded: true)
    }
  }

  /// `• Jo Doe, Director, Organisation` above the table of contents, its heading lost.
  private mutating func takeUnheadedSpeaker(_ line: Line) {
    guard line.isBullet, line.text.utf8.count < 240, line.text.utf8.contains(0x2C) else { return }
    let shape = HolderShape(labelled: line.text)
    guard shape.name?.isPersonAndNoPosition ?? false, shape.affiliation != nil || shape.group != nil
    else { return }
    book.take(shape, as: .speaker, raw: line.text, line: line.number, isHeaded: false)
  }

  private static let detailLabels: Set<String> = [
    "role", "title", "area of expertise", "areas of expertise", "affiliation", "organization",
    "role title", "expertise", "speakers from the provided list", "additional speakers", "position",
  ]

  // MARK: The whole

  private mutating func finished() -> Reading {
    close()
    dropInitials()
    let names = Set(
      (book.holders.compactMap(\.value.name) + reading.statedFigures.map(\.value.name)).map(
        \.personKey))
    reading.turns = Captions.turns(in: transcript, labels: .names, knowing: names)
    if book.holders.isEmpty {
      for entry in reading.statedFigures where entry.value.name.looksLikePerson {
        var shape = HolderShape(labelled: "")
        shape.name = entry.value.name
        book.take(shape, as: .speaker, raw: entry.raw, line: entry.line, isHeaded: false)
      }
    }
    reading.holders = book.holders
    checkFigures()
    return reading
  }

  /// Figures that the page states beside those that are counted.
  private mutating func checkFigures() {
    let counted = Dictionary(grouping: reading.turns) { $0.speaker?.personKey ?? "" }
    guard !reading.turns.isEmpty else { return }
    for entry in reading.statedFigures {
      let words = counted[entry.value.name.personKey]?.reduce(0) { $0 + $1.words } ?? 0
      if let stated = entry.value.words, stated != words {
        reading.warn(
          entry.line,
          "\(entry.value.name) spoke \(stated) words as stated, \(words) as counted; both are kept")
      }
    }
  }
}
