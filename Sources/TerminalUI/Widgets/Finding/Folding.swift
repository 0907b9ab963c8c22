/// Letters as people search for them: without case, without accents.
enum Folding {
  /// The letter that stands for a character when searching: `É` is `e`, `Ł` is `l`, `Ж` is `ж`.
  static func fold(_ character: Character) -> Unicode.Scalar {
    character.unicodeScalars.first.map(fold) ?? " "
  }

  /// A text letter by letter, one for each of its characters.
  static func fold(_ text: String) -> [Unicode.Scalar] {
    letters(of: text)?.map(fold) ?? text.map(fold)
  }

  /// The bytes of a text in which each is a character; `nil` for any other text.
  static func letters(of text: String) -> [Unicode.Scalar]? {
    var text = text
    return text.withUTF8 { bytes in
      var isPlain = true
      for byte in bytes { isPlain = isPlain && byte & 0x80 == 0 && byte != 13 }
      return isPlain ? bytes.map { Unicode.Scalar($0) } : nil
    }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return plain[lower] ?? lower
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
