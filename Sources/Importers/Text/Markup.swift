internal import CLibxml2

/// Reads HTML as lines: a paragraph, a heading, a point of a list or a cell each.
struct Markup {
  private var lines: [Line] = []
  private var current: [UInt8] = []
  private var links: [String] = []
  private var currentLine: Int?
  private var lineOffset = 0
  private var isBullet = false
  private var isHeading = false
  private var isApart = false
  private var depth = 0
  /// How many open elements hold nothing that is read.
  private var muted = 0

  /// The lines of a page or of a piece of one, which begins in a line of its file.
  static func lines(of bytes: ArraySlice<UInt8>, from line: Int) -> [Line] {
    var markup = Markup()
    markup.lineOffset = line - 1
    markup.read(bytes)
    markup.breakLine()
    return markup.lines
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>) {
    var reader = html_reader(
      opened: { context, name, link, line in
        let markup = context.assumingMemoryBound(to: Markup.self)
        if let link { markup.pointee.add(link: String(cString: link)) }
        markup.pointee.open(String(cString: name), line)
      },
      closed: { context, name in
        context.assumingMemoryBound(to: Markup.self).pointee.close(String(cString: name))
      },
      text: { context, bytes, count, line in
        let text = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        context.assumingMemoryBound(to: Markup.self).pointee.add(text, Int(line))
      })
    withUnsafeMutablePointer(to: &self) { context in
      bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress else { return }
        _ = html_read(
          base.assumingMemoryBound(to: CChar.self), Int32(buffer.count), &reader, context)
      }
    }
  }

  private static let silent: Set = [
    "script", "style", "head", "noscript", "template", "nav", "footer", "select", "button", "svg",
    "iframe", "form",
  ]
  private static let blocks: Set = [
    "p", "div", "br", "hr", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "section",
    "article", "header", "main", "aside", "blockquote", "pre", "figure", "title", "address",
    "details", "summary", "caption", "label", "body", "thead", "tbody",
  ]

  private mutating func open(_ name: String, _ line: Int32) {
    if Self.silent.contains(name) { muted += 1 }
    guard muted == 0 else { return }
    switch name {
    case "li":
      breakLine()
      isBullet = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      breakLine()
      isHeading = true
      isApart = true
    case "p":
      breakLine(keepingBullet: true)
      isApart = true
    case "ul", "ol":
      breakLine()
      depth += 1
    case _ where Self.blocks.contains(name): breakLine(keepingBullet: true)
    default: break
    }
  }

  private mutating func close(_ name: String) {
    if Self.silent.contains(name) { muted = max(0, muted - 1) }
    switch name {
    case "ul", "ol":
      breakLine()
      depth = max(0, depth - 1)
    case "li", "h1", "h2", "h3", "h4", "h5", "h6": breakLine()
    case _ where name != "br" && Self.blocks.contains(name): breakLine(keepingBullet: true)
    default: break
    }
  }

  private mutating func add(link: String) {
    if muted == 0, link.leadsElsewhere { links.append(link) }
  }

  private mutating func add(_ text: UnsafeRawBufferPointer, _ line: Int) {
    guard muted == 0 else { return }
    if currentLine == nil, text.contains(where: { $0 > 0x20 }) {
      let newlines = text.prefix { $0 <= 0x20 }.count { $0 == 0x0A }
      let all = text.count { $0 == 0x0A }
      currentLine = lineOffset + max(1, line - all + newlines)
    }
    current.append(contentsOf: text)
  }

  private mutating func breakLine(keepingBullet: Bool = false) {
    defer { current.removeAll(keepingCapacity: true) }
    guard current.contains(where: { $0 > 0x20 }) else {
      if !keepingBullet { (isBullet, isHeading) = (false, false) }
      return
    }
    let text = SourceText(String(decoding: current, as: UTF8.self)).bytes
      .map { $0 == 0x0A ? 0x20 : $0 }
    if var line = Line(plain: text[...], currentLine ?? lineOffset + 1) {
      line.isBullet = line.isBullet || isBullet
      line.isHeading = isHeading
      line.isApart = isApart
      line.indent = depth * 2
      line.links += links
      lines.append(line)
    }
    links = []
    currentLine = nil
    (isBullet, isHeading, isApart) = (false, false, false)
  }
}
