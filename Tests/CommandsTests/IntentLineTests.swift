import SessionModel
import TestSupport
import Testing

@testable import Commands

struct IntentLineTests {
  @Test(arguments: UInt64(1)...20)
  func `every intent reads back from its line`(seed: UInt64) throws {
    var intents = RandomIntents(seed: seed, names: 99, isWild: true)
    for _ in 0..<400 {
      let intent = intents.next()
      let line = intent.line
      #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(try Intent(line: line) == intent, "\(line)")
    }
  }

  @Test(arguments: Grammar.all.map(\.example))
  func `the example of a command can be read`(line: String) throws {
    let intent = try Intent(line: line)
    #expect(try Intent(line: intent.line) == intent)
  }

  @Test(arguments: Grammar.all)
  func `the example of a command is its own`(command: Command) {
    #expect(command.example.hasPrefix(command.name))
    #expect(!command.seats.isEmpty)
  }

  @Test(arguments: [
    ("floor raise p4 --online --kind question", "floor raise p4 --online --kind question"),
    ("floor raise p4", "floor raise p4"),
    ("FLOOR Give NEXT", "floor give next"),
    ("floor give r3 --for 90", "floor give r3 --for 90m"),
    ("floor give --for 1:30 p2", "floor give p2 --for 90s"),
    ("floor skip r3 no-audio", "floor skip r3 no_audio"),
    ("floor skip r3 \"no audio\"", "floor skip r3 no_audio"),
    ("floor allow framing 180s", "floor allow framing 3m"),
    ("floor allow \"point of order\" 1h", "floor allow point_of_order 1h"),
    ("agenda extend -2m", "agenda extend -2m"),
    ("agenda extend s2 1h30m", "agenda extend s2 90m"),
    ("agenda add Opening remarks --for 12", "agenda add \"Opening remarks\" --for 12m"),
    ("agenda skip s2 We are   late", "agenda skip s2 \"We are   late\""),
    ("agenda change s1 --no-people", "agenda change s1 --no-people"),
    ("note write ! Remedy -- now", "note write takeaway \"Remedy -- now\""),
    ("note quote “Nobody asked”", "note write quote \"Nobody asked\""),
    ("note quote ‘Nobody’s heard’ ", "note write quote \"Nobody’s heard\""),
    (#"note quote "We agree", he said"#, #"note write quote "\"We agree\", he said""#),
    (#"note note 24" screens"#, #"note write note "24\" screens""#),
    (#"note note "a\tb\u{2028}\\\"c""#, #"note write note "a\tb\u{2028}\\\"c""#),
    ("note note --online they said", "note write note \"--online they said\""),
    ("note bind n1 --speaker none", "note bind n1 --speaker none"),
    ("poll draft Who pays?", "poll draft \"Who pays?\""),
    ("poll draft A? --choice x --choice y", "poll draft \"A?\" --choice \"x\" --choice \"y\""),
    (
      "poll draft A? --choice x --choice y --max 2",
      "poll draft \"A?\" --choice \"x\" --choice \"y\" --method several_choices --min 1 --max 2"
    ),
    ("poll cast v1 a,c", "poll cast v1 A,C"),
    (
      "poll ask Ready? --scale fist_of_five",
      #"""
      poll ask "Ready?" --choice "Fist: I cannot live with it" --choice "Serious concerns" \#
      --choice "Some concerns to discuss" --choice "I can live with it" --choice "I like it" \#
      --choice "All in" --method scale --first 0
      """#
    ),
    (
      "poll quick clear",
      #"""
      poll ask "Is the question clear?" --choice "Yes" --choice "Not yet" --method pulse
      """#
    ),
    (
      "poll draft Dots --choice x --choice y --points 3",
      #"poll draft "Dots" --choice "x" --choice "y" --method points --points 3"#
    ),
    (
      "poll draft Quiz --choice x --choice y --answer b",
      #"poll draft "Quiz" --choice "x" --choice "y" --method quiz --answer B"#
    ),
    (
      "poll draft \"How many?\" --unit people",
      #"poll draft "How many?" --method estimate --unit "people""#
    ),
    ("poll draft Words --method words", "poll draft \"Words\" --method words --max 3"),
    ("poll enter v1 b=3,a=12", "poll enter v1 A=12,B=3"),
    ("poll extend v1 90s", "poll extend v1 90s"),
    ("poll cast v1 b>a", "poll cast v1 A=2,B"),
    ("poll cast v1 a/b=2,12=-1", "poll cast v1 12=-1,A/B=2"),
    ("poll cast v1 b=3:7", "poll cast v1 B=3:7"),
    (
      "poll cast v1 --word trust --word \"fair play\"",
      "poll cast v1 --word \"trust\" --word \"fair play\""
    ),
    ("poll cast v1 --number 2,50", "poll cast v1 --number 2.5"),
    ("poll cast v1 Blank --voter P3", "poll cast v1 blank --voter p3"),
    ("poll cast v1 A --code k7qm3xpr", "poll cast v1 A --code K7QM-3XPR"),
    ("poll entitle v1", "poll entitle v1"),
    ("poll entitle v1 --present", "poll entitle v1 --present"),
    ("poll entitle v1 --group gov", "poll entitle v1 --group government"),
    ("poll entitle v1 --codes --group gov", "poll entitle v1 --codes --group government"),
    ("poll entitle v1 --person p2 --person p3", "poll entitle v1 --person p2 --person p3"),
    ("ballot issue k7qm3xpr --group gov", "ballot issue K7QM-3XPR --group government"),
    ("person change p2 --clear group", "person change p2 --clear group"),
    (
      "person add Ana --group cso --region WEOG",
      "person add \"Ana\" --group civil_society --region weog"
    ),
    ("plan set number WS #204", "plan set number \"WS #204\""),
    ("plan add goal 8.7 forced labour", "plan add goal 8.7 \"forced labour\""),
    (
      "plan set slot 2021-12-07T16:30Z/2021-12-07T17:30Z",
      "plan set slot 2021-12-07T16:30:00Z/2021-12-07T17:30:00Z"
    ),
    (
      "plan set slot 2021-12-07T17:30+01:00/2021-12-07T17:30Z --zone CET",
      "plan set slot 2021-12-07T17:30:00+01:00/2021-12-07T18:30:00+01:00 --zone CET"
    ),
    ("people count 41", "people count 41"),
    ("plan clear languages", "plan clear languages"),
  ])
  func `a line has one spelling`(line: String, spelling: String) throws {
    #expect(try Intent(line: line).line == spelling)
  }

  @Test func `an offset gives the slot its zone`() throws {
    let line = "plan set slot 2021-12-07T22:00:00+05:30/2021-12-07T23:00:00+05:30"
    guard case .plan(.set(.slot(let slot))) = try Intent(line: line) else {
      Issue.record("no slot")
      return
    }
    #expect(slot?.zone == "UTC+05:30")
    #expect(slot?.offsetMinutes == 330)
    #expect(slot?.start == Timestamp("2021-12-07T16:30:00Z"))
  }

  @Test(arguments: [
    ("", 1, "Nothing is said; a command such as 'floor give next' is wanted"),
    ("flor give p4", 1, "'flor' is no command; did you mean 'floor'?"),
    ("xyzzy", 1, "'xyzzy' is no command; ? and 'roundtable commands' list them"),
    ("floor gvie p4", 7, "'floor' does not know 'gvie'; did you mean 'give'?"),
    (
      "plan set", 9,
      """
      'plan set' wants 'title', 'number', 'series', 'room', 'description', 'slot', 'format', \
      'programme', 'breakout', 'attribution', 'languages' or 'interpretation' behind it
      """
    ),
    ("session x", 9, "'session' does not know 'x'; say 'open' or 'close'"),
    ("poll ask A? --choice x --scale gradients", 24, "'--choice' and '--scale' do not go together"),
    (
      "poll draft A? --method hum --points 3", 28,
      "A poll of 'hum' has no '--points'; nothing can be set of it"
    ),
    (
      "poll draft A? --method ranking --first 3", 32,
      "A poll of 'ranking' has no '--first'; say '--min', '--max' or '--seats'"
    ),
    (
      "poll enter v1 A>B", 15,
      "'poll enter' wants a number for each letter such as A=12,B=3, not 'A>B'"
    ),
    (
      "poll cast v1", 13,
      "'poll cast' wants letters such as A or A,C, a ranking such as A>B>C, "
        + "marks such as A=50,B=3:7, or 'blank'"
    ),
    (
      "poll cast v1 A>A", 14,
      "'poll cast' wants letters such as A or A,C, a ranking such as A>B>C, "
        + "marks such as A=50,B=3:7, or 'blank', not 'A>A'"
    ),
    ("floor give", 11, "'floor give' wants a person, a request or 'next'"),
    (
      "floor give q1", 12,
      "'floor give' wants a person, a request or 'next'; 'q1' is a question"
    ),
    ("floor give Ana", 12, "'floor give' wants a person, a request or 'next', not 'Ana'"),
    ("floor give p4 --fro 2m", 15, "'floor give' has no option '--fro'; did you mean '--for'?"),
    ("floor end --now", 11, "'floor end' has no option '--now'"),
    ("floor end now", 11, "'floor end' has no place for 'now'; quotes hold words together"),
    (
      "floor give p4 --for", 15,
      "'--for' of 'floor give' wants a length such as 2m, 90s or 1:30"
    ),
    (
      "floor give p4 --for soon", 21,
      "'floor give --for' wants a length such as 2m, 90s or 1:30, not 'soon'"
    ),
    (
      "floor raise p4 --kind qestion", 23,
      """
      'floor raise --kind' wants comment, question, reply, point_of_order, intervention, \
      interposed_question or answer, not 'qestion'; \
      did you mean 'question'?
      """
    ),
    ("floor raise p4 --online --room", 25, "'--online' and '--room' do not go together"),
    ("floor give p4 --for 2m --for 3m", 24, "'--for' is said twice"),
    (
      "agenda add Opening", 19,
      """
      'agenda add' wants --for, a length such as 2m, 90s or 1:30
      """
    ),
    ("note edit n1 \"Remedy", 14, "The quote that opens at column 14 is not closed"),
    (
      "note bind n1", 13, "'note bind' wants --segment, --speaker, --question or --poll"
    ),
    (
      "poll draft A? --choice x --method one_choice --max 1", 46,
      "A poll of 'one_choice' has no '--max'; nothing can be set of it"
    ),
    (
      "person add Ana --affiliation University of Geneva", 41,
      "'person add' has no place for 'of'; quotes hold words together"
    ),
  ])
  func `what is not understood is said`(line: String, column: Int, sentence: String) {
    let error = #expect(throws: CommandError.self) { try Intent(line: line) }
    #expect(error?.sentence == sentence)
    #expect(error?.column == column)
  }
}
