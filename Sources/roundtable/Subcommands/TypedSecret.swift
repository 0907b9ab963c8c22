import Glibc
import SessionModel

/// A passphrase or a PIN for a command: from a file, else typed at the terminal without an echo.
struct TypedSecret {
  /// `nil` where nobody can be asked.
  let text: String?

  /// Throws a complaint where the file cannot be read, or where two answers differ.
  init(_ secret: Secret, from path: String?) throws {
    if let path {
      guard let file = fopen(path, "r") else {
        throw Complaint("Could not open '\(path)': \(String(cString: strerror(errno)))")
      }
      defer { fclose(file) }
      text = Self.line(of: file)
    } else if let terminal = fopen("/dev/tty", "r+") {
      defer { fclose(terminal) }
      let typed = Self.ask("\(secret.question): ", at: terminal)
      if secret.isNew, Self.ask("Once more: ", at: terminal) != typed {
        throw Complaint("The two are not the same; nothing was done")
      }
      text = typed
    } else {
      text = nil
    }
  }

  private static func ask(_ question: String, at terminal: UnsafeMutablePointer<FILE>) -> String? {
    var modes = termios()
    let isTerminal = tcgetattr(fileno(terminal), &modes) == 0
    var silent = modes
    silent.c_lflag &= ~tcflag_t(ECHO)
    fputs(question, terminal)
    fflush(terminal)
    if isTerminal { tcsetattr(fileno(terminal), TCSAFLUSH, &silent) }
    defer {
      if isTerminal { tcsetattr(fileno(terminal), TCSAFLUSH, &modes) }
      fputs("\n", terminal)
    }
    return line(of: terminal)
  }

  private static func line(of file: UnsafeMutablePointer<FILE>) -> String? {
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    guard getline(&buffer, &capacity, file) > 0, let buffer else { return nil }
    let line = String(cString: buffer)
    return line.hasSuffix("\n") ? String(line.dropLast()) : line
  }
}

extension Secret {
  /// What is asked for, as a question begins.
  var question: String {
    switch self {
    case .newPassphrase(let id): "A passphrase for the ballots of poll \(id); lost, they are lost"
    case .passphrase(let id): "The passphrase of poll \(id)"
    case .newPIN: "A PIN for the ballot terminals"
    }
  }

  var isNew: Bool {
    switch self {
    case .newPassphrase, .newPIN: true
    case .passphrase: false
    }
  }
}

extension Intent {
  /// Whether there is any session in which it would want a passphrase or a PIN.
  var mayWantSecret: Bool {
    switch self {
    case .poll(.open), .poll(.close), .access(.lock): true
    default: false
    }
  }
}
