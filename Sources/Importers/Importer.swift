public import SessionModel

/// Reads one foreign format into what could be asked of a session.
///
/// It yields intents and no events, so that what comes in obeys the rules of the table.
public protocol Importer: Sendable {
  /// Reads a file for a session as it stands; throws why nothing of the file is imported.
  func read(_ file: ForeignFile, for session: Session) throws(ImportFailure) -> Imported
}

/// What an importer understood of a file.
public struct Imported: Equatable, Sendable {
  /// In the order of the file; may be empty where the session knows everything already.
  public var intents: [Intent] = []
  /// What was not understood, or not taken over; in the order of the lines.
  public var warnings: [ImportWarning] = []

  public init() {}
}

/// Something in a file that whoever imports it should look at.
public struct ImportWarning: Equatable, Sendable {
  /// Counted from 1.
  public var line: Int
  public var message: String

  public init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }
}
