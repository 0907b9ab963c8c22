import SessionModel

/// What the notes would make of a report so far, and what it still lacks.
struct ReportDraft: Sendable {
  var takeaways: [Note] = []
  var callsToAction: [Note] = []
  var agreements: [Note] = []
  /// What needs further discussion.
  var furtherDiscussion: [Note] = []
  var commitments: [Note] = []
  /// What is still missing, a few words each; empty when nothing is.
  var gaps: [String] = []
  /// Words written so far, counted at white space.
  var words = 0

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
    if takeaways.isEmpty { gaps.append("a takeaway") }
    if callsToAction.isEmpty { gaps.append("a call to action") }
    for (index, question) in session.plan.orderedQuestions.enumerated() {
      let isHeard = !(hearing.groupsByQuestion[question.id] ?? []).isEmpty
      if !isHeard || !noted.contains(question.id) { gaps.append("question \(index + 1)") }
    }
    let free = takeaways.count { !$0.links.contains { $0.relation == .basedOn } }
    if free > 0 { gaps.append("a source for \(counted(free, "takeaway"))") }
    let open = callsToAction.count { $0.fields[.addressee] == nil }
    if open > 0 {
      gaps.append("whom \(counted(open, "call")) \(open == 1 ? "addresses" : "address")")
    }
    words = [takeaways, callsToAction, agreements, furtherDiscussion, commitments].joined()
      .reduce(0) { $0 + $1.text.wordCount }
    if hearing.total > 0 { gaps += hearing.unheard.map { "\($0.short) voices" } }
  }
}
