import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

/// Several processes at one table: this one, and copies of it that write until they are told.
struct ProcessesTests {
  private static let place = "ROUNDTABLE_TEST_TABLE"
  private static let count = "ROUNDTABLE_TEST_NOTES"

  /// What a copy of this program does: notes, as many as it was told, counting those acknowledged.
  @Test(.enabled(if: getenv(place) != nil))
  func `the work of another process`() throws {
    let path = try #require(Self.setting(Self.place))
    let notes = try #require(Self.setting(Self.count).flatMap { Int($0) })
    let desk = try SessionDesk(SessionFolder(path), now: MachineClock().now)
    try desk.sit(at: .rapporteur)
    let acknowledged = open("\(path)/done-\(getpid())", O_WRONLY | O_CREAT | O_APPEND, 0o666)
    for number in 1...notes {
      try desk.submit(.note(.write(kind: .note, text: "\(getpid()): \(number)")), by: .rapporteur)
      write(acknowledged, "+", 1)
    }
  }

  private static func setting(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Starts a copy of this program at a table.
  private func start(at table: DiskTable, notes: Int) throws -> pid_t {
    let arguments = [
      "/proc/self/exe", "--testing-library", "swift-testing", "--filter",
      "the work of another process",
    ]
    let settings = ["\(Self.place)=\(table.folder.path)", "\(Self.count)=\(notes)"]
    var words = Self.strings(arguments)
    var surroundings = Self.strings(settings)
    defer { for word in words + surroundings { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var child = pid_t()
    let failure = posix_spawn(&child, program, &actions, nil, &words, &surroundings)
    try #require(failure == 0)
    return child
  }

  /// As C wants a list of words: copies, to be freed, and nothing at the end.
  private static func strings(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    for word in words { copies.append(strdup(word)) }
    return copies + [nil]
  }

  /// This program; its link would be the child's own.
  private var program: String { Library.programPath ?? "/proc/self/exe" }

  private func acknowledged(by child: pid_t, at table: DiskTable) -> Int {
    table.place.text(of: "session/done-\(child)")?.count ?? 0
  }

  /// Waits for news until something is so.
  private func wait(_ watch: Watch, until isSo: (Watch.News) throws -> Bool) rethrows {
    var waited = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    var news: Watch.News = []
    while try !isSo(news), poll(&waited, 1, 30_000) == 1 { news = watch.drain() }
  }

  @Test func `what several processes write at once stands in one order`() throws {
    let table = try DiskTable()
    let children = try (1...3).map { _ in try start(at: table, notes: 40) }
    let desk = try table.desk()
    for _ in 1...40 {
      try desk.submit(.note(.write(kind: .note, text: "parent")), by: .moderator)
    }
    for child in children {
      var status: Int32 = 0
      waitpid(child, &status, 0)
      #expect(acknowledged(by: child, at: table) == 40)
    }
    let entries = try table.folder.entries()
    #expect(entries.map(\.n) == Array(1...160))
    #expect(try table.desk().current() == desk.current())
  }

  @Test func `what was acknowledged outlives a process that is killed`() throws {
    let table = try DiskTable()
    let watch = try Watch(table.folder)
    let child = try start(at: table, notes: 1_000_000)
    let reader = try table.desk()
    try wait(watch) { _ in try reader.current().entries >= 30 }
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    let promised = acknowledged(by: child, at: table)
    let stood = try reader.current().entries
    #expect(promised >= 29)
    #expect(stood >= promised)
    try reader.submit(.note(.write(kind: .note, text: "On we go")), by: .moderator)
    #expect(try table.desk().current().entries == stood + 1)
  }

  @Test func `a process that is killed leaves its seat`() throws {
    let table = try DiskTable()
    let desk = try table.desk()
    let watch = try Watch(table.folder)
    let child = try start(at: table, notes: 1_000_000)
    wait(watch) { _ in desk.attendance() == [.rapporteur: 1] }
    #expect(desk.attendance() == [.rapporteur: 1])
    kill(child, SIGSTOP)
    _ = watch.drain()
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    // The system tells the others: nobody has to look.
    wait(watch) { $0.contains(.seats) }
    #expect(desk.attendance().isEmpty)
  }

  @Test func `whoever finds the journal held too long is told so`() throws {
    let table = try DiskTable()
    let holder = open(table.folder.journalPath, O_RDWR)
    defer { close(holder) }
    flock(holder, LOCK_EX)
    let error = #expect(throws: DeskError.self) {
      var calls = FileCalls.system
      calls.patience = .milliseconds(5)
      try table.desk(calls: calls)
        .submit(.note(.write(kind: .note, text: "Hello")), by: .rapporteur)
    }
    #expect(
      error?.sentence
        == "Could not write '\(table.folder.journalPath)': another program holds it; try again")
  }
}
