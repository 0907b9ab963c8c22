public import SessionModel

/// One thing that can be said: how it is read, written, completed and explained.
public struct Command: Sendable {
  /// Its own words: `floor`, `give`.
  public let words: [String]
  public let parameters: [Parameter]
  /// What it does; lower case, without a full stop.
  public let summary: String
  /// A whole line that can be read.
  public let example: String
  let read: @Sendable (inout Arguments) throws(CommandError) -> Intent
  /// What stands behind the words to say this; `nil` where another command says it.
  let write: @Sendable (Intent) -> [String]?

  /// The words as they are said: `floor give`.
  public var name: String { words.joined(separator: " ") }

  /// The seats that may say it at all.
  public var seats: [Seat] { Grammar.seats[name] ?? [] }

  /// What can be said: `floor give WHO [--for LENGTH]`.
  public var usage: String { (words + parameters.map(\.usage)).joined(separator: " ") }

  init<each Value: Sendable>(
    _ name: String, _ parts: repeat Part<each Value>, summary: String, example: String,
    read: @escaping @Sendable (repeat each Value) -> Intent,
    write: @escaping @Sendable (Intent) -> (repeat each Value)?
  ) {
    words = name.split(separator: " ").map(String.init)
    var parameters: [Parameter] = []
    for part in repeat each parts { parameters += part.parameters }
    self.parameters = parameters
    self.summary = summary
    self.example = example
    self.read = { arguments throws(CommandError) in
      read(repeat try (each parts).read(&arguments))
    }
    self.write = { intent in
      guard let values = write(intent) else { return nil }
      var words: [String] = []
      for some in repeat (each parts).write(each values) { words += some }
      return words
    }
  }

  /// A command that takes nothing beside its words.
  init(_ name: String, _ intent: Intent, summary: String) {
    self.init(name, summary: summary, example: name) {
      intent
    } write: {
      $0 == intent ? () : nil
    }
  }
}

extension Command {
  /// Whether words that begin with `--` are options, and not part of a text.
  var readsOptions: Bool {
    parameters.contains { $0.form != .word } || !parameters.contains(where: \.takesSeveralWords)
  }

  func parameter(option name: String) -> Parameter? {
    parameters.first { $0.optionNames.contains(name) }
  }
}
