public import TerminalUI

/// What the one loop of the program is woken by.
public enum Signal: Equatable, Sendable {
  /// Keys, pastes and clicks, in order; never empty. ^C and ^Z are keys like any other.
  case input([Input])
  case resize(Size)
  /// The deadline that was set has come; it is gone now.
  case tick
  /// A watched descriptor has something to read, or has come to its end.
  case readable(Int32)
  /// Someone asked the program to stop for a while; `CursesTerminal.suspend()` does it.
  case suspendRequested
  /// The program goes on after it was stopped; the screen is already drawn anew.
  case resumed
  /// Someone asked the program to end, by SIGINT, SIGTERM, SIGHUP or SIGQUIT.
  case terminate(signal: Int32)
  /// The terminal's window is closed or its line is cut; comes once, and there is nothing to show on.
  case terminalGone
}
