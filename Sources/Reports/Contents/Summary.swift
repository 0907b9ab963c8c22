public import SessionModel

/// One look at a whole session: what was planned, who spoke, what was noted.
///
/// The same session gives the same document, whoever asks and when.
public struct Summary: Sendable {
  public let document: Document

  public init(of session: Session) {
    let record = Record(of: session)
    let title = session.plan.title
    document = Document(
      title: title.isEmpty ? "Title \(notRecorded)" : title,
      sections: [
        record.facts, record.people, record.agenda, record.questions, record.speakingTime,
        record.polls, record.notes,
      ])
  }
}
