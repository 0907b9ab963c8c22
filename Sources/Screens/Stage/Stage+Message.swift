import SessionModel
import TerminalUI

/// What somebody wrote and the room hears, for as long as it takes to read it too.
extension Stage.Page {
  /// Draws it beside the floor, or below it where there is no room; `false` while none is read out.
  func drawFloorAndMessage(on canvas: inout Canvas, in area: Rect) -> Bool {
    guard let message = session.inbox.justReadOut(at: now) else { return false }
    guard area.columns >= 68, area.rows >= 8 else {
      let (top, bottom) = area.split(bottom: max(2, area.rows / 2))
      drawFloor(on: &canvas, in: top)
      draw(message, on: &canvas, in: bottom)
      return true
    }
    let (left, right) = drawDivided(on: &canvas, area)
    drawFloor(on: &canvas, in: left)
    draw(message, on: &canvas, in: right)
    return true
  }

  private func draw(_ message: Message, on canvas: inout Canvas, in area: Rect) {
    var rest = area
    canvas.write(
      message.channel == .online ? "FROM ONLINE" : "FROM THE ROOM", in: rest.take(1),
      style: look["heading"])
    if rest.rows >= 6 { _ = rest.take(1) }
    let name = nameTold(of: message)
    let below = name == nil ? 0 : 1
    let lines = message.text.onOneLine.lines(
      in: rest.columns, limit: max(1, rest.rows - below), ellipsis: glyphs.ellipsis)
    canvas.write(lines, in: rest.take(lines.count), style: look["strong"])
    guard let name, !rest.isEmpty else { return }
    canvas.write(name, in: rest.take(1), style: look["muted"], ellipsis: glyphs.ellipsis)
  }

  /// Who wrote it, where the rule lets that be told.
  private func nameTold(of message: Message) -> String? {
    guard max(message.attribution ?? .attributed, session.attribution) == .attributed else {
      return nil
    }
    return message.person.map(name) ?? message.name
  }
}

extension Inbox {
  /// What is being read out: the last of them, for a minute and a half.
  fileprivate func justReadOut(at now: Moment) -> Message? {
    var last: (message: Message, at: Moment)?
    for message in all where !message.isHidden {
      guard let read = message.readOut, now.seconds(since: read) < 90 else { continue }
      if last.map({ $0.at.at <= read.at }) ?? true { last = (message, read) }
    }
    return last?.message
  }
}
