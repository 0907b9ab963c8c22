import SessionModel

/// Brings listed people together with those on a roll: one record a person.
///
/// Two are the same when their names are and their affiliations do not differ.
struct RollMerging {
  private var records: [Record] = []
  private var byName: [String: Namesakes] = [:]
  private var warnings: [ImportWarning] = []

  /// Somebody on the roll, or to be put there.
  private struct Record {
    /// `nil` for somebody new.
    var id: PersonID?
    var name: String
    /// What is known, with what the list adds.
    var details: PersonDetails
    /// What the list adds.
    var changes = PersonDetails()
  }

  /// The records of one name.
  private struct Namesakes {
    /// More than that nobody needs to know.
    var firstTwo: [Int] = []
    /// Those without an affiliation.
    var open: [Int] = []
    var byAffiliation: [String: [Int]] = [:]

    mutating func take(_ record: Record, at index: Int) {
      if firstTwo.count < 2 { firstTwo.append(index) }
      if let affiliation = record.details.affiliation {
        byAffiliation[affiliation.wordKey, default: []].append(index)
      } else {
        open.append(index)
      }
    }

    /// One of them has an affiliation from now on.
    mutating func close(_ index: Int, with affiliation: String) {
      open.removeAll { $0 == index }
      byAffiliation[affiliation.wordKey, default: []].append(index)
    }
  }

  init(with roll: Register<Person>) {
    for person in roll {
      var details = PersonDetails()
      details.affiliation = person.affiliation
      details.position = person.position
      details.group = person.group
      details.region = person.region
      details.channel = person.channel
      details.status = person.status
      details.roles = person.roles
      append(Record(id: person.id, name: person.name, details: details))
    }
  }

  /// What is to be asked, in the order of the roll and the list, and what to look at.
  var imported: Imported {
    var imported = Imported()
    imported.intents = records.compactMap { record in
      guard let id = record.id else {
        return .people(.add(name: record.name, details: record.changes))
      }
      return record.changes.isEmpty ? nil : .people(.change(id, record.changes))
    }
    imported.warnings = warnings
    return imported
  }

  mutating func warn(_ line: Int, _ message: String) {
    warnings.append(ImportWarning(line: line, message))
  }

  mutating func take(_ listed: ListedPerson) {
    for message in listed.warnings { warn(listed.line, message) }
    let namesakes = byName[listed.name.nameKey] ?? Namesakes()
    let same = same(as: listed, among: namesakes)
    if same.count > 1 {
      warn(listed.line, "'\(listed.name)' is more than one person on the roll; left out")
    } else if let index = same.first {
      merge(listed, into: index)
    } else {
      if !namesakes.firstTwo.isEmpty {
        warn(listed.line, "'\(listed.name)' has another affiliation; taken for another person")
      }
      append(
        Record(id: nil, name: listed.name, details: listed.details, changes: listed.details))
    }
  }

  private mutating func append(_ record: Record) {
    byName[record.name.nameKey, default: Namesakes()].take(record, at: records.count)
    records.append(record)
  }

  /// Whoever it could be.
  private func same(as listed: ListedPerson, among namesakes: Namesakes) -> [Int] {
    guard let affiliation = listed.details.affiliation else { return namesakes.firstTwo }
    return namesakes.open + (namesakes.byAffiliation[affiliation.wordKey] ?? [])
  }

  private mutating func merge(_ listed: ListedPerson, into index: Int) {
    if let affiliation = listed.details.affiliation, records[index].details.affiliation == nil {
      byName[listed.name.nameKey]?.close(index, with: affiliation)
    }
    fill(\.affiliation, "affiliation", listed, index) { $0 }
    fill(\.position, "position", listed, index) { $0 }
    fill(\.group, "group", listed, index, \.title)
    fill(\.region, "region", listed, index, \.title)
    follow(\.channel, listed, index)
    follow(\.status, listed, index)
    let held = records[index].details.roles ?? []
    let more = (listed.details.roles ?? []).filter { !held.contains($0) }
    if !more.isEmpty { set(\.roles, to: held + more, index) }
  }

  /// What is not known is filled in; what is known stays.
  private mutating func fill<Value: Equatable>(
    _ field: WritableKeyPath<PersonDetails, Value?>, _ what: String, _ listed: ListedPerson,
    _ index: Int, _ words: (Value) -> String
  ) {
    guard let value = listed.details[keyPath: field] else { return }
    guard let known = records[index].details[keyPath: field] else {
      return set(field, to: value, index)
    }
    if words(known).wordKey != words(value).wordKey {
      warn(
        listed.line,
        "'\(listed.name)' has the \(what) '\(words(known))'; '\(words(value))' was left out")
    }
  }

  /// The latest word counts.
  private mutating func follow<Value: Equatable>(
    _ field: WritableKeyPath<PersonDetails, Value?>, _ listed: ListedPerson, _ index: Int
  ) {
    guard let value = listed.details[keyPath: field] else { return }
    if records[index].details[keyPath: field] != value { set(field, to: value, index) }
  }

  private mutating func set<Value>(
    _ field: WritableKeyPath<PersonDetails, Value?>, to value: Value, _ index: Int
  ) {
    records[index].details[keyPath: field] = value
    records[index].changes[keyPath: field] = value
  }
}

extension String {
  /// The name without case, so that one typed in capitals is the same.
  fileprivate var nameKey: String { lowercased() }
}
