public import TerminalUI

/// Every key that works on the screen below, made from its bindings.
public struct Help: Screen {
  private var overlay: HelpOverlay
  private let title: String

  /// The lead tells about what is selected there; empty where nothing is.
  public init(of screen: String, hints: [Binding<Int>], lead: String = "") {
    overlay = HelpOverlay([.init(screen, hints)], lead: lead)
    title = "Keys of \(screen)"
  }

  public var name: String { "the help" }
  public var chrome: Chrome { .overlay }
  public var needs: Size { Size(columns: 30, rows: 8) }

  public enum Action: Sendable {
    case leave
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [
      Binding(
        [.escape, "?", "q", .enter, .function(1), .control("c")], "back", priority: 9,
        action: .leave)
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect { .pop }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key): overlay.handle(key) ? Effect.none : nil
    case .paste(let text): overlay.paste(text) ? Effect.none : nil
    case .mouse, .focus: nil
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    target.name == "outside" ? .pop : .none
  }

  public mutating func settle(in scene: Scene) {
    overlay.settle(scene.size)
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    overlay.draw(on: &canvas, in: area, look: scene.look, title: title)
  }
}
