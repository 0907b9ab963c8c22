import Glibc
import SessionStore
import TerminalUI

/// The theme files that can be found, those of the user before those that came along.
struct ThemeShelf {
  private let folders: [String]

  init() {
    var folders: [String] = []
    if let config = Self.environment("XDG_CONFIG_HOME")
      ?? Self.environment("HOME").map({ $0 + "/.config" })
    {
      folders.append(config + "/roundtable/themes")
    }
    if let program = Library.programPath { folders += Self.folders(beside: program) }
    self.folders = folders
  }

  /// Every theme's name, sorted, the built-in one included.
  var names: [String] {
    let found = folders.flatMap(Self.names(in:)).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }
    return Set(found + ["default"]).sorted()
  }

  /// Reads a theme by its name or its file's path; the built-in one without either.
  func theme(named name: String?) throws -> Theme {
    guard let name else { return .standard }
    if name.contains("/") || name.hasSuffix(".json") {
      guard let text = Self.text(of: name) else {
        throw Complaint("Could not open '\(name)': \(String(cString: strerror(errno)))")
      }
      return try Theme(parsing: text, file: name)
    }
    for folder in folders {
      let path = "\(folder)/\(name).json"
      if let text = Self.text(of: path) { return try Theme(parsing: text, file: path) }
    }
    guard name != "default" else { return .standard }
    throw Complaint(
      "There is no theme '\(name)'; there are \(names.joined(separator: ", "))")
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An installed program's share folder, and the checkout it was built in.
  private static func folders(beside program: String) -> [String] {
    var parts = program.split(separator: "/").dropLast()
    var folders = ["/" + parts.dropLast().joined(separator: "/") + "/share/roundtable/Themes"]
    while !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/") + "/Themes")
      parts = parts.dropLast()
    }
    return folders
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  private static func text(of path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
