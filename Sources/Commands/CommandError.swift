/// Why a line could not be understood, and where.
public struct CommandError: Error, Equatable, Sendable {
  public var reason: Reason
  /// Where in the line, in characters, counted from 1.
  public var column: Int

  public init(_ reason: Reason, column: Int) {
    self.reason = reason
    self.column = column
  }

  /// What was not understood, in the user's own words where there are any.
  public enum Reason: Equatable, Sendable {
    case nothingSaid
    case unknownCommand(String, meant: String?)
    /// The words so far begin commands, but are none.
    case incomplete(String, next: [String])
    case unknownWord(String, after: String, meant: String?, next: [String])
    case missing(command: String, wants: String)
    case tooMuch(String, command: String)
    case misfit(String, of: String, wants: String, isNamed: String?, meant: String?)
    case nobodyCalled(String, meant: String?)
    case ambiguous(String, fits: [String])
    case unknownOption(String, command: String, meant: String?)
    case valueMissing(option: String, command: String, wants: String)
    case twice(String)
    case conflict(String, String)
    /// An option that says what cannot be set of a method, and those that can.
    case unsettable(String, of: String, known: [String])
    case quoteOpen
  }

  /// What is so, and what is expected; fits a status line, without a full stop.
  public var sentence: String {
    switch reason {
    case .nothingSaid: "Nothing is said; a command such as 'floor give next' is wanted"
    case .unknownCommand(let word, let meant):
      "'\(word)' is no command" + didYouMean(meant, else: "; ? and 'roundtable commands' list them")
    case .incomplete(let words, let next): "'\(words)' wants \(next.quotedList) behind it"
    case .unknownWord(let word, let words, let meant, let next):
      "'\(words)' does not know '\(word)'" + didYouMean(meant, else: "; say \(next.quotedList)")
    case .missing(let command, let wants): "'\(command)' wants \(wants)"
    case .tooMuch(let word, let command):
      "'\(command)' has no place for '\(word)'; quotes hold words together"
    case .misfit(let word, let command, let wants, .some(let thing), _):
      "'\(command)' wants \(wants); '\(word)' is \(thing)"
    case .misfit(let word, let command, let wants, .none, let meant):
      "'\(command)' wants \(wants), not '\(word)'" + didYouMean(meant, else: "")
    case .nobodyCalled(let word, let meant):
      "Nobody on the roll is called '\(word)'" + didYouMean(meant, else: "")
    case .ambiguous(let word, let fits): "'\(word)' may be \(fits.list(joinedBy: "or"))"
    case .unknownOption(let option, let command, let meant):
      "'\(command)' has no option '\(option)'" + didYouMean(meant, else: "")
    case .valueMissing(let option, let command, let wants):
      "'\(option)' of '\(command)' wants \(wants)"
    case .twice(let option): "'\(option)' is said twice"
    case .conflict(let one, let other): "'\(one)' and '\(other)' do not go together"
    case .unsettable(let option, let method, let known):
      "A poll of '\(method)' has no '\(option)'; "
        + (known.isEmpty ? "nothing can be set of it" : "say \(known.quotedList)")
    case .quoteOpen: "The quote that opens at column \(column) is not closed"
    }
  }

  private func didYouMean(_ meant: String?, else other: String) -> String {
    meant.map { "; did you mean '\($0)'?" } ?? other
  }
}

extension [String] {
  /// In quotes: `'a', 'b' or 'c'`.
  fileprivate var quotedList: String { map { "'\($0)'" }.list(joinedBy: "or") }

  /// As a sentence lists them: `a, b or c`.
  func list(joinedBy word: String) -> String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
