/// Cuts captions and transcripts into turns, one for each label.
///
/// Works on bytes, in one pass, since a day of captions is long.
struct Captions {
  /// How a label may look.
  enum Labels {
    /// `>> NAME:`, a bare `>>`, and `NAME:` in capitals.
    case chevrons
    /// `NAME:` in capitals.
    case capitals
    /// `Full Name:` too.
    case names
  }

  private let bytes: [UInt8]
  private let labels: Labels
  private var turns: [SpokenTurn] = []
  private var label: String?
  private var bodyStart: Int?
  private var bodyLine = 0
  private var line = 1
  /// How many lines precede the first turn.
  private(set) var head = 0
  private var known: Set<String> = []
  /// What was found out about what stands before colons; few people say most of it.
  private var judged: [Candidate: String?] = [:]

  private struct Candidate: Hashable {
    var bytes: ArraySlice<UInt8>
    var isMarked: Bool
    var hasSemicolon: Bool
  }
  /// Whether `>>` begins the turns, so that what stands above the first is the page's head.
  private var isMarkedThroughout = false

  /// The turns of a text, and how many of its lines stand before the first.
  static func turns(
    in bytes: [UInt8], labels: Labels, knowing names: Set<String> = []
  ) -> (turns: [SpokenTurn], head: Int) {
    var captions = Captions(bytes: bytes, labels: labels, known: names)
    captions.read()
    return (captions.turns, captions.head)
  }

  /// The turns of lines, numbered as those are.
  static func turns(in lines: [Line], labels: Labels, knowing names: Set<String>) -> [SpokenTurn] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.text.utf8
      bytes.append(0x0A)
    }
    var turns = turns(in: bytes, labels: labels, knowing: names).turns
    for index in turns.indices where turns[index].line <= lines.count {
      turns[index].line = lines[turns[index].line - 1].number
    }
    return turns
  }

  private init(bytes: [UInt8], labels: Labels, known: Set<String>) {
    self.bytes = bytes
    self.labels = labels
    self.known = known
    isMarkedThroughout = Self.marks(in: bytes) > 1
  }

  private static func marks(in bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropLast() where bytes[index] == 0x3E && bytes[index + 1] == 0x3E {
      count += 1
      if count > 1 { break }
    }
    return count
  }

  private mutating func read() {
    var index = 0
    var isLineStart = true
    var sinceBreak = 0
    var isLong = isLong(at: 0)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        isLineStart = true
        sinceBreak = 0
        index += 1
        isLong = self.isLong(at: index)
        continue
      }
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&"), let after = chevrons(at: index) {
        begin(at: index, from: after, isMarked: true)
        index = bodyStart ?? after
        isLineStart = false
        sinceBreak = 1
        continue
      }
      if byte > 0x20, isLineStart {
        isLineStart = false
        if !isMarkedThroughout || bodyStart != nil,
          let (name, after) = label(at: index, isMarked: false)
        {
          close(at: index)
          open(name, at: after)
          index = after
          continue
        }
      } else if byte > 0x20, sinceBreak > 400 || isLong, canStand(at: index),
        let (name, after) = label(at: index, isMarked: false),
        sinceBreak > 400 && name.isInCapitals || isLong && known.contains(name.personKey)
      {
        // Everything on one line: a label stands behind the end of a sentence.
        close(at: index)
        open(name, at: after)
        sinceBreak = 400
        index = after
        continue
      }
      sinceBreak += 1
      index += 1
    }
    close(at: bytes.count)
    if bodyStart == nil { head = line }
  }

  /// Whether the line that begins there is too long for a paragraph, so that whoever is known to
  /// speak may do so within it.
  private func isLong(at index: Int) -> Bool {
    !known.isEmpty && bytes.count - index > Self.paragraph
      && !bytes[index..<(index + Self.paragraph)].contains(0x0A)
  }

  /// More bytes than that are no paragraph.
  private static let paragraph = 4000

  /// Whether a sentence ended just before.
  private func canStand(at index: Int) -> Bool {
    guard index >= 2, bytes[index - 1] == 0x20,
      (0x41...0x5A).contains(bytes[index]) || bytes[index] > 0x7F
    else { return false }
    var before = index - 2
    while before > 0, bytes[before] == 0x20 { before -= 1 }
    return [0x2E, 0x3F, 0x21, 0x29, 0x22, 0x5D, 0x2D, 0x9D].contains(bytes[before])
  }

  /// Where `>>`, `> >` or `&gt;&gt;` ends.
  private mutating func chevrons(at index: Int) -> Int? {
    func one(_ place: Int) -> Int? {
      guard place < bytes.count else { return nil }
      if bytes[place] == UInt8(ascii: ">") { return place + 1 }
      return bytes[place...].starts(with: "&gt;".utf8) ? place + 4 : nil
    }
    guard var end = one(index) else { return nil }
    let first = end
    if end < bytes.count, bytes[end] == 0x20, one(end + 1) != nil { end += 1 }
    guard let second = one(end) else {
      // One sign alone, where a name follows it.
      guard isAtLineStart(index), let (name, _) = label(at: skipSpaces(first), isMarked: false),
        name.isInCapitals
      else { return nil }
      return first
    }
    end = second
    while let more = one(end) { end = more }
    return end
  }

  private func isAtLineStart(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    return before < 0 || bytes[before] == 0x0A
  }

  private func skipSpaces(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  private mutating func begin(at index: Int, from after: Int, isMarked: Bool) {
    close(at: index)
    let start = skipSpaces(after)
    if let (name, end) = label(at: start, isMarked: isMarked) {
      open(name, at: end)
    } else {
      open(nil, at: start)
    }
  }

  private mutating func open(_ name: String?, at index: Int) {
    if turns.isEmpty, bodyStart == nil { head = line - 1 }
    label = name
    bodyStart = index
    bodyLine = line
  }

  /// Ends the running turn; a bare mark with nothing behind it was none.
  private mutating func close(at end: Int) {
    guard let start = bodyStart else { return }
    let (text, words) = Self.speech(bytes[min(start, end)..<end])
    guard words > 0 || label != nil else { return }
    turns.append(
      SpokenTurn(speaker: label, start: nil, end: nil, words: words, text: text, line: bodyLine))
  }

  /// The words with one space between them, and how many they are; rules of stars are left out.
  static func speech(_ bytes: ArraySlice<UInt8>) -> (String, Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var words = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
      let start = index
      var isRule = true
      while index < bytes.endIndex, bytes[index] > 0x20 {
        if bytes[index] != 0x2A, bytes[index] != 0x5F { isRule = false }
        index += 1
      }
      guard index > start, !(isRule && index - start >= 3) else { continue }
      if words > 0 { result.append(0x20) }
      result += bytes[start..<index]
      words += 1
    }
    return (String(decoding: result, as: UTF8.self), words)
  }

  // MARK: Labels

  /// A label and where the speech behind its colon begins.
  private mutating func label(at start: Int, isMarked: Bool) -> (String, Int)? {
    var start = start
    // Bold type.
    while start < bytes.count,
      bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_")
    {
      start += 1
    }
    guard start < bytes.count, isLetter(bytes[start]) || (isMarked && bytes[start] == 0x28) else {
      return nil
    }
    var end = start
    var spaces = 0
    while end < bytes.count, end - start <= 80 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ":") || (byte == UInt8(ascii: ";") && isMarked) { break }
      guard byte != 0x0A, byte != 0x3F, byte != 0x21, byte != 0x3E, byte != 0x3C else { return nil }
      if byte == 0x20 { spaces += 1 }
      guard spaces <= 8 else { return nil }
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: ";")
    else {
      return nil
    }
    // `10:30` and `http://` are no labels.
    if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "/") { return nil }
    guard let name = judge(start..<end, isMarked: isMarked) else { return nil }
    var after = end + 1
    while after < bytes.count,
      bytes[after] == UInt8(ascii: "*") || bytes[after] == UInt8(ascii: "_")
    {
      after += 1
    }
    return (name, after)
  }

  /// The name that stands there; `nil` where it is none.
  private mutating func judge(_ place: Range<Int>, isMarked: Bool) -> String? {
    let candidate = Candidate(
      bytes: bytes[place], isMarked: isMarked,
      hasSemicolon: bytes[place.upperBound] == UInt8(ascii: ";"))
    if let judged = judged[candidate] { return judged }
    let name = String(decoding: candidate.bytes, as: UTF8.self)
      .filter { $0 != "*" && $0 != "_" }.squeezed
    let isName = accepts(name, isMarked: isMarked, hasSemicolon: candidate.hasSemicolon)
    if judged.count > 4096 { judged = [:] }
    judged[candidate] = .some(isName ? name : nil)
    return isName ? name : nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3
  }

  private func accepts(_ name: String, isMarked: Bool, hasSemicolon: Bool) -> Bool {
    guard name.utf8.count >= 2, !name.isSessionNumber,
      !name.contains(". ") || name.isInCapitals || name.looksLikeLabel
    else {
      return false
    }
    if hasSemicolon { return name.isInCapitals && name.looksLikeLabel }
    if name.isInCapitals {
      return isMarked || !Self.noSpeakers.contains(name.wordKey) && name.looksLikeLabel
    }
    if isMarked { return name.looksLikeLabel || known.contains(name.personKey) }
    guard case .names = labels else { return false }
    return known.contains(name.personKey)
      || name.looksLikeLabel && !Self.noSpeakers.contains(name.wordKey)
  }

  /// What stands before a colon in captions and is nobody.
  private static let noSpeakers: Set<String> = [
    "note", "notes", "disclaimer", "time", "date", "location", "session", "event", "title", "url",
    "subject", "room", "http", "https", "www", "copyright", "link", "website", "email", "e mail",
    "q",
    "a", "venue", "agenda", "topic", "theme", "workshop", "day", "attention", "warning", "question",
    "questions", "answer", "example", "first", "second", "third", "finally", "summary",
    "services provided by",
    "captioned by", "captioning provided by", "number", "point", "ps", "nb", "re", "cc", "to",
    "from",
    "participants", "speakers", "panelists", "organizers", "rapporteur", "keynote", "start", "end",
    "start time", "end time", "duration", "language", "recording", "transcript", "overview",
    "purpose",
    "tone", "key points", "explanation", "evidence", "topics", "thank you", "and", "so", "but",
    "yes", "no",
  ]
}

extension String {
  /// `WS 77`: a session, not somebody.
  fileprivate var isSessionNumber: Bool {
    utf8.contains { (0x30...0x39).contains($0) } && TitleShape(self)?.number != nil
  }

  /// Whether it has capitals and hardly a small letter: `McDONALD` and `DE la CRUZ` count.
  var isInCapitals: Bool {
    var capitals = 0
    var small = 0
    for scalar in unicodeScalars where scalar.properties.isAlphabetic {
      if scalar.properties.isLowercase { small += 1 } else { capitals += 1 }
    }
    guard capitals >= 2 else { return false }
    if small == 0 { return true }
    let words = split(separator: " ")
    return words.allSatisfy { word in
      let letters = word.unicodeScalars.filter(\.properties.isAlphabetic)
      let lower = letters.count { $0.properties.isLowercase }
      return lower == 0 || Names.particles.contains(word.lowercased())
        || (lower <= 2 && letters.count - lower >= 3)
    } && words.contains { $0.unicodeScalars.count { $0.properties.isUppercase } >= 2 }
  }

  /// Whether it could stand before a colon as who speaks: `Speaker 2`, `Jo Doe (remote)`.
  var looksLikeLabel: Bool {
    var text = self
    while let open = text.firstIndex(where: { "([".contains($0) }) {
      guard let close = text[open...].firstIndex(where: { ")]".contains($0) }) else { return false }
      text.removeSubrange(open...close)
    }
    let words = text.split(whereSeparator: { " /&,".contains($0) })
    guard (1...8).contains(words.count) else { return false }
    var capitals = 0
    for word in words {
      if word.allSatisfy(\.isNumber) { continue }
      guard
        let first = word.unicodeScalars.first(where: { !"'\"‘’“”-–—.".unicodeScalars.contains($0) })
      else { continue }
      if first.properties.generalCategory == .uppercaseLetter
        || first.properties.generalCategory == .otherLetter
      {
        capitals += 1
      } else if !Names.particles.contains(word.lowercased()), word != "and", word != "from",
        word != "of",
        word != "the", word != "for"
      {
        return false
      }
    }
    return capitals > 0 && capitals * 2 >= words.count
  }
}
