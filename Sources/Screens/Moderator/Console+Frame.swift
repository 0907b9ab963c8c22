import SessionModel
import TerminalUI

extension Console {
  /// One drawing of the console: what every part of it is drawn from.
  struct Frame {
    let console: Console
    let scene: Scene

    init(_ console: Console, _ scene: Scene) {
      self.console = console
      self.scene = scene
    }

    var session: Session { scene.session }
    var hearing: Hearing { scene.hearing }
    var look: Look { scene.look }
    var glyphs: Glyphs { scene.look.glyphs }
    var now: Moment { scene.now }

    // MARK: Three sizes

    /// 80x24: the floor on the left, the question and the poll on the right.
    func drawCompact(on canvas: inout Canvas, in area: Rect) {
      let (top, rest) = area.split(top: 2)
      part("segment", on: &canvas, in: top.line(0)) { drawSegmentLine(on: &$0, in: $1) }
      let isTall = area.rows >= 16
      let band = isTall ? min(5, max(3, area.rows / 5)) : 0
      let (main, bottom) = rest.split(bottom: band)
      let isNarrow = area.columns < 72
      let left = isNarrow ? main.columns : max(44, main.columns * 58 / 100)
      let (floor, right) = main.split(left: left, gap: isNarrow ? 0 : 2)
      let guest = guest(hasNotes: band > 0)
      if isNarrow, let guest {
        drawGuest(guest, on: &canvas, in: floor.inset(columns: 1))
      } else {
        drawFloorAndQueue(on: &canvas, in: floor.inset(columns: 1), isLarge: main.rows >= 18)
      }
      if !isNarrow {
        canvas.drawDivider(
          in: Rect(column: left, row: main.row, columns: 1, rows: main.rows), look: look)
        if let guest {
          drawGuest(guest, on: &canvas, in: right.trimmedRight(1))
        } else {
          part("question", on: &canvas, in: right.trimmedRight(1)) {
            drawQuestionAndPoll(on: &$0, in: $1)
          }
        }
      }
      guard band > 0 else { return }
      canvas.drawHairline(in: bottom, look: look)
      drawNotes(on: &canvas, in: bottom.split(top: 1).rest.inset(columns: 1), hasHeading: false)
    }

    /// Draws a part, unless it looks as it did; where the selection stands it is always drawn.
    func part(
      _ name: String, pane: Pane? = nil, hasClock: Bool = true, on canvas: inout Canvas,
      in area: Rect,
      draw: (inout Canvas, Rect) -> Void
    ) {
      // Rows inside answer for themselves; beside them a click goes to the part.
      if let pane { canvas.addTarget(area, "pane:\(pane)") }
      let state = hasClock ? scene.part() : scene.still()
      canvas.part(name, of: pane == console.focus ? nil : state, in: area) { draw(&$0, area) }
    }

    /// The part that has the focus though a small terminal has no place for it.
    private func guest(hasNotes: Bool) -> Pane? {
      switch console.focus {
      case .queue: nil
      case .agenda, .questions: console.focus
      case .notes: hasNotes ? nil : .notes
      }
    }

    private func drawGuest(_ pane: Pane, on canvas: inout Canvas, in area: Rect) {
      switch pane {
      case .queue: break
      case .agenda: drawRunOfShow(on: &canvas, in: area, isDetailed: false)
      case .questions: drawQuestions(on: &canvas, in: area, isDetailed: false)
      case .notes: drawNotes(on: &canvas, in: area, hasHeading: true)
      }
    }

    /// 120x36: run of show, floor, questions; notes and turns below.
    func drawWide(on canvas: inout Canvas, in area: Rect) {
      let band = max(6, area.rows / 4)
      let (main, bottom) = area.split(bottom: band)
      let leftColumns = max(36, main.columns * 32 / 100)
      let rightColumns = max(32, main.columns * 29 / 100)
      let (left, rest) = main.split(left: leftColumns, gap: 1)
      let (middle, right) = rest.split(left: rest.columns - rightColumns, gap: 1)
      canvas.drawDivider(in: divider(after: left), look: look)
      canvas.drawDivider(in: divider(after: middle), look: look)
      drawTimeColumn(on: &canvas, in: left.inset(columns: 1).trimmedBottom(1))
      drawFloorAndQueue(on: &canvas, in: middle.inset(columns: 1).trimmedBottom(1), isLarge: true)
      drawQuestionsColumn(on: &canvas, in: right.inset(columns: 1).trimmedBottom(1))
      canvas.drawHairline(in: bottom, look: look)
      drawBand(on: &canvas, in: bottom.split(top: 1).rest.inset(columns: 1))
    }

    /// 200x60: everything at once, the matrix and every voice among it.
    func drawLarge(on canvas: inout Canvas, in area: Rect) {
      let band = max(12, area.rows * 3 / 10)
      let (main, bottom) = area.split(bottom: band)
      let leftColumns = main.columns * 26 / 100
      let rightColumns = main.columns * 32 / 100
      let (left, rest) = main.split(left: leftColumns, gap: 1)
      let (middle, right) = rest.split(left: rest.columns - rightColumns, gap: 1)
      canvas.drawDivider(in: divider(after: left), look: look)
      canvas.drawDivider(in: divider(after: middle), look: look)
      drawTimeColumn(on: &canvas, in: left.inset(columns: 2).trimmedBottom(1), isDetailed: true)
      let questions = session.plan.questionOrder.count
      let (floor, matrix) = middle.inset(columns: 2).trimmedBottom(1)
        .split(bottom: questions == 0 ? 0 : min(questions + 3, main.rows / 3))
      drawFloorAndQueue(on: &canvas, in: floor, isLarge: true)
      part("matrix", hasClock: false, on: &canvas, in: matrix) { drawMatrix(on: &$0, in: $1) }
      drawQuestionsColumn(
        on: &canvas, in: right.inset(columns: 2).trimmedBottom(1), isDetailed: true)
      canvas.drawHairline(in: bottom, look: look)
      drawBand(on: &canvas, in: bottom.split(top: 1).rest.inset(columns: 2), isDetailed: true)
    }

    private func divider(after rect: Rect) -> Rect {
      Rect(column: rect.endColumn, row: rect.row, columns: 1, rows: rect.rows)
    }

    // MARK: Small things that many parts draw

    func heading(
      _ text: String, _ aside: [Span] = [], right: String = "", on canvas: inout Canvas,
      in line: Rect, pane: Pane? = nil
    ) {
      let isFocused = pane != nil && pane == console.focus
      var spans = [Span(text, look[isFocused ? "accent" : "heading"])]
      if !aside.isEmpty { spans.append(Span("  ", look["text"])) }
      spans += aside
      canvas.write(
        spans, right: right.isEmpty ? [] : [Span(right, look["muted"])], in: line,
        ellipsis: glyphs.ellipsis)
    }

    func muted(_ text: String) -> Span { Span(text, look["muted"]) }

    func channelSpan(_ channel: Channel, style: (Role) -> Style) -> Span {
      channel == .room
        ? Span(glyphs.room, style("channel.room")) : Span(glyphs.online, style("channel.online"))
    }

    /// `Gov · Asia-Pac`, as far as it is known.
    func origin(of person: Person?) -> String {
      [person?.group?.short, person?.region?.short].compactMap(\.self)
        .joined(separator: " \(glyphs.dot) ")
    }
  }
}

extension Rect {
  func trimmedRight(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns - count, rows: rows)
  }

  func trimmedBottom(_ count: Int) -> Rect {
    Rect(column: column, row: row, columns: columns, rows: rows - count)
  }
}
