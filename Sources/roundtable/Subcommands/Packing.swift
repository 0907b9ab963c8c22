import ArgumentParser
import Glibc
import SessionModel
import SessionStore

/// `roundtable pack`: a session in one file.
struct PackSession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Pack a session into one file that opens elsewhere.",
    discussion: """
      The file is a tar with the journal, the state that it comes to, and the SHA-256 of each; \
      'tar x' and 'sha256sum -c SHA256SUMS' read it where no roundtable is. The same session makes \
      the same file.
      Everything that was said and written down is in it, names under the Chatham House Rule too: \
      give a report to the public, a pack only to those who may know. A PIN of the ballot terminals \
      is in it as what only the PIN fits, and so is the key of a sealed poll as what only its \
      passphrase opens.
      What stays behind: the codes on slips, ballot boxes, who sits at the table. While a poll is \
      open whose ballots are secret, a session cannot be packed.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(name: .shortAndLong, help: "The file; the session's name and .roundtable.tar otherwise.")
  var output: String?

  func run() throws {
    try orComplain {
      let pack = try Pack(place.library.session(named: session, orSample: true))
      let path = output ?? pack.name + Pack.ending
      try OutputFile(path).replace(with: pack.bytes)
      say("\(path): \(counted(pack.entries)), journal \(pack.digest)")
    }
  }
}

/// `roundtable unpack`: a pack as a session of one's own.
struct Unpack: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a session of a packed one; 'open FILE' does it too.",
    discussion: """
      The file is checked first: of one that is torn or was changed nothing is made. Where the \
      session is there already and goes on from the packed one, it stays as it is.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The packed session.", completion: .file())
  var file: String

  @Option(help: "What it is to be called here; as where it was packed otherwise.")
  var name: String?

  func run() throws {
    try orComplain {
      say(try place.library.unpack(Pack(path: file), named: name).name)
    }
  }
}

/// `roundtable verify`: whether a session or a pack is whole.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that a session or a packed one is whole; changes nothing.",
    discussion: """
      Every line of the journal is read and must follow from those before it; of a pack every file \
      must be what its digest says. The first fault of a pack, or every fault of a session, is told \
      on standard error, and the exit code is 1. The digest of the journal can be compared with \
      who packed it: digests tell damage, they are no signature.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "A packed session, or a session by name.", completion: .file())
  var target: String

  func run() throws {
    try orComplain {
      if PackedFile.isMeant(target) {
        let pack = try Pack(path: target)
        return say("\(target) is whole: \(counted(pack.entries)), journal \(pack.digest)")
      }
      let folder = try place.library.session(named: target, orSample: true)
      let found = folder.verified()
      for remark in found.remarks { say(remark) }
      for fault in found.faults { complain(fault) }
      guard found.isSound else { throw ExitCode.failure }
      say("\(target) is whole: \(counted(found.entries))")
    }
  }
}

private func counted(_ entries: Int) -> String {
  entries == 1 ? "1 entry" : "\(entries) entries"
}

/// A packed session as somebody names it on the command line.
enum PackedFile {
  /// Whether somebody means a file rather than a session's name.
  static func isMeant(_ word: String) -> Bool { word.contains("/") || word.hasSuffix(".tar") }
}

extension Library {
  /// The live session that somebody wants to open: by name, or as a packed file.
  func session(toOpen word: String) throws(StoreFailure) -> SessionFolder {
    guard PackedFile.isMeant(word) else { return try openSession(named: word) }
    return try unpack(Pack(path: word))
  }
}
