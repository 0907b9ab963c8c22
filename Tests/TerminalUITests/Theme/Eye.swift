import TerminalUI

#if canImport(Glibc)
  import Glibc
#endif

/// What eyes make of a colour: contrast as WCAG has it, difference as CIE 1976, and the colours that
/// protan, deutan and tritan eyes see as Machado and others computed them in 2009.
enum Eye: CaseIterable {
  case normal, protan, deutan, tritan

  typealias Triple = (Double, Double, Double)

  static func rgb(_ color: Color) -> Triple? {
    switch color {
    case .terminal: return nil
    case .index(let index):
      let (red, green, blue) = XtermPalette.rgb(index)
      return (Double(red), Double(green), Double(blue))
    case .rgb(let red, let green, let blue):
      return (Double(red), Double(green), Double(blue))
    }
  }

  /// From 1 to 21.
  static func contrast(_ one: Triple, _ other: Triple) -> Double {
    let both = [luminance(one), luminance(other)].sorted()
    return (both[1] + 0.05) / (both[0] + 0.05)
  }

  func difference(_ one: Triple, _ other: Triple) -> Double {
    let (a, b) = (lab(one), lab(other))
    let sum = [a.0 - b.0, a.1 - b.1, a.2 - b.2].reduce(0) { $0 + $1 * $1 }
    return sum.squareRoot()
  }

  private static func luminance(_ color: Triple) -> Double {
    0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
  }

  private static func linear(_ level: Double) -> Double {
    let part = level / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  private func lab(_ color: Triple) -> Triple {
    let light = [Self.linear(color.0), Self.linear(color.1), Self.linear(color.2)]
    let seen = matrix.map { row in
      min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    func mix(_ red: Double, _ green: Double, _ blue: Double, white: Double) -> Double {
      let part = (red * seen[0] + green * seen[1] + blue * seen[2]) / white
      return part > 216 / 24389 ? cbrt(part) : (24389 / 27 * part + 16) / 116
    }
    let x = mix(0.4124564, 0.3575761, 0.1804375, white: 0.95047)
    let y = mix(0.2126729, 0.7151522, 0.0721750, white: 1)
    let z = mix(0.0193339, 0.1191920, 0.9503041, white: 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deutan:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritan:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
