/// Things that can be done, one below the other, each with its key.
///
/// What cannot be done now stays in its place and says why when it is marked.
public struct Menu<Action: Sendable>: Sendable {
  public var title: String
  public let bindings: [Binding<Action>]
  public private(set) var selected = 0

  public init(_ title: String, _ bindings: [Binding<Action>]) {
    self.title = title
    self.bindings = bindings
    selected = bindings.firstIndex(where: \.isEnabled) ?? 0
  }

  /// Takes every key, so that none reaches what is below.
  public mutating func handle(_ key: Key) -> Reply<Action> {
    if let index = bindings.firstIndex(where: { $0.keys.contains(key) }) {
      selected = index
      return choose(index)
    }
    switch key {
    case .escape: return .cancelled
    case .enter: return bindings.isEmpty ? .cancelled : choose(selected)
    case .up, "k": move(by: -1)
    case .down, "j": move(by: 1)
    case .home, "g": selected = 0
    case .end, "G": selected = max(0, bindings.count - 1)
    default: break
    }
    return .waiting
  }

  /// The answer to a click on an item; a click beside the menu cancels.
  public mutating func click(_ target: String) -> Reply<Action> {
    if target == "outside" { return .cancelled }
    guard let index = target.index(after: "item"), bindings.indices.contains(index) else {
      return .ignored
    }
    selected = index
    return choose(index)
  }

  private func choose(_ index: Int) -> Reply<Action> {
    bindings[index].whyNot.map { .refused($0) } ?? .done(bindings[index].action)
  }

  private mutating func move(by step: Int) {
    guard !bindings.isEmpty else { return }
    selected = (selected + step + bindings.count) % bindings.count
  }

  /// Draws it in the middle of a rectangle; items answer to clicks as `item:index`.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let keys = bindings.map { $0.keys.first?.label(on: look) ?? "" }
    let keyColumns = keys.map { TextWidth.columns(of: $0) }.max() ?? 0
    let titles = bindings.map { TextWidth.columns(of: $0.title) }.max() ?? 0
    let reasons = bindings.compactMap(\.whyNot).map { TextWidth.columns(of: $0) }.max()
    let columns = min(max(titles + keyColumns + 4, reasons ?? 0), max(1, rect.columns - 4))
    let reasonRows = reasons == nil ? 0 : 2
    let room = Size(columns: columns, rows: bindings.count + reasonRows)
    let inside = canvas.drawPanel(title, room: room, in: rect, look: look)
    let hasReasons = reasonRows > 0 && inside.rows > reasonRows
    let (area, bottom) = inside.split(bottom: hasReasons ? reasonRows : 0)
    let first = max(0, selected - max(0, area.rows - 1))
    for index in bindings.indices.dropFirst(first).prefix(area.rows) {
      let line = area.line(index - first)
      let isSelected = index == selected
      let isEnabled = bindings[index].isEnabled
      let style =
        isSelected
        ? look[isEnabled ? "selection" : "selection.muted"]
        : look.style(isEnabled ? "dialog" : "muted", on: "dialog")
      let keyStyle =
        isSelected
        ? look["selection.accent"]
        : look.style(isEnabled ? "dialog.key" : "muted", on: "dialog")
      canvas.fill(line, style: isSelected ? look["selection"] : look["dialog"])
      canvas.write(
        [Span(" " + bindings[index].title, style)], right: [Span(keys[index] + " ", keyStyle)],
        in: line, gap: 1, ellipsis: look.glyphs.ellipsis)
      canvas.addTarget(line, "item:\(index)")
      if isSelected { canvas.focus(line) }
    }
    if hasReasons, let reason = bindings.isEmpty ? nil : bindings[selected].whyNot {
      canvas.write(
        reason, in: bottom.line(1), style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
  }
}
