import Glibc

/// A folder that is there for one test.
public final class TemporaryFolder {
  public let path: String

  public init() {
    // In memory where that is possible: what is tested is us, not the disk.
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/roundtable-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    precondition(made != nil, "A folder can be made in \(parent)")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    remove(path)
  }

  /// The path of something in it.
  public func path(of name: String) -> String { "\(path)/\(name)" }

  /// What stands in a file; `nil` where there is none.
  public func text(of name: String) -> String? {
    guard let file = fopen(path(of: name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, file), count > 0 {
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts a text into a file, instead of what stood there or behind it.
  public func write(_ text: String, to name: String, appending: Bool = false) {
    guard let file = fopen(path(of: name), appending ? "a" : "w") else { return }
    fputs(text, file)
    fclose(file)
  }

  public func delete(_ name: String) {
    unlink(path(of: name))
  }

  /// What lies in it or in a folder of it, sorted.
  public func names(in folder: String = ".") -> [String] {
    guard let stream = opendir(path(of: folder)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func remove(_ path: String) {
    // A link is taken away itself, not what it leads to.
    guard unlink(path) != 0, let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    closedir(stream)
    rmdir(path)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
  }
}
