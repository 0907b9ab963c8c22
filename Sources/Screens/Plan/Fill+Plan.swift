import Commands
import SessionModel
import TerminalUI

extension Fill {
  /// Asks for a segment of the agenda: a new one, or what is to change of one.
  static func segment(_ known: Segment?, in session: Session) -> Fill {
    let kinds = Segment.Kind.allCases
    let kind = known?.kind ?? (session.agenda.order.isEmpty ? .opening : .discussion)
    return Fill(
      "a segment", known == nil ? "add it" : "change it", group: "Plan",
      FormDialog(
        known == nil ? "New segment" : "Segment",
        fields: [
          .init(
            "title", "Title", text: known?.title ?? "", hint: "as the agenda calls it",
            isRequired: true),
          .init(
            "length", "Length", text: known.map { Length.text(of: $0.plannedSeconds) } ?? "",
            hint: "minutes, or 1h30m", isRequired: true),
          .init(
            "kind", "Kind", choices: kinds.map(\.title),
            selected: kinds.firstIndex(of: kind) ?? 0),
        ])
    ) { values in
      guard let seconds = Length.seconds(of: values["length"] ?? ""), seconds > 0 else {
        return [.say("'\(values["length"] ?? "")' is no length: 10, 90s or 1h30m", .refusal)]
      }
      let kind = kinds.first { $0.title == values["kind"] } ?? kind
      let title = values["title"] ?? ""
      guard let known else {
        return [
          .ask(
            .agenda(.add(title: title, kind: kind, seconds: seconds, details: SegmentDetails())))
        ]
      }
      var details = SegmentDetails()
      if title != known.title { details.title = title }
      if kind != known.kind { details.kind = kind }
      if seconds != known.plannedSeconds { details.seconds = seconds }
      return details.isEmpty ? [] : [.ask(.agenda(.change(known.id, details)))]
    }
  }

  /// Asks for a policy question: a new one, or what is to change of one.
  static func question(_ known: Question?) -> Fill {
    Fill(
      "a policy question", known == nil ? "add it" : "change it", group: "Plan",
      FormDialog(
        known == nil ? "New policy question" : "Policy question",
        fields: [
          .init("text", "Question", text: known?.text ?? "", isRequired: true),
          .init("short", "In short", text: known?.short ?? "", hint: "for narrow screens"),
        ])
    ) { values in
      let text = values["text"] ?? ""
      let short = values["short"].flatMap { $0.isEmpty ? nil : $0 }
      guard let known else { return [.ask(.plan(.addQuestion(text: text, short: short)))] }
      let newText = text == known.text ? nil : text
      let newShort = short == known.short ? nil : short
      guard newText != nil || newShort != nil else { return [] }
      return [.ask(.plan(.changeQuestion(known.id, text: newText, short: newShort)))]
    }
  }

  /// Asks for what a programme says of a session, beside its time.
  static func facts(of plan: Plan) -> Fill {
    Fill(
      "title, room and format", "keep it", group: "Plan",
      FormDialog(
        "The session",
        fields: [
          .init("title", "Title", text: plan.title, isRequired: true),
          .init("number", "Number", text: plan.number ?? "", hint: "WS #204"),
          .init("room", "Room", text: plan.room ?? ""),
          .init("format", "Format", text: plan.format?.kind ?? "", hint: "Round Table"),
          .init("layout", "Seating", text: plan.format?.layout ?? "", hint: "Circle"),
        ])
    ) { values in
      func value(_ id: String) -> String? { values[id].flatMap { $0.isEmpty ? nil : $0 } }
      var fields: [PlanField] = []
      if let title = value("title"), title != plan.title { fields.append(.title(to: title)) }
      if value("number") != plan.number { fields.append(.number(to: value("number"))) }
      if value("room") != plan.room { fields.append(.room(to: value("room"))) }
      if value("format") != plan.format?.kind || value("layout") != plan.format?.layout {
        let kind = value("format") ?? (value("layout") == nil ? nil : "Round Table")
        fields.append(
          .format(
            to: kind.map {
              Format(kind: $0, layout: value("layout"), minutes: plan.format?.minutes)
            }))
      }
      return fields.map { .ask(.plan(.set($0))) }
    }
  }

  /// Asks when a session is held.
  static func slot(of plan: Plan, at now: Timestamp) -> Fill {
    let known = plan.slot
    let zone = plan.zone(at: now)
    let offset = known?.offsetMinutes ?? zone.offsetMinutes
    let start = known.map { CalendarTime($0.start, offsetMinutes: $0.offsetMinutes) }
    let today = CalendarTime(now, offsetMinutes: offset)
    return Fill(
      "day and time", "keep it", group: "Plan",
      FormDialog(
        "When is it held?", note: "The offset is that of the zone on that day: +01:00.",
        fields: [
          .init("day", "Day", text: (start ?? today).dateText, isRequired: true),
          .init("start", "Starts", text: start?.clockText ?? "", hint: "15:00", isRequired: true),
          .init(
            "length", "Length",
            text: known.map { Length.text(of: $0.end.seconds(since: $0.start)) } ?? "",
            hint: "minutes, or 1h30m", isRequired: true),
          .init("zone", "Zone", text: known?.zone ?? zone.name, isRequired: true),
          .init("offset", "Offset", text: offsetText(offset), isRequired: true),
        ])
    ) { values in
      func value(_ id: String) -> String { values[id] ?? "" }
      let written = "\(value("day"))T\(value("start"))\(value("offset"))"
      guard let start = Timestamp(written) else {
        return [.say("'\(written)' is no time such as 2026-11-30T15:00+01:00", .refusal)]
      }
      guard let seconds = Length.seconds(of: value("length")), seconds > 0 else {
        return [.say("'\(value("length"))' is no length: 60, or 1h30m", .refusal)]
      }
      let zone = value("zone")
      guard !zone.contains(where: \.isWhitespace) else {
        return [.say("'\(zone)' is no zone such as UTC or CET", .refusal)]
      }
      let slot = Slot(
        start: start, end: start.advanced(by: seconds), zone: zone,
        offsetMinutes: minutes(ofOffset: value("offset")))
      return [.ask(.plan(.set(.slot(to: slot))))]
    }
  }

  private static func offsetText(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
  }

  /// Minutes east of UTC in `+01:00` or `Z`, which a time was read with already.
  private static func minutes(ofOffset text: String) -> Int {
    let digits = text.dropFirst().filter(\.isNumber).compactMap(\.wholeNumberValue)
    guard digits.count == 4 else { return 0 }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    return text.hasPrefix("-") ? -minutes : minutes
  }
}
