/// The favoured first, then everybody else; among themselves as they asked.
struct ClassFirst: QueueOrder {
  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    waiting.sorted { one, other in
      one.isFavoured != other.isFavoured ? one.isFavoured : one.arrival < other.arrival
    }
  }
}
