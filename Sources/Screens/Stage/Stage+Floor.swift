import SessionModel
import TerminalUI

/// What is left of a turn, as the room is shown it.
struct Countdown {
  /// `1:18`; with a plus once it is over.
  var text: String
  var word: String
  var digits: TerminalUI.Role
  var role: TerminalUI.Role

  init(of turn: Turn, at now: Moment) {
    let left = turn.allowanceSeconds - turn.spokenSeconds(at: now)
    guard turn.allowanceSeconds > 0 else {
      // Nothing limits it: the clock counts up.
      text = clockText(turn.spokenSeconds(at: now))
      (word, digits, role) = ("SO FAR", "digits", "muted")
      return
    }
    text = left < 0 ? "+" + clockText(-left) : clockText(left)
    if left < 0 {
      (word, digits, role) = ("OVER", "digits.over", "bad")
    } else if turn.signal(at: now) == .soon {
      let isMinute = left <= 60 && turn.allowanceSeconds >= 120
      (word, digits, role) = (isMinute ? "LAST MINUTE" : "SOON OVER", "digits.warn", "warn")
    } else {
      (word, digits, role) = ("LEFT", "digits", "muted")
    }
    if turn.isPaused { word += ", CLOCK STOPPED" }
  }
}

extension Stage.Page {
  /// Who speaks with the time that is left, and who is next.
  func drawFloor(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    let isTight = area.rows < 10
    guard let turn = session.floor.currentTurn else {
      canvas.write("Nobody has the floor", in: rest.take(1), style: look["muted"])
      if !isTight { _ = rest.take(1) }
      return drawNext(on: &canvas, in: rest.take(max(2, formRows(in: rest.columns))))
    }
    drawSpeaker(turn, on: &canvas, in: rest.take(isTight ? 1 : 2))
    if area.rows >= 12 { _ = rest.take(1) }
    let below = max(isTight ? 1 : 2, min(formRows(in: rest.columns), rest.rows - 4))
    let nextRows = below + (isTight ? 0 : 1)
    let used = drawCountdown(turn, on: &canvas, in: rest.split(bottom: nextRows).rest)
    _ = rest.take(used + (isTight ? 0 : 1))
    drawNext(on: &canvas, in: rest.take(below))
  }

  /// The rows that all who sit in a circle need, and the word on its free chair.
  private func formRows(in columns: Int) -> Int {
    guard case .fishbowl = session.floor.form else { return 0 }
    return circleText.wrapped(to: max(1, columns)).count + 1
  }

  private var circleText: String {
    "in the circle  " + (session.floor.form?.people ?? []).map(name(of:)).joined(separator: ", ")
  }

  /// The same in a few rows, above a poll where there is no room beside it.
  func drawStrip(on canvas: inout Canvas, in area: Rect) {
    guard let turn = session.floor.currentTurn else { return drawNext(on: &canvas, in: area) }
    guard area.rows >= 4 else {
      let countdown = Countdown(of: turn, at: now)
      canvas.write(
        [Span(name(of: turn.person), look["strong"])],
        right: [
          Span(countdown.text + " ", look[countdown.digits]),
          Span(countdown.word, look[countdown.role]),
        ], in: area.line(0), ellipsis: glyphs.ellipsis)
      return
    }
    var rest = area
    drawSpeaker(turn, on: &canvas, in: rest.take(1))
    drawCountdown(turn, on: &canvas, in: rest)
  }

  private func drawSpeaker(_ turn: Turn, on canvas: inout Canvas, in area: Rect) {
    // Where there is one row, the group that somebody tells of stands beside the name.
    let beside = area.rows > 1 ? nil : session.groupTold(in: turn).map { "  for \($0.title)" }
    canvas.write(
      [Span(name(of: turn.person), look["strong"]), Span(beside ?? "", look["accent"])],
      in: area.line(0), ellipsis: glyphs.ellipsis)
    let person = session.people[turn.person]
    let about = [person?.group?.title, turn.channel == .online ? "online" : nil]
    let teller = session.groupTold(in: turn).map {
      Span("for \($0.title)   ", look["accent"])
    }
    canvas.write(
      (teller.map { [$0] } ?? []) + [
        Span(about.compactMap(\.self).joined(separator: " \(glyphs.dot) "), look["muted"])
      ], in: area.line(1), ellipsis: glyphs.ellipsis)
  }

  /// The digits as large as they go, and the word for them below, or beside small ones.
  ///
  /// Returns the rows it took.
  @discardableResult
  private func drawCountdown(_ turn: Turn, on canvas: inout Canvas, in area: Rect) -> Int {
    let countdown = Countdown(of: turn, at: now)
    let word = [Span(countdown.word, look[countdown.role])]
    let digits = BigDigits(
      countdown.text, fitting: Size(columns: area.columns, rows: area.rows - 2))
    guard case .large = digits.form else {
      let digits = BigDigits(
        countdown.text,
        fitting: Size(columns: area.columns - countdown.word.count - 2, rows: area.rows))
      digits.draw(on: &canvas, in: area, look: look, role: countdown.digits)
      let beside = area.split(left: digits.size.columns, gap: 2).rest
      canvas.write(word, in: beside.line(digits.size.rows - 1), ellipsis: glyphs.ellipsis)
      return digits.size.rows
    }
    digits.draw(on: &canvas, in: area, look: look, role: countdown.digits)
    canvas.write(word, in: area.line(digits.size.rows + 1), ellipsis: glyphs.ellipsis)
    return digits.size.rows + 2
  }

  /// Who is next, below a poll that has the whole room.
  func drawNextInOneLine(on canvas: inout Canvas, in line: Rect) {
    guard let next = session.floor.queue.first else {
      return drawNext(on: &canvas, in: line)
    }
    canvas.write(
      [
        Span("next  ", look["muted"]), Span(name(of: next.person), look["strong"]),
        Span("   ", look["text"]), channelSpan(next.channel),
      ], in: line, ellipsis: glyphs.ellipsis)
  }

  /// Who sits in the circle, or holds the talking stick.
  private func drawForm(_ form: FloorForm, on canvas: inout Canvas, in area: Rect) {
    let names = form.people.map(name(of:))
    switch form {
    case .stick:
      canvas.write(
        [Span("the talking stick is with  ", look["muted"]), Span(names[0], look["strong"])],
        in: area.line(0), ellipsis: glyphs.ellipsis)
    case .fishbowl:
      let free = form.freeChairs ?? 0
      var rest = area
      if area.columns >= TextWidth.columns(of: circleText) {
        canvas.write(
          [
            Span("in the circle  ", look["muted"]),
            Span(names.joined(separator: ", "), look["strong"]),
          ], in: rest.take(1), ellipsis: glyphs.ellipsis)
      } else {
        let lines = circleText.lines(
          in: area.columns, limit: max(1, area.rows - 1), ellipsis: glyphs.ellipsis)
        canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
      }
      guard !rest.isEmpty else { return }
      let long =
        free > 0 ? "A chair is free: come in and speak" : "No chair is free: one leaves first"
      let short = free > 0 ? "A chair is free" : "No chair is free"
      let word = TextWidth.columns(of: long) > rest.columns ? short : long
      canvas.write(
        word, in: rest.take(1), style: look[free > 0 ? "accent" : "muted"],
        ellipsis: glyphs.ellipsis)
    }
  }

  /// The next two, or whether hands are taken.
  private func drawNext(on canvas: inout Canvas, in area: Rect) {
    if let form = session.floor.form { return drawForm(form, on: &canvas, in: area) }
    let queue = session.floor.queue.prefix(2)
    guard !queue.isEmpty else {
      let isOpen = session.floor.isListOpen
      canvas.write(
        isOpen ? "Raise your hand to speak" : "The list of speakers is closed",
        in: area.line(0), style: look["muted"], ellipsis: glyphs.ellipsis)
      return
    }
    let first = session.floor.current == nil ? "next" : "then"
    let widest = queue.map { TextWidth.columns(of: name(of: $0.person)) }.max() ?? 0
    let channels = queue.map { channelSpan($0.channel) }
    let room = area.columns - 9 - widest
    let hasRoom = channels.allSatisfy { $0.columns <= room }
    for (index, request) in queue.enumerated() {
      let gap = 3 + widest - TextWidth.columns(of: name(of: request.person))
      let label = index == 0 ? first : "    "
      canvas.write(
        [
          Span("\(label)  ", look["muted"]), Span(name(of: request.person), look["strong"]),
          Span(String(repeating: " ", count: gap), look["text"]),
          // The sign alone says it where there is no room for the word.
          hasRoom
            ? channels[index] : Span(String(channels[index].text.prefix(1)), channels[index].style),
        ], in: area.line(index), ellipsis: glyphs.ellipsis)
    }
  }
}
