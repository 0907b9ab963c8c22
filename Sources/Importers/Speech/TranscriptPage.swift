import SessionModel

/// Reads captions as the forum publishes them: a head, then turns with their labels.
struct TranscriptPage {
  static func read(
    _ source: SourceText, labels: Captions.Labels, confidence: Double
  ) -> Reading {
    var reading = Reading(.transcript, confidence: confidence)
    let bytes = Repeats.emptied(
      in: source.looksLikePage ? joined(source.lines()) : source.bytes)
    let (turns, head) = Captions.turns(in: bytes, labels: labels)
    reading.turns = turns
    // Without a mark a first line that is speech is no title.
    if head == 0, bytes.first != UInt8(ascii: ">"), turns.first?.line == 1,
      !bytes.prefix(2000).contains(UInt8(ascii: ">"))
    {
      return reading
    }
    let lines = SourceText.head(of: bytes, lines: head)
    TranscriptHead.read(lines, into: &reading)
    return reading
  }

  private static func joined(_ lines: [Line]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.text.utf8
      bytes.append(0x0A)
    }
    return bytes
  }
}

extension SourceText {
  /// The first lines of a text, or all that stands before a first turn on the first line.
  static func head(of bytes: [UInt8], lines count: Int) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var number = 1
    while start < bytes.count, number <= min(max(count, 1), 80) {
      let end = bytes[start...].prefix(4000).firstIndex(of: 0x0A) ?? min(bytes.count, start + 4000)
      var line = bytes[start..<end]
      if count == 0 {
        // Everything on one line.
        line = line.prefix { $0 != UInt8(ascii: ">") }
        if let notice = notices.compactMap({ line.firstRange(of: $0) }).min() {
          line = line[..<notice]
        }
      }
      if let line = Line(plain: line, number) { lines.append(line) }
      start = end + 1
      number += 1
    }
    return lines
  }
}

/// What the notice above a transcript begins with.
private let notices = ["The following is the ", "The following are the ", "This is the output"].map
{
  Array($0.utf8)
}

extension ArraySlice<UInt8> {
  /// Where those bytes stand in it for the first time.
  fileprivate func firstRange(of bytes: [UInt8]) -> Int? {
    indices.first { self[$0] == bytes[0] && self[$0...].starts(with: bytes) }
  }
}

/// What stands above a transcript: its title, its day and its time.
enum TranscriptHead {
  static func read(_ lines: [Line], into reading: inout Reading) {
    var day: (StatedDay, Line)?
    var clock: (StatedClock, Line)?
    if let numbered = lines.first(where: { line in
      line.text.utf8.count < 300
        && TitleShape(line.text).map { $0.number != nil && !$0.title.isEmpty } ?? false
    }) {
      takeTitle(numbered, into: &reading)
    }
    for line in lines where line.text.utf8.count < 300 {
      let key = line.text.wordKey
      guard !key.isEmpty, !generic.contains(key), !key.hasPrefix("the following"),
        !key.hasPrefix("note the following"), !line.text.isSiteNotice, !line.text.isForumAlone
      else { continue }
      let isForum = key.hasSuffix("internet governance forum") && key.utf8.count < 60
      let dates = DatesInLine(line.text)
      if let found = dates.days.first, day == nil || (day?.0.year == nil && found.day.year != nil) {
        day = (found.day, line)
      }
      if let found = dates.clocks.first, clock == nil, isTrustworthy(found.clock, dates) {
        clock = (found.clock, line)
      }
      if dates.isMostlyDates, !dates.days.isEmpty || !dates.clocks.isEmpty { continue }
      if reading.title == nil, !isForum { takeTitle(line, into: &reading) }
      if reading.year == nil, let year = line.text.forumYear {
        reading.year = Found(year, raw: line.text, line: line.number)
      }
      if reading.room == nil, line.text.utf8.count < 40, line.text.looksLikeRoom,
        reading.title?.line != line.number
      {
        reading.room = Found(line.text, raw: line.text, line: line.number, isHeaded: false)
      }
    }
    set(day, clock, in: &reading)
  }

  /// A time alone may be anything; with a half of the day, a colon or an end it is one.
  private static func isTrustworthy(_ clock: StatedClock, _ dates: DatesInLine) -> Bool {
    !dates.days.isEmpty || clock.end != nil || clock.zone != nil || dates.isMostlyDates
  }

  private static func set(
    _ day: (StatedDay, Line)?, _ clock: (StatedClock, Line)?, in reading: inout Reading
  ) {
    guard let (day, line) = day, let year = day.year ?? reading.year?.value else { return }
    if reading.year == nil { reading.year = Found(year, raw: line.text, line: line.number) }
    guard let (clock, clockLine) = clock,
      let start = StatedTime(
        day, year: year, minutes: clock.start, offset: clock.offset, zone: clock.zone)
    else { return }
    reading.start = Found(start, raw: clockLine.text, line: clockLine.number)
    if let end = clock.end,
      let end = StatedTime(day, year: year, minutes: end, offset: clock.offset, zone: clock.zone)
    {
      reading.end = Found(end, raw: clockLine.text, line: clockLine.number)
    }
    if clock.offset == nil { reading.warn(clockLine.number, "no time zone stands by the times") }
  }

  private static func takeTitle(_ line: Line, into reading: inout Reading) {
    var title = line.text
    if let dayless = title.withoutForumDay, let shape = TitleShape(dayless), shape.number != nil,
      !shape.title.isEmpty
    {
      if let year = title.forumYear { reading.year = Found(year, raw: title, line: line.number) }
      take(shape, line, into: &reading)
      reading.title = Found(shape.title, raw: title, line: line.number, isHeaded: false)
      return
    }
    let parts = title.separated(by: [" - ", " – ", " — "])
    if parts.count > 1, parts[0].forumYear != nil, parts[0].utf8.count < 12 {
      var rest = parts.dropFirst()
      while rest.count > 1, let first = rest.first, isPlace(first) {
        if first.looksLikeRoom, !first.lowercased().hasPrefix("day") {
          reading.room = Found(first, raw: title, line: line.number)
        }
        rest = rest.dropFirst()
      }
      let tail = rest.joined(separator: " - ")
      if rest.count < parts.count - 1, let shape = TitleShape(tail), !shape.title.isEmpty {
        take(shape, line, into: &reading)
        title = shape.title
      } else if rest.count < parts.count - 1, TitleShape(tail) == nil {
        title = tail
      } else if let shape = TitleShape(tail), !shape.title.isEmpty {
        take(shape, line, into: &reading)
      }
    } else if let shape = TitleShape(title), !shape.title.isEmpty {
      take(shape, line, into: &reading)
      title = shape.title
    } else {
      for part in parts.dropFirst() {
        if let shape = TitleShape(part), shape.number != nil { take(shape, line, into: &reading) }
      }
    }
    reading.title = Found(title, raw: line.text, line: line.number, isHeaded: false)
  }

  private static func take(_ shape: TitleShape, _ line: Line, into reading: inout Reading) {
    if let year = shape.year { reading.year = Found(year, raw: line.text, line: line.number) }
    if let type = shape.type { reading.type = Found(type, raw: line.text, line: line.number) }
    if let number = shape.number {
      reading.number = Found(number, raw: line.text, line: line.number)
    }
  }

  private static func isPlace(_ part: String) -> Bool {
    let words = part.tokens(limit: 8)
    if words.first?.word == "day", words.count == 2, words[1].number != nil { return true }
    return part.looksLikeRoom && part.utf8.count < 40
  }

  private static let generic: Set<String> = [
    "internet governance forum", "finished file", "finished copy", "raw file", "raw copy",
    "realtime file", "rough edited copy", "unedited", "transcript", "captioning", "igf",
    "rough draft",
    "real time captioning", "unedited copy", "edited copy", "final", "draft", "raw",
    "finished transcript",
    "rough draft copy", "live captioning", "full transcript", "unofficial transcript",
  ]
}
