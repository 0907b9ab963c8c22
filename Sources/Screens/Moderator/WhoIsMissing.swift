import SessionModel
public import TerminalUI

/// Who has not been heard: groups, regions, channels, people, and who said nothing to a question.
public struct WhoIsMissing: Screen {
  public init() {}

  public var name: String { "who is missing" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 40, rows: 10) }

  public enum Action: Sendable {
    case stage, leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding(
        ["v"], scene.session.floor.showsMissing ? "hide on the stage" : "show on the stage",
        priority: 9, action: .stage),
      Binding([.escape, .enter, "W", "q", .control("c")], "back", priority: 8, action: .leave),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .stage: .ask(.floor(.set(.missing(to: !scene.session.floor.showsMissing))))
    case .leave: .pop
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let lines = MissingLines(scene).lines
    let labelColumns = 12
    let columns = min(72, area.columns - 6)
    var rows: [(label: String, text: Substring)] = []
    for line in lines {
      for (index, text) in line.text.wrapped(to: columns - labelColumns).prefix(3).enumerated() {
        rows.append((index == 0 ? line.label : "", text))
      }
    }
    let content = canvas.drawPanel(
      "Who is missing?", room: Size(columns: columns, rows: max(1, rows.count) + 2), in: area,
      look: look)
    if rows.isEmpty {
      canvas.write(
        "Everybody has been heard", in: content.line(0), style: look.style("good", on: "dialog"))
    }
    for (index, row) in rows.prefix(content.rows - 2).enumerated() {
      let (label, text) = content.line(index).split(left: labelColumns)
      canvas.write(row.label, in: label, style: look.style("heading", on: "dialog"))
      canvas.write(
        String(row.text), in: text, style: look.style("text", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    let shown =
      scene.session.floor.showsMissing ? "v hides it on the stage" : "v shows it on the stage"
    canvas.write(
      "\(shown)   Esc goes back", in: content.line(content.rows - 1),
      style: look.style("muted", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    canvas.cursor = Point(column: content.column, row: content.row)
  }
}

/// What is said of those who have not been heard, a line for each kind.
struct MissingLines {
  let lines: [(label: String, text: String)]

  /// Names of people are told only where `hasNames` says so.
  init(_ scene: Scene, hasNames: Bool = true) {
    let session = scene.session
    let missing = session.missing(after: scene.hearing)
    var lines: [(String, String)] = []
    if !missing.groups.isEmpty {
      lines.append(("Groups", missing.groups.map(\.title).joined(separator: ", ")))
    }
    if !missing.regions.isEmpty {
      lines.append(("Regions", missing.regions.map(\.title).joined(separator: ", ")))
    }
    if !missing.channels.isEmpty {
      let names = missing.channels.map { $0 == .room ? "the room" : "online" }
      lines.append(("Channels", names.joined(separator: ", ")))
    }
    for unanswered in missing.unanswered {
      let number = session.plan.number(of: unanswered.question).map { "Question \($0)" }
      lines.append(
        (
          number ?? "Question",
          "nothing from " + unanswered.groups.map(\.short).joined(separator: ", ")
        ))
    }
    if !missing.people.isEmpty {
      let names = missing.people.prefix(12).map { session.people[$0]?.name ?? $0.description }
      let rest = missing.people.count - names.count
      let text = names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
      lines.append(
        (
          "First time",
          hasNames ? text : "\(counted(missing.people.count, "person", "people")) here"
        ))
    }
    self.lines = lines
  }
}
