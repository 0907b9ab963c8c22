import Foundation
import Reports
import SessionStore
import Testing

/// The sessions in the checkout, and what is printed of each.
struct SampleReportTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sessions")

  private static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: samples, includingPropertiesForKeys: [.isDirectoryKey])
    return (found ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }

  @Test func `there are samples`() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func `a sample prints its report exactly`(name: String) throws {
    let folder = Self.samples.appending(path: name)
    let session = try SessionFolder(folder.path).session(at: .max)
    let text = Markdown().text(of: Summary(of: session).document)
    let golden = folder.appending(path: "report.md")
    if ProcessInfo.processInfo.environment["ROUNDTABLE_RECORD"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == text)
  }

  @Test(arguments: names)
  func `a sample prints within 78 columns as plain text`(name: String) throws {
    let folder = Self.samples.appending(path: name)
    let session = try SessionFolder(folder.path).session(at: .max)
    let text = PlainText().text(of: Summary(of: session).document)
    let wide = text.split(separator: "\n").filter { $0.count > 78 }
    #expect(wide.isEmpty)
  }
}
