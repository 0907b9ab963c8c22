import Glibc
public import SessionModel

/// What the disk, or what stands on it, would not let us do.
public enum StoreFailure: Error, Equatable, Sendable {
  /// The system said no to an attempt.
  case system(Attempt, path: String, errno: Int32)
  /// Somebody held the journal for as long as anybody may be made to wait.
  case held(path: String)
  /// A line of the journal cannot be what was written there; counted from 1, the header included.
  case damaged(line: Int, Flaw)
  /// A line of the journal is of a kind this program does not know.
  case newer(line: Int, known: Int)
  /// The journal ends before what its checkpoint holds; so many entries stand there.
  case cutShort(entries: Int)
  /// There is no session of that name.
  case noSession(name: String, in: String)
  /// A session cannot have that name.
  case unfitName(String)
  /// There is a session of that name already.
  case taken(name: String, in: String)
  /// A ballot box cannot be read.
  case brokenBox(path: String)
  /// What the samples lie in is not for live sessions.
  case samplesFolder(path: String)
  /// What was packed cannot be used, or something cannot be packed.
  case pack(path: String, Pack.Flaw)

  /// What was tried.
  public enum Attempt: String, Sendable {
    case open, read, write, create, replace, remove, lock, list, watch
    case sync = "save"
  }

  /// What is wrong with a line.
  public enum Flaw: Equatable, Sendable {
    /// It says nothing of the format, and it is the first.
    case noHeader
    /// It is not JSON; what is wrong, and at which byte of the line, from 1.
    case notJSON(String, byte: Int)
    /// It is JSON, but no entry.
    case notAnEntry(String)
    /// It cannot follow the lines before it: `Damage` in words.
    case doesNotFollow(String)
    /// It was there, and is gone.
    case gone
  }
}

extension StoreFailure {
  /// What is so, and where it helps what can be done; fits a status line, without a full stop.
  public var sentence: String {
    switch self {
    case .system(let attempt, let path, let errno):
      "Could not \(attempt.rawValue) '\(path)': \(String(cString: strerror(errno)))"
    case .held(let path): "Could not write '\(path)': another program holds it; try again"
    case .damaged(let line, let flaw): "Line \(line) of the journal \(flaw.words)"
    case .newer(let line, let known):
      "Line \(line) of the journal is of a newer roundtable; this one knows format \(known)"
    case .cutShort(let entries):
      "The journal was cut short: 'session.json' holds \(entries) entries; put the journal back, "
        + "or take 'session.json' away to go on with what is left"
    case .noSession(let name, let place): "There is no session '\(name)' in '\(place)'"
    case .unfitName(let name):
      "A session cannot be called '\(name)'; use letters, digits, '-', '_' and '.'"
    case .taken(let name, let place): "There is a session '\(name)' in '\(place)' already"
    case .brokenBox(let path):
      "The ballot box '\(path)' cannot be read; its poll cannot go on"
    case .samplesFolder(let path):
      "'\(path)' holds the samples; choose another folder for live sessions"
    case .pack(let path, let flaw): flaw.sentence(path)
    }
  }
}

extension StoreFailure.Flaw {
  /// What is wrong, to stand behind “Line 12 of the journal”.
  var words: String {
    switch self {
    case .noHeader: "does not say which format follows"
    case .notJSON(let what, let byte): "is broken at byte \(byte): \(what)"
    case .notAnEntry(let what): "is not an entry: \(what)"
    case .doesNotFollow(let sentence): sentence
    case .gone: "was there and is gone"
    }
  }
}

/// What a desk answers where it does not do what it was asked.
public enum DeskError: Error, Equatable, Sendable {
  /// The session says no.
  case refused(Refusal)
  /// The disk says no.
  case failed(StoreFailure)

  public var sentence: String {
    switch self {
    case .refused(let refusal): refusal.sentence
    case .failed(let failure): failure.sentence
    }
  }
}
