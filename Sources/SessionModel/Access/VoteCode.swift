/// What stands on a slip drawn by hand: eight signs that let its holder vote once in each poll.
///
/// Written `K7QM-3XPR`. Nobody knows who drew which.
public struct VoteCode: Hashable, Sendable {
  /// Eight signs, large, without the dash.
  public let signs: String

  /// Reads a code however it is typed: small or large, with dashes and spaces or without.
  public init?(_ text: some StringProtocol) {
    let signs = text.uppercased().filter { $0 != "-" && $0 != " " }
    guard signs.count == Self.length, signs.allSatisfy(Self.alphabet.contains) else { return nil }
    self.signs = signs
  }

  /// A code drawn at random.
  public init(using generator: inout some RandomNumberGenerator) {
    signs = String(
      (0..<Self.length).map { _ in
        Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &generator)]
      })
  }

  public static let length = 8
  /// Digits and capital letters, without those that look like one another.
  public static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

  /// What others may see of it, unlike the code of anybody else: its first four signs.
  public var pseudonym: String { String(signs.prefix(4)) }
}

extension VoteCode: CustomStringConvertible {
  public var description: String { "\(signs.prefix(4))-\(signs.dropFirst(4))" }
}

extension VoteCode: WrittenAsText {
  public static var wanted: String { "a code such as 'K7QM-3XPR'" }
}
