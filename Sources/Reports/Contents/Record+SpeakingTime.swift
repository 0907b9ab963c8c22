import SessionModel

extension Record {
  /// Floor time by stakeholder group, by channel and by person.
  var speakingTime: Document.Section {
    let airtime = Airtime(session.floor.turns, in: self)
    guard !airtime.isEmpty else {
      return Document.Section("Speaking time", [.paragraph(notRecorded.capitalizedFirst + ".")])
    }
    return Document.Section(
      "Speaking time", moderation(airtime),
      sections: [
        Document.Section(
          "By stakeholder group",
          [table("Group", byGroup(airtime), of: airtime)]
            + unheard(airtime)),
        Document.Section("By channel", [table("Channel", byChannel(airtime), of: airtime)]),
        Document.Section("By person", [table("Person", byPerson(airtime), of: airtime)]),
      ])
  }

  private func byGroup(_ airtime: Airtime) -> [Airtime.Share] {
    let (told, together) = airtime.sorted { session.people[$0.person]?.group }
    let order: [StakeholderGroup?] = StakeholderGroup.allCases + [nil]
    let rows = order.compactMap { group in
      told[group].map { airtime.share(group?.title ?? "Group \(notRecorded)", of: $0) }
    }
    return rows + rest(together, of: airtime)
  }

  private func byChannel(_ airtime: Airtime) -> [Airtime.Share] {
    let (told, together) = airtime.sorted(by: \.channel)
    let rows = Channel.allCases.compactMap { channel in
      told[channel].map { airtime.share(channel.rawValue.capitalizedFirst, of: $0) }
    }
    return rows + rest(together, of: airtime)
  }

  /// Those who spoke longest first.
  private func byPerson(_ airtime: Airtime) -> [Airtime.Share] {
    let (told, together) = airtime.sorted(by: \.person, crowd: nil)
    let people = told.sorted { $0.key < $1.key }.map { id, turns in
      airtime.share(session.people[id]?.name ?? id.description, of: turns)
    }
    // Sorting keeps the order of the roll among equals.
    return people.sorted { $0.milliseconds > $1.milliseconds } + rest(together, of: airtime)
  }

  private func rest(
    _ together: [AttributionRule: [Turn]], of airtime: Airtime
  ) -> [Airtime.Share] {
    [
      (AttributionRule.chathamHouse, "Under the Chatham House Rule"),
      (.offTheRecord, "Off the record"),
    ]
    .compactMap { rule, title in together[rule].map { airtime.share(title, of: $0) } }
  }

  private func table(
    _ title: String, _ shares: [Airtime.Share], of airtime: Airtime
  ) -> Document.Block {
    let total = airtime.total
    let rows = (shares + [total]).map { share in
      let seconds = Int(share.milliseconds / 1000)
      return [
        share.title, String(share.turns), String(seconds), clock(seconds),
        percent(share.milliseconds, of: total.milliseconds),
      ]
    }
    return .table(
      Document.Table(
        [
          .text(title), .figures("Turns"), .figures("Seconds"), .figures("Time"), .figures("Share"),
        ],
        rows: rows))
  }

  private func unheard(_ airtime: Airtime) -> [Document.Block] {
    guard airtime.isOpen else { return [] }
    let heard = Set(airtime.turns.compactMap { session.people[$0.person]?.group })
    let missing = StakeholderGroup.allCases.filter { !heard.contains($0) }
    guard !missing.isEmpty else { return [] }
    let names = missing.map(\.title).joined(separator: ", ")
    return [.paragraph("No turn is recorded for: \(names).")]
  }

  private func moderation(_ airtime: Airtime) -> [Document.Block] {
    guard airtime.isOpen else { return [] }
    let moderators = airtime.turns.filter { turn in
      let roles = session.people[turn.person]?.roles ?? []
      return roles.contains(.moderator) || roles.contains(.onlineModerator)
    }
    guard !moderators.isEmpty else { return [] }
    let spoken = airtime.share("", of: moderators).milliseconds
    let share = percent(spoken, of: airtime.total.milliseconds)
    return [
      .paragraph("The moderators held the floor for \(clock(Int(spoken / 1000))), \(share) of it.")
    ]
  }

  /// Rounded half up.
  private func percent(_ part: Int64, of whole: Int64) -> String {
    whole == 0 ? "0 %" : "\((part * 200 + whole) / (2 * whole)) %"
  }
}
