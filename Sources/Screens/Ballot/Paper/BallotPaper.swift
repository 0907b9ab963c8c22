import SessionModel
import TerminalUI

/// A ballot as somebody fills it in, on a form that wants more than to choose.
struct BallotPaper: Sendable {
  let form: BallotForm
  private(set) var choices: [Choice]
  /// What has been filled in so far.
  var ballot = Ballot()
  /// The row, the pair or the statement that has the focus.
  var focus = 0
  /// Whether the voter prefers not to say.
  var isSkipped = false
  /// What is typed, where something is.
  var field = TextField()
  /// The figures typed into the row that has the focus.
  var digits = ""

  /// `nil` for a form on which one chooses in rows.
  init?(_ poll: Poll) {
    switch poll.form {
    case .pick, .scale: return nil
    case .rank, .grade, .spend, .place, .compare, .words, .answers, .number, .statements, .entered:
      form = poll.form
      choices = poll.choices
    }
  }

  /// Whether something stands on it.
  var isBegun: Bool { !ballot.isBlank || isSkipped || !field.isEmpty || focus > 0 }

  /// Whether it looks the same, whatever was typed.
  func isSame(as other: BallotPaper) -> Bool {
    ballot == other.ballot && focus == other.focus && isSkipped == other.isSkipped
      && digits == other.digits
  }

  var takesTyping: Bool {
    switch form {
    case .words, .answers, .number: true
    default: false
    }
  }

  /// Whether one thing after another is asked, each on the whole page.
  var isInTurn: Bool { form == .compare || form == .statements }

  /// What is asked in turn, by name.
  var things: [Choice.ID] { form == .compare ? Choice.pairs(of: choices) : choices.map(\.id) }

  var isFinished: Bool { isInTurn && focus >= things.count }

  /// Takes over statements that were added since, and leaves out those that were struck.
  ///
  /// `own` is what this voter has just added: it is asked next, all others last.
  mutating func follow(_ offered: [Choice], own: String? = nil) {
    guard form == .statements else { return }
    let known = Set(choices.map(\.id))
    guard offered.count != known.count || !offered.allSatisfy({ known.contains($0.id) }) else {
      return
    }
    let there = Set(offered.map(\.id))
    let asked = focus
    focus -= choices.prefix(asked).count { !there.contains($0.id) }
    choices.removeAll { !there.contains($0.id) }
    for id in known.subtracting(there) { ballot.marks[id] = nil }
    for choice in offered where !known.contains(choice.id) {
      choices.insert(choice, at: choice.text == own ? min(focus, choices.count) : choices.count)
    }
  }

  // MARK: Moving

  mutating func move(by step: Int, among count: Int) {
    guard count > 0 else { return }
    digits = ""
    focus = min(max(0, focus + step), count - 1)
  }

  mutating func skip() {
    ballot = Ballot()
    isSkipped = true
    field = TextField()
    digits = ""
  }

  // MARK: Filling in

  /// Takes a figure; what it means is the form's to say.
  mutating func take(digit: Int) -> String? {
    isSkipped = false
    switch form {
    // 0 is the tenth.
    case .rank(_, let max): return toggle((digit + 9) % 10, max: max)
    case .grade(let grades):
      guard grades.contains(where: { $0.number == digit }) else {
        return "There is no grade \(digit)"
      }
      mark(digit)
      move(by: 1, among: choices.count)
    case .spend: return type(digit)
    case .place: place(digit)
    case .compare, .statements: return answer(digit)
    case .pick, .scale, .words, .answers, .number, .entered: break
    }
    return nil
  }

  /// One more or one less of what the row has; across on two axes.
  mutating func change(by step: Int) {
    isSkipped = false
    digits = ""
    guard choices.indices.contains(focus) else { return }
    let id = choices[focus].id
    switch form {
    case .grade(let grades):
      let numbers = grades.map(\.number)
      let place = ballot.marks[id].flatMap { numbers.firstIndex(of: $0) }
      let next = place.map { $0 + step } ?? (step > 0 ? 0 : -1)
      ballot.marks[id] = numbers.indices.contains(next) ? numbers[next] : place.map { numbers[$0] }
      if next < 0 { ballot.marks[id] = nil }
    case .spend(let points, let most):
      let unit = points >= 50 ? 5 : 1
      let free = points - spent + (ballot.marks[id] ?? 0)
      let next = min(max(0, (ballot.marks[id] ?? 0) + step * unit), most, free)
      ballot.marks[id] = next == 0 ? nil : next
    case .place: nudge(across: step, up: 0)
    default: break
    }
  }

  /// Takes back the last thing.
  mutating func erase() {
    switch form {
    case .rank:
      if let last = ballot.inOrder.last { ballot.marks[last] = nil }
    case .spend where !digits.isEmpty:
      digits.removeLast()
      mark(Int(digits))
    case .compare, .statements:
      focus = max(0, focus - 1)
      if things.indices.contains(focus) { ballot.marks[things[focus]] = nil }
    default:
      guard choices.indices.contains(focus) else { return }
      ballot.marks[choices[focus].id] = nil
      unplace(choices[focus].id)
    }
  }

  private mutating func mark(_ number: Int?) {
    guard choices.indices.contains(focus) else { return }
    ballot.marks[choices[focus].id] = number == 0 && isSpending ? nil : number
  }

  private var isSpending: Bool { if case .spend = form { true } else { false } }

  /// Puts a row behind those that are in order, or takes it out.
  mutating func toggle(_ place: Int, max: Int) -> String? {
    guard choices.indices.contains(place) else { return nil }
    isSkipped = false
    focus = place
    var order = ballot.inOrder
    if let index = order.firstIndex(of: choices[place].id) {
      order.remove(at: index)
    } else if order.count < max {
      order.append(choices[place].id)
    } else {
      return "At most \(max); take one back first"
    }
    ballot = Ballot(ranking: order)
    return nil
  }

  // MARK: Points

  var spent: Int { ballot.marks.values.reduce(0, +) }

  private mutating func type(_ digit: Int) -> String? {
    guard case .spend(let points, let most) = form, choices.indices.contains(focus) else {
      return nil
    }
    let typed = digits + String(digit)
    guard let number = Int(typed), number <= most else { return "At most \(most) on each" }
    let others = spent - (ballot.marks[choices[focus].id] ?? 0)
    guard others + number <= points else { return "Only \(points - others) points are left" }
    digits = number == 0 ? "" : typed
    mark(number)
    return nil
  }

  // MARK: Two axes

  /// Where a choice stands, across and up.
  func position(of id: Choice.ID) -> (across: Int, up: Int)? {
    guard let across = ballot.across?[id], let up = ballot.marks[id] else { return nil }
    return (across, up)
  }

  mutating func put(across: Int, up: Int) {
    guard choices.indices.contains(focus) else { return }
    isSkipped = false
    let id = choices[focus].id
    let steps = 1...Axis.steps
    ballot.marks[id] = min(max(up, steps.lowerBound), steps.upperBound)
    ballot.across = (ballot.across ?? [:]).merging(
      [id: min(max(across, steps.lowerBound), steps.upperBound)]) { $1 }
  }

  mutating func nudge(across: Int, up: Int) {
    guard choices.indices.contains(focus) else { return }
    let middle = (Axis.steps + 1) / 2
    let from = position(of: choices[focus].id) ?? (middle, middle)
    put(across: from.across + across, up: from.up + up)
  }

  /// First how far across, then how far up.
  private mutating func place(_ digit: Int) {
    guard digit > 0 else { return }
    guard let first = digits.first?.wholeNumberValue else {
      digits = String(digit)
      return
    }
    digits = ""
    put(across: first, up: digit)
    if focus < choices.count - 1 { focus += 1 }
  }

  private mutating func unplace(_ id: Choice.ID) {
    ballot.across?[id] = nil
    if ballot.across?.isEmpty == true { ballot.across = nil }
  }

  // MARK: In turn

  /// 1 for the first or to agree, 2 for the second or to disagree, 3 to pass.
  mutating func answer(_ number: Int) -> String? {
    guard things.indices.contains(focus) else { return nil }
    let marks = form == .compare ? [1: 1, 2: 2] : [1: 1, 2: -1, 3: 0]
    guard let mark = marks[number] ?? nil else { return nil }
    isSkipped = false
    ballot.marks[things[focus]] = mark
    focus += 1
    return nil
  }

  /// Leaves out what is asked now.
  mutating func leaveOut() {
    guard things.indices.contains(focus) else { return }
    ballot.marks[things[focus]] = nil
    focus += 1
  }

  // MARK: Typing

  /// Takes what is typed as a word, an answer or a number; what is wrong with it, if anything.
  mutating func takeTyped() -> String? {
    let text = field.text.trimmingBlanks
    guard !text.isEmpty else { return nil }
    isSkipped = false
    switch form {
    case .number:
      guard let amount = Amount(text) else {
        return "'\(text)' is not a number such as 40 or 2.5"
      }
      ballot.number = amount
    case .words(let most, let characters), .answers(let most, let characters):
      guard text.count <= characters else {
        return "That is too long by \(text.count - characters) characters"
      }
      if let problem = add(text, most: most) { return problem }
      field = TextField()
    default: break
    }
    return nil
  }

  mutating func add(_ text: String, most: Int) -> String? {
    var words = ballot.words ?? []
    guard words.count < most else { return "At most \(most); take one back first" }
    guard !words.contains(text) else { return "'\(text)' is there already" }
    isSkipped = false
    words.append(text)
    ballot.words = words
    return nil
  }

  /// Stands behind an answer, or no longer does.
  mutating func toggle(_ text: String) -> String? {
    if let index = ballot.words?.firstIndex(of: text) {
      remove(at: index)
      return nil
    }
    guard case .answers(let most, _) = form else { return nil }
    return add(text, most: most)
  }

  mutating func remove(at index: Int) {
    ballot.words?.remove(at: index)
    if ballot.words?.isEmpty == true { ballot.words = nil }
  }
}

extension String {
  /// Without white space at either end.
  var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
