import Glibc
import SessionModel

/// What somebody who checks a session is told.
public struct Verification: Equatable, Sendable {
  /// What is wrong, a sentence each; empty where nothing is.
  public var faults: [String] = []
  /// What is worth knowing and does no harm.
  public var remarks: [String] = []
  /// How many entries were read.
  public var entries = 0

  public var isSound: Bool { faults.isEmpty }
}

extension SessionFolder {
  /// Looks through the journal and all that lies beside it; changes nothing.
  public func verified() -> Verification {
    var found = Verification()
    var session = Session()
    var position = Journal.Position()
    do throws(StoreFailure) {
      let journal = try Journal(journalPath)
      let size = try journal.size()
      do throws(StoreFailure) {
        try journal.read(from: &position) { entry, line throws(StoreFailure) in
          try session.take(entry, line: line)
        }
      } catch {
        found.entries = session.entries
        throw error
      }
      found.entries = session.entries
      if position.offset == 0 { found.faults.append("The journal is empty: it has no header") }
      if position.offset < size {
        found.remarks.append(
          "The journal ends in an interrupted write of \(size - position.offset) bytes, "
            + "which the next writer cuts off")
      }
      look(at: journal, &found)
    } catch {
      found.faults.append(error.sentence)
    }
    var boxes = BallotBoxes(in: folder, calls: .system)
    do throws(StoreFailure) {
      try boxes.read(into: &session)
    } catch {
      found.faults.append(error.sentence)
    }
    return found
  }

  private func look(at journal: Journal, _ found: inout Verification) {
    guard access(checkpointPath, F_OK) == 0 else { return }
    do throws(StoreFailure) {
      guard try Checkpoint.read(in: self, of: journal, calls: .system) == nil else { return }
      found.remarks.append("'session.json' is not of this journal; it can be deleted")
    } catch {
      found.faults.append(error.sentence)
    }
  }
}
