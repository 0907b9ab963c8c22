import SessionModel

extension StringProtocol {
  /// The name without case, accents, signs and titles, so that two spellings of one are the same.
  var personKey: String {
    var words = wordKey.split(separator: " ")[...]
    while words.count > 1, let first = words.first {
      if words.count > 2, Names.twoWordTitles.contains("\(first) \(words[words.startIndex + 1])") {
        words.removeFirst(2)
      } else if Names.titles.contains(String(first)) {
        words.removeFirst()
      } else {
        break
      }
    }
    return words.joined(separator: " ")
  }

  /// The name without titles before it: `H.E. Mr. Taeho LEE` is `Taeho LEE`.
  var withoutTitles: String {
    var words = split(separator: " ")[...]
    while words.count > 1, let first = words.first?.wordKey {
      if words.count > 2,
        Names.twoWordTitles.contains("\(first) \(words[words.startIndex + 1].wordKey)")
      {
        words.removeFirst(2)
      } else if Names.titles.contains(first) || Names.twoWordTitles.contains(first) {
        words.removeFirst()
      } else {
        break
      }
    }
    return words.joined(separator: " ")
  }

  /// Whether it could be what somebody is called: a few words, each with a capital.
  var looksLikeName: Bool {
    guard utf8.count <= 70 else { return false }
    let words = withoutTitles.split(separator: " ")
    guard (1...6).contains(words.count) else { return false }
    var capitals = 0
    for word in words {
      guard
        let first = word.unicodeScalars.first(where: { !"('\"‘’“”".unicodeScalars.contains($0) })
      else { return false }
      let category = first.properties.generalCategory
      switch category {
      case .uppercaseLetter, .titlecaseLetter: capitals += 1
      // Scripts without capitals.
      case .otherLetter: capitals += 1
      case .lowercaseLetter:
        let key = word.lowercased().replacing(".", with: "")
        guard Names.particles.contains(key) || word.contains("’") || word.contains("'") else {
          return false
        }
      default: return false
      }
      guard !word.contains(where: { "!?:;/@&%#=<>{}[]|“”\"".contains($0) || $0.isNumber }) else {
        return false
      }
    }
    return capitals > 0
  }

  /// Whether it names an organisation rather than a person, as far as its words tell.
  var looksLikeOrganisation: Bool {
    let words = wordKey.split(separator: " ")
    return words.contains { Names.organisationWords.contains(String($0)) }
      || (words.count == 1 && utf8.count >= 2 && allSatisfy { $0.isUppercase || $0 == "-" })
  }

  /// Whether it could be a person and not an organisation.
  var looksLikePerson: Bool {
    looksLikeName && !looksLikeOrganisation && split(separator: " ").count >= 2
  }
}

extension String {
  /// Whether it is called what institutions are: `Ministry of Ports`.
  var namesInstitution: Bool {
    wordKey.split(separator: " ").contains { Names.institutionWords.contains(String($0)) }
  }
}

/// The words that tell names from other things.
enum Names {
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "ambassador", "amb", "sir", "dame",
    "hon", "honourable", "honorable", "mme", "mlle", "he", "hrh", "eng", "sr", "sra", "shri", "smt",
  ]
  static let twoWordTitles: Set<String> = [
    "h e", "her excellency", "his excellency", "the honourable", "the hon", "m r",
  ]
  static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des",
    "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "y", "e", "ter", "ten", "zu", "zur", "af",
    "av", "st", "abu", "ul", "ur", "och", "lo", "d", "das", "van't", "san", "santa",
  ]
  static let positionWords: Set<String> = [
    "director", "manager", "officer", "head", "chair", "chairman", "chairwoman", "president",
    "professor", "minister", "secretary", "adviser", "advisor", "fellow", "coordinator",
    "coordenador", "ceo", "cto", "founder", "lead", "leader", "analyst", "consultant", "engineer",
    "researcher", "lecturer", "student", "member", "representative", "ambassador", "expert",
    "specialist", "executive", "deputy", "vice", "senior", "junior", "associate", "assistant",
    "journalist", "lawyer", "attorney", "judge", "commissioner", "counsel", "partner",
    "practitioner", "academia", "moderator", "speaker", "organizer", "rapporteur",
  ]
  static let institutionWords: Set<String> = [
    "ministry", "coalition", "institute", "institut", "foundation", "university", "association",
    "organization", "organisation", "council", "commission", "union", "federation", "agency",
    "authority", "department", "secretariat", "centre", "center", "college", "office", "bureau",
  ]
  static let organisationWords: Set<String> = [
    "office", "service", "services", "union", "university", "institute", "institut", "foundation",
    "organization", "organisation", "ministry", "council", "commission", "center", "centre",
    "network", "initiative", "association", "forum", "internet", "digital", "international",
    "global", "department", "group", "society", "bank", "agency", "authority", "government",
    "nations", "company", "corporation", "inc", "ltd", "llc", "gmbh", "committee", "secretariat",
    "coalition", "alliance", "programme", "program", "project", "federation", "fund", "school",
    "college", "academy", "laboratory", "lab", "labs", "team", "trust", "partnership", "embassy",
    "parliament", "assembly", "consortium", "platform", "company", "technologies", "technology",
    "rights", "policy", "research", "development", "community", "african", "european", "national",
    "federal", "regional", "board", "bureau", "mission", "africa", "asia", "europe", "world",
    "unesco", "itu", "icann", "isoc", "oecd", "undp", "unicef", "unhcr", "ohchr", "apnic", "ripe",
    "igf", "mag", "undesa", "google", "microsoft", "facebook", "meta",
  ]
}
