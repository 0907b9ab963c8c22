import SessionModel

extension Segment.Kind {
  /// What a point's title says it is for.
  static func of(title: String) -> Self {
    let words = Set(title.wordKey.split(separator: " ").map(String.init))
    func has(_ list: String...) -> Bool { list.contains { words.contains($0) } }
    if has("lunch", "coffee", "tea", "recess", "intermission", "dinner", "pausa", "pause")
      || (has("break") && !has("out", "ice") && words.count <= 8)
    {
      return .pause
    }
    if has("opening", "welcome", "welcoming") { return .opening }
    if has("closing", "close", "adjournment", "wrap") { return .closing }
    if has("breakout", "breakouts") || (has("break") && has("out")) { return .breakout }
    if has("poll", "survey", "mentimeter") { return .poll }
    if has("open") && has("floor", "discussion", "debate") || title.wordKey.contains("q a") {
      return .openFloor
    }
    if has("framing", "introductory", "keynote", "keynotes", "presentations", "introduction") {
      return .framing
    }
    return .discussion
  }
}
