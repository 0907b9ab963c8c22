/// The signs that the program draws; each takes one column.
public struct Glyphs: Equatable, Sendable {
  public var check: String
  /// Where things are now.
  public var current: String
  public var pending: String
  public var warning: String
  public var room: String
  public var online: String
  public var live: String
  public var late: String
  public var hairline: String
  public var vertical: String
  /// What fills the empty part of a bar.
  public var track: String
  public var ellipsis: String
  /// What stands before a field: the rapporteur's line.
  public var prompt: String
  /// Between two things said in one line.
  public var dot: String
  public var bullet: String
  public var up: String
  public var down: String
  public var left: String
  public var right: String
  public var chosen: String
  public var unchosen: String
  /// Eight bars growing to the right, one eighth of a cell each.
  public var bars: [String]
  /// Eight bars growing upwards.
  public var columns: [String]
  /// The sign of each kind of note, by the kind's code.
  public var notes: [String: String]

  /// A cell filled that far from the left; a space below 1, full above 7.
  public func bar(eighths: Int) -> String {
    eighths < 1 ? " " : bars[min(eighths, 8) - 1]
  }

  /// A cell filled that far from below; a space below 1, full above 7.
  public func column(eighths: Int) -> String {
    eighths < 1 ? " " : columns[min(eighths, 8) - 1]
  }

  /// The sign of a kind of note; a dot for one it has not heard of.
  public func note(_ kind: String) -> String {
    notes[kind] ?? dot
  }

  public static let unicode = Glyphs(
    check: "✓", current: "▶", pending: "·", warning: "!", room: "◉", online: "◌", live: "●",
    late: "▲", hairline: "─", vertical: "│", track: "·", ellipsis: "…", prompt: "›", dot: "·",
    bullet: "•", up: "↑", down: "↓", left: "←", right: "→", chosen: "◉", unchosen: "○",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    columns: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    notes: [
      "note": "·", "takeaway": "★", "call_to_action": "→", "agreement": "+", "disagreement": "≠",
      "question": "?", "quote": "“", "unresolved": "~", "commitment": "✓", "link": "^",
      "parking_lot": "_", "argument": "▸", "partial_agreement": "≈", "compromise": "&",
      "action_item": "□", "follow_up": "↪", "thought_provoking": "✱", "pro": "△", "con": "▽",
    ])

  /// For terminals and locales that can draw nothing else.
  public static let ascii = Glyphs(
    check: "x", current: ">", pending: ".", warning: "!", room: "@", online: "o", live: "*",
    late: "^", hairline: "-", vertical: "|", track: ".", ellipsis: "~", prompt: ">", dot: "-",
    bullet: "*", up: "^", down: "v", left: "<", right: ">", chosen: "*", unchosen: "o",
    bars: [" ", " ", " ", "=", "=", "=", "=", "="],
    columns: [" ", ".", ".", ":", ":", "|", "|", "#"],
    // The characters that choose the kind when a line is captured.
    notes: [
      "note": ".", "takeaway": "!", "call_to_action": ">", "agreement": "+", "disagreement": "-",
      "question": "?", "quote": "\"", "unresolved": "~", "commitment": "=", "link": "^",
      "parking_lot": "_", "argument": "*", "partial_agreement": "%", "compromise": "&",
      "action_item": "[", "follow_up": "/", "thought_provoking": "$", "pro": "A", "con": "V",
    ])
}
