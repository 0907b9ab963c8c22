import SessionModel
import TerminalUI

extension RapporteurDesk {
  /// The notes in their order and the report they would make, as of one entry.
  struct Sorted: Sendable {
    var entries: Int
    var grouping: Outline.Grouping
    var filter: String
    /// How many notes off the record stood among them.
    var unkept: Int
    var hearing: Hearing
    var outline: Outline
    var draft: ReportDraft
    /// The topics in use, the most used first.
    var topics: [String]
  }

  /// Made anew only when something has happened: a key must not wait for a thousand notes.
  func sorted(in scene: Scene) -> Sorted {
    if let sorted, sorted.entries == scene.session.entries, sorted.grouping == grouping,
      sorted.filter == filter.text, sorted.unkept == unkept.count,
      sorted.hearing == scene.hearing
    {
      return sorted
    }
    let outline = Outline(
      scene.session, by: grouping, hearing: scene.hearing, matching: filter.text,
      unkept: unkept.indices)
    // What only an entry changes is not made anew for a letter of the filter.
    let kept = sorted.flatMap {
      $0.entries == scene.session.entries && $0.hearing == scene.hearing ? $0 : nil
    }
    return Sorted(
      entries: scene.session.entries, grouping: grouping, filter: filter.text,
      unkept: unkept.count, hearing: scene.hearing, outline: outline,
      draft: kept?.draft ?? ReportDraft(scene.session, hearing: scene.hearing),
      topics: kept?.topics ?? scene.session.notes.topics)
  }

  func outline(in scene: Scene) -> Outline { sorted(in: scene).outline }

  public mutating func settle(in scene: Scene) {
    sorted = sorted(in: scene)
    line.settle(Layout(scene).input.size)
    // Where somebody removed it meanwhile, what stands in the line becomes a note of its own.
    edit = edit.flatMap { edit in scene.session.notes[edit.note].map { edit.seeing($0.text) } }
    let layout = layout(Layout.area(of: scene))
    report.settle(in: layout.report, scene, others: sorted(in: scene).draft.gaps)
    if let id = selected, scene.session.notes[id] == nil { selected = nil }
    if let id = removing?.note, scene.session.notes[id] == nil { removing = nil }
    forgetWhatWasOffTheRecord(in: scene)
    let last = scene.session.notes.all.last?.id
    let isNew = last != newest
    newest = last
    guard let anchor = chosen ?? (isNew ? last.map { .note($0) } : nil) else {
      top = min(top, max(0, outline(in: scene).lines.count - layout.list.rows))
      return
    }
    scroll(to: anchor, layout, in: scene)
  }

  /// What was typed while nothing could be kept goes with the stretch, a half-written line too.
  private mutating func forgetWhatWasOffTheRecord(in scene: Scene) {
    if scene.session.attribution == .offTheRecord {
      if lineOnTheRecord == nil { (lineOnTheRecord, editOnTheRecord) = (line.text, edit) }
      return
    }
    unkept = []
    if case .unkept = removing { removing = nil }
    selectedUnkept = nil
    if editedUnkept != nil {
      // What the line changed is gone, and so are its words.
      editedUnkept = nil
      line = TextArea()
      kind = .note
    }
    guard let before = lineOnTheRecord else { return }
    lineOnTheRecord = nil
    let edited = editOnTheRecord
    editOnTheRecord = nil
    guard line.text != before else { return }
    // The note that was in hand before is in hand again, in the words of before.
    edit = edited
    // A new line: the old one's undo knows every word.
    line = TextArea(before)
  }

  private mutating func scroll(to row: Outline.Line, _ layout: Layout, in scene: Scene) {
    let rows = outline(in: scene).lines
    guard let place = rows.firstIndex(of: row) else { return }
    // The heading above a first note is seen with it.
    let wanted = place > 0 && rows[place - 1].isHeading ? place - 1 : place
    top = max(min(top, wanted), place - layout.list.rows + 1)
    top = max(0, min(top, rows.count - layout.list.rows))
  }
}
