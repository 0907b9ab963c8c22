extension Notebook {
  /// The topics that notes are sorted under, the most used first, then in the order they came up.
  public var topics: [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    let notes = all.all
    for index in notes.indices where notes[index].detail != nil {
      for topic in notes[index].topics {
        if counts[topic] == nil { order.append(topic) }
        counts[topic, default: 0] += 1
      }
    }
    guard !order.isEmpty else { return [] }
    return order.enumerated().sorted { one, other in
      let (mine, theirs) = (counts[one.element] ?? 0, counts[other.element] ?? 0)
      return mine != theirs ? mine > theirs : one.offset < other.offset
    }.map(\.element)
  }
}
