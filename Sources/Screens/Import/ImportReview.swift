public import TerminalUI

/// What was understood of a file, beside the file: each thing to accept, change or drop.
///
/// Nothing is written before somebody says so.
public struct ImportReview: Screen {
  public enum Action: Sendable, Equatable {
    case create, accept, change, drop, nextDoubt, leave
  }

  /// One thing that was understood.
  public struct Field: Equatable, Sendable, Identifiable {
    public let id: String
    public var label: String
    public var text: String
    /// Counted from 1; `nil` for what the file lacks.
    public var line: Int?
    /// Whether the file says what it is; else somebody should look.
    public var isSure: Bool
    public var isChangeable: Bool
    public var isDropped = false
    public var isChanged = false

    public init(
      id: String, label: String, text: String, line: Int?, isSure: Bool, isChangeable: Bool
    ) {
      self.id = id
      self.label = label
      self.text = text
      self.line = line
      self.isSure = isSure
      self.isChangeable = isChangeable
    }
  }

  /// What the file is called and what it was taken for.
  let heading: String
  /// Its lines.
  let source: [String]
  private(set) var fields: [Field]
  var list = ListView<String>()
  /// The field whose words are being changed.
  private(set) var editor: TextField?

  public init(heading: String, source: [String], fields: [Field]) {
    self.heading = heading
    self.source = source
    self.fields = fields
  }

  /// A review with something in it, for the table of its keys.
  static var example: ImportReview {
    let title = Field(
      id: "title", label: "title", text: "", line: nil, isSure: false, isChangeable: true)
    return ImportReview(heading: "", source: [], fields: [title])
  }

  public var name: String { "the review of an import" }
  public var needs: Size { Size(columns: 60, rows: 16) }

  public func tick(in scene: Scene) -> Tick? { nil }

  public func takesTyping(in scene: Scene) -> Bool { editor != nil }

  var items: [String] { fields.map(\.id) }

  var selected: Field? { list.index(in: items).map { fields[$0] } }

  /// How many should still be looked at.
  var doubts: Int { fields.count { !$0.isSure && !$0.isDropped } }

  private var isUntitled: Bool {
    fields.first { $0.id == "title" }.map { $0.isDropped || $0.text.isEmpty } ?? false
  }

  // MARK: Keys

  public func bindings(in scene: Scene) -> [Binding<Action>] {
    guard editor == nil else {
      return [
        Binding([.enter], "take it", group: "Import", priority: 80, action: .change),
        Binding([.escape], "leave it", group: "Import", priority: 70, action: .leave),
      ]
    }
    return [
      Binding(
        ["c"], "create", group: "Import", priority: 80,
        whyNot: isUntitled ? "There is no title yet; Enter gives one" : nil, action: .create),
      Binding(
        [.enter], "change", group: "Import", priority: 75,
        whyNot: selected?.isChangeable == false ? "This can be dropped, not changed" : nil,
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
        [.tab], "next to look at", group: "Import", priority: 60,
        whyNot: doubts == 0 ? "Nothing is uncertain" : nil, action: .nextDoubt),
      Binding(
        [.escape, "q"], "leave, writing nothing", group: "Import", priority: 50, action: .leave),
    ]
  }

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .create: return .review(fields)
    case .accept: accept()
    case .change: change()
    case .drop: drop()
    case .nextDoubt: moveToDoubt()
    case .leave:
      guard editor != nil else { return .quit }
      editor = nil
    }
    return .none
  }

  private mutating func accept() {
    guard let index = list.index(in: items) else { return }
    fields[index].isSure = true
    fields[index].isDropped = false
    if doubts > 0 { moveToDoubt() }
  }

  /// Opens the words for changing, or takes them over.
  private mutating func change() {
    guard let index = list.index(in: items) else { return }
    guard let editor else {
      self.editor = TextField(fields[index].text)
      return
    }
    let text = editor.text
    self.editor = nil
    guard text != fields[index].text else {
      // Looking and leaving as it is accepts it.
      fields[index].isSure = fields[index].isSure || !text.isEmpty
      return
    }
    fields[index].text = text
    fields[index].isChanged = true
    fields[index].isSure = !text.isEmpty
    fields[index].isDropped = false
  }

  private mutating func drop() {
    guard let index = list.index(in: items) else { return }
    fields[index].isDropped.toggle()
    list.move(by: 1, in: items)
  }

  private mutating func moveToDoubt() {
    let start = (list.index(in: items) ?? -1) + 1
    let order = Array(fields.indices[start...]) + Array(fields.indices[..<start])
    if let next = order.first(where: { !fields[$0].isSure && !fields[$0].isDropped }) {
      list.select(fields[next].id)
    }
  }

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key):
      if editor != nil {
        guard key != .enter, key != .escape, key != .control("c") else { return nil }
        return editor?.handle(key) == true ? Effect.none : nil
      }
      return list.handle(key, items: items) ? Effect.none : nil
    case .paste(let text):
      guard editor != nil else { return nil }
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
