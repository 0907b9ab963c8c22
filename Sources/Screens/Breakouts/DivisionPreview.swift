import SessionModel
import TerminalUI

/// The groups that would be made, side by side, before they are.
struct DivisionPreview: Screen {
  private var count: Int
  private var seed = 1
  /// What would come of it; worked out when something is pressed, not when it is drawn.
  private var drawn: Division?
  private var whyNot: String?

  init(in scene: Scene) {
    // Eight people in a group talk; more listen.
    count = max(2, (scene.session.divisible.count + 7) / 8)
    draw(in: scene)
  }

  var name: String { "the groups to come" }
  var chrome: Chrome { .overlay }
  var needs: Size { Size(columns: 60, rows: 12) }

  enum Action: Sendable {
    case take, more, fewer, again, leave
  }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "make them", priority: 9, whyNot: whyNot, action: .take),
      Binding(["+", .right], "one more", priority: 8, action: .more),
      Binding(
        ["-", .left], "one fewer", priority: 7,
        whyNot: count <= 2 ? "Two groups are the fewest" : nil, action: .fewer),
      Binding(["r"], "draw again", priority: 6, whyNot: whyNot, action: .again),
      Binding([.escape, "q", .control("c")], "leave it", priority: 5, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .take:
      return .popThen([.ask(.breakout(.divide(groups: count, size: nil, seed: seed)))])
    case .leave: return .pop
    case .more: count += 1
    case .fewer: count -= 1
    case .again: seed += 1
    }
    draw(in: scene)
    return .none
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  private mutating func draw(in scene: Scene) {
    do throws(Refusal) {
      drawn = try scene.session.division(groups: count, size: nil, seed: seed)
      whyNot = nil
    } catch {
      drawn = nil
      whyNot = error.sentence
    }
  }

  // MARK: Drawing

  private static let cell = 5

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let people = scene.session.people
    let groups = (drawn?.groups ?? []).map { $0.compactMap { people[$0] } }
    let all = groups.flatMap(\.self)
    var rows: [(label: String, counts: [Int])] = [("people", groups.map(\.count))]
    for group in StakeholderGroup.allCases where all.contains(where: { $0.group == group }) {
      rows.append((group.title, groups.map { $0.count { $0.group == group } }))
    }
    for region in Region.allCases where all.contains(where: { $0.region == region }) {
      rows.append((region.title, groups.map { $0.count { $0.region == region } }))
    }
    for channel in Channel.allCases where all.contains(where: { $0.channel == channel }) {
      rows.append(
        (
          channel == .room ? "in the room" : "online",
          groups.map { $0.count { $0.channel == channel } }
        ))
    }
    let columns = min(area.columns - 6, 34 + Self.cell * max(4, groups.count))
    let content = canvas.drawPanel(
      "\(counted(count, "group")) of \(counted(all.count, "person", "people"))",
      room: Size(columns: columns, rows: rows.count + 4), in: area, look: look)
    guard whyNot == nil else {
      canvas.write(
        whyNot ?? "", in: content.line(0), style: look.style("bad", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
      return drawKeys(on: &canvas, in: content, look)
    }
    drawRow(
      "", groups.indices.map { "\($0 + 1)" }, "heading", in: content.line(0), on: &canvas, look)
    for (index, row) in rows.prefix(max(0, content.rows - 3)).enumerated() {
      let isEven = (row.counts.max() ?? 0) - (row.counts.min() ?? 0) <= 1
      drawRow(
        row.label, row.counts.map { "\($0)" }, isEven ? "text" : "warn",
        in: content.line(index + 1), on: &canvas, look)
    }
    drawKeys(on: &canvas, in: content, look)
  }

  private func drawKeys(on canvas: inout Canvas, in content: Rect, _ look: Look) {
    canvas.write(
      "+ - how many   r draw again   Enter makes them   Esc leaves it",
      in: content.line(content.rows - 1), style: look.style("muted", on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    canvas.cursor = Point(column: content.column, row: content.row)
  }

  private func drawRow(
    _ label: String, _ cells: [String], _ role: Role, in line: Rect, on canvas: inout Canvas,
    _ look: Look
  ) {
    let room = max(0, line.columns - 14) / Self.cell
    let shown = cells.prefix(room)
    let (left, right) = line.split(left: line.columns - shown.count * Self.cell)
    canvas.write(
      label, in: left.trimmedRight(1), style: look.style(role, on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    var rest = right
    for cell in shown {
      let (place, others) = rest.split(left: Self.cell)
      canvas.write(cell, in: place, style: look.style(role, on: "dialog"), align: .right)
      rest = others
    }
  }
}
