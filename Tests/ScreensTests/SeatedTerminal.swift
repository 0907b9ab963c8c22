import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// A terminal at a table: keys go in, what it asks for is decided at once, drawings come out.
struct SeatedTerminal {
  var table: SessionFixture
  var screens: ScreenStack
  var seat: Seat
  var size: Size
  var look = Look()
  var composer: ReportComposer?
  /// What was asked for since the beginning.
  private(set) var asked: [Intent] = []
  /// What else the program would have to do.
  private(set) var effects: [Effect] = []

  init(
    _ screen: any Screen, at table: SessionFixture, seat: Seat, columns: Int = 80, rows: Int = 24
  ) {
    self.table = table
    screens = ScreenStack(screen)
    self.seat = seat
    size = Size(columns: columns, rows: rows)
    screens.settle(in: scene)
  }

  var scene: Scene {
    Scene(
      session: table.session, now: table.now, look: look, seat: seat, size: size,
      composer: composer)
  }

  /// Types characters, one key each.
  mutating func type(_ text: String) {
    for character in text { press(Key(.character(character))) }
  }

  mutating func press(_ keys: Key...) {
    for key in keys { receive(.key(key)) }
  }

  /// Clicks on the middle of what a click on the screen means.
  mutating func click(_ name: String) throws {
    let target = try #require(drawn.targets.last { $0.name == name })
    let point = Point(
      column: target.rect.column + target.rect.columns / 2,
      row: target.rect.row + target.rect.rows / 2)
    receive(.mouse(Mouse(.press, at: point)))
  }

  mutating func receive(_ input: Input) {
    for effect in screens.receive(input, in: scene) {
      guard case .ask(let intent) = effect else {
        effects.append(effect)
        continue
      }
      ask(intent)
    }
    screens.settle(in: scene)
  }

  private mutating func ask(_ intent: Intent) {
    asked.append(intent)
    do {
      try table.ask(intent, by: seat)
      screens.told(.done("done"), in: scene)
    } catch {
      screens.told(.refused((error as? Refusal)?.sentence ?? "\(error)"), in: scene)
    }
  }

  /// Lets something happen at another terminal.
  mutating func happen(_ event: Event) throws {
    try table.happen(event)
    screens.settle(in: scene)
  }

  /// Lets time pass, a second at a time, as the clock wakes the program.
  mutating func wait(_ seconds: Int) {
    for _ in 0..<seconds {
      table.wait(1)
      screens.settle(in: scene)
    }
  }

  var drawn: Canvas { screens.draw(in: scene) }

  /// What stands on it.
  var text: String { drawing(of: drawn) }

  var tick: Tick? { screens.tick(in: scene) }
}

/// Expects a terminal to look as drawn in the test.
func expectScreen(
  _ terminal: SeatedTerminal, _ wanted: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectDrawing(terminal.drawn, wanted, sourceLocation: sourceLocation)
}

/// Sizes from nothing to a wall.
let everySize = [
  Size(columns: 1, rows: 1), Size(columns: 40, rows: 10), Size(columns: 40, rows: 12),
  Size(columns: 60, rows: 16), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
  Size(columns: 120, rows: 36), Size(columns: 200, rows: 60), Size(columns: 500, rows: 200),
]

/// Expects that every row of a canvas is as wide as the canvas.
func expectWhole(_ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation) {
  for row in 0..<canvas.size.rows {
    let width = (0..<canvas.size.columns).reduce(0) {
      $0 + Int(canvas[Point(column: $1, row: row)].width)
    }
    #expect(width == canvas.size.columns, sourceLocation: sourceLocation)
  }
}
