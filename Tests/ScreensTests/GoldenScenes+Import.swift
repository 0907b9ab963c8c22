import SessionModel
import TerminalUI
import TestSupport

@testable import Screens

/// What is looked at before an import is written, with invented events.
extension GoldenScenes {
  static var imports: [GoldenScene] {
    func scene(
      _ name: String, _ review: ImportReview,
      steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
    ) -> GoldenScene {
      GoldenScene(
        file: "import", name: name, screen: review, table: SessionFixture(), steps: steps)
    }
    return [
      scene("a proposal", proposal), scene("a lost heading", proposal) { $0.press(.tab) },
      scene("words being changed", proposal) { $0.press(.down, .enter) },
      scene("dropped", proposal) { $0.press(.down, .down, " ", .up) },
      scene("changed", proposal) {
        $0.press(.enter)
        $0.type("!")
        $0.press(.enter)
      },
      scene("uncertain and asked", proposal) { $0.press("c") },
      scene("everything accepted", proposal) { $0.press("A") },
      scene("the end of a long proposal", proposal) { $0.press(.end) },
      scene("filtered", proposal) {
        $0.press("/")
        $0.type("question")
      },
      scene("no title", untitled), scene("several sessions", programme),
      scene("a session left out", programme) { $0.press(.pageDown, " ", .up) },
      scene("a list of people", people), scene("a doubtful row", people) { $0.press(.tab) },
      scene("who speaks in a transcript", transcript),
      scene("who is not on the roll", transcript) { $0.press(.tab, .tab) },
      scene("a chat", chat), scene("other scripts", scripts),
    ]
  }

  private static func field(
    _ id: String, _ label: String, _ text: String, _ line: Int?, _ doubt: String? = nil,
    part: Int? = nil
  ) -> ImportReview.Field {
    var field = ImportReview.Field(id: id, label: label, text: text, line: line, doubt: doubt)
    field.part = part
    field.isNeeded = id == "title" || id.hasSuffix("/title")
    return field
  }

  private static let lost = "no heading says so; known from its place"

  private static let page = [
    "IGF 2021 WS #7 Lanterns for Small Harbours",
    "Tuesday, 7th December, 2021 (16:30 UTC) - Tuesday, 7th December, 2021 (17:30 UTC)",
    "Ballroom C", "", "Organizer 1: Ada Finch, Harbour Trust, Ports | Piers", "",
    "Speaker 1: Bo Larsen, Government, Eastern European Group",
    "Speaker 2: Cem Aydin, Technical Community, Asia-Pacific Group", "",
    "Dara Okoye, Private Sector, African Group", "", "Online Moderator", "",
    "Emi Sato, Civil Society, Asia-Pacific Group", "", "Round Table - Circle - 90 Min", "",
    "Policy Question(s)", "",
    "1. Who lights the lantern when the keeper is away, and on whose account is the oil?",
    "2. Who pays for the oil?", "", "SDGs", "", "9.c", "14. Life Below Water",
  ]

  private static let proposal = ImportReview(
    heading: "lanterns.txt: proposal, 98 % sure", source: page,
    fields: [
      field("title", "title", "Lanterns for Small Harbours", 1), field("number", "number", "7", 1),
      field("year", "year", "2021", 1), field("start", "start", "2021-12-07T16:30:00Z", 2),
      field("end", "end", "2021-12-07T17:30:00Z", 2),
      field(
        "warning", "warning",
        "the slot is 60 minutes long, the format says 90; both are kept", 2,
        "accept it once you have seen it"),
      field("room", "room", "Ballroom C", 3, lost),
      field("format", "format", "Round Table - Circle - 90 Min", 16),
      field("holder 0", "organizer", "Ada Finch, Harbour Trust, Ports | Piers", 5),
      field("holder 1", "speaker", "Bo Larsen, Government, Eastern European Group", 7),
      field("holder 2", "speaker", "Cem Aydin, Technical Community, Asia-Pacific Group", 8),
      field("holder 3", "moderator", "Dara Okoye, Private Sector, African Group", 10, lost),
      field("holder 4", "online moderator", "Emi Sato, Civil Society, Asia-Pacific Group", 14),
      field(
        "question 0", "question",
        "Who lights the lantern when the keeper is away, and on whose account is the oil?", 20),
      field("question 1", "question", "Who pays for the oil?", 21),
      field("goal 0", "goal", "9.c", 25), field("goal 1", "goal", "14. Life Below Water", 26),
    ])

  private static let untitled = ImportReview(
    heading: "standard input: proposal, 61 % sure", source: Array(page.dropFirst(4)),
    fields: [
      field("title", "title", "", nil, "the file has no title"),
      field("holder 0", "organizer", "Ada Finch, Harbour Trust, Ports | Piers", 1),
      field("holder 1", "speaker", "Bo Larsen, Government, Eastern European Group", 3),
    ])

  private static let programme = ImportReview(
    heading: "harbour-week.txt: agenda, 96 % sure",
    source: [
      "Harbour Week", "", "IGF 2019 WS #11 Oil and Light", "",
      "Speaker 1: Ada Finch, Civil Society",
      "", "IGF 2019 WS #12 A Bell in the Fog", "", "Speaker 1: Bo Larsen, Government", "",
      "IGF 2019 WS #13", "", "Speaker 1: Cem Aydin",
    ],
    fields: [
      field("programme", "programme", "Harbour Week", 1),
      field("1/title", "session 1", "Oil and Light", 3, part: 1),
      field("1/number", "number", "11", 3, part: 1),
      field("1/holder 0", "speaker", "Ada Finch, Civil Society", 5, part: 1),
      field("2/title", "session 2", "A Bell in the Fog", 7, part: 2),
      field("2/number", "number", "12", 7, part: 2),
      field("2/holder 0", "speaker", "Bo Larsen, Government", 9, part: 2),
      field("3/title", "session 3", "", nil, "the file has no title", part: 3),
      field("3/number", "number", "13", 11, part: 3),
      field("3/holder 0", "speaker", "Cem Aydin", 13, lost, part: 3),
    ])

  private static let people = ImportReview(
    heading: "guests.csv: people, 95 % sure",
    source: [
      "Name,Organisation,Group,Region", "Ada Finch,Harbour Trust,Civil Society,WEOG",
      "Bo Larsen,Ministry of Tides,Gov,EEG", "Cem Aydin,Lamp Works,Tinkerers,APAC",
      "Bo Larsen,Another House,Government,EEG",
    ],
    fields: [
      field(
        "person 0", "person",
        "Ada Finch, Harbour Trust, Civil Society, Western European and Others Group", 2),
      field("person 1", "person", "Bo Larsen, Ministry of Tides, Government, Eastern European", 3),
      field(
        "person 2", "person", "Cem Aydin, Lamp Works, Asia-Pacific Group", 4,
        "group 'Tinkerers' is not known; it was left out"),
      field(
        "person 3", "person", "Bo Larsen, Another House, Government, Eastern European", 5,
        "'Bo Larsen' has another affiliation; taken for another person"),
    ])

  private static let transcript = ImportReview(
    heading: "captions.txt: transcript, 99 % sure",
    source: [
      ">> MODERATOR: Good morning.", ">> ADA FINCH: Thank you. The lamp is lit.",
      ">> FINCH: I go on.", ">> B. LARSON: The oil is paid for.", ">> Who is it?",
    ],
    fields: [
      field("label 0", "speaks", "MODERATOR", 1, "not on the roll; would be put there"),
      field("label 1", "speaks", "ADA FINCH", 2),
      field("label 2", "speaks", "Ada Finch", 3, "'FINCH' in the file"),
      field("label 3", "speaks", "Bo Larsen", 4, "'B. LARSON' in the file"),
      field(
        "warning", "warning", "1 turn has no name; it was left out", 5,
        "accept it once you have seen it"),
    ])

  private static let chat = ImportReview(
    heading: "chat.txt: chat, 97 % sure",
    source: [
      "16:32:05 From Ada Finch to Everyone:", "\tWho pays for the oil?",
      "16:33:10 From Bo Larsen to Everyone:", "\thttps://example.org/oil",
    ],
    fields: [
      field("message 0", "message", "Ada Finch: Who pays for the oil?", 1),
      field("message 1", "message", "Bo Larsen: https://example.org/oil", 3),
    ])

  private static let scripts = ImportReview(
    heading: "参加者.csv: people, 95 % sure",
    source: ["参加者,障害", "参加者,人権救済", "مشارك ٤,人権救済"],
    fields: [
      field("person 0", "person", "参加者, 人権救済", 2),
      field("person 1", "person", "مشارك ٤, 人権救済", 3, "障害"),
    ])
}
