/// What a source of a form knows: blocks, and sections below them; empty where it knows nothing.
struct Content: Equatable, Sendable {
  var blocks: [Document.Block] = []
  var sections: [Document.Section] = []

  var isEmpty: Bool { blocks.isEmpty && sections.isEmpty }

  static let nothing = Content()

  static func paragraph(_ text: String) -> Content { Content(blocks: [.paragraph(text)]) }

  /// A list, or nothing where it has no items.
  static func list(_ items: [Document.Item]) -> Content {
    items.isEmpty ? .nothing : Content(blocks: [.list(items)])
  }

  /// Facts, or nothing where there are none.
  static func facts(_ facts: [Document.Fact]) -> Content {
    facts.isEmpty ? .nothing : Content(blocks: [.facts(facts)])
  }

  static func + (one: Content, other: Content) -> Content {
    Content(blocks: one.blocks + other.blocks, sections: one.sections + other.sections)
  }
}

extension [Content] {
  var joined: Content { reduce(.nothing, +) }
}
