/// Reads transcripts in which a line with a name and a time stands above what was said.
enum TimedTranscript {
  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var reading = Reading(.transcript, confidence: confidence)
    var head: [Line] = []
    var texts: [[UInt8]] = []
    for line in source.lines() {
      if let heading = TimedName(line.text) {
        reading.turns.append(
          SpokenTurn(
            speaker: heading.name, start: Double(heading.seconds), end: nil, words: 0, text: "",
            line: line.number))
        texts.append([])
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
