/// Why a BLT file cannot be counted.
public struct BLTFailure: Error, Equatable, Sendable {
  public var file: String
  /// Counted from 1; `nil` where it is not about one line.
  public var line: Int?
  public var reason: Reason

  public enum Reason: Equatable, Sendable {
    case empty, tooLarge, notText
    case noHeader
    case allWithdrawn
    /// A candidate's number that is none.
    case noCandidate(String, of: Int)
    case withdrawnLate
    /// What stands where a ballot's weight should.
    case noWeight(String)
    case noPlace(String)
    case rankedTwice(Int)
    case ballotNotEnded
    case ballotGoesOn
    case ballotsNotEnded
    /// The names begin and no 0 came before them.
    case namesTooEarly
    case quoteNotClosed
    case nameMissing
    case namesMissing(Int, of: Int)
    case stray
  }
}

extension BLTFailure {
  /// What is so, without a full stop.
  public var sentence: String {
    let place = line.map { "Line \($0) of '\(file)'" } ?? "'\(file)'"
    switch reason {
    case .empty: return "\(place) is empty"
    case .tooLarge: return "\(place) is larger than \(ForeignFile.largest / 1_000_000) MB"
    case .notText: return "\(place) is not a text"
    case .noHeader:
      return "\(place) should say how many candidates and seats there are, such as '5 3'"
    case .allWithdrawn: return "\(place) withdraws every candidate"
    case .noCandidate(let text, let count):
      return "\(place) names candidate '\(text)'; they are numbered from 1 to \(count)"
    case .withdrawnLate:
      return "\(place) withdraws a candidate behind a ballot; that belongs before the ballots"
    case .noWeight(let text):
      return "\(place) should begin with how many such ballots there are, not with '\(text)'"
    case .noPlace(let text):
      return "\(place) says '\(text)'; a place is a candidate's number, such as 2, 2=3 or -"
    case .rankedTwice(let number): return "\(place) ranks candidate \(number) twice"
    case .ballotNotEnded: return "\(place) is a ballot that does not end with 0"
    case .ballotGoesOn: return "\(place) goes on behind the 0 that ends the ballot"
    case .ballotsNotEnded: return "\(place) ends before the line '0' that ends the ballots"
    case .namesTooEarly:
      return "\(place) is no ballot; a line '0' ends the ballots before the names"
    case .quoteNotClosed: return "\(place) opens a quote that is never closed"
    case .nameMissing: return "\(place) has an empty name"
    case .namesMissing(let found, let count):
      return "\(place) names \(found) of its \(count) candidates"
    case .stray: return "\(place) stands behind the title, where nothing is expected"
    }
  }
}
