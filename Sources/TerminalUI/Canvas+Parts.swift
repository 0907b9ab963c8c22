/// What a part of a canvas shows, in numbers: while they are the same, so is its picture.
public struct PartState: Equatable, Sendable {
  /// Of everything that is not said in the details.
  public var revision: Int
  public var details: [Int]

  public init(revision: Int, details: [Int] = []) {
    self.revision = revision
    self.details = details
  }
}

/// The parts of a canvas that were drawn from a known state.
///
/// A key that moves a selection changes two rows; a large screen has fifty more, which are taken
/// from the canvas before instead of being drawn again.
struct DrawnParts: Sendable {
  private struct Part {
    var name: String
    var state: PartState
    var rect: Rect
    var targets: [ClickTarget]
    var cursor: Cursor?
  }

  /// A cursor that a part has put somewhere.
  struct Cursor {
    var point: Point
    var isVisible: Bool
  }

  private var drawn: [Part] = []
  /// The canvas before: its parts and what they look like.
  private var earlier: [Part] = []
  private(set) var cells: [Cell] = []
  /// Where in `earlier` the next part is looked for first; they come in the same order.
  private var place = 0

  mutating func follow(_ canvas: Canvas) {
    earlier = canvas.parts.drawn
    cells = earlier.isEmpty ? [] : canvas.cells
  }

  /// Lets go of the canvas before, or of all that could be taken over from this one.
  mutating func close(keeping isKept: Bool) {
    (earlier, cells, place) = ([], [], 0)
    if !isKept { drawn = [] }
  }

  /// What belongs to a part that looks as it did, beside its cells; `nil` where it must be drawn.
  mutating func again(
    _ name: String, _ state: PartState, _ rect: Rect
  ) -> (targets: [ClickTarget], cursor: Cursor?)? {
    let count = earlier.count
    for step in 0..<count {
      let index = (place + step) % count
      let part = earlier[index]
      guard part.name == name, part.rect == rect, part.state == state else { continue }
      place = index + 1
      drawn.append(part)
      return (part.targets, part.cursor)
    }
    return nil
  }

  mutating func note(
    _ name: String, _ state: PartState, _ rect: Rect, targets: [ClickTarget], cursor: Cursor?
  ) {
    drawn.append(Part(name: name, state: state, rect: rect, targets: targets, cursor: cursor))
  }
}

extension Canvas {
  /// Draws a part, or takes it from the canvas before where its name, place and state are the same.
  ///
  /// `draw` must stay within the rectangle and show nothing that the state does not tell; without a
  /// state it is always called.
  public mutating func part(
    _ name: String, of state: PartState?, in rect: Rect, draw: (inout Canvas) -> Void
  ) {
    guard let state, rect.intersection(bounds) == rect else { return draw(&self) }
    if let part = parts.again(name, state, rect) {
      copy(rect)
      targets += part.targets
      if let known = part.cursor { (cursor, isCursorVisible) = (known.point, known.isVisible) }
      return
    }
    let (count, before) = (targets.count, cursor)
    cursor = nil
    draw(&self)
    parts.note(
      name, state, rect, targets: Array(targets[count...]),
      cursor: cursor.map { DrawnParts.Cursor(point: $0, isVisible: isCursorVisible) })
    cursor = cursor ?? before
  }

  /// Ends the drawing; where something lies over its parts, the next canvas can take none of them.
  public mutating func finish(keepingParts isKept: Bool) {
    parts.close(keeping: isKept)
  }

  /// Takes a rectangle's cells from the canvas before.
  private mutating func copy(_ rect: Rect) {
    let columns = size.columns
    parts.cells.withUnsafeBufferPointer { old in
      cells.withUnsafeMutableBufferPointer { new in
        for row in rect.row..<rect.endRow {
          let start = row * columns + rect.column
          let run = start..<start + rect.columns
          _ = new[run].update(fromContentsOf: old[run])
        }
      }
    }
  }
}
