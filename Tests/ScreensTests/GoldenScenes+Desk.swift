import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

extension GoldenScenes {
  /// What the rapporteur does with notes once they are there.
  static var deskWork: [GoldenScene] {
    get throws {
      func scene(
        _ name: String, _ table: SessionFixture,
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "desk", name: name, screen: RapporteurDesk(), table: table, seat: .rapporteur,
          attendance: [.rapporteur: 1, .moderator: 1], steps: steps)
      }
      let studied = try SessionFixture.studied()
      var secret = studied
      try secret.happen(.note(.stretchBegun(rule: .offTheRecord)), by: .moderator)
      var veiled = studied
      try veiled.happen(.note(.stretchBegun(rule: .chathamHouse)), by: .moderator)
      let all: Key = .control("k")
      return [
        scene("by topic", studied) { $0.press(.control("o"), .control("o"), .control("o")) },
        scene("all about a note", studied) { $0.press(.up, .up, all) },
        scene("its details", studied) { $0.press(.up, .up, all, "e") },
        scene("to be split", studied) { $0.press(.up, .up, all, "s", .right) },
        scene("another kind", studied) { $0.press(.up, .up, all, "k") },
        scene("to be bound", studied) { $0.press(.up, .up, all, "b") },
        scene("who said it", studied) { $0.press(.up, .up, all, "b", "p") },
        scene("to be promoted", studied) { $0.press(.up, .up, all, "p") },
        scene("in which way linked", studied) { $0.press(.up, .control("l")) },
        scene("linked to whom", studied) { $0.press(.up, .control("l"), "4") },
        scene("merged into what", studied) { $0.press(.up, .up, all, "m") },
        scene("written twice", studied) { $0.press(.control("g")) },
        scene("written once", try .busy()) { $0.press(.control("g")) },
        scene("all kinds", studied) { $0.press(.function(3)) },
        scene("looking for words", studied) {
          $0.press(.control("f"))
          $0.type("remedy")
        },
        scene("words found", studied) {
          $0.press(.control("f"))
          $0.type("remedy")
          $0.press(.enter)
        },
        scene("a name half typed", studied) { $0.type("+Both, says @part") },
        scene("a topic half typed", studied) { $0.type("Courts first #re") },
        scene("changed meanwhile", studied) {
          $0.press(.up, .enter)
          $0.type(", says the room")
          try $0.happen(.note(.edited(note: NoteID(6), text: "Another text by somebody else")))
        },
        scene("off the record", secret) {
          $0.type("?Who told you that")
          $0.press(.enter)
          $0.type("half a sent")
        },
        scene("under the Chatham House Rule", veiled),
        scene("which rule", studied) { $0.press(.function(4)) },
        scene("the report", studied) {
          $0.composer = composer
          $0.press(.control("r"))
        },
        scene("numbers by group", studied) { $0.press(.function(6)) },
        scene("numbers by person", studied) { $0.press(.function(6), .backTab) },
        scene("no numbers yet", try .planned()) { $0.press(.function(6)) },
        scene("who is here", studied) { $0.press(.function(6), "p") },
      ]
    }
  }

  /// A form that lists takeaways and calls.
  private static let composer = ReportComposer {
    ["igf", "igf2020"]
  } preview: { form, session in
    func items(_ kind: Note.Kind) -> [ReportPreview.Line] {
      session.notes.all.filter { $0.kind == kind }.map { .init(.item, $0.text) }
    }
    let outcomes =
      [ReportPreview.Line(.heading, "Key Takeaways")] + items(.takeaway)
      + [.init(.heading, "Call to Action")] + items(.callToAction)
    return ReportPreview(
      title: form == "igf" ? "IGF, 2021 onward" : "IGF 2020",
      lines: outcomes + [
        .init(.heading, "Session Report"),
        .init(
          .text, "The session held that due diligence belongs in every stage of the lifecycle."),
        .init(.subheading, "Speaking time"), .init(.quiet, "Government: 2:13, 58 %"),
      ], gaps: ["Polls", "Participation"],
      overruns: ["Key Takeaways has 130 words in one statement; the limit is 100"], words: 130)
  }
}

extension SessionFixture {
  /// The busy hour with notes that say more: fields, topics, links, how they read before.
  static func studied() throws -> SessionFixture {
    var table = try busy()
    func ask(_ intent: NoteIntent) throws { try table.ask(.note(intent), by: .rapporteur) }
    try ask(.write(kind: .takeaway, text: "Remedy must be reachable for those affected most"))
    try ask(
      .write(
        kind: .callToAction, text: "States: publish one national focal point #remedy #publicity"))
    try ask(.fill(NoteID(5), .addressee, text: "Member States"))
    try ask(.write(kind: .argument, text: "Companies alone cannot repair what they broke #remedy"))
    try ask(.fill(NoteID(6), .evidence, text: "Three cases that were named in the room"))
    try ask(.link(NoteID(5), NoteLink(.basedOn, .note(NoteID(1)))))
    try ask(.link(NoteID(6), NoteLink(.agreedWith, .person(PersonID(2)))))
    try ask(
      .edit(NoteID(5), text: "States: publish one national focal point by the end of next year"))
    try ask(.tag(NoteID(2), topics: ["lifecycle"]))
    return table
  }
}
