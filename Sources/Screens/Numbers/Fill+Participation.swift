import SessionModel
import TerminalUI

extension Fill {
  /// How many are here, in the room and online, and how many of them are women.
  static func participation(_ people: People) -> Fill {
    let heads = people.headcount
    func field(_ name: String, _ label: String, _ known: Int?, hint: String = "")
      -> FormDialog.Field
    {
      FormDialog.Field(name, label, text: known.map(String.init) ?? "", hint: hint)
    }
    return Fill(
      "the participation", "save", group: "Numbers",
      FormDialog(
        "Who is here", note: "Heads, each person once.",
        fields: [
          field("room", "On site", heads?.room ?? people.present(on: .room)),
          field(
            "womenInRoom", "women among them", heads?.womenInRoom, hint: "as they say of themselves"
          ),
          field("online", "Online", heads?.online ?? people.present(on: .online)),
          field("womenOnline", "women among them", heads?.womenOnline, hint: "where it is known"),
        ])
    ) { values in
      var numbers: [String: Int] = [:]
      for (name, text) in values where !text.isEmpty {
        guard let number = Int(text), number >= 0 else {
          return [.say("'\(text)' is no number of people", .refusal)]
        }
        numbers[name] = number
      }
      return [
        .ask(
          .people(
            .count(
              Headcount(
                room: numbers["room"] ?? 0, online: numbers["online"] ?? 0,
                womenInRoom: numbers["womenInRoom"], womenOnline: numbers["womenOnline"]))))
      ]
    }
  }
}
