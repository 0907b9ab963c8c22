/// A text that says one thing over and over, since that is what an importer might read for longer
/// than its length deserves.
public struct Monotony: Equatable, Sendable, CustomStringConvertible {
  /// What stands before, once.
  public var head: String
  /// What is said again and again.
  public var unit: String

  public init(_ head: String, _ unit: String) {
    self.head = head
    self.unit = unit
  }

  public init(_ unit: String) { self.init("", unit) }

  /// As many bytes of it.
  public func bytes(_ count: Int) -> [UInt8] {
    let unit = Array(unit.utf8)
    var bytes = Array(head.utf8)
    bytes.reserveCapacity(count + unit.count)
    while bytes.count < count { bytes += unit }
    return bytes
  }

  public var description: String { "\(head.debugDescription) + \(unit.debugDescription) ..." }

  /// Those that are known to say something to an importer: marks, names, lists, headings, cells,
  /// cues, elements; on one line and on as many as there can be.
  public static let known: [Monotony] = [
    Monotony("t nobo "), Monotony("\u{80} ", "t nobo "), Monotony("é ", "mr "), Monotony("Dr. "),
    Monotony(":"), Monotony("a: "), Monotony("("), Monotony(")"), Monotony("["), Monotony("]"),
    Monotony("[](x)"), Monotony("[a", "](x) a"), Monotony("[", "](x "), Monotony(","),
    Monotony(", "), Monotony("1"), Monotony("1 "), Monotony("1. "), Monotony("1. a? "),
    Monotony("A) a? "), Monotony("9.c "), Monotony("• "), Monotony("•"), Monotony("- "),
    Monotony("\r"), Monotony("a\r"), Monotony("\""), Monotony("\"a\","), Monotony("\t"),
    Monotony("a\t"), Monotony("|"), Monotony(" | "), Monotony(">>"), Monotony(">> "),
    Monotony(">> A: b "), Monotony("> "), Monotony("&gt;&gt; "), Monotony("*"), Monotony("_"),
    Monotony("\\"), Monotony("#"), Monotony("?"), Monotony(" "), Monotony("a"), Monotony("é"),
    Monotony("👩‍👩‍👧"), Monotony("e\u{301}"), Monotony("\u{301}"), Monotony("🇫🇷"), Monotony("&"),
    Monotony("\u{202E}"), Monotony("a\n"), Monotony("a?\n"), Monotony("a:\n"), Monotony("a.\n"),
    Monotony("- a?\n"), Monotony("- a:\n"), Monotony("1. a?\n"), Monotony("10:00-11:00 A\n"),
    Monotony("Jo Doe, "), Monotony("Jo Doe; "), Monotony("Jo Doe\n"), Monotony("Jo Doe  0:15\na\n"),
    Monotony("Jo Doe: a b c d\n"), Monotony("JO DOE: a. "),
    Monotony("Jo Doe, Civil Society, WEOG\n"),
    Monotony("Jo Doe, Org, Civil Society, WEOG "), Monotony("Speaker 1: Jo Doe "),
    Monotony("Speaker 1: Jo Doe, Civil Society, African Group\n"),
    Monotony("Speaker 1: Jo Doe ", "(male) "), Monotony("Speaker 1: Jo Doe ", "(a) "),
    Monotony("Speaker 1: ", "Mr. "), Monotony("Speaker 1: ", "mr,"),
    Monotony("Speaker 1: a", ", tbc"),
    Monotony("Organizer 1: A Organizer 2: B ", "Moderator "),
    Monotony("Organizer 1: A Organizer 2: B ", "Policy Question(s): 1. a? "),
    Monotony("Organizer 1: A Organizer 2: B SDGs ", "9.c "),
    Monotony("Organizer 1: A Organizer 2: B ", "Monday, 1 May 2022 (10:00 UTC) "),
    Monotony("Organizer 1: A\n", "Round Table - 60 Min\n"), Monotony("IGF 2021 WS #1 A\n"),
    Monotony("Policy Question(s)\n", "a\n"), Monotony("Policy Question(s)\n", "a b c d e f? "),
    Monotony("Policy Question(s)\n", "1. a? "), Monotony("Policy Question(s)\n", "- a\n"),
    Monotony("SDGs\n", "1,"), Monotony("SDGs\n", "9.c\n"), Monotony("SDGs\n", "5;"),
    Monotony("Speakers\n", "Jo Doe, Org\n"), Monotony("Speakers\n", "Director of A\n"),
    Monotony("Speakers\n", "avatar for Jo Doe\nJo Doe\nA\nb\n"), Monotony("Moderator\n", "a\n"),
    Monotony("Online Moderator\n", "Jo Doe\n"), Monotony("Key Takeaways\n", ","),
    Monotony("Key Takeaways\n", "- a b c d\n"), Monotony("Agenda\n", "[5 min]\nA\n- Jo Doe, Org\n"),
    Monotony("Background documents\n", "("), Monotony("Background documents\n", "http://a.b "),
    Monotony("10:00-11:00 A\nSpeakers\n", "- Jo Doe, Org\n"),
    Monotony("10:00-11:00 A\n", "Please send it until 1 May. "),
    Monotony("Guiding questions\n", "1. a?\n"),
    Monotony("Session at a glance\nSummary\n", "a\n"),
    Monotony("Session transcript\n", "Jo Doe: a b c d\n"),
    Monotony("Jo Doe\nSpeech speed\n1 words per minute\n"),
    Monotony("Agreements\n", "a\nSpeakers\nJo Doe\nArguments\nb\n"),
    Monotony("WEBVTT\n\n00:01.000 --> 00:02.000\n", "a\n"),
    Monotony("WEBVTT\n\n", "00:01.000 --> 00:02.000\n<v Jo>a\n\n"),
    Monotony("WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v Jo>a "),
    Monotony("WEBVTT\n\n00:01.000 --> 00:02.000\n", "<"),
    Monotony("16:32:05 From Jo Doe to Everyone: a\n"),
    Monotony("16:32:05 From Jo Doe to Everyone: a\n", "b\n"), Monotony("[10:00] Jo Doe\na\n"),
    Monotony("Name,Organisation\n", "Jo Doe,a\n"), Monotony("Name\n", "a\n"),
    Monotony("Name,", "Name,"), Monotony("Name,Role\nJo Doe,", "speaker and "),
    Monotony("Name,Join time,Duration\n", "Jo Doe,10:00,43\n"), Monotony("poll,method,", "word 1,"),
    Monotony("poll,method,voter,", "a,"), Monotony("4 2\n", "1 1 2 0\n"), Monotony("4 2\n", "1 "),
    Monotony("4 2\n", "1=2="), Monotony("BEGIN:VCARD\nFN:Jo Doe\nEND:VCARD\n"),
    Monotony("BEGIN:VCARD\nN:", ";"), Monotony("BEGIN:VCARD\nNOTE:", "a\n "),
    Monotony("BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:", "a=\n"),
    Monotony("BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART;TZID=A:20220101T100000\nEND:VEVENT\n"),
    Monotony(
      "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:A\n",
      "BEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\n"),
    Monotony("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "ATTENDEE;CN=Jo Doe:a\n"),
    Monotony("<html>", "<b>"), Monotony("<html>", "<p>"), Monotony("<html>", "<div>"),
    Monotony("<html>", "</p>"), Monotony("<html>", "<p>a</p>"), Monotony("<html>", "<td>a"),
    Monotony("<html>", "<li>Jo Doe, Org</li>"), Monotony("<html>", "<a href='http://a.b'>a</a>"),
    Monotony("<html>", "&amp;"), Monotony("<html>", "<!--"), Monotony("<html>", "<a b='"),
    Monotony("<html>", "<script>"), Monotony("<html>", "<table>"), Monotony("<html>", "<select>"),
    Monotony("<b>a</b>\t"), Monotony("a<br>"), Monotony("<"),
  ]
}
