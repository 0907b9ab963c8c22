import TerminalUI

/// Makes keys, clicks and pastes of the bytes a terminal sends.
///
/// A pure value: bytes and the time they came go in, input comes out. What a terminal answers to
/// questions nobody waits for any more is swallowed, so that it never ends up in a note.
struct InputParser: Sendable {
  typealias Instant = ContinuousClock.Instant

  /// How long a lone Escape waits for what may belong to it.
  var escapeDelay: Duration
  /// How long a paste may pause before it counts as over, and a torn sequence before it is dropped.
  var patience: Duration
  /// How many bytes of one paste are kept; the rest of it is read and dropped.
  var pasteLimit: Int
  /// Further spellings of keys, as this terminal's own description has them.
  var spellings: [[UInt8]: Key]

  /// What has come of a sequence or a character that is not complete.
  private var held: [UInt8] = []
  private var state = State.ground
  private var pasted: [UInt8] = []
  private var lastByte: Instant?

  private enum State { case ground, paste }

  init(
    escapeDelay: Duration = .milliseconds(25), patience: Duration = .seconds(1),
    pasteLimit: Int = 4 << 20, spellings: [[UInt8]: Key] = [:]
  ) {
    self.escapeDelay = escapeDelay
    self.patience = patience
    self.pasteLimit = pasteLimit
    self.spellings = spellings
  }

  /// When `expire` has something to decide; `nil` while nothing is half done.
  var deadline: Instant? {
    guard let lastByte else { return nil }
    switch state {
    case .paste: return lastByte + patience
    case .ground:
      guard !held.isEmpty else { return nil }
      return lastByte + (EscapeSequence.mayBeKeys(held) ? escapeDelay : patience)
    }
  }

  /// Takes bytes in and gives what they complete.
  mutating func feed(_ bytes: some Collection<UInt8>, at now: Instant) -> [Input] {
    guard let first = bytes.first else { return expire(at: now) }
    // A busy program reads late; what continues a sequence is not a key that came after it.
    let continues = state == .ground && held == [0x1B] && (first == 0x5B || first == 0x4F)
    var inputs = continues ? [] : expire(at: now)
    lastByte = now
    var text = Typed()
    held.append(contentsOf: bytes)
    var rest = held[...]
    while !rest.isEmpty {
      if state == .paste {
        guard let paste = takePaste(&rest) else { break }
        inputs.append(paste)
        continue
      }
      guard let piece = takePiece(&rest) else { break }
      switch piece {
      case .scalar(let scalar): text.append(scalar)
      case .input(let input):
        text.flush(to: &inputs)
        inputs.append(input)
      case .pasteStart:
        text.flush(to: &inputs)
        state = .paste
      case .nothing: break
      }
    }
    text.flush(to: &inputs)
    held = Array(rest)
    return inputs
  }

  /// Decides what has waited long enough: an Escape was one, a paste is over.
  mutating func expire(at now: Instant) -> [Input] {
    guard let deadline, now >= deadline else { return [] }
    defer { held = [] }
    if state == .paste {
      state = .ground
      return [finishPaste()]
    }
    guard EscapeSequence.mayBeKeys(held) else {
      return held.first == 0x1B ? [] : [.key(Key(.character("\u{FFFD}")))]
    }
    return EscapeSequence.keys(of: held).map(Input.key)
  }

  private enum Piece {
    case scalar(Unicode.Scalar)
    case input(Input)
    case pasteStart
    case nothing
  }

  /// Takes the next whole piece off the front; `nil` when more bytes must come.
  private func takePiece(_ rest: inout ArraySlice<UInt8>) -> Piece? {
    guard let first = rest.first else { return nil }
    if first == 0x1B { return takeSequence(&rest) }
    if first < 0x20 || first == 0x7F {
      rest.removeFirst()
      return .input(.key(Key(control: first)))
    }
    return takeScalar(&rest).map(Piece.scalar)
  }

  private func takeSequence(_ rest: inout ArraySlice<UInt8>) -> Piece? {
    guard let length = EscapeSequence.length(of: rest) else { return nil }
    let sequence = Array(rest.prefix(length))
    rest.removeFirst(length)
    if let key = spellings[sequence] { return .input(.key(key)) }
    if sequence == EscapeSequence.pasteStart { return .pasteStart }
    return EscapeSequence.input(of: sequence).map(Piece.input) ?? .nothing
  }

  /// Takes one UTF-8 scalar; a byte that cannot be one becomes U+FFFD.
  private func takeScalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    let first = rest[rest.startIndex]
    if first < 0x80 {
      rest.removeFirst()
      return Unicode.Scalar(first)
    }
    let length = UTF8Length.of(leading: first)
    let bytes = rest.prefix(length)
    let isTorn = bytes.dropFirst().contains { $0 & 0xC0 != 0x80 }
    if bytes.count < length, !isTorn { return nil }
    if length > 0, !isTorn,
      let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    {
      rest.removeFirst(length)
      return scalar
    }
    rest.removeFirst()
    return "\u{FFFD}"
  }

  /// Moves bytes into the paste; gives it when its end has come.
  private mutating func takePaste(_ rest: inout ArraySlice<UInt8>) -> Input? {
    let end = EscapeSequence.pasteEnd
    var index = rest.startIndex
    while let escape = rest[index...].firstIndex(of: 0x1B) {
      let tail = rest[escape...].prefix(end.count)
      if tail.elementsEqual(end) {
        keep(rest[..<escape])
        rest = rest[(escape + end.count)...]
        state = .ground
        return finishPaste()
      }
      // The end itself may be torn in two.
      if tail.count < end.count, end.starts(with: tail) {
        keep(rest[..<escape])
        rest = rest[escape...]
        return nil
      }
      index = escape + 1
    }
    keep(rest)
    rest = rest[rest.endIndex...]
    return nil
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    pasted.append(contentsOf: bytes.prefix(max(0, pasteLimit - pasted.count)))
  }

  private mutating func finishPaste() -> Input {
    defer { pasted = [] }
    return .paste(PastedText.clean(pasted))
  }
}

/// Scalars typed one after another, until they are cut into the characters people see.
private struct Typed {
  private var text = ""

  mutating func append(_ scalar: Unicode.Scalar) {
    guard !(0x80...0x9F).contains(scalar.value) else { return }
    text.unicodeScalars.append(scalar)
  }

  mutating func flush(to inputs: inout [Input]) {
    guard !text.isEmpty else { return }
    inputs += text.map { .key(Key(.character($0))) }
    text = ""
  }
}

/// How many bytes a UTF-8 character takes.
enum UTF8Length {
  /// 1 to 4, or 0 when no character starts so.
  static func of(leading byte: UInt8) -> Int {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}

/// Pasted bytes as text that a field can take.
enum PastedText {
  /// Line ends as `\n`, tabs kept; other control characters and those that turn text around are gone.
  static func clean(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !isAfterReturn { scalars.append("\n") }
      case 0x09: scalars.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
