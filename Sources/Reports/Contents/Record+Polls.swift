import SessionModel

extension Record {
  /// Every poll as what it is: a temperature check.
  var polls: Document.Section {
    let polls = session.polls.all
    let kept = polls.filter { rule(in: $0.segment) != .offTheRecord }
    var blocks: [Document.Block] = []
    if !kept.isEmpty {
      blocks.append(.paragraph("A poll is a temperature check: it shows how the table leans."))
    } else if polls.isEmpty {
      blocks.append(.paragraph(notRecorded.capitalizedFirst + "."))
    }
    let gone = polls.count - kept.count
    if gone > 0 { blocks.append(.paragraph("\(count(gone, "poll")) off the record left out.")) }
    return Document.Section("Polls", blocks, sections: kept.map(section))
  }

  private func section(for poll: Poll) -> Document.Section {
    let heading = "\(poll.id): \(poll.text)"
    let form = [
      Document.Fact("Method", poll.method.title), Document.Fact("Secrecy", poll.secrecy.title),
    ]
    switch poll.state {
    case .draft:
      let choices = poll.choices.map { Document.Item("\($0.id): \($0.text)") }
      return Document.Section(
        heading, [.facts(form + [Document.Fact("State", "not opened")]), .list(choices)])
    case .open:
      // What is in an open box is nobody's to tell yet, and not every process sees it.
      let facts = [
        Document.Fact("State", "still open"),
        Document.Fact("Turnout", "\(count(poll.turnout, "ballot")) so far"),
      ]
      return Document.Section(heading, [.facts(form + facts)])
    case .closed: return outcome(of: poll, heading: heading, form: form)
    }
  }

  private func outcome(
    of poll: Poll, heading: String, form: [Document.Fact]
  ) -> Document.Section {
    guard let tally = session.tally(of: poll) else {
      return Document.Section(heading, [.facts(form + [Document.Fact("Ballots", nil)])])
    }
    let facts = [
      Document.Fact("Asked", asked(poll)),
      Document.Fact("Turnout", "\(count(tally.turnout, "ballot")), \(tally.blank) of them blank"),
      Document.Fact("Base", base(of: tally)),
      Document.Fact("Entitled to vote", nil),
    ]
    let rows = tally.rows.map { row in
      [
        row.sign.isEmpty ? row.label : "\(row.sign): \(row.label)", row.figure,
        row.percent.map { "\($0) %" } ?? "",
      ]
    }
    let table = Document.Table(
      [.text("Choice"), .figures("Ballots"), .figures("Share")], rows: rows)
    let remarks = tally.remarks.isEmpty ? [] : [Document.Fact("Found", sentences(tally.remarks))]
    return Document.Section(
      heading, [.facts(form + facts + remarks), .table(table)],
      sections: tally.tables.map(Document.Section.init))
  }

  /// What shares are of.
  private func base(of tally: Tally) -> String {
    guard tally.base != .none else { return "no shares" }
    let ballots = tally.baseText ?? "\(count(tally.valid, "ballot")) with a choice"
    return tally.whole == nil ? ballots : ballots + "; shares are of these"
  }

  private func sentences(_ remarks: [String]) -> String {
    remarks.map { $0.capitalizedFirst + "." }.joined(separator: " ")
  }

  /// When it was open, and to which policy question.
  private func asked(_ poll: Poll) -> String? {
    guard let opened = poll.opened, let closed = poll.closed else { return nil }
    let times = "\(calendar(opened.at).timeText) to \(calendar(closed.at).timeText)"
    return times + (poll.question.map { ", to question \($0)" } ?? "")
  }
}
