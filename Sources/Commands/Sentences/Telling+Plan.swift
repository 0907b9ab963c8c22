import SessionModel

extension Telling {
  func sentence(of event: PlanEvent) -> String {
    switch event {
    case .changed(let field): sentence(of: field)
    case .added(.outcome(let text)): "Expected outcome: \(text)"
    case .added(.goal(let code, let reason)): "SDG \(code)" + (reason.map { ": \($0)" } ?? "")
    case .added(.document(let title, let link)):
      "Document: \(title)" + (link.map { ", \($0)" } ?? "")
    case .added(.deadline(let text, let day)): "Deadline: \(text)" + (day.map { ", \($0)" } ?? "")
    case .dropped(let list, let place): "The \(list.rawValue) at place \(place) is dropped"
    case .questionAdded(let id, let text, _): "Question \(id): \(text)"
    case .questionChanged(let id, .some(let text), _): "Question \(id) now reads: \(text)"
    case .questionChanged(let id, .none, .some(let short)): "Question \(id) in short: \(short)"
    case .questionChanged(let id, .none, .none): "Question \(id) stays as it is"
    case .partAdded(let id, let text): "A part of question \(id): \(text)"
    case .questionMoved(let id, let place): "Question \(id) is now number \(place)"
    case .questionRemoved(let id): "Question \(heading(of: id)) is struck"
    }
  }

  private func sentence(of field: PlanField) -> String {
    switch field {
    case .title(let title): "The title is '\(title)'"
    case .number(let number): fact("number", number)
    case .series(let series): fact("series", series)
    case .programme(let programme):
      fact("programme", programme.map { "\($0.title), part \($0.part) of \($0.parts)" })
    case .breakout(let origin):
      origin.map { origin in
        "A breakout group: \(origin.group) of '\(origin.session)'"
          + (origin.seconds.map { ", which gives it \($0.clock)" } ?? "")
      }
        ?? "No longer a breakout group"
    case .slot(let slot): fact("slot", slot?.text)
    case .room(let room): fact("room", room)
    case .format(let format): fact("format", format?.text)
    case .description(let text): fact("description", text)
    case .attribution(let rule): fact("attribution rule", rule.title)
    case .languages(let all): fact("languages", all.isEmpty ? nil : all.joined(separator: ", "))
    case .interpretation(let all):
      fact("interpretation", all.isEmpty ? nil : all.joined(separator: ", "))
    }
  }

  private func fact(_ name: String, _ value: String?) -> String {
    value.map { "Now the \(name): \($0)" } ?? "Taken away: the \(name)"
  }
}

extension Slot {
  /// As the programme's zone shows it: `Tue 7 Dec 2021 17:30-18:30 CET`.
  fileprivate var text: String {
    let from = CalendarTime(start, offsetMinutes: offsetMinutes)
    let later = clock(at: end)
    let to = CalendarTime(end, offsetMinutes: later.offsetMinutes)
    return "\(from.longDateText) \(from.clockText)-\(to.clockText) \(zone)"
      + (later.zone == zone ? "" : ", then \(later.zone)")
  }
}

extension Format {
  /// As published: `Round Table - Circle - 60 Min`.
  fileprivate var text: String {
    [kind, layout, minutes.map { "\($0) Min" }].compactMap(\.self).joined(separator: " - ")
  }
}
