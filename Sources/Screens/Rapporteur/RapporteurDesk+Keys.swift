import SessionModel
public import TerminalUI

extension RapporteurDesk {
  public func bindings(in scene: Scene) -> [Binding<Action>] {
    guard removing == nil else {
      return [
        Binding([.enter], "remove it", group: "Notes", priority: 80, action: .remove),
        Binding([.escape], "keep it", group: "Notes", priority: 70, action: .letGo),
      ]
    }
    guard !isFinding else { return findBindings(in: scene) }
    // The kinds come first: the dialog of kinds presses them by their place.
    return kindBindings(in: scene) + noteBindings(in: scene) + workBindings(in: scene)
      + deskBindings(in: scene)
  }

  public func hintDetails(in scene: Scene) -> [Int]? {
    // What is found decides then, too.
    guard !isFinding else { return nil }
    let said = [
      removing != nil, line.isEmpty, isEditing, edit?.theirs != nil, selected != nil,
      selectedUnkept != nil,
      filter.isEmpty, line.buffer.canUndo, report.isOpen, completions(in: scene) != nil,
    ]
    return said.map { $0 ? 1 : 0 }
  }

  /// Where the bindings of the kinds begin, in the order of `Note.Kind.signed`.
  static let firstKindBinding = 0

  /// While something is looked for.
  private func findBindings(in scene: Scene) -> [Binding<Action>] {
    let none =
      outline(in: scene).lines.contains(where: \.isWritten) ? nil : "No note has those words"
    return [
      Binding([.enter], "keep these", group: "Notes", priority: 80, action: .keepFound),
      Binding(
        [.escape, .control("c")], "show all notes", group: "Notes", priority: 70, action: .unfind),
      Binding([.up], "notes", group: "Notes", priority: 60, whyNot: none, action: .selectPrevious),
      Binding([.down], "note below", group: "Notes", whyNot: none, action: .selectNext),
    ]
  }

  private func noteBindings(in scene: Scene) -> [Binding<Action>] {
    let hasNotes = !scene.session.notes.all.isEmpty || !unkept.isEmpty
    let none =
      isEditing ? "Save the note in hand first" : hasNotes ? nil : "There is no note yet"
    let replay = scene.isReplay ? "This is a replay; nothing is written in it" : nil
    let enter =
      isFree && chosen == nil ? "Write something first, or choose a note with the arrows" : nil
    let unchosen = selected == nil ? "Choose a note with the arrows first" : nil
    let nothing = chosen == nil ? "Choose a note with the arrows first" : nil
    // In a text these keys move and erase.
    let plain = isFree ? [Key.up, .down, .delete] : []
    return [
      Binding(
        [.enter], isFree && chosen != nil ? "edit" : "save", group: "Notes", priority: 80,
        whyNot: replay ?? enter, action: .save),
      Binding(
        [Key(.enter, .alt)], "new paragraph",
        group: "Notes", priority: line.isEmpty ? 0 : 47,
        whyNot: line.isEmpty ? "Write the first paragraph first" : nil, action: .newParagraph),
      completions(in: scene) == nil
        ? Binding([.tab], "kind", group: "Notes", priority: 70, action: .nextKind)
        : Binding([.tab], "complete", group: "Notes", priority: 85, action: .complete),
      Binding([.backTab], "kind before", group: "Notes", action: .previousKind),
      Binding(
        [.function(3)], "all kinds", group: "Notes", priority: 45, action: .chooseKind),
      Binding(
        plain.filter { $0 == .up } + [Key(.up, .control), Key(.up, .alt)], "notes", group: "Notes",
        priority: 60,
        whyNot: none, action: .selectPrevious),
      Binding(
        plain.filter { $0 == .down } + [Key(.down, .control), Key(.down, .alt)], "note below",
        group: "Notes",
        whyNot: none, action: .selectNext),
      Binding(
        plain.filter { $0 == .delete }, "remove", group: "Notes",
        priority: chosen == nil ? 0 : 65,
        whyNot: replay ?? nothing, action: .remove),
      Binding(
        isFree ? [Key(.up, .shift)] : [], "place up", group: "Notes",
        whyNot: replay ?? unchosen ?? whyNotMove(down: false, in: scene), action: .moveUp),
      Binding(
        isFree ? [Key(.down, .shift)] : [], "place down", group: "Notes",
        whyNot: replay ?? unchosen ?? whyNotMove(down: true, in: scene), action: .moveDown),
      Binding([.control("o")], "outline", group: "Notes", priority: 50, action: .regroup),
    ].filter { !$0.keys.isEmpty }
  }

  private func whyNotMove(down: Bool, in scene: Scene) -> String? {
    guard let selected else { return nil }
    guard grouping != .newest else { return "The newest stand as they were written; ^O sorts" }
    guard outline(in: scene).neighbour(of: selected, below: down) == nil else { return nil }
    return "It is the \(down ? "last" : "first") under its heading"
  }

  /// What is done with what was written.
  private func workBindings(in scene: Scene) -> [Binding<Action>] {
    let unchosen = selected == nil || !isFree ? "Choose a note with the arrows first" : nil
    let replay = scene.isReplay ? "This is a replay; nothing is written in it" : nil
    let notes = scene.session.notes.all
    let rule = scene.session.notes.stretch == nil ? "rule for a stretch" : "rule of this stretch"
    return [
      Binding(
        isFree ? [.right, .control("k")] : [], "all about it", group: "Notes",
        priority: selected == nil ? 0 : 66, whyNot: unchosen, action: .card),
      Binding(
        [.control("l")], "link", group: "Notes", priority: selected == nil ? 0 : 64,
        whyNot: replay ?? unchosen, action: .link),
      Binding(
        [.control("f")], "find", group: "Notes", priority: 48,
        whyNot: notes.isEmpty ? "There is no note yet" : nil, action: .find),
      Binding(
        [.control("g")], "written twice?", group: "Notes", priority: 12,
        whyNot: notes.count < 2 ? "There are no two notes yet" : nil, action: .alike),
      groupsBinding(in: scene),
      Binding(
        [.function(6)], "numbers", group: "Report", priority: 14, action: .numbers),
      Binding(
        [GapLines.key], "still missing", group: "Report", priority: 13, action: .missing),
      Binding(
        [.function(9)], "objection", group: "Report",
        priority: scene.session.outcomes.asked == nil ? 0 : 90,
        whyNot: replay
          ?? (scene.session.outcomes.asked == nil
            ? "No outcome is before the room" : nil),
        action: .object),
      Binding(
        [.function(4)], rule, group: "Notes", priority: 15, whyNot: replay, action: .rule),
    ].filter { !$0.keys.isEmpty } + reportBindings(in: scene)
  }

  /// In a group's own session the plenary is called with the key that takes groups' notes there.
  private func groupsBinding(in scene: Scene) -> Binding<Action> {
    let session = scene.session
    let replay = scene.isReplay ? "This is a replay; nothing is written in it" : nil
    guard session.plan.breakout == nil else {
      return Binding(
        [.control("b")], "call the plenary", group: "Notes", priority: 46, whyNot: replay,
        action: .groups)
    }
    let none = session.breakouts.returned.isEmpty
    return Binding(
      [.control("b")], "notes of the groups", group: "Notes", priority: none ? 0 : 46,
      whyNot: replay ?? (none ? "No breakout group has brought anything back" : nil),
      action: .groups)
  }

  private func reportBindings(in scene: Scene) -> [Binding<Action>] {
    report.bindings(in: Layout(scene).report, isTyping: !line.isEmpty, scene)
      .filter { !$0.keys.isEmpty }
      .map { binding in
        Binding(
          binding.keys, binding.title, group: binding.group, priority: binding.priority,
          whyNot: binding.whyNot, action: .report(binding.action))
      }
  }

  private func kindBindings(in scene: Scene) -> [Binding<Action>] {
    let present = presentKind(in: scene)
    return zip(Note.Kind.allCases, Self.kindTitles).map { kind, title in
      Binding(
        [.alt(kind.letter)], title, group: "Kind of note",
        whyNot: kind == present ? "That is its kind already" : nil, action: .kind(kind))
    }
  }

  /// Every key asks for them.
  private static let kindTitles = Note.Kind.allCases.map { kind in
    kind.title + (kind.prefix.map { " (\($0) first)" } ?? "")
  }

  private func deskBindings(in scene: Scene) -> [Binding<Action>] {
    let history = scene.session.history
    let undo =
      history.isWhole && history.nextUndo(by: .rapporteur) == nil
      ? "There is nothing to take back" : nil
    let redo =
      history.isWhole && history.nextRedo(by: .rapporteur) == nil
      ? "There is nothing to do again" : nil
    return [
      Binding(
        [.control("_"), .alt("u")], "undo typing", group: "Line", priority: 30,
        whyNot: line.buffer.canUndo ? nil : "Nothing was typed", action: .undoTyping),
      Binding(
        [.alt("z")], "take back", group: "Notes", priority: 40, whyNot: undo, action: .undo),
      Binding([.alt("y")], "do again", group: "Notes", priority: 10, whyNot: redo, action: .redo),
      escape,
      Binding([.function(2)], "mouse on or off", group: "Everywhere", action: .mouse),
      Binding(
        [.control("x")], "leave", group: "Everywhere", priority: 20, action: .leave),
    ]
  }

  /// What Esc does: the nearest thing that can be given up.
  private var escape: Binding<Action> {
    let keys: [Key] = [.escape, .control("c")]
    if edit?.theirs != nil {
      return Binding(keys, "take theirs", group: "Notes", priority: 79, action: .takeTheirs)
    }
    if !isEditing, chosen == nil, !filter.isEmpty {
      return Binding(keys, "show all notes", group: "Notes", priority: 68, action: .unfind)
    }
    return Binding(
      keys, "let go of the note", group: "Notes",
      whyNot: !isEditing && chosen == nil ? "No note is in hand; ^X leaves" : nil,
      action: .letGo)
  }
}
