/// `Welcoming remarks: Jo Doe, Director`.
struct NamedPoint {
  var title: String
  var person: String

  init?(_ text: String) {
    guard text.utf8.count < 260, let colon = text.lastIndex(of: ":") else { return nil }
    let title = text[..<colon].squeezed
    let person = text[text.index(after: colon)...].squeezed
    let name = person.commaParts.first ?? ""
    guard title.utf8.count >= 3, HolderShape(labelled: name).name?.looksLikePerson ?? false,
      Heading(text) == nil
    else { return nil }
    self.title = title
    self.person = person
  }
}
