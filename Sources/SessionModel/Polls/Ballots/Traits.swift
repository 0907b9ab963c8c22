/// What ballots may be counted apart by.
public enum VoterTrait: String, Sendable, Codable, CaseIterable, Hashable, CodingKeyRepresentable {
  case group, region, channel

  public var title: String {
    switch self {
    case .group: "stakeholder group"
    case .region: "region"
    case .channel: "room and online"
    }
  }

  /// What a code of the trait is called; `other` for those that do not stand alone.
  public func title(of code: String) -> String {
    switch self {
    case .group: StakeholderGroup(rawValue: code)?.title ?? code
    case .region: Region(rawValue: code)?.title ?? code
    case .channel: code
    }
  }
}

extension VoterTrait {
  /// The same as the title of a code, for narrow places.
  func shortTitle(of code: String) -> String {
    switch self {
    case .group: StakeholderGroup(rawValue: code)?.short ?? code
    case .region: Region(rawValue: code)?.short ?? code
    case .channel: code
    }
  }
}

/// What of somebody ballots are counted apart by: a code for each trait.
public struct Traits: Hashable, Sendable, Codable {
  private var codes: [VoterTrait: String] = [:]

  public init() {}

  public init(_ codes: [VoterTrait: String]) {
    self.codes = codes
  }

  /// Those of somebody on the roll; who says nothing of a trait is `other`.
  public init(of person: Person) {
    codes = [
      .group: person.group?.rawValue ?? Self.other,
      .region: person.region?.rawValue ?? Self.other,
      .channel: person.channel?.rawValue ?? Self.other,
    ]
  }

  /// Those of a slip.
  init(of issued: Access.Issued) {
    codes = [.group: issued.group?.rawValue ?? Self.other]
  }

  public init(from decoder: any Decoder) throws {
    codes = try [VoterTrait: String](from: decoder)
  }

  public func encode(to encoder: any Encoder) throws {
    try codes.encode(to: encoder)
  }

  /// Whoever is in no group that is large enough.
  public static let other = "other"

  public subscript(trait: VoterTrait) -> String {
    get { codes[trait] ?? Self.other }
    set { codes[trait] = newValue }
  }

  /// The same, with everything that does not stand alone called `other`.
  public func kept(by cells: Cells) -> Traits {
    var kept = Traits()
    for trait in VoterTrait.allCases where !cells[trait].isEmpty {
      kept[trait] = cells[trait].contains(self[trait]) ? self[trait] : Self.other
    }
    return kept
  }

  var isEmpty: Bool { codes.isEmpty }

  /// Each trait that is known, with its code.
  var all: [(trait: VoterTrait, code: String)] { codes.map { ($0.key, $0.value) } }
}
