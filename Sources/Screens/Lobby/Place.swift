import SessionModel
import TerminalUI

extension Lobby {
  /// A session in the list: under which day, and what is said beside it.
  struct Place {
    /// The parts of the list, from above.
    enum Day: Int, Comparable {
      case live, today, upcoming, earlier, samples, broken

      var title: String {
        switch self {
        case .live: "LIVE NOW"
        case .today: "TODAY"
        case .upcoming: "UPCOMING"
        case .earlier: "EARLIER"
        case .samples: "SAMPLES"
        case .broken: "CANNOT BE OPENED"
        }
      }

      static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    var choice: SessionChoice
    var day: Day
    /// Whether its slot is over, or of another day: a session that is open all the same.
    var isPastSlot = false
    /// The title of its day where it is the first of it.
    var heading: String?

    /// One row where little is left to say, else two.
    var rows: Int {
      switch day {
      case .live, .today, .upcoming, .broken: 2
      case .earlier, .samples: 1
      }
    }

    /// In the order they are listed: what comes next first, what is over latest first.
    static func sorted(_ choices: [SessionChoice], at now: Timestamp) -> [Place] {
      let all = choices.map { choice in
        Place(
          choice: choice, day: day(of: choice, at: now),
          isPastSlot: choice.plan.slot.map { $0.end < now } ?? false)
      }
      let latest = Timestamp(milliseconds: .max)
      var places = all.enumerated().sorted { one, other in
        let (a, b) = (one.element, other.element)
        if a.day != b.day { return a.day < b.day }
        let (start, otherStart) = (
          a.choice.plan.slot?.start ?? latest, b.choice.plan.slot?.start ?? latest
        )
        guard a.day != .samples, start != otherStart else { return one.offset < other.offset }
        return a.day == .earlier ? start > otherStart : start < otherStart
      }.map(\.element)
      for index in places.indices {
        let title = places[index].title
        if index == 0 || places[index - 1].title != title { places[index].heading = title }
      }
      return places
    }

    /// Under what it stands: the day, where it is one to come.
    private var title: String {
      guard day == .upcoming, let slot = choice.plan.slot else { return day.title }
      return CalendarTime(slot.start, offsetMinutes: slot.offsetMinutes).longDateText.uppercased()
    }

    private static func day(of choice: SessionChoice, at now: Timestamp) -> Day {
      if choice.problem != nil { return .broken }
      if choice.isSample { return .samples }
      if choice.stage == .live { return .live }
      guard let slot = choice.plan.slot else {
        return choice.stage == .closed ? .earlier : .upcoming
      }
      let today = CalendarTime(now, offsetMinutes: slot.offsetMinutes).dateText
      let date = CalendarTime(slot.start, offsetMinutes: slot.offsetMinutes).dateText
      if date == today { return .today }
      return date < today || choice.stage == .closed ? .earlier : .upcoming
    }

    // MARK: What stands beside it

    /// `16:30` today and on the days to come, `8 Dec` on those that have been.
    var timeText: String {
      guard let slot = choice.plan.slot else { return "" }
      let start = CalendarTime(slot.start, offsetMinutes: slot.offsetMinutes)
      switch day {
      case .live where isPastSlot: return start.shortDateText
      case .live, .today, .upcoming: return start.clockText
      case .earlier: return start.shortDateText
      case .samples, .broken: return ""
      }
    }

    /// How things stand, in a word with a sign where it is to be noticed, and how it looks.
    func state(at now: Timestamp, glyphs: Glyphs) -> (text: String, role: String) {
      switch day {
      case .broken: return ("\(glyphs.warning) damaged", "bad")
      case .samples: return ("open a copy", "muted")
      case .live: return ("\(glyphs.live) live", "good")
      case .today, .upcoming, .earlier: break
      }
      if choice.stage == .closed { return ("\(glyphs.check) closed", "muted") }
      let minutes = choice.plan.slot.map { ($0.start.seconds(since: now) + 59) / 60 }
      if let minutes, minutes <= 0 { return ("\(glyphs.late) not opened", "warn") }
      if let minutes, minutes <= 60 { return ("in \(minutes) min", "strong") }
      let unmet = choice.findings.count { !$0.isMet }
      return unmet == 0
        ? ("\(glyphs.check) ready", "good")
        : ("\(glyphs.warning) \(counted(unmet, "warning"))", "warn")
    }

    /// `6 speakers · 2 questions · 1 poll · 60 min round table`, after the room where it has no
    /// column of its own.
    func details(dot: String, withRoom: Bool) -> String {
      if let problem = choice.problem { return problem }
      let plan = choice.plan
      let questions = plan.questionOrder.count
      let minutes = (plan.plannedSeconds ?? 0) / 60
      let format = plan.format?.kind.lowercased()
      let length = [minutes > 0 ? "\(minutes) min" : nil, format].compactMap(\.self)
      let times = plan.slot.map { slot in
        isPastSlot && day == .live
          ? "planned for \(slot.dayText)" : "until \(slot.endText)"
      }
      let parts = [
        withRoom ? plan.room : nil,
        times,
        plan.programme.map { "part \($0.part) of \($0.parts)" },
        choice.speakers > 0 ? counted(choice.speakers, "speaker") : nil,
        questions > 0 ? counted(questions, "question") : nil,
        choice.polls > 0 ? counted(choice.polls, "poll") : nil,
        length.isEmpty ? nil : length.joined(separator: " "),
      ]
      return parts.compactMap(\.self).joined(separator: " \(dot) ")
    }
  }
}
