/// What somebody has to type before an intent can be granted, and no line or entry may show.
public enum Secret: Equatable, Sendable {
  /// The passphrase that a sealed poll is to be opened with.
  case newPassphrase(PollID)
  /// The one that it was opened with.
  case passphrase(PollID)
  /// The PIN that the ballot terminals are to be left with.
  case newPIN
}

extension Intent {
  /// What has to be typed first; `nil` where nothing has to.
  public func secret(in session: Session) -> Secret? {
    switch self {
    case .poll(.open(let id)):
      session.polls[id].flatMap {
        $0.secrecy == .sealed && $0.state == .draft ? .newPassphrase(id) : nil
      }
    case .poll(.close(let id)):
      session.polls[id].flatMap { poll in
        let isEmpty = session.boxes[id]?.sealed?.isEmpty ?? true
        return poll.secrecy == .sealed && poll.state == .open && !isEmpty ? .passphrase(id) : nil
      }
    case .access(.lock(nil)): .newPIN
    default: nil
    }
  }
}

extension Secret {
  /// Refuses what is too short to keep anybody out.
  public func check(_ typed: String) throws(Refusal) {
    switch self {
    case .newPassphrase: if typed.count < 8 { throw .passphraseTooShort }
    case .passphrase: break
    case .newPIN:
      let isNumber = typed.allSatisfy { $0.isASCII && $0.isNumber }
      guard isNumber, (4...12).contains(typed.count) else { throw .pinUnfit }
    }
  }
}
