import SessionModel

/// Turns counted up under what may be told about who spoke.
struct Airtime: Sendable {
  private(set) var turns: [Turn]
  private let record: Record
  /// The rule of each turn, as the turns stand.
  private let rules: [TurnID: AttributionRule]

  init(_ turns: some Sequence<Turn>, in record: Record) {
    self.turns = Array(turns)
    self.record = record
    rules = Dictionary(self.turns.map { ($0.id, record.rule(of: $0)) }) { $1 }
  }

  var isEmpty: Bool { turns.isEmpty }
  var total: SpeakingShare { share("Total", of: turns) }
  var hasWords: Bool { turns.contains { $0.words != nil } }

  /// Whether nothing about who spoke is kept back.
  var isOpen: Bool { turns.allSatisfy { rule(of: $0) == .attributed } }

  /// The turns that a row may be told apart by `key`, and those that may only be told together.
  ///
  /// Turns under the Chatham House Rule are told by a key only where every key stands for a
  /// crowd; `nil` as crowd says that the key is the person.
  func sorted<Key: Hashable>(
    by key: (Turn) -> Key, crowd: Int? = Record.crowd
  ) -> (told: [Key: [Turn]], together: [AttributionRule: [Turn]]) {
    let byRule = Dictionary(grouping: turns, by: rule)
    var told = byRule[.attributed] ?? []
    var together = byRule
    together[.attributed] = nil
    if let hidden = byRule[.chathamHouse], let crowd {
      let speakers = Dictionary(grouping: hidden, by: key).mapValues { Set($0.map(\.person)).count }
      if speakers.values.allSatisfy({ $0 >= crowd }) {
        told += hidden
        together[.chathamHouse] = nil
      }
    }
    return (Dictionary(grouping: told, by: key), together)
  }

  func share(_ title: String, of turns: [Turn]) -> SpeakingShare {
    turns.reduce(into: SpeakingShare(title)) { $0.add($1, at: record.now) }
  }

  private func rule(of turn: Turn) -> AttributionRule { rules[turn.id] ?? .attributed }
}
