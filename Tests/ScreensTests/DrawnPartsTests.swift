import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// What is taken over from the canvas before looks as if it had been drawn.
struct DrawnPartsTests {
  /// Keys that change what stands on a screen, beside those of its hints.
  private static let moves: [Key] = [
    .up, .down, .up, .down, .pageDown, .pageUp, .home, .end, .tab, .backTab, .enter, .escape,
    .backspace, .delete, .left, "a", "!", " ", "@", "7", "/", .control("o"), .control("f"),
  ]

  /// Only what stands alone has parts; overlays come and go as keys are pressed.
  private static let files = GoldenPropertiesTests.files.filter { file in
    GoldenPropertiesTests.scenes(of: file).contains { $0.screen.chrome == .full }
  }

  @Test(arguments: files)
  func `whatever is pressed, a screen looks as if drawn from nothing`(_ file: String) throws {
    var faults: [String] = []
    var random = SeededGenerator(seed: 7)
    for golden in GoldenPropertiesTests.scenes(of: file) {
      for (size, count) in [
        (Size(columns: 80, rows: 24), 12), (Size(columns: 200, rows: 60), 6),
      ] {
        var terminal = try golden.seated(size)
        var before: Canvas?
        var pressed: [String] = []
        var hearing = terminal.scene.hearing
        for revision in 0..<count {
          var scene = golden.scene(of: terminal)
          // Every third time something has happened; a second passes every other time.
          scene.revision = Scene.Revision(clock: revision / 2 + revision / 3, record: revision / 3)
          if revision % 3 == 0 { hearing = scene.hearing }
          scene.hearing = hearing
          let kept = terminal.screens.draw(in: scene, after: before)
          if kept != terminal.screens.draw(in: scene) {
            faults.append("\(golden.name) at \(size.columns): \(pressed)")
            break
          }
          before = kept
          let hints = terminal.screens.hints(in: scene).flatMap(\.keys)
          let key = (Self.moves + hints.prefix(8)).randomElement(using: &random) ?? .down
          pressed.append(key.label)
          _ = terminal.screens.receive(.key(key), in: scene)
          guard terminal.screens.depth > 0 else { break }
          terminal.screens.settle(in: scene)
          if revision % 2 == 1 { terminal.table.wait(1) }
        }
      }
    }
    #expect(faults == [])
  }

  // MARK: One canvas after another

  private let size = Size(columns: 12, rows: 3)
  private let rect = Rect(column: 1, row: 1, columns: 6, rows: 1)

  /// A canvas after another, with a part of that state; whether it was drawn.
  private func canvas(
    after before: Canvas?, _ state: PartState?, in rect: Rect, _ text: String = "part",
    keeping isKept: Bool = true
  ) -> (canvas: Canvas, isDrawn: Bool) {
    var canvas = Canvas(size: size, after: before)
    var isDrawn = false
    canvas.part("it", of: state, in: rect) { canvas in
      isDrawn = true
      canvas.write(text, in: rect, style: .plain)
      canvas.addTarget(rect, "it")
      canvas.cursor = Point(column: rect.column, row: rect.row)
    }
    canvas.finish(keepingParts: isKept)
    return (canvas, isDrawn)
  }

  @Test func `a part of the same state is taken over with its target and cursor`() {
    let state = PartState(revision: 1, details: [2])
    let first = canvas(after: nil, state, in: rect)
    let second = canvas(after: first.canvas, state, in: rect)
    let third = canvas(after: second.canvas, state, in: rect)
    #expect(first.isDrawn && !second.isDrawn && !third.isDrawn)
    #expect(second.canvas == first.canvas)
    #expect(third.canvas == first.canvas)
    #expect(third.canvas.targets.map(\.name) == ["it"])
    #expect(third.canvas.cursor == Point(column: 1, row: 1))
  }

  @Test func `another state or another place is drawn`() {
    let state = PartState(revision: 1)
    let first = canvas(after: nil, state, in: rect).canvas
    let changed = canvas(after: first, PartState(revision: 1, details: [1]), in: rect, "new")
    #expect(drawing(of: changed.canvas) == "\n new")
    #expect(canvas(after: first, PartState(revision: 2), in: rect).isDrawn)
    #expect(canvas(after: first, state, in: Rect(column: 2, row: 1, columns: 6, rows: 1)).isDrawn)
    #expect(canvas(after: first, nil, in: rect).isDrawn)
  }

  @Test func `nothing is taken from under something that lies over it or of another size`() {
    let state = PartState(revision: 1)
    let covered = canvas(after: nil, state, in: rect, keeping: false).canvas
    #expect(canvas(after: covered, state, in: rect).isDrawn)
    var other = Canvas(size: Size(columns: 9, rows: 3))
    other.part("it", of: state, in: rect) { _ in }
    other.finish(keepingParts: true)
    #expect(canvas(after: other, state, in: rect).isDrawn)
  }

  @Test func `a part that reaches over the edge is always drawn`() {
    let edge = Rect(column: 9, row: 1, columns: 6, rows: 1)
    let first = canvas(after: nil, PartState(revision: 1), in: edge)
    #expect(canvas(after: first.canvas, PartState(revision: 1), in: edge).isDrawn)
  }
}
