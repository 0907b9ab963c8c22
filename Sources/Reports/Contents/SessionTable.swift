public import SessionModel

/// What stands in a session as rows and columns, for a spreadsheet.
///
/// Names, groups and regions stay away where a rule hides who was there, and what was off the
/// record stays away wholly.
public enum SessionTable: String, Sendable, CaseIterable {
  case turns, notes, polls, people

  public func table(of session: Session) -> Document.Table {
    let record = Record(of: session)
    return switch self {
    case .turns: record.turnTable
    case .notes: record.noteTable
    case .polls: record.pollTable
    case .people: record.peopleTable
    }
  }
}

extension Record {
  fileprivate var turnTable: Document.Table {
    let rows = keptTurns.map { turn -> [String] in
      let isTold = session.attribution(of: turn) == .attributed
      let person = isTold ? session.people[turn.person] : nil
      let waited = turn.request.map { turn.started.milliseconds(since: $0.raised) }
      return [
        turn.id.description, person?.id.description ?? "", person?.name ?? "",
        person?.affiliation ?? "", person?.group?.rawValue ?? "", person?.region?.rawValue ?? "",
        person?.gender ?? "", isTold ? turn.channel.rawValue : "", turn.kind.rawValue,
        turn.segment?.description ?? "", turn.question?.description ?? "",
        turn.started.at.description, seconds(turn.spokenMilliseconds(at: now)),
        String(turn.allowanceSeconds), waited.map(seconds) ?? "", turn.words.map(String.init) ?? "",
      ]
    }
    return Document.Table(
      [
        .text("turn"), .text("person"), .text("name"), .text("affiliation"), .text("group"),
        .text("region"), .text("gender"), .text("channel"), .text("kind"), .text("segment"),
        .text("question"), .text("started"), .figures("seconds"), .figures("allowance"),
        .figures("waited"), .figures("words"),
      ], rows: rows)
  }

  fileprivate var noteTable: Document.Table {
    let fields: [Note.Field] = [
      .addressee, .deadline, .point, .explanation, .evidence, .reason, .impact, .organisation,
      .aspect, .address, .asker,
    ]
    let rows = keptNotes.map { note -> [String] in
      let isTold = rule(of: note) == .attributed
      let links = note.links.filter { isTold || $0.person == nil }.map {
        "\($0.relation.rawValue) \($0.target.description)"
      }
      return [
        note.id.description, note.kind.rawValue, words(note.text, of: note),
        note.written.at.description, isTold ? note.binding.speaker?.description ?? "" : "",
        speaker(of: note) ?? "", note.binding.segment?.description ?? "",
        note.binding.question?.description ?? "", note.binding.poll?.description ?? "",
        note.topics.map { words($0, of: note) }.joined(separator: "; "),
        links.joined(separator: "; "),
      ] + fields.map { told($0, of: note) ?? "" }
    }
    return Document.Table(
      [
        .text("note"), .text("kind"), .text("text"), .text("written"), .text("person"),
        .text("speaker"), .text("segment"), .text("question"), .text("poll"), .text("topics"),
        .text("links"),
      ] + fields.map { .text($0.rawValue) }, rows: rows)
  }

  /// A row a choice.
  fileprivate var pollTable: Document.Table {
    let rows = keptPolls.flatMap { poll -> [[String]] in
      let hides = rule(for: poll) != .attributed
      func words(_ text: String) -> String { hides ? veil.over(text) : text }
      let head = [
        poll.id.description, words(poll.text), poll.method.title, poll.secrecy.rawValue,
        poll.state.rawValue, poll.question?.description ?? "",
      ]
      guard let tally = told(poll) else {
        return poll.choices.map { choice in
          head + [choice.id, words(choice.text), "", "", "", "", "", ""]
        }
      }
      return tally.rows.map { row in
        head + [
          row.sign, words(row.label), row.figure, row.percent.map(String.init) ?? "",
          "\(tally.turnout)", "\(tally.blank)", tally.base.rawValue,
          tally.whole.map(String.init) ?? "",
        ]
      }
    }
    return Document.Table(
      [
        .text("poll"), .text("text"), .text("method"), .text("secrecy"), .text("state"),
        .text("question"), .text("sign"), .text("choice"), .figures("count"), .figures("percent"),
        .figures("ballots"), .figures("blank"), .text("base"), .figures("whole"),
      ], rows: rows)
  }

  /// No row where names may not be told.
  fileprivate var peopleTable: Document.Table {
    let airtime = Airtime(session.floor.turns, in: self)
    let turns = airtime.sorted(by: \.person, crowd: nil).told
    let people = namesPeople ? session.people.roll.all : []
    let rows = people.map { person -> [String] in
      let share = airtime.share("", of: turns[person.id] ?? [])
      return [
        person.id.description, person.name, person.affiliation ?? "", person.position ?? "",
        person.group?.rawValue ?? "", person.region?.rawValue ?? "", person.gender ?? "",
        person.roles.map(\.rawValue).joined(separator: "; "), person.status.rawValue,
        person.channel?.rawValue ?? "", person.isPresent ? "yes" : "no", "\(share.turns)",
        seconds(share.milliseconds), share.counted == 0 ? "" : "\(share.words)",
        share.wordsPerMinute.map(String.init) ?? "",
      ]
    }
    return Document.Table(
      [
        .text("person"), .text("name"), .text("affiliation"), .text("position"), .text("group"),
        .text("region"), .text("gender"), .text("roles"), .text("status"), .text("channel"),
        .text("present"), .figures("turns"), .figures("seconds"), .figures("words"),
        .figures("words_a_minute"),
      ], rows: rows)
  }

  /// With thousandths: `93.623`.
  private func seconds(_ milliseconds: Int64) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
