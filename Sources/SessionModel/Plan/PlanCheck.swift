/// What one rule of good planning says of a session; a warning, never a refusal.
public struct PlanFinding: Equatable, Sendable {
  public var rule: PlanRule
  public var isMet: Bool
  /// What is so, in a line.
  public var sentence: String
}

/// Rules worth checking before a session.
public enum PlanRule: String, Sendable, CaseIterable {
  case threeSpeakers = "three_speakers"
  case twoGroups = "two_groups"
  case twoRegions = "two_regions"
  case notOneGender = "not_one_gender"
  case roleHolders = "role_holders"
  case openQuestions = "open_questions"
  case floorTime = "floor_time"
  case segmentsFillSlot = "segments_fill_slot"
  case minutesAgree = "minutes_agree"
  case agendaTimes = "agenda_times"
}

extension Session {
  /// Every rule's finding, in the order of the rules.
  ///
  /// A rule that cannot be judged from what is recorded has no finding.
  public func planFindings() -> [PlanFinding] {
    PlanRule.allCases.flatMap(findings)
  }

  private var framers: [Person] {
    people.roll.filter {
      $0.status != .cancelled
        && !Set($0.roles).isDisjoint(with: [.speaker, .additionalSpeaker, .chair, .discussant])
    }
  }

  private func findings(for rule: PlanRule) -> [PlanFinding] {
    func finding(_ isMet: Bool, _ sentence: String) -> [PlanFinding] {
      [PlanFinding(rule: rule, isMet: isMet, sentence: sentence)]
    }
    switch rule {
    case .threeSpeakers:
      let count = framers.count
      return finding(count >= 3, count == 1 ? "1 speaker named" : "\(count) speakers named")
    case .twoGroups:
      let groups = Set(framers.compactMap(\.group))
      let missing = StakeholderGroup.allCases.filter { !groups.contains($0) }
      guard groups.count >= 2 else {
        return finding(
          false,
          groups.isEmpty
            ? "no speaker's stakeholder group is known"
            : "speakers of 1 stakeholder group; at least 2 wanted")
      }
      return missing.isEmpty
        ? finding(true, "speakers of all 5 stakeholder groups")
        : finding(true, "\(groups.count) groups; nobody from \(list(missing.map(\.title)))")
    case .twoRegions:
      let regions = Set(framers.compactMap(\.region))
      return finding(
        regions.count >= 2,
        regions.isEmpty
          ? "no speaker's region is known"
          : regions.count == 1 ? "speakers of 1 region" : "speakers of \(regions.count) regions")
    case .notOneGender:
      let genders = framers.compactMap(\.gender)
      guard genders.count == framers.count, let first = genders.first else { return [] }
      let isMixed = genders.contains { $0 != first }
      return finding(isMixed, isMixed ? "not all of one gender" : "all speakers of one gender")
    case .roleHolders:
      let wanted: [Role] = [.moderator, .onlineModerator, .rapporteur]
      // A chair moderates, as consultations and panels call it.
      let isChaired = !people.holders(of: .chair).isEmpty
      let missing = wanted.filter { role in
        people.holders(of: role).isEmpty && !(role == .moderator && isChaired)
      }
      return missing.isEmpty
        ? finding(true, "moderator, online moderator and rapporteur named")
        : finding(false, "no \(missing.map(\.title).joined(separator: ", no ")) named")
    case .openQuestions: return openQuestionFindings()
    case .floorTime:
      guard agenda.plannedSeconds > 0 else { return finding(false, "no segment planned") }
      let floor = agenda.plannedFloorSeconds
      let isMet = floor * 3 >= agenda.plannedSeconds
      return finding(
        isMet,
        "\(floor / 60) of \(agenda.plannedSeconds / 60) minutes are open floor"
          + (isMet ? "" : "; a third wanted"))
    case .segmentsFillSlot:
      guard let planned = plan.plannedSeconds, !agenda.order.isEmpty else { return [] }
      let sum = agenda.plannedSeconds
      return finding(
        sum == planned,
        sum == planned
          ? "segments add up to \(planned / 60) minutes"
          : "segments add up to \(sum / 60) minutes, the slot has \(planned / 60)")
    case .minutesAgree:
      guard let minutes = plan.format?.minutes, let slot = plan.slot else { return [] }
      let length = slot.end.seconds(since: slot.start) / 60
      return finding(
        minutes == length,
        minutes == length
          ? "format and slot both say \(minutes) minutes"
          : "the format says \(minutes) minutes, the slot \(length)")
    case .agendaTimes: return agendaTimeFindings()
    }
  }

  private func openQuestionFindings() -> [PlanFinding] {
    let questions = plan.orderedQuestions
    guard !questions.isEmpty else {
      return [PlanFinding(rule: .openQuestions, isMet: false, sentence: "no policy question")]
    }
    let closed = questions.filter(\.invitesYesOrNo)
    guard let first = closed.first, let number = plan.number(of: first.id) else {
      let count = questions.count
      let sentence = count == 1 ? "1 policy question, open" : "\(count) policy questions, open"
      return [PlanFinding(rule: .openQuestions, isMet: true, sentence: sentence)]
    }
    return [
      PlanFinding(
        rule: .openQuestions, isMet: false,
        sentence: "question \(number) can be answered with yes or no")
    ]
  }

  private func agendaTimeFindings() -> [PlanFinding] {
    let offset = plan.slot?.offsetMinutes ?? 0
    func clock(_ time: Timestamp) -> String {
      CalendarTime(time, offsetMinutes: offset).clockText
    }
    let dated = agenda.ordered.compactMap { segment in segment.startsAt.map { (segment, $0) } }
    guard !dated.isEmpty else { return [] }
    var findings: [PlanFinding] = []
    for ((segment, start), (next, nextStart)) in zip(dated, dated.dropFirst()) {
      let end = start.advanced(by: segment.plannedSeconds)
      if nextStart < end {
        findings.append(
          PlanFinding(
            rule: .agendaTimes, isMet: false,
            sentence: "'\(segment.title)' until \(clock(end)) overlaps '\(next.title)' from "
              + clock(nextStart)))
      } else if nextStart > end {
        findings.append(
          PlanFinding(
            rule: .agendaTimes, isMet: false,
            sentence: "nothing planned from \(clock(end)) to \(clock(nextStart))"))
      }
    }
    guard findings.isEmpty else { return findings }
    return [PlanFinding(rule: .agendaTimes, isMet: true, sentence: "agenda without overlap or gap")]
  }

  private func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Question {
  /// Whether it begins as a question that yes or no would answer, and asks nothing else.
  fileprivate var invitesYesOrNo: Bool {
    let openers: Set = [
      "is", "are", "do", "does", "did", "can", "could", "should", "would", "will", "has", "have",
      "must", "may",
    ]
    let openWords: Set = ["what", "how", "which", "why", "who", "where", "when"]
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = words.first, openers.contains(first) else { return false }
    return openWords.isDisjoint(with: words) && parts.isEmpty
  }
}
