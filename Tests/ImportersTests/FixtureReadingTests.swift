import Foundation
import Importers
import SessionModel
import Testing

/// Pages in the layouts of the forum, with invented events, and what is understood of each.
struct FixtureReadingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter { !$0.hasSuffix(".json") }.sorted()
  }

  static func file(_ name: String) throws -> ForeignFile {
    let data = try Data(contentsOf: folder.appending(path: name))
    // The real name would give the kind away.
    return ForeignFile(named: "page", bytes: Array(data))
  }

  @Test func `there are pages`() {
    #expect(Self.names.count >= 70)
  }

  @Test(arguments: names)
  func `a page says exactly what it says`(name: String) throws {
    let json = try Self.file(name).reading().json
    let golden = Self.folder.appending(path: name + ".json")
    if ProcessInfo.processInfo.environment["ROUNDTABLE_RECORD"] != nil {
      try json.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == json)
  }

  @Test(arguments: names)
  func `nothing is invented`(name: String) throws {
    let file = try Self.file(name)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let reading = try file.reading()
    for person in reading.people {
      for word in person.split(separator: " ") { #expect(text.contains(word)) }
    }
    for question in reading.questions { #expect(text.contains(question.value.text.prefix(20))) }
  }

  @Test(arguments: names)
  func `line ends do not matter`(name: String) throws {
    let file = try Self.file(name)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let windows = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let other = ForeignFile(named: "page", bytes: [0xEF, 0xBB, 0xBF] + Array(windows.utf8))
    #expect(try other.reading().json == file.reading().json)
  }
}
