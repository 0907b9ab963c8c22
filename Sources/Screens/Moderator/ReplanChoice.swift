public import SessionModel
public import TerminalUI

/// What every way to re-plan would come to, side by side, and a key for each.
public struct ReplanChoice: Screen {
  public init() {}

  public var name: String { "the new plan" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 60, rows: 12) }

  public enum Action: Sendable {
    case take(Replan.Way), leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    Replan.Way.allCases.map { way in
      Binding([way.key], way.title, whyNot: whyNot(way, in: scene), action: .take(way))
    } + [Binding([.escape, "q", .control("c")], "leave it", priority: 9, action: .leave)]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .take(let way): .popThen([.ask(.agenda(.replan(way)))])
    case .leave: .pop
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  private func plan(_ way: Replan.Way, in scene: Scene) -> (plan: Replan?, whyNot: String?) {
    do throws(Refusal) {
      return (try scene.session.replanned(way, at: scene.now), nil)
    } catch {
      return (nil, error.sentence)
    }
  }

  private func whyNot(_ way: Replan.Way, in scene: Scene) -> String? {
    plan(way, in: scene).whyNot
  }

  private static let cell = 9

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let zone = scene.session.plan
    let forecast = scene.session.forecast(at: scene.now)
    let ways = Replan.Way.allCases
    let plans = ways.map { plan($0, in: scene) }
    let segments = plans.lazy.compactMap(\.plan).first?.steps.map(\.segment) ?? []
    let late = forecast?.lateSeconds ?? 0
    let content = canvas.drawPanel(
      late > 0 ? "Re-plan: \(clockText(late)) late" : "Re-plan: \(clockText(-late)) to spare",
      room: Size(columns: min(76, area.columns - 6), rows: segments.count + ways.count + 5),
      in: area, look: look)
    let shown = segments.prefix(max(0, content.rows - ways.count - 5))
    drawRow(
      "still to come", ["now"] + ways.map(\.rawValue), "heading", in: content.line(0), on: &canvas,
      look)
    for (index, id) in shown.enumerated() {
      let steps = plans.map { $0.plan?.steps.first { $0.segment == id } }
      let left = steps.lazy.compactMap(\.self).first?.left ?? 0
      let cells = zip(plans, steps).map { plan, step in
        plan.plan == nil ? "" : step?.seconds.map(minutesText) ?? "out"
      }
      drawRow(
        scene.session.agenda.segments[id]?.title ?? "", [minutesText(left)] + cells, "text",
        in: content.line(index + 1), on: &canvas, look)
    }
    let ends = plans.map { $0.plan.map { zone.clockText($0.end) } ?? "" }
    drawRow(
      "ends at", [forecast.map { zone.clockText($0.expectedEnd) } ?? ""] + ends, "accent",
      in: content.line(shown.count + 1), on: &canvas, look)
    if let forecast {
      canvas.write(
        "At the pace so far it ends at \(zone.clockText(forecast.pacedEnd)).",
        in: content.line(shown.count + 2), style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    for (index, way) in ways.enumerated() {
      let isOpen = plans[index].plan != nil
      canvas.write(
        [
          Span(" \(way.key.label)  ", look.style(isOpen ? "dialog.key" : "muted", on: "dialog")),
          Span(way.title, look.style(isOpen ? "text" : "muted", on: "dialog")),
          Span("  " + (plans[index].whyNot ?? ""), look.style("muted", on: "dialog")),
        ], in: content.line(shown.count + 4 + index), ellipsis: look.glyphs.ellipsis)
    }
    canvas.cursor = Point(column: content.column, row: content.row)
  }

  private func drawRow(
    _ label: String, _ cells: [String], _ role: Role, in line: Rect, on canvas: inout Canvas,
    _ look: Look
  ) {
    let (left, right) = line.split(left: line.columns - cells.count * Self.cell)
    canvas.write(
      label, in: left.trimmedRight(1), style: look.style(role, on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    var rest = right
    for (index, cell) in cells.enumerated() {
      let (place, others) = rest.split(left: Self.cell)
      let isQuiet = role == "text" && (index == 0 || cell == "out")
      canvas.write(
        cell, in: place, style: look.style(isQuiet ? "muted" : role, on: "dialog"), align: .right)
      rest = others
    }
  }
}

extension Replan.Way {
  fileprivate var key: Key {
    switch self {
    case .shrink: "s"
    case .drop: "d"
    case .move: "m"
    case .extend: "e"
    }
  }
}
