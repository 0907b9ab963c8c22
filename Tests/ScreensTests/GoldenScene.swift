import SessionModel
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// One state of one screen, to be drawn at every size.
struct GoldenScene: Sendable {
  /// The file it is kept in, without `.txt`.
  var file: String
  var name: String
  var screen: any Screen
  var table: SessionFixture
  var seat = Seat.moderator
  var attendance: [Seat: Int] = [:]
  var isReplay = false
  /// What is done before it is drawn.
  var steps: @Sendable (inout SeatedTerminal) throws -> Void = { _ in }

  /// The screen at a size, with the steps done there.
  func seated(_ size: Size, _ look: Look = GoldenVariant.colored) throws -> SeatedTerminal {
    var terminal = SeatedTerminal(
      screen, at: table, seat: seat, columns: size.columns, rows: size.rows)
    terminal.look = look
    try steps(&terminal)
    terminal.screens.settle(in: scene(of: terminal))
    return terminal
  }

  /// What a terminal of it is drawn from.
  func scene(of terminal: SeatedTerminal) -> Scene {
    var scene = terminal.scene
    scene.attendance = attendance
    scene.isReplay = isReplay
    return scene
  }

  func canvas(of terminal: SeatedTerminal) -> Canvas {
    terminal.screens.draw(in: scene(of: terminal))
  }

  func canvas(_ variant: GoldenVariant) throws -> Canvas {
    canvas(of: try seated(variant.size, variant.look))
  }
}

extension GoldenScene: CustomTestStringConvertible {
  var testDescription: String { "\(file): \(name)" }
}

/// A size and a kind of terminal that golden screens are drawn at.
struct GoldenVariant: Sendable {
  var size: Size
  var look: Look
  var name: String
  /// Whether its styles are kept, beside its characters.
  var hasStyles: Bool

  static let colored = Look()
  static let mono = Look(capabilities: Capabilities(depth: .none))
  static let plain = Look(capabilities: Capabilities(depth: .sixteen, isASCII: true))

  static let all: [GoldenVariant] = [
    variant(80, 24, colored, "256 colours", hasStyles: true),
    variant(80, 24, mono, "no colour", hasStyles: true),
    variant(80, 24, plain, "ASCII, 16 colours"),
    variant(120, 36, colored, "256 colours"),
    variant(120, 36, plain, "ASCII, 16 colours"),
    variant(200, 60, colored, "256 colours"),
    variant(40, 12, colored, "256 colours"),
    variant(20, 5, colored, "256 colours"),
  ]

  private static func variant(
    _ columns: Int, _ rows: Int, _ look: Look, _ name: String, hasStyles: Bool = false
  ) -> GoldenVariant {
    GoldenVariant(
      size: Size(columns: columns, rows: rows), look: look,
      name: "\(columns)x\(rows), \(name)", hasStyles: hasStyles)
  }
}
