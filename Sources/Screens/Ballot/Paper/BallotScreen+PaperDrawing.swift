import SessionModel
import TerminalUI

extension BallotScreen.Drawing {
  /// The form of a poll on which one does more than choose.
  func drawPaper(_ paper: BallotPaper, on canvas: inout Canvas, in area: Rect) {
    switch paper.form {
    case .rank, .grade, .spend: drawList(paper, on: &canvas, in: area)
    case .place: drawPlane(paper, on: &canvas, in: area)
    case .compare, .statements: drawTurns(paper, on: &canvas, in: area)
    case .words, .answers, .number: drawTyping(paper, on: &canvas, in: area)
    // What is counted in the room has no paper.
    case .entered, .pick, .scale: break
    }
  }

  /// The keys that a form has beside those of every ballot.
  func keys(of paper: BallotPaper) -> [(label: String, title: String)] {
    let blank = ("x", "prefer not to say")
    switch paper.form {
    case .rank: return [("Space", "puts next"), blank]
    case .grade, .spend: return [("+", "more"), ("-", "less"), blank]
    case .place: return [("Space", "next choice"), blank]
    case .compare: return [("Space", "leaves it out"), blank]
    case .statements: return [("n", "new statement"), ("Space", "leaves it out"), blank]
    case .pick, .scale, .words, .answers, .number, .entered: return []
    }
  }

  /// How far it is filled in, in a few words.
  func progress(of paper: BallotPaper) -> String {
    guard !paper.isSkipped else { return paper.form.blankTitle }
    switch paper.form {
    case .rank(_, let max): return "\(paper.ballot.marks.count) of \(max) in order"
    case .spend(let points, _): return "\(points - paper.spent) points left"
    case .place where !paper.digits.isEmpty: return "\(paper.digits) across, now how far up"
    case .grade, .place: return "\(paper.ballot.marks.count) of \(paper.choices.count)"
    case .compare, .statements:
      return "\(min(paper.focus + 1, paper.things.count)) of \(paper.things.count)"
    case .words(let most, _), .answers(let most, _):
      return "\(paper.ballot.words?.count ?? 0) of at most \(most)"
    case .pick, .scale, .number, .entered: return ""
    }
  }

  // MARK: Rows with a number each

  private func drawList(_ paper: BallotPaper, on canvas: inout Canvas, in area: Rect) {
    let rows = paper.choices
    guard !rows.isEmpty, area.rows > 0 else { return }
    var rest = area
    let height = max(1, min(3, rest.rows / rows.count))
    let visible = max(1, rest.rows / height)
    let first = max(0, min(paper.focus - visible + 1, rows.count - visible))
    for index in first..<min(rows.count, first + visible) {
      drawRow(index, of: paper, on: &canvas, in: rest.take(height))
    }
    drawMore(first: first, visible: visible, count: rows.count, on: &canvas, in: area)
  }

  private func drawMore(
    first: Int, visible: Int, count: Int, on canvas: inout Canvas, in area: Rect
  ) {
    guard count > visible else { return }
    canvas.write(
      first + visible < count ? glyphs.down : glyphs.up,
      at: Point(column: area.endColumn - 1, row: area.endRow - 1), style: look["accent"])
  }

  private func drawRow(
    _ index: Int, of paper: BallotPaper, on canvas: inout Canvas, in rect: Rect
  ) {
    let choice = paper.choices[index]
    let hasFocus = paper.focus == index
    func style(_ role: String) -> Style {
      look[TerminalUI.Role(hasFocus ? "selection." + role : role)]
    }
    if hasFocus { canvas.fill(rect, style: look["selection"]) }
    let line = rect.line((rect.rows - 1) / 2).inset(columns: 1)
    let title = hasFocus ? look["selection"] : look["strong"]
    let number = index < 10 ? "\((index + 1) % 10)" : " "
    canvas.addTarget(rect, "paper:\(index)")
    let mark = paper.ballot.marks[choice.id]
    var right: [Span] = []
    if case .rank = paper.form {
      right = mark.map { [Span("\(glyphs.check) \($0)\(ordinal($0)) ", style("accent"))] } ?? []
    } else {
      let (_, buttons) = rect.split(left: rect.columns - 20)
      let (less, more) = buttons.split(left: 10)
      canvas.addTarget(less, "less:\(index)")
      canvas.addTarget(more, "more:\(index)")
      let figure = label(of: mark, on: paper.form)
      let pad = String(repeating: " ", count: max(0, 8 - TextWidth.columns(of: figure)))
      right = [
        Span("[-] ", style("muted")), Span(pad + figure, hasFocus ? title : look["accent"]),
        Span(" [+] ", style("muted")),
      ]
    }
    let sign = isNumbered(paper.form) ? number : choice.id
    canvas.write(
      [Span("  \(sign)   ", style("accent")), Span(choice.text, title)], right: right, in: line,
      ellipsis: glyphs.ellipsis)
    if hasFocus { canvas.rest(on: line) }
  }

  /// Whether a figure means a row; else figures are what is typed into a row.
  private func isNumbered(_ form: BallotForm) -> Bool {
    if case .rank = form { true } else { false }
  }

  private func label(of mark: Int?, on form: BallotForm) -> String {
    guard let mark else { return glyphs.dot }
    if case .grade(let grades) = form, let grade = grades.first(where: { $0.number == mark }) {
      return grade.title
    }
    return String(mark)
  }

  private func ordinal(_ number: Int) -> String {
    switch number {
    case 1, 21: "st"
    case 2, 22: "nd"
    case 3, 23: "rd"
    default: "th"
    }
  }

  // MARK: Two axes

  private func drawPlane(_ paper: BallotPaper, on canvas: inout Canvas, in area: Rect) {
    guard case .place(let across, let up) = paper.form else { return }
    let field = PlaneSheet(across: across, up: up)
    let listColumns = max(16, area.columns - field.wantedColumns(in: area) - 3)
    let (list, sheet) = area.split(left: min(listColumns, area.columns / 2), gap: 3)
    var rest = list
    let height = max(1, min(2, list.rows / max(1, paper.choices.count)))
    for (index, choice) in paper.choices.enumerated() where rest.rows > 0 {
      let rect = rest.take(height)
      let hasFocus = paper.focus == index
      if hasFocus { canvas.fill(rect.line(0), style: look["selection"]) }
      let place = paper.position(of: choice.id).map { "\($0.across):\($0.up) " } ?? "\(glyphs.dot) "
      canvas.write(
        [
          Span(" \(choice.id) ", hasFocus ? look["selection.accent"] : look[.series(index)]),
          Span(choice.text, look[hasFocus ? "selection" : "text"]),
        ], right: [Span(place, look[hasFocus ? "selection.muted" : "muted"])], in: rect.line(0),
        ellipsis: glyphs.ellipsis)
      canvas.addTarget(rect, "paper:\(index)")
      if hasFocus { canvas.rest(on: rect.line(0)) }
    }
    field.draw(paper, on: &canvas, in: sheet, look: look)
  }

  // MARK: One after another

  private func drawTurns(_ paper: BallotPaper, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    guard paper.things.indices.contains(paper.focus) else {
      let isStated = paper.form == .statements
      let last =
        !isStated
        ? "That was all. Enter goes on."
        : paper.things.isEmpty
          ? "Nobody has put a statement yet; n adds the first one."
          : "That was all. Enter goes on; n adds a statement of your own."
      canvas.write(
        last, in: rest.line(0), style: look["strong"], ellipsis: glyphs.ellipsis)
      canvas.rest(on: rest.line(0))
      return
    }
    let thing = paper.things[paper.focus]
    var answers = [("1", "agree"), ("2", "disagree"), ("3", "pass")]
    if paper.form == .compare {
      let sides = thing.split(separator: "/").map(String.init)
      answers = sides.enumerated().map { index, id in
        ("\(index + 1)", paper.choices.first { $0.id == id }?.text ?? id)
      }
    } else {
      let text = paper.choices.first { $0.id == thing }?.text ?? thing
      let lines = text.lines(in: rest.columns, limit: 3, ellipsis: glyphs.ellipsis)
      canvas.write(lines, in: rest.take(lines.count), style: look["stage.question"])
      if rest.rows > answers.count { _ = rest.take(1) }
    }
    let height = max(1, min(3, rest.rows / answers.count))
    for (index, answer) in answers.enumerated() {
      let rect = rest.take(height)
      let line = rect.line((rect.rows - 1) / 2).inset(columns: 1)
      canvas.write(
        [Span("  \(answer.0)   ", look["accent"]), Span(answer.1, look["strong"])], in: line,
        ellipsis: glyphs.ellipsis)
      canvas.addTarget(rect, "paper:\(index)")
      if index == 0 { canvas.rest(on: line) }
    }
  }

  // MARK: A statement of one's own

  func drawStating(on canvas: inout Canvas, in area: Rect) {
    guard let poll = screen.poll.flatMap({ session.polls[$0] }) else { return }
    var rest = area
    drawText(poll.text, on: &canvas, rest: &rest)
    canvas.write(
      "Say one thing that others can agree or disagree with", in: rest.take(1),
      style: look["accent"], ellipsis: glyphs.ellipsis)
    canvas.write(
      "Everybody reads it; nobody is told that it is yours.", in: rest.take(1),
      style: look["muted"], ellipsis: glyphs.ellipsis)
    drawKeys([("Enter", "add it"), ("Esc", "back to the ballot")], on: &canvas, rest: &rest)
    if rest.rows > 4 { _ = rest.take(1) }
    let text = screen.typed.text
    screen.typed.draw(
      on: &canvas, in: rest.take(1), look: look, prompt: "\(glyphs.prompt) ",
      placeholder: "type your statement")
    let caret = (canvas.cursor, canvas.isCursorVisible)
    let left = BallotForm.longestStatement - text.count
    if left < 60 {
      canvas.write(
        left >= 0 ? "\(left) more fit" : "\(-left) too many", in: rest.take(1),
        style: look[left < 0 ? "warn" : "muted"], align: .right)
    }
    // What is longer than the line is read whole below it.
    if TextWidth.columns(of: text) > area.columns - 4 {
      if rest.rows > 3 { _ = rest.take(1) }
      canvas.write(
        text.lines(in: rest.columns, limit: max(1, rest.rows), ellipsis: glyphs.ellipsis), in: rest,
        style: look["strong"])
    }
    (canvas.cursor, canvas.isCursorVisible) = caret
  }

  // MARK: Typing

  private func drawTyping(_ paper: BallotPaper, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let listed = screen.answersListed(in: session)
    let line = rest.take(1)
    let unit = if case .number(let unit?) = paper.form { "  \(unit)" } else { "" }
    let value = paper.ballot.number.map { "\($0)" } ?? ""
    paper.field.draw(
      on: &canvas, in: line, look: look, prompt: "\(glyphs.prompt) ",
      placeholder: value.isEmpty ? placeholder(of: paper.form) + unit : value,
      hasFocus: paper.focus == 0)
    let caret = (canvas.cursor, canvas.isCursorVisible)
    if rest.rows > 2 { _ = rest.take(1) }
    let heading = paper.form.isShared && !listed.isEmpty
    if heading {
      canvas.write(
        "Answers so far; the arrows and Enter choose those you share", in: rest.take(1),
        style: look["muted"], ellipsis: glyphs.ellipsis)
    }
    for (index, text) in listed.enumerated() where rest.rows > 0 {
      let isOwn = paper.ballot.words?.contains(text) == true
      let hasFocus = paper.focus == index + 1
      let lines = text.lines(
        in: rest.columns - 4, limit: rest.rows >= 6 ? 2 : 1, ellipsis: glyphs.ellipsis)
      let rect = rest.take(lines.count)
      if hasFocus { canvas.fill(rect, style: look["selection"]) }
      canvas.write(
        isOwn ? " \(glyphs.check) " : " \(glyphs.dot) ", in: rect.line(0).split(left: 3).left,
        style: look[hasFocus ? "selection.accent" : "accent"])
      canvas.write(
        lines, in: rect.split(left: 4).rest,
        style: look[hasFocus ? "selection" : isOwn ? "strong" : "text"])
      canvas.addTarget(rect, "paper:\(index)")
    }
    (canvas.cursor, canvas.isCursorVisible) = caret
  }

  private func placeholder(of form: BallotForm) -> String {
    switch form {
    case .number: "a number"
    case .answers: "type your answer"
    default: "type a word"
    }
  }
}

extension BallotForm {
  /// Whether one can stand behind what others have typed.
  fileprivate var isShared: Bool { if case .answers = self { true } else { false } }
}

extension BallotScreen {
  /// What stands below the field.
  func answersListed(in session: Session) -> [String] {
    if case .words? = paper?.form { return paper?.ballot.words ?? [] }
    return answers(in: session)
  }
}
