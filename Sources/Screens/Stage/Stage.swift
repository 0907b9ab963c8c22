import SessionModel
public import TerminalUI

/// What the projector shows the room: the question, who speaks and for how long, the poll.
///
/// Nothing is decided here. The timer counts down; it moves once a second and only while it runs.
public struct Stage: Screen {
  /// How long the first press of `q` counts.
  static let patienceSeconds = 5

  public enum Action: Sendable {
    case leave
  }

  /// When leaving was asked for the first time.
  private(set) var leaving: Moment?

  public init() {}

  public var name: String { "the stage" }
  public var needs: Size { Size(columns: 40, rows: 10) }
  public var chrome: Chrome { .bare }

  public func tick(in scene: Scene) -> Tick? {
    if leaving != nil { return .second }
    switch scene.session.stage {
    case .planned: return .minute
    case .live:
      let isRunning = scene.session.floor.currentTurn.map { !$0.isPaused } ?? false
      return isRunning || scene.session.outcomes.asked?.asking?.counting != nil
        || scene.session.polls.open?.seconds != nil || Page.runningBreak(of: scene.session) != nil
        || scene.session.breakouts.isRunning
        ? .second : .minute
    case .closed: return nil
    }
  }

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    [Binding(["q", .control("c")], "leave, pressed twice", group: "Stage", action: .leave)]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    guard leaving == nil else { return .pop }
    leaving = scene.now
    return .none
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    if case .key(let key) = input, key != "q", key != .control("c") { leaving = nil }
    return nil
  }

  public mutating func settle(in scene: Scene) {
    guard let leaving else { return }
    if scene.now.seconds(since: leaving) >= Self.patienceSeconds { self.leaving = nil }
  }

  public func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    let page = Page(scene, isLeaving: leaving != nil)
    switch scene.session.stage {
    case .planned: page.drawBefore(on: &canvas, in: area)
    case .live: page.drawLive(on: &canvas, in: area)
    case .closed: page.drawAfter(on: &canvas, in: area)
    }
  }
}
