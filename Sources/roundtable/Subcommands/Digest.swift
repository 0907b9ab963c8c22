import Reports
import SessionModel

/// A session in a few plain lines, for reading aloud and for pipes.
struct Digest {
  let lines: [String]

  init(of session: Session, at now: Moment) {
    let plan = session.plan
    var lines = [[plan.number, plan.title].compactMap(\.self).joined(separator: "  ")]
    if let slot = plan.slot {
      lines.append(
        "\(slot.dayText), \(slot.timesText)" + (plan.room.map { ", \($0)" } ?? ""))
    }
    lines.append(Self.standing(of: session, at: now))
    lines += Self.agenda(of: session, at: now)
    lines += Self.floor(of: session, at: now)
    lines += Self.questions(of: session)
    lines += Self.polls(of: session)
    lines += Self.notes(of: session)
    self.lines = lines
  }

  private static func standing(of session: Session, at now: Moment) -> String {
    switch session.stage {
    case .planned: return "Planned, not open yet"
    case .closed: return "Closed"
    case .live:
      guard let forecast = session.forecast(at: now) else { return "Live" }
      let left = forecast.leftSeconds
      let late = forecast.lateSeconds
      let drift =
        late >= 15 ? ", \(clock(late)) late" : late <= -15 ? ", \(clock(-late)) early" : ""
      return left >= 0 ? "Live, \(left / 60) minutes left\(drift)" : "Live, \(clock(-left)) over"
    }
  }

  private static func agenda(of session: Session, at now: Moment) -> [String] {
    guard !session.agenda.order.isEmpty else { return [] }
    return ["", "AGENDA"]
      + session.agenda.ordered.map { segment in
        let state =
          switch segment.state {
          case .pending: "to come"
          case .running: "running, \(clock(segment.elapsedSeconds(at: now)))"
          case .finished: "took \(clock(segment.elapsedSeconds(at: now)))"
          case .skipped: "left out"
          }
        return "\(segment.id)  \(segment.title), \(segment.plannedSeconds / 60) minutes, \(state)"
      }
  }

  private static func floor(of session: Session, at now: Moment) -> [String] {
    var lines: [String] = []
    if let turn = session.floor.currentTurn {
      let name = session.people[turn.person]?.name ?? turn.person.description
      lines.append(
        "\(name) has the floor, \(clock(turn.spokenSeconds(at: now))) of "
          + clock(turn.allowanceSeconds))
    }
    for (index, request) in session.floor.queue.enumerated() {
      let name = session.people[request.person]?.name ?? request.person.description
      lines.append(
        "\(index + 1). \(name), \(request.channel.rawValue), \(request.kind.title), waiting "
          + "\(clock(now.seconds(since: request.raised)))  \(request.id)")
    }
    return lines.isEmpty ? [] : ["", "FLOOR"] + lines
  }

  private static func questions(of session: Session) -> [String] {
    guard !session.plan.questionOrder.isEmpty else { return [] }
    return ["", "POLICY QUESTIONS"]
      + session.plan.orderedQuestions.map { question in
        let isAsked = session.agenda.question == question.id
        return "\(question.id)  \(question.text)\(isAsked ? "  on the table" : "")"
      }
  }

  private static func polls(of session: Session) -> [String] {
    guard !session.polls.all.isEmpty else { return [] }
    return ["", "POLLS"]
      + session.polls.all.flatMap { poll -> [String] in
        let head =
          "\(poll.id)  \(poll.text)  \(poll.state.rawValue), \(poll.secrecy.title), "
          + "\(poll.turnout) ballot\(poll.turnout == 1 ? "" : "s")"
        guard let tally = session.tally(of: poll) else { return [head] }
        let rows = rows(of: tally).map { "    " + $0 }
        let tables = tally.tables.flatMap { table in
          PlainText().lines(of: Document.Section(table)).map { $0.isEmpty ? "" : "    \($0)" }
        }
        return [head] + rows + tally.remarks.map { "    \($0)" } + tables
      }
  }

  private static func rows(of tally: Tally) -> [String] {
    guard case .statements(let views) = tally.shape else {
      return tally.rows.map { row in
        "\(row.sign.isEmpty ? "" : row.sign + " ")\(row.label)  \(row.figure)"
      }
    }
    return views.flatMap { view in
      [view.title.uppercased()]
        + view.statements.map { statement in
          let groups = statement.groups.map { "\($0.title) \($0.agree)-\($0.disagree)-\($0.pass)" }
          return "\(statement.sign) \(statement.text)  "
            + "\(statement.agree) agree, \(statement.disagree) disagree, \(statement.pass) pass"
            + (groups.isEmpty ? "" : " (\(groups.joined(separator: ", ")))")
        }
    }
  }

  private static func notes(of session: Session) -> [String] {
    guard !session.notes.all.isEmpty else { return [] }
    return ["", "NOTES"]
      + session.notes.all.map { note in
        let text = note.text.replacing("\n", with: "\n    ")
        return "\(note.id)  \(note.kind.title): \(text)"
      }
  }

  static func clock(_ seconds: Int) -> String {
    let rest = seconds % 60
    return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
