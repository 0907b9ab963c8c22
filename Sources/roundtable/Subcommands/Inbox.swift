import ArgumentParser
import Commands
import Importers
import SessionModel
import SessionStore

/// `roundtable inbox`: what came from afar, and the file or pipe that it comes from.
struct Inbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show messages from remote participants, or take them from a file or pipe.",
    discussion: """
      Without --watch the messages are listed. With it, every line of a file or named pipe becomes \
      a message, now and as lines are added, until the program is ended:

        id<TAB>time<TAB>name<TAB>text

      The id is the source's own: a line of an id that came before changes nothing, however often \
      it is read and by whom. The time is written as 2021-12-07T16:30:00Z and may be left empty, \
      and so may the name. Empty lines and lines that begin with '#' are passed by; of every other \
      line that cannot be read it is told why.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "A file or named pipe with a message in each line; '-' is standard input.")
  var watch: String?

  @Flag(help: "Take what stands in the file and end; else wait for more.")
  var once = false

  @Flag(help: "List who hid what, when and why, instead of the messages.")
  var log = false

  @Flag(help: "Print only what could not be taken.")
  var quiet = false

  func run() throws {
    try orComplain {
      let folder = try place.library.openSession(named: session)
      let clock = MachineClock()
      let desk = try SessionDesk(folder, now: clock.now)
      guard let watch else { return list(desk.lastRead) }
      let taker = MessageTaker(desk, of: watch == "-" ? "standard input" : watch, isQuiet: quiet)
      let source = try MessageSource(watch)
      while let lines = try source.next(waits: !once) { try taker.take(lines) }
      try taker.finish(source.rest)
      try desk.writeCheckpointIfDue()
      if taker.hasFaults { throw ExitCode(1) }
    }
  }

  private func list(_ session: Session) {
    let inbox = session.inbox
    guard !log else {
      for (message, step) in inbox.log {
        say(
          "\(step.at.at)  \(step.by.noun) \(step.isHidden ? "hid" : "showed") \(message.id)"
            + (step.reason.map { ": \($0)" } ?? ""))
      }
      return
    }
    let open = inbox.all.filter { !$0.isHidden }
    for message in inbox.waiting + open.filter(\.isDone) { say(line(for: message, in: session)) }
    let hidden = inbox.hidden.count
    if hidden > 0 { say("\(hidden) hidden; --log tells why") }
  }

  private func line(for message: Message, in session: Session) -> String {
    let isNamed = message.attribution != .chathamHouse
    let name = message.person.flatMap { session.people[$0]?.name } ?? message.name
    let votes = message.votes > 0 ? "+\(message.votes) " : ""
    return "\(message.id)  \(message.came.at)  \(message.channel.rawValue)  "
      + "\(isNamed ? name ?? "somebody" : "somebody")  \(message.standing)  \(votes)\(message.text)"
  }
}

extension Message {
  /// What became of it, in a word or two.
  fileprivate var standing: String {
    if let question { return "question \(question)" }
    if let request { return "in the queue as \(request)" }
    if let note { return "note \(note)" }
    if answer != nil { return "answered" }
    return readOut == nil ? "waits" : "read out"
  }
}

/// Makes messages of lines, many with one write, and tells of each what came of it.
private final class MessageTaker {
  /// How many lines are committed with one write to the disk.
  private static let batch = 500

  private let desk: SessionDesk
  private let source: String
  private let isQuiet: Bool
  private var line = 0
  private var waiting: [(line: Int, intent: Intent)] = []
  private(set) var hasFaults = false

  init(_ desk: SessionDesk, of source: String, isQuiet: Bool) {
    self.desk = desk
    self.source = source
    self.isQuiet = isQuiet
  }

  func take(_ lines: MessageSource.Lines) throws {
    if lines.beginsAnew { line = 0 }
    for bytes in lines.lines { try take(bytes) }
    try commit()
  }

  /// What stood behind the last line end.
  func finish(_ rest: [UInt8]) throws {
    if !rest.isEmpty { try take(rest) }
    try commit()
  }

  private func take(_ bytes: [UInt8]) throws {
    line += 1
    do {
      guard let posting = try MessageLine.posting(bytes) else { return }
      waiting.append((line, .inbox(.post(posting))))
      if waiting.count >= Self.batch { try commit() }
    } catch let fault as MessageLine.Fault {
      refuse("Line \(line) of '\(source)' \(fault.sentence); it was left out")
    }
  }

  private func commit() throws {
    guard !waiting.isEmpty else { return }
    defer { waiting = [] }
    var teller = Teller(try desk.current())
    let outcomes = try desk.submit(waiting.map(\.intent), by: .online)
    for ((line, _), outcome) in zip(waiting, outcomes) {
      switch outcome {
      case .success(let entry):
        guard !isQuiet else { continue }
        say("\(entry.n)  \(teller.sentence(of: entry, now: desk.lastRead))")
      case .failure(.messageKnown): break
      case .failure(let refusal):
        refuse("Line \(line) of '\(source)' was not taken: \(refusal.sentence)")
      }
    }
  }

  private func refuse(_ sentence: String) {
    hasFaults = true
    complain(sentence)
  }
}
