extension DatesInLine {
  /// Whether a line says when something is, and hardly anything else.
  var isMostlyDates: Bool {
    let others = tokens.compactMap(\.word).filter { word in
      Self.months[word] == nil && Self.zones[word] == nil && !Self.plain.contains(word)
    }
    return others.count <= 2
  }

  /// Whether a day or a time is all that a line says.
  var isMostlyDatesOnly: Bool { (!days.isEmpty || !clocks.isEmpty) && isMostlyDates }

  private static let plain: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "th", "st", "nd", "rd", "h", "am", "pm", "a", "p", "m", "to",
    "from", "until", "at", "day", "time", "date", "local", "hrs", "hours", "and", "of",
  ]
}
