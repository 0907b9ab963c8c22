/// Fewer earlier turns first; among as many, none of the favoured waits behind two others in a row.
///
/// Nobody stands further back than before for being favoured, and whoever stands well stays there:
/// it is put in order from how the queue stands now.
struct FavouredInTurn: QueueOrder {
  /// Turns beyond which no more are counted.
  let most: Int?

  func arranged(
    _ waiting: [Applicant], behind ahead: [Applicant], after heard: HeardSoFar
  ) -> [Applicant] {
    let limit = most ?? .max
    let byTurns = waiting.sorted { one, other in
      let (mine, theirs) = (min(one.turns, limit), min(other.turns, limit))
      return mine != theirs ? mine < theirs : one.place < other.place
    }
    // Before anybody, the first of the favoured may go first.
    var isLastFavoured =
      ahead.last?.isFavoured ?? (heard.last == nil ? false : heard.isLastFavoured)
    var result: [Applicant] = []
    result.reserveCapacity(waiting.count)
    var start = 0
    while start < byTurns.count {
      let turns = min(byTurns[start].turns, limit)
      var rest: [Applicant] = []
      while start < byTurns.count, min(byTurns[start].turns, limit) == turns {
        rest.append(byTurns[start])
        start += 1
      }
      while !rest.isEmpty {
        let next = isLastFavoured ? 0 : rest.firstIndex(where: \.isFavoured) ?? 0
        isLastFavoured = rest[next].isFavoured
        result.append(rest.remove(at: next))
      }
    }
    return result
  }
}
