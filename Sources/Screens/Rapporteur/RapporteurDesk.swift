public import SessionModel
public import TerminalUI

/// Where the session is written down: a line to type into, always, and the notes it made above it.
///
/// No letter is ever a command. A sign at the beginning of the line says what kind of note it is.
public struct RapporteurDesk: Screen {
  public enum Action: Sendable, Equatable {
    case save, newParagraph
    case nextKind, previousKind
    case kind(Note.Kind)
    case selectPrevious, selectNext, remove, moveUp, moveDown
    case regroup, find, keepFound, unfind
    case complete, chooseKind
    case card, link, alike, rule, groups
    case report(ReportPane.Action)
    case numbers, missing
    case object, undoTyping, undo, redo
    case letGo, takeTheirs, mouse, leave
  }

  var line = TextArea()
  /// What the line will become.
  var kind = Note.Kind.note
  var grouping = Outline.Grouping.question
  /// The note that Enter edits and Delete removes; `nil` while nobody walks through the list.
  var selected: NoteID?
  /// The same of a note off the record, by its place among them.
  var selectedUnkept: Int?
  /// What the line is an edit of; `nil` while it makes a new note.
  var edit: NoteEdit?
  /// The place of the note off the record that the line is an edit of.
  var editedUnkept: Int?
  /// What is looked for in the notes.
  var filter = TextField()
  /// Whether keys go into the filter.
  var isFinding = false
  var report = ReportPane()
  /// What was written off the record; it is nowhere else, and gone when the stretch ends.
  var unkept: [Unkept] = []
  /// What stood in the line when the stretch off the record began; `nil` outside of one.
  var lineOnTheRecord: String?
  var editOnTheRecord: NoteEdit?
  /// The sign that chose the kind of what stands in the line.
  private var sign: Character?
  /// The note that is about to be removed.
  var removing: Outline.Line?
  /// The first row of the list that is seen.
  var top = 0
  /// The last note seen, to notice when another is written.
  var newest: NoteID?
  /// What was made of the notes when they were last looked at.
  var sorted: Sorted?
  /// What was handed in and is not answered yet.
  private var pending: Pending?

  private struct Pending: Sendable {
    var kind: Note.Kind
    var text: String
    var edit: NoteEdit?
  }

  /// A note that no file ever holds.
  struct Unkept: Sendable {
    var kind: Note.Kind
    var text: String
    var at: Moment
  }

  /// Typed before a sign it leaves the sign in the text.
  static let keepingSign: Character = "\\"

  /// With a figure right behind them these say what it is, and not what kind of note it stands in.
  private static let signsOfNumbers: Set<Character> = ["-", "+", "~", "$"]

  public init() {}

  public var name: String { "the rapporteur's desk" }
  public var needs: Size { Size(columns: 60, rows: 16) }

  public func takesTyping(in scene: Scene) -> Bool { true }

  /// The note that the line is an edit of.
  var editing: NoteID? { edit?.note }

  /// Whether the line changes something that was written before.
  var isEditing: Bool { edit != nil || editedUnkept != nil }

  /// Whether the line is empty, and Enter would not change a note.
  var isFree: Bool { line.isEmpty && !isEditing }

  /// What somebody has walked to in the list.
  var chosen: Outline.Line? {
    selectedUnkept.map { .unkept($0) } ?? selected.map { .note($0) }
  }

  /// The note in hand: the one that is edited, else the one selected while the line is free.
  var inHand: NoteID? { editing ?? (line.isEmpty ? selected : nil) }

  /// The same off the record.
  var unkeptInHand: Unkept? {
    let place = editedUnkept ?? (isFree ? selectedUnkept : nil)
    return place.flatMap { unkept.indices.contains($0) ? unkept[$0] : nil }
  }

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
    case Key(.enter, .shift), Key(.enter, .control):
      // Terminals that tell them apart from Enter.
      return line.isEmpty ? nil : perform(.newParagraph, in: scene)
    case .backspace where isFree:
      (kind, sign) = (.note, nil)
      return Effect.none
    case .up, .down, .delete:
      // In a text these keys move and erase; in an empty line they go to the list.
      if isFree { return nil }
      return line.handle(key) ? Effect.none : nil
    default: break
    }
    let isBound = bindings(in: scene).contains { $0.keys.contains(key) }
    guard !isBound, line.handle(key) else { return nil }
    return Effect.none
  }

  private mutating func type(_ character: Character, _ key: Key) {
    if isFree, kind == .note, let meant = Note.Kind(prefix: character) {
      kind = meant
      sign = character
    } else if line.isEmpty, character == " " {
      // Whoever leaves a space behind a sign means its kind.
      sign = nil
    } else {
      if line.isEmpty, character.isNumber, sign.map(Self.signsOfNumbers.contains) == true {
        takeSignBack()
      }
      line.handle(key)
      if sign == "[", character == "]" { takeSignBack() }
    }
    (selected, selectedUnkept) = (editing, editedUnkept)
  }

  /// A sign that belongs to what is written: `-5 %`, `$100`, `[inaudible]`.
  private mutating func takeSignBack() {
    guard let sign, Note.Kind(prefix: sign) == kind else { return }
    self.sign = nil
    kind = .note
    line = TextArea(String(sign) + line.text)
  }

  private mutating func paste(_ text: String) {
    // What a sign of somebody else's text meant there is not known; its paragraphs are.
    line.paste(text)
    (selected, selectedUnkept) = (editing, editedUnkept)
  }

  public mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    if let place = target.place(of: "group"), let new = Outline.Grouping(rawValue: place) {
      grouping = new
      return .none
    }
    if let place = target.place(of: "unkept") {
      if selectedUnkept == place, isFree { return editUnkept(place) }
      (selected, selectedUnkept) = (nil, place)
      return .none
    }
    guard let number = target.place(of: "note") else { return .none }
    let id = NoteID(number)
    if selected == id, line.isEmpty { return edit(id, in: scene) }
    (selected, selectedUnkept) = (id, nil)
    return .none
  }

  // MARK: Actions

  public mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    switch action {
    case .save: return save(in: scene)
    case .newParagraph: line.handle(.enter)
    case .nextKind: return turnKind(by: 1, in: scene)
    case .previousKind: return turnKind(by: -1, in: scene)
    case .kind(let kind): return sort(kind, in: scene)
    case .selectPrevious: select(by: -1, in: scene)
    case .selectNext: select(by: 1, in: scene)
    case .remove: removing = chosen
    case .moveUp, .moveDown: return move(down: action == .moveDown, in: scene)
    case .regroup where report.isOpen && Layout(scene).preview.isEmpty:
      // The report stands where the outline would be.
      report.close()
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
    case .groups:
      return .push(
        scene.session.plan.breakout == nil
          ? Choose.groupNotes(in: scene.session) : Choose.call(in: scene.session))
    case .takeTheirs:
      if let theirs = edit?.takeTheirs() { line = TextArea(theirs) }
    case .report(let action): report.perform(action, in: Layout(scene).report, scene)
    case .numbers: return .push(NumbersPage())
    case .missing: return .push(MissingPage(report))
    case .undoTyping: line.handle(.control("_"))
    case .object: return .object
    case .undo: return .ask(.undo)
    case .redo: return .ask(.redo)
    case .letGo: letGo()
    case .mouse: return .toggleMouse
    case .leave: return leave(in: scene)
    }
    return .none
  }

  private func leave(in scene: Scene) -> Effect {
    let losses = [
      unkept.isEmpty ? nil : "\(counted(unkept.count, "note")) off the record would be gone.",
      hasUnsaved(in: scene) ? "What you write is not stored yet; stay, and Enter stores it." : nil,
    ].compactMap(\.self)
    guard !losses.isEmpty else { return .pop }
    return .push(
      Choose(
        "Leave the desk?", lines: losses,
        options: [
          Choose.Option("n", "stay", effect: .none),
          Choose.Option("y", "leave", effect: .pop),
        ]))
  }

  /// Whether the line holds words that are stored nowhere.
  private func hasUnsaved(in scene: Scene) -> Bool {
    guard let edit else { return !line.isEmpty && editedUnkept == nil }
    return scene.session.notes[edit.note]?.text != writtenText
  }

  /// Stores the line when the terminal or the machine goes; off the record it goes with them.
  public func lastWords(in scene: Scene) -> [Intent] {
    let text = writtenText
    guard hasUnsaved(in: scene), !text.isEmpty, !scene.isReplay,
      scene.session.attribution != .offTheRecord
    else { return [] }
    // Over what somebody else has changed meanwhile nothing is written: both texts stay.
    if let edit, edit.theirs == nil {
      return [.note(.edit(edit.note, text: text, over: edit.seen))]
    }
    return [.note(.write(kind: kind, text: text))]
  }

  private mutating func save(in scene: Scene) -> Effect {
    let text = writtenText
    if let edit {
      let isChanged = scene.session.notes[edit.note]?.text != text
      letGo()
      guard isChanged else { return .none }
      pending = Pending(kind: kind, text: text, edit: edit)
      return .ask(.note(.edit(edit.note, text: text, over: edit.seen)))
    }
    if let place = editedUnkept {
      if !text.isEmpty, unkept.indices.contains(place) {
        (unkept[place].text, unkept[place].kind) = (text, kind)
      }
      letGo()
      return .none
    }
    guard !text.isEmpty else {
      if let place = selectedUnkept { return editUnkept(place) }
      return selected.map { edit($0, in: scene) } ?? .none
    }
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

  /// The text without spaces at its ends, without the second sign of a quote, and without the
  /// stroke that keeps a sign at its beginning.
  private var writtenText: String {
    var text = line.text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    text = text.drop(while: \.isWhitespace)
    if !isEditing, text.first == Self.keepingSign,
      let sign = text.dropFirst().first, Note.Kind(prefix: sign) != nil || sign == Self.keepingSign
    {
      text.removeFirst()
    }
    guard kind == .quote else { return String(text) }
    let marks = text.count { $0 == "\"" }
    if marks == 1, text.last == "\"" { return String(text.dropLast()) }
    // The sign opened what is closed further on.
    return sign == "\"" && marks % 2 == 1 ? "\"" + text : String(text)
  }

  public mutating func told(_ outcome: Outcome, in scene: Scene) {
    defer { pending = nil }
    guard case .refused = outcome, let pending, line.isEmpty else { return }
    // What was typed is not lost because it could not be stored.
    kind = pending.kind
    edit = pending.edit
    line.text = pending.text
  }

  private mutating func edit(_ id: NoteID, in scene: Scene) -> Effect {
    guard let note = scene.session.notes[id] else { return .none }
    edit = NoteEdit(of: note)
    selected = id
    (kind, sign) = (note.kind, nil)
    line = TextArea(note.text)
    return .none
  }

  /// Words off the record are changed where they are: they go through no intent.
  private mutating func editUnkept(_ place: Int) -> Effect {
    guard unkept.indices.contains(place) else { return .none }
    (selected, selectedUnkept, editedUnkept) = (nil, place, place)
    (kind, sign) = (unkept[place].kind, nil)
    line = TextArea(unkept[place].text)
    return .none
  }

  private mutating func remove(_ written: Outline.Line, in scene: Scene) -> Effect {
    (selected, selectedUnkept) = (nil, nil)
    switch written {
    case .note(let id): return .ask(.note(.remove(id)))
    case .unkept(let place) where unkept.indices.contains(place): unkept.remove(at: place)
    case .unkept, .gap, .heading: break
    }
    return .none
  }

  /// Puts the selected note before or behind its neighbour under the same heading.
  private func move(down: Bool, in scene: Scene) -> Effect {
    guard let id = selected, let neighbour = outline(in: scene).neighbour(of: id, below: down)
    else { return .none }
    guard down else { return .ask(.note(.place(id, before: neighbour))) }
    let order = scene.session.notes.ordered.map(\.id)
    let next = order.drop { $0 != neighbour }.dropFirst().first { $0 != id }
    return .ask(.note(.place(id, before: next)))
  }

  private mutating func clearLine() {
    line = TextArea()
    kind = .note
    sign = nil
    (edit, editedUnkept) = (nil, nil)
  }

  private mutating func letGo() {
    if isEditing { clearLine() }
    (selected, selectedUnkept) = (nil, nil)
  }

  private mutating func turnKind(by step: Int, in scene: Scene) -> Effect {
    let all = Note.Kind.allCases
    let present = presentKind(in: scene)
    let index = all.firstIndex(of: present) ?? 0
    return sort(all[(index + step + all.count) % all.count], in: scene)
  }

  /// What the note in hand is, or what the line will be.
  func presentKind(in scene: Scene) -> Note.Kind {
    if editedUnkept == nil, let unkeptInHand { return unkeptInHand.kind }
    return inHand.flatMap { scene.session.notes[$0]?.kind } ?? kind
  }

  /// Says what kind the line will be, or what kind the note in hand is.
  private mutating func sort(_ new: Note.Kind, in scene: Scene) -> Effect {
    if isFree, let place = selectedUnkept, unkept.indices.contains(place) {
      unkept[place].kind = new
      return .none
    }
    guard let id = inHand else {
      kind = new
      return .none
    }
    if editing != nil { kind = new }
    guard scene.session.notes[id]?.kind != new else { return .none }
    return .ask(.note(.sort(id, kind: new)))
  }

  private mutating func select(by step: Int, in scene: Scene) {
    let rows = outline(in: scene).lines.filter(\.isWritten)
    guard !rows.isEmpty, !isEditing else { return }
    guard let index = chosen.flatMap({ rows.firstIndex(of: $0) }) else {
      let last = unkept.isEmpty ? newest.map { .note($0) } : Outline.Line.unkept(unkept.count - 1)
      return choose(step < 0 ? last.flatMap { rows.contains($0) ? $0 : nil } ?? rows.last : rows[0])
    }
    let place = index + step
    // Walking on below the last note leads back to the line.
    choose(place >= rows.count ? nil : rows[max(0, place)])
  }

  private mutating func choose(_ row: Outline.Line?) {
    (selected, selectedUnkept) = (row?.note, nil)
    if case .unkept(let place) = row { selectedUnkept = place }
  }
}
