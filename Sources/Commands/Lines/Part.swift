import SessionModel

/// What a command takes in one place or option, read and written by the same hand.
struct Part<Value: Sendable>: Sendable {
  var parameters: [Parameter]
  var read: @Sendable (inout Arguments) throws(CommandError) -> Value
  /// The words that it reads the value back from.
  var write: @Sendable (Value) -> [String]
}

extension Part {
  /// A word that must stand in its place.
  static func word(_ name: String, _ spelling: Spelling<Value>) -> Part {
    Part(
      parameters: [Parameter(name: name, kind: spelling.kind, form: .word, isOptional: false)]
    ) { arguments throws(CommandError) in
      guard let value = try arguments.takeWord(spelling) else {
        throw arguments.missing(spelling.kind.wanted)
      }
      return value
    } write: {
      [spelling.write($0)]
    }
  }

  /// A word that may be left out.
  static func word<Wrapped>(
    optional name: String, _ spelling: Spelling<Wrapped>
  ) -> Part where Value == Wrapped? {
    Part(
      parameters: [Parameter(name: name, kind: spelling.kind, form: .word, isOptional: true)]
    ) { arguments throws(CommandError) in
      try arguments.takeWord(spelling)
    } write: {
      $0.map { [spelling.write($0)] } ?? []
    }
  }

  /// One word or several, each by itself.
  static func words<Element>(
    _ name: String, _ spelling: Spelling<Element>
  ) -> Part where Value == [Element] {
    Part(
      parameters: [
        Parameter(
          name: name, kind: spelling.kind, form: .word, isOptional: false, isRepeated: true)
      ]
    ) { arguments throws(CommandError) in
      try arguments.takeWords(spelling)
    } write: {
      $0.map(spelling.write)
    }
  }

  /// An option that may be left out.
  static func option<Wrapped>(
    _ name: String, _ spelling: Spelling<Wrapped>
  ) -> Part where Value == Wrapped? {
    Part(
      parameters: [Parameter(name: name, kind: spelling.kind, form: .option, isOptional: true)]
    ) { arguments throws(CommandError) in
      try arguments.values(of: name, as: spelling).first
    } write: {
      $0.map { ["--\(name)", spelling.write($0)] } ?? []
    }
  }

  /// An option that means something else when it is left out.
  static func option(
    _ name: String, _ spelling: Spelling<Value>, else standard: Value
  ) -> Part where Value: Equatable {
    let inner = Part<Value?>.option(name, spelling)
    return Part(parameters: inner.parameters) { arguments throws(CommandError) in
      try inner.read(&arguments) ?? standard
    } write: {
      inner.write($0 == standard ? nil : $0)
    }
  }

  /// An option that must be said.
  static func option(required name: String, _ spelling: Spelling<Value>) -> Part {
    Part(
      parameters: [Parameter(name: name, kind: spelling.kind, form: .option, isOptional: false)]
    ) { arguments throws(CommandError) in
      guard let value = try arguments.values(of: name, as: spelling).first else {
        throw arguments.missing("--\(name), \(spelling.kind.wanted)")
      }
      return value
    } write: {
      ["--\(name)", spelling.write($0)]
    }
  }

  /// An option said once for each item; `empty` is the switch that says there are none.
  static func options<Element>(
    _ name: String, _ spelling: Spelling<Element>, empty: String
  ) -> Part where Value == [Element]? {
    Part(
      parameters: [
        Parameter(
          name: name, kind: spelling.kind, form: .option, isOptional: true, isRepeated: true),
        Parameter(
          name: empty, kind: .oneOf([.init(text: empty)]), form: .switches, isOptional: true),
      ]
    ) { arguments throws(CommandError) in
      switch try arguments.onlyOne(of: [name, empty]) {
      case name: try arguments.values(of: name, as: spelling)
      case empty: []
      default: nil
      }
    } write: { items in
      guard let items else { return [] }
      return items.isEmpty ? ["--\(empty)"] : items.flatMap { ["--\(name)", spelling.write($0)] }
    }
  }

  /// Options of which one is said, its name being the value: `--online`.
  static func switches<Wrapped>(
    _ name: String, _ spelling: Spelling<Wrapped>
  ) -> Part where Value == Wrapped? {
    Part(
      parameters: [Parameter(name: name, kind: spelling.kind, form: .switches, isOptional: true)]
    ) { arguments throws(CommandError) in
      guard let said = try arguments.onlyOne(of: spelling.kind.words.map(\.text)) else {
        return nil
      }
      do throws(CommandError.Reason) {
        return try spelling.read(said, arguments.session)
      } catch {
        return nil
      }
    } write: {
      $0.map { ["--" + spelling.write($0)] } ?? []
    }
  }

  /// Such switches, of which none means something too.
  static func switches(
    _ name: String, _ spelling: Spelling<Value>, else standard: Value
  ) -> Part where Value: Equatable {
    let inner = Part<Value?>.switches(name, spelling)
    return Part(parameters: inner.parameters) { arguments throws(CommandError) in
      try inner.read(&arguments) ?? standard
    } write: {
      inner.write($0 == standard ? nil : $0)
    }
  }

  /// Several parts that fill in one record.
  static func record(_ empty: Value, _ fields: Field<Value>...) -> Part {
    Part(parameters: fields.flatMap(\.parameters)) { arguments throws(CommandError) in
      var record = empty
      for field in fields { try field.read(&arguments, &record) }
      return record
    } write: { record in
      fields.flatMap { $0.write(record) }
    }
  }
}

/// A part that fills in one field of a record.
struct Field<Record: Sendable>: Sendable {
  var parameters: [Parameter]
  var read: @Sendable (inout Arguments, inout Record) throws(CommandError) -> Void
  var write: @Sendable (Record) -> [String]

  init<Value>(_ path: any WritableKeyPath<Record, Value> & Sendable, _ part: Part<Value>) {
    parameters = part.parameters
    read = { arguments, record throws(CommandError) in
      record[keyPath: path] = try part.read(&arguments)
    }
    write = { part.write($0[keyPath: path]) }
  }
}
