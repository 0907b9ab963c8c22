import SessionModel

extension SessionPage {
  /// How far a programme on the web got with somebody: a portrait, a name, what they are, their life.
  enum Profile { case awaited, name, position, life }

  /// `avatar for Jo Doe`, `Jo Doe`, `Director, Organisation`, and a paragraph about them.
  mutating func takeProfile(_ line: Line) -> Bool {
    guard let profile, let role = section.flatMap(role), Heading(line.text) == nil else {
      if profile != nil, Heading(line.text) != nil { profile = .awaited }
      return false
    }
    if line.text.isPortrait || line.text.isInitials {
      self.profile = .name
      return true
    }
    switch profile {
    case .name:
      let shape = HolderShape(labelled: line.text)
      guard shape.name?.looksLikeName ?? false else { return false }
      take(shape, as: role, line)
      self.profile = .position
    case .position:
      if line.text.utf8.count < 160, line.text.last != ".", let place = book.last(role) {
        book.setAffiliation(of: place, to: line.text)
      }
      self.profile = .life
    case .awaited, .life:
      // Names stand alone where no portrait stands above them.
      guard line.isApart, line.text.isPersonAndNoPosition, line.text.utf8.count < 50 else {
        guard profile == .life, DatesInLine(line.text.prefix(80)).days.isEmpty else {
          self.profile = .awaited
          return false
        }
        return true
      }
      take(HolderShape(labelled: line.text), as: role, line)
      self.profile = .position
    }
    return true
  }
}

extension String {
  /// `avatar for Jo Doe`.
  var isPortrait: Bool { hasPrefix("avatar for ") }

  /// `JD`, which stands where there is no portrait.
  fileprivate var isInitials: Bool {
    (2...3).contains(utf8.count) && utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// What a site says of itself above its pages.
  var isSiteNotice: Bool {
    guard let first = utf8.first, utf8.count < 220 else { return false }
    if last == "]", hasSuffix("[clear filter]") { return true }
    return "ACDLSTWYao".utf8.contains(first) && Self.notices.contains { hasPrefix($0) }
  }

  private static let notices = [
    "Deprecated: Function ", "Welcome to the United Nations", "Welcome to IGF",
    "Welcome to the IGF", "Loading…",
    "This is now a legacy site", "You are here", "Check-in and access this session",
    "Sign up or log in to bookmark", "This event has ended", "View analytic", "Also available in:",
    "Create your own", "or to bookmark your favorites", "arrow_back",
  ]
}
