import SessionModel
public import TerminalUI

extension RapporteurDesk {
  /// Where things stand, for drawing, clicking and scrolling alike.
  struct Layout {
    var header: Rect
    var now: Rect
    var upperLine: Rect
    /// Title of the outline and the outline itself.
    var listHead: Rect
    var list: Rect
    /// What is missing, where there is no preview; empty where there is one.
    var gaps: Rect
    /// The report as it would be; empty where there is no room.
    var preview: Rect
    /// Queue, poll and voices; empty where there is no room.
    var table: Rect
    var lowerLine: Rect
    var label: Rect
    /// How the note in hand reads elsewhere, where that is not to be told in the label.
    var notice: Rect
    var input: Rect

    init(_ scene: Scene) {
      self.init(Self.area(of: scene))
    }

    /// Where the desk stands: above the status and the hints.
    static func area(of scene: Scene) -> Rect {
      Rect(column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    }

    init(_ area: Rect, noticeRows: Int = 0) {
      let isHigh = area.rows >= 28
      var rest = area
      header = rest.take(1)
      if isHigh { _ = rest.take(1) }
      now = rest.take(area.columns >= 110 || area.rows < 18 ? 1 : 2).inset(columns: 1)
      upperLine = rest.take(1)
      if isHigh { _ = rest.takeBottom(1) }
      let inputRows = isHigh ? 3 : area.rows >= 20 ? 2 : 1
      input = rest.takeBottom(inputRows).split(left: 3).rest.trimmedRight(1)
      if isHigh { _ = rest.takeBottom(1) }
      // The notes keep some rows, whatever is told.
      notice = rest.takeBottom(min(noticeRows, max(0, rest.rows - 7))).inset(columns: 1)
      label = rest.takeBottom(1).inset(columns: 1)
      lowerLine = rest.takeBottom(1)
      let empty = Rect(column: 0, row: 0, columns: 0, rows: 0)
      (preview, table, gaps) = (empty, empty, empty)
      if area.columns >= 110 {
        let parts = area.columns >= 160 ? (46, 31) : (61, 39)
        let (left, right) = rest.split(left: area.columns * parts.0 / 100, gap: 2)
        rest = left
        preview = right
        if area.columns >= 160 {
          let (middle, last) = right.split(left: area.columns * parts.1 / 100, gap: 2)
          (preview, table) = (middle, last.trimmedRight(1))
        }
        preview = preview.trimmedRight(1)
      } else {
        gaps = rest.takeBottom(1).inset(columns: 1)
      }
      listHead = rest.take(1).inset(columns: 1)
      list = rest
    }
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let layout = layout(area)
    let page = Page(desk: self, scene: scene)
    canvas.part("header", of: scene.part(), in: layout.header) { canvas in
      HeaderLine(scene, seatName: "rapporteur").draw(on: &canvas, in: layout.header)
    }
    canvas.part("now", of: scene.part(), in: layout.now) { page.drawNow(on: &$0, in: layout.now) }
    canvas.drawHairline(in: layout.upperLine, look: scene.look)
    if report.isOpen, layout.preview.isEmpty {
      report.draw(on: &canvas, in: layout.report, look: scene.look)
    } else {
      page.drawOutline(on: &canvas, head: layout.listHead, in: layout.list)
    }
    page.drawGaps(on: &canvas, in: layout.gaps)
    for column in [layout.preview, layout.table] where !column.isEmpty {
      canvas.drawDivider(
        in: Rect(column: column.column - 2, row: column.row, columns: 1, rows: column.rows),
        look: scene.look)
    }
    canvas.part("preview", of: scene.still(report.details), in: layout.preview) { canvas in
      page.drawPreview(on: &canvas, in: layout.preview)
    }
    canvas.part("table", of: scene.still(), in: layout.table) { canvas in
      page.drawTable(on: &canvas, in: layout.table)
    }
    canvas.drawHairline(in: layout.lowerLine, look: scene.look)
    page.drawLabel(on: &canvas, in: layout.label)
    page.drawNotice(on: &canvas, in: layout.notice)
    page.drawInput(on: &canvas, in: layout.input)
  }

  /// How the screen is shared out now.
  func layout(_ area: Rect) -> Layout {
    Layout(area, noticeRows: noticeRows(in: area.columns - 2))
  }

  /// How many rows below the label say what somebody else made of the note in hand.
  func noticeRows(in columns: Int) -> Int {
    guard let theirs = edit?.theirs, removing == nil else { return 0 }
    // Beside the warning and what the keys do.
    guard TextWidth.columns(of: theirs) > columns - 50 else { return 0 }
    return min(3, theirs.wrapped(to: max(10, columns)).count)
  }

  static let asideColumns = 18

  /// One drawing of the desk.
  struct Page {
    let desk: RapporteurDesk
    let scene: Scene
    let hearing: Hearing
    let draft: ReportDraft

    init(desk: RapporteurDesk, scene: Scene) {
      self.desk = desk
      self.scene = scene
      hearing = scene.hearing
      draft = desk.sorted(in: scene).draft
    }

    var session: Session { scene.session }
    var look: Look { scene.look }
    var glyphs: Glyphs { scene.look.glyphs }
    var dot: String { " \(glyphs.dot) " }

    // MARK: The outline

    func drawOutline(on canvas: inout Canvas, head: Rect, in list: Rect) {
      if desk.isFinding || !desk.filter.isEmpty {
        drawFilter(on: &canvas, in: head)
      } else {
        drawGroupings(on: &canvas, in: head)
      }
      let outline = desk.outline(in: scene)
      let rows = outline.lines
      guard !session.notes.all.isEmpty || !outline.headings.isEmpty else {
        canvas.write(
          "No notes yet. What you write below stands here.",
          in: list.inset(columns: 1), style: look["muted"], ellipsis: glyphs.ellipsis)
        return
      }
      for (index, row) in rows.dropFirst(desk.top).prefix(list.rows).enumerated() {
        let line = list.line(index)
        switch row {
        case .gap: break
        case .heading(let place):
          // Under a heading other notes stand as others are looked for.
          let state =
            desk.filter.isEmpty
            ? scene.still(place, desk.grouping.rawValue, desk.unkept.count) : nil
          canvas.part("heading", of: state, in: line) { canvas in
            draw(outline.headings[place], on: &canvas, in: line.inset(columns: 1))
          }
        case .note(let id):
          let state = scene.still(
            id.number, id == desk.selected ? 1 : 0, desk.grouping.rawValue)
          canvas.part("note", of: state, in: line) { draw(id, on: &$0, in: line) }
        case .unkept(let place): drawUnkept(place, on: &canvas, in: line)
        }
      }
      guard rows.count > desk.top + list.rows else { return }
      canvas.write(
        glyphs.down, in: list.line(list.rows - 1), style: look["accent"], align: .right)
    }

    private func drawFilter(on canvas: inout Canvas, in line: Rect) {
      let found = counted(desk.outline(in: scene).notes.count, "note")
      let (left, right) = line.split(left: line.columns - min(12, line.columns / 3))
      desk.filter.draw(
        on: &canvas, in: left, look: look, prompt: "FIND \(glyphs.prompt) ",
        placeholder: "some words", hasFocus: desk.isFinding)
      canvas.write(found, in: right, style: look["muted"], align: .right)
    }

    private func drawGroupings(on canvas: inout Canvas, in line: Rect) {
      var column = line.column
      column += canvas.write(
        [Span("OUTLINE ", look["heading"]), Span("by ", look["muted"])], in: line)
      for grouping in Outline.Grouping.allCases {
        let place = Rect(
          column: column, row: line.row, columns: line.endColumn - column, rows: 1)
        let role: TerminalUI.Role = grouping == desk.grouping ? "strong" : "muted"
        let columns = canvas.write(grouping.title, in: place, style: look[role])
        canvas.addTarget(
          Rect(column: column, row: line.row, columns: columns, rows: 1),
          "group:\(grouping.rawValue)")
        column += columns + 2
      }
      let count = session.notes.all.count
      let place = Rect(column: column, row: line.row, columns: line.endColumn - column, rows: 1)
      canvas.write(counted(count, "note"), in: place, style: look["muted"], align: .right)
    }

    private func draw(_ heading: Outline.Heading, on canvas: inout Canvas, in line: Rect) {
      var spans: [Span] = []
      if heading.number.isEmpty {
        spans.append(Span(heading.title, look["heading"]))
      } else {
        spans = [
          Span(heading.number + "  ", look["accent"]), Span(heading.title, look["strong"]),
        ]
      }
      let warning = heading.warning.map { [Span($0, look["group.unheard"])] } ?? []
      canvas.write(spans, right: warning, in: line, ellipsis: glyphs.ellipsis)
    }

    private func drawUnkept(_ place: Int, on canvas: inout Canvas, in line: Rect) {
      guard desk.unkept.indices.contains(place) else { return }
      let note = desk.unkept[place]
      let isSelected = place == desk.selectedUnkept
      canvas.write(
        [
          Span(
            " \(glyphs.note(note.kind.rawValue)) ", look[isSelected ? "selection" : "note.kind"]),
          Span(note.text.onOneLine, look["text"]),
        ], right: [Span(session.plan.clockText(note.at.at), look["muted"])],
        in: line.inset(columns: 1), ellipsis: glyphs.ellipsis)
      canvas.addTarget(line, "unkept:\(place)")
    }

    private func draw(_ id: NoteID, on canvas: inout Canvas, in line: Rect) {
      guard let note = session.notes[id] else { return }
      let isSelected = id == desk.selected
      let sign = glyphs.note(note.kind.rawValue)
      let (left, end) = line.inset(columns: 1).split(
        left: max(20, line.columns - RapporteurDesk.asideColumns - 2), gap: 1)
      // The bar lies under the sign: the text stays as it is read, and stands whole in the line.
      canvas.write(
        [
          Span(" \(sign) ", look[isSelected ? "selection" : "note.kind"]),
          Span(note.text.onOneLine, look["text"]),
        ], in: left, ellipsis: glyphs.ellipsis)
      canvas.write(
        missing(of: note) ?? aside(of: note), in: end,
        style: look[missing(of: note) == nil ? "muted" : "group.unheard"], align: .right,
        ellipsis: glyphs.ellipsis)
      canvas.addTarget(line, "note:\(id.number)")
    }

    /// What a call or a commitment still has to say.
    private func missing(of note: Note) -> String? {
      switch note.kind {
      case .callToAction where note.fields[.addressee] == nil: "to whom?"
      case .callToAction where note.fields[.deadline] == nil: "by when?"
      case .commitment where note.fields[.organisation] == nil: "whose?"
      default: nil
      }
    }

    /// Who spoke, or when, where the heading says who.
    private func aside(of note: Note) -> String {
      let time = session.plan.clockText(note.written.at)
      guard desk.grouping != .speaker,
        let speaker = note.binding.speaker.flatMap({ session.people[$0]?.name })
      else { return time }
      return speaker
    }

    // MARK: The line

    func drawLabel(on canvas: inout Canvas, in line: Rect) {
      if let removed = desk.removing.flatMap(text) {
        let text = removed.onOneLine.clipped(
          to: max(10, line.columns - 42), ellipsis: glyphs.ellipsis)
        canvas.write(
          "Remove '\(text)'? Enter removes it, Esc keeps it", in: line,
          style: look["warn"], ellipsis: glyphs.ellipsis)
        return
      }
      if let theirs = desk.edit?.theirs {
        let hint = Span("Enter keeps yours, Esc theirs", look["muted"])
        let warning = Span("changed meanwhile  ", look["warn"])
        guard desk.noticeRows(in: line.columns) > 0 else {
          canvas.write(
            [warning, Span(theirs.onOneLine, look["strong"])], right: [hint], in: line, gap: 2,
            ellipsis: glyphs.ellipsis)
          return
        }
        canvas.write([warning], right: [hint], in: line, gap: 2, ellipsis: glyphs.ellipsis)
        return
      }
      let kind = desk.presentKind(in: scene)
      let sign = Span("\(glyphs.note(kind.rawValue)) \(kind.title)", look["note.kind"])
      if let completions = desk.completions(in: scene), let first = completions.words.first {
        let others = completions.words.dropFirst().joined(separator: dot)
        canvas.write(
          [
            sign, Span("  Tab ", look["hint.key"]),
            Span("\(completions.sign)\(first)", look["strong"]),
            Span(others.isEmpty ? "" : dot + others, look["muted"]),
          ], in: line, ellipsis: glyphs.ellipsis)
        return
      }
      let before = !desk.isEditing ? ruleSpans : [Span("editing  ", look["warn"])]
      canvas.write(
        before + [sign, Span("  " + bindingText, look["muted"])], in: line,
        ellipsis: glyphs.ellipsis)
    }

    /// How what stands in a line of the list reads; `nil` where nothing does.
    private func text(of row: Outline.Line) -> String? {
      switch row {
      case .note(let id): session.notes[id]?.text
      case .unkept(let place):
        desk.unkept.indices.contains(place) ? desk.unkept[place].text : nil
      case .gap, .heading: nil
      }
    }

    /// The rule that a note would be written under, where who said it is not kept.
    private var ruleSpans: [Span] {
      let rule = session.attribution
      return rule == .attributed ? [] : [Span("\(rule.title)  ", look["warn"])]
    }

    /// What the note is bound to, or would be if it were saved now.
    private var bindingText: String {
      if let unkept = desk.unkeptInHand {
        return [
          session.plan.secondsText(unkept.at.at), "in no file, gone when the stretch ends",
        ].joined(separator: dot)
      }
      let note = desk.inHand.flatMap { session.notes[$0] }
      let binding = note?.binding ?? session.presentBinding
      let parts = [
        binding.question.flatMap(session.plan.number).map { "on question \($0)" },
        binding.speaker.flatMap { session.people[$0]?.name },
        session.plan.secondsText(note?.written.at ?? scene.now.at),
        note.flatMap {
          $0.topics.isEmpty ? nil : $0.topics.map { "#\($0)" }.joined(separator: " ")
        },
      ]
      return parts.compactMap(\.self).joined(separator: dot)
    }

    /// What somebody else made of the note in hand, from a few words before the first that differs.
    func drawNotice(on canvas: inout Canvas, in area: Rect) {
      guard !area.isEmpty, let edit = desk.edit, let theirs = edit.theirs else { return }
      canvas.fill(area, style: look["text"])
      let words = theirs.split(whereSeparator: \.isWhitespace)
      let changed = edit.changedWords
      let whole = theirs.wrapped(to: area.columns).count
      let start = whole <= area.rows ? 0 : max(0, changed.lowerBound - 4)
      var row = 0
      var column = 0
      for (index, word) in words.enumerated().dropFirst(start) {
        let text = (index == start && start > 0 ? glyphs.ellipsis + " " : "") + word
        let columns = TextWidth.columns(of: text)
        if column > 0, column + 1 + columns > area.columns { (row, column) = (row + 1, 0) }
        guard row < area.rows else { return }
        if column > 0 { column += 1 }
        let place = area.line(row).split(left: column).rest
        canvas.write(
          text, in: place, style: look[changed.contains(index) ? "strong" : "muted"],
          ellipsis: glyphs.ellipsis)
        column += columns
      }
    }

    func drawInput(on canvas: inout Canvas, in area: Rect) {
      canvas.write(
        glyphs.prompt, at: Point(column: area.column - 2, row: area.row),
        style: look["input.prompt"])
      let listed = desk.removing == nil ? desk.chosen.flatMap(text) : nil
      desk.line.draw(
        on: &canvas, in: area, look: look,
        placeholder: desk.removing != nil || listed != nil
          ? "" : "Write what is said; a sign first says what it is, see F3")
      if let listed, desk.line.isEmpty {
        let lines = listed.lines(
          in: area.columns - 1, limit: area.rows, ellipsis: glyphs.ellipsis)
        for (row, text) in lines.enumerated() {
          canvas.write(text, in: area.line(row), style: look["input.ghost"])
        }
      }
      canvas.addTarget(area, "line")
    }
  }
}
