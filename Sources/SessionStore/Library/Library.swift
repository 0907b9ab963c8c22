import Glibc
import SessionModel

/// Where sessions live, and where the samples lie that may be copied there.
public struct Library: Sendable {
  /// The folder of live sessions; need not exist yet.
  public let path: String
  /// The folder of the samples; `nil` where none is found.
  public let samplesPath: String?

  /// Settles where things are: `path` as asked for on the command line, else
  /// `$ROUNDTABLE_SESSIONS`, else the XDG data folder.
  ///
  /// Samples are looked for in `$ROUNDTABLE_SAMPLES`, beside an installed program, and in the
  /// checkout that the program was built in.
  public init(
    path: String? = nil, environment: [String: String] = Library.environment,
    program: String? = Library.programPath
  ) {
    self.path = path ?? Self.standardPath(environment)
    samplesPath = Self.samplesPath(environment, program: program)
  }

  /// What this process was told of its surroundings, as far as it matters here.
  public static var environment: [String: String] {
    let names = ["ROUNDTABLE_SESSIONS", "ROUNDTABLE_SAMPLES", "XDG_DATA_HOME", "HOME"]
    return names.reduce(into: [:]) { found, name in
      // An empty variable counts as none: see the XDG base directory specification.
      if let value = getenv(name), value.pointee != 0 { found[name] = String(cString: value) }
    }
  }

  /// Where this program lies; `nil` where the system does not tell.
  public static var programPath: String? { realPath("/proc/self/exe") }

  private static func standardPath(_ environment: [String: String]) -> String {
    if let path = environment["ROUNDTABLE_SESSIONS"] { return path }
    // A relative data folder is to be ignored: the same specification.
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? "."
    return (data ?? home.appending(path: ".local/share")).appending(path: "roundtable/sessions")
  }

  private static func samplesPath(
    _ environment: [String: String], program: String?
  ) -> String? {
    if let path = environment["ROUNDTABLE_SAMPLES"] { return path }
    guard let program else { return nil }
    let installed = program.parentPath.parentPath.appending(path: "share/roundtable/Sessions")
    if Folder(path: installed).exists { return installed }
    var place = program.parentPath
    while place != "/", place != "." {
      let samples = place.appending(path: "Sessions")
      if access(samples.appending(path: "session.schema.json"), F_OK) == 0 { return samples }
      place = place.parentPath
    }
    return nil
  }

  // MARK: Sessions

  /// The live sessions by name, those whose journal is gone among them; empty where the folder
  /// does not exist yet.
  public func sessions() throws(StoreFailure) -> [SessionFolder] {
    guard Folder(path: path).exists else { return [] }
    return try folders(in: path).filter { $0.holdsSession || $0.hasLostJournal }
  }

  /// The samples by name.
  public func samples() throws(StoreFailure) -> [SessionFolder] {
    guard let samplesPath else { return [] }
    return try folders(in: samplesPath).filter(\.holdsSession)
  }

  private func folders(in path: String) throws(StoreFailure) -> [SessionFolder] {
    try Folder(path: path).names().map { SessionFolder(path.appending(path: $0)) }
  }

  /// The live session of a name.
  public func session(named name: String) throws(StoreFailure) -> SessionFolder {
    let folder = try folder(for: name)
    guard folder.holdsSession else {
      try expectNoLoss(in: folder)
      throw .noSession(name: name, in: path)
    }
    return folder
  }

  /// The live session of a name; a sample of that name is copied first where there is none.
  public func openSession(named name: String) throws(StoreFailure) -> SessionFolder {
    let folder = try folder(for: name)
    if folder.holdsSession { return folder }
    try expectNoLoss(in: folder)
    guard let sample = try samples().first(where: { $0.name == name }) else {
      throw .noSession(name: name, in: path)
    }
    return try copy(sample)
  }

  /// Throws where a session was whose journal is gone: nothing else may take its place unasked.
  private func expectNoLoss(in folder: SessionFolder) throws(StoreFailure) {
    guard folder.hasLostJournal else { return }
    throw .system(.open, path: folder.journalPath, errno: ENOENT)
  }

  /// Makes a session with nothing in it; throws `taken` where there is one of that name.
  public func create(named name: String) throws(StoreFailure) -> SessionFolder {
    try make(named: name) { folder throws(StoreFailure) in
      try Journal.create(folder.journalPath, calls: .system)
    }
  }

  /// Copies a sample's journal into a live session; the sample itself is never written to.
  ///
  /// Takes the sample's name where no other is given.
  public func copy(
    _ sample: SessionFolder, named name: String? = nil
  ) throws(StoreFailure) -> SessionFolder {
    let bytes = try OpenFile(sample.journalPath, O_RDONLY, calls: .system).contents()
    return try create(named: name ?? sample.name, journal: bytes)
  }

  /// Copies what a session was before it was opened; the session itself is never written to.
  public func copyPlan(
    of session: SessionFolder, named name: String
  ) throws(StoreFailure) -> SessionFolder {
    let bytes = try OpenFile(session.journalPath, O_RDONLY, calls: .system).contents()
    let opening = try session.entries().first { $0.event == .agenda(.opened) }
    var position = Journal.Position()
    try Journal.read(bytes, from: &position, upTo: opening.map { $0.n - 1 } ?? .max) { _, _ in }
    return try create(named: name, journal: Array(bytes[..<position.offset]))
  }

  /// Makes a session with that journal; throws `taken` where there is one of that name.
  func create(
    named name: String, journal bytes: [UInt8]
  ) throws(StoreFailure) -> SessionFolder {
    try make(named: name) { folder throws(StoreFailure) in
      try folder.folder.replace(
        folder.journalPath.lastPathPart, with: bytes, durably: true, calls: .system)
    }
  }

  private func make(
    named name: String, _ fill: (SessionFolder) throws(StoreFailure) -> Void
  ) throws(StoreFailure) -> SessionFolder {
    let folder = try folder(for: name)
    if let samplesPath, let real = realPath(samplesPath), real == realPath(path) {
      throw .samplesFolder(path: path)
    }
    guard !folder.holdsSession else { throw .taken(name: name, in: path) }
    let isNew = !folder.folder.exists
    do throws(StoreFailure) {
      try folder.folder.create()
      try fill(folder)
      try folder.folder.sync(calls: .system)
      try Folder(path: path).sync(calls: .system)
    } catch {
      // Half a session would stand in the lobby for ever.
      if isNew {
        unlink(folder.journalPath)
        rmdir(folder.folder.path)
      }
      throw error
    }
    return folder
  }

  private func folder(for name: String) throws(StoreFailure) -> SessionFolder {
    let isFit = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.".unicodeScalars.contains(scalar)
    }
    guard isFit, !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= 200 else {
      throw .unfitName(name)
    }
    return SessionFolder(path.appending(path: name))
  }

  /// A name for a session of that title that nobody has yet: `ws-204-human-rights`.
  public func freeName(for title: String) -> String {
    var words: [String] = [""]
    for scalar in title.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    let stem = words.filter { !$0.isEmpty }.prefix(6).joined(separator: "-")
    let name = stem.isEmpty || stem.utf8.count > 150 ? "session" : stem
    var candidate = name
    var number = 2
    while (try? folder(for: candidate).folder.exists) != false {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}

/// A path without links in it; `nil` where nothing is there.
private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
