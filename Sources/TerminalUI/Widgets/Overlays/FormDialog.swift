/// A few fields to fill in, laid over the screen; with one field, a line to enter.
///
/// Tab, Up and Down go from field to field, Enter hands all of it in, Esc leaves. In a field of
/// several rows Up and Down go on from its beginning and its end; Alt-Enter begins a paragraph.
public struct FormDialog: Sendable {
  /// One field: a line of text, some paragraphs, or one of several choices.
  public struct Field: Sendable {
    enum Content: Sendable {
      case text(TextField)
      case area(TextArea, rows: Int)
      case choice([String], selected: Int)
    }

    /// What its value is called in the answer.
    public let id: String
    public var label: String
    /// What belongs there, shown while it is empty.
    public var hint: String
    public var isRequired: Bool
    var content: Content

    /// A line of text.
    public init(
      _ id: String, _ label: String, text: String = "", hint: String = "", isRequired: Bool = false
    ) {
      self.id = id
      self.label = label
      self.hint = hint
      self.isRequired = isRequired
      content = .text(TextField(text))
    }

    /// Paragraphs of text, of which so many rows are seen.
    public init(
      _ id: String, _ label: String, paragraphs: String, rows: Int, isRequired: Bool = false
    ) {
      self.id = id
      self.label = label
      hint = ""
      self.isRequired = isRequired
      content = .area(TextArea(paragraphs), rows: max(1, rows))
    }

    /// One of several choices, chosen with Left, Right and Space; traps without any.
    public init(_ id: String, _ label: String, choices: [String], selected: Int = 0) {
      precondition(choices.indices.contains(selected), "A field marks one of its choices")
      self.id = id
      self.label = label
      hint = ""
      isRequired = false
      content = .choice(choices, selected: selected)
    }

    public var value: String {
      switch content {
      case .text(let field): field.text
      case .area(let area, _): area.text
      case .choice(let choices, let selected): choices[selected]
      }
    }
  }

  public var title: String
  /// A line above the fields, such as what will be made of them.
  public var note: String
  public private(set) var fields: [Field]
  /// Which field has the focus.
  public private(set) var focus = 0
  /// What is wrong with what was handed in; the next key takes it away.
  public var problem: String?

  /// Traps without fields.
  public init(_ title: String, note: String = "", fields: [Field]) {
    precondition(!fields.isEmpty, "A form has fields")
    self.title = title
    self.note = note
    self.fields = fields
  }

  /// Every value by the id of its field, without spaces at the ends.
  public var values: [String: String] {
    Dictionary(
      fields.map { ($0.id, $0.value.trimmed) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts other words into a text, the caret behind them; a field of choices stays.
  public mutating func set(_ id: String, to text: String) {
    for index in fields.indices where fields[index].id == id {
      switch fields[index].content {
      case .text: fields[index].content = .text(TextField(text))
      case .area(_, let rows): fields[index].content = .area(TextArea(text), rows: rows)
      case .choice: break
      }
    }
  }

  /// Wraps the paragraphs as they are drawn in a rectangle of some size.
  public mutating func settle(in size: Size) {
    let columns = Self.columns(in: size.columns)
    for index in fields.indices {
      guard case .area(var area, let rows) = fields[index].content else { continue }
      area.settle(Size(columns: columns - labelColumns(in: columns) - 2, rows: rows))
      fields[index].content = .area(area, rows: rows)
    }
  }

  /// Puts other fields in; what was typed or chosen in those of the same name stays.
  ///
  /// So does the focus, where its field does. Traps without fields.
  public mutating func replaceFields(_ fields: [Field]) {
    precondition(!fields.isEmpty, "A form has fields")
    let focused = self.fields[focus].id
    let before = Dictionary(
      self.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.fields = fields.map { field in before[field.id].map(field.keeping) ?? field }
    focus = fields.firstIndex { $0.id == focused } ?? min(focus, fields.count - 1)
  }

  /// Puts the focus on a field; nothing happens where there is none of that name.
  public mutating func setFocus(_ id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { focus = index }
  }

  /// Takes every key; `done` with all values once every required field has one.
  public mutating func handle(_ key: Key) -> Reply<[String: String]> {
    problem = nil
    switch key {
    case .escape: return .cancelled
    case .enter: return handIn()
    case .tab where takesGhost(): return .waiting
    case _ where fields[focus].keeps(key): fields[focus].handle(key)
    case .tab, .down: focus = (focus + 1) % fields.count
    case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
    default: fields[focus].handle(key)
    }
    return .waiting
  }

  public mutating func paste(_ text: String) {
    problem = nil
    switch fields[focus].content {
    case .text(var field):
      field.paste(text)
      fields[focus].content = .text(field)
    case .area(var area, let rows):
      area.paste(text)
      fields[focus].content = .area(area, rows: rows)
    case .choice: break
    }
  }

  /// Puts the focus on what was clicked; a click beside the form cancels.
  public mutating func click(_ target: String) -> Reply<[String: String]> {
    if target == "outside" { return .cancelled }
    guard let index = target.index(after: "field"), fields.indices.contains(index) else {
      return .ignored
    }
    focus = index
    return .waiting
  }

  /// Shows how the text in the focused field could go on; Tab takes it.
  public mutating func setGhost(_ ghost: String) {
    guard case .text(var field) = fields[focus].content else { return }
    field.ghost = ghost
    fields[focus].content = .text(field)
  }

  private mutating func takesGhost() -> Bool {
    guard case .text(var field) = fields[focus].content, field.takeGhost() else { return false }
    fields[focus].content = .text(field)
    return true
  }

  private mutating func handIn() -> Reply<[String: String]> {
    let missing = fields.firstIndex { $0.isRequired && $0.value.trimmed.isEmpty }
    guard let missing else { return .done(values) }
    focus = missing
    problem = "'\(fields[missing].label)' is empty"
    return .waiting
  }
}

extension FormDialog.Field {
  /// Whether a key that goes from field to field means something within this one.
  fileprivate func keeps(_ key: Key) -> Bool {
    guard case .area(let area, _) = content else { return false }
    return switch key {
    case .up: !area.isAtStart
    case .down: !area.isAtEnd
    default: false
    }
  }

  /// How many rows it takes.
  fileprivate var rows: Int { if case .area(_, let rows) = content { rows } else { 1 } }

  /// With what was typed or chosen in another of the same kind.
  fileprivate func keeping(_ other: Self) -> Self {
    var field = self
    switch (content, other.content) {
    case (.text, .text), (.area, .area): field.content = other.content
    case (.choice(let choices, _), .choice):
      if let same = choices.firstIndex(of: other.value) {
        field.content = .choice(choices, selected: same)
      }
    case (.text, _), (.area, _), (.choice, _): break
    }
    return field
  }

  /// The next choice that begins with a letter; `nil` where none does.
  private static func next(
    behind selected: Int, of choices: [String], from letter: Character
  ) -> Int? {
    let order = (1...choices.count).map { (selected + $0) % choices.count }
    return order.first { choices[$0].first?.lowercased() == letter.lowercased() }
  }

  fileprivate mutating func handle(_ key: Key) {
    switch content {
    case .area(var area, let rows):
      area.handle(key.symbol == .enter ? .enter : key)
      content = .area(area, rows: rows)
    case .text(var field):
      field.handle(key)
      content = .text(field)
    case .choice(let choices, let selected):
      let step = key == .left ? choices.count - 1 : key == .right || key == .space ? 1 : 0
      let next = key.letter.flatMap { Self.next(behind: selected, of: choices, from: $0) }
      content = .choice(choices, selected: next ?? (selected + step) % choices.count)
    }
  }
}

// MARK: Drawing

extension FormDialog {
  /// Draws it in the middle of a rectangle; fields answer to clicks as `field:index`.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let columns = Self.columns(in: rect.columns)
    let note = self.note.isEmpty ? [] : self.note.wrapped(to: columns)
    let head = note.isEmpty ? 0 : note.count + 1
    let room = Size(columns: columns, rows: head + fields.reduce(2) { $0 + $1.rows })
    let inside = canvas.drawPanel(title, room: room, in: rect, look: look)
    // With little room the note goes first, then the problem's free line.
    let skipped = inside.rows >= room.rows ? 0 : head
    for (index, line) in note.enumerated() where skipped == 0 {
      canvas.write(
        String(line), in: inside.line(index), style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    let area = inside.split(top: head - skipped).rest
    let labels = labelColumns(in: area.columns)
    var rest = area
    for index in fields.indices.dropFirst(firstShown(in: area.rows)) {
      let (place, below) = rest.split(top: fields[index].rows)
      draw(index, on: &canvas, in: place, labels, look)
      rest = below
    }
    if let problem {
      let row = min(area.rows - 1, fields.reduce(1) { $0 + $1.rows })
      guard row > 0 else { return }
      canvas.fill(area.line(row), style: look["dialog"])
      canvas.write(
        "\(look.glyphs.warning) \(problem)", in: area.line(row),
        style: look.style("status.refusal", on: "dialog"), ellipsis: look.glyphs.ellipsis)
    }
  }

  private static func columns(in columns: Int) -> Int { max(1, min(columns - 4, 64)) }

  private func labelColumns(in columns: Int) -> Int {
    min(fields.map { TextWidth.columns(of: $0.label) }.max() ?? 0, columns / 2)
  }

  /// The first field that is seen, so that the one with the focus is.
  private func firstShown(in rows: Int) -> Int {
    var first = focus
    var used = fields[focus].rows
    while first > 0, used + fields[first - 1].rows <= rows {
      first -= 1
      used += fields[first].rows
    }
    return first
  }

  private func draw(
    _ index: Int, on canvas: inout Canvas, in lines: Rect, _ labels: Int, _ look: Look
  ) {
    guard !lines.isEmpty else { return }
    let hasFocus = index == focus
    let field = fields[index]
    let (label, place) = lines.split(left: labels, gap: labels > 0 ? 2 : 0)
    canvas.write(
      field.label, in: label.line(0),
      style: look.style(hasFocus ? "strong" : "muted", on: "dialog"),
      ellipsis: look.glyphs.ellipsis)
    canvas.addTarget(lines, "field:\(index)")
    switch field.content {
    case .text(let text):
      text.draw(on: &canvas, in: place, look: look, placeholder: field.hint, hasFocus: hasFocus)
    case .area(let area, _): area.draw(on: &canvas, in: place, look: look, hasFocus: hasFocus)
    case .choice(let choices, let selected):
      let glyphs = look.glyphs
      canvas.fill(place, style: look["input"])
      let text =
        hasFocus ? "\(glyphs.left) \(choices[selected]) \(glyphs.right)" : choices[selected]
      canvas.write(text, in: place, style: look["input"], ellipsis: glyphs.ellipsis)
      if hasFocus { canvas.focus(place) }
    }
  }
}

extension Key {
  /// The character it types; `nil` for a space, which goes on, and for every other key.
  fileprivate var letter: Character? {
    guard case .character(let character) = symbol, modifiers.subtracting(.shift).isEmpty,
      character != " "
    else { return nil }
    return character
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
