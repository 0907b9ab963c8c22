import Commands
import SessionModel
import TerminalUI

/// A poll of any type, filled in field by field, and prepared or put to the table at once.
///
/// It shows the fields that its type has, and what voters will be told; it stays until the poll is
/// stored.
struct PollForm: Screen {
  enum Action: Sendable {
    case handIn, leave
  }

  private var form: FormDialog
  /// What was typed or chosen in fields, those included that another type has no use for.
  private var said: [String: String]
  private let isAtOnce: Bool
  private var isAwaited = false
  private(set) var isOver = false

  /// `isAtOnce` is whether it is to be open as soon as it is handed in, where that may be.
  init(in scene: Scene, isAtOnce: Bool) {
    self.isAtOnce = isAtOnce
    said = [:]
    form = FormDialog("A poll", fields: [FormDialog.Field("text", "Question", isRequired: true)])
    refresh(in: scene)
  }

  var name: String { "the form of a poll" }
  var needs: Size { Size(columns: 40, rows: 12) }
  var chrome: Chrome { .overlay }

  func takesTyping(in scene: Scene) -> Bool { true }

  // MARK: Keys

  func bindings(in scene: Scene) -> [Binding<Action>] {
    let verb = goesOn ? "next" : opens ? "open it" : "prepare it"
    return [
      Binding([.enter], verb, group: "Polls", priority: 80, action: .handIn),
      Binding([.escape, .control("c")], "cancel", group: "Polls", priority: 70, action: .leave),
    ]
  }

  /// Whether Enter goes on to the next choice: they are typed one below the other.
  private var goesOn: Bool {
    let field = form.fields[form.focus]
    return field.id.hasPrefix(Name.choice) && !field.value.trimmedEnds.isEmpty
  }

  mutating func perform(_ action: Action, in scene: Scene) -> Effect {
    action == .leave ? .pop : answer(to: .enter, in: scene)
  }

  mutating func receive(_ input: Input, in scene: Scene) -> Effect? {
    switch input {
    case .key(.control("c")), .key(.enter): return nil
    case .key(let key): return answer(to: key, in: scene)
    case .paste(let text):
      paste(text, in: scene)
      return Effect.none
    case .mouse, .focus: return nil
    }
  }

  mutating func choose(_ target: ClickTarget, in scene: Scene) -> Effect {
    form.click(target.name) == .cancelled ? .pop : .none
  }

  private mutating func answer(to key: Key, in scene: Scene) -> Effect {
    let reply = form.handle(key == .enter && goesOn ? .down : key)
    switch reply {
    case .done: return handIn(in: scene)
    case .cancelled: return .pop
    case .waiting, .ignored, .refused:
      refresh(in: scene)
      return .none
    }
  }

  /// Lines that are pasted where choices are typed become a choice each.
  private mutating func paste(_ text: String, in scene: Scene) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard form.fields[form.focus].id.hasPrefix(Name.choice), lines.count > 1 else {
      form.paste(text)
      return refresh(in: scene)
    }
    for line in lines where !line.trimmedEnds.isEmpty {
      form.paste(line.trimmedEnds)
      refresh(in: scene)
      _ = form.handle(.down)
    }
  }

  private mutating func handIn(in scene: Scene) -> Effect {
    do throws(PollDraft.Fault) {
      let intent = try PollDraft(said).intent(opens: opens, in: scene.session)
      do throws(Refusal) {
        _ = try scene.session.decide(.poll(intent), by: scene.seat, at: scene.now)
      } catch {
        throw PollDraft.Fault(error.sentence)
      }
      isAwaited = true
      return .ask(.poll(intent))
    } catch {
      if let field = error.field { form.setFocus(field) }
      form.problem = error.sentence
      return .none
    }
  }

  mutating func told(_ outcome: Outcome, in scene: Scene) {
    guard isAwaited else { return }
    isAwaited = false
    switch outcome {
    case .done: isOver = true
    case .refused(let why): form.problem = why
    }
  }

  // MARK: Fields

  fileprivate typealias Name = PollDraft.Name

  private var draft: PollDraft { PollDraft(said) }

  private var opens: Bool { form.values[Name.then] == PollDraft.opening }

  /// Shows the fields that belong to what was said so far.
  private mutating func refresh(in scene: Scene) {
    said.merge(form.values) { $1 }
    form.replaceFields(fields(in: scene))
    // A field that was not there before has what it begins with.
    said.merge(form.values) { $1 }
    form.note = draft.told(in: scene.session)
  }

  private func fields(in scene: Scene) -> [FormDialog.Field] {
    let draft = draft
    let rounds = PollDraft.rounds(in: scene.session)
    let round = FormDialog.Field(Name.round, "Round", choices: rounds)
    guard draft.before(in: scene.session) == nil else { return [round] }
    var fields: [FormDialog.Field] = [
      text(Name.text, "Question", hint: "what is put to the table", isRequired: true),
      FormDialog.Field(
        Name.type, "Type", choices: PollDraft.types.map(\.title),
        selected: PollDraft.types.firstIndex(of: .oneChoice) ?? 0),
    ]
    if draft.method == .scale {
      fields.append(FormDialog.Field(Name.scale, "Scale", choices: PollDraft.scales))
    }
    for setting in draft.settings {
      fields.append(text(setting, draft.label(of: setting), hint: draft.hint(of: setting)))
    }
    fields += choices
    fields.append(
      FormDialog.Field(
        Name.secrecy, "Secrecy", choices: Poll.Secrecy.allCases.map(\.title),
        selected: Poll.Secrecy.allCases.firstIndex(of: .anonymous) ?? 0))
    fields.append(FormDialog.Field(Name.voters, "Who may vote", choices: draft.voters))
    if draft.isForNamed {
      fields.append(text(Name.people, "Their names", hint: "as on the roll, commas between"))
    }
    fields.append(
      FormDialog.Field(
        Name.base, "100 % is", choices: ShareBase.allCases.map(\.title),
        selected: ShareBase.allCases.firstIndex(of: .valid) ?? 0))
    if rounds.count > 1 { fields.append(round) }
    if Console.whyNotAsk(in: scene) == nil, draft.secrecy != .sealed {
      fields.append(
        FormDialog.Field(
          Name.then, "Then", choices: [PollDraft.preparing, PollDraft.opening],
          selected: isAtOnce ? 1 : 0))
    }
    return fields
  }

  private func text(
    _ name: String, _ label: String, hint: String, isRequired: Bool = false
  ) -> FormDialog.Field {
    FormDialog.Field(name, label, text: said[name] ?? "", hint: hint, isRequired: isRequired)
  }

  /// A line for each choice, and an empty one for the next.
  private var choices: [FormDialog.Field] {
    let draft = draft
    guard draft.takesChoices else { return [] }
    let count = min(Choice.letters.count, (draft.lastChoice ?? -1) + 2)
    return (0..<count).map { index in
      text(
        "\(Name.choice)\(index)", draft.sign(of: index),
        hint: draft.standardChoices.indices.contains(index)
          ? draft.standardChoices[index] : index == 0 ? "one a line" : "")
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, scene: Scene) {
    form.draw(on: &canvas, in: area, look: scene.look)
  }
}
