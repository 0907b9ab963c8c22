import ArgumentParser
import CursesDriver
import Glibc
import Reports
import SessionStore
import TerminalUI

/// Ends the program with a sentence on standard error.
struct Complaint: Error, CustomStringConvertible {
  var description: String

  init(_ sentence: String) {
    description = sentence
  }
}

/// Does something and turns what the rooms may throw into one sentence and exit code 1.
func orComplain<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let failure as StoreFailure {
    throw Complaint(failure.sentence)
  } catch let failure as DeskError {
    throw Complaint(failure.sentence)
  } catch let problem as ThemeProblem {
    throw Complaint(problem.description)
  } catch let problem as FormProblem {
    throw Complaint(problem.description)
  } catch let failure as TerminalFailure {
    throw Complaint(failure.description)
  }
}

/// Writes a line on standard output; ends the program quietly when nobody reads it any more.
///
/// What would steer a terminal is left out: a title or a note may hold anything.
func say(_ line: String) {
  write(line.withoutControls + "\n", to: STDOUT_FILENO)
}

/// Writes a line on standard error, without what would steer a terminal.
func complain(_ line: String) {
  write(line.withoutControls + "\n", to: STDERR_FILENO)
}

extension String {
  /// The text with a space for every control character but line ends and tabs.
  fileprivate var withoutControls: String {
    func steers(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x09, 0x0A: false
      case ..<0x20, 0x7F..<0xA0: true
      default: false
      }
    }
    guard unicodeScalars.contains(where: steers) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars { text.append(steers(scalar) ? " " : scalar) }
    return String(text)
  }
}

private func write(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes = bytes.dropFirst(count)
    } else if errno != EINTR {
      exit(EXIT_FAILURE)
    }
  }
}
