/// A foreign text put right: one kind of line end, of space and of hyphen, nothing invisible.
///
/// Nothing is taken away that a reader could see, except padlocks, which the pages of the forum
/// put before organisations that nobody may change.
struct SourceText {
  /// UTF-8; lines end in a line feed.
  let bytes: [UInt8]

  init(_ text: String) {
    var text = text
    bytes = text.withUTF8 { Self.tidied($0) }
  }

  private static func tidied(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
      var index = 0
      var end = 0
      func byte(_ ahead: Int) -> UInt8 {
        index + ahead < source.count ? source[index + ahead] : 0
      }
      func put(_ byte: UInt8) {
        target[end] = byte
        end += 1
      }
      while index < source.count {
        let first = source[index]
        switch first {
        case 0x0D:
          put(0x0A)
          index += byte(1) == 0x0A ? 2 : 1
        case 0x0A, 0x20...0x7E, 0x09:
          put(first)
          index += 1
        case 0x0B, 0x0C:
          put(0x0A)
          index += 1
        case 0x00...0x1F, 0x7F:
          index += 1
        case 0xC2 where byte(1) == 0xA0:
          put(0x20)
          index += 2
        case 0xC2 where byte(1) == 0xAD: index += 2
        case 0xC2 where byte(1) < 0xA0:
          if byte(1) == 0x85 { put(0x0A) }
          index += 2
        case 0xE2 where byte(1) == 0x80 || byte(1) == 0x81:
          putSpacing(byte(1), byte(2), put) { put(source[index + $0]) }
          index += 3
        case 0xE3 where byte(1) == 0x80 && byte(2) == 0x80:
          put(0x20)
          index += 3
        case 0xEF where byte(1) == 0xBB && byte(2) == 0xBF: index += 3
        case 0xF0 where byte(1) == 0x9F && byte(2) == 0x94 && (0x90...0x93).contains(byte(3)):
          index += 4
        default:
          put(first)
          index += 1
        }
      }
      count = end
    }
  }

  /// What U+2000 to U+207F come to.
  private static func putSpacing(
    _ second: UInt8, _ third: UInt8, _ put: (UInt8) -> Void, keeping keep: (Int) -> Void
  ) {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): put(0x20)
    case (0x80, 0x90...0x91): put(0x2D)
    case (0x80, 0xA8), (0x80, 0xA9): put(0x0A)
    // Joiners stay: names in Persian and Hindi are not written without them.
    case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0), (0x81, 0xA6...0xA9):
      break
    default: (0...2).forEach(keep)
    }
  }
}

/// One line of a page, without the marks of its layout.
struct Line: Equatable {
  /// Counted from 1.
  var number: Int
  /// The words with one space between them; never empty.
  var text: String
  /// Spaces before it, for lists within lists.
  var indent = 0
  /// Whether it began with a dot or a dash.
  var isBullet = false
  /// Whether the layout makes it a heading.
  var isHeading = false
  /// Whether an empty line, or another paragraph, stands before it.
  var isApart = false
  /// How many empty lines stand before it; where a heading was lost there are two or more.
  var gap = 0
  /// Whether it was cut out of a line that holds much more.
  var isCut = false
  /// Where it stands among the lines of a page, since on one line of a file several may stand.
  var place = 0
  /// Where its links lead, in their order.
  var links: [String] = []
}

extension SourceText {
  /// The lines that hold anything, Markdown and HTML taken off.
  func lines() -> [Line] {
    if looksLikePage {
      // A page may show the elements of what was pasted into it as words.
      return Markup.lines(of: bytes[...], from: 1).flatMap { line in
        let text = Array(line.text.utf8)
        return text[...].holdsMarkup ? Markup.lines(of: text[...], from: line.number) : [line]
      }
    }
    var lines: [Line] = []
    var number = 0
    var isApart = true
    var gap = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      let line = bytes[start..<end]
      start = end + 1
      guard line.contains(where: { $0 > 0x20 }) else {
        isApart = true
        gap += 1
        continue
      }
      let before = lines.count
      append(line, number, to: &lines)
      if lines.count > before {
        lines[before].isApart = lines[before].isApart || isApart
        lines[before].gap = gap
        (isApart, gap) = (false, 0)
      }
    }
    return lines
  }

  private func append(_ line: ArraySlice<UInt8>, _ number: Int, to lines: inout [Line]) {
    for line in line.unfoldedMarkdown {
      if line.holdsMarkup {
        for cell in line.split(separator: 0x09) {
          lines +=
            cell.holdsMarkup
            ? Markup.lines(of: cell, from: number) : [Line(plain: cell, number)].compactMap(\.self)
        }
      } else if line.contains(0x09), line.first.map({ (0x30...0x39).contains($0) }) ?? false,
        !line.isMessage
      {
        lines += line.split(separator: 0x09).compactMap { Line(plain: $0, number) }
      } else if let line = Line(plain: line, number) {
        lines.append(line)
      }
    }
  }

  /// Whether all of it is a page as browsers save it.
  var looksLikePage: Bool {
    let head = bytes.prefix(2000)
    guard let first = head.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") else {
      return false
    }
    let start = String(decoding: head, as: UTF8.self).lowercased()
    return [
      "<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<h1", "<table", "<meta",
      "<article", "<main", "<section", "<ul", "<?xml",
    ]
    .contains { start.contains($0) }
  }
}

extension UInt8 {
  /// Whether no sign of a list begins with it.
  fileprivate var beginsWord: Bool {
    switch self {
    case UInt8(ascii: "o"): false
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it stands as it is read: no mark of Markdown, and one space between its words.
  fileprivate var arePlainWords: Bool {
    withUnsafeBufferPointer { bytes in
      var before: UInt8 = 0x20
      for byte in bytes {
        switch byte {
        case 0x20: if before == 0x20 { return false }
        case 0x09, 0x0A, 0x2A, 0x5B, 0x5C, 0x5D, 0x5F, 0x60: return false
        default: break
        }
        before = byte
      }
      return before != 0x20
    }
  }

  /// `16:32:05<TAB> From Jo Doe : …`, as Zoom saves a chat, is one line.
  fileprivate var isMessage: Bool {
    guard let tab = firstIndex(of: 0x09), tab - startIndex < 24 else { return false }
    let rest = self[tab...].drop { $0 == 0x09 || $0 == 0x20 }
    return rest.starts(with: "From ".utf8) || rest.starts(with: "from ".utf8)
  }

  /// A long line cut before what begins lines of Markdown, `## Heading` and `- **Name**`, and behind
  /// headings in bold type.
  fileprivate var unfoldedMarkdown: [ArraySlice<UInt8>] {
    guard count > 700 else { return [self] }
    let points = ["– **", "- **", "• **", "**Additional speakers", "**Speakers"].map {
      Array<UInt8>($0.utf8)
    }
    var pieces: [ArraySlice<UInt8>] = []
    var start = startIndex
    func cut(_ end: Int) {
      if end > start { pieces.append(self[start..<end]) }
      start = end
    }
    for index in indices where index >= start && (index == startIndex || self[index - 1] == 0x20) {
      if self[index] == UInt8(ascii: "#") {
        let rest = self[index...].drop { $0 == UInt8(ascii: "#") }
        guard rest.startIndex - index < 7, rest.first == 0x20 else { continue }
        cut(index)
        let title = rest.dropFirst()
        if title.starts(with: "**".utf8), let end = title.dropFirst(2).prefix(400).endOfBold {
          cut(end)
        }
      } else if points.contains(where: { $0[0] == self[index] && self[index...].starts(with: $0) })
      {
        cut(index)
      }
    }
    cut(endIndex)
    return pieces
  }

  /// Behind the next two stars.
  private var endOfBold: Int? {
    indices.dropLast().first {
      self[$0] == UInt8(ascii: "*") && self[$0 + 1] == UInt8(ascii: "*")
    }.map { $0 + 2 }
  }

  /// Whether an element is closed in it.
  fileprivate var holdsMarkup: Bool {
    var index = startIndex
    while let open = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      guard index < endIndex else { return false }
      let next = self[index]
      if next == UInt8(ascii: "/") || self[index...].starts(with: "br".utf8)
        || self[index...].starts(with: "p>".utf8) || self[index...].starts(with: "li>".utf8)
      {
        return self[index...].prefix(12).contains(UInt8(ascii: ">"))
      }
    }
    return false
  }
}

extension Line {
  /// A line as it stands, Markdown taken off; `nil` where nothing is left.
  init?(plain bytes: ArraySlice<UInt8>, _ number: Int) {
    var rest = bytes[...]
    var indent = 0
    while let first = rest.first, first == 0x20 || first == 0x09 {
      indent += first == 0x09 ? 4 : 1
      rest.removeFirst()
    }
    self.init(number: number, text: "", indent: indent)
    var hashes = rest
    while hashes.first == UInt8(ascii: "#") { hashes.removeFirst() }
    if hashes.startIndex > rest.startIndex, hashes.first == 0x20 {
      isHeading = true
      rest = hashes
    }
    if !(rest.first?.beginsWord ?? false) { takeBullet(off: &rest) }
    let whole = String(decoding: rest, as: UTF8.self)
    // Nearly every line of a transcript is words and nothing else.
    if rest.arePlainWords {
      text = whole
    } else {
      text = whole.withoutMarkdown
      links = whole.markdownLinks
    }
    guard !text.isEmpty else { return nil }
  }

  private mutating func takeBullet(off rest: inout ArraySlice<UInt8>) {
    while true {
      let before = rest.startIndex
      while rest.first == 0x20 || rest.first == 0x09 { rest.removeFirst() }
      for sign in ["- ", "* ", "+ ", "• ", "– ", "— ", "· ", "▪ ", "● ", "○ ", "◦ ", "‣ ", "o  "]
      where rest.starts(with: sign.utf8) {
        rest.removeFirst(sign.utf8.count)
        isBullet = true
        break
      }
      for sign in ["•", "▪", "●", "○", "◦", "‣", "·"] where rest.starts(with: sign.utf8) {
        rest.removeFirst(sign.utf8.count)
        isBullet = true
        break
      }
      // `-Jo Doe`
      if rest.first == UInt8(ascii: "-"), let next = rest.dropFirst().first,
        (0x41...0x5A).contains(next)
      {
        rest.removeFirst()
        isBullet = true
      }
      if rest.startIndex == before || rest.isEmpty { return }
    }
  }
}

extension String {
  /// Without stars, links and backslashes, and with one space between the words.
  var withoutMarkdown: String {
    guard
      utf8.contains(where: { $0 == 0x2A || $0 == 0x5B || $0 == 0x5C || $0 == 0x5F || $0 == 0x60 })
    else { return squeezed }
    var source = Array(utf8)
    source.append(0)
    var result: [UInt8] = []
    // Where brackets opened that no link has closed yet.
    var open: [Int] = []
    var opened: Set<Int> = []
    // Where the next round bracket closes, as far as that was looked for.
    var close = -1
    var index = 0
    while index < source.count - 1 {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "["):
        open.append(result.count)
        result.append(byte)
        index += 1
      case UInt8(ascii: "*"): index += 1
      case UInt8(ascii: "_") where source[index + 1] == byte: index += 2
      case UInt8(ascii: "\\") where Self.isMark(source[index + 1]):
        result.append(source[index + 1])
        index += 2
      case UInt8(ascii: "]") where source[index + 1] == UInt8(ascii: "("):
        // What a link shows stays, where it leads goes.
        if close < index {
          close = source[index...].firstIndex(of: UInt8(ascii: ")")) ?? source.count
        }
        guard close < source.count, close - index < 2000, let bracket = open.popLast() else {
          result.append(byte)
          index += 1
          continue
        }
        opened.insert(bracket)
        index = close + 1
      default:
        result.append(byte)
        index += 1
      }
    }
    if !opened.isEmpty {
      result = result.indices.filter { !opened.contains($0) }.map { result[$0] }
    }
    return String(decoding: result, as: UTF8.self).squeezed
  }

  /// Where the links of Markdown in it lead.
  var markdownLinks: [String] {
    guard utf8.contains(0x5D) else { return [] }
    return split(separator: "](").dropFirst().compactMap { rest in
      guard let close = rest.prefix(2000).firstIndex(of: ")") else { return nil }
      let link = rest[..<close].prefix { $0 != " " }
      return link.leadsElsewhere ? String(link) : nil
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x5B...0x60).contains(byte) || byte == 0x2A
  }
}

extension StringProtocol {
  /// Whether it is the address of another page.
  var leadsElsewhere: Bool {
    hasPrefix("http://") || hasPrefix("https://") || hasPrefix("mailto:")
  }

  /// Its words with one space between them.
  var squeezed: String {
    var result: [UInt8] = []
    var isPending = false
    for byte in utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(0x20) }
        isPending = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
