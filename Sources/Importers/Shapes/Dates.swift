/// A day as a source writes it, and a later one where it names two: `7-8 March 2022`.
struct StatedDay: Equatable {
  /// `nil` where only day and month stand.
  var year: Int?
  var month: Int
  var day: Int
  var lastDay: Int?
}

/// A time of day or a stretch of it: `16:30`, `10h-12h`, `9.00 am`.
struct StatedClock: Equatable {
  /// Minutes since midnight.
  var start: Int
  var end: Int?
  /// Minutes east of UTC; `nil` where no zone stands.
  var offset: Int?
  var zone: String?
}

/// What days and times stand in a line.
struct DatesInLine {
  private(set) var days: [(day: StatedDay, place: Int)] = []
  private(set) var clocks: [(clock: StatedClock, place: Int, after: Int)] = []
  let tokens: [Token]

  init(_ text: some StringProtocol, limit: Int = 60) {
    tokens = text.tokens(limit: limit)
    var index = 0
    while index < tokens.count {
      if let (day, next) = day(at: index) {
        days.append((day, index))
        index = next
      } else if let (clock, next) = stretch(at: index) {
        clocks.append((clock, index, next))
        index = next
      } else {
        index += 1
      }
    }
  }

  private func token(_ index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }

  private func isDash(_ index: Int) -> Bool { token(index)?.isSign("-–—−") ?? false }

  // MARK: Days

  private func day(at index: Int) -> (StatedDay, Int)? {
    if let found = numericDay(at: index) { return found }
    if let number = tokens[index].number, (1...31).contains(number), tokens[index].digits <= 2 {
      return dayFirst(number, at: index)
    }
    if let word = tokens[index].word, let month = Self.months[word] {
      return monthFirst(month, at: index)
    }
    return nil
  }

  private func dayFirst(_ number: Int, at index: Int) -> (StatedDay, Int)? {
    var next = skipSuffix(index + 1)
    var last: Int?
    if isDash(next) || token(next)?.word == "to" || token(next)?.word == "and"
      || token(next)?.isSign("&") ?? false,
      let second = token(next + 1)?.number, (1...31).contains(second),
      (token(next + 1)?.digits ?? 3) <= 2
    {
      last = second
      next = skipSuffix(next + 2)
    }
    if token(next)?.word == "of" || token(next)?.word == "de" { next += 1 }
    guard let word = token(next)?.word, let month = Self.months[word] else { return nil }
    next += 1
    let (year, after) = year(at: next)
    return (StatedDay(year: year, month: month, day: number, lastDay: last), after)
  }

  private func monthFirst(_ month: Int, at index: Int) -> (StatedDay, Int)? {
    var next = index + 1
    if token(next)?.isSign(".") ?? false { next += 1 }
    guard let number = token(next)?.number, (1...31).contains(number),
      (token(next)?.digits ?? 3) <= 2, !(token(next + 1)?.isSign(":") ?? false)
    else { return nil }
    next = skipSuffix(next + 1)
    var last: Int?
    if isDash(next), let second = token(next + 1)?.number, (1...31).contains(second),
      (token(next + 1)?.digits ?? 3) <= 2, !(token(next + 2)?.isSign(":") ?? false)
    {
      last = second
      next = skipSuffix(next + 2)
    }
    let (year, after) = year(at: next)
    return (StatedDay(year: year, month: month, day: number, lastDay: last), after)
  }

  /// `2021-12-07`, `28/10/2019`, `07.12.2021`.
  private func numericDay(at index: Int) -> (StatedDay, Int)? {
    guard let first = tokens[index].number, let sign = token(index + 1), !sign.isApart,
      sign.isSign("-/."), let second = token(index + 2)?.number,
      let other = token(index + 3), other.kind == sign.kind, let third = token(index + 4)?.number
    else { return nil }
    let digits = (tokens[index].digits, tokens[index + 4].digits)
    if digits.0 == 4, (1900...2100).contains(first), (1...12).contains(second),
      (1...31).contains(third)
    {
      return (StatedDay(year: first, month: second, day: third), index + 5)
    }
    guard digits.1 == 4, (1900...2100).contains(third), (1...31).contains(first),
      (1...12).contains(second)
    else { return nil }
    return (StatedDay(year: third, month: second, day: first), index + 5)
  }

  private func year(at index: Int) -> (Int?, Int) {
    var next = index
    while token(next)?.isSign(",.") ?? false { next += 1 }
    if let year = token(next)?.number, (1990...2100).contains(year), token(next)?.digits == 4 {
      return (year, next + 1)
    }
    return (nil, index)
  }

  private func skipSuffix(_ index: Int) -> Int {
    guard let token = token(index), !token.isApart, let word = token.word,
      ["st", "nd", "rd", "th", "er", "º", "ª"].contains(word)
    else { return index }
    return index + 1
  }

  // MARK: Times

  private func stretch(at index: Int) -> (StatedClock, Int)? {
    guard let (first, after, isBare, firstHalf) = time(at: index) else { return nil }
    var (start, next, half) = (first, after, firstHalf)
    var clock = StatedClock(start: start)
    takeZone(&next, into: &clock)
    var between = next
    if token(between)?.isSign(",;") ?? false { between += 1 }
    let isRange = isDash(between) || ["to", "until", "till"].contains(token(between)?.word ?? "")
    if isRange, let (end, after, isEndBare, endHalf) = time(at: between + 1) {
      guard !(isBare && isEndBare && half == nil && endHalf == nil) else { return nil }
      // `2:00 - 3:30 pm` means the afternoon twice.
      if half == nil, let endHalf, start < 720, endHalf == .afternoon, start + 720 < end {
        start += 720
        half = .afternoon
        clock.start = start
      }
      clock.end = end
      next = after
      takeZone(&next, into: &clock)
      return (clock, next)
    }
    return isBare ? nil : (clock, next)
  }

  private enum Half { case morning, afternoon }

  /// The minutes, what follows, whether nothing but a number stands there, and which half of the day.
  private func time(at index: Int) -> (Int, Int, Bool, Half?)? {
    guard let hour = token(index)?.number, hour <= 24, (token(index)?.digits ?? 3) <= 2 else {
      return nil
    }
    var next = index + 1
    var minute = 0
    var isBare = true
    if let sign = token(next), !sign.isApart, sign.isSign(":.") || sign.word == "h",
      let figures = token(next + 1), !figures.isApart, let value = figures.number,
      figures.digits == 2, value < 60
    {
      minute = value
      next += 2
      isBare = false
      if let sign = token(next), sign.isSign(":"), !sign.isApart, let seconds = token(next + 1),
        seconds.digits == 2, !seconds.isApart
      {
        next += 2
      }
    }
    if let word = token(next), ["h", "hrs", "hours", "uhr"].contains(word.word ?? "") {
      next += 1
      isBare = false
    }
    var half: Half?
    if let word = token(next)?.word, word == "am" || word == "pm" {
      half = word == "am" ? .morning : .afternoon
      next += 1
    } else if let word = token(next)?.word, word == "a" || word == "p",
      token(next + 1)?.isSign(".") ?? false, token(next + 2)?.word == "m"
    {
      half = word == "a" ? .morning : .afternoon
      next += token(next + 3)?.isSign(".") ?? false ? 4 : 3
    }
    var hours = hour
    if let half {
      guard (1...12).contains(hour) else { return nil }
      isBare = false
      hours = half == .morning ? hour % 12 : hour % 12 + 12
    }
    guard hours * 60 + minute <= 1440 else { return nil }
    return (hours * 60 + minute, next, isBare, half)
  }

  private func takeZone(_ next: inout Int, into clock: inout StatedClock) {
    guard clock.offset == nil else { return }
    var index = next
    if token(index)?.isSign("([") ?? false { index += 1 }
    guard let word = token(index)?.word, let offset = Self.zones[word] else { return }
    index += 1
    clock.zone = word.uppercased()
    clock.offset = offset
    if offset == 0, let sign = token(index), sign.isSign("+-–−"),
      let hours = token(index + 1)?.number,
      hours <= 14, token(index + 1)?.isApart == false
    {
      var minutes = hours * 60
      index += 2
      if token(index)?.isSign(":") ?? false, let more = token(index + 1)?.number, more < 60 {
        minutes += more
        index += 2
      }
      clock.offset = sign.isSign("+") ? minutes : -minutes
      clock.zone = "UTC"
    }
    if token(index)?.isSign(")]") ?? false { index += 1 }
    next = index
  }

  /// The zone behind `Time` or `Times` at the front: `Time (CET)`.
  var zoneOfTimes: StatedClock? {
    guard
      let place = tokens.prefix(3).firstIndex(where: { $0.word == "time" || $0.word == "times" })
    else { return nil }
    var clock = StatedClock(start: 0)
    var next = place + 1
    if token(next)?.word == "in" || token(next)?.isSign(":") ?? false { next += 1 }
    takeZone(&next, into: &clock)
    return clock.offset == nil ? nil : clock
  }

  /// A zone that stands by itself: `all times UTC-3`.
  var zoneAlone: StatedClock? {
    for index in tokens.indices {
      guard let word = tokens[index].word, word == "utc" || word == "gmt" else { continue }
      var clock = StatedClock(start: 0)
      var next = index
      takeZone(&next, into: &clock)
      if clock.offset != nil { return clock }
    }
    return nil
  }

  /// A zone without a number: `est` and `eat` are words in some languages, `EST` is none.
  fileprivate static func zone(inCapitals word: some StringProtocol) -> StatedClock? {
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
      let offset = zones[word.lowercased()]
    else { return nil }
    return StatedClock(start: 0, offset: offset, zone: String(word))
  }

  static let months: [String: Int] = {
    let names = [
      "january jan janvier enero janeiro", "february feb février fevrier febrero fevereiro",
      "march mar mars marzo março", "april apr avril abril", "may mai mayo maio",
      "june jun juin junio junho", "july jul juillet julio julho", "august aug août aout agosto",
      "september sep sept septembre septiembre setembro", "october oct octobre octubre outubro",
      "november nov novembre noviembre novembro",
      "december dec décembre decembre diciembre dezembro",
    ]
    var months: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for name in spellings.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// Minutes east of UTC of zones whose letters mean one thing.
  static let zones: [String: Int] = [
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "wat": 60, "cat": 120, "sast": 120, "eat": 180, "bst": 60, "edt": -240, "est": -300,
    "cdt": -300, "mdt": -360, "pst": -480, "pdt": -420, "brt": -180, "jst": 540, "kst": 540,
    "sgt": 480, "hkt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "gst": 240,
  ]
}

extension String {
  /// The zone that a line names behind `times`, or in brackets: `All times are CEST`, `(CET)`.
  var zoneInCapitals: StatedClock? {
    guard utf8.count < 160 else { return nil }
    let isOfTimes = wordKey.split(separator: " ").contains { $0 == "time" || $0 == "times" }
    var before: Character = " "
    for word in split(whereSeparator: { !$0.isLetter }) {
      if word.startIndex > startIndex { before = self[index(before: word.startIndex)] }
      guard isOfTimes || before == "(" || before == "[" else { continue }
      if let zone = DatesInLine.zone(inCapitals: word) { return zone }
    }
    return nil
  }
}

extension StatedTime {
  /// A day with a year, at a time of day.
  init?(_ day: StatedDay, year: Int? = nil, minutes: Int, offset: Int? = nil, zone: String? = nil) {
    guard let year = day.year ?? year, day.isOnCalendar(of: year) else { return nil }
    self.init(
      year: year, month: day.month, day: day.day, minutes: minutes, offset: offset, zone: zone)
  }

  /// Whether it stands earlier on a calendar and a clock, zones left aside.
  func isBefore(_ other: StatedTime) -> Bool {
    (year, month, day, minutes) < (other.year, other.month, other.day, other.minutes)
  }

  /// RFC 3339; `-00:00` where the source names no zone (RFC 3339, 4.3).
  public var text: String {
    let date = "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
    // A day ends at 24:00, which RFC 3339 does not write.
    let time = min(minutes, 1439)
    let clock = "T\((time / 60).padded(2)):\((time % 60).padded(2)):\(minutes > 1439 ? "59" : "00")"
    guard let offset else { return date + clock + "-00:00" }
    guard offset != 0 else { return date + clock + "Z" }
    let east = abs(offset)
    return date + clock + (offset < 0 ? "-" : "+")
      + "\((east / 60).padded(2)):\((east % 60).padded(2))"
  }
}

extension StatedDay {
  func isOnCalendar(of year: Int) -> Bool {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
  }
}

extension Int {
  func padded(_ digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
  }
}
