import ArgumentParser
import CursesDriver
import Glibc
import TerminalUI

/// `roundtable crash`: takes the terminal as the program does, then dies at the next key.
///
/// Nobody needs it but the tests: how a terminal is left behind can only be seen of a real death.
struct Crash: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Die with the terminal in hand.", shouldDisplay: false)

  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "How.")
  var death: Death

  func run() throws {
    try orComplain {
      try MainActor.assumeIsolated {
        let probe = terminal.wishes.probe()
        let look = try terminal.wishes.look(on: probe)
        let events = try EventSource()
        let curses = try CursesTerminal(probe)
        events.terminal = curses
        defer { curses.close() }
        var canvas = Canvas(size: curses.size, style: look["text"])
        canvas.write("The next key is the last", in: canvas.bounds.line(0), style: look["text"])
        curses.show(canvas)
        while true {
          for case .input in events.next() { try death.happen() }
        }
      }
    }
  }
}

/// A way to die from inside.
enum Death: String, ExpressibleByArgument, CaseIterable {
  case fatalError = "fatal-error"
  case precondition
  case emptyOptional = "nil-unwrap"
  case index
  case overflow
  case abort
  case badAddress = "bad-address"
  case stackOverflow = "stack-overflow"
  case uncaughtError = "throw"

  func happen() throws {
    // What is asked of the outside cannot be found impossible by the compiler.
    let nothing = Int(String(cString: getenv("ROUNDTABLE_NOTHING") ?? strdup("0"))) ?? 0
    switch self {
    case .fatalError: Swift.fatalError("as asked")
    case .precondition: Swift.precondition(nothing > 0, "as asked")
    case .emptyOptional:
      let empty = nothing > 0 ? nothing : nil
      // swift-format-ignore: NeverForceUnwrap
      say("\(empty!)")
    case .index: say("\([0, 1][nothing + 2])")
    case .overflow: say("\(Int.max + nothing + 1)")
    case .abort: Glibc.abort()
    case .badAddress: UnsafeMutablePointer<Int>(bitPattern: nothing + 8)?.pointee = 1
    case .stackOverflow: say("\(descend(nothing))")
    case .uncaughtError: throw Unforeseen()
    }
  }

  /// Comes back to itself until the stack is used up.
  private func descend(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 8) { room in
      room[depth & 1023] = 1
      return descend(depth + 1) + Int(room[depth & 1023])
    }
  }
}

/// An error that nothing knows how to say.
struct Unforeseen: Error {}
