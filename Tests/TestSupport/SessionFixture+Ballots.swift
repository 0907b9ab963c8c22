public import SessionModel

extension SessionFixture {
  /// A live session with a poll by code open, four slips and terminals that only a PIN ends.
  public static func locked(_ secrecy: Poll.Secrecy = .coded) throws -> SessionFixture {
    var table = try live()
    let codes = ["K7QM-3XPR", "9HTA-44WZ", "22AB-CDEF", "33AB-CDEF"].compactMap(VoteCode.init)
    try table.happen(.access(.issued(codes: codes, group: nil)), .access(.locked(lock: "bG9jaw==")))
    try table.openPoll(1, secrecy)
    return table
  }
}
