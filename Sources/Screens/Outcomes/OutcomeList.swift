import SessionModel
import TerminalUI

/// The outcome sentences down the left of a screen, each with a word about it below.
struct OutcomeList: Sendable {
  /// What is said below a sentence, in which role; nothing where it is empty.
  typealias Word = @Sendable (OutcomeSentence, Outcomes) -> (text: String, role: TerminalUI.Role)

  private var list = ListView<OutcomeID>()
  /// How much of the width it takes, in percent.
  private let share: Int
  private let empty: String
  private let word: Word

  init(share: Int, empty: String, word: @escaping Word) {
    self.share = share
    self.empty = empty
    self.word = word
  }

  private func shown(in scene: Scene) -> [OutcomeID] { scene.session.outcomes.all.map(\.id) }

  func selection(in scene: Scene) -> OutcomeSentence? {
    list.selection(in: shown(in: scene)).flatMap { scene.session.outcomes[$0] }
  }

  /// Walks through it; `false` for a key that does not, and for those that are kept.
  mutating func handle(_ input: Input, but kept: [Key], in scene: Scene) -> Bool {
    guard case .key(let key) = input, !kept.contains(key) else { return false }
    return list.handle(key, items: shown(in: scene))
  }

  mutating func click(_ target: ClickTarget, in scene: Scene) {
    _ = list.click(target.name, prefix: "outcome", items: shown(in: scene))
  }

  mutating func settle(in scene: Scene) {
    let area = Rect(
      column: 0, row: 0, columns: scene.size.columns, rows: max(0, scene.size.rows - 2))
    let place = columns(of: area).left
    let items = shown(in: scene)
    let heights = items.map { height(of: $0, in: place, scene) }
    list.settle(rows: place.rows - 2, items: items) { heights[$0] }
  }

  // MARK: Drawing

  /// The sentences, and what stands beside them.
  private func columns(of area: Rect) -> (left: Rect, right: Rect) {
    let body = area.split(top: 2).rest.inset(columns: 1)
    let (left, right) = body.split(left: body.columns * share / 100, gap: 3)
    return (left, right)
  }

  /// The number and a free column behind it.
  private func numberColumns(_ scene: Scene) -> Int {
    String(scene.session.outcomes.all.last?.id.number ?? 1).count + 1
  }

  private func lines(of outcome: OutcomeSentence, in area: Rect, _ scene: Scene) -> [String] {
    outcome.text.lines(
      in: max(1, area.columns - numberColumns(scene)), limit: 3,
      ellipsis: scene.look.glyphs.ellipsis)
  }

  /// A sentence, the word about it, and a free row.
  private func height(of id: OutcomeID, in area: Rect, _ scene: Scene) -> Int {
    guard let outcome = scene.session.outcomes[id] else { return 1 }
    let hasWord = !word(outcome, scene.session.outcomes).text.isEmpty
    return lines(of: outcome, in: area, scene).count + (hasWord ? 2 : 1)
  }

  /// Draws the header, the sentences and the line beside them; the rest of the area is left.
  func draw(_ heading: String, on canvas: inout Canvas, in area: Rect, _ scene: Scene) -> Rect {
    let look = scene.look
    let outcomes = scene.session.outcomes
    HeaderLine(scene).draw(on: &canvas, in: area.line(0))
    let (left, right) = columns(of: area)
    canvas.write(heading, in: left.line(0), style: look["heading"])
    list.draw(
      on: &canvas, in: left.split(top: 2).rest, look: look, items: shown(in: scene),
      prefix: "outcome", hasFocus: true, bar: .words, empty: empty,
      height: { height(of: $0, in: left, scene) }
    ) { canvas, row, id in
      guard let outcome = outcomes[id] else { return }
      let lines = lines(of: outcome, in: left, scene)
      let text = row.rect.split(left: numberColumns(scene)).rest
      canvas.write("\(id.number)", in: row.rect, style: row.style("accent"))
      canvas.write(lines, in: text, style: row.style("text"))
      let (said, role) = word(outcome, outcomes)
      canvas.write(
        said, in: text.line(lines.count), style: row.style(role), ellipsis: look.glyphs.ellipsis)
    }
    canvas.drawDivider(
      in: Rect(column: left.endColumn + 1, row: left.row, columns: 1, rows: left.rows), look: look)
    return right
  }
}
