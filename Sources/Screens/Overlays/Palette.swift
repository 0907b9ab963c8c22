import Commands
import SessionModel
public import TerminalUI

/// One line for everything: any action of the screen below by its words, any command by its grammar.
public struct Palette: Screen {
  private var palette: CommandPalette
  private let hints: [Binding<Int>]
  /// The line that completions were last made for.
  private var completed: String?
  private var completedAt = -1
  /// What was typed for the user up to a quote that is to hold everything behind it.
  private let stem: String?

  /// Opens with the actions of the screen below; `text` is typed already.
  public init(over hints: [Binding<Int>], text: String = "") {
    self.hints = hints.filter { !$0.keys.isEmpty }
    let opens = text.firstIndex(of: "\"").map { text.index(after: $0) }
    stem = opens.map { String(text[..<$0]) }
    palette = CommandPalette([], text: text)
    palette.keepsOrder = true
  }

  public var name: String { "the command line" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 30, rows: 8) }

  public enum Action: Sendable {
    case run, complete, cancel
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding([.enter], "do it", priority: 9, action: .run),
      Binding([.tab], "complete", priority: 8, action: .complete),
      Binding([.escape], "cancel", priority: 7, action: .cancel),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .run: answer(to: palette.handle(.enter), in: scene)
    case .complete: complete(in: scene)
    case .cancel: .pop
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.control("c")): return .pop
    case .key(.tab): return complete(in: scene)
    case .key(let key):
      let effect = answer(to: palette.handle(key), in: scene)
      refresh(in: scene)
      return effect
    case .paste(let text):
      palette.paste(text)
      refresh(in: scene)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  private mutating func complete(in scene: Scene) -> Effect {
    let before = palette.text
    _ = palette.handle(.tab)
    guard palette.text != before else { return .say("There is nothing more to complete", .info) }
    refresh(in: scene)
    return .none
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    answer(to: palette.click(target.name), in: scene)
  }

  public mutating func settle(in scene: Scene) {
    refresh(in: scene)
  }

  private mutating func refresh(in scene: Scene) {
    // What can be said changes with what happens, too.
    guard completed != palette.text || completedAt != scene.session.entries else { return }
    (completed, completedAt) = (palette.text, scene.session.entries)
    palette.entries = entries(in: scene)
  }

  private func entries(in scene: Scene) -> [CommandPalette.Entry] {
    let text = palette.text
    let completions = Commands.Palette.entries(
      matching: text, in: scene.session, by: scene.seat, now: scene.now, limit: 40
    ).map { CommandPalette.Entry($0.line, detail: $0.detail, whyNot: $0.refusal) }
    // Letters of anywhere find an action, but behind a space they are more likely a command's.
    let isPhrase = text.contains(" ")
    let actions = hints.compactMap { hint -> (entry: CommandPalette.Entry, score: Int)? in
      guard !isPhrase || hint.title.hasPrefix(text),
        let match = FuzzyMatch(text, in: hint.title)
      else { return nil }
      let key = hint.keys.first?.label ?? ""
      return (
        CommandPalette.Entry(hint.title, detail: hint.group, key: key, whyNot: hint.whyNot),
        match.score
      )
    }
    let best = text.isEmpty ? actions : actions.sorted { $0.score > $1.score }
    return best.map(\.entry) + completions
  }

  private mutating func answer(
    to reply: Reply<CommandPalette.Choice>, in scene: Scene
  ) -> Effect {
    switch reply {
    case .ignored, .waiting: return .none
    case .cancelled: return .pop
    case .refused(let why): return .say(why, .refusal)
    case .done(let choice): return run(choice, in: scene)
    }
  }

  /// A line that can be read is done; else the marked action; else the line says what is wrong.
  private func run(_ choice: CommandPalette.Choice, in scene: Scene) -> Effect {
    let action = choice.entry.flatMap { entry in
      hints.firstIndex { $0.title == entry.line && entry.key == $0.keys.first?.label }
    }
    if choice.isMarkedByHand, let action { return .popThen([.press(hints[action].action)]) }
    do {
      let line = choice.isMarkedByHand ? choice.entry?.line ?? choice.typed : choice.typed
      if let closed = closed(line), let intent = try? Intent(line: closed, in: scene.session) {
        return .popThen([.ask(intent)])
      }
      return .popThen([.ask(try Intent(line: line, in: scene.session))])
    } catch {
      if let action { return .popThen([.press(hints[action].action)]) }
      return .say(error.sentence, .refusal)
    }
  }

  /// The line with all that was typed behind the prompt's quote held together; `nil` where there
  /// was none, or where something else follows its words.
  private func closed(_ line: String) -> String? {
    guard let stem, line.hasPrefix(stem) else { return nil }
    var words = line.dropFirst(stem.count)
    guard !words.contains("\" --") else { return nil }
    if words.last == "\"", words.dropLast().last != "\\", !words.dropLast().isEmpty {
      words.removeLast()
    }
    var text = ""
    var isEscaped = false
    for character in words {
      if character == "\"", !isEscaped { text.append("\\") }
      isEscaped = character == "\\" && !isEscaped
      text.append(character)
    }
    if isEscaped { text.append("\\") }
    return stem + text + "\""
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    palette.draw(on: &canvas, in: area, look: scene.look)
  }
}
