/// Policy questions out of the lines below their heading.
struct QuestionList {
  private var lines: [Line] = []

  var isEmpty: Bool { lines.isEmpty }
  var count: Int { lines.count }

  /// Whether one of them asks.
  private(set) var asks = false
  /// Whether they are points of a list.
  private(set) var isList = false
  /// Whether paragraphs that do not ask are none of them.
  var mustAsk = false

  mutating func add(_ line: Line) {
    lines.append(line)
    asks = asks || line.text.utf8.contains(0x3F)
    isList = isList || line.isBullet || ListMark(line.text) != nil
  }

  /// The questions, each once: points of a list where there is one, else paragraphs, else sentences.
  func questions(isHeaded: Bool) -> [Found<StatedQuestion>] {
    var items = listItems()
    if items.isEmpty { items = paragraphs() }
    if items.count == 1 { items = split(items[0]) }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard item.text.utf8.count > 3, seen.insert(item.text.wordKey).inserted else { return nil }
      return Found(
        StatedQuestion(text: item.text, parts: item.parts), raw: item.raw, line: item.line,
        isHeaded: isHeaded)
    }
  }

  private struct Item {
    var text: String
    var parts: [String] = []
    var raw: String
    var line: Int
    var indent = 0
  }

  /// Points with a mark, with their sub-points; empty where there are none.
  private func listItems() -> [Item] {
    var items: [Item] = []
    var isFirstNumbered: Bool?
    for line in lines {
      let mark = ListMark(line.text)
      guard mark != nil || line.isBullet else {
        // A paragraph that asks, behind the list or before it.
        if line.text.last == "?", items.isEmpty == false, line.text.utf8.count > 12,
          !line.isHeading
        {
          if line.isApart {
            items.append(Item(text: line.text, raw: line.text, line: line.number))
          } else {
            items[items.count - 1].text += " " + line.text
          }
        } else if !items.isEmpty, !line.isApart, !line.isHeading {
          items[items.count - 1].text += " " + line.text
        }
        continue
      }
      let isLetter = if case .letter = mark?.kind { true } else { false }
      if isFirstNumbered == nil { isFirstNumbered = mark != nil && !isLetter }
      let text = mark?.rest ?? line.text
      let isPart =
        !items.isEmpty
        && ((isLetter && isFirstNumbered == true)
          || (mark == nil && isFirstNumbered == true)
          || (mark == nil && line.indent > (items.first?.indent ?? 0) + 1))
      if isPart {
        items[items.count - 1].parts.append(text)
      } else {
        items.append(Item(text: text, raw: line.text, line: line.number, indent: line.indent))
      }
    }
    return items
  }

  private func paragraphs() -> [Item] {
    var items: [Item] = []
    for line in lines {
      // A sentence that a page breaks over two lines.
      if let last = items.last, !line.isApart, let end = last.text.unicodeScalars.last,
        end.properties.isAlphabetic || end == ",",
        let start = line.text.unicodeScalars.first, start.properties.isLowercase
      {
        items[items.count - 1].text += " " + line.text
        continue
      }
      items.append(Item(text: line.text, raw: line.text, line: line.number))
    }
    let asking = items.filter { $0.text.utf8.contains(0x3F) || $0.text.contains("？") }
    // What introduces them is none of them.
    if mustAsk { return asking }
    return asking.count >= 1 && asking.count < items.count
      ? items.filter { item in
        item.text.utf8.contains(0x3F) || item.text.contains("？")
          || !(item.text.last == ":" || item.text.last == ".")
      } : items
  }

  /// One paragraph into its numbered points or its questions.
  private func split(_ item: Item) -> [Item] {
    let numbered = Self.numbered(item.raw)
    let pieces = numbered.count > 1 ? numbered : Self.sentences(item.text)
    guard pieces.count > 1 else { return [item] }
    return pieces.map { Item(text: $0, raw: $0, line: item.line) }
  }

  /// `1. … 2. … 3. …` or `A) … B) …` within a paragraph.
  static func numbered(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var cuts: [(place: Int, length: Int)] = []
    var next = 1
    for index in bytes.indices where index == 0 || !bytes[index - 1].isWordByte {
      guard let length = markLength(bytes, index, next) else { continue }
      cuts.append((index, length))
      next += 1
    }
    guard cuts.count > 1, cuts[0].place < 160 else { return [] }
    return cuts.indices.map { index in
      let end = index + 1 < cuts.count ? cuts[index + 1].place : bytes.count
      return String(decoding: bytes[(cuts[index].place + cuts[index].length)..<end], as: UTF8.self)
        .squeezed.droppedOpenBracket
    }.filter { !$0.isEmpty }
  }

  private static func markLength(_ bytes: [UInt8], _ index: Int, _ number: Int) -> Int? {
    for word in [String(number), String(UnicodeScalar(UInt8(0x40 + min(number, 26))))]
    where bytes[index...].starts(with: word.utf8) {
      let after = index + word.utf8.count
      guard after + 1 < bytes.count,
        bytes[after] == 0x2E || bytes[after] == 0x29 || bytes[after] == 0x3A,
        !(0x30...0x39).contains(bytes[after + 1])
      else { continue }
      // `A.` alone is a letter in a name more often than not.
      if word.utf8.first.map({ $0 >= 0x41 }) ?? false, index > 0, number == 1 { continue }
      // `A.)`
      return word.utf8.count + (bytes[after] == 0x2E && bytes[after + 1] == 0x29 ? 2 : 1)
    }
    return nil
  }

  /// The sentences that ask, with what leads to them.
  static func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var pieces: [String] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x3F {
      var end = index + 1
      while end < bytes.count, [0x3F, 0x21, 0x29, 0x22, 0x27, 0x3B].contains(bytes[end]) {
        end += 1
      }
      if bytes[end...].starts(with: "”".utf8) || bytes[end...].starts(with: "’".utf8) { end += 3 }
      guard end == bytes.count || bytes[end] == 0x20 else { continue }
      let rest = String(decoding: bytes[end...].prefix(12), as: UTF8.self).unicodeScalars
        .first { !" -–—•".unicodeScalars.contains($0) }
      guard end == bytes.count || rest.map({ !$0.properties.isLowercase }) ?? true else { continue }
      pieces.append(String(decoding: bytes[start..<end], as: UTF8.self).trimmedDashes)
      start = end
    }
    let tail = String(decoding: bytes[start...], as: UTF8.self).trimmedDashes
    guard pieces.count > 1 else { return [] }
    if tail.utf8.count > 12, tail.last != "." { pieces.append(tail) }
    return pieces.filter { !$0.isEmpty }
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
      || self >= 0x80 || self == 0x2E
  }
}

extension String {
  fileprivate var trimmedDashes: String {
    var text = squeezed[...]
    while let first = text.first, " -–—•".contains(first) { text.removeFirst() }
    while text.last == ";" { text.removeLast() }
    return String(text)
  }

  fileprivate var droppedOpenBracket: String {
    hasSuffix("(") ? dropLast().squeezed : self
  }
}
