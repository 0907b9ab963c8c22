import SessionModel

/// Turns counted up under what may be told about who spoke.
struct Airtime: Sendable {
  /// How many people a row must stand for before it hides each of them.
  static let crowd = 3

  private(set) var turns: [Turn]
  private let record: Record

  init(_ turns: some Sequence<Turn>, in record: Record) {
    self.turns = Array(turns)
    self.record = record
  }

  /// Turns and milliseconds of something.
  struct Share: Equatable, Sendable {
    var title: String
    var turns = 0
    var milliseconds: Int64 = 0

    mutating func add(_ turn: Turn, at now: Moment) {
      turns += 1
      milliseconds += turn.spokenMilliseconds(at: now)
    }
  }

  var isEmpty: Bool { turns.isEmpty }
  var total: Share { share("Total", of: turns) }

  /// Whether nothing about who spoke is kept back.
  var isOpen: Bool { turns.allSatisfy { rule(of: $0) == .attributed } }

  /// The turns that a row may be told apart by `key`, and those that may only be told together.
  ///
  /// Turns under the Chatham House Rule are told by a key only where every key stands for a
  /// crowd; `nil` as crowd says that the key is the person.
  func sorted<Key: Hashable>(
    by key: (Turn) -> Key, crowd: Int? = Airtime.crowd
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

  func share(_ title: String, of turns: [Turn]) -> Share {
    turns.reduce(into: Share(title: title)) { $0.add($1, at: record.now) }
  }

  private func rule(of turn: Turn) -> AttributionRule { record.rule(in: turn.segment) }
}
