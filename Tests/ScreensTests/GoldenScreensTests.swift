import Foundation
import Testing

struct GoldenScreensTests {
  static let files = Set(GoldenScenes.all.map(\.file)).sorted()

  @Test(arguments: files)
  func `every screen looks as it was recorded`(_ file: String) throws {
    let drawn = try GoldenFile(drawing: GoldenScenes.all.filter { $0.file == file })
    guard !GoldenFile.isRecording else { return try drawn.record(as: file) }
    let differences = drawn.differences(from: try GoldenFile(named: file))
    let more = differences.count > 4 ? "\nand \(differences.count - 4) more screens" : ""
    #expect(
      differences.isEmpty,
      "\(file).txt\n\(differences.prefix(4).joined(separator: "\n"))\(more)")
  }

  // A screen without a file fails where it is compared; this finds a file without a screen.
  @Test func `every recorded file is compared`() throws {
    let recorded = try FileManager.default.contentsOfDirectory(atPath: GoldenFile.folder.path)
    let compared = Set(Self.files.map { "\($0).txt" })
    #expect(recorded.filter { $0.hasSuffix(".txt") && !compared.contains($0) }.isEmpty)
  }

  @Test func `at least six hundred screens are kept`() {
    #expect(GoldenScenes.all.count * GoldenVariant.all.count >= 600)
  }

  @Test func `no two screens of a file have one name`() {
    let names = GoldenScenes.all.map { "\($0.file) \($0.name)" }
    #expect(Set(names).count == names.count)
  }

  @Test func `a file reads back as it was written`() throws {
    let file = try GoldenFile(drawing: Array(GoldenScenes.all.prefix(2)))
    #expect(GoldenFile(parsing: file.text).sections == file.sections)
  }

  @Test func `one changed cell is a difference`() throws {
    let file = try GoldenFile(drawing: Array(GoldenScenes.all.prefix(1)))
    var other = file
    other.sections[0].text = "#" + other.sections[0].text.dropFirst()
    #expect(file.differences(from: other).count == 1)
  }

  @Test func `a changed style is a difference`() throws {
    let scene = try #require(GoldenScenes.all.first)
    var file = try GoldenFile(drawing: [scene])
    let styled = try #require(
      file.sections.indices.first { file.sections[$0].text.contains(" on ") })
    let recorded = file
    file.sections[styled].text = file.sections[styled].text.replacing(" bold", with: "")
    #expect(file.differences(from: recorded).count == 1)
  }
}
