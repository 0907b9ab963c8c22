import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// A poll of every kind, as the stage, the console, the moderator's list and the ballot show it.
extension GoldenScenes {
  /// A kind of poll with answers in it.
  struct Kind: Sendable {
    var name: String
    var intent: PollIntent
    var ballots: [Ballot] = []
    var counts: [Choice.ID: Int] = [:]

    init(
      _ name: String, _ text: String, _ method: PollMethod, _ choices: [String] = [],
      ballots: [Ballot] = [], counts: [Choice.ID: Int] = [:]
    ) {
      self.name = name
      intent = .ask(text: text, method: method, choices: choices, secrecy: .anonymous)
      self.ballots = ballots
      self.counts = counts
    }

    /// The session with the poll open and answered.
    func open() throws -> SessionFixture {
      var table = try SessionFixture.live()
      try table.happen(.people(.counted(heads: Headcount(room: 41, online: 18))))
      try table.raise(2, request: 1)
      try table.ask(.poll(intent), by: .moderator)
      for ballot in ballots {
        try table.ask(.poll(.cast(PollID(1), ballot, voter: nil)), by: .ballot)
      }
      if !counts.isEmpty { try table.ask(.poll(.enter(PollID(1), counts)), by: .moderator) }
      return table
    }

    func shared() throws -> SessionFixture {
      var table = try open()
      try table.ask(.poll(.close(PollID(1))), by: .moderator)
      try table.ask(.poll(.share(PollID(1))), by: .moderator)
      return table
    }
  }

  private static let three = ["Companies", "States", "All jointly"]

  private static func chosen(_ letters: String) -> [Ballot] {
    letters.map { $0 == "-" ? Ballot() : Ballot(choosing: [String($0)]) }
  }

  private static func placed(_ places: [(Int, Int)]) -> Ballot {
    let ids = ["A", "B", "C"]
    var ballot = Ballot(
      marks: Dictionary(zip(ids, places.map(\.1))) { first, _ in first })
    ballot.across = Dictionary(zip(ids, places.map(\.0))) { first, _ in first }
    return ballot
  }

  static let kinds: [Kind] = [
    Kind(
      "yes or no", "Should the session ask for a follow-up group before the next forum?",
      .yesNoAbstain, ballots: chosen("AAABAC-A")),
    Kind(
      "one choice", "Who should carry due diligence first?", .oneChoice, three,
      ballots: chosen("AABACA-AB")),
    Kind(
      "several choices", "Which of these would help you most?", .severalChoices(min: 1, max: 2),
      three + ["A public register of complaints, open to all 人権"],
      ballots: [
        Ballot(choosing: ["A", "D"]), Ballot(choosing: ["D"]), Ballot(choosing: ["B", "D"]),
      ]),
    Kind(
      "fist of five", "Can you live with what was just said?", .scale(first: 0),
      ScaleLabels.fistOfFive.labels, ballots: chosen("CDDDEEEFA-")),
    Kind(
      "gradients", "How far do you agree with publishing one national focal point?",
      .scale(first: 1), ScaleLabels.gradients.labels, ballots: chosen("AABBBCCDEFGH")),
    Kind(
      "points", "Where should the effort go?", .points(total: 100, most: nil), three,
      ballots: [
        Ballot(marks: ["A": 50, "B": 50]), Ballot(marks: ["B": 70, "C": 30]),
        Ballot(marks: ["C": 100]),
      ]),
    Kind(
      "two axes", "Where do these stand?", PollMethod(.twoAxes, choices: 3), three,
      ballots: [
        placed([(2, 8), (6, 4), (8, 8)]), placed([(3, 9), (5, 3), (9, 7)]),
        placed([(1, 7), (6, 4), (8, 8)]),
      ]),
    Kind(
      "words", "What matters most here, in a word?", .words(max: 2),
      ballots: [
        Ballot(words: ["trust", "law"]), Ballot(words: ["Trust"]), Ballot(words: ["救済"]),
        Ballot(words: ["fair play", "TRUST"]),
      ]),
    Kind(
      "open answers", "What should happen before the next forum?", .openAnswers(max: 3),
      ballots: [
        Ballot(words: ["Publish what was promised and what was done about it since the last time"]),
        Ballot(words: ["Pay those who advise you"]),
        Ballot(words: ["Pay those who advise you", "One form for all countries"]),
      ]),
    Kind(
      "quiz", "Who adopted the guiding principles?", .quiz(right: ["B"]),
      ["General Assembly", "Human Rights Council", "Security Council"],
      ballots: chosen("ABBBBC")),
    Kind(
      "estimate", "How many people work on this in your organization?", .estimate(unit: "people"),
      ballots: [1, 2, 2, 3, 5, 8, 12, 14, 20, 25, 40].map { Ballot(number: Amount($0)) }),
    Kind("hum", "Shall we take remedy first?", .hum, counts: ["A": 2, "B": 1]),
    Kind(
      "show of hands", "Are we ready to move on?", .pulse, ["Yes", "One more thing"],
      ballots: chosen("AAB"), counts: ["A": 22, "B": 9]),
    Kind(
      "ranking", "What should be done first?", .ranking(min: nil, max: nil, seats: nil),
      three + ["A register of complaints"],
      ballots: ["ABCD", "ACB", "BCA", "CBA", "CB", "BCDA", "A"].map { order in
        Ballot(ranking: order.map { String($0) })
      }),
    Kind(
      "scores", "How well would each of these work?", .scores(best: 5), three,
      ballots: [
        Ballot(marks: ["A": 5, "B": 4]), Ballot(marks: ["A": 5, "C": 1]),
        Ballot(marks: ["A": 0, "B": 4, "C": 5]), Ballot(marks: ["B": 4, "C": 3]),
      ]),
    Kind(
      "pairs", "Which matters more?", .pairwise, three,
      ballots: [
        Ballot(marks: ["A/B": 1, "A/C": 1, "B/C": 2]), Ballot(marks: ["A/B": 2, "A/C": 1]),
        Ballot(marks: ["A/B": 1, "A/C": 2, "B/C": 2]),
      ]),
    Kind(
      "statements", "What should the forum ask of states?", .statements, statements,
      ballots: [
        Ballot(marks: ["1": 1, "2": 1, "3": 0]), Ballot(marks: ["1": 1, "2": -1]),
        Ballot(marks: ["1": 1, "2": -1, "3": 1]), Ballot(marks: ["1": -1, "2": 1, "3": 1]),
      ]),
    Kind(
      "many words", "What matters most here, in a word?", .words(max: 3),
      ballots: [
        (9, "trust"), (8, "remedy"), (5, "capacity"), (4, "law"), (3, "fair play"), (3, "救済"),
        (2, "transparency"), (2, "patience"), (1, "courage"), (1, "time"), (1, "interoperability"),
        (1, "openness"), (1, "access"),
      ].flatMap { count, word in (0..<count).map { _ in Ballot(words: [word]) } }),
  ]

  private static let statements = [
    "Every state should publish one focal point for business and human rights",
    "Companies should pay for independent monitoring of what they promise",
    "Remedy should be free of charge for whoever asks for it",
  ]

  /// A kind of poll by its name.
  private static func kind(_ name: String) throws -> Kind {
    try #require(kinds.first { $0.name == name })
  }

  /// Words as a cloud.
  private static func cloud() throws -> SessionFixture {
    var table = try kind("many words").open()
    try table.ask(.poll(.draw(PollID(1), asCloud: true)), by: .moderator)
    return table
  }

  /// Statements that six people of two groups have answered, with their names.
  private static func statementsByGroup() throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.ask(
      .poll(
        .ask(
          text: "What should the forum ask of states?", method: .statements, choices: statements,
          secrecy: .public)), by: .moderator)
    let said = ["+++", "+-+", "+-", "++-", "+-+", "++"]
    for (person, marks) in said.enumerated() {
      let numbers = marks.enumerated().map { ("\($0 + 1)", $1 == "+" ? 1 : -1) }
      let ballot = Ballot(marks: Dictionary(numbers) { first, _ in first })
      try table.ask(
        .poll(.cast(PollID(1), ballot, voter: PersonID(person + 1))), by: .ballot)
    }
    try table.ask(.poll(.close(PollID(1))), by: .moderator)
    try table.ask(.poll(.share(PollID(1))), by: .moderator)
    return table
  }

  /// A public poll asked before and after.
  private static func rounds(
    _ before: String, _ after: String, _ secrecy: Poll.Secrecy
  ) throws -> SessionFixture {
    var table = try SessionFixture.live()
    try table.ask(
      .poll(
        .ask(
          text: "Who should carry due diligence first?", method: .oneChoice, choices: three,
          secrecy: secrecy)), by: .moderator)
    func cast(_ letters: String, in poll: Int) throws {
      for (index, ballot) in chosen(letters).enumerated() {
        try table.ask(
          .poll(.cast(PollID(poll), ballot, voter: PersonID(index + 1))), by: .ballot)
      }
      try table.ask(.poll(.close(PollID(poll))), by: .moderator)
    }
    try cast(before, in: 1)
    try table.ask(.poll(.again(PollID(1))), by: .moderator)
    try table.ask(.poll(.open(PollID(2))), by: .moderator)
    try cast(after, in: 2)
    try table.ask(.poll(.share(PollID(2))), by: .moderator)
    return table
  }

  static var polls: [GoldenScene] {
    get throws { try pollsOnStage + pollsAtConsole + pollsOnDesk + pollsOnBallot }
  }

  private static func stage(_ name: String, _ table: SessionFixture) -> GoldenScene {
    GoldenScene(
      file: "polls-stage", name: name, screen: Stage(), table: table, seat: .stage,
      attendance: [.stage: 1, .moderator: 1])
  }

  private static var pollsOnStage: [GoldenScene] {
    get throws {
      var speaking = try kinds[3].open()
      try speaking.give(1)
      speaking.wait(20)
      try speaking.ask(.poll(.extend(PollID(1), seconds: 60)), by: .moderator)
      speaking.wait(52)
      var reflected = try kinds[1].shared()
      try reflected.ask(.poll(.reflect(PollID(1))), by: .moderator)
      return try kinds.map { stage($0.name, try $0.open()) } + [
        stage("quiz closed", try kinds[9].shared()), stage("somebody speaks", speaking),
        stage("ranking closed", try kind("ranking").shared()), stage("cloud", try cloud()),
        stage("statements by group", try statementsByGroup()),
        stage("speakers reflect", reflected),
        stage("rounds, public", try rounds("AABCAB", "ABBCCC", .public)),
        stage("rounds, anonymous", try rounds("AABCAB", "ABBCCC", .anonymous)),
      ]
    }
  }

  private static var pollsAtConsole: [GoldenScene] {
    get throws {
      try kinds.map { console("polls-console", $0.name, try $0.open()) } + [
        console("polls-console", "shared", try kinds[4].shared()),
        console("polls-console", "rounds", try rounds("AABCAB", "ABBCCC", .public)),
        console("polls-console", "quick polls", try .live()) { $0.press("t") },
        console("polls-console", "counts", try kinds[12].open()) { $0.press("#", "3", "1") },
        console("polls-console", "how strong a hum is", try kinds[11].open()) {
          $0.press("#", .down, "s")
        },
        console("polls-console", "ranking closed", try kind("ranking").shared()),
        console("polls-console", "cloud", try cloud()),
        console("polls-console", "statements by group", try statementsByGroup()),
      ]
    }
  }

  private static var pollsOnDesk: [GoldenScene] {
    get throws {
      func desk(
        _ name: String, _ table: SessionFixture,
        steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) -> GoldenScene {
        GoldenScene(
          file: "polls-desk", name: name, screen: PollDesk(), table: table,
          attendance: [.moderator: 1, .stage: 1], steps: steps)
      }
      var draft = try SessionFixture.live()
      try draft.draftPoll()
      return [
        desk("none", try .live()), desk("draft", draft), desk("open", try kinds[6].open()),
        desk("hum", try kinds[11].open()), desk("shared", try kinds[4].shared()),
        desk("ranking closed", try kind("ranking").shared()), desk("cloud", try cloud()),
        desk("rounds", try rounds("AABCAB", "ABBCCC", .public)),
        desk("the round before", try rounds("AABCAB", "ABBCCC", .public)) { $0.press(.down) },
      ]
    }
  }

  private static var pollsOnBallot: [GoldenScene] {
    get throws {
      func ballot(
        _ name: String, _ kind: Int,
        _ steps: @escaping @Sendable (inout SeatedTerminal) throws -> Void = { _ in }
      ) throws -> GoldenScene {
        GoldenScene(
          file: "polls-ballot", name: name, screen: BallotScreen(), table: try kinds[kind].open(),
          seat: .ballot, attendance: [.ballot: 1, .moderator: 1], steps: steps)
      }
      let welcomes = try kinds.indices.map { try ballot("\(kinds[$0].name), welcome", $0) }
      let papers = try kinds.indices.map { try ballot(kinds[$0].name, $0) { $0.press(.enter) } }
      return try welcomes + papers + [
        ballot("points spent", 5) { $0.type("40j35") },
        ballot("points read back", 5) { $0.press("4", "0", "j", "3", "5", .enter) },
        ballot("too many points", 5) { $0.type("80j35") },
        ballot("half placed", 6) { $0.type("286") },
        ballot("placed and read back", 6) { $0.press("2", "8", "6", "4", .right, .enter) },
        ballot("a word more", 7) {
          $0.type("fair play")
          $0.press(.enter)
          $0.type("remedy")
        },
        ballot("an answer shared", 8) { $0.press(.down, .enter, .down) },
        ballot("a number typed", 10) { $0.type("40") },
        ballot("no number", 10) {
          $0.type("many")
          $0.press(.enter)
        },
        ballot("skipped", 3) { $0.press("x", .enter) },
        ballot("put in order", 13) { $0.press("3", "1") },
        ballot("put in order and read back", 13) { $0.press("3", "1", .enter) },
        ballot("graded", 14) { $0.press("5", "2") },
        ballot("the second pair", 15) { $0.press("1") },
        ballot("a statement of one's own", 16) {
          $0.press("1", "n")
          $0.type("Pay those who advise you")
        },
        ballot("one's own statement is asked next", 16) {
          $0.press("1", "n")
          $0.type("Pay those who advise you")
          $0.press(.enter)
        },
        ballot("all statements answered", 16) { $0.press("1", "2", "3") },
        ballot("it closes by itself", 1) {
          try $0.happen(.poll(.extended(poll: PollID(1), seconds: 75)))
        },
      ]
    }
  }
}
