import HostFiles
import SessionModel

extension Form {
  /// Reads a form from the text of its file.
  ///
  /// ```json
  /// {
  ///   "title": "My forum",
  ///   "sections": [
  ///     {"title": "Key takeaways", "from": "notes", "kinds": ["takeaway"],
  ///      "limits": {"words_each": 60}},
  ///     {"title": "What was said", "from": "text", "key": "report",
  ///      "else": [{"from": "discussion"}], "limits": {"words": 800}},
  ///     {"title": "Numbers", "sections": [
  ///       {"title": "Who spoke", "from": "speaking_time", "by": ["group", "channel"]}]}
  ///   ]
  /// }
  /// ```
  ///
  /// A section with `"if_known": true` is left out where the record knows nothing for it.
  /// A section takes its words `from` one source, or from a list of objects that each name one; a
  /// section may have only sections of its own. `roundtable forms NAME` prints any form that is
  /// there.
  ///
  /// The file's name without `.json` is the form's. Throws the first mistake, with its line.
  public init(parsing text: String, file: String) throws(FormProblem) {
    do throws(Fault) {
      let root = try LinedJSON(parsing: text)
      let parts = try root.members(in: "a form", known: ["title", "sections"])
      guard let title = parts.first(where: { $0.key == "title" }) else {
        throw Fault(line: root.line, fault: "begins a form without 'title'")
      }
      guard let sections = parts.first(where: { $0.key == "sections" }) else {
        throw Fault(line: root.line, fault: "begins a form without 'sections'")
      }
      self.title = try title.text()
      self.sections = try sections.list().map { (json) throws(Fault) in try Section(json) }
    } catch {
      throw FormProblem(file: file, line: error.line, fault: error.fault)
    }
    let last = file.split(separator: "/").last.map(String.init) ?? file
    name = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
  }

  fileprivate typealias Fault = LinedJSON.Fault
}

extension Form.Section {
  fileprivate init(_ json: LinedJSON) throws(LinedJSON.Fault) {
    let parts = try json.members(
      in: "a section", known: ["title", "limits", "sections", "if_known"] + Form.Source.keys)
    guard let title = parts.first(where: { $0.key == "title" }) else {
      throw LinedJSON.Fault(line: json.line, fault: "begins a section without 'title'")
    }
    self.title = try title.text()
    if let from = parts.first(where: { $0.key == "from" }) {
      if case .array = from.value.value {
        sources = try from.list().map { (json) throws(LinedJSON.Fault) in
          try Form.Source(json)
        }
      } else {
        sources = [try Form.Source(parts, line: json.line)]
      }
    }
    if let wish = parts.first(where: { $0.key == "if_known" }) {
      guard case .bool(let isWanted) = wish.value.value else {
        throw LinedJSON.Fault(
          line: wish.value.line,
          fault: "gives 'if_known' as \(wish.value.kind); it is true or false")
      }
      isIfKnown = isWanted
    }
    if let limits = parts.first(where: { $0.key == "limits" }) {
      for member in try limits.value.members(
        in: "'limits'", known: Form.Limit.Measure.allCases.map(\.rawValue))
      {
        self.limits.append(try Form.Limit(member))
      }
    }
    if let inner = parts.first(where: { $0.key == "sections" }) {
      sections = try inner.list().map { (json) throws(LinedJSON.Fault) in
        try Form.Section(json)
      }
    }
    guard !sources.isEmpty || !sections.isEmpty else {
      throw LinedJSON.Fault(
        line: json.line, fault: "begins a section that has neither 'from' nor 'sections'")
    }
  }
}

extension Form.Limit {
  fileprivate init(_ member: LinedJSON.Member) throws(LinedJSON.Fault) {
    guard let measure = Measure(rawValue: member.key), case .number(let most) = member.value.value,
      most > 0
    else {
      throw LinedJSON.Fault(
        line: member.value.line,
        fault: "gives '\(member.key)' as \(member.value.kind); it is a number above 0")
    }
    self.init(measure: measure, most: most)
  }
}

extension Form.Source {
  /// What a section may say of where its words come from.
  fileprivate static let keys = [
    "from", "key", "else", "facts", "roles", "kinds", "aspect", "as", "by",
  ]

  private static let plain: [(name: String, source: Form.Source)] = [
    ("people", .people), ("agenda", .agenda), ("questions", .questions),
    ("discussion", .discussion), ("presentations", .presentations), ("points", .points),
    ("arguments", .arguments), ("counts", .counts), ("moderation", .moderation),
    ("first_turns", .firstTurns), ("waiting", .waiting), ("polls", .polls),
    ("participation", .participation), ("gender", .gender), ("goals", .goals),
    ("documents", .documents), ("outcomes", .outcomes), ("assent", .assent),
    ("breakouts", .breakouts), ("messages", .messages), ("closing", .closing),
    ("timeline", .timeline),
  ]

  /// Every word that may stand behind `from`.
  public static var names: [String] {
    ["text", "facts", "holders", "notes", "speaking_time"] + plain.map(\.name)
  }

  fileprivate init(_ json: LinedJSON) throws(LinedJSON.Fault) {
    try self.init(try json.members(in: "a source", known: Self.keys), line: json.line)
  }

  fileprivate init(_ parts: [LinedJSON.Member], line: Int) throws(LinedJSON.Fault) {
    func part(_ key: String) -> LinedJSON.Member? { parts.first { $0.key == key } }
    func wanted(_ key: String, of name: String) throws(LinedJSON.Fault) -> LinedJSON.Member {
      guard let part = part(key) else {
        throw LinedJSON.Fault(line: line, fault: "takes from '\(name)' without '\(key)'")
      }
      return part
    }
    guard let from = part("from") else {
      throw LinedJSON.Fault(line: line, fault: "begins a source without 'from'")
    }
    let name = try from.text()
    switch name {
    case "text":
      let otherwise = try part("else")?.list() ?? []
      self = .text(
        key: try wanted("key", of: name).text(),
        otherwise: try otherwise.map { (json) throws(LinedJSON.Fault) in try Form.Source(json) })
    case "facts": self = .facts(try wanted("facts", of: name).words())
    case "holders": self = .holders(try wanted("roles", of: name).words())
    case "speaking_time": self = .speakingTime(try wanted("by", of: name).words())
    case "notes":
      var choice = Form.NoteChoice(kinds: try wanted("kinds", of: name).words())
      if let aspect = part("aspect") { choice.aspect = try aspect.word() }
      if let style = part("as") { choice.style = try style.word() }
      self = .notes(choice)
    default:
      guard let plain = Self.plain.first(where: { $0.name == name }) else {
        throw LinedJSON.Fault(
          line: from.value.line,
          fault: "takes from '\(name)'; there are \(Self.names.joined(separator: ", "))")
      }
      self = plain.source
    }
  }
}

extension LinedJSON.Member {
  fileprivate func list() throws(LinedJSON.Fault) -> [LinedJSON] {
    guard case .array(let items) = value.value else {
      throw LinedJSON.Fault(
        line: value.line, fault: "gives '\(key)' as \(value.kind); it is a list in brackets")
    }
    return items
  }

  /// One of the words that a choice has.
  fileprivate func word<Choice>() throws(LinedJSON.Fault) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    try Self.word(try text(), line: value.line, of: key)
  }

  fileprivate func words<Choice>() throws(LinedJSON.Fault) -> [Choice]
  where Choice: RawRepresentable<String> & CaseIterable {
    try list().map { (json) throws(LinedJSON.Fault) in
      guard case .string(let word) = json.value else {
        throw LinedJSON.Fault(
          line: json.line, fault: "has \(json.kind) in '\(key)', where words stand")
      }
      return try Self.word(word, line: json.line, of: key)
    }
  }

  private static func word<Choice>(
    _ word: String, line: Int, of key: String
  ) throws(LinedJSON.Fault) -> Choice where Choice: RawRepresentable<String> & CaseIterable {
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw LinedJSON.Fault(
        line: line, fault: "has '\(word)' in '\(key)'; there are \(known)")
    }
    return choice
  }
}
