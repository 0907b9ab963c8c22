/// Reads transcripts in which a line with a name and a time stands above what was said.
enum TimedTranscript {
  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var reading = Reading(.transcript, confidence: confidence)
    var head: [Line] = []
    var texts: [[UInt8]] = []
    var known = KnownNames()
    var stamped = KnownNames()
    for line in source.speechLines() {
      if line.text.couldBeTimed, let heading = TimedName(line.text, known: &known) {
        reading.turns.append(
          SpokenTurn(
            speaker: heading.name, start: Double(heading.seconds), end: nil, words: 0, text: "",
            line: line.number))
        texts.append([])
      } else if let said = StampedLine(line.text, known: &stamped) {
        reading.turns.append(
          SpokenTurn(
            speaker: said.name, start: Double(said.seconds), end: nil, words: 0, text: "",
            line: line.number))
        texts.append(Array((said.text + " ").utf8))
      } else if texts.isEmpty {
        head.append(line)
      } else {
        texts[texts.count - 1] += line.text.utf8
        texts[texts.count - 1].append(0x20)
      }
    }
    for index in texts.indices {
      let (text, words) = Captions.speech(texts[index][...])
      reading.turns[index].text = text
      reading.turns[index].words = words
      if index + 1 < texts.count { reading.turns[index].end = reading.turns[index + 1].start }
    }
    TranscriptHead.read(head, into: &reading)
    return reading
  }
}

extension SourceText {
  /// The lines that hold anything, Markdown left in those that are too long to say who speaks.
  fileprivate func speechLines() -> [Line] {
    guard !looksLikePage else { return lines() }
    var lines: [Line] = []
    var number = 0
    for bytes in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      if bytes.count < 100 || bytes.contains(UInt8(ascii: "*")) || bytes.contains(0x5D) {
        if let line = Line(plain: bytes, number) { lines.append(line) }
      } else {
        lines.append(Line(number: number, text: String(decoding: bytes, as: UTF8.self)))
      }
    }
    return lines
  }
}

extension String {
  /// Whether a time could stand at one of its ends.
  fileprivate var couldBeTimed: Bool {
    guard utf8.count < 90, let first = utf8.first, let last = utf8.last else { return false }
    func isTime(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || "()[]".utf8.contains(byte)
    }
    return isTime(first) || isTime(last) || last == UInt8(ascii: ":")
  }
}
