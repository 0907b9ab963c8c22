import SessionModel
import TerminalUI

/// A note in a column beside another one: the words that only this one has stand out.
struct NoteColumn {
  /// How many columns stand between two of them.
  static let gap = 3

  private let note: Note
  private let common: Set<Substring>
  private let scene: Scene

  init(_ note: Note, beside other: Note?, _ scene: Scene) {
    self.note = note
    self.scene = scene
    common = NoteLikeness.words(of: other?.text ?? "")
  }

  /// What it is and where it comes from, an empty row, and its words.
  func rows(columns: Int) -> [[Span]] {
    let look = scene.look
    let origin = [
      note.id.description, scene.session.plan.clockText(note.written.at),
      note.binding.speaker.flatMap { scene.session.people[$0]?.name },
    ].compactMap(\.self).joined(separator: " \(look.glyphs.dot) ")
    let head = [
      Span(
        "\(look.glyphs.note(note.kind.rawValue)) \(note.kind.title)  ",
        look.style("accent", on: "dialog")),
      Span(origin, look.style("muted", on: "dialog")),
    ]
    return [head, []] + note.text.wrapped(to: columns).map(spans)
  }

  private func spans(of line: Substring) -> [Span] {
    let look = scene.look
    return line.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
      let isOwn = NoteLikeness.words(of: String($1)).contains { !common.contains($0) }
      return Span(
        ($0 == 0 ? "" : " ") + $1, look.style(isOwn ? "strong" : "text", on: "dialog"))
    }
  }
}
