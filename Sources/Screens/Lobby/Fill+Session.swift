import TerminalUI

extension Fill {
  /// Asks for the title of a new session.
  static var newSession: Fill {
    Fill(
      "a new session", "make it", group: "Sessions",
      FormDialog(
        "New session", note: "Everything else can be written down later.",
        fields: [.init("title", "Title", hint: "as the programme calls it", isRequired: true)])
    ) { values in
      [.create(title: values["title"] ?? "")]
    }
  }
}
