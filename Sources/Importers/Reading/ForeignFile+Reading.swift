import SessionModel

extension ForeignFile {
  /// What the file says, as what it is taken for or is said to be.
  ///
  /// Throws why nothing of it is imported.
  public func reading(as kind: DocumentKind? = nil) throws(ImportFailure) -> Reading {
    let text = try text()
    let source = SourceText(text.text)
    guard source.bytes.contains(where: { $0 > 0x20 }) else { throw .empty(file: name) }
    var reading = try read(source, as: kind)
    if text.isGuessed {
      reading.warnings.insert(
        ImportWarning(line: 1, "this is not UTF-8; it was read as Latin-1"), at: 0)
    }
    guard !reading.isEmpty else { throw .nothingRecognised(file: name) }
    return reading
  }

  /// Its lines as they are numbered in a reading; empty where it is no text.
  public var lines: [String] {
    guard let text = try? text() else { return [] }
    var lines = SourceText(text.text).bytes.split(
      separator: 0x0A, omittingEmptySubsequences: false)
    // What ends the last line begins none.
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self).tidied }
  }

  private func read(_ source: SourceText, as kind: DocumentKind?) throws(ImportFailure) -> Reading {
    var verdict = Recogniser.recognise(source)
    if let kind, verdict?.kind != kind {
      verdict = Recogniser.Verdict(kind: kind, layout: kind.usualLayout, confidence: 1)
    }
    guard let verdict else { throw .nothingRecognised(file: name) }
    let confidence = kind == nil ? verdict.confidence : 1
    switch verdict.layout {
    case .page:
      return SessionPage.read(
        Unfolding.unfold(Repeats.dropped(from: source.lines())), as: verdict.kind,
        confidence: confidence)
    case .analysis:
      return AnalysisPage.read(
        Unfolding.unfold(Repeats.dropped(from: source.lines())), confidence: confidence)
    case .agenda:
      return AgendaPage.read(
        Unfolding.unfold(Repeats.dropped(from: source.lines())), confidence: confidence)
    case .chevrons: return TranscriptPage.read(source, labels: .chevrons, confidence: confidence)
    case .capitals: return TranscriptPage.read(source, labels: .capitals, confidence: confidence)
    case .names: return TranscriptPage.read(source, labels: .names, confidence: confidence)
    case .timedNames: return TimedTranscript.read(source, confidence: confidence)
    case .cues: return CueFile.read(source, confidence: confidence)
    case .chat: return ChatLog.read(source, confidence: confidence)
    case .cards: return CardFile.read(source, confidence: confidence)
    case .calendar: return CalendarFile.read(source, confidence: confidence)
    case .table: return try AttendanceList.read(self, confidence: confidence)
    }
  }
}

extension DocumentKind {
  fileprivate var usualLayout: Recogniser.Layout {
    switch self {
    case .proposal, .report: .page
    case .agenda: .agenda
    case .transcript: .names
    case .captions: .cues
    case .people: .table
    case .chat: .chat
    case .calendar: .calendar
    }
  }
}

extension Reading {
  /// Whether nothing at all was understood.
  var isEmpty: Bool {
    title == nil && number == nil && start == nil && format == nil && holders.isEmpty
      && questions.isEmpty && goals.isEmpty && agenda.isEmpty && sessions.allSatisfy(\.isEmpty)
      && takeaways.isEmpty && callsToAction.isEmpty && turns.isEmpty && remarks.isEmpty
      && messages.isEmpty && attendance.isEmpty && statedFigures.isEmpty
  }
}
