import TerminalUI
import TestSupport
import Testing

/// The corpus written into twenty columns with a border on either side.
struct TortureTests {
  static let field = Rect(column: 1, row: 0, columns: 20, rows: 1)

  /// A row with a border, filled by `write`, which is handed the field between the borders.
  func row(_ write: (inout Canvas) -> Void) -> Canvas {
    var canvas = Canvas(size: Size(columns: 22, rows: 1))
    for column in [0, 21] {
      canvas.write("│", at: Point(column: column, row: 0), style: .plain)
    }
    write(&canvas)
    return canvas
  }

  func expectIntact(_ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation) {
    let cells = canvas.cells
    #expect(cells[0] == Cell("│"), sourceLocation: sourceLocation)
    #expect(cells[21] == Cell("│"), sourceLocation: sourceLocation)
    for (index, cell) in cells.enumerated() {
      let widths = cell.text.unicodeScalars.map { TextWidth.columns(of: $0) }
      switch cell.width {
      case 0:
        #expect(cell.text.isEmpty && cells[index - 1].width == 2, sourceLocation: sourceLocation)
      case 2:
        #expect(cells[index + 1].width == 0, sourceLocation: sourceLocation)
        fallthrough
      default:
        // One spacing character of the cell's width and at most four marks.
        #expect(widths.first == Int(cell.width), sourceLocation: sourceLocation)
        #expect(widths.dropFirst().allSatisfy { $0 == 0 }, sourceLocation: sourceLocation)
        #expect(widths.count <= 5, sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `the corpus has sixty lines or more`() {
    #expect(tortureCorpus.count >= 60)
    #expect(Set(tortureCorpus).count == tortureCorpus.count)
  }

  @Test(arguments: tortureCorpus)
  func `a clipped line stays between the borders`(_ line: String) {
    expectIntact(
      row { canvas in
        canvas.write(line, at: Point(column: 1, row: 0), style: .plain, clip: Self.field)
      })
  }

  @Test(arguments: tortureCorpus, [Alignment.left, .right, .center])
  func `an aligned line stays between the borders`(_ line: String, align: Alignment) {
    expectIntact(
      row { canvas in
        let used = canvas.write(line + line, in: Self.field, style: .plain, align: align)
        #expect(used <= 20)
      })
  }

  @Test(arguments: tortureCorpus)
  func `a line scrolled to the left stays between the borders`(_ line: String) {
    for column in -9...0 {
      expectIntact(
        row { canvas in
          canvas.write(
            line + line, at: Point(column: column, row: 0), style: .plain, clip: Self.field)
        })
    }
  }

  @Test(arguments: tortureCorpus)
  func `runs stay between the borders`(_ line: String) {
    expectIntact(
      row { canvas in
        canvas.write(
          [Span("中", .plain), Span(line, .plain), Span(line, .plain)], in: Self.field)
      })
  }

  @Test(arguments: tortureCorpus)
  func `a line written over wide characters leaves no halves`(_ line: String) {
    expectIntact(
      row { canvas in
        canvas.write("中文字符測試中文字符", in: Self.field, style: .plain)
        canvas.write(
          line, in: Rect(column: 4, row: 0, columns: 7, rows: 1), style: .plain, align: .right)
      })
  }

  @Test(arguments: tortureCorpus)
  func `a line takes as many columns as it says`(_ line: String) {
    var canvas = Canvas(size: Size(columns: 200, rows: 1))
    let used = canvas.write(line, at: Point(column: 0, row: 0), style: .plain)
    #expect(used == TextWidth.columns(of: line))
    #expect(used == Portable(line).columns)
    #expect(used == line.reduce(0) { $0 + TextWidth.columns(of: $1) })
  }

  @Test(arguments: tortureCorpus)
  func `no wrapped line is wider than it may be`(_ line: String) {
    for columns in [4, 7, 20] {
      let lines = line.wrapped(to: columns)
      #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= columns })
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == line.filter { $0 != " " && !$0.isNewline })
    }
  }
}
