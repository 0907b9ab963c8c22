import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// What holds for every screen that is kept as a golden drawing.
struct GoldenPropertiesTests {
  static let files = GoldenScreensTests.files
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60),
    Size(columns: 61, rows: 17), Size(columns: 40, rows: 12), Size(columns: 20, rows: 5),
    Size(columns: 1, rows: 1),
  ]

  static func scenes(of file: String) -> [GoldenScene] {
    GoldenScenes.all.filter { $0.file == file }
  }

  // MARK: What is drawn

  @Test(arguments: files)
  func `every drawing is sound at every size`(_ file: String) throws {
    var faults: [String] = []
    for scene in Self.scenes(of: file) {
      for size in Self.sizes {
        let terminal = try scene.seated(size)
        let canvas = scene.canvas(of: terminal)
        let place = "\(scene.name) at \(size.columns)x\(size.rows): "
        if let cell = Self.brokenCells(of: canvas).first { faults.append(place + "half \(cell)") }
        if canvas.cursor.map(canvas.bounds.contains) != true {
          faults.append(place + "no cursor on what has the focus")
        }
        if let target = canvas.targets.first(where: { !Self.isInside($0.rect, canvas) }) {
          faults.append(place + "\(target) lies outside")
        }
        if let top = terminal.screens.top, !Self.isToldNeeds(of: top, on: canvas) {
          faults.append(place + "not told what it needs")
        }
      }
    }
    #expect(faults == [])
  }

  private static func brokenCells(of canvas: Canvas) -> [Point] {
    let columns = canvas.size.columns
    let cells = canvas.cells
    return cells.indices.filter { index in
      let cell = cells[index]
      let isLast = index % columns == columns - 1
      switch cell.width {
      case 0: return !cell.text.isEmpty || index % columns == 0 || cells[index - 1].width != 2
      case 1: return cell.text != " " && TextWidth.columns(of: cell.text) != 1
      default:
        return isLast || cells[index + 1].width != 0 || TextWidth.columns(of: cell.text) != 2
      }
    }.map { Point(column: $0 % columns, row: $0 / columns) }
  }

  private static func isInside(_ rect: Rect, _ canvas: Canvas) -> Bool {
    rect.isEmpty || rect.intersection(canvas.bounds) == rect
  }

  /// Whether a canvas that is too small says so; one cell holds a single character of it.
  private static func isToldNeeds(of screen: any Screen, on canvas: Canvas) -> Bool {
    let needs = screen.needs
    guard canvas.size.columns < needs.columns || canvas.size.rows < needs.rows,
      canvas.size.columns > 1
    else { return true }
    let text = drawing(of: canvas).filter { !$0.isWhitespace }
    return text.contains("\(needs.columns)x\(needs.rows)")
  }

  @Test(arguments: files)
  func `a terminal without Unicode is given no sign of ours`(_ file: String) throws {
    let theirs = Set("人権救済参加者مشارك٤続き羅針盤であって障害はないデューリジェンス".unicodeScalars)
    var faults: [String] = []
    for scene in Self.scenes(of: file) {
      for size in Self.sizes.prefix(4) {
        let terminal = try scene.seated(size, GoldenVariant.plain)
        let ours = scene.canvas(of: terminal).cells.map(\.text)
          .filter { $0.unicodeScalars.contains { !$0.isASCII && !theirs.contains($0) } }
        guard !ours.isEmpty else { continue }
        faults.append("\(scene.name) at \(size.columns)x\(size.rows): \(Set(ours).sorted())")
      }
    }
    #expect(faults == [])
  }

  @Test(arguments: files)
  func `without colours no cell has one`(_ file: String) throws {
    var faults: [String] = []
    for scene in Self.scenes(of: file) {
      let canvas = scene.canvas(
        of: try scene.seated(Size(columns: 120, rows: 36), GoldenVariant.mono))
      let isPlain = canvas.cells.allSatisfy {
        $0.style.foreground == .terminal && $0.style.background == .terminal
      }
      if !isPlain { faults.append(scene.name) }
    }
    #expect(faults == [])
  }

  // MARK: What keys do

  /// A terminal as it stands, to try one input after another on.
  private struct Trial {
    var terminal: SeatedTerminal
    var scene: Scene
    var before: Canvas

    init(_ golden: GoldenScene, _ columns: Int, _ rows: Int) throws {
      terminal = try golden.seated(Size(columns: columns, rows: rows))
      scene = golden.scene(of: terminal)
      before = terminal.screens.draw(in: scene)
    }

    var hints: [Binding<Int>] { terminal.screens.hints(in: scene) }

    /// The stack after an input, and what the program around would have to do.
    func after(_ input: Input) -> (screens: ScreenStack, effects: [Effect]) {
      var screens = terminal.screens
      let effects = screens.receive(input, in: scene)
      screens.settle(in: scene)
      return (screens, effects)
    }

    /// Whether anything comes of a key: an effect, a sentence, another drawing.
    func isAnswered(_ key: Key) -> Bool {
      let (screens, effects) = after(.key(key))
      return !effects.isEmpty || screens.status.log != terminal.screens.status.log
        || screens.depth != terminal.screens.depth || screens.draw(in: scene) != before
    }
  }

  /// Whether a key may lead to what is on the screen already: what it chooses is chosen, why it
  /// cannot is told, or there is nothing yet to start again.
  private static func isSo(_ golden: GoldenScene, _ key: Key) -> Bool {
    golden.file.hasSuffix("ballot")
      && (key == .escape
        || ["chosen", "nothing chosen yet", "one too many", "too many points", "no number"]
          .contains(golden.name))
  }

  @Test(arguments: files)
  func `every key in a row of hints does something`(_ file: String) throws {
    var silent: [String] = []
    for golden in Self.scenes(of: file) {
      for size in [(80, 24), (200, 60)] {
        let trial = try Trial(golden, size.0, size.1)
        let keys = trial.hints.flatMap(\.keys)
        for target in trial.before.targets where target.name.hasPrefix("key:") {
          let key = try #require(keys.first { "key:\($0.label)" == target.name })
          if !trial.isAnswered(key), !Self.isSo(golden, key) {
            silent.append("\(golden.name): \(target.name)")
          }
        }
      }
    }
    #expect(silent == [])
  }

  @Test(arguments: files)
  func `a click on a hint is the same as its key`(_ file: String) throws {
    var different: [String] = []
    for golden in Self.scenes(of: file) {
      let trial = try Trial(golden, 120, 36)
      let keys = trial.hints.flatMap(\.keys)
      for target in trial.before.targets where target.name.hasPrefix("key:") {
        let point = Point(column: target.rect.column, row: target.rect.row)
        guard trial.before.target(at: point) == target,
          let key = keys.first(where: { "key:\($0.label)" == target.name })
        else { continue }
        let click = trial.after(.mouse(Mouse(.press, at: point)))
        let press = trial.after(.key(key))
        if click.effects.map({ "\($0)" }) != press.effects.map({ "\($0)" })
          || click.screens.draw(in: trial.scene) != press.screens.draw(in: trial.scene)
        {
          different.append("\(golden.name): \(target.name)")
        }
      }
    }
    #expect(different == [])
  }

  @Test(arguments: files)
  func `every binding does something or says why not`(_ file: String) throws {
    var silent: [String] = []
    for golden in Self.scenes(of: file) {
      let trial = try Trial(golden, 80, 24)
      for hint in trial.hints {
        for key in hint.keys
        where !trial.isAnswered(key) && !Self.isSo(golden, key) {
          silent.append("\(golden.name): \(key.label) \(hint.title)")
        }
      }
    }
    #expect(silent == [])
  }

  @Test(arguments: files)
  func `a disabled key says why in its own words`(_ file: String) throws {
    var wrong: [String] = []
    for golden in Self.scenes(of: file) {
      let trial = try Trial(golden, 80, 24)
      for hint in trial.hints {
        guard let whyNot = hint.whyNot else { continue }
        for key in hint.keys {
          let (screens, effects) = trial.after(.key(key))
          if screens.status.message != .init(whyNot, .refusal) || !effects.isEmpty {
            wrong.append("\(golden.name): \(key.label) \(hint.title)")
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: files)
  func `no key stands for two things on one screen`(_ file: String) throws {
    var twice: [String] = []
    for golden in Self.scenes(of: file) {
      let keys = try Trial(golden, 80, 24).hints.flatMap(\.keys)
      twice += Dictionary(grouping: keys, by: \.self).filter { $0.value.count > 1 }.keys
        .map { "\(golden.name): \($0.label)" }
    }
    #expect(twice == [])
  }

  @Test(arguments: files)
  func `every binding has keys that do it`(_ file: String) throws {
    for golden in Self.scenes(of: file) {
      let hints = try Trial(golden, 80, 24).hints
      #expect(hints.allSatisfy { !$0.title.isEmpty && !$0.keys.isEmpty }, "\(golden.name)")
    }
  }

  // MARK: Help and palette

  /// The screens that everything can be asked of, one a kind and state.
  static let full = GoldenScenes.all.filter { scene in
    scene.screen.chrome == .full
      && ["queue", "sessions", "no session", "notes", "nobody speaks", "closed"].contains(
        scene.name)
  }

  @Test(arguments: full)
  func `help shows every binding`(_ golden: GoldenScene) throws {
    var terminal = try golden.seated(Size(columns: 300, rows: 100))
    let scene = golden.scene(of: terminal)
    let hints = terminal.screens.hints(in: scene)
    terminal.press(terminal.screens.top?.takesTyping(in: scene) == true ? .function(1) : "?")
    let text = Self.words(of: terminal.drawn)
    for hint in hints {
      #expect(text.contains(hint.title), "\(hint.title)")
      #expect(hint.keys.allSatisfy { text.contains($0.label) }, "\(hint.title)")
      if let whyNot = hint.whyNot { #expect(text.contains(whyNot), "\(hint.title)") }
    }
  }

  private static func words(of canvas: Canvas) -> String {
    drawing(of: canvas).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: full)
  func `the palette finds every action by its words`(_ golden: GoldenScene) throws {
    let terminal = try golden.seated(Size(columns: 120, rows: 36))
    let scene = golden.scene(of: terminal)
    let hints = terminal.screens.hints(in: scene)
    for hint in hints {
      var palette = SeatedTerminal(
        Palette(over: hints), at: golden.table, seat: golden.seat, columns: 120, rows: 36)
      palette.type(String(hint.title.prefix { $0 != " " }))
      let shown = palette.text
      #expect(shown.contains(hint.title), "\(hint.title)")
    }
  }

  // MARK: Resizing

  @Test(arguments: full)
  func `a terminal of another size comes back to the same row`(_ golden: GoldenScene) throws {
    var terminal = try golden.seated(Size(columns: 120, rows: 36))
    terminal.press(.down)
    let before = Self.focusedRow(of: terminal.drawn)
    for size in Self.sizes {
      terminal.size = size
      terminal.screens.settle(in: terminal.scene)
    }
    terminal.size = Size(columns: 120, rows: 36)
    terminal.screens.settle(in: terminal.scene)
    #expect(Self.focusedRow(of: terminal.drawn) == before)
  }

  /// What stands in the row of the cursor.
  private static func focusedRow(of canvas: Canvas) -> String {
    canvas.cursor.map { cursor in
      (0..<canvas.size.columns).map { canvas[Point(column: $0, row: cursor.row)].text }.joined()
    } ?? ""
  }

  @Test func `a small terminal keeps what was selected in a large one`() throws {
    var terminal = ModeratorKeysTests.console(try .crowded(), columns: 200, rows: 60)
    for _ in 0..<20 { terminal.press("j") }
    let selected = try #require(terminal.screens.top as? Console)
      .selectedRequest(in: terminal.scene)?.id
    for size in Self.sizes {
      terminal.size = size
      terminal.screens.settle(in: terminal.scene)
      let console = try #require(terminal.screens.top as? Console)
      #expect(console.selectedRequest(in: terminal.scene)?.id == selected)
    }
  }
}
