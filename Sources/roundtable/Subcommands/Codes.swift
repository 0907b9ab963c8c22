public import ArgumentParser
import Reports
public import SessionModel
import SessionStore

/// `roundtable codes`: slips with codes, to be cut and drawn by hand.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make codes that let people vote without their names, and print them on slips.",
    discussion: """
      Eight slips a page, with a form feed between pages: 'roundtable codes SESSION | lp'. Cut \
      them, fold them, let everybody draw one. Polls that are --coded, or for --codes, ask for \
      them. Without --count there is one for each person on the roll, and the page is filled up.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "How many codes to make; with --per-group how many for each group.")
  var count: Int?

  @Option(help: "Only for this stakeholder group, such as government.")
  var group: StakeholderGroup?

  @Flag(help: "Pages of their own for each stakeholder group on the roll.")
  var perGroup = false

  @Flag(help: "Print the codes that are there already, and make none.")
  var again = false

  func validate() throws {
    guard (count ?? 1) > 0, (count ?? 1) <= 10_000 else {
      throw ValidationError("Between 1 and 10000 codes can be made at once")
    }
    guard group == nil || !perGroup else {
      throw ValidationError("--group and --per-group do not go together")
    }
  }

  func run() throws {
    try orComplain {
      let folder = try place.library.openSession(named: session)
      let clock = MachineClock()
      let desk = try SessionDesk(folder, now: clock.now)
      let groups = try groups(in: desk.current())
      var pages: [String] = []
      for group in groups {
        let codes = try again ? known(of: group, at: desk) : made(for: group, at: desk)
        if !codes.isEmpty { pages += Slips(codes, of: group, plan: desk.lastRead.plan).pages }
      }
      guard !pages.isEmpty else {
        throw Complaint("'\(session)' has no codes yet; without --again some are made")
      }
      say(pages.joined(separator: "\u{0C}\n"))
    }
  }

  /// Those to print for, one after the other; `nil` is everybody.
  private func groups(in session: Session) -> [StakeholderGroup?] {
    guard perGroup else { return [group] }
    let known = again ? session.access.codes.map(\.group) : session.people.roll.map(\.group)
    return StakeholderGroup.allCases.filter { known.contains($0) }
  }

  private func known(of group: StakeholderGroup?, at desk: SessionDesk) throws -> [VoteCode] {
    try desk.current().codes(of: group)
  }

  private func made(for group: StakeholderGroup?, at desk: SessionDesk) throws -> [VoteCode] {
    let session = try desk.current()
    let people = session.people.roll.count { group == nil || $0.group == group }
    let wanted = count ?? (max(1, people) + Slips.perPage - 1) / Slips.perPage * Slips.perPage
    var taken = Set(session.access.codes.map(\.pseudonym))
    var codes: [VoteCode] = []
    var generator = SystemRandomNumberGenerator()
    while codes.count < wanted {
      let code = VoteCode(using: &generator)
      if taken.insert(code.pseudonym).inserted { codes.append(code) }
    }
    try desk.submit(.access(.issue(codes, group: group)), by: .moderator)
    return codes
  }
}

extension StakeholderGroup: ExpressibleByArgument {}
