import SessionModel

/// A checkpoint's notes, read straight from their lines.
///
/// Nine lines in ten of a long session are notes, and asking a decoder for each word in them took
/// two thirds of a start. A line that is not as this program writes it goes to the decoder after
/// all, so what is read is the same; only the way to it is shorter.
struct NoteRows {
  /// The checkpoint without them.
  let rest: [UInt8]
  private let rows: RowReader
  private let length: Int

  /// The lines before the first note; nothing in a text can look like them, as line ends in
  /// texts are escaped.
  private static let heading: StaticString = "\n    \"notes\": {\n      \"all\": [\n"
  private static let ending: StaticString = "\n      ]"

  /// `nil` where the bytes have no such lines.
  init?(in bytes: UnsafeBufferPointer<UInt8>) {
    guard let rows = RowReader(bytes, behind: Self.heading) else { return nil }
    let start = rows.place
    guard let end = rows.find(Self.ending) else { return nil }
    self.rows = rows
    length = end - start
    rest = Array(bytes[..<start]) + bytes[end...]
  }

  /// Whether to read them takes so long that something else can be done meanwhile.
  var areMany: Bool { length > 65_536 }

  /// For how many notes more there is room behind those that are read.
  private static let toCome = 2000

  /// `nil` where a line is no note.
  func notes() -> [Note]? {
    var reader = rows
    let end = reader.place + length
    var before = NoteBefore()
    var areAll = true
    // Room for all of them at once: to grow step by step would copy them again and again. Those of
    // the hours to come find theirs as well, in pages that are not taken before.
    let most = reader.lineEnds(before: end) + 1
    let notes = [Note](unsafeUninitializedCapacity: most + Self.toCome) { room, count in
      Memory.take(
        UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room[..<most])))
      while reader.place < end {
        guard let note = reader.note(after: &before) ?? reader.decodedRow(Note.self),
          count < room.count, count == 0 || room[count - 1].id < note.id, reader.endsRow()
        else {
          areAll = false
          return
        }
        room.initializeElement(at: count, to: note)
        count += 1
      }
    }
    return areAll ? notes : nil
  }
}

/// What the note before was like: most notes share their author, binding, kind and minute with it.
private struct NoteBefore {
  /// A row up to its name, which says who wrote it and what it is bound to.
  var head = LastRead<(author: Seat, binding: NoteBinding)>()
  var kind = LastRead<Note.Kind>()
  var written = MomentReader()
}

extension RowReader {
  /// A note in the words in which this program writes it; `nil` where it is written otherwise.
  fileprivate mutating func note(after before: inout NoteBefore) -> Note? {
    let author: Seat
    let binding: NoteBinding
    var detail: NoteDetail?
    if let head = before.head.again(in: &self) {
      (author, binding) = head
    } else {
      let start = place
      guard take("        {"), let seat: Seat = code("\"author\":\""),
        take(",\"binding\":{"), let bound = self.binding()
      else { return nil }
      (author, binding) = (seat, bound)
      before.head.know((author, binding), from: self, start: start)
    }
    if take(",\"detail\":") {
      guard let known = object(NoteDetail.self) else { return nil }
      detail = known
    }
    guard let id: NoteID = name(",\"id\":\""), take(",\"kind\":") else { return nil }
    let kind: Note.Kind
    if let same = before.kind.again(in: &self) {
      kind = same
    } else {
      let start = place
      guard let read: Note.Kind = code("\"") else { return nil }
      kind = read
      before.kind.know(kind, from: self, start: start)
    }
    guard let text = text(",\"text\":\""), take(",\"written\":\""), let time = quoted(),
      let written = before.written.read(time), take("}")
    else { return nil }
    return Note(
      id: id, kind: kind, text: text, author: author, written: written, binding: binding,
      detail: detail)
  }

  private mutating func binding() -> NoteBinding? {
    var binding = NoteBinding()
    guard !take("}") else { return binding }
    binding.poll = name("\"poll\":\"")
    if binding.poll != nil { _ = take(",") }
    binding.question = name("\"question\":\"")
    if binding.question != nil { _ = take(",") }
    binding.segment = name("\"segment\":\"")
    if binding.segment != nil { _ = take(",") }
    binding.speaker = name("\"speaker\":\"")
    return take("}") ? binding : nil
  }
}
