import SessionModel
import TerminalUI

extension Fill {
  /// Asks for one text; nothing comes of an empty one.
  private static func text(
    _ name: String, _ title: String, _ label: String, verb: String, note: String = "",
    text: String = "", intent: @escaping @Sendable (String) -> Intent
  ) -> Fill {
    Fill(
      name, verb, group: "Outcomes",
      FormDialog(
        title, note: note, fields: [.init("text", label, text: text, isRequired: true)])
    ) { values in
      [.ask(intent(values["text"] ?? ""))]
    }
  }

  /// Asks for a sentence to put to the room.
  static var outcome: Fill {
    text("an outcome", "An outcome", "Sentence", verb: "keep it") { .outcome(.add(text: $0)) }
  }

  /// Asks for other words of a sentence.
  static func rewording(of outcome: OutcomeSentence) -> Fill {
    text(
      "the wording", "Outcome \(outcome.id)", "Sentence", verb: "change it",
      note: outcome.asking == nil && outcome.declared == nil
        ? "" : "What the room said of the words before no longer counts.", text: outcome.text
    ) { .outcome(.reword(outcome.id, text: $0)) }
  }

  /// Asks how an objection was answered.
  static func answer(to objection: Objection) -> Fill {
    text(
      "the answer", "Objection \(objection.id)", "Answer", verb: "it is addressed",
      note: objection.text.isEmpty ? "No reason was given yet." : objection.text
    ) { .outcome(.settle(objection.id, .addressed, answer: $0)) }
  }

  /// Asks why agreement is declared over open objections.
  static func override(of outcome: OutcomeSentence) -> Fill {
    text(
      "the reason", "Rough consensus over \(counted(outcome.open.count, "open objection"))",
      "Reason", verb: "declare it", note: "The reason stands in the record and in the report."
    ) { .outcome(.declare(outcome.id, override: $0)) }
  }
}
