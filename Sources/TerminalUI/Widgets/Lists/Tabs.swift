/// Views side by side of which one is seen.
public struct Tabs: Sendable {
  public var titles: [String]
  public private(set) var selected: Int

  /// Tabs with the first one selected; traps without any.
  public init(_ titles: [String], selected: Int = 0) {
    precondition(titles.indices.contains(selected), "One of the tabs is selected")
    self.titles = titles
    self.selected = selected
  }

  /// Selects by place; goes to the nearest end from beyond it.
  public mutating func select(_ index: Int) {
    selected = min(max(0, index), titles.count - 1)
  }

  /// Tab and Right go on, Shift-Tab and Left go back, both round the ends; figures select.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .tab, .right: selected = (selected + 1) % titles.count
    case .backTab, .left: selected = (selected + titles.count - 1) % titles.count
    default:
      guard case .character(let figure) = key.symbol, key.modifiers.isEmpty,
        let number = figure.wholeNumberValue, titles.indices.contains(number - 1)
      else { return false }
      selected = number - 1
    }
    return true
  }

  @discardableResult
  public mutating func click(_ target: String) -> Bool {
    guard let index = target.index(after: "tab"), titles.indices.contains(index) else {
      return false
    }
    selected = index
    return true
  }

  /// Draws the titles in one row, the selected one always whole if it can be; `tab:index` on click.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look, hasFocus: Bool = true) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    let widths = titles.map { TextWidth.columns(of: $0) + 2 }
    let start = widths[..<selected].reduce(0, +)
    // Scrolls by whole titles until the selected one ends inside.
    var first = 0
    var skipped = 0
    while first < selected, start + widths[selected] - skipped > line.columns {
      skipped += widths[first]
      first += 1
    }
    var column = line.column
    for index in titles.indices.dropFirst(first) where column < line.endColumn {
      let place = Rect(column: column, row: line.row, columns: widths[index], rows: 1)
        .intersection(line)
      let isSelected = index == selected
      var style = look[isSelected ? "accent" : "muted"]
      // Seen without colour too.
      if isSelected { style.attributes.formUnion([.bold, .underline]) }
      canvas.write(
        titles[index], in: place.inset(columns: place.columns > 2 ? 1 : 0), style: style,
        ellipsis: look.glyphs.ellipsis)
      canvas.addTarget(place, "tab:\(index)")
      if isSelected, hasFocus { canvas.focus(place.inset(columns: place.columns > 2 ? 1 : 0)) }
      column += widths[index]
    }
  }
}
