/// How alike two notes are by their words, to find what was written down twice.
public enum NoteLikeness {
  /// The words of a text that can tell it from another: those of four letters and more, in small
  /// letters, each once.
  public static func words(of text: String) -> Set<Substring> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.utf8.count > 3 })
  }

  /// How many of the words of both are in each of them, from 0 to 1.
  public static func share(_ one: Set<Substring>, _ other: Set<Substring>) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    let common = one.intersection(other).count
    return Double(common) / Double(one.count + other.count - common)
  }

  /// From which share on two notes may say the same.
  public static let threshold = 0.5
}

extension Notebook {
  /// Pairs of notes that may say the same, the most alike first.
  ///
  /// Only notes with a word in common are compared; a word that more than `commonest` notes have
  /// brings none together. Notes that are linked are known to have to do with each other, and a
  /// note made of another one is of another kind on purpose: neither are told.
  public func alike(limit: Int = 100, commonest: Int = 200) -> [(NoteID, NoteID)] {
    let words = all.map { NoteLikeness.words(of: $0.text) }
    var holders: [Substring: [Int]] = [:]
    for (index, words) in words.enumerated() {
      for word in words { holders[word, default: []].append(index) }
    }
    var pairs: [(one: Int, other: Int, share: Double)] = []
    for (index, mine) in words.enumerated() {
      var met: Set<Int> = []
      for word in mine {
        guard let others = holders[word], others.count <= commonest else { continue }
        met.formUnion(others.filter { $0 > index })
      }
      for other in met {
        let share = NoteLikeness.share(mine, words[other])
        if share >= NoteLikeness.threshold { pairs.append((index, other, share)) }
      }
    }
    let notes = all.all
    let sources = Sources(of: notes)
    pairs.removeAll { sources.join(notes[$0.one], notes[$0.other]) }
    return pairs.sorted {
      $0.share != $1.share ? $0.share > $1.share : ($0.one, $0.other) < ($1.one, $1.other)
    }
    .prefix(limit).map { (notes[$0.one].id, notes[$0.other].id) }
  }
}

/// Which notes were made of which, over any number of steps.
private struct Sources {
  /// The first note that each is based on, where it is based on one.
  private var roots: [NoteID: NoteID] = [:]

  init(of notes: [Note]) {
    // A source was written before what was made of it, except where it was linked by hand.
    for index in notes.indices where notes[index].detail != nil {
      let source = notes[index].links.first { $0.relation == .basedOn }?.note
      if let source { roots[notes[index].id] = roots[source] ?? source }
    }
  }

  func join(_ one: Note, _ other: Note) -> Bool {
    if one.links.contains(where: { $0.note == other.id }) { return true }
    if other.links.contains(where: { $0.note == one.id }) { return true }
    return one.kind != other.kind
      && roots[one.id] ?? one.id == roots[other.id] ?? other.id
  }
}
