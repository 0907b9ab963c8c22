/// What shows canvases and hands over what people do.
///
/// The real one speaks through ncurses; tests use one that records.
@MainActor
public protocol Terminal: AnyObject {
  /// The present size, in cells.
  var size: Size { get }

  /// Shows a canvas; sends only what differs from the one before, in one write.
  func show(_ canvas: Canvas)

  /// Everything typed, pasted and clicked since the last call, in order; empty when nothing was.
  func takeInput() -> [Input]
}
