import SessionModel
import SessionStore

/// `open SESSION --as SEAT`, understood without the parser of arguments.
///
/// To know its commands the parser looks through every type of the program, which took a third
/// of the time until a seat's first picture. What is not said in just these words, and all that
/// is wrong, is left to it.
struct PlainOpen {
  let session: String
  let seat: Seat

  /// The arguments without the program's name; `nil` where the parser is wanted.
  init?(_ arguments: some Collection<String>) {
    let words = Array(arguments)
    guard words.count == 2 || words.count == 4, words[0] == "open", !words[1].hasPrefix("-") else {
      return nil
    }
    session = words[1]
    guard words.count == 4 else {
      seat = .moderator
      return
    }
    guard words[2] == "--as", let seat = Seat(rawValue: words[3]) else { return nil }
    self.seat = seat
  }

  @MainActor
  func run() throws {
    try orComplain {
      try TerminalWishes().open(session, at: seat, in: Library(path: nil))
    }
  }
}
