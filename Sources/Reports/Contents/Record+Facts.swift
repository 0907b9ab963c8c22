import SessionModel

extension Record {
  /// What was published of the session, and when it was held.
  var facts: Document.Section {
    let plan = session.plan
    var facts = [
      Document.Fact("Number", plan.number),
      Document.Fact("Series", plan.series),
    ]
    if let programme = plan.programme {
      let place = "part \(programme.part) of \(programme.parts)"
      facts.append(Document.Fact("Programme", "\(programme.title), \(place)"))
    }
    facts += [
      Document.Fact("Date", slotText),
      Document.Fact("Held", heldText),
      Document.Fact("Room", plan.room),
      Document.Fact("Format", plan.format.map(text)),
      Document.Fact("Attribution", plan.attribution.title),
      Document.Fact("Participation", participationText),
    ]
    return Document.Section("Session", [.facts(facts)])
  }

  private var slotText: String? {
    session.plan.slot.map { slot in
      let start = calendar(slot.start)
      return "\(start.longDateText), \(start.clockText) to \(calendar(slot.end).clockText) "
        + slot.zone
    }
  }

  private var heldText: String? {
    guard let opened = session.agenda.opened else { return nil }
    let start = calendar(opened.at)
    let from = "\(start.longDateText), \(start.timeText)"
    guard let closed = session.agenda.closed else { return "from \(from), still open" }
    return "\(from) to \(calendar(closed.at).timeText)"
  }

  private func text(of format: Format) -> String {
    [format.kind, format.layout, format.minutes.map { "\($0) minutes" }]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// As counted; else as marked on the roll, where anybody is.
  private var participationText: String? {
    let people = session.people
    let heads =
      "\(people.present(on: .room)) in the room, \(people.present(on: .online)) online"
    if people.headcount != nil { return heads + ", counted" }
    return people.presentCount == 0 ? nil : heads + ", as marked on the roll"
  }
}
