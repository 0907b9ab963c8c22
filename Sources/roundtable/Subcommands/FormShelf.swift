import Reports

/// The forms that can be found: those of the user, those beside the program, those within it.
struct FormShelf {
  private let shelf = FileShelf("forms", beside: "Forms", inCheckout: false)

  /// Every form's name: those that come along in their order, then the others sorted.
  var names: [String] {
    let own = Form.embedded.map(\.name)
    return own + shelf.names.subtracting(own).sorted()
  }

  /// Reads a form by its name or its file's path.
  func form(named name: String) throws -> Form {
    let (file, text) = try file(named: name)
    return try Form(parsing: text, file: file)
  }

  /// The text of a form's file.
  func text(named name: String) throws -> String { try file(named: name).text }

  private func file(named name: String) throws -> (path: String, text: String) {
    if FileShelf.isPath(name) { return (name, try FileShelf.text(at: name)) }
    if let found = shelf.file(named: name) { return found }
    if let found = Form.embedded.first(where: { $0.name == name }) {
      return ("\(name).json", String(decoding: found.text, as: UTF8.self))
    }
    throw Complaint("There is no form '\(name)'; there are \(names.joined(separator: ", "))")
  }
}
