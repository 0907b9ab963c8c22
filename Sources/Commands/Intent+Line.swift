public import SessionModel

extension Intent {
  /// Reads one line: `floor give p4 --for 2m`.
  ///
  /// Where the session is known, people may also be named by what only one name on the roll
  /// contains. Throws a `CommandError` that quotes what it did not understand.
  public init(line: String, in session: Session? = nil) throws(CommandError) {
    let tokens = Token.tokens(of: line)
    let command = try Grammar.command(of: tokens, in: line)
    var arguments = try Arguments(
      tokens.dropFirst(command.words.count), of: command, line: line, session: session)
    self = try command.read(&arguments)
  }

  /// The line that reads back to this very intent.
  ///
  /// *Limitations*: a title that `agenda add` is given twice, as the title and in the details, is
  /// written once; so is a name that `person add` is given twice.
  public var line: String {
    for command in Grammar.all {
      if let words = command.write(self) {
        return (command.words + words).joined(separator: " ")
      }
    }
    preconditionFailure("no command says \(self)")
  }
}
