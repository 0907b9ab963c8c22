import Foundation
import Testing

@testable import TerminalUI

struct ShippedThemesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Themes").standardized
  static let files = ["dark", "default", "high-contrast", "light", "mono", "parchment"]

  static func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(name).json"), encoding: .utf8)
  }

  static func theme(_ name: String) throws -> Theme {
    try Theme(parsing: try text(of: name), file: "\(name).json")
  }

  @Test func `every theme in the folder is tested`() throws {
    let all = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(all.filter { $0.hasSuffix(".json") }.sorted() == Self.files.map { "\($0).json" })
  }

  @Test(arguments: files)
  func `a theme names every role`(_ name: String) throws {
    let theme = try Self.theme(name)
    #expect(theme.name == name)
    #expect(!theme.title.isEmpty)
    #expect(Role.all.filter { theme.entries[$0.name] == nil } == [])
  }

  @Test(arguments: files)
  func `a theme names no role that nothing uses`(_ name: String) throws {
    let known = Set(Role.all.map(\.name))
    let theme = try Self.theme(name)
    #expect(theme.entries.keys.filter { !known.contains($0) } == [])
  }

  @Test func `the theme compiled in is the one in the folder`() throws {
    let text = try Self.text(of: "default")
    let theme = try Self.theme("default")
    #expect(text == Theme.standardText)
    #expect(theme == .standard)
  }

  @Test(arguments: files, Capabilities.ColorDepth.allCases)
  func `text can be read on its background`(
    _ name: String, depth: Capabilities.ColorDepth
  ) throws {
    let theme = try Self.theme(name)
    let least = name == "high-contrast" ? 7.0 : 4.5
    for role in Role.all {
      let style = theme.style(of: role, at: depth)
      guard let ink = Eye.rgb(style.foreground) else {
        // The terminal's own colour can be read on the terminal's own background only.
        #expect(style.background == .terminal, "\(role.name)")
        continue
      }
      let black: Eye.Triple = (0, 0, 0)
      let white: Eye.Triple = (255, 255, 255)
      let grounds = Eye.rgb(style.background).map { [$0] } ?? [black, white]
      for ground in grounds {
        let contrast = Eye.contrast(ink, ground)
        #expect(contrast >= least, "\(role.name): \(contrast)")
      }
    }
  }

  @Test(arguments: files.filter { $0 != "mono" }, [Capabilities.ColorDepth.indexed, .direct])
  func `series differ to every eye`(_ name: String, depth: Capabilities.ColorDepth) throws {
    let theme = try Self.theme(name)
    let colors = try (0..<6).map { index in
      try #require(Eye.rgb(theme.style(of: .series(index), at: depth).foreground))
    }
    for eye in Eye.allCases {
      for (index, one) in colors.enumerated() {
        for other in colors[..<index] {
          #expect(eye.difference(one, other) >= 30, "\(eye)")
        }
      }
    }
  }

  @Test(arguments: Capabilities.ColorDepth.allCases)
  func `mono has no colour`(_ depth: Capabilities.ColorDepth) throws {
    for style in try Self.theme("mono").styles(at: depth).values {
      #expect(style.foreground == .terminal && style.background == .terminal)
    }
  }

  @Test(arguments: files)
  func `no theme has colour where none is wanted`(_ name: String) throws {
    for style in try Self.theme(name).styles(at: .none).values {
      #expect(style.foreground == .terminal && style.background == .terminal)
    }
  }

  @Test(
    arguments: files,
    [
      ("selection", "text"), ("selection", "strong"), ("header", "text"),
      ("header.title", "header"),
      ("footer.key", "footer"), ("heading", "strong"), ("strong", "text"), ("bad", "warn"),
      ("warn", "text"), ("input.selection", "input"), ("input.ghost", "input"),
      ("dialog.title", "dialog"),
    ] as [(Role, Role)])
  func `without colour what matters still differs`(
    _ name: String, pair: (Role, Role)
  ) throws {
    let theme = try Self.theme(name)
    #expect(theme.style(of: pair.0, at: .none) != theme.style(of: pair.1, at: .none))
  }

  @Test(arguments: files)
  func `terminals with direct colour are given no index`(_ name: String) throws {
    for style in try Self.theme(name).styles(at: .direct).values {
      for color in [style.foreground, style.background] {
        if case .index(let index) = color { Issue.record("\(index)") }
      }
    }
  }

  @Test(arguments: files, [(Capabilities.ColorDepth.eight, 8), (.sixteen, 16)])
  func `fewer colours are all that is asked of lesser terminals`(
    _ name: String, depth: (Capabilities.ColorDepth, Int)
  ) throws {
    for style in try Self.theme(name).styles(at: depth.0).values {
      for color in [style.foreground, style.background] {
        if case .index(let index) = color { #expect(Int(index) < depth.1) }
      }
    }
  }
}
