/// A list that somebody walks through: what is selected, how far it is scrolled, what it is filtered by.
///
/// It holds no items, only the id of the selected one: whoever draws it hands over the items as they
/// are now. So the selection stays on its item when others come, go or change places; when the item
/// itself goes, what came to its place is selected.
public struct ListView<ID: Hashable & Sendable>: Sendable {
  private var selectedID: ID?
  /// Where the selected item stood when last looked at.
  private var place = 0
  /// The first item that is seen.
  private(set) var top = 0
  /// How many items one screen of it holds.
  private(set) var page = 10
  public private(set) var filter = TextField()
  /// Whether keys go into the filter now.
  public private(set) var isTyping = false

  public init(selecting id: ID? = nil) {
    selectedID = id
  }

  // MARK: Selection

  /// The selected one of these items; `nil` only when there are none.
  public func selection(in items: [ID]) -> ID? {
    index(in: items).map { items[$0] }
  }

  /// Where the selected item stands.
  public func index(in items: [ID]) -> Int? {
    guard !items.isEmpty else { return nil }
    if items.indices.contains(place), items[place] == selectedID { return place }
    if let selectedID, let index = items.firstIndex(of: selectedID) { return index }
    return min(max(0, place), items.count - 1)
  }

  public mutating func select(_ id: ID) {
    selectedID = id
  }

  /// Selects by place; goes to the nearest end from beyond it.
  public mutating func select(at index: Int, in items: [ID]) {
    guard !items.isEmpty else { return }
    place = min(max(0, index), items.count - 1)
    selectedID = items[place]
  }

  public mutating func move(by count: Int, in items: [ID]) {
    guard let index = index(in: items) else { return }
    select(at: index + count, in: items)
  }

  // MARK: Keys

  /// Moves, or filters; `false` when the key means nothing to a list.
  ///
  /// `items` are those that are shown, as `shown(of:text:)` gives them.
  @discardableResult
  public mutating func handle(_ key: Key, items: [ID]) -> Bool {
    if isTyping, let isHandled = handleTyping(key) { return isHandled }
    switch key {
    case .up, "k": move(by: -1, in: items)
    case .down, "j": move(by: 1, in: items)
    case .pageUp: move(by: -max(1, page - 1), in: items)
    case .pageDown: move(by: max(1, page - 1), in: items)
    case .home, "g": select(at: 0, in: items)
    case .end, "G": select(at: items.count - 1, in: items)
    case "/": isTyping = true
    case .escape where !filter.isEmpty: filter = TextField()
    default: return false
    }
    return true
  }

  /// Selects what was clicked; `false` when the target is no row of this list.
  @discardableResult
  public mutating func click(_ target: String, prefix: String = "row", items: [ID]) -> Bool {
    guard let index = target.index(after: prefix), items.indices.contains(index) else {
      return false
    }
    select(at: index, in: items)
    return true
  }

  /// Takes pasted text while the filter is typed; `false` when it is not.
  @discardableResult
  public mutating func paste(_ text: String) -> Bool {
    guard isTyping else { return false }
    filter.paste(text)
    return true
  }

  /// What a key does while the filter is typed; `nil` leaves it to the list.
  private mutating func handleTyping(_ key: Key) -> Bool? {
    switch key {
    case .enter:
      isTyping = false
      return true
    case .escape:
      isTyping = false
      filter = TextField()
      return true
    case .up, .down, .pageUp, .pageDown: return nil
    case .backspace where filter.isEmpty:
      isTyping = false
      return true
    default: return filter.handle(key)
    }
  }

  // MARK: Filter

  public var isFiltered: Bool { !filter.isEmpty }

  /// Those items whose text has every word of the filter, whatever their case and accents.
  public func shown(of items: [ID], text: (ID) -> String) -> [ID] {
    guard isFiltered else { return items }
    let words = TextFilter(filter.text)
    return items.filter { words.accepts(text($0)) }
  }

  public mutating func clearFilter() {
    filter = TextField()
    isTyping = false
  }

  // MARK: Scrolling

  /// Scrolls so far that the selected item is seen whole, and remembers the size of a page.
  ///
  /// Call it where the list may change, before drawing; a list drawn without it scrolls by itself
  /// for that drawing only. `height` is in rows, headings included.
  public mutating func settle(rows: Int, items: [ID], height: (Int) -> Int = { _ in 1 }) {
    guard let index = index(in: items) else {
      (top, place) = (0, 0)
      return
    }
    select(at: index, in: items)
    let rows = rows - (hasFilterLine ? 1 : 0)
    top = min(max(top, firstSeen(with: index, rows: rows, height)), index)
    top = min(top, firstSeen(with: items.count - 1, rows: rows, height))
    var (used, count) = (0, 0)
    for index in top..<items.count {
      used += height(index)
      guard used <= rows else { break }
      count += 1
    }
    page = max(1, count)
  }

  var hasFilterLine: Bool { isTyping || isFiltered }

  /// The first item of a screen on which `last` is the last.
  private func firstSeen(with last: Int, rows: Int, _ height: (Int) -> Int) -> Int {
    var used = height(last)
    var first = last
    while first > 0 {
      used += height(first - 1)
      guard used <= rows else { break }
      first -= 1
    }
    return first
  }
}

extension String {
  /// The number of a click target: 3 of `row:3` for `row`.
  func index(after prefix: String) -> Int? {
    guard hasPrefix(prefix + ":") else { return nil }
    return Int(dropFirst(prefix.count + 1))
  }
}
