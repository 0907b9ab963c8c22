public import SessionModel

/// One session as the lobby lists it.
public struct SessionChoice: Equatable, Sendable, Identifiable {
  /// The name of its folder.
  public var id: String
  /// Whether it is a sample, of which a copy is opened.
  public var isSample: Bool
  public var plan: Plan
  public var stage: Session.Stage
  public var speakers: Int
  public var polls: Int
  public var segments: Int
  public var findings: [PlanFinding]
  /// Why it cannot be opened; `nil` when it can.
  public var problem: String?

  /// Lists a session that could be read.
  public init(id: String, isSample: Bool, session: Session) {
    self.id = id
    self.isSample = isSample
    plan = session.plan
    stage = session.stage
    speakers = session.people.roll.count { person in
      person.roles.contains(.speaker) || person.roles.contains(.additionalSpeaker)
    }
    polls = session.polls.all.count
    segments = session.agenda.order.count
    findings = session.planFindings()
  }

  /// Lists one that could not be read, with the sentence that says why.
  public init(id: String, isSample: Bool, problem: String) {
    self.id = id
    self.isSample = isSample
    plan = Plan()
    stage = .planned
    (speakers, polls, segments) = (0, 0, 0)
    findings = []
    self.problem = problem
  }
}
