import SessionModel
import TerminalUI

extension Choose {
  /// A fishbowl or a talking stick, and who comes and goes there.
  static func form(in scene: Scene) -> Choose {
    switch scene.session.floor.form {
    case .fishbowl(let inner, let chairs): circle(inner, chairs, in: scene.session)
    case .stick(let holder): stick(holder, in: scene.session)
    case nil: anyForm(in: scene.session)
    }
  }

  private static func anyForm(in session: Session) -> Choose {
    let inner = session.likelyCircle
    let names = inner.map { session.people[$0]?.name ?? $0.description }
    return Choose(
      "How the floor passes on",
      lines: ["In a fishbowl an inner circle speaks. A talking stick goes from hand to hand."],
      options: [
        Option(
          "f", "fishbowl",
          detail: inner.isEmpty ? "say who begins" : names.joined(separator: ", "),
          effect: inner.isEmpty
            ? .push(Palette(over: [], text: "floor fishbowl "))
            : .ask(.floor(.fishbowl(inner, chairs: nil)))),
        Option(
          "o", "fishbowl of others", detail: "say who begins",
          effect: .push(Palette(over: [], text: "floor fishbowl "))),
        Option(
          "s", "talking stick", detail: "say who holds it first",
          effect: .push(PersonPicker(.holdStick))),
      ])
  }

  private static func circle(
    _ inner: [PersonID], _ chairs: Int, in session: Session
  ) -> Choose {
    let free = max(0, chairs - inner.count)
    let letters = "123456789"
    let leaving = zip(letters, inner).map { letter, id in
      Option(
        letter, session.people[id]?.name ?? id.description, detail: "leaves the circle",
        effect: .ask(.floor(.leaveChair(id))))
    }
    return Choose(
      "Fishbowl",
      lines: [
        free == 0
          ? "No chair is free: one in the circle leaves before another comes in."
          : "\(counted(free, "chair")) free for whoever wants to come in."
      ],
      options: [
        Option("t", "somebody takes the free chair", effect: .push(PersonPicker(.takeChair)))
      ] + leaving + [
        Option(
          "q", "end it", detail: "the queue says who speaks", effect: .ask(.floor(.queueAgain)))
      ])
  }

  private static func stick(_ holder: PersonID, in session: Session) -> Choose {
    let name = session.people[holder]?.name ?? holder.description
    return Choose(
      "Talking stick",
      lines: ["\(name) holds it, and names the next one. Nobody else has the floor meanwhile."],
      options: [
        Option("p", "pass it on", detail: "and the floor", effect: .push(PersonPicker(.passStick))),
        Option(
          "q", "put it away", detail: "the queue says who speaks",
          effect: .ask(.floor(.queueAgain))),
      ])
  }
}

extension Session {
  /// Who would sit in a circle: the people of the running segment, else those invited to speak.
  fileprivate var likelyCircle: [PersonID] {
    let named = people(of: .framing)
    guard named.isEmpty else { return named }
    let invited: [SessionModel.Role] = [.speaker, .additionalSpeaker, .discussant]
    return people.roll.filter { person in
      person.status != .cancelled && invited.contains { person.roles.contains($0) }
    }.prefix(6).map(\.id)
  }
}
