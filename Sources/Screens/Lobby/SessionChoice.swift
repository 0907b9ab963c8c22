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

  /// The session that follows another one in its programme; `nil` where none is still to come.
  ///
  /// Those of the same programme, else of the same series, that are not closed and begin no earlier;
  /// the soonest first. Breakout groups and what cannot be read do not count, and a sample only where
  /// it is of the same programme.
  public static func next(
    after plan: Plan, named id: ID, among choices: [SessionChoice]
  ) -> SessionChoice? {
    let start = plan.slot?.start
    let following = choices.filter { choice in
      guard choice.id != id, choice.problem == nil, choice.stage != .closed,
        choice.plan.breakout == nil
      else { return false }
      if let programme = plan.programme {
        guard choice.plan.programme?.title == programme.title else { return false }
      } else {
        guard let series = plan.series, choice.plan.series == series, !choice.isSample else {
          return false
        }
      }
      guard let start, let other = choice.plan.slot?.start else { return true }
      return other >= start
    }
    return following.min { one, other in
      let latest = Timestamp(milliseconds: .max)
      let (a, b) = (one.plan.slot?.start ?? latest, other.plan.slot?.start ?? latest)
      if a != b { return a < b }
      let parts = (one.plan.programme?.part ?? 0, other.plan.programme?.part ?? 0)
      return parts.0 == parts.1 ? one.id < other.id : parts.0 < parts.1
    }
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
