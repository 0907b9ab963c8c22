public import ArgumentParser
import Glibc
public import Reports
import SessionStore

/// `roundtable report`: what is printed of a session.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the report of a session, as of its last entry.")

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "How it looks; without it as the file's name ends, else md.")
  var format: FormatName?

  @Option(name: .shortAndLong, help: "Write it to a file.")
  var output: String?

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session, orSample: true)
      let state = try SessionDesk(folder, now: MachineClock().now).current()
      let text = look.text(of: Summary(of: state).document)
      guard let output else { return say(String(text.dropLast())) }
      try Self.write(text, to: output)
    }
  }

  private var look: any ReportFormat {
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    return (format ?? FormatName(rawValue: ending) ?? .md).format
  }

  /// Replaces what the file held.
  static func write(_ text: String, to path: String) throws(StoreFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .system(.open, path: path, errno: errno) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        let reason = errno
        close(file)
        throw .system(.write, path: path, errno: reason)
      }
    }
    guard close(file) == 0 else { throw .system(.write, path: path, errno: errno) }
  }
}

extension FormatName: ExpressibleByArgument {}
