extension Intent {
  /// Whether a seat may ask for it at all, whatever the session then says.
  public func isAllowed(at seat: Seat) -> Bool {
    switch (seat, self) {
    // Time is up for everybody: whoever sees it first says so.
    case (_, .poll(.expire)): true
    case (.moderator, .poll(.cast)), (.moderator, .poll(.castByCode)), (.moderator, .poll(.mark)):
      false
    case (.moderator, _): true
    case (.rapporteur, .note), (.rapporteur, .undo), (.rapporteur, .redo): true
    case (.rapporteur, .people(.count)), (.rapporteur, .floor(.count)): true
    case (.rapporteur, .outcome(let intent)): intent.isWriting
    case (.rapporteur, .breakout(.merge)), (.rapporteur, .breakout(.signal)): true
    case (.ballot, .outcome(.answer)), (.ballot, .outcome(.object)): true
    case (.ballot, .poll(.cast)), (.ballot, .poll(.castByCode)): true
    case (.ballot, .poll(.submit)), (.ballot, .poll(.mark)): true
    case (.ballot, .floor(.raise)), (.ballot, .floor(.withdraw)): true
    case (.rapporteur, _), (.ballot, _), (.stage, _): false
    }
  }
}

extension OutcomeIntent {
  /// Whether it writes something down, and asks or declares nothing.
  fileprivate var isWriting: Bool {
    switch self {
    case .add, .reword, .remove, .explain, .settle, .send, .invite, .uninvite: true
    case .put, .count, .answer, .object, .end, .declare, .quorum: false
    }
  }
}
