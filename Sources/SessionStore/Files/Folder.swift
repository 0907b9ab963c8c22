import Glibc

/// A folder's entries and what is done to them.
struct Folder {
  let path: String

  /// The names in it, sorted, without those that begin with a dot.
  func names() throws(StoreFailure) -> [String] {
    guard let stream = opendir(path) else { throw .system(.list, path: path, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes it and those above it, as far as they are missing.
  func create() throws(StoreFailure) {
    guard !exists else { return }
    let above = path.parentPath
    if above != path { try Folder(path: above).create() }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .system(.create, path: path, errno: errno)
    }
  }

  /// Returns when the names in it are on the disk.
  func sync(calls: FileCalls) throws(StoreFailure) {
    let folder = try OpenFile(path, O_RDONLY | O_DIRECTORY, calls: calls)
    // Some network file systems cannot; there the names are as safe as they get.
    guard calls.sync(folder.descriptor) != 0, errno != EINVAL else { return }
    throw .system(.sync, path: path, errno: errno)
  }

  /// Puts a file in place of another of that name, whole or not at all.
  ///
  /// What was half written by an earlier program that died is overwritten. A private file nobody
  /// but its owner may read.
  func replace(
    _ name: String, with bytes: [UInt8], durably: Bool, isPrivate: Bool = false, calls: FileCalls
  ) throws(StoreFailure) {
    let target = path.appending(path: name)
    let draft = path.appending(path: name + Self.draftEnding)
    do throws(StoreFailure) {
      let file = try OpenFile(
        draft, O_WRONLY | O_CREAT | O_TRUNC, toTry: .write, calls: calls)
      if isPrivate, fchmod(file.descriptor, 0o600) != 0 {
        throw .system(.write, path: draft, errno: errno)
      }
      var written = 0
      try file.write(bytes, written: &written)
      if durably { try file.sync() }
    } catch {
      _ = calls.unlink(draft)
      throw error
    }
    guard calls.rename(draft, target) == 0 else {
      let reason = errno
      _ = calls.unlink(draft)
      throw .system(.replace, path: target, errno: reason)
    }
    if durably { try sync(calls: calls) }
  }

  /// What a file that is not yet in place is called.
  static let draftEnding = ".new"
}

extension String {
  /// The path of something in the folder that this is the path of.
  func appending(path name: String) -> String { hasSuffix("/") ? self + name : "\(self)/\(name)" }

  /// The folder that this path lies in.
  var parentPath: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last part of this path.
  var lastPathPart: String {
    String(self[(lastIndex(of: "/").map(index(after:)) ?? startIndex)...])
  }
}
