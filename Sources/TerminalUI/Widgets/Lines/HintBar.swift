/// The last line of a screen: which keys do what, now.
///
/// It is made of bindings. When there is no room for all, those of lower priority go first, then
/// those that come later; `?` stays longest. A key that cannot be used now is shown dimmed while
/// there is room, so that the others keep their places.
public struct HintBar: Sendable {
  private struct Hint: Sendable {
    var key: Key
    var title: String
    var priority: Int
    var isEnabled: Bool
  }

  private let hints: [Hint]

  public init<Action>(_ bindings: [Binding<Action>]) {
    hints = bindings.compactMap { binding in
      guard binding.priority > 0, let key = binding.keys.first else { return nil }
      return Hint(
        key: key, title: binding.title,
        priority: binding.keys.contains("?") ? Int.max : binding.priority,
        isEnabled: binding.isEnabled)
    }
  }

  /// Draws it into the first row of a rectangle; a hint answers to clicks as `key:LABEL`.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    canvas.fill(line, style: look["footer"])
    let room = line.inset(columns: line.columns > 2 ? 1 : 0)
    var column = room.column
    for hint in fitting(in: room.columns, look) {
      let width = columns(of: hint, look)
      let place = Rect(
        column: column, row: room.row, columns: min(width, room.endColumn - column), rows: 1)
      let key = Span(
        hint.key.label(on: look), look[hint.isEnabled ? "footer.key" : "footer.disabled"])
      let title = Span(
        " " + hint.title, look[hint.isEnabled ? "footer.title" : "footer.disabled"])
      canvas.write([key, title], in: place, ellipsis: look.glyphs.ellipsis)
      canvas.addTarget(place, "key:\(hint.key.label)")
      column += width + Self.gap(in: room.columns)
    }
  }

  /// Closer together where every column counts.
  private static func gap(in columns: Int) -> Int { columns < 98 ? 2 : 3 }

  private func columns(of hint: Hint, _ look: Look) -> Int {
    TextWidth.columns(of: hint.key.label(on: look)) + 1 + TextWidth.columns(of: hint.title)
  }

  /// Those that have room, in their order; at least the most important one.
  private func fitting(in columns: Int, _ look: Look) -> [Hint] {
    let ranked = hints.indices.sorted { one, other in
      let (a, b) = (hints[one], hints[other])
      if a.isEnabled != b.isEnabled { return a.isEnabled }
      return a.priority != b.priority ? a.priority > b.priority : one < other
    }
    var kept: [Int] = []
    let gap = Self.gap(in: columns)
    var used = -gap
    for index in ranked {
      used += gap + self.columns(of: hints[index], look)
      guard used <= columns || kept.isEmpty else { break }
      kept.append(index)
    }
    return kept.sorted().map { hints[$0] }
  }
}
