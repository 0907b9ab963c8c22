/// A list in columns, with a quiet heading.
public struct TableView<ID: Hashable & Sendable>: Sendable {
  /// How wide a column is.
  public enum Width: Hashable, Sendable {
    case fixed(Int)
    /// As wide as there is room, shared out by weight, but never less than `least` columns.
    case flexible(least: Int = 8, weight: Int = 1)
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    public var title: String
    public var width: Width
    public var align: Alignment
    /// Which columns stay when there is no room for all: lower ones go first.
    public var priority: Int

    public init(
      _ title: String, _ width: Width = .flexible(), align: Alignment = .left, priority: Int = 0
    ) {
      self.title = title
      self.width = width
      self.align = align
      self.priority = priority
    }

    fileprivate var least: Int {
      switch width {
      case .fixed(let columns): columns
      case .flexible(let least, _): least
      }
    }

    fileprivate var weight: Int {
      if case .flexible(_, let weight) = width { return max(1, weight) }
      return 0
    }
  }

  private static var gap: Int { 2 }

  public var columns: [Column]
  /// Selection, scrolling and filter; keys go here.
  public var list: ListView<ID>

  public init(_ columns: [Column], selecting id: ID? = nil) {
    self.columns = columns
    list = ListView(selecting: id)
  }

  @discardableResult
  public mutating func handle(_ key: Key, items: [ID]) -> Bool {
    list.handle(key, items: items)
  }

  @discardableResult
  public mutating func click(_ target: String, prefix: String = "row", items: [ID]) -> Bool {
    list.click(target, prefix: prefix, items: items)
  }

  /// Draws heading and rows; `cell` gives the text of a column, in the row's styles.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, items: [ID], total: Int? = nil,
    prefix: String = "row", hasFocus: Bool = true, empty: String = "",
    cell: (ID, Int, ListRow) -> [Span]
  ) {
    let places = places(in: rect.columns)
    let (head, body) = rect.split(top: rect.rows > 1 ? 1 : 0)
    for (index, place) in places where !head.isEmpty {
      canvas.write(
        columns[index].title, in: place.moved(to: head), style: look["heading"],
        align: columns[index].align, ellipsis: look.glyphs.ellipsis)
    }
    list.draw(
      on: &canvas, in: body, look: look, items: items, total: total, prefix: prefix,
      hasFocus: hasFocus, empty: empty
    ) { canvas, row, item in
      for (index, place) in places {
        canvas.write(
          cell(item, index, row), in: place.moved(to: row.rect), align: columns[index].align,
          ellipsis: look.glyphs.ellipsis)
      }
    }
  }

  /// Where each column that has room stands, from the left edge.
  func places(in width: Int) -> [(index: Int, place: Rect)] {
    var kept = Array(columns.indices)
    let needed = { (kept: [Int]) in
      kept.reduce(-Self.gap) { $0 + columns[$1].least + Self.gap }
    }
    while kept.count > 1, needed(kept) > width,
      let first = kept.reversed().min(by: { columns[$0].priority < columns[$1].priority })
    {
      kept.removeAll { $0 == first }
    }
    var free = max(0, width - needed(kept))
    var weights = kept.reduce(0) { $0 + columns[$1].weight }
    var column = 0
    return kept.map { index in
      let weight = columns[index].weight
      let extra = weight == 0 ? 0 : free * weight / weights
      free -= extra
      weights -= weight
      let taken = columns[index].least + extra
      defer { column += taken + Self.gap }
      return (
        index, Rect(column: column, row: 0, columns: min(taken, width - column), rows: 1)
      )
    }
  }
}

extension Rect {
  /// The same columns counted from the left edge of another rectangle, in its first row.
  fileprivate func moved(to other: Rect) -> Rect {
    Rect(column: other.column + column, row: other.row, columns: columns, rows: other.rows)
      .intersection(other)
  }
}
