import SessionModel
public import TerminalUI

extension BallotScreen {
  /// One large row to choose by number, arrows or touch.
  struct Row: Equatable {
    var key: Character?
    var title: String
  }

  /// The rows of the page, if it has any.
  func rows(in session: Session) -> [Row] {
    switch page {
    case .choosing:
      guard paper == nil, let poll = poll.flatMap({ session.polls[$0] }) else { return [] }
      let first = if case .scale(let first) = poll.form { first } else { 1 }
      let choices = poll.choices.enumerated().map { index, choice in
        Row(key: digit(index + first), title: choice.text)
      }
      // Where 0 is a step, or the tenth choice, another key prefers not to say.
      let isTaken = first == 0 || poll.choices.count >= 10
      return choices + [Row(key: isTaken ? "x" : "0", title: poll.form.blankTitle)]
    case .asking(let person):
      guard session.floor.request(of: person) == nil else {
        return [Row(key: "1", title: "Take my hand down")]
      }
      return FloorRequest.Kind.usual.enumerated().map { index, kind in
        Row(key: digit(index + 1), title: kind.wish)
      }
    case .assenting(nil):
      let levels = session.outcomes.asked?.asking?.way.levels ?? []
      return levels.enumerated().map { Row(key: digit($0 + 1), title: $1.title) }
    case .assenting:
      return StakeholderGroup.allCases.enumerated().map { index, group in
        Row(key: digit(index + 1), title: group.title)
      } + [Row(key: "0", title: "I prefer not to say")]
    case .waiting, .welcome, .names, .code, .confirming, .stating, .sent, .message, .pin: return []
    }
  }

  /// The figure that chooses a row; 0 is the tenth.
  private func digit(_ number: Int) -> Character? {
    number <= 10 ? "\(number % 10)".first : nil
  }

  /// How many rows may be chosen at once.
  func bounds(in session: Session) -> (min: Int, max: Int) {
    guard page == .choosing || page == .confirming,
      case .pick(let min, let max)? = poll.flatMap({ session.polls[$0]?.form })
    else { return (1, 1) }
    return (min, max)
  }

  /// What is chosen, as a ballot.
  func ballot(in session: Session) -> Ballot {
    if let paper { return paper.ballot }
    let choices = poll.flatMap { session.polls[$0]?.choices } ?? []
    return Ballot(choosing: chosen.filter(choices.indices.contains).map { choices[$0].id })
  }

  /// Whether `I prefer not to say` is what is chosen.
  func isBlank(in session: Session) -> Bool {
    !chosen.isEmpty && ballot(in: session).isBlank
  }

  // MARK: Choosing

  mutating func choose(_ place: Int, in scene: Scene) {
    let rows = rows(in: scene.session)
    guard rows.indices.contains(place) else { return }
    cursor = place
    let (_, max) = bounds(in: scene.session)
    let isBlankRow = page == .choosing && place == rows.count - 1
    guard max > 1, !isBlankRow else {
      chosen = [place]
      return
    }
    chosen.removeAll { $0 == rows.count - 1 }
    if let index = chosen.firstIndex(of: place) {
      chosen.remove(at: index)
    } else if chosen.count < max {
      chosen = (chosen + [place]).sorted()
    } else {
      notice = "At most \(max); take one back first"
    }
  }

  mutating func move(by step: Int, in scene: Scene) {
    let count = rows(in: scene.session).count
    guard count > 0 else { return }
    let place = cursor.map { min(max(0, $0 + step), count - 1) } ?? (step > 0 ? 0 : count - 1)
    cursor = place
    // Where only one can be chosen, what has the focus is what is chosen.
    if bounds(in: scene.session).max == 1 { chosen = [place] }
  }

  /// Why what is chosen cannot be handed in yet; `nil` when it can.
  private func whyNotConfirm(in scene: Scene) -> String? {
    if scene.isReplay { return "This is a replay; nothing can be handed in" }
    if page == .choosing, let paper { return whyNotHandIn(paper, in: scene) }
    if isOnRows, chosen.isEmpty { return "Choose first" }
    let least = bounds(in: scene.session).min
    guard page == .choosing, chosen.count < least, !isBlank(in: scene.session) else { return nil }
    return "Choose \(least)"
  }

  private var isOnRows: Bool {
    switch page {
    case .choosing, .asking, .assenting: true
    case .waiting, .welcome, .names, .code, .confirming, .stating, .sent, .message, .pin: false
    }
  }

  mutating func confirm(in scene: Scene) -> Effect {
    if let whyNot = whyNotConfirm(in: scene) {
      notice = whyNot
      return .none
    }
    switch page {
    case .names(let purpose):
      guard let person = names.selection(in: scene.session) else { return .none }
      if purpose == .vote, let whyNot = whyNotVote(.person(person), in: scene) {
        notice = whyNot
        return .none
      }
      voter = person
      clearChoice()
      page =
        switch purpose {
        case .vote: .choosing
        case .hand: .asking(person)
        case .assent: .assenting(nil)
        }
    case .choosing:
      page = .confirming
      readTop = 0
    case .confirming:
      guard let poll else { return .none }
      // Nothing is confirmed that was not seen.
      let hidden = rowsToReadOn(in: scene)
      guard hidden == 0 else {
        readTop += hidden
        return .none
      }
      page = .sent(.ballot)
      let ballot = ballot(in: scene.session)
      if let code { return .ask(.poll(.castByCode(poll, ballot, code))) }
      return .ask(.poll(.cast(poll, ballot, voter: voter)))
    case .code: confirmCode(in: scene)
    case .pin: return confirmPIN(in: scene)
    case .stating: return state(in: scene)
    case .welcome: begin(in: scene)
    case .asking(let person): return askForFloor(person, in: scene)
    case .assenting(let level): return assent(level, in: scene)
    case .waiting, .sent, .message: break
    }
    return .none
  }

  private mutating func askForFloor(_ person: PersonID, in scene: Scene) -> Effect {
    guard let place = chosen.first else { return .none }
    if let request = scene.session.floor.request(of: person) {
      page = .sent(.handDown(person))
      return .ask(.floor(.withdraw(request.id)))
    }
    page = .sent(.hand(person))
    return .ask(.floor(.raise(person, channel: nil, kind: FloorRequest.Kind.usual[place])))
  }

  /// The level first, then the group where the roll does not know it, then it is said.
  private mutating func assent(_ level: Asking.Level?, in scene: Scene) -> Effect {
    guard let place = chosen.first else { return .none }
    guard let level else {
      let levels = scene.session.outcomes.asked?.asking?.way.levels ?? []
      guard levels.indices.contains(place) else { return .none }
      let isKnown = voter.flatMap { scene.session.people[$0]?.group } != nil
      if isKnown { return say(levels[place], nil) }
      page = .assenting(levels[place])
      clearChoice()
      return .none
    }
    let groups = StakeholderGroup.allCases
    return say(level, place < groups.count ? groups[place] : nil)
  }

  private mutating func say(_ level: Asking.Level, _ group: StakeholderGroup?) -> Effect {
    page = .sent(.assent)
    return .ask(
      .outcome(.answer(level, group: group, channel: nil, voice: voter.map { .person($0) })))
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    ownBindings(in: scene)
      + [
        Binding(
          [.control("c")], holds(in: scene) ? "leave, with the PIN" : "leave, pressed twice",
          group: "Terminal", action: .leave)
      ]
  }

  private func ownBindings(in scene: Scene) -> [Binding<Action>] {
    let again = Binding([.escape], "start again", group: "Ballot", action: Action.startAgain)
    switch page {
    case .waiting:
      let own = assentBindings(in: scene) + [askBinding(in: scene)]
      return own + idleBindings.map { $0.without(own.flatMap(\.keys)) }.filter { !$0.keys.isEmpty }
    case .welcome:
      return [
        Binding([.enter, .space], "begin", group: "Ballot", action: .confirm),
        askBinding(in: scene),
      ]
    case .code: return [Binding([.enter], "go on", group: "Ballot", action: .confirm), again]
    case .pin: return [Binding([.enter], "leave", group: "Terminal", action: .confirm), again]
    case .stating:
      return [
        Binding([.enter], "add it", group: "Ballot", action: .confirm),
        Binding([.escape], "back to the ballot", group: "Ballot", action: .back),
      ]
    case .names: return [Binding([.enter], "this is me", group: "Ballot", action: .confirm), again]
    case .choosing:
      return (paper.map(paperBindings) ?? rowBindings(in: scene)) + [
        Binding([.enter], "confirm", group: "Ballot", action: .confirm), again,
        askBinding(in: scene),
      ]
    case .confirming:
      return [
        Binding([.enter], "confirm", group: "Ballot", action: .confirm), again,
        Binding(
          [.up, "k"], "read back", group: "Ballot",
          whyNot: readTop == 0 ? "It begins here" : nil, action: .up),
        Binding(
          [.down, "j"], "read on", group: "Ballot",
          whyNot: rowsToReadOn(in: scene) == 0 ? "It ends here" : nil, action: .down),
      ]
    case .asking, .assenting:
      return rowBindings(in: scene) + [
        Binding([.enter], "confirm", group: "Ballot", action: .confirm), again,
      ]
    case .sent: return [again]
    case .message: return [Binding([.enter], "next person", group: "Ballot", action: .next)]
    }
  }

  /// What can be said to the outcome before the room.
  private func assentBindings(in scene: Scene) -> [Binding<Action>] {
    guard let asking = scene.session.outcomes.asked?.asking else { return [] }
    return asking.way == .silence
      ? [Binding(["o"], "I object", group: "Ballot", action: .object)]
      : [Binding([.enter, .space], "answer", group: "Ballot", action: .assent)]
  }

  /// What the keys will do once a poll is open.
  private var idleBindings: [Binding<Action>] {
    let whyNot = "No poll is open"
    let numbers = (1...9).compactMap { digit($0) }.map { Key(.character($0)) }
    return [
      Binding(numbers, "choose", group: "Ballot", whyNot: whyNot, action: .choose(0)),
      Binding(["0"], "prefer not to say", group: "Ballot", whyNot: whyNot, action: .choose(0)),
      Binding([.up, "k"], "up", group: "Ballot", whyNot: whyNot, action: .up),
      Binding([.down, "j"], "down", group: "Ballot", whyNot: whyNot, action: .down),
      Binding(
        [.space], "choose one of several", group: "Ballot", whyNot: whyNot, action: .toggle),
      Binding(
        [.right, "+"], "more points, or further across", group: "Ballot", whyNot: whyNot,
        action: .more),
      Binding(
        [.left, "-"], "less, or further back", group: "Ballot", whyNot: whyNot, action: .less),
      Binding(
        [.tab], "place the next choice", group: "Ballot", whyNot: whyNot, action: .nextChoice),
      Binding(
        [.backspace], "take the last one back", group: "Ballot", whyNot: whyNot, action: .erase),
      Binding(
        ["x"], "prefer not to say, where 0 is a figure", group: "Ballot", whyNot: whyNot,
        action: .skip),
      Binding(
        ["n"], "add a statement", group: "Ballot", whyNot: whyNot, action: .state),
      Binding([.enter], "confirm", group: "Ballot", whyNot: whyNot, action: .confirm),
      Binding([.escape], "start again", group: "Ballot", whyNot: whyNot, action: .startAgain),
    ]
  }

  private func askBinding(in scene: Scene) -> Binding<Action> {
    let isOver = scene.session.stage == .closed
    return Binding(
      ["h"], "ask for the floor", group: "Floor",
      whyNot: isOver ? "The session is closed" : nil, action: .askForFloor)
  }

  private func rowBindings(in scene: Scene) -> [Binding<Action>] {
    let numbered = rows(in: scene.session).enumerated().compactMap { index, row in
      row.key.map {
        Binding([Key(.character($0))], row.title, group: "Ballot", action: Action.choose(index))
      }
    }
    var moves = [
      Binding([.up, "k"], "up", group: "Ballot", action: Action.up),
      Binding([.down, "j"], "down", group: "Ballot", action: .down),
    ]
    if bounds(in: scene.session).max > 1 {
      moves.append(
        Binding([.space], "choose, or take back", group: "Ballot", action: .toggle))
    }
    return numbered + moves
  }
}

extension FloorRequest.Kind {
  /// As the one who asks would say it.
  fileprivate var wish: String {
    switch self {
    case .comment: "I want to say something"
    case .question: "I have a question"
    case .reply: "I want to reply"
    case .pointOfOrder: "Point of order"
    case .intervention: "I want to remark on this"
    case .interposedQuestion: "I have a question to the speaker"
    case .answer: "I want to answer"
    }
  }
}
