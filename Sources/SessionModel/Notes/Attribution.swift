extension AttributionRule: Comparable {
  /// The stricter rule is the greater one.
  public static func < (one: Self, other: Self) -> Bool { one.strictness < other.strictness }

  private var strictness: Int {
    switch self {
    case .attributed: 0
    case .chathamHouse: 1
    case .offTheRecord: 2
    }
  }
}

extension Session {
  /// The rule that holds now: the strictest of the session's, the segment's and the stretch's.
  public var attribution: AttributionRule {
    max(notes.stretch?.rule ?? .attributed, promised)
  }

  /// What people came on: no stretch makes it looser.
  public var promised: AttributionRule {
    max(agenda.currentSegment?.attribution ?? .attributed, plan.attribution)
  }

  /// The rule that held at a time: the strictest of the session's, the segment's and the stretch's.
  public func attribution(at time: Timestamp) -> AttributionRule {
    let segments = agenda.segments.filter { $0.ran(at: time) }.compactMap(\.attribution)
    let stretches = notes.stretches.filter { stretch in
      stretch.from.at <= time && (stretch.to.map { time < $0.at } ?? true)
    }
    return (segments + stretches.map(\.rule)).reduce(plan.attribution, max)
  }

  /// The rule that a note's words fall under: the strictest of those that were ever said of it.
  ///
  /// Those are the rule it was written under, that of the segment it is bound to, that of the one
  /// that ran when it was written, and the session's own. So a note that is tied to another segment
  /// later still keeps the promise it was said under.
  public func attribution(of note: Note) -> AttributionRule {
    var rule = max(plan.attribution, note.attribution ?? .attributed)
    let segments = agenda.segments.all
    for place in segments.indices {
      guard let own = segments[place].attribution, own > rule else { continue }
      if segments[place].id == note.binding.segment || segments[place].ran(at: note.written.at) {
        rule = own
      }
    }
    return rule
  }

  /// The rule that a turn fell under: the strictest of those that held while it ran.
  public func attribution(of turn: Turn) -> AttributionRule {
    strictest(in: turn.segment, from: turn.started, to: turn.ended)
  }

  /// The rule that a poll fell under: the strictest of those that held while it was open.
  public func attribution(of poll: Poll) -> AttributionRule {
    guard let opened = poll.opened else {
      return max(
        plan.attribution, poll.segment.flatMap { agenda.segments[$0]?.attribution } ?? .attributed)
    }
    return strictest(in: poll.segment, from: opened, to: poll.closed)
  }

  private func next(after time: Timestamp) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds + 1)
  }

  /// The strictest rule that held over a time; without an end up to now.
  private func strictest(
    in segment: SegmentID?, from start: Moment, to end: Moment?
  ) -> AttributionRule {
    let stretches = notes.stretches.filter { stretch in
      // What began and ended at one time fell under the rule that began then.
      let begins = stretch.from.at <= start.at || (end.map { stretch.from.at < $0.at } ?? true)
      let ends = stretch.to.map { start.at < max($0.at, next(after: stretch.from.at)) } ?? true
      return begins && ends
    }
    let segment = segment.flatMap { agenda.segments[$0]?.attribution }
    return (stretches.map(\.rule) + [segment, plan.attribution].compactMap(\.self)).max()
      ?? .attributed
  }
}

extension Segment {
  fileprivate func ran(at time: Timestamp) -> Bool {
    guard let started, started.at <= time else { return false }
    return finished.map { time < $0.at } ?? true
  }
}

/// How people agreed, or did not.
public enum Agreement {
  /// What was special about it.
  public enum Aspect: String, Sendable, CaseIterable {
    /// The same view, come to separately.
    case similar
    case unexpected
  }
}

extension Note {
  /// What was special about an agreement or a disagreement; `nil` where nothing was.
  public var aspect: Agreement.Aspect? { fields[.aspect].flatMap(Agreement.Aspect.init) }
}
