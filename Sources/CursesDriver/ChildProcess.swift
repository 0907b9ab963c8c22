import Glibc

/// Another program that has the terminal for a while.
@MainActor
enum ChildProcess {
  /// Runs it to its end; gives its exit status, or 128 and the signal that killed it.
  static func run(_ arguments: [String]) throws(TerminalFailure) -> Int32 {
    precondition(!arguments.isEmpty, "a program has a name")
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Our signals are held for the loop; a child must get its own.
    var none = JobControl.signalSet([])
    var usual = JobControl.signalSet(JobControl.read + [SIGPIPE])
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let problem = posix_spawnp(&process, arguments[0], nil, &attributes, words, environ)
    guard problem == 0 else {
      throw TerminalFailure("start '\(arguments[0])'", errno: problem)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // ^C and ^\ in the child were meant for the child.
    JobControl.forget([SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
