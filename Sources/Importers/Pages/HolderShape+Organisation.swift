extension HolderShape {
  /// An organisation, or somebody of one.
  init(organisation text: String) {
    let shape = HolderShape(labelled: text)
    if let name = shape.name, name.looksLikePerson {
      self = shape
    } else {
      self = HolderShape(labelled: "")
      name = text.trimmedMarks
    }
  }
}
