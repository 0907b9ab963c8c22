import Importers
import SessionModel
import Testing

struct PollSheetTests {
  private func read(_ text: String) throws -> [PollFile] {
    try PollSheet().read(ForeignFile(named: "polls.csv", bytes: Array(text.utf8)))
  }

  private func complaint(_ text: String) -> String? {
    do throws(PollSheetFailure) {
      _ = try PollSheet().read(ForeignFile(named: "polls.csv", bytes: Array(text.utf8)))
      return nil
    } catch {
      return error.sentence
    }
  }

  @Test func `rows with voters are the ballots of one poll`() throws {
    let files = try read(
      """
      poll,method,secrecy,voter,A Sea,B Sky
      Where?,ranking,public,Ana,2,1
      Where?,ranking,public,,1,
      Where?,ranking,public,,,
      """)
    #expect(files.count == 1)
    #expect(files[0].choices == ["Sea", "Sky"])
    #expect(
      files[0].papers?.map(\.ballot) == [
        Ballot(marks: ["A": 2, "B": 1]), Ballot(marks: ["A": 1]), Ballot(),
      ])
    #expect(
      files[0].intent
        == .poll(
          .adopt(
            text: "Where?", method: .ranking(min: nil, max: nil, seats: nil),
            choices: ["Sea", "Sky"],
            papers: [
              .init(ballot: Ballot(marks: ["A": 1]), count: 1),
              .init(ballot: Ballot(marks: ["A": 2, "B": 1]), count: 1),
              .init(ballot: Ballot(), count: 1),
            ])))
  }

  @Test func `places, words and numbers are read`() throws {
    let places = try read(
      "poll,method,voter,A Sea\nWhere?,two_axes; left=a; right=b; bottom=c; top=d,,3:7\n")
    #expect(places[0].papers?[0].ballot.across == ["A": 3])
    #expect(places[0].papers?[0].ballot.marks == ["A": 7])
    let words = try read("poll,method,voter,word 1,word 2\nWhat?,words; max=2,,trust,law\n")
    #expect(words[0].papers?[0].ballot.words == ["trust", "law"])
    let numbers = try read("poll,method,voter,number\nWhen?,estimate; unit=years,,2.5\n")
    #expect(numbers[0].papers?[0].ballot.number == Amount("2.5"))
    #expect(numbers[0].method == .estimate(unit: "years"))
  }

  @Test func `rows without voters are polls`() throws {
    let files = try read(
      "poll,method,secrecy,choice 1,choice 2\nReady?,scale; first=0,public,no,yes\nWhat?,words,,,\n"
    )
    #expect(
      files == [
        PollFile(
          text: "Ready?", method: .scale(first: 0), choices: ["no", "yes"], secrecy: .public),
        PollFile(text: "What?", method: .words(max: 3), choices: [], secrecy: .anonymous),
      ])
  }

  @Test(arguments: [
    ("a,b\n1,2\n", "No columns of 'polls.csv' are headed 'poll' and 'method' in its first row"),
    ("poll,method\n", "'polls.csv' lists no poll and no ballot"),
    (
      "poll,method\nWhere?,guessing\n",
      "Row 2 of 'polls.csv': 'guessing' is no way to vote; nothing was imported"
    ),
    (
      "poll,method\nWhere?,hum; max=2\n",
      "Row 2 of 'polls.csv': 'hum; max=2' is no way to vote; nothing was imported"
    ),
    (
      "poll,method,secrecy\nWhere?,hum,whispered\n",
      "Row 2 of 'polls.csv': 'whispered' is no kind of secrecy; nothing was imported"
    ),
    (
      "poll,method,voter,A Sea\nWhere?,one_choice,,x\n",
      "Row 2 of 'polls.csv': 'x' is no mark beside 'A'; nothing was imported"
    ),
    (
      "poll,method,voter,A Sea\nWhere?,one_choice,,1\nElse?,one_choice,,1\n",
      "Row 3 of 'polls.csv': it is of another poll than the first row; nothing was imported"
    ),
  ])
  func `what is wrong with a sheet is said in a sentence`(text: String, sentence: String) {
    #expect(complaint(text) == sentence)
  }

  @Test(arguments: [
    PollMethod.yesNoAbstain, .oneChoice, .severalChoices(min: 1, max: 2), .scale(first: 0),
    .points(total: 10, most: 3), .points(total: 100, most: nil),
    .twoAxes(across: .init(low: "a b", high: "c=d"), up: .init(low: "e", high: "f")),
    .words(max: 2), .openAnswers(max: 4), .quiz(right: ["A", "C"]), .estimate(unit: nil),
    .estimate(unit: "years"), .hum, .pulse, .ranking(min: nil, max: nil, seats: nil),
    .ranking(min: 1, max: 3, seats: 2), .scores(best: 5), .pairwise, .statements,
  ])
  func `every method is read from what is written of it`(method: PollMethod) {
    #expect(PollMethod(code: method.code, choices: 3) == method)
  }

  @Test func `ranked ballots of a file become a poll that was taken elsewhere`() throws {
    let text = "3 2\n-2\n4 1 2 3 0\n2 3 0\n1 0\n0\nSea\nSky\nLand\n"
    let election = try BLTReader().read(ForeignFile(named: "x.blt", bytes: Array(text.utf8)))
    #expect(
      election.intent(named: "x.blt")
        == .poll(
          .adopt(
            text: "x.blt", method: .ranking(min: nil, max: nil, seats: 2),
            choices: ["Sea", "Land"],
            papers: [
              .init(ballot: Ballot(marks: ["A": 1, "B": 2]), count: 4),
              .init(ballot: Ballot(marks: ["B": 1]), count: 2), .init(ballot: Ballot(), count: 1),
            ])))
  }

  @Test func `ballots that weigh a fraction are no ballots of a room`() throws {
    let text = "1 1\n1.5 1 0\n0\nSea\n"
    let election = try BLTReader().read(ForeignFile(named: "x.blt", bytes: Array(text.utf8)))
    #expect(election.intent(named: "x") == nil)
  }
}
