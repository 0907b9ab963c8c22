import SessionModel
import TerminalUI

/// Who are you: names to choose from.
extension BallotScreen.Drawing {
  func drawNames(_ purpose: BallotScreen.Purpose, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let poll = screen.poll.flatMap { session.polls[$0] }
    if purpose == .vote, let poll {
      let lines = poll.text.lines(
        in: rest.columns, limit: rest.rows >= 12 ? 2 : 1, ellipsis: glyphs.ellipsis)
      canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
      if rest.rows >= 9 {
        let promise = poll.secrecy.promise.lines(
          in: rest.columns, limit: 2, ellipsis: glyphs.ellipsis)
        canvas.write(promise, in: rest.take(promise.count), style: look["muted"])
        _ = rest.take(1)
      }
    } else {
      canvas.write(
        purpose == .hand ? "Who asks for the floor?" : "Who answers? Each has one answer.",
        in: rest.take(1), style: look["strong"], ellipsis: glyphs.ellipsis)
      if rest.rows >= 9 { _ = rest.take(1) }
    }
    let keys: [(label: String, title: String)] = [
      ("Enter", "this is me"), ("Esc", "start again"),
    ]
    drawKeys(keys, on: &canvas, rest: &rest)
    let people = screen.names.people(in: session)
    screen.names.filter.draw(
      on: &canvas, in: rest.take(1), look: look, prompt: "Your name \(glyphs.prompt) ",
      placeholder: "type a few letters")
    let caret = (canvas.cursor, canvas.isCursorVisible)
    let height = rest.rows >= 12 ? 3 : 1
    let hidden = people.count - rest.rows / height
    if hidden > 0, rest.rows > height {
      canvas.write(
        "\(people.count - (rest.rows - 1) / height) more; type letters of your name",
        in: rest.takeBottom(1), style: look["muted"], ellipsis: glyphs.ellipsis)
    }
    screen.names.list.draw(
      on: &canvas, in: rest, look: look, items: people.map(\.id), prefix: "name",
      hasFocus: false, empty: "Nobody of that name is on the roll; the moderator can add you",
      height: { _ in height }
    ) { canvas, row, id in
      draw(id, for: purpose, on: &canvas, in: row)
    }
    (canvas.cursor, canvas.isCursorVisible) = caret
  }

  private func draw(
    _ id: PersonID, for purpose: BallotScreen.Purpose, on canvas: inout Canvas, in row: ListRow
  ) {
    guard let person = session.people[id] else { return }
    let line = row.rect.line((row.rect.rows - 1) / 2).inset(columns: 1)
    let about = [person.group?.short, person.affiliation].compactMap(\.self)
      .joined(separator: " \(glyphs.dot) ")
    canvas.write(
      [row.span(person.name, "strong"), row.span("  " + about, "muted")],
      right: state(of: id, for: purpose).map { [row.span($0, "accent")] } ?? [], in: line,
      ellipsis: glyphs.ellipsis)
  }

  private func state(of id: PersonID, for purpose: BallotScreen.Purpose) -> String? {
    switch purpose {
    case .vote:
      let hasVoted =
        screen.poll.map { poll in
          session.polls[poll]?.named[id] != nil || session.boxes[poll]?.hasVoted(id) == true
        } ?? false
      return hasVoted ? "\(glyphs.check) has voted" : nil
    case .assent:
      let answers = session.outcomes.asked?.asking?.answers ?? []
      return answers.contains { $0.voice == .person(id: id) }
        ? "\(glyphs.check) has answered" : nil
    case .hand: return session.floor.request(of: id) == nil ? nil : "hand is up"
    }
  }
}
