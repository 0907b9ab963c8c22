import Foundation
import TerminalUI
import TestSupport

/// Golden screens in one text file: a heading line for each, and below it what it looks like.
struct GoldenFile {
  struct Section: Equatable {
    var name: String
    var text: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")
  /// `ROUNDTABLE_RECORD=1` writes the files anew; read the difference like code.
  static let isRecording = ProcessInfo.processInfo.environment["ROUNDTABLE_RECORD"] == "1"
  private static let mark = "==== "

  var sections: [Section]

  /// Every scene of one file at every size.
  init(drawing scenes: [GoldenScene]) throws {
    sections = try scenes.flatMap { scene in
      try GoldenVariant.all.map { variant in
        let canvas = try scene.canvas(variant)
        return Section(
          name: "\(scene.name), \(variant.name)", text: Self.text(of: canvas, variant))
      }
    }
  }

  init(parsing text: String) {
    sections = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(Self.mark) {
        sections.append(Section(name: String(line.dropFirst(Self.mark.count)), text: ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      }
    }
    for index in sections.indices {
      while sections[index].text.last?.isNewline == true { sections[index].text.removeLast() }
    }
  }

  /// The file as it was recorded; throws when there is none.
  init(named name: String) throws {
    self.init(parsing: try String(contentsOf: Self.url(of: name), encoding: .utf8))
  }

  func record(as name: String) throws {
    try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
    try text.write(to: Self.url(of: name), atomically: true, encoding: .utf8)
  }

  var text: String {
    sections.map { "\(Self.mark)\($0.name)\n\($0.text)\n" }.joined(separator: "\n")
  }

  private static func url(of name: String) -> URL { folder.appending(path: "\(name).txt") }

  private static func text(of canvas: Canvas, _ variant: GoldenVariant) -> String {
    var text = golden(of: canvas)
    if !variant.hasStyles {
      let cursor = text.split(separator: "\n").last ?? ""
      text = "\(drawing(of: canvas))\n\n\(cursor)"
    }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// How this differs from what was recorded, in words for whoever reads the failure.
  func differences(from recorded: GoldenFile) -> [String] {
    let before = Dictionary(
      recorded.sections.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    let names = Set(sections.map(\.name))
    let changed = sections.compactMap { section -> String? in
      guard let old = before[section.name] else { return "\(section.name): not recorded yet" }
      guard old != section.text else { return nil }
      return "\(section.name):\n\(Self.difference(drawn: section.text, recorded: old))"
    }
    let gone = recorded.sections.filter { !names.contains($0.name) }
      .map { "\($0.name): recorded, but not drawn any more" }
    return changed + gone
  }

  /// The first lines that differ: `+` drawn now, `-` recorded.
  private static func difference(drawn: String, recorded: String) -> String {
    let (new, old) = (lines(drawn), lines(recorded))
    let places = (0..<max(new.count, old.count)).filter { index in
      (new.indices.contains(index) ? new[index] : nil)
        != (old.indices.contains(index) ? old[index] : nil)
    }
    let shown = places.prefix(6).map { index in
      let drawn = new.indices.contains(index) ? String(new[index]) : "(nothing)"
      let recorded = old.indices.contains(index) ? String(old[index]) : "(nothing)"
      return "  line \(index + 1)\n  + \(drawn)\n  - \(recorded)"
    }
    let more = places.count - shown.count
    return (shown + (more > 0 ? ["  and \(more) more lines"] : [])).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
