import CNcurses
import Glibc

/// Signals as the one loop reads them, and the shell's wish that the program stop for a while.
@MainActor
enum JobControl {
  /// The signals that are read instead of handled.
  static let read = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT]

  /// Keeps the signals for the loop, in this thread and in those it will make.
  ///
  /// Call it before anything makes a thread; a second call changes nothing.
  static func holdSignals() {
    var set = signalSet(read)
    sigprocmask(SIG_BLOCK, &set, nil)
    // A reader that went away is an error of write, not our death.
    signal(SIGPIPE, SIG_IGN)
  }

  static func signalSet(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// Whether someone is there to set us going again: a shell that knows of jobs.
  static var canStop: Bool {
    let group = getpgrp()
    let session = getsid(0)
    var parent = getppid()
    // The group may hold our own parents, such as make.
    while parent > 1, getpgid(parent) == group {
      guard let next = ProcessTable.parent(of: parent) else { return false }
      parent = next
    }
    return parent > 0 && getpgid(parent) != group && getsid(parent) == session
  }

  /// Stops the whole job, and returns when it goes on.
  static func stop() {
    let before = signal(SIGTSTP, SIG_DFL)
    var stop = signalSet([SIGTSTP])
    kill(0, SIGTSTP)
    // Here the process stands still.
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    sigprocmask(SIG_BLOCK, &stop, nil)
    signal(SIGTSTP, before)
    forget([SIGCONT])
  }

  /// Drops signals that have come and are not read yet.
  static func forget(_ signals: [Int32]) {
    var set = signalSet(signals)
    var none = timespec()
    while sigtimedwait(&set, nil, &none) > 0 {}
  }
}

/// Who started whom, by the kernel's files.
private enum ProcessTable {
  /// `nil` when the process is gone or hidden.
  static func parent(of process: pid_t) -> pid_t? {
    let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let length = Glibc.read(descriptor, &bytes, bytes.count)
    guard length > 0 else { return nil }
    // The name, in brackets, may hold spaces: what counts stands after the last bracket.
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let bracket = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    return fields.count > 1 ? pid_t(fields[1]) : nil
  }
}
