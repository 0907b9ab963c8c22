import SessionModel
public import TerminalUI

/// What is planned: when and where, the segments of the agenda, the policy questions.
public struct PlanDesk: Screen {
  private var segments = ListView<SegmentID>()
  private var questions = ListView<QuestionID>()
  private var isAtQuestions = false

  public init() {}

  public var name: String { "the plan" }

  public enum Action: Sendable {
    case change, addSegment, addQuestion, facts, slot, moveUp, moveDown, remove, turn
    case undo, redo, back
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    let group = "Plan"
    let place = place(in: scene)
    let none = isAtQuestions ? "There is no question yet" : "There is no segment yet"
    let nothing = place == nil ? none : nil
    return [
      Binding(["s"], "new segment", group: group, priority: 80, action: .addSegment),
      Binding(["a"], "new question", group: group, priority: 79, action: .addQuestion),
      Binding([.enter], "change", group: group, priority: 70, whyNot: nothing, action: .change),
      Binding(["t"], "title, room, format", group: group, priority: 60, action: .facts),
      Binding(["d"], "day and time", group: group, priority: 59, action: .slot),
      Binding(
        ["K"], "one place up", group: group, priority: 20,
        whyNot: nothing ?? (place == 0 ? "This one is first" : nil), action: .moveUp),
      Binding(
        ["J"], "one place down", group: group, priority: 19,
        whyNot: nothing ?? (place == count(in: scene) - 1 ? "This one is last" : nil),
        action: .moveDown),
      Binding(["x"], "take out", group: group, priority: 18, whyNot: nothing, action: .remove),
      Binding(
        [.tab, .backTab], isAtQuestions ? "segments" : "questions", group: group, priority: 30,
        action: .turn),
      Binding(["z", "u"], "undo", group: "Undo and redo", priority: 10, action: .undo),
      Binding(["Z"], "redo", group: "Undo and redo", action: .redo),
      Binding(["q", .escape], "back", group: group, priority: 50, action: .back),
    ]
  }

  public func hintDetails(in scene: Scene) -> [Int]? {
    [isAtQuestions ? 1 : 0, place(in: scene) ?? -1, count(in: scene)]
  }

  private func count(in scene: Scene) -> Int {
    isAtQuestions
      ? scene.session.plan.questionOrder.count : scene.session.agenda.order.count
  }

  private func place(in scene: Scene) -> Int? {
    isAtQuestions
      ? questions.index(in: scene.session.plan.questionOrder)
      : segments.index(in: scene.session.agenda.order)
  }

  private func segment(in scene: Scene) -> Segment? {
    segments.selection(in: scene.session.agenda.order).flatMap { scene.session.agenda.segments[$0] }
  }

  private func question(in scene: Scene) -> Question? {
    questions.selection(in: scene.session.plan.questionOrder)
      .flatMap { scene.session.plan.questions[$0] }
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .back: return .pop
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .addSegment: return .push(Fill.segment(nil, in: scene.session))
    case .addQuestion: return .push(Fill.question(nil))
    case .facts: return .push(Fill.facts(of: scene.session.plan))
    case .slot: return .push(Fill.slot(of: scene.session.plan, at: scene.now.at))
    case .turn:
      isAtQuestions.toggle()
      return .none
    case .change:
      return isAtQuestions
        ? question(in: scene).map { .push(Fill.question($0)) } ?? .none
        : segment(in: scene).map { .push(Fill.segment($0, in: scene.session)) } ?? .none
    case .moveUp: return move(by: -1, in: scene)
    case .moveDown: return move(by: 1, in: scene)
    case .remove:
      return isAtQuestions
        ? question(in: scene).map { .ask(.plan(.removeQuestion($0.id))) } ?? .none
        : segment(in: scene).map { .ask(.agenda(.remove($0.id))) } ?? .none
    }
  }

  /// The selection goes along with what is moved.
  private mutating func move(by step: Int, in scene: Scene) -> Effect {
    guard let place = place(in: scene) else { return .none }
    if isAtQuestions, let question = question(in: scene) {
      questions.select(question.id)
      return .ask(.plan(.moveQuestion(question.id, to: place + step + 1)))
    }
    guard let segment = segment(in: scene) else { return .none }
    segments.select(segment.id)
    return .ask(.agenda(.move(segment.id, to: place + step + 1)))
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    guard case .key(let key) = input, !["/", "G", "g"].contains(key) else { return nil }
    let isMoved =
      isAtQuestions
      ? questions.handle(key, items: scene.session.plan.questionOrder)
      : segments.handle(key, items: scene.session.agenda.order)
    return isMoved ? Effect.none : nil
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if segments.click(target.name, prefix: "segment", items: scene.session.agenda.order) {
      isAtQuestions = false
    } else if questions.click(
      target.name, prefix: "question", items: scene.session.plan.questionOrder)
    {
      isAtQuestions = true
    }
    return .none
  }

  public mutating func settle(in scene: Scene) {
    let area = Rect(
      column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    let layout = Layout(area)
    segments.settle(rows: layout.segments.rows, items: scene.session.agenda.order)
    let items = scene.session.plan.questionOrder
    let heights = items.map { height(of: $0, in: layout.questions, scene) }
    questions.settle(rows: layout.questions.rows, items: items) { heights[$0] }
  }

  // MARK: Drawing

  private struct Layout {
    var facts: Rect
    var left: Rect
    var right: Rect

    init(_ area: Rect) {
      var rest = area.split(top: 2).rest.inset(columns: 1)
      facts = rest.take(3)
      (left, right) = rest.split(left: rest.columns * 50 / 100, gap: 3)
    }

    /// Below the heading; the last row says how much is planned.
    var segments: Rect {
      left.split(top: 2).rest.split(top: max(0, left.rows - 3)).top
    }
    var questions: Rect { right.split(top: 2).rest }
  }

  private func lines(of id: QuestionID, in area: Rect, _ scene: Scene) -> [String] {
    guard let question = scene.session.plan.questions[id] else { return [] }
    return question.text.lines(
      in: max(1, area.columns - 3), limit: 4, ellipsis: scene.look.glyphs.ellipsis)
  }

  /// A question, how many parts it has, and a free row.
  private func height(of id: QuestionID, in area: Rect, _ scene: Scene) -> Int {
    let parts = scene.session.plan.questions[id]?.parts.count ?? 0
    return lines(of: id, in: area, scene).count + (parts > 0 ? 1 : 0) + 1
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    HeaderLine(scene).draw(on: &canvas, in: area.line(0))
    let layout = Layout(area)
    drawFacts(on: &canvas, in: layout.facts, scene)
    drawAgenda(on: &canvas, in: layout, scene)
    canvas.drawDivider(
      in: Rect(
        column: layout.left.endColumn + 1, row: layout.left.row, columns: 1,
        rows: layout.left.rows), look: look)
    drawQuestions(on: &canvas, in: layout, scene)
  }

  private func drawFacts(on canvas: inout Canvas, in area: Rect, _ scene: Scene) {
    let look = scene.look
    let plan = scene.session.plan
    let title = [plan.number, plan.title].compactMap(\.self).joined(separator: "  ")
    canvas.write(
      title.isEmpty ? "no title yet; t gives one" : title, in: area.line(0),
      style: look[title.isEmpty ? "muted" : "strong"], ellipsis: look.glyphs.ellipsis)
    let time = plan.slot.map { "\($0.dayText), \($0.timesText)" }
    let format = [plan.format?.kind, plan.format?.layout].compactMap(\.self)
    let facts: [String?] = [
      time ?? "no day yet; d gives one", plan.room ?? "no room yet",
      format.isEmpty ? nil : format.joined(separator: ", "),
    ]
    canvas.write(
      facts.compactMap(\.self).joined(separator: " \(look.glyphs.dot) "), in: area.line(1),
      style: look["muted"], ellipsis: look.glyphs.ellipsis)
  }

  private func drawAgenda(on canvas: inout Canvas, in layout: Layout, _ scene: Scene) {
    let look = scene.look
    let agenda = scene.session.agenda
    canvas.write("AGENDA", in: layout.left.line(0), style: look["heading"])
    segments.draw(
      on: &canvas, in: layout.segments, look: look, items: agenda.order, prefix: "segment",
      hasFocus: !isAtQuestions, bar: isAtQuestions ? nil : .words,
      empty: "no segment yet; s adds one"
    ) { canvas, row, id in
      guard let segment = agenda.segments[id] else { return }
      let line = row.rect.line(0)
      // In half of a small screen the title needs the room; Enter tells the kind.
      let kindColumns = line.columns >= 44 ? 12 : 0
      let (title, rest) = line.split(left: line.columns - kindColumns - 9, gap: 1)
      let (kind, minutes) = rest.split(left: kindColumns)
      canvas.write(
        [row.span("\(row.index + 1)  ", "accent"), row.span(segment.title, "text")], in: title,
        ellipsis: look.glyphs.ellipsis)
      canvas.write(
        segment.kind.title, in: kind, style: row.style("muted"), ellipsis: look.glyphs.ellipsis)
      canvas.write(
        minutesOnly(segment.plannedSeconds), in: minutes, style: row.style("text"), align: .right)
    }
    drawSum(on: &canvas, in: layout.left.line(layout.left.rows - 1), scene)
  }

  /// `55 of 60 minutes planned`, amber where they differ.
  private func drawSum(on canvas: inout Canvas, in line: Rect, _ scene: Scene) {
    let look = scene.look
    let planned = scene.session.agenda.ordered.reduce(0) { $0 + $1.plannedSeconds }
    guard planned > 0 else { return }
    let slot = scene.session.plan.plannedSeconds
    let text =
      slot.map { slot in
        planned % 60 == 0 && slot % 60 == 0
          ? "\(planned / 60) of \(minutesOnly(slot)) planned"
          : "\(minutesOnly(planned)) of \(minutesOnly(slot)) planned"
      }
      ?? "\(minutesOnly(planned)) planned"
    let isOff = slot.map { $0 != planned } ?? false
    canvas.write(
      text, in: line, style: look[isOff ? "warn" : "muted"], align: .right,
      ellipsis: look.glyphs.ellipsis)
  }

  private func minutesOnly(_ seconds: Int) -> String {
    seconds % 60 == 0 ? "\(seconds / 60) min" : clockText(seconds)
  }

  private func drawQuestions(on canvas: inout Canvas, in layout: Layout, _ scene: Scene) {
    let look = scene.look
    let plan = scene.session.plan
    canvas.write("POLICY QUESTIONS", in: layout.right.line(0), style: look["heading"])
    questions.draw(
      on: &canvas, in: layout.questions, look: look, items: plan.questionOrder,
      prefix: "question", hasFocus: isAtQuestions, bar: isAtQuestions ? .words : nil,
      empty: "no question yet; a adds one",
      height: { height(of: $0, in: layout.questions, scene) }
    ) { canvas, row, id in
      let lines = lines(of: id, in: layout.questions, scene)
      canvas.write("\(row.index + 1)", in: row.rect, style: row.style("accent"))
      let text = row.rect.split(left: 3).rest
      canvas.write(lines, in: text, style: row.style("text"))
      let parts = plan.questions[id]?.parts.count ?? 0
      if parts > 0 {
        canvas.write(
          counted(parts, "part"), in: text.line(lines.count), style: row.style("muted"))
      }
    }
  }
}
