/// Every key that works here and what it does, made from the bindings.
///
/// What cannot be done now says why. `/` filters, the keys of a list scroll; all others are left to
/// whoever opened it, who closes it at Esc, `?` or `q`.
public struct HelpOverlay: Sendable {
  /// The keys of one view.
  public struct Section: Sendable {
    var title: String
    var entries: [Entry]

    public init<Action>(_ title: String, _ bindings: [Binding<Action>]) {
      self.title = title
      entries = bindings.map {
        Entry(keys: $0.keys, title: $0.title, whyNot: $0.whyNot, group: $0.group)
      }
    }
  }

  struct Entry: Sendable {
    var keys: [Key]
    var title: String
    var whyNot: String?
    var group: String
  }

  /// A heading and what stands below it, kept together.
  private struct Block {
    var title: String
    var lines: [Line]
    var rows: Int { lines.count + 1 }
  }

  private enum Line {
    case entry(keys: String, title: String, isEnabled: Bool)
    case reason(String)
    case heading(String)
    case free
  }

  private static let columnGap = 3
  private static let narrowestColumn = 34

  private let sections: [Section]
  /// What stands above all keys: about what is selected; empty where there is nothing to say.
  private let lead: String
  public private(set) var filter = TextField()
  public private(set) var isTyping = false
  private var top = 0
  private var size = Size(columns: 80, rows: 24)

  /// Help for these views; the one that has the focus first, what works everywhere last.
  public init(_ sections: [Section], lead: String = "") {
    self.sections = sections
    self.lead = lead
  }

  /// Scrolls or filters; `false` when the key is left to whoever opened it.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    if isTyping, let isHandled = handleTyping(key) { return isHandled }
    let page = max(1, roomRows - 1)
    switch key {
    case .up, "k": scroll(to: top - 1)
    case .down, "j": scroll(to: top + 1)
    case .pageUp: scroll(to: top - page)
    case .pageDown, .space: scroll(to: top + page)
    case .home, "g": scroll(to: 0)
    case .end, "G": scroll(to: .max)
    case "/": isTyping = true
    case .escape where !filter.isEmpty: filter = TextField()
    default: return false
    }
    return true
  }

  @discardableResult
  public mutating func paste(_ text: String) -> Bool {
    guard isTyping else { return false }
    filter.paste(text)
    top = 0
    return true
  }

  /// Says how large it is drawn, so that it scrolls no further than there is something to see.
  public mutating func settle(_ size: Size) {
    self.size = size
    scroll(to: top)
  }

  /// What a key does while the filter is typed; `nil` leaves it to the scrolling.
  private mutating func handleTyping(_ key: Key) -> Bool? {
    switch key {
    case .enter: isTyping = false
    case .escape:
      isTyping = false
      filter = TextField()
    case .up, .down, .pageUp, .pageDown: return nil
    case .backspace where filter.isEmpty: isTyping = false
    default:
      top = 0
      return filter.handle(key)
    }
    return true
  }

  private mutating func scroll(to row: Int) {
    let rows = columns(in: roomColumns, look: nil).map(\.count).max() ?? 0
    top = max(0, min(row, rows - roomRows))
  }

  // MARK: Layout

  private var hasFilterLine: Bool { isTyping || !filter.isEmpty }
  private var roomColumns: Int { max(1, size.columns - 4) }
  private var roomRows: Int {
    // What a panel of the whole size leaves, as `drawPanel` lays it out.
    let heading = size.rows > 8 ? 2 : size.rows < 2 ? 0 : 1
    let lead = leadLines(in: roomColumns).count
    return max(
      1,
      size.rows - (size.rows > 5 ? 2 : 0) - heading - (hasFilterLine ? 1 : 0)
        - (lead > 0 ? lead + 1 : 0))
  }

  private func leadLines(in columns: Int) -> [String] {
    lead.isEmpty ? [] : lead.wrapped(to: columns).prefix(3).map(String.init)
  }

  private func blocks(in columns: Int, keyColumns: Int, look: Look?) -> [Block] {
    let words = TextFilter(filter.text)
    return sections.flatMap { section -> [Block] in
      var blocks: [Block] = []
      for entry in section.entries {
        let title = entry.group.isEmpty ? section.title : entry.group
        let keys = Self.label(entry.keys, look)
        guard words.accepts("\(keys) \(entry.title) \(title)") else { continue }
        var lines = [
          Line.entry(keys: keys, title: entry.title, isEnabled: entry.whyNot == nil)
        ]
        if let whyNot = entry.whyNot {
          lines += whyNot.wrapped(to: max(1, columns - keyColumns - 2)).map { .reason(String($0)) }
        }
        if let index = blocks.firstIndex(where: { $0.title == title }) {
          blocks[index].lines += lines
        } else {
          blocks.append(Block(title: title, lines: lines))
        }
      }
      return blocks
    }
  }

  private static func label(_ keys: [Key], _ look: Look?) -> String {
    keys.map { key in look.map { key.label(on: $0) } ?? key.label }.joined(separator: " ")
  }

  private func keyColumns(in columns: Int, look: Look?) -> Int {
    let widest =
      sections.flatMap(\.entries).map { TextWidth.columns(of: Self.label($0.keys, look)) }.max()
    return min(widest ?? 0, max(6, columns / 3))
  }

  private static func columnCount(in columns: Int) -> Int {
    max(1, min(4, (columns + columnGap) / (narrowestColumn + columnGap)))
  }

  private static func columnWidth(in columns: Int) -> Int {
    let count = columnCount(in: columns)
    return max(1, (columns - columnGap * (count - 1)) / count)
  }

  /// The lines of every column: blocks in their order, columns as even as that allows.
  private func columns(in columns: Int, look: Look?) -> [[Line]] {
    let width = Self.columnWidth(in: columns)
    let count = Self.columnCount(in: columns)
    let blocks = blocks(in: width, keyColumns: keyColumns(in: width, look: look), look: look)
    let total = blocks.reduce(0) { $0 + $1.rows + 1 }
    var height = max(total / count, blocks.map(\.rows).max() ?? 0)
    while true {
      let filled = Self.fill(blocks, height: height)
      if filled.count <= count { return filled }
      height += 1
    }
  }

  private static func fill(_ blocks: [Block], height: Int) -> [[Line]] {
    var columns: [[Line]] = []
    for block in blocks {
      let lines = [.heading(block.title)] + block.lines
      if let last = columns.last, last.count + 1 + lines.count <= height {
        columns[columns.count - 1] += [.free] + lines
      } else {
        columns.append(lines)
      }
    }
    return columns
  }

  // MARK: Drawing

  /// Draws it over a whole rectangle.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look, title: String = "Keys") {
    guard !rect.isEmpty else { return }
    var settled = self
    settled.settle(rect.size)
    let inside = canvas.drawPanel(title, room: rect.size, in: rect, look: look)
    let (room, line) = inside.split(bottom: hasFilterLine ? 1 : 0)
    let lead = leadLines(in: inside.columns)
    let (top, area) = room.split(top: lead.isEmpty ? 0 : lead.count + 1)
    for (row, text) in lead.enumerated() {
      canvas.write(text, in: top.line(row), style: look.style("accent", on: "dialog"))
    }
    let width = Self.columnWidth(in: inside.columns)
    let keys = keyColumns(in: width, look: look)
    let columns = columns(in: inside.columns, look: look)
    for (index, lines) in columns.enumerated() {
      let column = area.split(left: index * (width + Self.columnGap)).rest.split(left: width).left
      for (row, line) in lines.dropFirst(settled.top).prefix(area.rows).enumerated() {
        draw(line, on: &canvas, in: column.line(row), keyColumns: keys, look)
      }
    }
    let rows = columns.map(\.count).max() ?? 0
    if rows == 0 {
      canvas.write(
        "nothing matches", in: area, style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    if hasFilterLine {
      filter.draw(on: &canvas, in: line, look: look, prompt: "/", hasFocus: isTyping)
    }
    if !isTyping { canvas.focus(inside) }
    drawPlace(from: settled.top, of: rows, on: &canvas, in: inside, rect, look)
  }

  /// Says at the right end of the title how much there is, when not all of it is seen.
  private func drawPlace(
    from top: Int, of rows: Int, on canvas: inout Canvas, in inside: Rect, _ rect: Rect,
    _ look: Look
  ) {
    let lead = leadLines(in: inside.columns).count
    let seen = inside.rows - (hasFilterLine ? 1 : 0) - (lead > 0 ? lead + 1 : 0)
    guard rows > seen, inside.row > rect.row else { return }
    let text = "\(top + 1)-\(min(rows, top + seen)) of \(rows)  / filters"
    let titleRow = rect.row + (rect.rows > 5 ? 1 : 0)
    let line = Rect(column: inside.column, row: titleRow, columns: inside.columns, rows: 1)
    guard TextWidth.columns(of: text) + 12 < line.columns else { return }
    canvas.write(text, in: line, style: look.style("muted", on: "dialog"), align: .right)
  }

  private func draw(
    _ line: Line, on canvas: inout Canvas, in place: Rect, keyColumns: Int, _ look: Look
  ) {
    let (left, right) = place.split(left: keyColumns, gap: 2)
    let ellipsis = look.glyphs.ellipsis
    switch line {
    case .free: break
    case .heading(let title):
      canvas.write(title, in: place, style: look.style("heading", on: "dialog"), ellipsis: ellipsis)
    case .reason(let reason):
      canvas.write(reason, in: right, style: look.style("muted", on: "dialog"), ellipsis: ellipsis)
    case .entry(let keys, let title, let isEnabled):
      let key: Role = isEnabled ? "dialog.key" : "muted"
      let text: Role = isEnabled ? "dialog" : "muted"
      canvas.write(keys, in: left, style: look.style(key, on: "dialog"), ellipsis: ellipsis)
      canvas.write(title, in: right, style: look.style(text, on: "dialog"), ellipsis: ellipsis)
    }
  }
}
