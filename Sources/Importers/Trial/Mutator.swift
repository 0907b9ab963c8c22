import SessionModel

/// Makes broken variants of files, the same ones for the same seed, to try importers with.
///
/// Nineteen in twenty are made of a piece of a file, 16 bytes to 4 KB long and most of them short,
/// since what breaks an importer stands in a few lines; one in twenty of a whole file; one in ten
/// thousand is a piece laid end to end until it is 256 KB long, and as many say a few words over and
/// over for as long.
public struct Mutator: Sendable {
  private let files: [[UInt8]]
  private var generator: SeededGenerator

  /// Traps where there are no files.
  public init(files: [[UInt8]], seed: UInt64) {
    precondition(!files.isEmpty, "There is something to break")
    self.files = files
    generator = SeededGenerator(seed: seed)
  }

  /// The next variant: of a file, or of the halves of two.
  public mutating func next() -> [UInt8] {
    var bytes = piece()
    if chance(5) {
      let other = piece()
      bytes = Array(bytes.prefix(place(in: bytes))) + other.suffix(place(in: other))
    }
    if chance(10_000), !bytes.isEmpty {
      bytes = Array(repeatElement(bytes, count: 1 + 262_144 / bytes.count).joined())
    }
    if chance(10_000) { bytes = monotony().bytes(262_144) }
    for _ in 0..<Int.random(in: 1...6, using: &generator) { mutate(&bytes) }
    return bytes
  }

  /// One that is known, or a few words that nobody thought of.
  private mutating func monotony() -> Monotony {
    guard !chance(2) else { return pick(Monotony.known) }
    func words(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &generator)).map { _ in
        pick(Self.words) + pick(["", " ", " ", "\n", ", "])
      }.joined()
    }
    return Monotony(words(0...2), words(1...3))
  }

  /// A file, or a piece of one.
  private mutating func piece() -> [UInt8] {
    let file = pick(files)
    guard !chance(20) else { return file }
    let length = (16 << Int.random(in: 0...8, using: &generator))
    // Half of the pieces begin where the file does, since that is where it says what it is.
    let start = chance(2) ? 0 : place(in: file)
    return Array(file[start...].prefix(Int.random(in: 16...max(16, length), using: &generator)))
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let at = place(in: bytes)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: at)
    case 1 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &generator)
    case 2 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 3: bytes.insert(contentsOf: Array(pick(Self.words).utf8), at: at)
    case 4:
      bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...80, using: &generator)))
    case 5: bytes.removeSubrange(at...)
    case 6:
      let end = min(bytes.count, at + Int.random(in: 1...200, using: &generator))
      bytes.insert(contentsOf: bytes[at..<end], at: place(in: bytes))
    case 7:
      let word = Array(pick(Self.words).utf8)
      let times = Int.random(in: 1...300, using: &generator)
      bytes.insert(contentsOf: (0..<times).flatMap { _ in word }, at: at)
    case 8: bytes = bytes.map { $0 == 0x0A ? 0x20 : $0 }
    case 9: bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    case 10: bytes = bytes.map { $0 == 0x20 ? 0x0A : $0 }
    default: bytes.swapAt(place(in: bytes, isInside: true), place(in: bytes, isInside: true))
    }
    if bytes.isEmpty { bytes = [0x20] }
  }

  private mutating func place(in bytes: [UInt8], isInside: Bool = false) -> Int {
    Int.random(in: 0...max(0, bytes.count - (isInside ? 1 : 0)), using: &generator)
  }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &generator) == 0
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &generator)]
  }

  /// What importers look for.
  private static let words = [
    ">>", ">> ", ":", "Speaker 1:", "Organizer 1:", "Organizer 99999999999:", "1.", "A)", "17.19",
    "9.c", "- ", "\n\n", "\t", "<p>", "</p>", "<li>", "</td>", "<b", "&gt;&gt;", "&#x110000;",
    "<!--",
    "(GRULAC)", ", Civil Society, African Group", "10:00-11:00", "25:99", "7 March 2022",
    "31 February 2020",
    "00:00:01.000 --> 00:00:02.000", "99999999:00 --> 1", "<v ", "WEBVTT\n", "BEGIN:VCALENDAR\n",
    "BEGIN:VEVENT\nDTSTART:99999999T999999Z\n", "BEGIN:VCARD\n", "DURATION:PT999999H",
    "TZOFFSETTO:+9999",
    "Policy Question(s)", "SDGs\n", "Session transcript\n", "Speech speed\n",
    "Round Table - 60 Min",
    "9999999999999 Min", "IGF 2021 WS #1 ", "[", "](", "**", "\\", "\"", ",", ";", "|", "\u{FEFF}",
    "\u{202E}", "\u{0}", "é", "👩‍👩‍👧", "你好", "?", "GOAL 18: ", "From a to b:", "[1:2] x:", "x 0:15\n",
  ]
}
