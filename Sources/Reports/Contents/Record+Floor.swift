import SessionModel

extension Record {
  /// Who spoke at all, and how often somebody spoke for the first time.
  ///
  /// Beside speakers who are named, turns under the Chatham House Rule are left out: counted with
  /// them, one more person would be one whom the list of names nearly tells.
  var firstTurns: Content {
    let kept = keptTurns
    let open = kept.filter { rule(of: $0) == .attributed }
    let isMixed = !open.isEmpty && open.count < kept.count
    let turns = isMixed ? open : kept
    guard !turns.isEmpty else { return .nothing }
    let isTold = !open.isEmpty
    func told(_ people: Int, _ text: String) -> String {
      isTold || people >= Self.crowd || people == 0 ? text : "fewer than \(Self.crowd)"
    }
    var spoken: [PersonID: Int] = [:]
    for turn in turns { spoken[turn.person, default: 0] += 1 }
    let once = spoken.values.count { $0 == 1 }
    let asked = turns.filter { $0.request != nil }
    let firsts = Set(
      turns.reversed().reduce(into: [PersonID: TurnID]()) { $0[$1.person] = $1.id }
        .values)
    let newcomers = asked.count { firsts.contains($0.id) }
    let share = percent(Int64(spoken.count), of: Int64(turns.count))
    let facts = Content.facts([
      Document.Fact("People who spoke", told(spoken.count, String(spoken.count))),
      Document.Fact(
        "First turns", told(spoken.count, "\(spoken.count) of \(turns.count), \(share)")),
      Document.Fact("Who spoke once", told(once, count(once, "person", "people"))),
      Document.Fact(
        "First turns after a raised hand",
        asked.isEmpty
          ? nil : told(newcomers, "\(newcomers) of \(count(asked.count, "turn"))")),
    ])
    return isMixed
      ? facts + .paragraph("Turns under the Chatham House Rule are not counted here.") : facts
  }

  /// How long raised hands waited, and which were passed over.
  var waiting: Content {
    let waits = keptTurns.compactMap { turn -> (channel: Channel, milliseconds: Int64)? in
      turn.waitedMilliseconds.map { (turn.channel, $0) }
    }
    let floor = session.floor
    guard !waits.isEmpty || !floor.passedOver.isEmpty || !floor.queue.isEmpty else {
      return .nothing
    }
    let times = waits.map(\.milliseconds).sorted()
    let reasons = PassedOver.Reason.allCases.compactMap { reason -> String? in
      let number = floor.passedOver.count { $0.reason == reason }
      return number == 0 ? nil : "\(number) \(reason.title)"
    }
    var blocks: [Document.Block] = [
      .facts([
        Document.Fact("Hands that got the floor", String(waits.count)),
        Document.Fact("Median wait", times.lowerMedian.map { clock(Int($0 / 1000)) }),
        Document.Fact("Longest wait", times.last.map { clock(Int($0 / 1000)) }),
        Document.Fact(
          "Passed over",
          floor.passedOver.isEmpty
            ? "0" : "\(floor.passedOver.count): " + reasons.joined(separator: ", ")),
        Document.Fact("Still waiting", String(floor.queue.count)),
      ])
    ]
    if !waits.isEmpty, keptTurns.allSatisfy({ rule(of: $0) == .attributed }) {
      let rows = Channel.allCases.compactMap { channel -> [String]? in
        let own = waits.filter { $0.channel == channel }.map(\.milliseconds).sorted()
        guard let longest = own.last, let median = own.lowerMedian else { return nil }
        return [
          channel.rawValue.capitalizedFirst, "\(own.count)", clock(Int(median / 1000)),
          clock(Int(longest / 1000)),
        ]
      }
      blocks.append(
        .table(
          Document.Table(
            [
              .text("Channel"), .figures("Hands"), .figures("Median wait"),
              .figures("Longest wait"),
            ],
            rows: rows)))
    }
    return Content(blocks: blocks)
  }

  /// Who spoke, by what they say of their gender.
  var gender: Content { speakingTime(by: [.gender]) }
}
