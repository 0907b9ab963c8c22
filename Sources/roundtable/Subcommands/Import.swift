import ArgumentParser
import Commands
import CursesDriver
import Glibc
import Importers
import Screens
import SessionModel
import SessionStore

/// `roundtable import`: what files from elsewhere say, asked of a session.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a session of a published page, or bring a file into a session.",
    discussion: """
      Reads proposals, agendas and reports as text, Markdown or HTML; transcripts and captions \
      (also WebVTT and SRT); chats; lists of people as CSV, TSV or vCard; iCalendar. What a file is \
      is recognised; --kind says it. One line is printed for each outcome; what was not understood \
      is told with its line on standard error. Without --into a new session is made.
      """)

  @OptionGroup var place: LibraryOptions
  @OptionGroup var terminal: TerminalOptions

  @Argument(help: "The files; '-' is standard input.")
  var files: [String]

  @Option(name: .customLong("into"), help: "The session; a sample is copied first.")
  var session: String?

  @Option(help: "What the files are: \(KindWish.list).")
  var kind = KindWish.auto

  @Option(help: "The title of a new session, where the files have none.")
  var title: String?

  @Option(help: "What a new session is called on the command line; made from the title otherwise.")
  var name: String?

  @Flag(help: "Print what would be asked for, and ask for nothing.")
  var dryRun = false

  @Flag(help: "With --dry-run: what was understood, as one JSON object a file.")
  var json = false

  @Flag(name: [.short, .long], help: "Ask nothing; take what was understood as it is.")
  var yes = false

  @Option(help: "Date entries from this time instead of by the clock.")
  var clock: Timestamp?

  func validate() throws {
    if files.isEmpty { throw ValidationError("Which file? Give at least one.") }
    if json, !dryRun { throw ValidationError("--json goes with --dry-run.") }
  }

  func run() throws {
    try orComplain {
      let sources = try files.map { try ForeignFile(reading: $0) }
      if dryRun { return try show(sources) }
      if let session { return try bring(sources, into: session) }
      try make(of: sources)
    }
  }

  // MARK: Reading

  private func reading(of source: ForeignFile) throws -> Reading {
    do throws(ImportFailure) {
      return try source.reading(as: kind.kind)
    } catch {
      throw Complaint(error.sentence)
    }
  }

  private func show(_ sources: [ForeignFile]) throws {
    var state = Session()
    if let session, !json {
      let folder = try place.library.session(named: session, orSample: true)
      state = try SessionDesk(folder, now: MachineClock().now).current()
    }
    for source in sources {
      let reading = try reading(of: source)
      if json {
        say(reading.json.trimmedEnd)
      } else {
        for line in reading.summary { say(line) }
        if session != nil || reading.kind == .people {
          for intent in intents(of: reading, for: state) { say(intent.line) }
        }
        tell(reading.warnings)
      }
    }
  }

  /// What can be asked before anything else has been.
  private func intents(of reading: Reading, for session: Session) -> [Intent] {
    reading.intents(for: .plan, in: session) + reading.intents(for: .people, in: session)
  }

  private func tell(_ warnings: [ImportWarning]) {
    for warning in warnings { complain("line \(warning.line): \(warning.message)") }
  }

  // MARK: Into a session

  private func bring(_ sources: [ForeignFile], into name: String) throws {
    // A file that is refused makes no session either.
    var readings = try sources.map { ($0, try reading(of: $0)) }
    let folder = try place.library.session(named: name, orSample: true)
    let session = try SessionDesk(folder, now: MachineClock().now).current()
    if isAsking, try !review(&readings, for: session) { return }
    for index in readings.indices {
      readings[index].1 = try readings[index].1.part(for: session, of: readings[index].0.name)
    }
    var table = try ImportTable(try place.library.openSession(named: name), clock: clock)
    for (source, reading) in readings { try bring(reading, of: source, to: &table) }
    try table.finish()
  }

  private func bring(
    _ reading: Reading, of source: ForeignFile, to table: inout ImportTable
  ) throws {
    let known = table.session.entries
    tell((reading.warnings + reading.leftOut(of: table.session)).sorted { $0.line < $1.line })
    for message in try table.take(reading) { complain(message) }
    if table.session.entries == known, !table.hasRefusals {
      complain("'\(source.name)' says nothing new")
    }
  }

  // MARK: A new session

  private func make(of sources: [ForeignFile]) throws {
    var readings = try sources.map { ($0, try reading(of: $0)) }
    guard try !isAsking || review(&readings, for: Session()) else { return }
    if readings.count == 1, !readings[0].1.sessions.isEmpty {
      return try makeProgramme(readings[0].1)
    }
    let titled =
      title ?? readings.lazy.compactMap { $0.1.title?.value }.first ?? askForTitle(sources[0])
    guard let titled, titled.contains(where: { !$0.isWhitespace }) else {
      throw Complaint("'\(sources[0].name)' has no title; give the session one with --title")
    }
    for index in readings.indices {
      readings[index].1 = try readings[index].1.part(for: Session(), of: readings[index].0.name)
      if title != nil { readings[index].1.title = nil }
    }
    let folder = try makeFolder(titled)
    // A sitting of the past is written down as of then.
    let held = readings.lazy.filter { !$0.1.turns.isEmpty }.compactMap(\.1.heldAt).first
    var table = try ImportTable(folder, clock: clock ?? held)
    try table.submit([.plan(.set(.title(to: titled)))])
    for (source, reading) in readings { try bring(reading, of: source, to: &table) }
    try table.finish()
    say(folder.name)
  }

  // MARK: The review

  /// Whether somebody sits at a terminal and looks at what was understood before it is written.
  private var isAsking: Bool {
    !yes && !terminal.plain && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  /// Shows each reading beside its file; answers whether it is to be written.
  private func review(
    _ readings: inout [(ForeignFile, Reading)], for session: Session
  ) throws -> Bool {
    for index in readings.indices {
      let isTitled =
        !session.plan.title.isEmpty || title != nil
        || readings.indices.contains { $0 != index && readings[$0].1.title != nil }
      let (source, reading) = readings[index]
      guard let reviewed = try review(reading, of: source, for: session, needsTitle: !isTitled)
      else {
        complain("Nothing was written")
        return false
      }
      readings[index].1 = reviewed
    }
    return true
  }

  private func review(
    _ reading: Reading, of source: ForeignFile, for session: Session, needsTitle: Bool
  ) throws -> Reading? {
    try MainActor.assumeIsolated {
      let wishes = terminal.wishes
      let probe = wishes.probe()
      guard case .fullScreen = probe.kind else { return reading }
      var reading = reading
      if let title { reading.settle("title", as: title) }
      let sure = Int((reading.confidence * 100).rounded())
      let heading = "\(source.name): \(reading.kind.rawValue), \(sure) % sure"
      let fields = reading.fields.with(reading.leftOut(of: session))
        .filter { $0.id != "title" || needsTitle || !$0.text.isEmpty }
      let review = ImportReview(
        heading: heading, source: source.lines,
        fields: fields.map {
          ImportReview.Field(
            $0, on: session, isNeeded: $0.isTitle && ($0.part != nil || needsTitle))
        })
      guard
        let made = try Program.review(
          review, probe, look: wishes.look(on: probe), library: place.library,
          mouse: !wishes.isMouseOff)
      else { return nil }
      for (field, old) in zip(made, fields) where !field.isDropped && field.text != old.text {
        if !reading.settle(field.id, as: field.text) {
          complain(
            "\(field.label) '\(field.text)' was not understood; '\(old.text)' was taken")
        }
      }
      reading.drop(made.filter(\.isDropped).map(\.id))
      return reading
    }
  }

  /// Whoever sits at a terminal is asked.
  private func askForTitle(_ source: ForeignFile) -> String? {
    guard !yes, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    complain("'\(source.name)' has no title. What is the session called?")
    return readLine()
  }

  private func makeFolder(_ title: String) throws -> SessionFolder {
    let library = place.library
    return try library.create(named: name ?? library.freeName(for: title))
  }

  /// A session each, with its place in the programme.
  private func makeProgramme(_ programme: Reading) throws {
    tell(programme.warnings)
    var hasRefusals = false
    for (index, reading) in programme.sessions.enumerated() {
      guard let title = reading.title?.value else {
        complain("session \(index + 1) has no title; it was left out")
        hasRefusals = true
        continue
      }
      let folder = try place.library.create(named: place.library.freeName(for: title))
      var table = try ImportTable(folder, clock: clock)
      if let whole = self.title ?? programme.title?.value {
        let part = Programme(title: whole, part: index + 1, parts: programme.sessions.count)
        try table.submit([.plan(.set(.programme(to: part)))])
      }
      tell(reading.warnings + reading.leftOut(of: Session()))
      for message in try table.take(reading) { complain(message) }
      do { try table.finish() } catch is ExitCode { hasRefusals = true }
      say(folder.name)
    }
    if hasRefusals { throw ExitCode(1) }
  }
}

extension ImportReview.Field {
  /// What was understood; who speaks is whoever on the roll fits best, for somebody to confirm.
  fileprivate init(_ field: ReadingField, on session: Session, isNeeded: Bool) {
    self.init(
      id: field.id, label: field.label, text: field.text, line: field.line, doubt: field.doubt)
    isChangeable = field.isChangeable
    raw = field.raw
    part = field.part
    self.isNeeded = isNeeded
    guard field.label == ReadingField.speakerLabel, !session.people.roll.isEmpty,
      let match = SpeakerMatch(label: field.text, on: session.people.roll), !match.isExact
    else { return }
    if let person = match.person.flatMap({ session.people[$0] }) {
      text = person.name
      doubt = "'\(field.text)' in the file"
    } else {
      doubt = "not on the roll; would be put there"
    }
  }
}

/// What somebody says the files are.
enum KindWish: String, ExpressibleByArgument, CaseIterable {
  case auto, proposal, agenda, report, transcript, captions, people, chat, calendar

  var kind: DocumentKind? { DocumentKind(rawValue: rawValue) }

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Reading {
  /// The one session of a programme that a session is; the reading itself where it holds one.
  fileprivate func part(for session: Session, of file: String) throws -> Reading {
    guard !sessions.isEmpty else { return self }
    if sessions.count == 1 { return sessions[0] }
    let known = session.plan
    let number = known.number.flatMap { Int($0.filter(\.isNumber)) }
    let same = sessions.filter { reading in
      reading.title?.value.lowercased() == known.title.lowercased()
        || (number != nil && reading.number?.value == number)
    }
    guard same.count == 1 else {
      throw Complaint(
        known.title.isEmpty
          ? "'\(file)' holds \(sessions.count) sessions; import it by itself"
          : "'\(file)' holds \(sessions.count) sessions and '\(known.title)' is none of them; "
            + "import it without --into")
    }
    return same[0]
  }

  /// What was understood, for people.
  fileprivate var summary: [String] {
    var lines = ["\(kind.rawValue), \(Int((confidence * 100).rounded())) % sure"]
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append("\(label): \(text)") }
    }
    func count<Element>(_ label: String, _ list: [Element]) {
      if !list.isEmpty { lines.append("\(label): \(list.count)") }
    }
    add("title", title?.value)
    add("number", number.map { "\($0.value)" })
    add("start", start?.value.text)
    add("end", end?.value.text)
    add("room", room?.value)
    add("format", format?.raw)
    for holder in holders {
      let doubt = holder.isHeaded ? "" : " (from its place)"
      add(holder.value.role.title, holder.value.name.map { $0 + doubt })
    }
    for question in questions { add("question", question.value.text) }
    count("people", people)
    count("goals", goals)
    count("agenda points", agenda)
    count("sessions", sessions)
    count("takeaways", takeaways)
    count("calls to action", callsToAction)
    count("remarks", remarks)
    count("turns", turns)
    count("messages", messages)
    return lines
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}

extension ForeignFile {
  /// Reads a file, or standard input for `-`; of one that is too large only as much as shows it.
  init(reading path: String) throws(StoreFailure) {
    let isInput = path == "-"
    let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(.open, path: path, errno: errno) }
    defer { if !isInput { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= ForeignFile.largest {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw .system(.read, path: path, errno: errno)
      }
    }
    let name = isInput ? "standard input" : path.split(separator: "/").last.map(String.init)
    self.init(named: name ?? path, bytes: bytes)
  }
}
