import SessionModel
import TerminalUI

/// One message with everything that is known of it, and its lines of the moderation log.
struct MessageSheet {
  private let message: Message
  private let scene: Scene

  init(_ message: Message, in scene: Scene) {
    self.message = message
    self.scene = scene
  }

  private var look: Look { scene.look }
  private var session: Session { scene.session }
  private var dot: String { " \(look.glyphs.dot) " }

  func draw(on canvas: inout Canvas, in area: Rect) {
    var rest = area
    canvas.write(
      [Span("\(message.id)  ", look["heading"]), Span(about, look["muted"])], in: rest.take(1),
      ellipsis: look.glyphs.ellipsis)
    let limit = max(1, rest.rows - min(rest.rows, facts.count))
    let text = message.text.lines(
      in: rest.columns, limit: limit, ellipsis: look.glyphs.ellipsis)
    canvas.write(text, in: rest.take(text.count), style: look["strong"])
    if rest.rows > facts.count { _ = rest.take(1) }
    for fact in facts where !rest.isEmpty {
      let lines = fact.text.lines(in: rest.columns, limit: 3, ellipsis: look.glyphs.ellipsis)
      canvas.write(lines, in: rest.take(min(lines.count, rest.rows)), style: look[fact.role])
    }
  }

  private var about: String {
    let time =
      message.written.map { "written \(clock($0))" } ?? "came \(clock(message.came.at))"
    return [message.kind.rawValue, message.channel.rawValue, time].joined(separator: dot)
  }

  /// Who it is from, who stands behind it, what became of it.
  private var facts: [(text: String, role: Role)] {
    var facts: [(text: String, role: Role)] = [author]
    if message.votes > 0 {
      let others = message.votes == 1 ? "1 stands" : "\(message.votes) stand"
      facts.append(("\(others) behind it", "accent"))
    }
    if let at = message.readOut { facts.append(("read out at \(clock(at.at))", "good")) }
    if let answer = message.answer {
      let how = answer.text.map { ": \($0)" } ?? " aloud"
      facts.append(
        ("answered at \(clock(answer.at.at)) by the \(answer.by.noun)\(how)", "good"))
    }
    if let question = message.question { facts.append(("made question \(question)", "good")) }
    if let note = message.note { facts.append(("made note \(note)", "good")) }
    if let request = message.request { facts.append(("hand up as \(request)", "good")) }
    for step in message.moderation ?? [] {
      facts.append(
        (
          "\(step.isHidden ? "hidden" : "shown again") at \(clock(step.at.at)) by the "
            + step.by.noun + (step.reason.map { ": \($0)" } ?? ""), "warn"
        ))
    }
    return facts
  }

  private var author: (text: String, role: Role) {
    guard let id = message.person, let person = session.people[id] else {
      let name = message.name.map { "from \($0), who is not on the roll" } ?? "from nobody named"
      return (name, "muted")
    }
    let origin = [person.group?.short, person.region?.short, person.affiliation]
      .compactMap(\.self).joined(separator: dot)
    let turns = scene.hearing.turnsByPerson[id] ?? 0
    let spoken = turns == 0 ? "has not spoken" : "spoke \(counted(turns, "time"))"
    return (
      "from \(person.name)" + (origin.isEmpty ? "" : ", \(origin)") + "; \(spoken)", "muted"
    )
  }

  private func clock(_ time: Timestamp) -> String { session.plan.clockText(time) }
}
