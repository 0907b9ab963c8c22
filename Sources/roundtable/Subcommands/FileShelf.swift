import Glibc
import SessionStore

/// Files of one kind that a host may add to, those of the user before those that came along.
struct FileShelf {
  private let name: String
  private let beside: String
  private let inCheckout: Bool

  /// `themes` of the user's, `Themes` of an installed program, and of the checkout it was built in
  /// where the checkout has them at its top.
  init(_ name: String, beside: String, inCheckout: Bool) {
    self.name = name
    self.beside = beside
    self.inCheckout = inCheckout
  }

  /// Where to look, the user's own folder first; most starts never ask.
  private var folders: [String] {
    var folders: [String] = []
    if let config = Self.environment("XDG_CONFIG_HOME")
      ?? Self.environment("HOME").map({ $0 + "/.config" })
    {
      folders.append(config + "/roundtable/" + name)
    }
    if let program = Library.programPath {
      folders += Self.folders(beside, of: program, inCheckout)
    }
    return folders
  }

  /// The names of all files, without `.json`.
  var names: Set<String> {
    Set(
      folders.flatMap(Self.names(in:)).filter { $0.hasSuffix(".json") }
        .map { String($0.dropLast(5)) })
  }

  /// The first file of that name; `nil` where there is none.
  func file(named name: String) -> (path: String, text: String)? {
    for folder in folders {
      let path = "\(folder)/\(name).json"
      if let text = Self.text(of: path) { return (path, text) }
    }
    return nil
  }

  /// Whether somebody means a file rather than a name on the shelf.
  static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".json") }

  /// The text of a file that somebody named by its path.
  static func text(at path: String) throws(Complaint) -> String {
    guard let text = text(of: path) else {
      throw Complaint("Could not open '\(path)': \(String(cString: strerror(errno)))")
    }
    return text
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An installed program's share folder, and the checkout it was built in.
  private static func folders(
    _ name: String, of program: String, _ inCheckout: Bool
  ) -> [String] {
    var parts = program.split(separator: "/").dropLast()
    var folders = ["/" + parts.dropLast().joined(separator: "/") + "/share/roundtable/" + name]
    while inCheckout, !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/") + "/" + name)
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
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(file)
      errno = EISDIR
      return nil
    }
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
