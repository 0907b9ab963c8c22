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
    return noteBindings(in: scene) + kindBindings(in: scene) + deskBindings(in: scene)
  }

  private func noteBindings(in scene: Scene) -> [Binding<Action>] {
    let isFree = line.isEmpty && editing == nil
    let hasNotes = !scene.session.notes.all.isEmpty
    let none =
      editing != nil ? "Save the note in hand first" : hasNotes ? nil : "There is no note yet"
    let replay = scene.isReplay ? "This is a replay; nothing is written in it" : nil
    let enter =
      isFree && selected == nil ? "Write something first, or choose a note with the arrows" : nil
    let unchosen = selected == nil ? "Choose a note with the arrows first" : nil
    // In a text these keys move and erase.
    let plain = isFree ? [Key.up, .down, .delete] : []
    return [
      Binding(
        [.enter], isFree && selected != nil ? "edit" : "save", group: "Notes", priority: 80,
        whyNot: replay ?? enter, action: .save),
      Binding([.tab], "kind", group: "Notes", priority: 70, action: .nextKind),
      Binding([.backTab], "kind before", group: "Notes", action: .previousKind),
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
        priority: selected == nil ? 0 : 65,
        whyNot: replay ?? unchosen, action: .remove),
      Binding([.control("o")], "outline", group: "Notes", priority: 50, action: .regroup),
    ].filter { !$0.keys.isEmpty }
  }

  private func kindBindings(in scene: Scene) -> [Binding<Action>] {
    let present = inHand.flatMap { scene.session.notes[$0]?.kind } ?? kind
    return Note.Kind.allCases.map { kind in
      let sign = kind.prefix.map { ", or \($0) at the beginning" } ?? ""
      return Binding(
        [.alt(kind.letter)], kind.title + sign, group: "Kind of note",
        whyNot: kind == present ? "That is its kind already" : nil, action: .kind(kind))
    }
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
      Binding(
        [.escape, .control("c")], "let go of the note", group: "Notes",
        whyNot: editing == nil && selected == nil ? "No note is in hand; ^Q leaves" : nil,
        action: .letGo),
      Binding([.function(2)], "mouse on or off", group: "Everywhere", action: .mouse),
      Binding(
        [.control("x")], "leave", group: "Everywhere", priority: 20, action: .leave),
    ]
  }
}
