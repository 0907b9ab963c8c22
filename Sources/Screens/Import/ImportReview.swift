public import TerminalUI

/// What was understood of a file, beside the file: each thing to accept, change or drop.
///
/// Nothing is written before somebody says so.
public struct ImportReview: Screen {
  public enum Action: Sendable, Equatable {
    case create, accept, acceptAll, change, drop, nextDoubt, filter, keepFilter, dropFilter, leave
  }

  /// One thing that was understood.
  public struct Field: Equatable, Sendable, Identifiable {
    public let id: String
    public var label: String
    public var text: String
    /// Counted from 1; `nil` for what the file lacks.
    public var line: Int?
    /// What the file says there: the line, or a part of it.
    public var raw: String?
    /// Why somebody should look at it; `nil` where the file says what it is, or somebody did look.
    public var doubt: String?
    public var isChangeable = true
    /// Which session of a programme it belongs to, counted from 1; `nil` where there is one.
    public var part: Int?
    /// Whether a session cannot be made without it.
    public var isNeeded = false
    public var isDropped = false
    public var isChanged = false

    public init(id: String, label: String, text: String, line: Int?, doubt: String? = nil) {
      self.id = id
      self.label = label
      self.text = text
      self.line = line
      self.doubt = doubt
    }

    public var isSure: Bool { doubt == nil }
  }

  /// What the file is called and what it was taken for.
  let heading: String
  /// Its lines.
  let source: [String]
  private(set) var fields: [Field]
  var list = ListView<String>()
  /// The field whose words are being changed.
  private(set) var editor: TextField?
  /// Whether it was said that something is uncertain, so that the next time it is created.
  private var hasAsked = false

  public init(heading: String, source: [String], fields: [Field]) {
    self.heading = heading
    self.source = source
    self.fields = fields
  }

  /// A review with something in it, for the table of its keys.
  static var example: ImportReview {
    var title = Field(id: "title", label: "title", text: "", line: nil, doubt: "it is missing")
    title.isNeeded = true
    return ImportReview(heading: "", source: [], fields: [title])
  }

  public var name: String { "the review of an import" }
  public var needs: Size { Size(columns: 60, rows: 16) }

  public func tick(in scene: Scene) -> Tick? { nil }

  public func takesTyping(in scene: Scene) -> Bool { editor != nil || list.isTyping }

  // MARK: Fields

  /// What the filter lets through.
  var items: [String] {
    guard list.isFiltered else { return fields.map(\.id) }
    let texts = Dictionary(fields.map { ($0.id, "\($0.label) \($0.text)") }) { first, _ in first }
    return list.shown(of: fields.map(\.id)) { texts[$0] ?? "" }
  }

  private var place: Int? {
    let items = items
    guard let index = list.index(in: items) else { return nil }
    return list.isFiltered ? fields.firstIndex { $0.id == items[index] } : index
  }

  var selected: Field? { place.map { fields[$0] } }

  /// Whether it goes with its session, which is left out.
  func goesWithSession(_ field: Field) -> Bool {
    guard let part = field.part else { return false }
    return leftOut.contains(part)
  }

  private var leftOut: Set<Int> {
    Set(fields.filter { $0.isDropped && $0.isHeading }.compactMap(\.part))
  }

  /// How many should still be looked at.
  var doubts: Int {
    let leftOut = leftOut
    return fields.count { $0.isOpen(leavingOut: leftOut) }
  }

  /// Why there is no other thing to look at.
  private var nothingElse: String? {
    let leftOut = leftOut
    let open = fields.filter { $0.isOpen(leavingOut: leftOut) }
    if open.isEmpty { return "Nothing is uncertain" }
    return open.count == 1 && open[0].id == selected?.id ? "Nothing else is uncertain" : nil
  }

  private var nothingToAccept: String? {
    let leftOut = leftOut
    let open = fields.filter { $0.isOpen(leavingOut: leftOut) }
    if open.isEmpty { return "Nothing is uncertain" }
    return open.allSatisfy(\.text.isEmpty) ? "What is missing needs words; Enter gives some" : nil
  }

  /// Why nothing can be created yet.
  private var hindrance: String? {
    let leftOut = leftOut
    if let part = fields.first(where: { field in
      field.part.map { !leftOut.contains($0) } ?? false && field.isNeeded && field.text.isEmpty
    })?.part {
      return "Session \(part) has no title; Enter gives one, Space drops it"
    }
    if fields.contains(where: {
      $0.part == nil && $0.isNeeded && ($0.isDropped || $0.text.isEmpty)
    }) {
      return "There is no title yet; Enter gives one"
    }
    if fields.contains(where: { $0.part != nil }),
      !fields.contains(where: { $0.isHeading && !$0.isDropped })
    {
      return "Every session is left out"
    }
    return nil
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    if editor != nil {
      return [
        Binding([.enter], "take it", group: "Import", priority: 80, action: .change),
        Binding([.escape], "leave it", group: "Import", priority: 70, action: .leave),
      ]
    }
    if list.isTyping {
      return [
        Binding([.enter], "keep the filter", group: "Import", priority: 80, action: .keepFilter),
        Binding([.escape], "clear it", group: "Import", priority: 70, action: .dropFilter),
      ]
    }
    let selected = selected
    return [
      Binding(
        ["c"], "create", group: "Import", priority: 80, whyNot: hindrance, action: .create),
      Binding(
        [.enter], "change", group: "Import", priority: 75,
        whyNot: selected?.isChangeable == false
          ? "This can be dropped, not changed" : nil,
        action: .change),
      Binding(
        ["a"], "accept", group: "Import", priority: 65,
        whyNot: selected?.isSure == true
          ? "It is accepted as it stands"
          : selected?.text.isEmpty == true ? "There is nothing to accept; Enter gives words" : nil,
        action: .accept),
      Binding(
        [" ", .delete], selected?.isDropped == true ? "take back" : "drop", group: "Import",
        priority: 70, action: .drop),
      Binding(
        [.tab], "next to look at", group: "Import", priority: 60, whyNot: nothingElse,
        action: .nextDoubt),
      Binding(
        ["A"], "accept all", group: "Import", priority: 45, whyNot: nothingToAccept,
        action: .acceptAll),
      Binding(["/"], "filter", group: "Import", priority: 40, action: .filter),
      Binding(
        [.escape, "q"], "leave, writing nothing", group: "Import", priority: 50, action: .leave),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    defer { if action != .create { hasAsked = false } }
    switch action {
    case .create: return create()
    case .accept: accept()
    case .acceptAll:
      for index in fields.indices where !fields[index].text.isEmpty { fields[index].doubt = nil }
    case .change: change()
    case .drop: drop()
    case .nextDoubt: moveToDoubt()
    case .filter: list.handle("/", items: items)
    case .keepFilter: list.handle(.enter, items: items)
    case .dropFilter: list.handle(.escape, items: items)
    case .leave:
      guard editor != nil else { return .quit }
      editor = nil
    }
    return .none
  }

  /// Says once what is still uncertain, and hands over the next time.
  private mutating func create() -> Effect {
    let doubts = doubts
    guard doubts > 0, !hasAsked else {
      let leftOut = leftOut
      return .review(
        fields.map { field in
          var field = field
          if let part = field.part, leftOut.contains(part) { field.isDropped = true }
          return field
        })
    }
    hasAsked = true
    moveToDoubt()
    return .say(
      "\(counted(doubts, "thing")) uncertain; c again takes \(doubts == 1 ? "it" : "them") as is",
      .info)
  }

  private mutating func accept() {
    guard let index = place else { return }
    fields[index].doubt = nil
    fields[index].isDropped = false
    if doubts > 0 { moveToDoubt() }
  }

  /// Opens the words for changing, or takes them over.
  private mutating func change() {
    guard let index = place else { return }
    guard let editor else {
      self.editor = TextField(fields[index].text)
      return
    }
    let text = editor.text
    self.editor = nil
    guard text != fields[index].text else {
      // Looking and leaving as it is accepts it.
      if !text.isEmpty { fields[index].doubt = nil }
      return
    }
    fields[index].text = text
    fields[index].isChanged = true
    fields[index].doubt = text.isEmpty ? "nothing stands here" : nil
    fields[index].isDropped = false
  }

  private mutating func drop() {
    guard let index = place else { return }
    fields[index].isDropped.toggle()
    list.move(by: 1, in: items)
  }

  private mutating func moveToDoubt() {
    let start = (place ?? -1) + 1
    let leftOut = leftOut
    let order = Array(fields.indices[start...]) + Array(fields.indices[..<start])
    guard let next = order.first(where: { fields[$0].isOpen(leavingOut: leftOut) }) else { return }
    if list.isFiltered { list.clearFilter() }
    list.select(fields[next].id)
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key):
      if editor != nil {
        guard key != .enter, key != .escape, key != .control("c") else { return nil }
        return editor?.handle(key) == true ? Effect.none : nil
      }
      if key == .escape, !list.isTyping, !list.isFiltered { return nil }
      return list.handle(key, items: items) ? Effect.none : nil
    case .paste(let text):
      guard editor != nil else { return list.paste(text) ? Effect.none : nil }
      editor?.paste(text)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if editor == nil { _ = list.click(target.name, items: items) }
    return .none
  }

  public mutating func settle(in scene: Scene) {
    list.settle(rows: Layout(scene.size).list.rows, items: items)
  }
}

extension ImportReview.Field {
  /// Whether it stands for a whole session of a programme.
  var isHeading: Bool { part != nil && id.hasSuffix("/title") }

  fileprivate func isOpen(leavingOut parts: Set<Int>) -> Bool {
    !isSure && !isDropped && !(part.map { parts.contains($0) } ?? false)
  }
}
