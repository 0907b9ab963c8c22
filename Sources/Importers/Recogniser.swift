/// Tells what a text is.
struct Recogniser {
  /// What it is taken for, and how sure that is, from 0 to 1.
  struct Verdict: Equatable {
    var kind: DocumentKind
    var layout: Layout
    var confidence: Double
  }

  /// How a kind is laid out, where there are several ways.
  enum Layout: Equatable {
    case page, analysis, chevrons, capitals, names, timedNames, cues, chat, table, cards, calendar,
      agenda
  }

  /// The best guess; `nil` where nothing is recognised.
  static func recognise(_ source: SourceText) -> Verdict? {
    let head = source.bytes.prefix(64_000)
    if let verdict = signature(head) { return verdict }
    let text = SourceText(bytes: Array(head)).lines().prefix(1500)
    let lines = Unfolding.unfold(Array(text))
    var scores = Scores()
    for line in lines { scores.take(line) }
    scores.takeCaptions(head)
    return scores.verdict(lines)
  }

  /// Formats that say what they are.
  private static func signature(_ bytes: ArraySlice<UInt8>) -> Verdict? {
    var rest = bytes
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    let start = String(decoding: rest.prefix(40), as: UTF8.self)
    if start.hasPrefix("WEBVTT") { return Verdict(kind: .captions, layout: .cues, confidence: 1) }
    let upper = start.uppercased()
    if upper.hasPrefix("BEGIN:VCALENDAR") {
      return Verdict(kind: .calendar, layout: .calendar, confidence: 1)
    }
    if upper.hasPrefix("BEGIN:VCARD") {
      return Verdict(kind: .people, layout: .cards, confidence: 1)
    }
    if AttendanceList.isTable(bytes) {
      return Verdict(kind: .people, layout: .table, confidence: 0.95)
    }
    return nil
  }

  /// What speaks for each kind.
  private struct Scores {
    var proposal = 0.0
    var report = 0.0
    var analysis = 0.0
    var agenda = 0.0
    var cues = 0.0
    var chat = 0.0
    var timedNames = 0.0
    var chevrons = 0.0
    var capitals = 0.0
    var names = 0.0
    var asking = 0
    var count = 0
    /// Seconds that the first line with who speaks has before it.
    var firstStamp: Int?

    mutating func take(_ line: Line) {
      count += 1
      let text = line.text
      if text.contains("-->") { cues += 3 }
      if let numbered = NumberedHolder(text), !".?!".contains(numbered.rest.last ?? ",") {
        proposal += numbered.role == .organizer ? 3 : 2
        if numbered.role == .speaker, numbered.rest.utf8.count > 200 { names += 1 }
      } else if HolderShape(complete: text) != nil {
        proposal += 2
      } else if FormatShape(text) != nil {
        proposal += 2
      } else if let title = TitleShape(text), title.number != nil || title.year != nil {
        proposal += 1
        report += 0.5
        // A page that begins with a session's title is that session's.
        if count <= 5, title.year != nil, !text.contains(" - Day ") {
          proposal += 5
          report += 5
        }
      } else if TitleShape(suffixed: text) != nil {
        proposal += 1
      }
      if text.utf8.count < 220 || text.utf8.prefix(60).contains(0x3A),
        let heading = Heading(text.utf8.count < 220 ? text : String(text.prefix(200)))
      {
        take(heading, text)
      }
      if text.hasPrefix("Disclaimer"), text.contains("DiploAI") || text.contains("DiploGPT") {
        analysis += 20
      }
      if line.isBullet, text.last == "?", asking < 4 {
        asking += 1
        proposal += 0.5
      }
      if ChatLine(text) != nil { chat += 1.5 }
      if TimedName(text) != nil { timedNames += 1.5 }
      if let stamped = StampedLine(text) {
        firstStamp = firstStamp ?? stamped.seconds
        // What begins within minutes of the beginning is no chat by the clock.
        if let firstStamp, firstStamp < 900 { timedNames += 2.5 }
      }
      let dates = DatesInLine(text.prefix(60), limit: 14)
      if count <= 8, dates.days.first?.place ?? 9 <= 2, text.contains(" UTC)"), dates.isMostlyDates
      {
        // `Friday, 2nd December, 2022 (10:45 UTC) - …` stands above the page of one session.
        proposal += 4
      }
      if let clock = dates.clocks.first, clock.place <= 1 {
        agenda += clock.clock.end != nil ? 2 : text.startsWithColonTime ? 0.7 : 0
      }
      let key = text.utf8.count < 60 ? text.wordKey : ""
      if Self.analysisWords.contains(key) { analysis += key == "session transcript" ? 1.5 : 4 }
      if Self.agendaWords.contains(key) || key.hasPrefix("draft agenda") || key.hasSuffix("agenda")
      {
        agenda += 2
      }
      if Self.reportWords.contains(where: { key.hasPrefix($0) }) { report += 2 }
    }

    private mutating func take(_ heading: Heading, _ text: String) {
      switch heading.section {
      case .questions where heading.isNumbered: report += 3
      case .takeaways, .calls, .sessionReport: report += 1.5
      case .other where heading.isNumbered: report += 1
      case .questions, .goals, .targets, .proposers, .onlineModerators, .additionalSpeakers:
        proposal += 1.5
      case .moderators, .rapporteurs, .speakers, .organizers, .format, .outcomes, .duration:
        proposal += 1
      case .organisation, .description: proposal += 0.5
      case .agenda: agenda += 1
      default: break
      }
      if heading.section == .other || heading.section == .speakers,
        Self.reportAsks.contains(where: { text.wordKey.hasPrefix($0) })
      {
        report += 2
      }
    }

    mutating func takeCaptions(_ bytes: ArraySlice<UInt8>) {
      let (turns, _) = Captions.turns(in: Array(bytes), labels: .chevrons)
      let text = String(decoding: bytes, as: UTF8.self)
      let marks = max(0, text.utf8.indicesOf(">>") + text.utf8.indicesOf("&gt;&gt;"))
      if marks > 0 {
        chevrons = Double(min(marks, turns.count)) * 3 + 2
        return
      }
      capitals = Double(turns.count) * 2
      let named = Captions.turns(in: Array(bytes), labels: .names).turns
      let long = named.filter { $0.words > 3 }
      names += Double(long.count) * (long.count > 2 ? 1 : 0.5)
      if named.count > 2, named.count * 10 >= count * 6 { names += Double(named.count) * 1.5 }
    }

    func verdict(_ lines: [Line]) -> Verdict? {
      let isReport = report > proposal
      let page = max(
        proposal + (isReport ? 0 : report * 0.5), report + (isReport ? proposal * 0.5 : 0))
      // Proposals hold labels with colons, which look like names before speech.
      let speech =
        proposal >= 4 || report >= 4 || analysis >= 4 || agenda >= 8 ? names * 0.1 : names
      let calls = proposal >= 6 ? capitals * 0.3 : capitals
      let candidates: [(Double, Verdict)] = [
        (page, .init(kind: isReport ? .report : .proposal, layout: .page, confidence: 0)),
        (analysis, .init(kind: .report, layout: .analysis, confidence: 0)),
        (agenda, .init(kind: .agenda, layout: .agenda, confidence: 0)),
        (cues, .init(kind: .captions, layout: .cues, confidence: 0)),
        (chat * 1.2, .init(kind: .chat, layout: .chat, confidence: 0)),
        (timedNames * 1.1, .init(kind: .transcript, layout: .timedNames, confidence: 0)),
        (chevrons, .init(kind: .transcript, layout: .chevrons, confidence: 0)),
        (calls, .init(kind: .transcript, layout: .capitals, confidence: 0)),
        (speech, .init(kind: .transcript, layout: .names, confidence: 0)),
      ]
      let sorted = candidates.sorted { $0.0 > $1.0 }
      guard sorted[0].0 >= 1.5 else { return nil }
      var verdict = sorted[0].1
      let second = sorted.dropFirst().first { $0.1.kind != verdict.kind }?.0 ?? 0
      let margin = sorted[0].0 / (sorted[0].0 + second)
      let evidence = min(1, sorted[0].0 / 6)
      verdict.confidence = ((0.35 + 0.65 * evidence) * margin * 100).rounded() / 100
      return verdict
    }

    private static let analysisWords: Set<String> = [
      "session at a glance", "speech speed", "speech length", "speech time", "keypoints",
      "full session report", "session transcript", "thought provoking comments",
      "knowledge graph of debate",
    ]
    private static let agendaWords: Set<String> = [
      "agenda", "programme", "program", "schedule", "coffee break", "lunch", "lunch break", "break",
      "order of the day", "concept note", "concept note and agenda",
    ]
    /// What forms for reports ask for.
    private static let reportAsks = [
      "list of speakers and their", "key issues raised", "if there were presentations",
      "please describe the discussions", "please describe any participant", "please elaborate on",
      "please state no more than",
    ]
    private static let reportWords = [
      "igf 2018 report", "igf 2019 report", "igf 2020 report", "igf 2021 report", "session report",
      "key takeaways", "workshop report", "summary of issues discussed",
      "list of speakers and their",
      "chair moderator", "rapporteur notetaker",
    ]
  }
}

extension SourceText {
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension String.UTF8View {
  fileprivate func indicesOf(_ mark: String) -> Int {
    let mark = Array(mark.utf8)
    var count = 0
    var matched = 0
    for byte in self {
      matched = byte == mark[matched] ? matched + 1 : byte == mark[0] ? 1 : 0
      if matched == mark.count {
        count += 1
        matched = 0
      }
    }
    return count
  }
}
