import SessionModel

extension Record {
  /// Every poll as what it is: a temperature check.
  var polls: Content {
    let polls = session.polls.all
    let kept = keptPolls
    guard !polls.isEmpty else { return .nothing }
    var blocks: [Document.Block] = []
    if !kept.isEmpty {
      blocks.append(.paragraph("A poll is a temperature check: it shows how the table leans."))
    }
    let gone = polls.count - kept.count
    if gone > 0 { blocks.append(.paragraph("\(count(gone, "poll")) off the record left out.")) }
    return Content(blocks: blocks, sections: kept.map(section))
  }

  /// The polls that may be told of at all.
  var keptPolls: [Poll] { session.polls.all.filter { rule(for: $0) != .offTheRecord } }

  func rule(for poll: Poll) -> AttributionRule {
    hides ? session.attribution(of: poll) : .attributed
  }

  /// What came of a closed poll; `nil` where nothing may be told, or nothing is known.
  func told(_ poll: Poll) -> Tally? {
    guard poll.state == .closed, var tally = session.tally(of: poll) else { return nil }
    guard rule(for: poll) != .attributed else { return tally }
    // So few answers stand for those who were seen to vote.
    guard tally.turnout >= Self.crowd else { return nil }
    if !poll.secrecy.isSecret {
      tally.tables.removeAll { poll.before != nil || $0.title.hasPrefix("By ") }
    }
    return tally
  }

  private func section(for poll: Poll) -> Document.Section {
    let hides = rule(for: poll) != .attributed
    let text = hides ? veil.over(poll.text) : poll.text
    let form = [
      Document.Fact("Method", poll.method.title), Document.Fact("Secrecy", poll.secrecy.title),
    ]
    var section = Document.Section(text, source: poll.id.description)
    switch poll.state {
    case .draft:
      section.blocks = [
        .facts(form + [Document.Fact("State", "not opened")]),
        .list(poll.choices.map { Document.Item("\($0.id): \($0.text)") }),
      ]
    case .open:
      // What is in an open box is nobody's to tell yet, and not every process sees it.
      let facts = [
        Document.Fact("State", "still open"),
        Document.Fact("Turnout", "\(count(poll.turnout, "ballot")) so far"),
      ]
      section.blocks = [.facts(form + facts)]
    case .closed: tell(poll, in: &section, form: form)
    }
    return hides ? section.mappingTexts(veil.over) : section
  }

  private func tell(_ poll: Poll, in section: inout Document.Section, form: [Document.Fact]) {
    guard let tally = told(poll) else {
      let isKnown = session.tally(of: poll) != nil
      section.blocks = [
        .facts(
          form + [
            Document.Fact(
              "Ballots", isKnown ? "not told: fewer than \(Self.crowd)" : nil)
          ])
      ]
      return
    }
    let facts = [
      Document.Fact("Asked", asked(poll)),
      Document.Fact("Turnout", "\(count(tally.turnout, "ballot")), \(tally.blank) of them blank"),
      Document.Fact("Base", base(of: tally)),
      Document.Fact("Entitled to vote", entitled(to: poll)),
    ]
    let rows = tally.rows.map { row in
      [
        row.title, row.figure, row.percent.map { "\($0) %" } ?? "",
      ]
    }
    let table = Document.Table(
      [.text("Choice"), .figures("Ballots"), .figures("Share")], rows: rows)
    let remarks = tally.remarks.isEmpty ? [] : [Document.Fact("Found", sentences(tally.remarks))]
    section.blocks = [.facts(form + facts + remarks)] + chart(of: tally) + [.table(table)]
    section.sections = tally.tables.map(Document.Section.init)
  }

  private func chart(of tally: Tally) -> [Document.Block] {
    guard !tally.rows.isEmpty else { return [] }
    let bars = tally.rows.map { row in
      Document.Chart.Bar(
        row.title, Int64(row.count), of: Int64(row.full),
        figure: row.figure + (row.percent.map { ", \($0) %" } ?? ""))
    }
    return [.chart(Document.Chart("How the ballots fell", .bars(bars)))]
  }

  /// Who may vote, and how many those are.
  private func entitled(to poll: Poll) -> String? {
    let number = session.entitledCount(in: poll).map(String.init)
    return switch poll.entitled {
    case nil where poll.asks == .code: number.map { "\($0) codes" }
    case nil: number.map { "\($0), everybody on the roll" }
    case .present: poll.presentAtClose.map { "whoever was here, \($0) when it closed" }
    case .group(let group): number.map { "\($0) of \(group.title)" }
    case .people: number.map { "\($0) people by name" }
    case .codes(let group):
      number.map { "\($0) codes" + (group.map { " of \($0.title)" } ?? "") }
    }
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
    return times
      + (poll.question.flatMap { session.plan.number(of: $0) }.map { ", to question \($0)" } ?? "")
  }
}

extension Tally.Row {
  /// Its sign and its label: `A: Companies`.
  var title: String { sign.isEmpty ? label : "\(sign): \(label)" }
}
