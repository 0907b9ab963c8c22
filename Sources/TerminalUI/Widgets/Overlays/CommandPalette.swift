/// A line for any command, with those that match below it.
///
/// It ranks what it is given; whoever opened it may hand over other entries after each key, such as
/// the completions of what is typed by then.
public struct CommandPalette: Sendable {
  /// Something that can be chosen.
  public struct Entry: Hashable, Sendable {
    /// What stands in the field once it is completed: `poll open p1`.
    public var line: String
    /// What it does, in a few words.
    public var detail: String
    /// The label of the key that does the same; empty when there is none.
    public var key: String
    /// Why it cannot be done now; `nil` when it can.
    public var whyNot: String?

    public init(_ line: String, detail: String = "", key: String = "", whyNot: String? = nil) {
      self.line = line
      self.detail = detail
      self.key = key
      self.whyNot = whyNot
    }
  }

  /// What Enter was pressed on.
  public struct Choice: Hashable, Sendable {
    /// The line as typed.
    public var typed: String
    /// The marked entry; `nil` when nothing matches.
    public var entry: Entry?
    /// Whether it was marked by hand rather than by being the best match.
    public var isMarkedByHand: Bool

    public init(typed: String, entry: Entry?, isMarkedByHand: Bool = false) {
      self.typed = typed
      self.entry = entry
      self.isMarkedByHand = isMarkedByHand
    }
  }

  private struct Hit: Sendable {
    var entry: Int
    var match: FuzzyMatch
  }

  static let mostRows = 12

  public private(set) var field: TextField
  /// What there is to choose from, in the order that decides between equals.
  public var entries: [Entry] {
    didSet {
      texts = entries.map { (FuzzyText($0.line), FuzzyText($0.detail)) }
      rank()
    }
  }
  /// Lines and details, ready to be matched.
  private var texts: [(line: FuzzyText, detail: FuzzyText)]
  private var hits: [Hit] = []
  /// Whether the entries come ranked already, and only their matching letters are looked for.
  public var keepsOrder = false { didSet { rank() } }
  private var marked = 0
  private var isMarkedByHand = false

  public init(_ entries: [Entry], text: String = "") {
    field = TextField(text)
    self.entries = entries
    texts = entries.map { (FuzzyText($0.line), FuzzyText($0.detail)) }
    rank()
  }

  public var text: String { field.text }

  /// Those that match what is typed, the best first.
  public var matches: [Entry] { hits.map { entries[$0.entry] } }

  public var markedEntry: Entry? {
    hits.indices.contains(marked) ? entries[hits[marked].entry] : nil
  }

  /// Takes every key: Tab completes, Enter chooses, arrows mark, Esc leaves, others edit the line.
  public mutating func handle(_ key: Key) -> Reply<Choice> {
    switch key {
    case .escape: return .cancelled
    case .enter: return choose()
    case .tab: complete()
    case .up, .control("p"), .backTab: mark(marked - 1)
    case .down, .control("n"): mark(marked + 1)
    case .pageUp: mark(max(0, marked - Self.mostRows))
    case .pageDown: mark(min(hits.count - 1, marked + Self.mostRows))
    case .backspace where field.isEmpty: return .cancelled
    default:
      let before = text
      field.handle(key)
      if text != before { rank() }
    }
    return .waiting
  }

  public mutating func paste(_ text: String) {
    field.paste(text)
    rank()
  }

  /// The answer to a click on an entry; a click beside the palette cancels.
  public mutating func click(_ target: String) -> Reply<Choice> {
    if target == "outside" { return .cancelled }
    guard let index = target.index(after: "entry"), hits.indices.contains(index) else {
      return .ignored
    }
    mark(index)
    return choose()
  }

  private mutating func choose() -> Reply<Choice> {
    if let why = markedEntry?.whyNot, isMarkedByHand || markedEntry?.line == text.trimmed {
      return .refused(why)
    }
    guard !text.trimmed.isEmpty || markedEntry != nil else { return .waiting }
    return .done(
      Choice(typed: text.trimmed, entry: markedEntry, isMarkedByHand: isMarkedByHand))
  }

  /// Makes the line that of the marked entry.
  private mutating func complete() {
    guard let line = markedEntry?.line, line != text else { return }
    field.text = line
    rank()
  }

  private mutating func mark(_ index: Int) {
    guard !hits.isEmpty else { return }
    marked = (index + hits.count) % hits.count
    isMarkedByHand = true
    showGhost()
  }

  private mutating func rank() {
    let pattern = FuzzyPattern(text)
    defer {
      marked = 0
      isMarkedByHand = false
      showGhost()
    }
    guard !keepsOrder else {
      hits = entries.indices.map { index in
        let match = FuzzyMatch(pattern, in: texts[index].line)
        return Hit(entry: index, match: match ?? FuzzyMatch(score: 0, positions: []))
      }
      return
    }
    hits = entries.indices.compactMap { index in
      if let match = FuzzyMatch(pattern, in: texts[index].line) {
        return Hit(entry: index, match: match)
      }
      // What an entry does counts too, but less than how it is called.
      guard let match = FuzzyMatch(pattern, in: texts[index].detail) else { return nil }
      return Hit(entry: index, match: FuzzyMatch(score: match.score / 2, positions: []))
    }
    if !pattern.isEmpty {
      hits.sort { one, other in
        if one.match.score != other.match.score { return one.match.score > other.match.score }
        let lengths = (entries[one.entry].line.utf8.count, entries[other.entry].line.utf8.count)
        return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : one.entry < other.entry
      }
    }
  }

  /// Shows how the marked entry goes on, when what is typed is its beginning.
  private mutating func showGhost() {
    field.ghost = ""
    guard let line = markedEntry?.line, !text.isEmpty, line.hasPrefix(text) else { return }
    field.ghost = String(line.dropFirst(text.count))
  }
}

// MARK: Drawing

extension CommandPalette {
  /// Draws it over the upper part of a rectangle; entries answer to clicks as `entry:index`.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, look: Look, title: String = "", prompt: String = ": ",
    placeholder: String = "any command, any name: Tab completes"
  ) {
    let columns = max(1, min(rect.columns - 4, 76))
    let rows = 2 + max(1, min(Self.mostRows, max(hits.count, min(entries.count, Self.mostRows))))
    let inside = canvas.drawPanel(
      title, room: Size(columns: columns, rows: rows), in: rect, isHigh: true, look: look)
    let area = inside.split(top: inside.rows > 3 ? 2 : 1).rest
    let first = max(0, min(marked - area.rows + 1, hits.count - area.rows))
    for index in hits.indices.dropFirst(first).prefix(area.rows) {
      draw(index, on: &canvas, in: area.line(index - first), look)
    }
    if hits.isEmpty {
      canvas.write(
        "nothing matches", in: area, style: look.style("muted", on: "dialog"),
        ellipsis: look.glyphs.ellipsis)
    }
    let figure = "\(hits.count) of \(entries.count)"
    let width = TextWidth.columns(of: figure) + 1
    let line = inside.line(0)
    let hasFigure = width + 20 < line.columns
    let (place, rest) = line.split(left: hasFigure ? line.columns - width : line.columns)
    canvas.write(figure, in: rest, style: look.style("muted", on: "dialog"), align: .right)
    field.draw(on: &canvas, in: place, look: look, prompt: prompt, placeholder: placeholder)
  }

  private func draw(_ index: Int, on canvas: inout Canvas, in line: Rect, _ look: Look) {
    let entry = entries[hits[index].entry]
    let isMarked = index == marked
    let style = { (role: Role) in
      isMarked ? look[Role("selection." + role.name)] : look.style(role, on: "dialog")
    }
    canvas.fill(line, style: isMarked ? look["selection"] : look["dialog"])
    let detail = entry.whyNot ?? entry.detail
    let room = line.columns - 1 - (detail.isEmpty ? 0 : min(TextWidth.columns(of: detail), 24) + 2)
    let shown = entry.line.shortenedAtStart(to: room, ellipsis: look.glyphs.ellipsis)
    let positions = Set(hits[index].match.positions.map { $0 - shown.left })
    let plain: Role = entry.whyNot == nil ? "text" : "muted"
    var spans = [Span(" ", style(plain))]
    spans += shown.text.runs(marking: positions).map { text, isHit in
      var span = Span(text, style(isHit ? "accent" : plain))
      // Bold or underlined, so that it is seen without colour.
      if isHit { span.style.attributes.formUnion([.bold, .underline]) }
      return span
    }
    if !detail.isEmpty { spans.append(Span("  " + detail, style("muted"))) }
    canvas.write(
      spans, right: entry.key.isEmpty ? [] : [Span(entry.key + " ", style("accent"))], in: line,
      ellipsis: look.glyphs.ellipsis)
    canvas.addTarget(line, "entry:\(index)")
  }
}

extension String {
  /// The text where it fits, else its end: of a long line that is what can be chosen.
  ///
  /// `left` is by how many characters what is shown lies further left.
  func shortenedAtStart(to columns: Int, ellipsis: String) -> (text: String, left: Int) {
    guard TextWidth.columns(of: self) > columns else { return (self, 0) }
    var kept: [Character] = []
    var free = columns - TextWidth.columns(of: ellipsis)
    for character in reversed() {
      free -= TextWidth.columns(of: character)
      guard free >= 0 else { break }
      kept.append(character)
    }
    return (ellipsis + String(kept.reversed()), count - kept.count - ellipsis.count)
  }

  /// The text in runs that are marked or not, by the places of its characters.
  func runs(marking positions: Set<Int>) -> [(String, Bool)] {
    var runs: [(String, Bool)] = []
    for (index, character) in enumerated() {
      let isMarked = positions.contains(index)
      if let last = runs.last, last.1 == isMarked {
        runs[runs.count - 1].0.append(character)
      } else {
        runs.append((String(character), isMarked))
      }
    }
    return runs
  }
}
