import SessionModel
import TerminalUI

/// Floor time by policy question and stakeholder group.
struct MatrixTable {
  private let scene: Scene
  private let isOnPanel: Bool

  init(_ scene: Scene, isOnPanel: Bool = false) {
    self.scene = scene
    self.isOnPanel = isOnPanel
  }

  /// Draws a row of headings and a row for each question.
  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let look = scene.look
    let cell = 9
    let labelColumns = area.columns - StakeholderGroup.allCases.count * cell
    var line = area.line(0).split(left: labelColumns).rest
    for group in StakeholderGroup.allCases {
      let (place, rest) = line.split(left: cell)
      canvas.write(group.short, in: place, style: style("heading"), align: .right)
      line = rest
    }
    for (index, question) in scene.session.plan.orderedQuestions.prefix(area.rows - 1).enumerated()
    {
      let isCurrent = scene.session.agenda.question == question.id
      let (label, all) = area.line(index + 1).split(left: labelColumns)
      canvas.write(
        [
          Span(isCurrent ? look.glyphs.current + " " : "  ", style("accent")),
          Span("\(index + 1) ", style("accent")),
          Span(question.heading, style(isCurrent ? "strong" : "text")),
        ], in: label.trimmedRight(1), ellipsis: look.glyphs.ellipsis)
      var cells = all
      for group in StakeholderGroup.allCases {
        let (place, rest) = cells.split(left: cell)
        let time = scene.hearing.byQuestion[question.id]?[group]
        canvas.write(
          time.map { clockText(Int($0 / 1000)) } ?? "nobody", in: place,
          style: style(time == nil ? "muted" : "good"), align: .right)
        cells = rest
      }
    }
  }

  private func style(_ role: Role) -> Style {
    isOnPanel ? scene.look.style(role, on: "dialog") : scene.look[role]
  }
}
