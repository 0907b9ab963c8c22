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
      var problems: [String] = []
      for name in sessions {
        do {
          let folder = try library.session(named: name, orSample: true)
          let session = try SessionDesk(folder, now: clock.now).current()
          reports.append(CheckReport(session: name, findings: session.planFindings()))
        } catch let failure as StoreFailure {
          problems.append(sessions.count > 1 ? "\(name): \(failure.sentence)" : failure.sentence)
        }
      }
      if json {
        say(JSONText.readable(reports))
      } else {
        for report in reports {
          if sessions.count > 1 { say(report.session) }
          for finding in report.findings {
            say("\(finding.met ? "ok  " : "look")  \(finding.sentence)")
          }
        }
      }
      guard problems.isEmpty else { throw Complaint(problems.joined(separator: "\n")) }
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
