import SessionModel
import TerminalUI

/// The keys of every screen as a table, made from their bindings.
public enum KeyList {
  /// In Markdown: a table a screen, one row a key.
  public static var markdown: String {
    let scene = Scene(
      session: Session(), now: Moment(at: Timestamp(milliseconds: 0)), look: Look(),
      seat: .moderator, size: Size(columns: 120, rows: 36))
    var tables = [
      table("Lobby", Lobby(choices: []).hints(in: scene)),
      table("Moderator's console", Console().hints(in: scene)),
      table("Roll", Roll().hints(in: scene)),
      table("Plan", PlanDesk().hints(in: scene)),
      table("Polls", PollDesk().hints(in: scene)),
      table("Outcomes", OutcomeDesk().hints(in: scene)),
      table("Breakout groups", BreakoutDesk().hints(in: scene)),
      table("What follows", ClosingDesk().hints(in: scene)),
      table("Inbox", InboxDesk().hints(in: scene)),
      table("Online moderator's desk", OnlineDesk().hints(in: scene)),
      table("Rapporteur's desk", RapporteurDesk().hints(in: scene)),
      table("Ballot", BallotScreen().hints(in: scene)),
      table("Import", ImportReview.example.hints(in: scene)),
    ]
    tables.append(
      table(
        "A replay, beside the keys of the screen it shows",
        ScreenStack.replayBindings.map { Binding<Int>($0.keys, $0.title, action: 0) }))
    tables.append(
      table(
        "Everywhere but on the stage and the ballot",
        ScreenStack.globalBindings.map {
          Binding<Int>($0.keys, $0.title, action: 0)
        }))
    return tables.joined(separator: "\n\n")
  }

  private static func table(_ title: String, _ bindings: [Binding<Int>]) -> String {
    let rows = bindings.filter { !$0.keys.isEmpty }.map { binding in
      "| \(binding.keys.map { "`\($0.label)`" }.joined(separator: " ")) | \(binding.title) |"
    }
    return (["**\(title)**", "", "| key | does |", "| --- | --- |"] + rows).joined(separator: "\n")
  }
}
