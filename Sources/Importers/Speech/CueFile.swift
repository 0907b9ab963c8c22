/// Reads WebVTT and SRT: cues with times, neighbouring ones of a speaker joined.
///
/// Source: W3C WebVTT; SubRip as players read it.
struct CueFile {
  private var turns: [Building] = []
  /// Who spoke in the cue before.
  private var speaker: String?
  private var hasLabels = false
  private var names: [ArraySlice<UInt8>: String?] = [:]
  private var callers: [ArraySlice<UInt8>: String?] = [:]

  private struct Building {
    var speaker: String?
    var start: Double
    var end: Double
    var text: [UInt8]
    var words: Int
    var line: Int
  }

  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var reading = Reading(.captions, confidence: confidence)
    var file = CueFile()
    file.read(source.bytes)
    reading.turns = file.turns.map { turn in
      SpokenTurn(
        speaker: turn.speaker, start: turn.start, end: turn.end, words: turn.words,
        text: String(decoding: turn.text, as: UTF8.self), line: turn.line)
    }
    return reading
  }

  private mutating func read(_ bytes: [UInt8]) {
    let hasNamesAbove = Self.hasNamesAbove(bytes)
    var isFirstOfCue = false
    var index = 0
    var number = 0
    var cue: (start: Double, end: Double)?
    var before = bytes[..<0]
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[index..<end]
      index = end + 1
      number += 1
      defer { before = line }
      if let times = Self.times(line) {
        cue = times
        isFirstOfCue = true
        if let name = Self.caller(before) {
          speaker = name
          hasLabels = true
        }
      } else if !line.contains(where: { $0 > 0x20 }) {
        cue = nil
      } else if let cue {
        if isFirstOfCue, hasNamesAbove, let name = caption(line) {
          speaker = name
          hasLabels = true
        } else {
          take(line, cue, number)
        }
        isFirstOfCue = false
      }
    }
  }

  /// Whether the first of several lines of nearly every cue is a name, as Teams writes it.
  private static func hasNamesAbove(_ bytes: [UInt8]) -> Bool {
    var (cues, named) = (0, 0)
    var names: Set<String> = []
    // How many lines of the cue were seen, and whether the first is a name.
    var lines: (count: Int, name: String?)?
    func end() {
      guard let lines, lines.count > 0 else { return }
      cues += 1
      if lines.count > 1, let name = lines.name {
        named += 1
        names.insert(name)
      }
    }
    for line in bytes.prefix(64_000).split(separator: 0x0A, omittingEmptySubsequences: false) {
      if times(line) != nil {
        end()
        lines = (0, nil)
      } else if !line.contains(where: { $0 > 0x20 }) {
        end()
        lines = nil
      } else if let seen = lines {
        lines = (seen.count + 1, seen.count == 0 ? nameAlone(line) : seen.name)
      }
      if cues >= 200 { break }
    }
    end()
    return cues > 1 && named * 10 >= cues * 9 && (names.count * 2 <= named || named == cues)
  }

  /// The same, each line that is one looked at once.
  private mutating func caption(_ line: ArraySlice<UInt8>) -> String? {
    if let known = callers[line] { return known }
    let name = Self.nameAlone(line)
    if line.count < 80, callers.count < 4096 { callers[line] = .some(name) }
    return name
  }

  private static func nameAlone(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count < 80, !line.contains(where: { "<>:?!".utf8.contains($0) }) else { return nil }
    let text = String(decoding: line, as: UTF8.self).squeezed
    return text.last != "." && text.looksLikePerson ? text : nil
  }

  /// Who is named in what stands above a cue: `7 "Jo Doe" (1178)`, as Webex writes it.
  private static func caller(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count < 160, let first = line.first, (0x30...0x39).contains(first),
      let open = line.firstIndex(of: 0x22), let close = line.lastIndex(of: 0x22), close > open + 1
    else { return nil }
    let name = String(decoding: line[(open + 1)..<close], as: UTF8.self).squeezed
    return name.isEmpty ? nil : name
  }

  /// `00:01:02.500 --> 00:01:04.000 align:start`.
  static func times(_ line: ArraySlice<UInt8>) -> (start: Double, end: Double)? {
    guard line.count < 200, let arrow = line.firstIndex(of: UInt8(ascii: ">")),
      arrow >= line.startIndex + 2, line[arrow - 1] == 0x2D, line[arrow - 2] == 0x2D
    else { return nil }
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    var before = line[..<(arrow - 2)].drop(while: isBlank)
    while let last = before.last, isBlank(last) { before.removeLast() }
    let after = line[(arrow + 1)...].drop(while: isBlank).prefix { !isBlank($0) }
    guard let start = seconds(before), let end = seconds(after) else { return nil }
    return (start, max(start, end))
  }

  /// `01:02:03.500`, `02:03,5`.
  private static func seconds(_ stamp: ArraySlice<UInt8>) -> Double? {
    var (total, part, digits, colons) = (0, 0, 0, 0)
    var fraction: (value: Int, digits: Int)?
    for byte in stamp {
      switch byte {
      case 0x30...0x39:
        if let found = fraction {
          if found.digits < 3 { fraction = (found.value * 10 + Int(byte - 0x30), found.digits + 1) }
        } else {
          digits += 1
          part = part * 10 + Int(byte - 0x30)
          guard digits <= 3 else { return nil }
        }
      case UInt8(ascii: ":"):
        guard fraction == nil, digits > 0, colons < 2 else { return nil }
        total = total * 60 + part
        (part, digits, colons) = (0, 0, colons + 1)
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard fraction == nil, digits > 0 else { return nil }
        fraction = (0, 0)
      default: return nil
      }
    }
    guard colons > 0, digits > 0, part < 60 else { return nil }
    var thousandths = fraction?.value ?? 0
    for _ in (fraction?.digits ?? 3)..<3 { thousandths *= 10 }
    return Double(total * 60 + part) + Double(thousandths) / 1000
  }

  /// A line of a cue: its voices, else the label before it, else whoever spoke before.
  private mutating func take(
    _ line: ArraySlice<UInt8>, _ cue: (start: Double, end: Double), _ number: Int
  ) {
    var plain: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      guard line[index] == UInt8(ascii: "<"),
        let close = line[index...].prefix(160).firstIndex(of: UInt8(ascii: ">"))
      else {
        plain.append(line[index])
        index += 1
        continue
      }
      let tag = line[(index + 1)..<close]
      if tag.first == UInt8(ascii: "v"), let name = Self.voice(tag) {
        add(plain, cue, number)
        plain = []
        speaker = name
        hasLabels = true
      }
      index = close + 1
    }
    add(plain, cue, number)
  }

  /// `v.loud Jo Doe`.
  private static func voice(_ tag: ArraySlice<UInt8>) -> String? {
    guard let space = tag.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
    let name = String(decoding: tag[space...], as: UTF8.self).squeezed.unescaped
    return name.isEmpty ? nil : name
  }

  private mutating func add(_ bytes: [UInt8], _ cue: (start: Double, end: Double), _ number: Int) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    var text = bytes
    if text.contains(0x26) { text = Array(String(decoding: text, as: UTF8.self).unescaped.utf8) }
    // Without a colon or a mark near its front a line has no label.
    guard let sign = text.prefix(90).firstIndex(where: { $0 == 0x3A || $0 == 0x3E }) else {
      return append(text[...], cue, number)
    }
    if text[sign] == 0x3A, let name = known(text[..<sign]) {
      speaker = name
      return append(text[(sign + 1)...], cue, number)
    }
    let (found, _) = Captions.turns(in: text, labels: .names)
    let head = text.prefix { $0 != 0x3A && $0 != 0x3E }.count
    guard !found.isEmpty, head < 80 || text.starts(with: ">".utf8) else {
      return append(text[...], cue, number)
    }
    for turn in found {
      speaker = turn.speaker
      append(Array(turn.text.utf8)[...], cue, number, opensTurn: turn.speaker == nil)
    }
  }

  /// Who stands before a colon, as far as that was found out on an earlier line.
  ///
  /// A few people speak most lines, and every line asks.
  private mutating func known(_ label: ArraySlice<UInt8>) -> String? {
    if let name = names[label] { return name }
    guard label.count < 80, label.first.map({ $0 > 0x20 && $0 != 0x2A && $0 != 0x5F }) ?? false,
      names.count < 4096
    else { return nil }
    let found = Captions.turns(in: Array(label) + Array(": x".utf8), labels: .names).turns
    let name = found.count == 1 ? found[0].speaker : nil
    names[label] = .some(name)
    return name
  }

  private mutating func append(
    _ bytes: ArraySlice<UInt8>, _ cue: (start: Double, end: Double), _ number: Int,
    opensTurn: Bool = false
  ) {
    let (text, words) = Captions.speech(bytes)
    guard words > 0 else { return }
    if !opensTurn, let last = turns.indices.last, turns[last].speaker == speaker {
      turns[last].text.append(0x20)
      turns[last].text += text.utf8
      turns[last].words += words
      turns[last].end = max(turns[last].end, cue.end)
    } else {
      turns.append(
        Building(
          speaker: speaker, start: cue.start, end: cue.end, text: Array(text.utf8), words: words,
          line: number))
    }
  }
}

extension String {
  /// With the entities that captions use.
  var unescaped: String {
    guard utf8.contains(0x26) else { return self }
    var text = self
    for (entity, sign) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"),
      ("&apos;", "'"), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&"),
    ] where text.contains(entity) {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
    }
    return text
  }
}
