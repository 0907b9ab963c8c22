/// As they asked.
struct RequestOrder: QueueOrder {
  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    waiting.sorted { $0.arrival < $1.arrival }
  }
}
