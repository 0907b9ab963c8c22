public import SessionModel
public import TerminalUI

/// Where the session is written down: a line to type into, always, and the notes it made above it.
///
/// No letter is ever a command. A sign at the beginning of the line says what kind of note it is.
public struct RapporteurDesk: Screen {
  public enum Action: Sendable, Equatable {
    case save
    case nextKind, previousKind
    case kind(Note.Kind)
    case selectPrevious, selectNext, remove
    case regroup, find, keepFound, unfind
    case complete, chooseKind
    case card, link, alike, rule
    case report, nextForm, reportUp, reportDown, numbers
    case undoTyping, undo, redo
    case letGo, takeTheirs, mouse, leave
  }

  var line = TextArea()
  /// What the line will become.
  var kind = Note.Kind.note
  var grouping = Outline.Grouping.question
  /// The note that Enter edits and Delete removes; `nil` while nobody walks through the list.
  var selected: NoteID?
  /// The note that the line is an edit of.
  var editing: NoteID?
  /// How that note read when its edit began.
  private var base = ""
  /// How it reads now, where somebody else has changed it meanwhile.
  var theirs: String?
  /// What is looked for in the notes.
  var filter = TextField()
  /// Whether keys go into the filter.
  var isFinding = false
  /// The form of the report that is read beside the notes; `nil` while only the outcomes are.
  var form: String?
  /// The first row of the report that is seen.
  var reportTop = 0
  /// The report as it was composed last.
  private(set) var composed: ComposedReport?
  /// What was written off the record; it is nowhere else, and gone when the stretch ends.
  var unkept: [Unkept] = []
  /// The note that is about to be removed.
  var removing: NoteID?
  /// The first row of the list that is seen.
  var top = 0
  /// The last note seen, to notice when another is written.
  private var newest: NoteID?
  /// What was made of the notes when they were last looked at.
  private var sorted: Sorted?
  /// What was handed in and is not answered yet.
  private var pending: Pending?

  private struct Pending: Sendable {
    var kind: Note.Kind
    var text: String
    var editing: NoteID?
    var base = ""
  }

  /// A note that no file ever holds.
  struct Unkept: Sendable {
    var kind: Note.Kind
    var text: String
    var at: Moment
  }

  public init() {}

  public var name: String { "the rapporteur's desk" }
  public var needs: Size { Size(columns: 60, rows: 16) }

  public func takesTyping(in scene: Scene) -> Bool { true }

  /// The note in hand: the one that is edited, else the one selected while the line is free.
  var inHand: NoteID? { editing ?? (line.isEmpty ? selected : nil) }

  // MARK: Input

  public mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(let key): return receive(key, in: scene)
    case .paste(let text):
      removing = nil
      if isFinding {
        filter.paste(text)
        return Effect.none
      }
      paste(text)
      return Effect.none
    case .mouse(let mouse):
      let place = Layout(scene).input
      guard place.contains(mouse.point) else { return nil }
      line.click(mouse.point, in: place)
      return Effect.none
    case .focus: return nil
    }
  }

  private mutating func receive(_ key: Key, in scene: Scene) -> Effect? {
    if let removing {
      self.removing = nil
      return key == .enter ? remove(removing, in: scene) : Effect.none
    }
    if isFinding, let effect = find(key) { return effect }
    if let character = key.typed {
      type(character, key)
      return Effect.none
    }
    switch key {
    case .backspace where line.isEmpty && editing == nil:
      kind = .note
      return Effect.none
    case .up, .down, .delete:
      // In a text these keys move and erase; in an empty line they go to the list.
      if line.isEmpty && editing == nil { return nil }
      return line.handle(key) ? Effect.none : nil
    default: break
    }
    let isBound = bindings(in: scene).contains { $0.keys.contains(key) }
    guard !isBound, line.handle(key) else { return nil }
    return Effect.none
  }

  private mutating func type(_ character: Character, _ key: Key) {
    if line.isEmpty, editing == nil, kind == .note, let meant = Note.Kind(prefix: character) {
      kind = meant
    } else if !(line.isEmpty && character == " ") {
      line.handle(key)
    }
    selected = editing ?? nil
  }

  private mutating func paste(_ text: String) {
    var text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.isEmpty, editing == nil, kind == .note, let first = text.first,
      let meant = Note.Kind(prefix: first)
    {
      kind = meant
      text = String(text.dropFirst().drop { $0 == " " })
    }
    line.paste(text)
    selected = editing
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if let place = target.place(of: "group"), let new = Outline.Grouping(rawValue: place) {
      grouping = new
      return .none
    }
    guard let number = target.place(of: "note") else { return .none }
    let id = NoteID(number)
    if selected == id, line.isEmpty { return edit(id, in: scene) }
    selected = id
    return .none
  }

  // MARK: Actions

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .save: return save(in: scene)
    case .nextKind: return turnKind(by: 1, in: scene)
    case .previousKind: return turnKind(by: -1, in: scene)
    case .kind(let kind): return sort(kind, in: scene)
    case .selectPrevious: select(by: -1, in: scene)
    case .selectNext: select(by: 1, in: scene)
    case .remove: removing = selected
    case .regroup where form != nil && Layout(scene).preview.isEmpty:
      // The report stands where the outline would be.
      form = nil
    case .regroup:
      grouping = grouping.next
      top = 0
    case .find: isFinding = true
    case .keepFound: isFinding = false
    case .unfind: stopFinding()
    case .complete: complete(in: scene)
    case .chooseKind: return .push(chooseKind)
    case .card: return selected.map { .push(NoteCard($0)) } ?? .none
    case .link:
      return selected.flatMap { scene.session.notes[$0] }.map { .push(Choose.relation(of: $0)) }
        ?? .none
    case .alike: return .push(AlikeNotes())
    case .rule: return .push(Choose.rule(in: scene.session))
    case .takeTheirs: takeTheirs()
    case .report:
      form = form == nil ? scene.composer?.forms().first : nil
      reportTop = 0
    case .nextForm: turnForm(in: scene)
    case .numbers: return .push(NumbersPage())
    case .reportUp: reportTop = max(0, reportTop - max(1, Layout(scene).report(in: self).rows - 2))
    case .reportDown: reportTop += max(1, Layout(scene).report(in: self).rows - 2)
    case .undoTyping: line.handle(.control("_"))
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .letGo: letGo()
    case .mouse: return .toggleMouse
    case .leave: return leave()
    }
    return .none
  }

  private mutating func turnForm(in scene: Scene) {
    let forms = scene.composer?.forms() ?? []
    let index = form.flatMap { forms.firstIndex(of: $0) } ?? -1
    form = forms.isEmpty ? nil : forms[(index + 1) % forms.count]
    reportTop = 0
  }

  /// Makes the report anew when something has happened, and goes to what is new in it.
  private mutating func compose(_ layout: Layout, in scene: Scene) {
    guard let form, let composer = scene.composer else { return composed = nil }
    let area = layout.report(in: self)
    let isCurrent =
      composed?.entries == scene.session.entries && composed?.form == form
      && composed?.columns == area.columns
    if !isCurrent {
      let new = ComposedReport(
        form, of: scene.session, by: composer, columns: area.columns, after: composed)
      if let change = composed.flatMap({ new.firstChange(from: $0) }),
        !(reportTop..<reportTop + area.rows).contains(change)
      {
        reportTop = change - area.rows / 3
      }
      composed = new
    }
    reportTop = max(0, min(reportTop, (composed?.rows.count ?? 0) - area.rows))
  }

  /// Why the report cannot be moved that way; `nil` where it can.
  func whyNotScroll(down: Bool, in scene: Scene) -> String? {
    guard form != nil, let composed else { return "Open the report first" }
    let rows = Layout(scene).report(in: self).rows
    let isThere = down ? reportTop + rows >= composed.rows.count : reportTop == 0
    return isThere ? "This is the \(down ? "end" : "beginning") of the report" : nil
  }

  private func leave() -> Effect {
    guard !unkept.isEmpty else { return .pop }
    return .push(
      Choose(
        "Leave the desk?",
        lines: ["\(counted(unkept.count, "note")) off the record would be gone."],
        options: [
          Choose.Option("n", "stay", effect: .none),
          Choose.Option("y", "leave", effect: .pop),
        ]))
  }

  private mutating func save(in scene: Scene) -> Effect {
    let text = writtenText
    if let editing {
      let isChanged = scene.session.notes[editing]?.text != text
      // What the other one wrote has been seen beside the line by now.
      let over = theirs ?? base
      letGo()
      guard isChanged else { return .none }
      pending = Pending(kind: kind, text: text, editing: editing, base: over)
      return .ask(.note(.edit(editing, text: text, over: over)))
    }
    guard !text.isEmpty else { return selected.map { edit($0, in: scene) } ?? .none }
    guard scene.session.attribution != .offTheRecord else {
      unkept.append(Unkept(kind: kind, text: text, at: scene.now))
      top = 0
      clearLine()
      return .none
    }
    pending = Pending(kind: kind, text: text)
    let intent = Intent.note(.write(kind: kind, text: text))
    clearLine()
    return .ask(intent)
  }

  /// The text without spaces at its ends, and without the second sign of a quote.
  private var writtenText: String {
    var text = line.text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    text = text.drop(while: \.isWhitespace)
    let marks = text.count { $0 == "\"" }
    if kind == .quote, marks == 1, text.last == "\"" { text.removeLast() }
    return String(text)
  }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    defer { pending = nil }
    guard case .refused = outcome, let pending, line.isEmpty else { return }
    // What was typed is not lost because it could not be stored.
    kind = pending.kind
    editing = pending.editing
    base = pending.base
    line.text = pending.text
  }

  /// Gives one's own words up for those that somebody else wrote meanwhile.
  private mutating func takeTheirs() {
    guard let theirs else { return }
    line = TextArea(theirs)
    base = theirs
    self.theirs = nil
  }

  private mutating func edit(_ id: NoteID, in scene: Scene) -> Effect {
    guard let note = scene.session.notes[id] else { return .none }
    editing = id
    selected = id
    kind = note.kind
    base = note.text
    line = TextArea(note.text)
    return .none
  }

  private mutating func remove(_ id: NoteID, in scene: Scene) -> Effect {
    selected = nil
    return .ask(.note(.remove(id)))
  }

  private mutating func clearLine() {
    line = TextArea()
    kind = .note
    editing = nil
    theirs = nil
  }

  private mutating func letGo() {
    if editing != nil { clearLine() }
    selected = nil
  }

  private mutating func turnKind(by step: Int, in scene: Scene) -> Effect {
    let all = Note.Kind.allCases
    let present = inHand.flatMap { scene.session.notes[$0]?.kind } ?? kind
    let index = all.firstIndex(of: present) ?? 0
    return sort(all[(index + step + all.count) % all.count], in: scene)
  }

  /// Says what kind the line will be, or what kind the note in hand is.
  private mutating func sort(_ new: Note.Kind, in scene: Scene) -> Effect {
    guard let id = inHand else {
      kind = new
      return .none
    }
    if editing != nil { kind = new }
    guard scene.session.notes[id]?.kind != new else { return .none }
    return .ask(.note(.sort(id, kind: new)))
  }

  private mutating func select(by step: Int, in scene: Scene) {
    let notes = outline(in: scene).notes
    guard !notes.isEmpty, editing == nil else { return }
    guard let index = selected.flatMap({ notes.firstIndex(of: $0) }) else {
      selected =
        step < 0 ? newest.flatMap { notes.contains($0) ? $0 : nil } ?? notes.last : notes[0]
      return
    }
    let place = index + step
    // Walking on below the last note leads back to the line.
    selected = place >= notes.count ? nil : notes[max(0, place)]
  }

  // MARK: News

  /// The notes in their order and the report they would make, as of one entry.
  struct Sorted: Sendable {
    var entries: Int
    var grouping: Outline.Grouping
    var filter: String
    /// How many notes off the record stood among them.
    var unkept: Int
    var hearing: Hearing
    var outline: Outline
    /// A row for each line of the outline.
    var rows: [Row]
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
    let rows = outline.lines.map { line in
      guard case .note(let id) = line else { return Row(line: line, text: "") }
      return Row(line: line, text: scene.session.notes[id]?.text ?? "")
    }
    // What only an entry changes is not made anew for a letter of the filter.
    let kept = sorted.flatMap {
      $0.entries == scene.session.entries && $0.hearing == scene.hearing ? $0 : nil
    }
    return Sorted(
      entries: scene.session.entries, grouping: grouping, filter: filter.text,
      unkept: unkept.count, hearing: scene.hearing, outline: outline, rows: rows,
      draft: kept?.draft ?? ReportDraft(scene.session, hearing: scene.hearing),
      topics: kept?.topics ?? scene.session.notes.topics)
  }

  func outline(in scene: Scene) -> Outline { sorted(in: scene).outline }

  public mutating func settle(in scene: Scene) {
    sorted = sorted(in: scene)
    let layout = Layout(scene)
    line.settle(layout.input.size)
    compose(layout, in: scene)
    if let id = selected, scene.session.notes[id] == nil { selected = nil }
    if let id = removing, scene.session.notes[id] == nil { removing = nil }
    if let id = editing, scene.session.notes[id] == nil {
      // Somebody removed it meanwhile: what stands in the line becomes a note of its own.
      editing = nil
    }
    if let editing, let text = scene.session.notes[editing]?.text {
      theirs = text == base ? nil : text
    }
    if !unkept.isEmpty, scene.session.attribution != .offTheRecord { unkept = [] }
    let last = scene.session.notes.all.last?.id
    let isNew = last != newest
    newest = last
    guard let anchor = selected ?? (isNew ? last : nil) else {
      top = min(top, max(0, sorted(in: scene).rows.count - layout.list.rows))
      return
    }
    scroll(to: anchor, layout, in: scene)
  }

  private mutating func scroll(to id: NoteID, _ layout: Layout, in scene: Scene) {
    let rows = sorted(in: scene).rows
    guard let place = rows.firstIndex(where: { $0.note == id }) else { return }
    // The heading above a first note is seen with it.
    let wanted = place > 0 && rows[place - 1].isHeading ? place - 1 : place
    top = max(min(top, wanted), place - layout.list.rows + 1)
    top = max(0, min(top, rows.count - layout.list.rows))
  }
}

extension Note.Kind {
  /// The kind that a character at the beginning of a line chooses.
  init?(prefix: Character) {
    guard let kind = Self.allCases.first(where: { $0.prefix == prefix }) else { return nil }
    self = kind
  }

  /// The letter that chooses it with Alt held; what edits text keeps its letters.
  var letter: Character {
    switch self {
    case .note: "n"
    case .takeaway: "t"
    case .callToAction: "c"
    case .argument: "s"
    case .agreement: "g"
    case .partialAgreement: "k"
    case .disagreement: "i"
    case .question: "q"
    case .quote: "o"
    case .unresolved: "v"
    case .compromise: "w"
    case .actionItem: "x"
    case .followUp: "j"
    case .thoughtProvoking: "h"
    case .commitment: "m"
    case .link: "l"
    case .parkingLot: "p"
    }
  }
}
