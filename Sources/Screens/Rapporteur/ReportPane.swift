import SessionModel
import TerminalUI

/// The report in one of the forms, read beside the notes, or in their place where room is small.
public struct ReportPane: Sendable {
  public enum Action: Sendable, Equatable {
    case toggle, nextForm, up, down
  }

  /// Which form was chosen last; `nil` before the report was first opened.
  private(set) var form: String?
  private(set) var isOpen = false
  /// The first row that is seen.
  private var top = 0
  /// How it was composed last.
  private var composed: ComposedReport?
  /// The form whose wants are told while none was chosen.
  private var presumed: String?
  /// Whether the desk was seen before: nothing is composed while it comes up.
  private var isUp = false
  /// What is missing whatever the form.
  private var others: [ReportDraft.Gap] = []

  /// What of it is seen, beside what it was composed of.
  var details: [Int] { [isOpen ? 1 : 0, top, form?.hashValue ?? 0] }

  mutating func close() {
    isOpen = false
  }

  /// What is missing whatever the form, and what the form wants beside.
  var gaps: [ReportDraft.Gap] { others + (composed?.preview?.wants ?? []) }

  /// What the form wants of a session as it is now.
  func formGaps(of scene: Scene) -> [ReportDraft.Gap] {
    guard let form = form ?? presumed ?? scene.composer?.forms().first,
      let preview = scene.composer?.preview(form, scene.session)
    else { return [] }
    return preview.wants
  }

  // MARK: Keys

  /// `place` is where it is read, its title included; a line being typed keeps its own keys.
  func bindings(in place: Rect, isTyping: Bool, _ scene: Scene) -> [Binding<Action>] {
    let none = scene.composer == nil ? "Reports are made at the table only" : nil
    return [
      Binding(
        [.control("r")], isOpen ? "outcomes" : "report", group: "Report", priority: 49,
        whyNot: none, action: .toggle),
      Binding(
        [.function(5)], "next form", group: "Report", priority: isOpen ? 46 : 0, whyNot: none,
        action: .nextForm),
      Binding(
        isTyping ? [] : [.pageUp], "report up", group: "Report",
        whyNot: whyNotScroll(down: false, in: place), action: .up),
      Binding(
        isTyping ? [] : [.pageDown], "report down", group: "Report",
        whyNot: whyNotScroll(down: true, in: place), action: .down),
    ]
  }

  private func whyNotScroll(down: Bool, in place: Rect) -> String? {
    guard isOpen, let composed else { return "Open the report first" }
    let isThere = down ? top + rows(in: place).rows >= composed.rows.count : top == 0
    return isThere ? "This is the \(down ? "end" : "beginning") of the report" : nil
  }

  mutating func perform(_ action: Action, in place: Rect, _ scene: Scene) {
    let forms = scene.composer?.forms() ?? []
    switch action {
    case .toggle: (form, isOpen, top) = (form ?? forms.first, !isOpen && !forms.isEmpty, 0)
    case .nextForm:
      let index = form.flatMap { forms.firstIndex(of: $0) } ?? -1
      (form, top) = (forms.isEmpty ? nil : forms[(index + 1) % forms.count], 0)
      isOpen = form != nil
    case .up: top = max(0, top - max(1, rows(in: place).rows - 2))
    case .down: top += max(1, rows(in: place).rows - 2)
    }
  }

  // MARK: News

  /// Of how many notes the report is made anew though nobody reads it, for what its form wants.
  private static let unread = 2000

  /// Makes it anew when something has happened, and goes to what is new in it.
  mutating func settle(in place: Rect, _ scene: Scene, others: [ReportDraft.Gap]) {
    self.others = others
    defer { isUp = true }
    if form == nil, presumed == nil, isUp { presumed = scene.composer?.forms().first }
    guard let form = form ?? presumed, let composer = scene.composer,
      isOpen || scene.session.notes.all.count <= Self.unread
    else { return composed = nil }
    let isCurrent =
      composed?.entries == scene.session.entries && composed?.form == form
      && composed?.columns == place.columns
    if !isCurrent {
      let new = ComposedReport(
        form, of: scene.session, by: composer, columns: place.columns, after: composed)
      let change = composed.flatMap { new.firstChange(from: $0) }
      composed = new
      let seen = rows(in: place).rows
      if let change, !(top..<top + seen).contains(change) { top = change - seen / 3 }
    }
    top = max(0, min(top, (composed?.rows.count ?? 0) - rows(in: place).rows))
  }

  // MARK: Drawing

  /// Where the report's own rows stand below its title.
  private func rows(in place: Rect) -> Rect {
    let body = place.split(top: min(2, place.rows)).rest
    return body.split(bottom: gaps.isEmpty ? 0 : min(2, body.rows / 3)).rest
  }

  func draw(on canvas: inout Canvas, in place: Rect, look: Look) {
    guard let form else { return }
    let preview = composed?.preview
    canvas.write(
      [
        Span("REPORT  ", look["heading"]),
        Span(preview?.title ?? "the form '\(form)' cannot be read", look["strong"]),
      ],
      right: [Span(counted(preview?.words ?? 0, "word"), look["muted"])], in: place.line(0),
      ellipsis: look.glyphs.ellipsis)
    let rows = rows(in: place)
    composed?.draw(on: &canvas, in: rows, top: top, look: look)
    let foot = place.split(top: rows.endRow - place.row).rest
    guard !gaps.isEmpty, foot.rows > 0 else { return }
    canvas.write("wants  ", in: foot.line(0), style: look["muted"])
    let (place, lines) = GapLines(gaps, look: look).lines(in: foot.split(left: 7).rest)
    canvas.write(lines, in: place, style: look["group.unheard"])
  }
}

extension ReportPreview {
  /// Its limits that are not kept, and its empty sections.
  fileprivate var wants: [ReportDraft.Gap] {
    overruns.map { .init(short: $0, sentences: [$0]) }
      + gaps.map {
        .init(short: "'\($0)'", sentences: ["The form '\(title)' has nothing for '\($0)'"])
      }
  }
}
