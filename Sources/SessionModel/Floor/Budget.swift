/// How long a group or a person may speak in all.
public struct Budget: Equatable, Sendable, Codable {
  public var holder: Holder
  /// The part of the session that it is for; `nil` for the whole.
  public var segment: SegmentID?
  public var seconds: Int
  /// Added since to all that are alike.
  public var extraSeconds: Int?

  /// Seconds in all.
  public var allSeconds: Int { seconds + (extraSeconds ?? 0) }

  /// Whose time it is.
  public enum Holder: Hashable, Sendable, Codable {
    case group(of: StakeholderGroup)
    case person(id: PersonID)

    /// Whether both are groups, or both people.
    func isAlike(_ other: Holder) -> Bool {
      switch (self, other) {
      case (.group, .group), (.person, .person): true
      case (.group, .person), (.person, .group): false
      }
    }
  }
}

extension Session {
  /// Seconds that are left of a budget, negative once it is overdrawn.
  ///
  /// Points of order, interventions and interposed questions cost nothing.
  public func secondsLeft(of budget: Budget, at now: Moment) -> Int {
    budget.allSeconds - secondsSpent(of: budget, at: now)
  }

  /// Seconds that were spoken of a budget.
  public func secondsSpent(of budget: Budget, at now: Moment) -> Int {
    floor.turns.all.reduce(0) { sum, turn in
      guard budget.segment == nil || turn.segment == budget.segment, turn.kind.costsTime,
        isHeld(budget.holder, by: turn.person)
      else { return sum }
      return sum + turn.spokenSeconds(at: now)
    }
  }

  func isHeld(_ holder: Budget.Holder, by person: PersonID) -> Bool {
    switch holder {
    case .group(let group): people[person]?.group == group
    case .person(let id): id == person
    }
  }

  /// What somebody who holds one may still use now: of the running segment's, else of the whole.
  public func budget(of holder: Budget.Holder) -> Budget? {
    let all = floor.budgets?.filter { $0.holder == holder } ?? []
    return all.first { $0.segment != nil && $0.segment == agenda.current }
      ?? all.first { $0.segment == nil }
  }

  /// The seconds to add to all that are alike, so that an overdrawn one comes out even.
  func secondsToAdd(
    for holder: Budget.Holder, at now: Moment
  ) throws(Refusal) -> (seconds: Int, segment: SegmentID?) {
    guard let budget = budget(of: holder) else { throw .noBudget(name(of: holder)) }
    if let turn = floor.currentTurn, isHeld(holder, by: turn.person) {
      throw .isSpeaking(name(of: holder))
    }
    let left = secondsLeft(of: budget, at: now)
    guard left < 0 else { throw .budgetNotOverdrawn(name(of: holder)) }
    return (-left, budget.segment)
  }

  func name(of holder: Budget.Holder) -> String {
    switch holder {
    case .group(let group): group.title
    case .person(let id): name(of: id)
    }
  }
}

extension FloorRequest.Kind {
  /// Whether it is taken off a budget.
  public var costsTime: Bool {
    switch self {
    case .comment, .question, .reply, .answer: true
    case .pointOfOrder, .intervention, .interposedQuestion: false
    }
  }
}

extension Floor {
  mutating func allot(_ seconds: Int?, to holder: Budget.Holder, in segment: SegmentID?) {
    var all = budgets ?? []
    let place = all.firstIndex { $0.holder == holder && $0.segment == segment }
    switch (seconds, place) {
    case (.some(let seconds), .some(let place)): all[place].seconds = seconds
    case (.some(let seconds), nil):
      all.append(Budget(holder: holder, segment: segment, seconds: seconds))
    case (nil, .some(let place)): all.remove(at: place)
    case (nil, nil): break
    }
    budgets = all.isEmpty ? nil : all
  }

  mutating func add(_ seconds: Int, like holder: Budget.Holder, in segment: SegmentID?) {
    guard var all = budgets else { return }
    for place in all.indices
    where all[place].holder.isAlike(holder) && all[place].segment == segment {
      all[place].extraSeconds = (all[place].extraSeconds ?? 0) + seconds
    }
    budgets = all
  }
}
