/// Things kept in the order of their serial names.
///
/// Looking one up is a binary search; adding the newest is an append. JSON sees a plain array.
public struct Register<Element: Named & Identifiable>: Sendable
where Element: Sendable, Element.ID == Identifier<Element> {
  public private(set) var all: [Element] = []

  public init() {}

  /// Things that are in the order of their names already.
  public init(inOrder all: [Element]) {
    self.all = all
  }

  public var isEmpty: Bool { all.isEmpty }
  public var count: Int { all.count }
  public var last: Element? { all.last }

  /// Reads or writes one by name; `nil` where there is none.
  public subscript(id: Identifier<Element>) -> Element? {
    get {
      let index = position(of: id)
      return index < all.count && all[index].id == id ? all[index] : nil
    }
    set {
      let index = position(of: id)
      let isThere = index < all.count && all[index].id == id
      switch newValue {
      case .some(let element) where isThere: all[index] = element
      case .some(let element): all.insert(element, at: index)
      case .none where isThere: all.remove(at: index)
      case .none: break
      }
    }
  }

  /// Changes one in place; `Damage` when no earlier entry made it.
  mutating func change<Value>(
    _ id: Identifier<Element>, _ body: (inout Element) throws(Damage) -> Value
  ) throws(Damage) -> Value {
    let index = position(of: id)
    guard index < all.count, all[index].id == id else { throw Damage.unknown(id.description) }
    return try body(&all[index])
  }

  private func position(of id: Identifier<Element>) -> Int {
    // Almost always nothing was removed below it, and the number is the place.
    if id.number <= all.count, id.number > 0, all[id.number - 1].id == id { return id.number - 1 }
    if let last = all.last, last.id < id { return all.count }
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Register: Equatable where Element: Equatable {}

extension Register: Codable where Element: Codable {
  public init(from decoder: any Decoder) throws {
    all = try [Element](from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try all.encode(to: encoder)
  }
}

extension Register: Sequence {
  public func makeIterator() -> IndexingIterator<[Element]> { all.makeIterator() }
}
