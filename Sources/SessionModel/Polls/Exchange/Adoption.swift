extension Session {
  /// Takes in a poll that was taken elsewhere, with its ballots; it is closed at once.
  func adopt(
    _ text: String, _ method: PollMethod, _ choices: [Choice], _ papers: [BallotBox.Counted]
  ) throws(Refusal) -> Decision {
    let id: PollID = serials.next()
    let poll = Poll(id: id, text: text, method: method, choices: choices, secrecy: .anonymous)
    for paper in papers {
      guard paper.count > 0 else { throw .countNegative }
      try check(paper.ballot, in: poll)
    }
    return Decision(
      .poll(
        .adopted(
          poll: id, text: text, method: method, choices: choices, box: BallotBox(of: papers))))
  }
}
