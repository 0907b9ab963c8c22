import Foundation
import Screens
import Testing

struct ReadmeTests {
  @Test func `the README shows the keys that the screens have`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let isCurrent = readme.contains(KeyList.markdown)
    #expect(isCurrent, "Put the output of 'roundtable key-table' under '## Keys'")
  }
}
