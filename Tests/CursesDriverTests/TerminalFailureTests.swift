import Glibc
import Testing

@testable import CursesDriver

struct TerminalFailureTests {
  @Test func `it says what was tried and why it failed`() {
    let failure = TerminalFailure("open the terminal", errno: ENXIO)
    #expect(failure.description == "Could not open the terminal: No such device or address")
  }

  @Test func `without the system's reason it says what was tried`() {
    let failure = TerminalFailure("start the screen for terminal 'adm3a'")
    #expect(failure.description == "Could not start the screen for terminal 'adm3a'")
  }
}
