import Foundation
import Reports
import SessionModel
import SessionStore
import Testing

/// The sessions in the checkout, and what is printed of each.
struct SampleReportTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let samples = tests.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sessions")

  private static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: samples, includingPropertiesForKeys: [.isDirectoryKey])
    return (found ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }

  /// Every sample in every form.
  private static var pairs: [(String, String)] {
    names.flatMap { name in Form.embedded.map { (name, $0.name) } }
  }

  private func session(_ name: String) throws -> Session {
    try SessionFolder(Self.samples.appending(path: name).path).session(at: .max)
  }

  private func expect(_ text: String, in golden: URL) throws {
    if ProcessInfo.processInfo.environment["ROUNDTABLE_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    let isSame = try String(contentsOf: golden, encoding: .utf8) == text
    #expect(isSame, "\(golden.lastPathComponent) is another")
  }

  @Test func `there are samples`() {
    #expect(!Self.names.isEmpty)
  }

  /// What `roundtable report` prints without any option.
  @Test(arguments: names)
  func `a sample prints its report exactly`(name: String) throws {
    let text = Markdown().text(of: try filled("igf", of: session(name)))
    try expect(text, in: Self.samples.appending(path: "\(name)/report.md"))
  }

  @Test(arguments: pairs)
  func `a sample fills every form exactly`(name: String, form: String) throws {
    let text = Markdown(tellingSources: true).text(of: try filled(form, of: session(name)))
    try expect(text, in: Self.tests.appending(path: "Golden/\(name)/\(form).md"))
  }

  @Test(arguments: [("ws-204-hrdd", "summary"), ("wsis-digital-transformation", "analysis")])
  func `a sample looks exactly so in every format`(name: String, form: String) throws {
    let document = try filled(form, of: session(name))
    for format in FormatName.allCases where format != .md {
      let golden = Self.tests.appending(path: "Golden/\(name)/\(form).\(format.rawValue)")
      try expect(format.format().text(of: document), in: golden)
    }
  }

  @Test(arguments: SessionTable.allCases)
  func `a sample gives its tables exactly`(table: SessionTable) throws {
    let text = CommaSeparated().text(
      of: table.table(of: try session("wsis-digital-transformation")))
    let golden = "Golden/wsis-digital-transformation/\(table.rawValue).csv"
    try expect(text, in: Self.tests.appending(path: golden))
  }

  @Test(arguments: pairs)
  func `a sample prints within 78 columns as plain text`(name: String, form: String) throws {
    let text = PlainText().text(of: try filled(form, of: session(name)))
    let wide = text.split(separator: "\n").filter { $0.count > 78 }
    #expect(wide.isEmpty)
  }
}
