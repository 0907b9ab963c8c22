import Reports
import SessionModel
import Testing

/// A form that comes along, filled from a session.
func filled(_ form: String, of session: Session) throws -> Document {
  FilledForm(try #require(try Form.embedded(named: form)), of: session).document
}

/// One section of a document; fails the test where there is none of that heading.
func section(_ heading: String, of document: Document) throws -> Document.Section {
  try #require(document.sections.first { $0.heading == heading })
}
