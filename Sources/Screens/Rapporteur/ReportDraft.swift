import SessionModel

/// What the notes would make of a report so far, and what it still lacks.
struct ReportDraft: Sendable {
  var takeaways: [Note]
  var callsToAction: [Note]
  var agreements: [Note]
  /// What needs further discussion.
  var furtherDiscussion: [Note]
  var commitments: [Note]
  /// What is still missing, a few words each; empty when nothing is.
  var gaps: [String]
  /// Words written so far, counted at white space.
  var words = 0

  init(_ session: Session, hearing: Hearing) {
    func notes(_ kinds: Note.Kind...) -> [Note] {
      session.notes.all.filter { kinds.contains($0.kind) }
    }
    takeaways = notes(.takeaway)
    callsToAction = notes(.callToAction)
    agreements = notes(.agreement)
    furtherDiscussion = notes(.disagreement, .unresolved)
    commitments = notes(.commitment)
    gaps = []
    if takeaways.isEmpty { gaps.append("a takeaway") }
    if callsToAction.isEmpty { gaps.append("a call to action") }
    for (index, question) in session.plan.orderedQuestions.enumerated() {
      let isHeard = !(hearing.groupsByQuestion[question.id] ?? []).isEmpty
      let isNoted = session.notes.all.contains { $0.binding.question == question.id }
      if !isHeard || !isNoted { gaps.append("question \(index + 1)") }
    }
    let free = takeaways.count { !$0.links.contains { $0.relation == .basedOn } }
    if free > 0 { gaps.append("a source for \(counted(free, "takeaway"))") }
    let open = callsToAction.count { $0.fields[.addressee] == nil }
    if open > 0 { gaps.append("whom \(counted(open, "call")) addresses") }
    words = [takeaways, callsToAction, agreements, furtherDiscussion, commitments].joined()
      .reduce(0) { $0 + $1.text.wordCount }
    if hearing.total > 0 { gaps += hearing.unheard.map { "\($0.short) voices" } }
  }
}
