extension Unicode.Scalar {
  /// The plain sign of ASCII that is read as this one: a letter without its accent, a straight
  /// quotation mark; `nil` where there is none.
  public var plain: Unicode.Scalar? {
    if let sign = Self.plainSigns[self] { return sign }
    if let letter = Self.plainCapitals[self] { return letter }
    let capital = properties.uppercaseMapping.unicodeScalars
    guard capital.count == 1, let first = capital.first, first != self,
      let letter = Self.plainCapitals[first]
    else { return nil }
    return letter.properties.lowercaseMapping.unicodeScalars.first
  }

  /// Capital letters that are one scalar with their accent, and what they are without.
  private static let plainCapitals: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("A", "ÀÁÂÃÄÅĀĂĄ"), ("C", "ÇĆĈĊČ"), ("D", "ĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"),
      ("I", "ÌÍÎÏĨĪĬĮİ"), ("L", "ĹĻĽŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐ"), ("R", "ŔŘ"),
      ("S", "ŚŜŞŠȘ"), ("T", "ŢŤȚ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("Y", "ÝŶŸ"), ("Z", "ŹŻŽ"),
    ]
    return table(rows)
  }()

  private static let plainSigns: [Unicode.Scalar: Unicode.Scalar] = table([
    ("'", "\u{2018}\u{2019}\u{201A}\u{2032}"), ("\"", "\u{201C}\u{201D}\u{201E}\u{2033}«»"),
    ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}"), ("~", "\u{2026}"),
    ("i", "\u{131}"),
  ])

  private static func table(
    _ rows: [(Unicode.Scalar, String)]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(
      rows.flatMap { plain, others in others.unicodeScalars.map { ($0, plain) } }
    ) { first, _ in first }
  }
}
