import SessionModel

/// What the notes would make of a report so far, and what it still lacks.
struct ReportDraft: Sendable {
  var takeaways: [Note] = []
  var callsToAction: [Note] = []
  var agreements: [Note] = []
  /// What needs further discussion.
  var furtherDiscussion: [Note] = []
  var commitments: [Note] = []
  /// What is still missing, the most important first; empty when nothing is.
  var gaps: [Gap] = []
  /// Words written so far, counted at white space.
  var words = 0

  /// One thing that is missing.
  struct Gap: Sendable, Equatable {
    /// In a few words, for a line of them.
    var short: String
    /// What it is about, a sentence each.
    var sentences: [String]
  }

  init(_ session: Session, hearing: Hearing) {
    // Only outcomes are looked at closely: a session has thousands of other notes.
    let notes = session.notes.ordered
    var noted: Set<Question.ID> = []
    var last: Question.ID?
    for index in notes.indices {
      if let question = notes[index].binding.question, question != last {
        noted.insert(question)
        last = question
      }
      switch notes[index].kind {
      case .takeaway: takeaways.append(notes[index])
      case .callToAction: callsToAction.append(notes[index])
      case .agreement: agreements.append(notes[index])
      case .disagreement, .unresolved: furtherDiscussion.append(notes[index])
      case .commitment: commitments.append(notes[index])
      default: break
      }
    }
    gaps = outcomeGaps + Self.questionGaps(session, hearing, noted)
    if hearing.total > 0, !hearing.unheard.isEmpty {
      gaps.append(
        Gap(
          short: hearing.unheard.map(\.short).joined(separator: ", ") + " voices",
          sentences: hearing.unheard.map { "Nobody was heard from: \($0.title)" }))
    }
    gaps += linkGaps
    words = [takeaways, callsToAction, agreements, furtherDiscussion, commitments].joined()
      .reduce(0) { $0 + $1.text.wordCount }
  }

  private var outcomeGaps: [Gap] {
    var gaps: [Gap] = []
    if takeaways.isEmpty {
      gaps.append(Gap(short: "a takeaway", sentences: ["There is no takeaway yet"]))
    }
    if callsToAction.isEmpty {
      gaps.append(Gap(short: "a call to action", sentences: ["There is no call to action yet"]))
    }
    return gaps
  }

  private static func questionGaps(
    _ session: Session, _ hearing: Hearing, _ noted: Set<Question.ID>
  ) -> [Gap] {
    session.plan.orderedQuestions.enumerated().compactMap { index, question in
      let isHeard = !(hearing.groupsByQuestion[question.id] ?? []).isEmpty
      guard !isHeard || !noted.contains(question.id) else { return nil }
      let why = isHeard ? "nothing is noted on it yet" : "nobody has spoken to it yet"
      return Gap(
        short: "question \(index + 1)",
        sentences: ["Question \(index + 1), \(question.heading): \(why)"])
    }
  }

  /// What takeaways and calls to action have to say beside their words.
  private var linkGaps: [Gap] {
    var gaps: [Gap] = []
    let free = takeaways.filter { !$0.links.contains { $0.relation == .basedOn } }
    if !free.isEmpty {
      gaps.append(
        Gap(
          short: "a source for \(counted(free.count, "takeaway"))",
          sentences: free.map { "Takeaway \($0.id) is based on no note: \($0.text)" }))
    }
    let open = callsToAction.filter { $0.fields[.addressee] == nil }
    if !open.isEmpty {
      gaps.append(
        Gap(
          short: "whom \(counted(open.count, "call")) \(open.count == 1 ? "addresses" : "address")",
          sentences: open.map { "Call \($0.id) does not say whom it addresses: \($0.text)" }))
    }
    return gaps
  }
}
