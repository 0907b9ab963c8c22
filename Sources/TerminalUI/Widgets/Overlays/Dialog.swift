/// A question with a few answers, laid over the screen.
///
/// Say what will happen, with counts. The answer that is safe comes first: Enter chooses what is
/// marked, and that is the first one unless told otherwise.
public struct Dialog<Answer: Sendable>: Sendable {
  /// One answer.
  public struct Choice: Sendable {
    public var key: Key
    public var title: String
    public var answer: Answer

    public init(_ key: Key, _ title: String, _ answer: Answer) {
      self.key = key
      self.title = title
      self.answer = answer
    }
  }

  public var title: String
  /// What there is to know, a paragraph each.
  public var lines: [String]
  public let choices: [Choice]
  public private(set) var selected: Int

  /// Traps without choices.
  public init(_ title: String, lines: [String] = [], choices: [Choice], selected: Int = 0) {
    precondition(choices.indices.contains(selected), "A dialog marks one of its choices")
    self.title = title
    self.lines = lines
    self.choices = choices
    self.selected = selected
  }

  /// Takes every key, so that none reaches what is below.
  public mutating func handle(_ key: Key) -> Reply<Answer> {
    if let choice = choices.first(where: { $0.key == key }) { return .done(choice.answer) }
    switch key {
    case .enter: return .done(choices[selected].answer)
    case .escape: return .cancelled
    case .left, .up, .backTab: selected = (selected + choices.count - 1) % choices.count
    case .right, .down, .tab: selected = (selected + 1) % choices.count
    default: break
    }
    return .waiting
  }

  /// The answer to a click on a choice; a click beside the dialog cancels.
  public func click(_ target: String) -> Reply<Answer> {
    if target == "outside" { return .cancelled }
    guard let index = target.index(after: "choice"), choices.indices.contains(index) else {
      return .ignored
    }
    return .done(choices[index].answer)
  }

  /// Draws it in the middle of a rectangle; choices answer to clicks as `choice:index`.
  public func draw(on canvas: inout Canvas, in rect: Rect, look: Look) {
    let titles = choices.map { " \($0.key.label(on: look)) \($0.title) " }
    let widths = titles.map { TextWidth.columns(of: $0) }
    let inOneRow = widths.reduce(-2) { $0 + $1 + 2 }
    let most = max(1, min(rect.columns - 4, 64))
    let isOneRow = inOneRow <= most
    let textColumns = min(most, max(lines.map { TextWidth.columns(of: $0) }.max() ?? 0, inOneRow))
    let wrapped = lines.flatMap { $0.wrapped(to: max(20, textColumns)) }
    let columns = max(
      wrapped.map { TextWidth.columns(of: $0) }.max() ?? 0,
      isOneRow ? inOneRow : widths.max() ?? 0)
    let choiceRows = isOneRow ? 1 : choices.count
    let gap = wrapped.isEmpty ? 0 : 1
    let room = Size(columns: columns, rows: wrapped.count + gap + choiceRows)
    let inside = canvas.drawPanel(title, room: room, in: rect, look: look)
    // The choices are what must be seen when there is little room.
    let (text, bottom) = inside.split(bottom: choiceRows)
    for (index, line) in wrapped.enumerated() {
      canvas.write(
        String(line), in: text.line(index), style: look["dialog"], ellipsis: look.glyphs.ellipsis)
    }
    var column = bottom.column
    for index in choices.indices {
      let place =
        isOneRow
        ? Rect(column: column, row: bottom.row, columns: widths[index], rows: bottom.rows)
          .intersection(bottom)
        : bottom.line(index)
      column += widths[index] + 2
      draw(index, on: &canvas, in: place, look)
    }
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in place: Rect, _ look: Look) {
    let choice = choices[index]
    let isSelected = index == selected
    let ground: Role = isSelected ? "selection" : "dialog"
    canvas.fill(place, style: look[ground])
    canvas.write(
      [
        Span(
          " \(choice.key.label(on: look))",
          isSelected ? look["selection.accent"] : look.style("dialog.key", on: "dialog")),
        Span(" \(choice.title)", look[ground]),
      ], in: place, ellipsis: look.glyphs.ellipsis)
    canvas.addTarget(place, "choice:\(index)")
    if isSelected { canvas.focus(place) }
  }
}
