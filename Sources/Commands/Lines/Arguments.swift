import SessionModel

/// What stands behind a command's own words, sorted into places and options.
struct Arguments {
  let session: Session?
  /// The command's words, for sentences.
  private let command: String
  private let line: String
  /// The words of each place, in order; none where an optional one is left out.
  private var places: [[Token]] = []
  private var options: [(name: String, token: Token, value: Token?)] = []

  init(
    _ tokens: ArraySlice<Token>, of command: Command, line: String, session: Session?
  ) throws(CommandError) {
    self.session = session
    self.command = command.name
    self.line = line
    var words: [Token] = []
    var rest = tokens
    while let token = rest.popFirst() {
      guard let name = token.option, command.readsOptions else {
        words.append(token)
        continue
      }
      guard let parameter = command.parameter(option: name) else {
        let known = command.parameters.flatMap(\.optionNames).map { "--\($0)" }
        throw error(
          .unknownOption(
            token.text, command: self.command, meant: token.text.nearest(in: known)),
          at: token)
      }
      if !parameter.isRepeated, options.contains(where: { $0.name == name }) {
        throw error(.twice(token.text), at: token)
      }
      guard parameter.form == .option else {
        options.append((name, token, nil))
        continue
      }
      guard let value = rest.popFirst(), value.option == nil else {
        throw error(
          .valueMissing(
            option: token.text, command: self.command, wants: parameter.kind.wanted),
          at: token)
      }
      options.append((name, token, value))
    }
    try place(words, among: command.parameters.filter { $0.form == .word })
  }

  /// Gives each place its words: one each, and all that are left over to the first that takes them.
  private mutating func place(
    _ words: [Token], among parameters: [Parameter]
  ) throws(CommandError) {
    var rest = words[...]
    var spare = words.count - parameters.count { !$0.isOptional }
    for parameter in parameters {
      var count = parameter.isOptional ? 0 : 1
      if spare > 0, parameter.isOptional || parameter.takesSeveralWords {
        let extra = parameter.takesSeveralWords ? spare : 1
        count += extra
        spare -= extra
      }
      guard rest.count >= count else {
        throw CommandError(
          .missing(command: command, wants: parameter.kind.wanted), column: line.count + 1)
      }
      places.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    if let stray = rest.first {
      throw error(.tooMuch(stray.text, command: command), at: stray)
    }
  }

  // MARK: What the parts of a command take

  /// The words of the next place; `nil` where it is left out.
  mutating func takeWord<Value>(_ spelling: Spelling<Value>) throws(CommandError) -> Value? {
    let words = places.removeFirst()
    guard let first = words.first, let last = words.last else { return nil }
    guard words.count > 1 else { return try read(first, as: spelling) }
    // Words that options stand between were not meant as one.
    let range = first.range.lowerBound..<last.range.upperBound
    if let option = options.first(where: { range.contains($0.token.range.lowerBound) }) {
      let stray = words.first { $0.range.lowerBound > option.token.range.lowerBound } ?? last
      throw error(.tooMuch(stray.text, command: command), at: stray)
    }
    let text = String(line.unicodeScalars[range])
    return try read(Token(text: text, range: range), as: spelling)
  }

  /// Each word of the next place by itself.
  mutating func takeWords<Value>(_ spelling: Spelling<Value>) throws(CommandError) -> [Value] {
    var values: [Value] = []
    for word in places.removeFirst() { values.append(try read(word, as: spelling)) }
    return values
  }

  /// The values of an option, in the order they were said.
  func values<Value>(
    of option: String, as spelling: Spelling<Value>
  ) throws(CommandError) -> [Value] {
    var values: [Value] = []
    for said in options where said.name == option {
      guard let value = said.value else { continue }
      values.append(try read(value, as: spelling, option: option))
    }
    return values
  }

  func isSaid(_ option: String) -> Bool { options.contains { $0.name == option } }

  /// The first of some options that was said, alone; more than one do not go together.
  func onlyOne(of names: [String]) throws(CommandError) -> String? {
    let said = options.filter { names.contains($0.name) }
    if let first = said.first, let other = said.first(where: { $0.name != first.name }) {
      throw error(.conflict(first.token.text, other.token.text), at: other.token)
    }
    return said.first?.name
  }

  func conflict(_ one: String, _ other: String) -> CommandError {
    let column = options.first { $0.name == other }.map {
      line.column(of: $0.token.range.lowerBound)
    }
    return CommandError(.conflict("--\(one)", "--\(other)"), column: column ?? 1)
  }

  /// The error that an option says what cannot be set of a method.
  func unsettable(_ option: String, of method: String, known: [String]) -> CommandError {
    let column = options.first { $0.name == option }.map {
      line.column(of: $0.token.range.lowerBound)
    }
    return CommandError(
      .unsettable("--\(option)", of: method, known: known.map { "--\($0)" }), column: column ?? 1)
  }

  /// The error that something is missing which the command cannot do without.
  func missing(_ wanted: String) -> CommandError {
    CommandError(.missing(command: command, wants: wanted), column: line.count + 1)
  }

  private func read<Value>(
    _ token: Token, as spelling: Spelling<Value>, option: String? = nil
  ) throws(CommandError) -> Value {
    if token.isOpen { throw error(.quoteOpen, at: token) }
    let value: Value?
    do throws(CommandError.Reason) {
      value = try spelling.read(token.text, session)
    } catch {
      throw self.error(error, at: token)
    }
    if let value { return value }
    throw error(
      .misfit(
        token.text, of: option.map { "\(command) --\($0)" } ?? command,
        wants: spelling.kind.wanted, isNamed: token.text.namedThing,
        meant: token.text.nearest(in: spelling.kind.words.map(\.text))),
      at: token)
  }

  private func error(_ reason: CommandError.Reason, at token: Token) -> CommandError {
    CommandError(reason, column: line.column(of: token.range.lowerBound))
  }
}

extension String {
  /// The place of an index in characters, counted from 1.
  func column(of index: Index) -> Int { distance(from: startIndex, to: index) + 1 }
}
