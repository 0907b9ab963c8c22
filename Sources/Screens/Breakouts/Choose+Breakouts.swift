import SessionModel
import TerminalUI

extension Choose {
  /// How long the groups get, what the running breakout segment has left first.
  static func breakoutTime(in scene: Scene) -> Choose {
    var options: [Option] = []
    if let segment = scene.session.agenda.currentSegment, segment.kind == .breakout {
      let left = segment.allottedSeconds - segment.elapsedSeconds(at: scene.now)
      if left >= 60 {
        options.append(
          Option(
            "s", "\(left / 60) minutes", detail: "what the segment has left",
            effect: .ask(.breakout(.begin(seconds: left / 60 * 60)))))
      }
    }
    for (key, minutes) in [("1", 10), ("2", 15), ("3", 20), ("4", 30)] {
      options.append(
        Option(
          Character(key), "\(minutes) minutes",
          effect: .ask(.breakout(.begin(seconds: minutes * 60)))))
    }
    options.append(
      Option(
        "n", "another time", effect: .push(Palette(over: [], text: "breakout begin "))))
    return Choose(
      "Send the groups to work", lines: ["Each gets a session of its own beside this one."],
      options: options)
  }

  /// One of a group's people, for something they do in it.
  static func member(
    of group: Breakout, as title: String, in scene: Scene,
    set: (inout BreakoutDetails, PersonID) -> Void
  ) -> Choose {
    let letters = "123456789abcdefghi"
    return Choose(
      "\(title) \(group.title)?",
      options: zip(letters, group.members).map { letter, id in
        var details = BreakoutDetails()
        set(&details, id)
        let person = scene.session.people[id]
        return Option(
          letter, person?.name ?? id.description,
          detail: [person?.group?.short, person?.affiliation].compactMap(\.self)
            .joined(separator: " \(scene.look.glyphs.dot) "),
          effect: .ask(.breakout(.change(group.id, details))))
      })
  }

  /// What a group talks about.
  static func question(of group: Breakout, in session: Session) -> Choose {
    Choose(
      "What does \(group.title) talk about?",
      options: session.plan.orderedQuestions.prefix(9).enumerated().map { index, question in
        var details = BreakoutDetails()
        details.question = question.id
        return Option(
          Character("\(index + 1)"), question.heading,
          effect: .ask(.breakout(.change(group.id, details))))
      })
  }

  /// Of which group the notes are to be taken over.
  static func groupNotes(in session: Session) -> Choose {
    let letters = "123456789abcdefghi"
    return Choose(
      "Notes of the groups",
      lines: ["They come into the notebook under the rule they were said under."],
      options: zip(letters, session.breakouts.returned).map { letter, group in
        let whyNot = session.whyNotTake(group)
        return Option(
          letter, group.title,
          detail: (group.tag == nil ? "" : "of an earlier division, ")
            + (whyNot == nil ? counted(session.taking(group).count, "note") : "nothing new"),
          effect: whyNot.map { .say($0, .refusal) } ?? .all(session.taking(group)))
      })
  }

  /// What a group can call to the plenary.
  static func call(in session: Session) -> Choose {
    let calls = session.breakouts.signals.suffix(3).map { signal in
      let time = signal.sent.map { session.plan.clockText($0) + " " } ?? ""
      return "\(time)\(signal.from == nil ? "they" : "we"): \(signal.words)"
    }
    return Choose(
      "Call the plenary", lines: calls,
      options: [
        Option(
          "h", "we need help", detail: "until it is answered",
          effect: .ask(.breakout(.signal(.help, minutes: nil, text: nil, to: nil)))),
        Option(
          "d", "we are done",
          effect: .ask(.breakout(.signal(.message, minutes: nil, text: "We are done", to: nil)))),
        Option(
          "t", "we need more time",
          effect: .ask(
            .breakout(.signal(.message, minutes: nil, text: "We need more time", to: nil)))),
        Option(
          "w", "something else",
          effect: .push(Palette(over: [], text: "breakout signal message --text \""))),
      ])
  }

  static func dissolving(_ breakouts: Breakouts) -> Choose {
    Choose(
      "Do away with the groups?",
      lines: ["What they brought back stays on record."],
      options: [
        Option("n", "keep them", effect: .none),
        Option("y", "do away with them", effect: .ask(.breakout(.dissolve))),
      ])
  }
}

extension Fill {
  /// Asks for the file in which a group sent its session.
  static var packedGroup: Fill {
    Fill(
      "what a group brings back", "merge it", group: "Breakout groups",
      FormDialog(
        "What a group brings back", note: "A session that 'roundtable pack' made a file of.",
        fields: [.init("path", "File", hint: "group-1.roundtable.tar", isRequired: true)])
    ) { values in
      [.gather(path: values["path"] ?? "")]
    }
  }
}
