import SessionModel

extension Record {
  /// Floor time by each of some keys: turns, time, and words where a transcript has them.
  func speakingTime(by keys: [SpeakingKey]) -> Content {
    let airtime = Airtime(session.floor.turns, in: self)
    guard !airtime.isEmpty else { return .nothing }
    let sections = keys.compactMap { key -> Document.Section? in
      guard let shares = shares(by: key, of: airtime) else { return nil }
      let blocks = [chart(key, shares, of: airtime), table(key.column, shares, of: airtime)]
      return Document.Section(
        key.heading, blocks + (key == .group ? unheard(airtime) : []))
    }
    return Content(sections: sections)
  }

  /// `nil` where nothing is known to count by.
  private func shares(by key: SpeakingKey, of airtime: Airtime) -> [SpeakingShare]? {
    switch key {
    case .person: return byPerson(airtime)
    case .group:
      return shares(
        of: airtime, by: { session.people[$0.person]?.group },
        in: StakeholderGroup.allCases.map { ($0, $0.title) }, else: "Group \(notRecorded)")
    case .region:
      guard hasKnown(\.region, in: airtime) else { return nil }
      return shares(
        of: airtime, by: { session.people[$0.person]?.region },
        in: Region.allCases.map { ($0, $0.title) }, else: "Region \(notRecorded)")
    case .gender:
      guard hasKnown(\.gender, in: airtime) else { return nil }
      let words = Set(airtime.turns.compactMap { session.people[$0.person]?.gender })
      return shares(
        of: airtime, by: { session.people[$0.person]?.gender },
        in: words.sorted().map { ($0, $0) }, else: "Not declared")
    case .channel:
      return shares(
        of: airtime, by: { Optional($0.channel) },
        in: Channel.allCases.map { ($0, $0.rawValue.capitalizedFirst) }, else: "")
    case .segment:
      return shares(
        of: airtime, by: { $0.segment },
        in: session.agenda.ordered.map { ($0.id, $0.title) }, else: "Outside of segments")
    }
  }

  private func hasKnown<Value>(_ trait: KeyPath<Person, Value?>, in airtime: Airtime) -> Bool {
    airtime.turns.contains { session.people[$0.person]?[keyPath: trait] != nil }
  }

  private func shares<Key: Hashable>(
    of airtime: Airtime, by key: (Turn) -> Key?, in order: [(key: Key, title: String)],
    else other: String
  ) -> [SpeakingShare] {
    let (told, together) = airtime.sorted(by: key)
    let all = order.map { ($0.key as Key?, $0.title) } + [(nil, other)]
    let rows = all.compactMap { key, title in told[key].map { airtime.share(title, of: $0) } }
    return rows + rest(together, of: airtime)
  }

  /// Those who spoke longest first.
  private func byPerson(_ airtime: Airtime) -> [SpeakingShare] {
    let (told, together) = airtime.sorted(by: \.person, crowd: nil)
    let people = told.sorted { $0.key < $1.key }.map { id, turns in
      airtime.share(session.people[id]?.name ?? id.description, of: turns)
    }
    // Sorting keeps the order of the roll among equals.
    return people.sorted { $0.milliseconds > $1.milliseconds } + rest(together, of: airtime)
  }

  private func rest(
    _ together: [AttributionRule: [Turn]], of airtime: Airtime
  ) -> [SpeakingShare] {
    [
      (AttributionRule.chathamHouse, "Under the Chatham House Rule"),
      (.offTheRecord, "Off the record"),
    ]
    .compactMap { rule, title in together[rule].map { airtime.share(title, of: $0) } }
  }

  private func table(
    _ title: String, _ shares: [SpeakingShare], of airtime: Airtime
  ) -> Document.Block {
    let total = airtime.total
    let hasWords = airtime.hasWords
    let rows = (shares + [total]).map { share in
      let seconds = Int(share.milliseconds / 1000)
      let pace = share.wordsPerMinute.map(String.init) ?? notRecorded
      return [
        share.title, String(share.turns), String(seconds), clock(seconds),
        percent(share.milliseconds, of: total.milliseconds),
      ] + (hasWords ? [share.counted == 0 ? notRecorded : String(share.words), pace] : [])
    }
    let columns: [Document.Table.Column] = [
      .text(title), .figures("Turns"), .figures("Seconds"), .figures("Time"), .figures("Share"),
    ]
    return .table(
      Document.Table(
        columns + (hasWords ? [.figures("Words"), .figures("Words a minute")] : []), rows: rows))
  }

  private func chart(
    _ key: SpeakingKey, _ shares: [SpeakingShare], of airtime: Airtime
  ) -> Document.Block {
    let total = airtime.total.milliseconds
    let bars = shares.map { share in
      Document.Chart.Bar(
        share.title, share.milliseconds, of: max(1, total),
        figure:
          "\(clock(Int(share.milliseconds / 1000))), \(percent(share.milliseconds, of: total))")
    }
    return .chart(Document.Chart("Speaking time \(key.heading.lowercasedFirst)", .bars(bars)))
  }

  private func unheard(_ airtime: Airtime) -> [Document.Block] {
    guard airtime.isOpen else { return [] }
    let heard = Set(airtime.turns.compactMap { session.people[$0.person]?.group })
    let missing = StakeholderGroup.allCases.filter { !heard.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = missing.map(\.title).joined(separator: ", ")
    return [.paragraph("No turn is recorded for: \(names).")]
  }

  /// How much of the floor time moderators held.
  var moderation: Content {
    let airtime = Airtime(session.floor.turns, in: self)
    guard !airtime.isEmpty else { return .nothing }
    guard airtime.isOpen else {
      return .paragraph(
        "The moderators' share is not told: of some turns it may not be told who spoke.")
    }
    let moderators = airtime.turns.filter { turn in
      let roles = session.people[turn.person]?.roles ?? []
      return roles.contains(.moderator) || roles.contains(.onlineModerator)
    }
    guard !moderators.isEmpty else { return .nothing }
    let spoken = airtime.share("", of: moderators).milliseconds
    let share = percent(spoken, of: airtime.total.milliseconds)
    return .paragraph(
      "The moderators held the floor for \(clock(Int(spoken / 1000))), \(share) of it.")
  }

  /// Rounded half up.
  func percent(_ part: Int64, of whole: Int64) -> String {
    whole == 0 ? "0 %" : "\((part * 200 + whole) / (2 * whole)) %"
  }
}

extension SpeakingKey {
  fileprivate var heading: String {
    switch self {
    case .person: "By person"
    case .group: "By stakeholder group"
    case .region: "By region"
    case .gender: "By gender, as declared"
    case .channel: "By channel"
    case .segment: "By segment"
    }
  }

  fileprivate var column: String { rawValue.capitalizedFirst }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
