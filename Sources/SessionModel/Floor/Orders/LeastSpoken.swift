/// Whoever has spoken less goes first; those who have spoken as much stand as they asked.
struct LeastSpoken: QueueOrder {
  enum Measure: Sendable {
    case turns, time
  }

  let measure: Measure
  /// Turns beyond which no more are counted.
  let most: Int?

  init(by measure: Measure, most: Int?) {
    self.measure = measure
    self.most = most
  }

  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    waiting.sorted { one, other in
      let (mine, theirs) = (amount(of: one), amount(of: other))
      return mine != theirs ? mine < theirs : one.arrival < other.arrival
    }
  }

  private func amount(of applicant: Applicant) -> Int64 {
    switch measure {
    case .turns: Int64(min(applicant.turns, most ?? .max))
    case .time: applicant.spoken
    }
  }
}
