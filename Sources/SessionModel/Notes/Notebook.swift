/// Everything the rapporteur wrote down.
public struct Notebook: Equatable, Sendable {
  public var all = Register<Note>()
  /// Stretches with a rule of their own, in order; the last one may still run.
  public var stretches: [Stretch] = []
  /// What the report says in the rapporteur's own words, by the section's key: `purpose`.
  public var sections: [String: String] = [:]
  /// The entries in which those words were said last, by the same keys.
  public var sectionEntries: [String: Int] = [:]
  /// The order that was made by hand; empty while notes stand as they were written.
  ///
  /// What is not in it was written later and stands behind; what is gone is passed over.
  public var order: [NoteID] = []

  public init() {}

  public subscript(id: NoteID) -> Note? { all[id] }

  /// The notes in the order in which they are read.
  public var ordered: [Note] {
    guard !order.isEmpty else { return all.all }
    let placed = Set(order)
    return order.compactMap { all[$0] } + all.filter { !placed.contains($0.id) }
  }

  /// The stretch that runs now; `nil` where none does.
  public var stretch: Stretch? { stretches.last.flatMap { $0.to == nil ? $0 : nil } }

  /// A stretch of time in which another attribution rule holds.
  public struct Stretch: Equatable, Sendable, Codable {
    public var rule: AttributionRule
    public var from: Moment
    /// `nil` while it runs.
    public var to: Moment?
  }

  /// The notes that have a link to one.
  func linking(to id: NoteID) -> [NoteID] {
    all.all.filter { $0.links.contains { $0.note == id } }.map(\.id)
  }
}

extension Notebook: Codable {
  enum CodingKeys: String, CodingKey {
    case all, stretches, sections, sectionEntries, order
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    all = try container.decode(Register<Note>.self, forKey: .all)
    stretches = try container.decodeIfPresent([Stretch].self, forKey: .stretches) ?? []
    sections = try container.decodeIfPresent([String: String].self, forKey: .sections) ?? [:]
    sectionEntries =
      try container.decodeIfPresent([String: Int].self, forKey: .sectionEntries) ?? [:]
    order = try container.decodeIfPresent([NoteID].self, forKey: .order) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(all, forKey: .all)
    if !stretches.isEmpty { try container.encode(stretches, forKey: .stretches) }
    if !sections.isEmpty { try container.encode(sections, forKey: .sections) }
    if !sectionEntries.isEmpty { try container.encode(sectionEntries, forKey: .sectionEntries) }
    if !order.isEmpty { try container.encode(order, forKey: .order) }
  }
}
