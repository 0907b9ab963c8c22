public import SessionModel
public import TerminalUI

/// All sessions by day, what the chosen one still lacks, and the seats to open it at.
public struct Lobby: Screen {
  public enum Action: Sendable, Equatable {
    case open(Seat)
    case create
    case filter, keepFilter, dropFilter
  }

  private(set) var choices: [SessionChoice]
  var list = ListView<SessionChoice.ID>()

  public init(choices: [SessionChoice]) {
    self.choices = choices
  }

  public var name: String { "the lobby" }
  public var needs: Size { Size(columns: 60, rows: 16) }

  /// Takes the sessions as they are now; what was selected stays selected.
  public mutating func take(_ choices: [SessionChoice]) {
    self.choices = choices
  }

  /// Its clock shows minutes.
  public func tick(in scene: Scene) -> Tick? { .minute }

  public func takesTyping(in scene: Scene) -> Bool { list.isTyping }

  // MARK: What is listed

  /// The sessions that are shown, in their order, with the day they stand under.
  func places(in scene: Scene) -> [Place] {
    let all = Place.sorted(choices, at: scene.now.at)
    let shown = Set(
      list.shown(of: all.map(\.choice.id)) { id in
        choices.first { $0.id == id }?.searchText ?? id
      })
    return all.filter { shown.contains($0.choice.id) }
  }

  func selected(in scene: Scene) -> SessionChoice? {
    let places = places(in: scene)
    return list.index(in: places.map(\.choice.id)).map { places[$0].choice }
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    guard !list.isTyping else {
      return [
        Binding([.enter], "keep the filter", group: "Sessions", priority: 80, action: .keepFilter),
        Binding([.escape], "clear it", group: "Sessions", priority: 70, action: .dropFilter),
      ]
    }
    let choice = selected(in: scene)
    let whyNot: String? =
      choices.isEmpty
      ? "There is no session yet; n makes one"
      : choice == nil ? "No session matches the filter" : choice?.problem
    func open(_ keys: [Key], _ title: String, _ seat: Seat, _ priority: Int) -> Binding<Action> {
      Binding(
        keys, title, group: "Sessions", priority: priority, whyNot: whyNot, action: .open(seat))
    }
    return [
      open([.enter], "moderate", .moderator, 80),
      open(["R"], "rapporteur", .rapporteur, 70),
      open(["O"], "online moderator", .online, 20),
      open(["B"], "ballot", .ballot, 60),
      open(["S"], "stage", .stage, 50),
      Binding(["n"], "new", group: "Sessions", priority: 40, action: .create),
      Binding(["/"], "filter", group: "Sessions", priority: 30, action: .filter),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .open(let seat): return selected(in: scene).map { .open($0, seat) } ?? .none
    case .create: return .push(Fill.newSession)
    case .filter: list.handle("/", items: places(in: scene).map(\.choice.id))
    case .keepFilter: list.handle(.enter, items: places(in: scene).map(\.choice.id))
    case .dropFilter: list.handle(.escape, items: places(in: scene).map(\.choice.id))
    }
    return .none
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key):
      let items = places(in: scene).map(\.choice.id)
      return list.handle(key, items: items) ? Effect.none : nil
    case .paste(let text): return list.paste(text) ? Effect.none : nil
    case .mouse, .focus: return nil
    }
  }

  /// A second click on what is selected opens it, as Enter does.
  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    let before = selected(in: scene)?.id
    let items = places(in: scene).map(\.choice.id)
    guard list.click(target.name, items: items), let choice = selected(in: scene) else {
      return .none
    }
    guard choice.id == before else { return .none }
    return choice.problem.map { .say($0, .refusal) } ?? .open(choice, .moderator)
  }

  public mutating func settle(in scene: Scene) {
    let layout = Layout(scene.size)
    let places = places(in: scene)
    list.settle(rows: layout.list.rows, items: places.map(\.choice.id)) { index in
      places[index].rows + ListView<String>.headingRows(places[index].heading, at: index)
    }
  }
}

extension SessionChoice {
  /// What a filter looks into.
  fileprivate var searchText: String {
    [plan.number, plan.title, plan.series, plan.room, id].compactMap(\.self)
      .joined(separator: " ")
  }
}
