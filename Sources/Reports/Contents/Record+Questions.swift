import SessionModel

extension Record {
  /// The policy questions in the order they were put, and who spoke to each.
  var questions: Document.Section {
    let questions = session.plan.orderedQuestions
    guard !questions.isEmpty else {
      return Document.Section("Policy questions", [.paragraph(notRecorded.capitalizedFirst + ".")])
    }
    let rows = questions.map { [$0.id.description, $0.text, speakers(to: $0.id)] }
    return Document.Section(
      "Policy questions",
      [
        .table(
          Document.Table(
            [.text("Id"), .text("Question"), .text("Groups that spoke to it")], rows: rows))
      ])
  }

  private func speakers(to question: QuestionID) -> String {
    let airtime = Airtime(
      session.floor.turns.filter {
        $0.question == question && rule(in: $0.segment) != .offTheRecord
      },
      in: self)
    guard !airtime.isEmpty else { return notRecorded }
    let (told, together) = airtime.sorted { session.people[$0.person]?.group }
    let order: [StakeholderGroup?] = StakeholderGroup.allCases + [nil]
    let names = order.filter { told[$0] != nil }.map { $0?.title ?? "group \(notRecorded)" }
    let others = together.isEmpty ? [] : ["speakers under the Chatham House Rule"]
    return (names + others).joined(separator: ", ")
  }
}
