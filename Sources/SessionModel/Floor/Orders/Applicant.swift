/// What an order may know of somebody who waits; everything is a number, so that no order can
/// depend on how a name is written.
struct Applicant: Sendable {
  /// The place in the queue before it is put in order.
  var place: Int
  /// When they asked, as a rank: the request's number.
  var arrival: Int
  var traits = Background()
  /// Earlier turns.
  var turns = 0
  /// Milliseconds spoken so far.
  var spoken: Int64 = 0
  /// Milliseconds waited so far.
  var waited: Int64 = 0
  /// How many who asked later had the floor before.
  var overtaken = 0
  var isFavoured = false
  /// Milliseconds that the turn is expected to take.
  var length: Int64 = 120_000
}

/// What orders alternate over, a number for each value; 0 where it is not known.
struct Background: Hashable, Sendable {
  var channel = 0
  var group = 0
  var region = 0
  var gender = 0

  /// One of the things that orders alternate over.
  enum Kind: Sendable {
    case channel, group, region, gender
  }

  subscript(kind: Kind) -> Int {
    switch kind {
    case .channel: channel
    case .group: group
    case .region: region
    case .gender: gender
    }
  }
}

/// What the floor has heard so far, by every value that an order looks at.
struct HeardSoFar: Sendable {
  var channel = Share(count: 2)
  var group = Share(count: 6)
  var region = Share(count: 7)
  var gender = Share(count: 1)
  /// Of the speaker who has the floor or had it last; `nil` before anybody spoke.
  var last: Background?
  /// Whether that speaker is among the favoured.
  var isLastFavoured = false

  subscript(kind: Background.Kind) -> Share {
    switch kind {
    case .channel: channel
    case .group: group
    case .region: region
    case .gender: gender
    }
  }

  /// Floor time and askers of each value of one trait.
  struct Share: Sendable {
    /// Milliseconds of floor time.
    var time: [Int64]
    /// How many people have asked for the floor, those who wait included.
    var askers: [Int64]
    /// The number of the last turn; -1 where there was none.
    var lastTurn: [Int]

    init(count: Int) {
      time = Array(repeating: 0, count: count)
      askers = time
      lastTurn = Array(repeating: -1, count: count)
    }

    mutating func grow(to count: Int) {
      while time.count < count {
        time.append(0)
        askers.append(0)
        lastTurn.append(-1)
      }
    }
  }
}
