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
func say(_ line: String) {
  write(line + "\n", to: STDOUT_FILENO)
}

/// Writes a line on standard error.
func complain(_ line: String) {
  write(line + "\n", to: STDERR_FILENO)
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
