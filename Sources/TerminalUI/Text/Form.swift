/// What becomes of a scalar when it is drawn.
enum Form {
  case narrow
  case wide
  /// Stands on the character before it.
  case mark
  /// Left out: joiners, directions, variation selectors, fillers.
  case invisible
  /// Drawn as `^` and a letter.
  case control
  case tab
  /// Half of a flag, drawn as its letter.
  case regional
  case unassigned

  init(of scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F {
      self = value >= 0x20 ? .narrow : value == 9 ? .tab : .control
    } else if let known = Form(simple: value) {
      self = known
    } else {
      self.init(looking: scalar)
    }
  }

  /// The form of a scalar that never joins the one after it, found without a table.
  ///
  /// These blocks hold nearly everything that a screen is made of; two such neighbours are two
  /// graphemes.
  @inline(__always)
  init?(simple value: UInt32) {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: self = .narrow
    // Greek and Cyrillic, without what is unassigned and the Cyrillic marks.
    case 0x391..<0x3A2, 0x3A3..<0x483, 0x48A..<0x530: self = .narrow
    case 0x1E00..<0x1F00: self = .narrow
    case 0x2010..<0x2028, 0x2030..<0x203C, 0x2190..<0x2194, 0x2500..<0x25AA: self = .narrow
    case 0x25CB..<0x25FB: self = .narrow
    case 0x4E00..<0xA000: self = .wide
    default: return nil
    }
  }

  private init(looking scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x7F..<0xA0: self = .control
    case 0x1F1E6...0x1F1FF: self = .regional
    // Variation selectors, the grapheme joiner, Hangul and Khmer fillers.
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180F, 0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0,
      0x17B4, 0x17B5:
      self = .invisible
    // The vowels and finals of Hangul stand in the cell of what they follow.
    case 0x1161...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: self = .mark
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: self = .mark
      case .format, .lineSeparator, .paragraphSeparator: self = .invisible
      case .control: self = .control
      case .unassigned, .surrogate: self = .unassigned
      default: self = TextWidth.isWide(value) ? .wide : .narrow
      }
    }
  }
}
