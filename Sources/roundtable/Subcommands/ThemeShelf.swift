import TerminalUI

/// The theme files that can be found, those of the user before those that came along.
struct ThemeShelf {
  private let shelf = FileShelf("themes", beside: "Themes", inCheckout: true)

  /// Every theme's name, sorted, the built-in one included.
  var names: [String] { shelf.names.union(["default"]).sorted() }

  /// Reads a theme by its name or its file's path; the built-in one without either.
  func theme(named name: String?) throws -> Theme {
    guard let name else { return .standard }
    if FileShelf.isPath(name) { return try Theme(parsing: FileShelf.text(at: name), file: name) }
    if let found = shelf.file(named: name) {
      return try Theme(parsing: found.text, file: found.path)
    }
    guard name != "default" else { return .standard }
    let known = names.sorted()
    let list = known.count == 1 ? "the only one is" : "there are"
    throw Complaint("There is no theme '\(name)'; \(list) \(known.joined(separator: ", "))")
  }
}
