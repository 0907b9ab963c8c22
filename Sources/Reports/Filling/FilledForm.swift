public import SessionModel

/// A form filled from the record of a session: everything it knows, and where it knows nothing.
///
/// The same session gives the same document, whoever asks and when.
public struct FilledForm: Sendable {
  public let document: Document
  /// The titles of sections that the record knows nothing for, in the form's order.
  public let gaps: [String]
  /// Every limit of the form and how the record keeps it, in the form's order.
  public let checks: [LimitCheck]

  public init(_ form: Form, of session: Session) {
    var filling = Filling(Record(of: session))
    var sections = form.sections.compactMap { filling.section($0) }
    if !filling.checks.isEmpty { sections.append(Self.section(of: filling.checks)) }
    let title = session.plan.title
    let filled = Document(
      title: title.isEmpty ? "Title \(notRecorded)" : title, kind: form.title, sections: sections)
    // Texts of the plan may name people too.
    let veil = filling.record.veil
    document = filling.record.namesPeople ? filled : filled.mappingTexts(veil.over)
    gaps = filling.gaps
    checks = filling.checks
  }

  private static func section(of checks: [LimitCheck]) -> Document.Section {
    Document.Section(
      "Limits of this form",
      [
        .table(
          Document.Table(
            [
              .text("Section"), .text("What is limited"), .figures("Limit"), .figures("Found"),
              .text("Kept"),
            ],
            rows: checks.map { check in
              [
                check.section, check.limit.measure.title, "\(check.limit.most)", "\(check.found)",
                check.isKept ? "yes" : "no",
              ]
            }))
      ])
  }
}

/// A limit of a form, and what was found.
public struct LimitCheck: Equatable, Sendable {
  /// The title of the section.
  public var section: String
  public var limit: Form.Limit
  public var found: Int

  public var isKept: Bool { found <= limit.most }

  /// What is so, where the limit is not kept: `Key Takeaways has 130 words; its limit is 100`.
  public var sentence: String {
    "\(section) has \(found) \(limit.measure.title); the limit is \(limit.most)"
  }
}

extension Form.Limit.Measure {
  /// What is counted: `words in one statement`.
  public var title: String {
    switch self {
    case .words: "words"
    case .wordsEach: "words in one statement"
    case .sentencesEach: "sentences in one statement"
    case .paragraphs: "paragraphs"
    }
  }

  /// How much of it there is in some statements.
  func count(in statements: [String]) -> Int {
    switch self {
    case .words: return statements.reduce(0) { $0 + $1.wordCount }
    case .wordsEach: return statements.map(\.wordCount).max() ?? 0
    case .sentencesEach: return statements.map(\.sentenceCount).max() ?? 0
    case .paragraphs:
      return statements.reduce(0) { count, text in
        count + text.split(whereSeparator: \.isNewline).count { !$0.allSatisfy(\.isWhitespace) }
      }
    }
  }
}

extension String {
  /// Runs of words that end in a full stop, a question mark or an exclamation mark.
  fileprivate var sentenceCount: Int {
    let words = split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return 0 }
    let ends = words.dropLast().count { word in
      let bare = word.drop { "([“\"'".contains($0) }
      let text = String(bare.reversed().drop { ")]”\"'".contains($0) }.reversed())
      return ".?!。？！؟".contains(text.last ?? " ") && text.count > 3
    }
    return ends + 1
  }
}

/// A form being filled, section by section.
private struct Filling {
  let record: Record
  var gaps: [String] = []
  var checks: [LimitCheck] = []

  init(_ record: Record) {
    self.record = record
  }

  /// `nil` where it is left out.
  mutating func section(_ section: Form.Section) -> Document.Section? {
    let content = section.sources.map(record.content).joined
    if section.isIfKnown, content.isEmpty { return nil }
    for limit in section.limits {
      let found = content.isEmpty ? 0 : limit.measure.count(in: content.statements)
      checks.append(LimitCheck(section: section.title, limit: limit, found: found))
    }
    var filled = Document.Section(section.title, content.blocks)
    if content.isEmpty, !section.sources.isEmpty {
      gaps.append(section.title)
      filled.blocks = [.paragraph(notRecorded.capitalizedFirst + ".")]
    }
    filled.sections = content.sections + section.sections.compactMap { self.section($0) }
    return filled
  }
}

extension Record {
  fileprivate func content(of source: Form.Source) -> Content {
    switch source {
    case .text(let key, let otherwise): text(key) ?? otherwise.map(content).joined
    case .facts(let names): facts(names)
    case .people: people
    case .holders(let roles): holders(roles)
    case .agenda: agenda
    case .questions: questions
    case .discussion: discussion
    case .presentations: presentations
    case .notes(let choice): notes(choice)
    case .points: points
    case .arguments: arguments
    case .counts: counts
    case .speakingTime(let keys): speakingTime(by: keys)
    case .moderation: moderation
    case .firstTurns: firstTurns
    case .waiting: waiting
    case .polls: polls
    case .participation: participation
    case .gender: gender
    case .goals: goals
    case .documents: documents
    case .outcomes: outcomes
    case .assent: assent
    case .breakouts: breakouts
    case .messages: messages
    case .closing: closing
    case .timeline: timeline
    }
  }

  /// What the rapporteur wrote under a key, a paragraph for each run of lines; `nil` for nothing.
  private func text(_ key: String) -> Content? {
    guard namesPeople || session.plan.attribution == .chathamHouse,
      let text = session.notes.sections[key]
    else { return nil }
    let paragraphs = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    let source = session.notes.sectionEntries[key].map { "e\($0)" }
    return Content(blocks: paragraphs.map { .paragraph(String($0), source: source) })
  }
}

extension Content {
  /// What is said in words, a text for each paragraph and each statement.
  fileprivate var statements: [String] {
    blocks.flatMap(\.statements) + sections.flatMap { Content(of: $0).statements }
  }

  private init(of section: Document.Section) {
    self.init(
      blocks: (section.source == nil ? [] : [.paragraph(section.heading)]) + section.blocks,
      sections: section.sections)
  }
}

extension Document.Block {
  fileprivate var statements: [String] {
    switch self {
    case .paragraph(let text, _): [text]
    case .list(let items): items.map(\.text)
    case .facts, .table, .chart: []
    }
  }
}
