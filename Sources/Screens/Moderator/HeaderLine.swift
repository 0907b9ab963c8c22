import SessionModel
import TerminalUI

/// The first row of every screen at the table: what is live, and how its time goes.
///
/// It never moves.
struct HeaderLine {
  private let scene: Scene
  private let seatName: String?

  /// `seatName` stands at the right of a screen that is not the console.
  init(_ scene: Scene, seatName: String? = nil) {
    self.scene = scene
    self.seatName = seatName
  }

  func draw(on canvas: inout Canvas, in line: Rect) {
    let look = scene.look
    canvas.fill(line, style: look["header"])
    let plan = scene.session.plan
    var left = stage
    left.append(Span("  ", look["header"]))
    if let rule = scene.session.exceptionalRule {
      left.append(Span("\(look.glyphs.warning) \(rule.title.uppercased())  ", look["header.late"]))
    }
    if let asked = BeforeTheRoom(scene.session, at: scene.now), asked.objections > 0 {
      let text = "\(look.glyphs.warning) \(asked.objectionsText)  "
      left.append(Span(text, look["header.late"]))
    }
    if let call = scene.session.call(at: scene.now) {
      left.append(Span("\(look.glyphs.warning) \(call)  ", look["header.late"]))
    }
    if let number = plan.number { left.append(Span(number + "  ", look["header.title"])) }
    left.append(
      Span(plan.title.isEmpty ? "Untitled session" : plan.title, look["header.title"]))
    let gap = Span("   ", look["header"])
    var right: [Span] = []
    if let seatName { right += [Span(seatName, look["header.muted"]), gap] }
    if line.columns >= 100, let room = plan.room {
      right += [Span(room, look["header.muted"]), gap]
    }
    right += clocks(isShort: line.columns < 100)
    canvas.write(
      left, right: right, in: line.inset(columns: 1), gap: 3, ellipsis: look.glyphs.ellipsis)
  }

  private var stage: [Span] {
    let look = scene.look
    if scene.isReplay { return [Span("REPLAY", look["header.late"])] }
    return switch scene.session.stage {
    case .planned: [Span("PLANNED", look["header.muted"])]
    case .live: [Span("\(look.glyphs.live) LIVE", look["header.live"])]
    case .closed: [Span("CLOSED", look["header.muted"])]
    }
  }

  private func clocks(isShort: Bool) -> [Span] {
    let look = scene.look
    let plan = scene.session.plan
    let time = scene.session.stage == .live ? scene.now.at : plan.slot?.start ?? scene.now.at
    let zone = isShort ? "" : " \(plan.zone(at: time).name)"
    guard let forecast = scene.session.forecast(at: scene.now) else {
      // No clock while nothing runs: a table at rest costs nothing.
      guard let slot = plan.slot else { return [] }
      let start = CalendarTime(slot.start, offsetMinutes: slot.offsetMinutes)
      let day = isShort ? start.shortDateText : start.longDateText
      return [Span("\(day), \(start.clockText)\(zone)", look["header.muted"])]
        + otherClocks(at: slot.start)
    }
    var spans = [Span(plan.clockText(scene.now.at) + zone, look["header"])]
    spans += otherClocks(at: scene.now.at)
    spans.append(Span("   " + left(forecast, isShort), look["header.title"]))
    let late = forecast.lateSeconds
    if late >= 15 {
      let text = "\(look.glyphs.late) \(clockText(late)) late"
      spans.append(Span("   " + text, look["header.late"]))
    } else if late <= -15 {
      spans.append(Span("   \(clockText(-late)) early", look["header.muted"]))
    } else {
      spans.append(Span("   on time", look["header.muted"]))
    }
    return spans
  }

  private func otherClocks(at time: Timestamp) -> [Span] {
    scene.otherClocks(at: time).map { Span("   \($0)", scene.look["header.muted"]) }
  }

  private func left(_ forecast: Forecast, _ isShort: Bool) -> String {
    let seconds = forecast.leftSeconds
    guard seconds >= 0 else { return "\(clockText(-seconds)) over" }
    guard seconds >= 120 else { return "\(clockText(seconds)) left" }
    let minutes = (seconds + 59) / 60
    return isShort ? "\(minutes) left" : "\(minutes) min left"
  }
}

extension Session {
  /// What was called to this table: to a group by the plenary for three minutes, to the plenary
  /// by groups that want help until they are answered.
  func call(at now: Moment) -> String? {
    guard plan.breakout == nil else {
      guard let last = breakouts.signals.last(where: { $0.from == nil }), let sent = last.sent,
        now.at.seconds(since: sent) < 180
      else { return nil }
      return last.words
    }
    guard breakouts.isRunning else { return nil }
    let names = breakouts.all.filter { breakouts.wantsHelp($0.id) }.map(\.title)
    return names.isEmpty
      ? nil : names.joined(separator: ", ") + (names.count == 1 ? " needs help" : " need help")
  }

  /// The attribution rule that holds now and is not the one that was announced for the session.
  var exceptionalRule: AttributionRule? {
    stage == .live && attribution != plan.attribution ? attribution : nil
  }
}
