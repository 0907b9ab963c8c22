import TerminalUI

/// What is missing in as many words as there is room for, and how much more there is.
struct GapLines {
  /// Opens all of it.
  static let key = Key.function(8)

  private let words: [String]
  private let look: Look

  init(_ gaps: [ReportDraft.Gap], look: Look) {
    words = gaps.map(\.short)
    self.look = look
  }

  private var dot: String { " \(look.glyphs.dot) " }

  /// What stands behind the first of them.
  private func more(than count: Int) -> String {
    count == words.count ? "" : "+\(words.count - count) more: \(Self.key.label(on: look))"
  }

  /// The most that fit, wrapped.
  func lines(in place: Rect) -> (place: Rect, lines: [String]) {
    guard !place.isEmpty else { return (place, []) }
    var shown: [String] = []
    for count in words.indices.map({ $0 + 1 }) {
      let parts = words.prefix(count) + [more(than: count)].filter { !$0.isEmpty }
      let lines = parts.joined(separator: dot).wrapped(to: place.columns)
      if lines.count > place.rows, !shown.isEmpty { break }
      shown = lines.map(String.init)
      // What is too long by itself gives way to the number of the others.
      guard lines.count > place.rows else { continue }
      let end = more(than: count)
      let room = place.columns * place.rows - TextWidth.columns(of: end) - 3 - 12 * place.rows
      let first = words[0].clipped(to: max(4, room), ellipsis: look.glyphs.ellipsis)
      let cut = (end.isEmpty ? first : first + dot + end).wrapped(to: place.columns)
      shown = cut.prefix(place.rows).map(String.init)
      break
    }
    return (place, shown)
  }
}
