import SessionModel
import TerminalUI

/// Asks for a passphrase or a PIN, shows none of it, and asks for it twice where it is new.
///
/// It stays until what was typed fits: what is typed again after a slip must reach nothing else.
struct SecretPrompt: Screen {
  enum Action: Sendable {
    case goOn, leave
  }

  private let intent: Intent
  private let secret: Secret
  private var fields: [TextField]
  private var focus = 0
  /// Why what was typed will not do.
  private var problem: String?
  private(set) var isOver = false

  init(_ intent: Intent, _ secret: Secret) {
    self.intent = intent
    self.secret = secret
    fields = [TextField](repeating: TextField(), count: secret.isNew ? 2 : 1)
  }

  var name: String { "the question for a \(secret.word)" }
  var needs: Size { Size(columns: 40, rows: 12) }
  var chrome: Chrome { .overlay }

  func tick(in scene: Scene) -> Tick? { nil }

  func takesTyping(in scene: Scene) -> Bool { true }

  func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "go on", group: "Ballots", priority: 80, action: .goOn),
      Binding([.escape, .control("c")], "cancel", group: "Ballots", priority: 70, action: .leave),
    ]
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .goOn: goOn()
    case .leave: .pop
    }
  }

  private mutating func goOn() -> Effect {
    guard focus == fields.count - 1 else {
      focus += 1
      return .none
    }
    let typed = fields[0].text
    do throws(Refusal) {
      try secret.check(typed)
    } catch {
      return startAgain(error.sentence)
    }
    guard fields.allSatisfy({ $0.text == typed }) else {
      return startAgain("The two are not the same; type both again")
    }
    return .askWith(intent, typed)
  }

  mutating func told(_ outcome: Outcome, in scene: Scene) {
    switch outcome {
    case .done: isOver = true
    case .refused(let sentence): _ = startAgain(sentence)
    }
  }

  private mutating func startAgain(_ problem: String) -> Effect {
    self.problem = problem
    fields = fields.map { _ in TextField() }
    focus = 0
    return .none
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.enter), .key(.escape), .key(.control("c")): return nil
    case .key(let key):
      problem = nil
      switch key {
      case .tab, .down: focus = (focus + 1) % fields.count
      case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
      default: fields[focus].handle(key)
      }
      return Effect.none
    case .paste(let text):
      fields[focus].paste(text)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if target.name == "outside" { return .pop }
    if let place = target.place(of: "field"), fields.indices.contains(place) { focus = place }
    return .none
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let look = scene.look
    let columns = min(60, max(20, area.columns - 8))
    let words = secret.words.flatMap { $0.wrapped(to: columns).map(String.init) }
    let rows = words.count + 1 + fields.count + 1
    var content = canvas.drawPanel(
      secret.title, room: Size(columns: columns, rows: rows), in: area, look: look)
    canvas.write(
      words, in: content.take(min(words.count, max(0, content.rows - fields.count - 1))),
      style: look.style("text", on: "dialog"))
    if content.rows > fields.count + 1 { _ = content.take(1) }
    for (place, field) in fields.enumerated() {
      let line = content.take(1)
      // As many dots as signs, so that a slip of the finger is seen.
      var hidden = TextField(String(repeating: look.glyphs.dot, count: field.text.count))
      hidden.handle(.end)
      hidden.draw(
        on: &canvas, in: line, look: look, prompt: prompt(of: place, look),
        hasFocus: place == focus)
      canvas.addTarget(line, "field:\(place)")
    }
    canvas.write(
      problem.map { "\(look.glyphs.warning) \($0)" } ?? "", in: content.take(1),
      style: look.style("warn", on: "dialog"), ellipsis: look.glyphs.ellipsis)
  }

  private func prompt(of place: Int, _ look: Look) -> String {
    "\(place == 0 ? secret.label : "Once more") \(look.glyphs.prompt) "
      .paddedFront(to: secret.isNew ? 13 : 0)
  }
}

extension String {
  fileprivate func paddedFront(to count: Int) -> String {
    String(repeating: " ", count: max(0, count - self.count)) + self
  }
}

extension Secret {
  fileprivate var isNew: Bool {
    switch self {
    case .newPassphrase, .newPIN: true
    case .passphrase: false
    }
  }

  fileprivate var word: String {
    switch self {
    case .newPassphrase, .passphrase: "passphrase"
    case .newPIN: "PIN"
    }
  }

  fileprivate var label: String {
    switch self {
    case .newPassphrase, .passphrase: "Passphrase"
    case .newPIN: "PIN"
    }
  }

  fileprivate var title: String {
    switch self {
    case .newPassphrase: "Seal the ballots"
    case .passphrase: "Open the ballots"
    case .newPIN: "Lock the ballot terminals"
    }
  }

  fileprivate var words: [String] {
    switch self {
    case .newPassphrase:
      [
        "What you type now opens the ballots when the poll closes. Nothing else does: "
          + "if it is lost, the ballots are lost.",
        "Write it down, and keep it away from this machine.",
      ]
    case .passphrase(let id):
      [
        "The passphrase that the poll was opened with. Lost? 'poll lose \(id)' closes without count."
      ]
    case .newPIN: ["Without this PIN nobody leaves a ballot terminal. It is 4 to 12 digits."]
    }
  }
}
