import SessionModel

extension Record {
  /// What was published of the session, and when it was held.
  func facts(_ names: [Form.FactName]) -> Content {
    .facts(names.compactMap(fact))
  }

  /// `nil` where it does not apply.
  private func fact(_ name: Form.FactName) -> Document.Fact? {
    let plan = session.plan
    switch name {
    case .title: return Document.Fact("Title", plan.title.isEmpty ? nil : plan.title)
    case .number: return Document.Fact("Number", plan.number)
    case .series: return Document.Fact("Series", plan.series)
    case .programme:
      return plan.programme.map {
        Document.Fact("Programme", "\($0.title), part \($0.part) of \($0.parts)")
      }
    case .date: return Document.Fact("Date", plan.slot.map { calendar($0.start).longDateText })
    case .time: return Document.Fact("Time", plan.slot.map(clocks))
    case .held: return Document.Fact("Held", heldText)
    case .room: return Document.Fact("Room", plan.room)
    case .format: return Document.Fact("Format", plan.format.map(text))
    case .attribution: return Document.Fact("Attribution", plan.attribution.title)
    case .participation: return Document.Fact("Participation", participationText)
    case .languages:
      return Document.Fact(
        "Languages", plan.languages.isEmpty ? nil : plan.languages.joined(separator: ", "))
    case .organizers: return Document.Fact("Organizers", names(of: [.organizer]))
    case .moderators:
      return Document.Fact("Moderators", names(of: [.moderator, .onlineModerator, .chair]))
    case .rapporteurs: return Document.Fact("Rapporteurs", names(of: [.rapporteur]))
    case .speakers: return Document.Fact("Speakers", names(of: [.speaker, .additionalSpeaker]))
    }
  }

  private func names(of roles: [Role]) -> String? {
    let people = holders(of: roles)
    guard !people.isEmpty else { return nil }
    guard namesPeople else { return "not told" }
    return people.compactMap { byline($0.id) }.joined(separator: "; ")
  }

  /// Each once, in the order of the roles.
  func holders(of roles: [Role]) -> [Person] {
    var seen: Set<PersonID> = []
    return roles.flatMap { session.people.holders(of: $0) }.filter { seen.insert($0.id).inserted }
  }

  private func clocks(of slot: Slot) -> String {
    slot.timesText
  }

  private var heldText: String? {
    guard let opened = session.agenda.opened else { return nil }
    let start = calendar(opened.at)
    let from = "\(start.longDateText), \(start.timeText)"
    guard let closed = session.agenda.closed else { return "from \(from), still open" }
    let end = calendar(closed.at)
    let day = end.dateText == start.dateText ? "" : "\(end.longDateText), "
    return "\(from) to \(day)\(end.timeText)"
  }

  private func text(of format: Format) -> String {
    [format.kind, format.layout, format.minutes.map { "\($0) minutes" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// As counted; else as marked on the roll, where anybody is.
  private var participationText: String? {
    let people = session.people
    let heads = "\(heads(on: .room)) in the room, \(heads(on: .online)) online"
    if people.headcount != nil { return heads + ", counted" }
    return people.presentCount == 0 ? nil : heads + ", as marked on the roll"
  }

  // MARK: Participation

  /// How many were there, on site and online, and how many women among them.
  var participation: Content {
    let people = session.people
    guard people.headcount != nil || people.presentCount > 0 else { return .nothing }
    let heads = people.headcount
    return .facts([
      Document.Fact("On site", self.heads(on: .room)),
      Document.Fact("Women among them", women(on: .room)),
      Document.Fact("Online", self.heads(on: .online)),
      Document.Fact("Women online", women(on: .online)),
      Document.Fact("Known from", heads == nil ? "the roll" : "a count"),
    ])
  }

  /// How many were there; one or two would point at somebody where a rule hides them.
  private func heads(on channel: Channel) -> String {
    let heads = session.people.present(on: channel)
    guard !namesPeople, (1..<Self.crowd).contains(heads) else { return String(heads) }
    return "fewer than \(Self.crowd)"
  }

  /// As counted; else of those on the roll who say their gender, where anybody does.
  ///
  /// Neither they nor the others may be too few to hide each other where a rule hides them.
  private func women(on channel: Channel) -> String? {
    let women: Int
    let heads: Int
    if let count = session.people.headcount {
      guard let known = channel == .room ? count.womenInRoom : count.womenOnline else { return nil }
      (women, heads) = (known, session.people.present(on: channel))
    } else {
      let said = session.people.roll.filter { person in
        person.isPresent && (person.channel ?? .room) == channel && person.gender != nil
      }
      guard !said.isEmpty else { return nil }
      (women, heads) = (said.count { $0.isWoman }, said.count)
    }
    guard namesPeople || (women >= Self.crowd && heads - women >= Self.crowd) else {
      return "not told: they or the others are fewer than \(Self.crowd)"
    }
    return String(women)
  }

  // MARK: What was planned

  var goals: Content {
    .list(
      session.plan.goals.map { goal in
        Document.Item(goal.reason.map { "\(goal.code): \($0)" } ?? goal.code)
      })
  }

  var documents: Content {
    .list(
      session.plan.documents.map { document in
        Document.Item(
          [document.title, document.link].compactMap(\.self).joined(separator: ": "))
      })
  }

  var outcomes: Content { .list(session.plan.expectedOutcomes.map { Document.Item($0) }) }
}

extension Person {
  /// As they say themselves.
  fileprivate var isWoman: Bool {
    ["f", "female", "woman", "women"].contains(gender?.lowercased() ?? "")
  }
}
