import SessionModel

extension Spelling<Ballot> {
  /// `A,C`, `A=2,B=1` where marks are numbers, or `blank`.
  static var ballot: Self {
    Spelling(kind: .ballot) { word, _ in
      if word.lowercased() == "blank" { return Ballot() }
      var marks: [Choice.ID: Int] = [:]
      for mark in word.split(separator: ",", omittingEmptySubsequences: false) {
        let parts = mark.split(separator: "=", omittingEmptySubsequences: false)
        let id = parts[0].uppercased()
        guard Choice.letters.contains(id), parts.count <= 2, marks[id] == nil,
          let number = parts.count == 2 ? Int(parts[1]) : 1
        else { return nil }
        marks[id] = number
      }
      return Ballot(marks: marks)
    } write: { ballot in
      guard !ballot.isBlank else { return "blank" }
      return ballot.marks.sorted { $0.key < $1.key }
        .map { $0.value == 1 ? $0.key : "\($0.key)=\($0.value)" }
        .joined(separator: ",")
    }
  }
}
