import Glibc
import Sealing
public import SessionModel

/// A session in one file, to be sent and opened elsewhere: a tar of its journal and its state,
/// with the SHA-256 of each as `sha256sum -c` reads it.
///
/// What only its owner may see stays behind: codes on slips, ballot boxes, who sits at the table.
/// *Limitations*: the digests tell damage and careless changes; they are no signature.
public struct Pack: Sendable {
  /// What the session was called where it was packed.
  public let name: String
  /// The committed lines of the journal.
  fileprivate let journal: [UInt8]
  /// `session.json` as that journal makes it.
  private let state: [UInt8]
  /// When the last entry was made.
  private let madeAt: Timestamp
  /// How many entries are in it.
  public let entries: Int
  /// The session as its last entry left it.
  public let session: Session

  /// How the name of such a file ends.
  public static let ending = ".roundtable.tar"

  static let journalName = "journal.jsonl"
  static let sumsName = "SHA256SUMS"

  // MARK: Packing

  /// Packs a session as it stands; an interrupted write at the journal's end is left out.
  ///
  /// Throws where the journal is damaged, and while a poll is open whose ballots are in no entry.
  public init(_ folder: SessionFolder) throws(StoreFailure) {
    let file = try OpenFile(folder.journalPath, O_RDONLY, calls: .system)
    try self.init(named: folder.name, journal: file.contents(), at: folder.path)
    if let poll = session.polls.all.first(where: { $0.state == .open && $0.secrecy.isSecret }) {
      throw .pack(path: folder.path, .ballotsElsewhere(poll.id))
    }
  }

  private init(
    named name: String, journal bytes: [UInt8], at path: String
  ) throws(StoreFailure) {
    var session = Session()
    var position = Journal.Position()
    try Journal.read(bytes, from: &position) { entry, line throws(StoreFailure) in
      try session.take(entry, line: line)
    }
    guard position.offset > 0 else { throw .pack(path: path, .noJournal) }
    self.name = name
    self.session = session
    entries = session.entries
    journal = Array(bytes[..<position.offset])
    state = Checkpoint(of: session, at: position).bytes
    madeAt = session.lastEntryAt?.at ?? Timestamp(milliseconds: 0)
  }

  /// The file; the same session always makes the same.
  public var bytes: [UInt8] {
    // A name that does not fit a header of tar would have to be cut within a letter.
    let place = name.utf8.count <= 150 ? name : "session"
    let contents = [(Self.journalName, journal), (SessionFolder.checkpointName, state)]
    let sums = contents.map { "\(ContentDigest.text(of: $1))  \($0)\n" }.joined()
    let files = [(Self.sumsName, Array(sums.utf8))] + contents
    return TarArchive(
      files: files.map { TarArchive.File(path: "\(place)/\($0)", bytes: $1) }
    ).bytes(at: madeAt.milliseconds / 1000)
  }

  /// What tells this journal from all others, to be compared by voice; 64 figures and letters.
  public var digest: String { ContentDigest.text(of: journal) }

  // MARK: Reading

  /// Reads a pack and checks all of it.
  ///
  /// Throws the first thing that is wrong; nothing is made of it then.
  public init(path: String) throws(StoreFailure) {
    let file = try OpenFile(path, O_RDONLY, calls: .system)
    guard try file.status().st_mode & S_IFMT == S_IFREG else {
      throw .pack(path: path, .noPack)
    }
    let bytes = try file.contents()
    let archive: TarArchive
    do throws(TarArchive.Flaw) {
      archive = try TarArchive(bytes)
    } catch {
      throw .pack(path: path, error.ofPack)
    }
    try self.init(archive, at: path)
  }

  private init(_ archive: TarArchive, at path: String) throws(StoreFailure) {
    let known = [Self.sumsName, Self.journalName, SessionFolder.checkpointName]
    guard let name = archive.files.first?.path.parentPath, !name.contains("/"), name != "." else {
      throw .pack(path: path, .noPack)
    }
    var contents: [String: [UInt8]] = [:]
    for file in archive.files {
      let part = file.path.lastPathPart
      guard file.path == "\(name)/\(part)", known.contains(part), contents[part] == nil else {
        throw .pack(path: path, .strangeFile(file.path))
      }
      contents[part] = file.bytes
    }
    for part in known where contents[part] == nil { throw .pack(path: path, .missing(part)) }
    let sums = Self.sums(in: contents[Self.sumsName] ?? [])
    for part in known.dropFirst() {
      guard let sum = sums[part] else { throw .pack(path: path, .noDigest(part)) }
      guard sum == ContentDigest.text(of: contents[part] ?? []) else {
        throw .pack(path: path, .changed(part))
      }
    }
    try self.init(named: name, journal: contents[Self.journalName] ?? [], at: path)
    guard journal.count == contents[Self.journalName]?.count else {
      throw .pack(path: path, .tornJournal)
    }
    // Programs of other versions may lay it out in other ways; what it says must be the same.
    guard state == contents[SessionFolder.checkpointName] || says(contents) else {
      throw .pack(path: path, .otherState)
    }
  }

  private func says(_ contents: [String: [UInt8]]) -> Bool {
    guard let bytes = contents[SessionFolder.checkpointName],
      let checkpoint = bytes.withUnsafeBufferPointer({ try? Checkpoint($0) })
    else { return false }
    return checkpoint.session == session && checkpoint.entries == entries
  }

  /// The digests that a file of `sha256sum` tells, by name.
  private static func sums(in bytes: [UInt8]) -> [String: String] {
    var sums: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      if words.count == 2 { sums[String(words[1])] = String(words[0]) }
    }
    return sums
  }
}

extension Pack {
  /// What is wrong with a pack.
  public enum Flaw: Equatable, Sendable {
    /// It is no file of this kind.
    case noPack
    /// It ends before its end.
    case torn
    /// What says which file follows was changed.
    case brokenHeader
    /// Something in it that no pack holds.
    case strangeFile(String)
    case missing(String)
    /// No digest is told of a file.
    case noDigest(String)
    /// A file is not what its digest says.
    case changed(String)
    /// Its journal does not end with a whole line.
    case tornJournal
    /// There is not even a header in its journal.
    case noJournal
    /// Its `session.json` is not what its journal comes to.
    case otherState
    /// A poll is open whose ballots lie in a box, which must not be in two places.
    case ballotsElsewhere(PollID)
    /// Another session of that name is there already.
    case takenByAnother(String)
    /// It is no session of a breakout group.
    case noGroup
  }
}

extension TarArchive.Flaw {
  fileprivate var ofPack: Pack.Flaw {
    switch self {
    case .noArchive: .noPack
    case .torn: .torn
    case .brokenHeader: .brokenHeader
    case .strange(let path): .strangeFile(path)
    }
  }
}

extension Pack.Flaw {
  /// What is so, of the pack at a path.
  func sentence(_ path: String) -> String {
    switch self {
    case .noPack: "'\(path)' is no packed session"
    case .torn: "'\(path)' is torn: it ends before its end"
    case .brokenHeader: "'\(path)' is damaged: the head of a file in it was changed"
    case .strangeFile(let name): "'\(path)' holds '\(name)', which is no part of a session"
    case .missing(let name): "'\(path)' lacks '\(name)'"
    case .noDigest(let name): "'\(path)' tells no digest of '\(name)'"
    case .changed(let name): "'\(name)' in '\(path)' was changed: its digest is another"
    case .tornJournal: "The journal in '\(path)' is torn: its last line has no end"
    case .noJournal: "The journal of '\(path)' is empty; there is nothing to pack"
    case .otherState: "'session.json' in '\(path)' is not what its journal comes to"
    case .ballotsElsewhere(let poll):
      "Poll '\(poll)' is open and its ballots are secret; close it before the session is packed"
    case .noGroup: "'\(path)' is no session of a breakout group"
    case .takenByAnother(let name):
      "Another session is called '\(name)'; 'roundtable unpack' takes --name for this one"
    }
  }
}

// MARK: Opening elsewhere

extension Library {
  /// Makes a live session of a pack.
  ///
  /// Where a session of that name goes on from the pack, that one is answered and nothing is
  /// made; where it is another one, throws.
  public func unpack(
    _ pack: Pack, named name: String? = nil
  ) throws(StoreFailure) -> SessionFolder {
    let name = name ?? pack.name
    if let known = try? session(named: name) {
      guard try pack.isBeginning(of: known) else {
        throw .pack(path: known.path, .takenByAnother(name))
      }
      return known
    }
    return try create(named: name, journal: pack.journal)
  }
}

extension Pack {
  /// Whether a session's journal begins with this one.
  fileprivate func isBeginning(of folder: SessionFolder) throws(StoreFailure) -> Bool {
    let file = try OpenFile(folder.journalPath, O_RDONLY, calls: .system)
    return try file.contents(from: 0, count: journal.count) == journal
  }
}
