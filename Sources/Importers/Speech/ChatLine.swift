/// A line that begins a message: `16:32:05 From Jo Doe to Everyone: Hello`.
struct ChatLine {
  var time: String?
  var sender: String
  var text: String

  /// The ways in which Zoom, Webex and Teams save their chats.
  init?(_ text: String) {
    guard let first = text.unicodeScalars.first,
      first.isFigure || first == "[" || first == "F" || first == "f" || text.endsInHalfOfDay
    else { return nil }
    if let (name, time) = text.nameBeforeHalfOfDay {
      self.time = time
      sender = name
      self.text = ""
      return
    }
    var rest = text[...]
    var time: String?
    if first == "[" {
      guard let close = rest.prefix(40).firstIndex(of: "]") else { return nil }
      let inside = rest[rest.index(after: rest.startIndex)..<close]
      guard let clock = inside.clockText else { return nil }
      time = clock
      rest = rest[rest.index(after: close)...].drop { $0 == " " || $0 == "\t" }
    } else if first.isFigure {
      guard let (clock, after) = rest.leadingClock else { return nil }
      time = clock
      rest = after.drop { " \t-–".contains($0) }
    }
    let lower = rest.prefix(6).lowercased()
    if lower.hasPrefix("from ") {
      guard let colon = rest.prefix(200).lastColon(before: rest) else { return nil }
      var sender = rest[rest.index(rest.startIndex, offsetBy: 5)..<colon].squeezed
      for word in [" to ", " To "] {
        if let range = sender.ranges(of: word).last {
          sender = sender[..<range.lowerBound].squeezed
        }
      }
      for aside in ["(privately)", "(Direct Message)"] where sender.hasSuffix(aside) {
        sender = sender.dropLast(aside.count).squeezed
      }
      guard !sender.isEmpty else { return nil }
      self.sender = sender
      self.time = time
      self.text = rest[rest.index(after: colon)...].squeezed
      return
    }
    if first == "[", rest.utf8.count < 60, String(rest).looksLikeName {
      // Teams puts what was written on the next line.
      self.time = time
      self.sender = rest.squeezed
      self.text = ""
      return
    }
    guard time != nil, let colon = rest.prefix(80).firstIndex(of: ":") else { return nil }
    let sender = rest[..<colon].squeezed
    guard sender.looksLikeLabel, sender.looksLikeName || sender.split(separator: " ").count <= 4
    else {
      return nil
    }
    self.time = time
    self.sender = sender
    self.text = rest[rest.index(after: colon)...].squeezed
  }
}

extension String {
  /// Whether it is a short line that ends in `AM` or `PM`.
  fileprivate var endsInHalfOfDay: Bool {
    utf8.count < 80 && [" AM", " PM", " am", " pm"].contains { hasSuffix($0) }
  }

  /// `Jo Doe 10:01 AM`, a date before the time allowed: what follows stands on the next lines.
  fileprivate var nameBeforeHalfOfDay: (name: String, time: String)? {
    guard endsInHalfOfDay, let start = utf8.firstIndex(where: { (0x30...0x39).contains($0) }),
      start > startIndex
    else { return nil }
    let name = self[..<start].squeezed.trimmedMarks
    let dates = DatesInLine(self[start...], limit: 14)
    guard name.looksLikeName, dates.isMostlyDatesOnly, dates.clocks.count == 1,
      let time = self[start...].clockText
    else { return nil }
    return (name, time)
  }
}

extension Substring {
  /// `16:32:05`, `4:32 PM`, a date before it allowed.
  fileprivate var leadingClock: (String, Substring)? {
    let text = String(prefix(40))
    let dates = DatesInLine(text, limit: 12)
    guard let clock = dates.clocks.first, clock.clock.end == nil,
      clock.place == 0 || (clock.place <= 6 && dates.days.first?.place == 0),
      clock.after <= dates.tokens.count, clock.after > 0
    else { return nil }
    let end = dates.tokens[clock.after - 1].end
    let rest = String(decoding: utf8.dropFirst(end), as: UTF8.self)
    return (clockText ?? "", Substring(rest))
  }

  /// The time of day in it as it is written.
  fileprivate var clockText: String? {
    let text = String(prefix(40))
    let dates = DatesInLine(text, limit: 12)
    guard let clock = dates.clocks.first, clock.after > 0, clock.after <= dates.tokens.count else {
      return nil
    }
    let start = clock.place > 0 ? dates.tokens[clock.place - 1].end : 0
    let end = dates.tokens[clock.after - 1].end
    return String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self).squeezed
  }

  /// The colon that ends who writes to whom.
  fileprivate func lastColon(before whole: Substring) -> Substring.Index? {
    firstIndex(of: ":")
  }
}

/// `[00:01:02] Jo Doe: Good morning`: when since the beginning, who, and what they say.
struct StampedLine {
  var name: String
  /// Since the beginning.
  var seconds: Int
  var text: String

  init?(_ line: String) {
    var known = KnownNames()
    self.init(line, known: &known)
  }

  /// Each name is looked at once, as there are few of them.
  init?(_ line: String, known: inout KnownNames) {
    guard let first = line.utf8.first, "[(0123456789".utf8.contains(first) else { return nil }
    let end = line.utf8.prefix(16).firstIndex(of: UInt8(ascii: " "))
    guard let end, let seconds = TimedName.seconds(line[..<end]) else { return nil }
    let rest = line[end...].drop { " -–\t".contains($0) }
    guard let colon = rest.utf8.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    guard let name = known.name(of: rest[..<colon], Self.speaker) else { return nil }
    self.name = name
    self.seconds = seconds
    text = rest[rest.index(after: colon)...].squeezed
  }

  private static func speaker(_ label: Substring) -> String? {
    let name = label.squeezed
    return name.looksLikeLabel && !name.contains(where: \.isNumber) ? name : nil
  }
}

/// What stood beside times, and whose name it is: few speakers have many turns, and each name is
/// looked at once.
struct KnownNames {
  /// `nil` behind what can be nobody's name.
  private var names: [Substring: String?] = [:]

  mutating func name(of label: Substring, _ read: (Substring) -> String?) -> String? {
    if let known = names[label] { return known }
    let name = read(label)
    // More than a roundtable has are no names.
    if names.count >= 500 { names.removeAll() }
    names[label] = .some(name)
    return name
  }
}

/// A line that says who speaks from when on: `Jo Doe  0:15`, `0:15 Jo Doe`.
struct TimedName {
  var name: String
  /// Since the beginning.
  var seconds: Int

  init?(_ text: String) {
    var known = KnownNames()
    self.init(text, known: &known)
  }

  /// A transcript has few speakers and many turns: each name is looked at once.
  init?(_ text: String, known: inout KnownNames) {
    guard text.utf8.count < 90 else { return nil }
    // `Jo Doe (00:15):`
    let text = text.last == ":" ? String(text.dropLast()) : text
    guard let last = text.unicodeScalars.last else { return nil }
    if last.isFigure || last == ")" || last == "]" {
      guard let space = text.utf8.lastIndex(of: UInt8(ascii: " ")),
        let seconds = Self.seconds(text[text.utf8.index(after: space)...])
      else { return nil }
      guard let name = known.name(of: text[..<space], Self.speaker) else { return nil }
      self.name = name
      self.seconds = seconds
      return
    }
    guard let first = text.unicodeScalars.first, first.isFigure || first == "[" || first == "("
    else {
      return nil
    }
    var words = text.split(separator: " ")
    guard (2...7).contains(words.count), let seconds = Self.seconds(words.removeFirst()) else {
      return nil
    }
    let name = words.joined(separator: " ").trimmedMarks
    guard name.looksLikeName || name.looksLikeSpeakerNumber, !name.contains(":") else { return nil }
    self.name = name
    self.seconds = seconds
  }

  private static func speaker(_ head: Substring) -> String? {
    let words = head.split(separator: " ")
    guard !words.isEmpty else { return nil }
    let name = words.joined(separator: " ").trimmedMarks
    let isSpeaker =
      name.looksLikeLabel && (!name.contains(where: \.isNumber) || name.looksLikeSpeakerNumber)
    return isSpeaker ? name : nil
  }

  /// `0:15`, `01:02:03`, `(00:15)`.
  static func seconds(_ stamp: Substring) -> Int? {
    var (total, part, figures, parts) = (0, 0, 0, 1)
    for byte in stamp.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        part = part * 10 + Int(byte - UInt8(ascii: "0"))
        figures += 1
        guard figures <= 2 else { return nil }
      case UInt8(ascii: ":"):
        guard figures > 0, part < 60 || total == 0 else { return nil }
        (total, part, figures, parts) = (total * 60 + part, 0, 0, parts + 1)
      default: return nil
      }
    }
    guard (2...3).contains(parts), figures > 0, part < 60 || total == 0 else { return nil }
    return total * 60 + part
  }
}

extension String {
  fileprivate var looksLikeSpeakerNumber: Bool {
    let words = split(separator: " ")
    return words.count == 2
      && ["speaker", "participant", "unknown"].contains(words[0].lowercased())
      && Int(words[1]) != nil
  }
}
