/// Letters as people search for them: without case, without accents.
enum Folding {
  /// The letter that stands for a character when searching: `É` is `e`, `Ł` is `l`, `Ж` is `ж`.
  static func fold(_ character: Character) -> Unicode.Scalar {
    guard let scalar = character.unicodeScalars.first else { return " " }
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return plain[lower] ?? lower
  }

  /// A text letter by letter, one for each of its characters.
  static func fold(_ text: some StringProtocol) -> [Unicode.Scalar] {
    text.map(fold)
  }

  private static let plain: [Unicode.Scalar: Unicode.Scalar] = {
    let families: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặæ"), ("c", "çćĉċč"), ("d", "ďđð"),
      ("e", "èéêëēĕėęěȅȇẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐịỉ"),
      ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"),
      ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợœ"), ("r", "ŕŗř"), ("s", "śŝşšșß"), ("t", "ţťŧț"),
      ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letter, family) in families {
      for scalar in family.unicodeScalars { table[scalar] = letter }
    }
    return table
  }()
}
