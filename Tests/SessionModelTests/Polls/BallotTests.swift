import Testing

@testable import SessionModel

struct BallotTests {
  private static let choices = Choice.lettered(["Law", "Courts", "Funds"])

  @Test(arguments: [
    ("40", 40_000), ("-2.5", -2500), ("+3,75", 3750), ("0.001", 1), ("007", 7000),
  ])
  func `a number is read exactly`(text: String, thousandths: Int) {
    #expect(Amount(text)?.thousandths == thousandths)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1.2345", "1e3", "4 5", "1000000000001", "१"])
  func `what is no number with three decimals is not read`(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [
    (40_000, "40"), (-2500, "-2.5"), (-1, "-0.001"), (3750, "3.75"), (0, "0"),
  ])
  func `a number is written without what it does not need`(thousandths: Int, text: String) {
    #expect(Amount(thousandths: thousandths).description == text)
  }

  @Test(arguments: [
    (Ratio(1, 3), "0.3"), (Ratio(7, 2), "3.5"), (Ratio(-1, 3), "-0.3"), (Ratio(19, 20), "1.0"),
    (Ratio(-1, 30), "0.0"), (Ratio(1, 20), "0.1"),
  ])
  func `a ratio is rounded half away from zero`(ratio: Ratio, text: String) {
    #expect(ratio.text() == text)
  }

  @Test func `different ballots have different texts`() {
    let number = Ballot(number: Amount(4))
    var placed = Ballot(marks: ["A": 7])
    placed.across = ["A": 3]
    let all = [
      Ballot(), Ballot(choosing: ["A", "B"]), Ballot(ranking: ["A", "B"]),
      Ballot(ranking: ["B", "A"]), Ballot(words: ["A", "B"]), Ballot(words: ["A B"]), number,
      placed,
    ]
    #expect(
      all.map(\.text) == [
        "blank", "A,B", "A,B=2", "A=2,B", "\"A\" \"B\"", "\"A B\"", "#4", "A=3:7",
      ])
  }

  @Test(arguments: [
    (BallotForm.pick(min: 1, max: 1), "2", "B"), (.pick(min: 1, max: 3), "3 1", "A,C"),
    (.pick(min: 1, max: 1), "0", "blank"), (.pick(min: 1, max: 1), "", "blank"),
    (.scale(first: 0), "0", "A"), (.scale(first: 0), "-", "blank"), (.scale(first: 1), "3", "C"),
    (.rank(min: 1, max: 3), "3 1 2", "A=2,B=3,C"),
    (.spend(points: 10, most: 10), "7 0 3", "A=7,C=3"),
    (.grade([]), "5 - 0", "A=5,C=0"),
    (
      .place(across: Axis(low: "", high: ""), up: Axis(low: "", high: "")), "3:7 - 9:1",
      "A=3:7,C=9:1"
    ),
    (.compare, "1 2 1", "A/B,A/C=2,B/C"), (.statements, "+ 0 -", "A,B=0,C=-1"),
    (.words(most: 3, characters: 20), "trust, fair play", "\"trust\" \"fair play\""),
    (.number(unit: nil), " 2.5 ", "#2.5"),
  ])
  func `one typed line fills in a ballot`(form: BallotForm, line: String, ballot: String) {
    #expect(form.ballot(typed: line, among: Self.choices)?.text == ballot)
  }

  @Test(arguments: [
    (BallotForm.pick(min: 1, max: 1), "4"), (.pick(min: 1, max: 1), "Law"),
    (.scale(first: 0), "3"), (.spend(points: 10, most: 10), "1 2 3 4"), (.statements, "+ ?"),
    (.place(across: Axis(low: "", high: ""), up: Axis(low: "", high: "")), "3"),
    (.number(unit: nil), "many"), (.entered, "1"),
  ])
  func `what does not fit a form is not read`(form: BallotForm, line: String) {
    #expect(form.ballot(typed: line, among: Self.choices) == nil)
  }

  @Test(arguments: [
    (BallotForm.pick(min: 1, max: 3), Ballot(choosing: ["C", "A"]), ["Law", "Funds"]),
    (.scale(first: 0), Ballot(choosing: ["B"]), ["1  Courts"]),
    (.scale(first: 0), Ballot(), ["Skip"]),
    (.rank(min: 1, max: 3), Ballot(ranking: ["C", "A"]), ["1  Funds", "2  Law"]),
    (.spend(points: 10, most: 9), Ballot(marks: ["A": 7, "C": 3]), ["7  Law", "3  Funds"]),
    (.grade([.init(5, "best")]), Ballot(marks: ["A": 5]), ["Law: best"]),
    (.compare, Ballot(marks: ["A/B": 2]), ["Courts before Law"]),
    (.statements, Ballot(marks: ["A": -1, "B": 0]), ["Law: disagree", "Courts: pass"]),
    (.number(unit: "people"), Ballot(number: Amount(40)), ["40 people"]),
    (.pick(min: 1, max: 1), Ballot(), ["I prefer not to say"]),
  ])
  func `a ballot is read back in words`(form: BallotForm, ballot: Ballot, lines: [String]) {
    #expect(form.lines(of: ballot, among: Self.choices) == lines)
  }
}
