public import ArgumentParser
import Importers
import Reports
public import SessionModel
import SessionStore

/// `roundtable count`: the count of ranked ballots in a file.
struct Count: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count ranked ballots in a BLT file.",
    discussion: """
      Counts are exact: values are whole numbers, decimals or fractions. A ballot that ranks nobody \
      counts for nothing, and whoever is left unranked is last. Where choices are equal and one \
      has to be taken, that is told with how it was settled; the same --seed draws the same lot.
      """)

  @Argument(help: "The file; '-' is standard input.")
  var file: String

  @Option(help: "How the ballots are counted.")
  var method: CountingMethod

  @Option(help: "How many are found; without it as many as the file says.")
  var seats: Int?

  @Option(help: "What the lot that settles ties is drawn from.")
  var seed: UInt64 = 0

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if let seats, seats < 1 { throw ValidationError("A count finds at least 1, not \(seats)") }
  }

  func run() throws {
    try orComplain {
      let election = try read()
      let count = election.count(by: method, seats: seats, seed: seed)
      guard json else {
        let text = PlainText().text(of: CountSummary(of: count, in: election).document)
        return say(String(text.dropLast()))
      }
      // The output is for programs; whoever looks on learns of a lot all the same.
      for tie in count.ties { complain(tie.sentence(names: election.choices)) }
      say(JSONText.readable(CountReport(of: count, names: election.choices)))
    }
  }

  private func read() throws -> RankedElection {
    let source = try ForeignFile(reading: file)
    do throws(BLTFailure) {
      return try BLTReader().read(source)
    } catch {
      throw Complaint(error.sentence)
    }
  }
}

extension CountingMethod: ExpressibleByArgument {}

/// A count as JSON shows it; values are exact, as decimals or fractions.
private struct CountReport: Encodable {
  var method: CountingMethod
  var seats: Int
  var winners: [String]
  var rounds: [Round]
  var exhausted: Amount

  struct Round: Encodable {
    /// Only of those who are still in the count.
    var tally: [String: String]
    var elected: [String]
    var eliminated: [String]
  }

  /// A number where it is whole, else a text with the exact fraction.
  struct Amount: Encodable {
    var value: Rational

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let whole = value.wholeNumber {
        try container.encode(whole)
      } else {
        try container.encode(value.description)
      }
    }
  }

  init(of count: RankedCount, names: [String]) {
    method = count.method
    seats = count.seats
    winners = count.winners.map { names[$0] }
    rounds = count.rounds.map { round in
      Round(
        tally: Dictionary(
          uniqueKeysWithValues: round.tally.map { (names[$0], $1.description) }),
        elected: round.elected.map { names[$0] }, eliminated: round.eliminated.map { names[$0] })
    }
    exhausted = Amount(value: count.exhausted)
  }
}
