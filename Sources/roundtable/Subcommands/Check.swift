import ArgumentParser
import SessionModel
import SessionStore

/// `roundtable check`: what the rules of good planning say of sessions.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the plans of sessions; warnings, never refusals.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The sessions.")
  var sessions: [String]

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    try orComplain {
      let library = place.library
      let clock = MachineClock()
      var reports: [CheckReport] = []
      for name in sessions {
        let folder = try library.session(named: name, orSample: true)
        let session = try SessionDesk(folder, now: clock.now).current()
        reports.append(CheckReport(session: name, findings: session.planFindings()))
      }
      if json { return say(JSONText.readable(reports)) }
      for report in reports {
        if sessions.count > 1 { say(report.session) }
        for finding in report.findings {
          say("\(finding.met ? "ok  " : "look")  \(finding.sentence)")
        }
      }
    }
  }
}

/// What was found in one session, as JSON shows it.
private struct CheckReport: Encodable {
  var session: String
  var findings: [Finding]

  struct Finding: Encodable {
    var rule: String
    var met: Bool
    var sentence: String
  }

  init(session: String, findings: [PlanFinding]) {
    self.session = session
    self.findings = findings.map {
      Finding(rule: $0.rule.rawValue, met: $0.isMet, sentence: $0.sentence)
    }
  }
}
