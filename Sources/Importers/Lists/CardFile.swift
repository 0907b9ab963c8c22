import SessionModel

/// A line of a vCard or an iCalendar file, unfolded.
///
/// Source: RFC 6350 and RFC 5545, content lines.
struct ContentLine: Equatable {
  /// In capitals, without a group before it.
  var name: String
  var parameters: [String: String] = [:]
  /// With its escapes.
  var value: String
  /// Counted from 1.
  var line: Int

  static func lines(of bytes: [UInt8]) -> [ContentLine] {
    var unfolded: [(text: [UInt8], line: Int)] = []
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      start = end + 1
      number += 1
      guard let first = line.first else { continue }
      if first == 0x20 || first == 0x09, !unfolded.isEmpty {
        unfolded[unfolded.count - 1].text += line.dropFirst()
      } else if let last = unfolded.last?.text.last, last == UInt8(ascii: "="),
        unfolded[unfolded.count - 1].text.isQuotedPrintable
      {
        unfolded[unfolded.count - 1].text.removeLast()
        unfolded[unfolded.count - 1].text += line
      } else {
        unfolded.append((Array(line), number))
      }
    }
    return unfolded.compactMap { ContentLine($0.text, line: $0.line) }
  }

  private init?(_ bytes: [UInt8], line: Int) {
    var isQuoted = false
    guard
      let colon = bytes.firstIndex(where: { byte in
        if byte == 0x22 { isQuoted.toggle() }
        return byte == 0x3A && !isQuoted
      })
    else { return nil }
    let head = String(decoding: bytes[..<colon], as: UTF8.self)
    var value = String(decoding: bytes[(colon + 1)...], as: UTF8.self)
    let pieces = head.split(separator: ";", omittingEmptySubsequences: false)
    guard let first = pieces.first, !first.isEmpty, first.utf8.count < 60 else { return nil }
    name = (first.split(separator: ".").last.map(String.init) ?? String(first)).uppercased()
    for piece in pieces.dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      parameters[sides[0].uppercased()] = sides[1].filter { $0 != "\"" }
    }
    if bytes[..<colon].isQuotedPrintable { value = value.fromQuotedPrintable }
    self.value = value
    self.line = line
  }

  /// The value without escapes.
  var text: String { Self.unescaped(value).squeezed }

  /// The parts between semicolons.
  var parts: [String] {
    var parts: [[Character]] = [[]]
    var isEscaped = false
    for character in value {
      if character == ";", !isEscaped {
        parts.append([])
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts.map { Self.unescaped(String($0)).squeezed }
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension Collection<UInt8> {
  fileprivate var isQuotedPrintable: Bool {
    let head = String(decoding: prefix(120), as: UTF8.self).uppercased()
    return head.contains("QUOTED-PRINTABLE")
  }
}

extension String {
  fileprivate var fromQuotedPrintable: String {
    let source = Array(utf8)
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
      if source[index] == 0x3D, index + 2 < source.count,
        let byte = UInt8(
          String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Reads vCards.
enum CardFile {
  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var reading = Reading(.people, confidence: confidence)
    var card: (name: String?, family: String?, details: PersonDetails, line: Int)?
    for line in ContentLine.lines(of: source.bytes) {
      switch line.name {
      case "BEGIN": card = (nil, nil, PersonDetails(), line.line)
      case "FN": card?.name = line.text
      case "N":
        let parts = line.parts
        let given = parts.count > 1 ? parts[1] : ""
        card?.family = [given, parts[0]].filter { !$0.isEmpty }.joined(separator: " ")
      case "ORG":
        card?.details.affiliation = line.parts.filter { !$0.isEmpty }.joined(separator: ", ")
      case "TITLE": card?.details.position = line.text
      case "ROLE", "CATEGORIES":
        for word in line.value.split(separator: ",") {
          if let role = PeopleWords.roles[String(word)] { card?.details.roles = [role] }
          if let group = PeopleWords.group(String(word)) { card?.details.group = group }
        }
      case "END":
        guard let done = card else { continue }
        card = nil
        guard let name = [done.name, done.family].compactMap(\.self).first(where: { !$0.isEmpty })
        else {
          reading.warn(done.line, "a card without a name was left out")
          continue
        }
        reading.attendance.append(
          Found(
            ListedAttendance(name: name, details: done.details, minutes: nil), raw: name,
            line: done.line))
      default: continue
      }
    }
    return reading
  }
}
