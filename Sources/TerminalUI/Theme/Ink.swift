/// One colour of a theme, as each colour depth shows it.
struct Ink: Hashable, Sendable {
  /// One of 256; `nil` is the terminal's own colour.
  var index: UInt8?
  var sixteen: Color
  var eight: Color
  var rgb: Color

  static let terminal = Ink(index: nil, sixteen: .terminal, eight: .terminal, rgb: .terminal)

  init(index: UInt8?, sixteen: Color, eight: Color, rgb: Color) {
    self.index = index
    self.sixteen = sixteen
    self.eight = eight
    self.rgb = rgb
  }

  /// What is not said is taken from the index: the nearest colour there is.
  init(_ index: UInt8, sixteen: Color? = nil, eight: Color? = nil, rgb: Color? = nil) {
    self.index = index
    self.sixteen = sixteen ?? .index(XtermPalette.nearest(to: index, among: 16))
    self.eight = eight ?? .index(XtermPalette.nearest(to: index, among: 8))
    let exact = XtermPalette.rgb(index)
    self.rgb = rgb ?? .rgb(exact.red, exact.green, exact.blue)
  }

  func color(at depth: Capabilities.ColorDepth) -> Color {
    switch depth {
    case .none: .terminal
    case .eight: eight
    case .sixteen: sixteen
    case .indexed: index.map(Color.index) ?? .terminal
    case .direct: rgb
    }
  }
}
