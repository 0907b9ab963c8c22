import SessionModel

extension Record {
  /// The policy questions in the order they were put, and who spoke to each.
  var questions: Content {
    let questions = session.plan.orderedQuestions
    guard !questions.isEmpty else { return .nothing }
    let rows = questions.enumerated().map { place, question in
      [
        "\(place + 1)", ([question.text] + question.parts).joined(separator: " / "),
        speakers(to: question.id),
      ]
    }
    return Content(blocks: [
      .table(
        Document.Table(
          [.text("No."), .text("Question"), .text("Groups that spoke to it")], rows: rows,
          sources: questions.map(\.id.description)))
    ])
  }

  private func speakers(to question: QuestionID) -> String {
    let airtime = Airtime(keptTurns.filter { $0.question == question }, in: self)
    guard !airtime.isEmpty else { return notRecorded }
    let (told, together) = airtime.sorted { session.people[$0.person]?.group }
    let order: [StakeholderGroup?] = StakeholderGroup.allCases + [nil]
    let names = order.filter { told[$0] != nil }.map { $0?.title ?? "group \(notRecorded)" }
    let others = together.isEmpty ? [] : ["speakers under the Chatham House Rule"]
    return (names + others).joined(separator: ", ")
  }

  // MARK: What was said to each

  /// What was noted to each policy question, beside what has a section of its own in every form.
  var discussion: Content {
    let kinds: [Note.Kind] = [
      .argument, .note, .agreement, .partialAgreement, .disagreement, .question, .quote,
      .unresolved, .compromise, .thoughtProvoking,
    ]
    let notes = keptNotes.filter { kinds.contains($0.kind) }
    guard !notes.isEmpty else { return .nothing }
    let byQuestion = Dictionary(grouping: notes, by: \.binding.question)
    var sections = session.plan.orderedQuestions.enumerated().map { place, question in
      let heading = "\(place + 1). \(question.text)"
      guard let notes = byQuestion[question.id] else {
        return Document.Section(heading, [.paragraph(notRecorded.capitalizedFirst + ".")])
      }
      return Document.Section(heading, [.list(notes.map(item))])
    }
    if let others = byQuestion[nil] {
      guard !sections.isEmpty else { return .list(others.map(item)) }
      sections.append(Document.Section("Beside the questions", [.list(others.map(item))]))
    }
    return Content(sections: sections)
  }

  /// What was noted of each who framed the discussion, a paragraph a person.
  var presentations: Content {
    guard namesPeople else {
      return session.people.roll.isEmpty ? .nothing : .paragraph(promise + ".")
    }
    let framers = holders(of: [.speaker, .additionalSpeaker, .discussant])
    let notes = Dictionary(
      grouping: keptNotes.filter { rule(of: $0) == .attributed }
    ) {
      $0.binding.speaker
    }
    let own = framers.map { person in
      (person, (notes[person.id] ?? []).filter { $0.kind != .link && $0.kind != .parkingLot })
    }
    guard own.contains(where: { !$0.1.isEmpty }) else { return .nothing }
    let items = own.map { person, own in
      guard !own.isEmpty else {
        return Document.Item(
          notRecorded.capitalizedFirst, speaker: byline(person.id), source: person.id.description)
      }
      let text = own.map { $0.text.endingSentence }.joined(separator: " ")
      return Document.Item(
        text, speaker: byline(person.id), source: own.map(\.id.description).joined(separator: ", "))
    }
    return .list(items)
  }
}

extension String {
  /// With a full stop, unless it ends in one already.
  var endingSentence: String {
    guard let last, !".!?…".contains(last) else { return self }
    return self + "."
  }
}
