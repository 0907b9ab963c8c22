import Importers
import SessionModel
import Testing

struct BLTReaderTests {
  private func read(_ text: String) throws -> RankedElection {
    try BLTReader().read(ForeignFile(named: "x.blt", bytes: Array(text.utf8)))
  }

  private func failure(_ text: String) -> BLTFailure? {
    do throws(BLTFailure) {
      _ = try BLTReader().read(ForeignFile(named: "x.blt", bytes: Array(text.utf8)))
      return nil
    } catch {
      return error
    }
  }

  private static let plain = """
    3 2
    4 1 2 0
    2 3 0
    1 0
    0
    "Ana Neves"
    "Bako Toure"
    "Chen Li"
    "Who goes first?"
    """

  private var expected: RankedElection {
    RankedElection(
      title: "Who goes first?", choices: ["Ana Neves", "Bako Toure", "Chen Li"], seats: 2,
      ballots: [
        RankedBallot([[0], [1]], weight: Rational(4)), RankedBallot([[2]], weight: Rational(2)),
        RankedBallot([]),
      ])
  }

  @Test func `ballots, names, seats and title are read`() throws {
    #expect(try read(Self.plain) == expected)
  }

  @Test(arguments: [
    plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\r"),
    "\u{FEFF}" + plain, plain + "\n\n\n",
    plain.replacing("\"", with: ""),
    plain.replacing("4 1 2 0", with: "# the first ones\n  4\t1 2 0   # four of them\n"),
    plain.replacing("4 1 2 0", with: "(A-17) 4 1 2 0"),
    plain.replacing("4 1 2 0", with: "4 1 - 2 0"),
    plain.replacing("4 1 2 0", with: "1.5 1 2 0\n2.5 1 2 0"),
    plain.replacing("\"\n\"", with: "\" \""),
  ])
  func `what says the same otherwise is counted the same`(text: String) throws {
    let election = try read(text)
    #expect(election.choices == expected.choices)
    #expect(election.title == expected.title)
    for method in CountingMethod.allCases {
      #expect(election.count(by: method) == expected.count(by: method))
    }
  }

  @Test(arguments: ["1 3=1 2 0", "1 3 = 1 2 0", "1 3= 1 2 0"])
  func `equal places are joined by a sign`(ballot: String) throws {
    let election = try read(Self.plain.replacing("4 1 2 0", with: ballot))
    #expect(election.ballots.first?.places == [[2, 0], [1]])
  }

  @Test(arguments: ["-2", "-2 -3", "-2\n-3"])
  func `who withdrew stands below the header`(line: String) throws {
    let election = try read(Self.plain.replacing("3 2\n", with: "3 2\n\(line)\n"))
    #expect(election.withdrawn == (line == "-2" ? [1] : [1, 2]))
    #expect(election.ballots == expected.ballots)
  }

  @Test func `the title may be missing`() throws {
    #expect(try read(Self.plain.replacing("\"Who goes first?\"", with: "")).title == nil)
  }

  @Test func `a name holds signs that mean something elsewhere`() throws {
    let names = ["\"Ana \"\"Nina\"\" Neves\"", "\"# 2 = two\"", "\"Chen \\\"C\\\" Li\""]
    let election = try read("3 1\n1 1 0\n0\n" + names.joined(separator: "\n"))
    #expect(election.choices == ["Ana \"Nina\" Neves", "# 2 = two", "Chen \"C\" Li"])
  }

  @Test func `of a name and a party on one line the name is read`() throws {
    let lines = ["\"Ana\" \"Greens\"", "\"Bako\" \"Reds\"", "\"Chen\" \"Blues\"", "\"Ward 3\""]
    let election = try read("3 1\n1 1 0\n0\n" + lines.joined(separator: "\n"))
    #expect(election.choices == ["Ana", "Bako", "Chen"])
    #expect(election.title == "Ward 3")
  }

  @Test func `candidates of one name are told apart`() throws {
    let election = try read("3 1\n1 1 0\n0\n\"Smith\"\n\"Jones\"\n\"Smith\"\n")
    #expect(election.choices == ["Smith (1)", "Jones", "Smith (3)"])
  }

  /// What is wrong, and the sentence that says so.
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var sentence: String
    var testDescription: String { sentence }

    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }

    /// The plain election with something in it replaced.
    init(_ old: String, by new: String, _ sentence: String) {
      self.init(plain.replacing(old, with: new), sentence)
    }
  }

  @Test(arguments: [
    Fault("", "'x.blt' is empty"),
    Fault("# nothing\n\n", "'x.blt' is empty"),
    Fault("3 2\u{0}", "'x.blt' is not a text"),
    Fault(
      "3 2", by: "three",
      "Line 1 of 'x.blt' should say how many candidates and seats there are, such as '5 3'"),
    Fault(
      "3 2", by: "3 0",
      "Line 1 of 'x.blt' should say how many candidates and seats there are, such as '5 3'"),
    Fault(
      "3 2", by: "3 2\n-4",
      "Line 2 of 'x.blt' names candidate '4'; they are numbered from 1 to 3"),
    Fault(
      "2 3 0", by: "-3",
      "Line 3 of 'x.blt' withdraws a candidate behind a ballot; that belongs before the ballots"),
    Fault("3 2", by: "3 2\n-1 -2 -3", "'x.blt' withdraws every candidate"),
    Fault(
      "2 3 0", by: "2 4 0",
      "Line 3 of 'x.blt' names candidate '4'; they are numbered from 1 to 3"),
    Fault(
      "2 3 0", by: "2 -3 0",
      "Line 3 of 'x.blt' names candidate '-3'; they are numbered from 1 to 3"),
    Fault("2 3 0", by: "2 3 3 0", "Line 3 of 'x.blt' ranks candidate 3 twice"),
    Fault("2 3 0", by: "2 3=3 0", "Line 3 of 'x.blt' ranks candidate 3 twice"),
    Fault(
      "2 3 0", by: "2 3 x 0",
      "Line 3 of 'x.blt' says 'x'; a place is a candidate's number, such as 2, 2=3 or -"),
    Fault(
      "2 3 0", by: "2 3=- 0",
      "Line 3 of 'x.blt' says '3=-'; a place is a candidate's number, such as 2, 2=3 or -"),
    Fault("2 3 0", by: "2 3", "Line 3 of 'x.blt' is a ballot that does not end with 0"),
    Fault("2 3 0", by: "2 3 0 1", "Line 3 of 'x.blt' goes on behind the 0 that ends the ballot"),
    Fault(
      "2 3 0", by: "x 3 0",
      "Line 3 of 'x.blt' should begin with how many such ballots there are, not with 'x'"),
    Fault(
      "2 3 0", by: "0 3 0",
      "Line 3 of 'x.blt' should begin with how many such ballots there are, not with '0'"),
    Fault(
      "1 0\n0\n", by: "1 0\n",
      "Line 5 of 'x.blt' is no ballot; a line '0' ends the ballots before the names"),
    Fault(
      "3 2\n4 1 2 0\n2 3 0", "'x.blt' ends before the line '0' that ends the ballots"),
    Fault(
      "3 2\n4 1 2 0\n2 3", "Line 3 of 'x.blt' is a ballot that does not end with 0"),
    Fault("3 2\n4 1 2 0\n0\n\"Ana\"\n", "'x.blt' names 1 of its 3 candidates"),
    Fault("\"Bako Toure\"", by: "\"Bako", "Line 7 of 'x.blt' opens a quote that is never closed"),
    Fault("\"Bako Toure\"", by: "\"\"", "Line 7 of 'x.blt' has an empty name"),
    Fault(
      "first?\"", by: "first?\"\nmore",
      "Line 10 of 'x.blt' stands behind the title, where nothing is expected"),
  ])
  func `what is wrong with a file is said in a sentence`(fault: Fault) {
    #expect(failure(fault.text)?.sentence == fault.sentence)
  }

  @Test func `a file cut off anywhere is refused or lacks a name or the title`() {
    for end in Self.plain.indices.dropFirst() {
      let text = String(Self.plain[..<end])
      guard let election = try? read(text) else { continue }
      #expect(election.ballots == expected.ballots, "\(text.suffix(20))")
      #expect(election.choices.dropLast() == expected.choices.dropLast(), "\(text.suffix(20))")
    }
  }
}
