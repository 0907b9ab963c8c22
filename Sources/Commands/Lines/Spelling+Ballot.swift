import SessionModel

extension Spelling<Ballot> {
  /// `A,C`, `A=2,B=1` where marks are numbers, `A=3:7` across and up, `A>C>B` in order, `A/B` of a
  /// pair, or `blank`.
  static var ballot: Self {
    Spelling(kind: .ballot) { word, _ in
      if word.lowercased() == "blank" { return Ballot() }
      if word.contains(">") {
        let ids = word.split(separator: ">", omittingEmptySubsequences: false).map(Self.name)
        return ids.contains(nil) || Set(ids).count < ids.count
          ? nil : Ballot(ranking: ids.compactMap(\.self))
      }
      var ballot = Ballot()
      for mark in word.split(separator: ",", omittingEmptySubsequences: false) {
        let parts = mark.split(separator: "=", omittingEmptySubsequences: false)
        guard let id = Self.name(parts[0]), parts.count <= 2, ballot.marks[id] == nil,
          Self.mark(parts.count == 2 ? parts[1] : "1", of: id, in: &ballot)
        else { return nil }
      }
      return ballot
    } write: { ballot in
      ballot.marks.isEmpty ? "blank" : ballot.marksText
    }
  }

  /// A letter, a number, or two of them as a pair: `A`, `12`, `A/B`.
  private static func name(_ word: Substring) -> Choice.ID? {
    let sides = word.uppercased().split(separator: "/", omittingEmptySubsequences: false)
    let areNames = sides.allSatisfy { side in
      Choice.letters.contains(String(side)) || Int(side).map { $0 > 0 && "\($0)" == side } ?? false
    }
    return areNames && sides.count <= 2 ? sides.joined(separator: "/") : nil
  }

  private static func mark(_ word: Substring, of id: Choice.ID, in ballot: inout Ballot) -> Bool {
    let sides = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard let last = sides.last, let number = last, sides.count <= 2 else { return false }
    ballot.marks[id] = number
    guard sides.count == 2 else { return true }
    guard let across = sides[0] else { return false }
    ballot.across = (ballot.across ?? [:]).merging([id: across]) { $1 }
    return true
  }
}

extension Part<Ballot> {
  /// Marks in their place, words and a number as options; at least one of them.
  static var ballot: Self {
    let marks = Part<Ballot?>.word(optional: "ballot", .ballot)
    let words = Part<[String]?>.options("word", .text, empty: "no-words")
    let number = Part<Amount?>.option("number", .amount)
    return Part(
      parameters: marks.parameters + words.parameters.dropLast() + number.parameters
    ) { arguments throws(CommandError) in
      let marked = try marks.read(&arguments)
      let said = try words.read(&arguments) ?? []
      let amount = try number.read(&arguments)
      if marked == nil, said.isEmpty, amount == nil {
        throw arguments.missing(Parameter.Kind.ballot.wanted)
      }
      var ballot = marked ?? Ballot()
      ballot.words = said.isEmpty ? nil : said
      ballot.number = amount
      return ballot
    } write: { ballot in
      let isMarked = !ballot.marks.isEmpty || ballot.isBlank
      return marks.write(isMarked ? ballot : nil) + words.write(ballot.words)
        + number.write(ballot.number)
    }
  }
}

extension Spelling<Amount> {
  /// As `40` or `-2.5`.
  static var amount: Self {
    Spelling(kind: .number) { word, _ in
      Amount(word)
    } write: {
      $0.description
    }
  }
}
