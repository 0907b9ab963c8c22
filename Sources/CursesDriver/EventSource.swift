import CNcurses
import Glibc
import TerminalUI

/// The one place where the program waits: for the terminal, signals, the clock and files.
///
/// There is no time-out anywhere; with nothing due and nothing to read, the process sleeps.
@MainActor
public final class EventSource {
  /// The terminal whose input and output is waited for; `nil` in plain lines.
  public var terminal: CursesTerminal? {
    didSet { reportedSize = terminal?.size }
  }
  /// When to wake for the clock; gone when `.tick` has been given.
  public var deadline: ContinuousClock.Instant?

  private let signals: Int32
  private let timer: Int32
  private var armed: ContinuousClock.Instant?
  private var watched: [Int32] = []
  private var reportedSize: Size?
  private var hasReportedGone = false

  /// Holds the signals for itself; make it before anything makes a thread.
  public init() throws(TerminalFailure) {
    JobControl.holdSignals()
    var set = JobControl.signalSet(JobControl.read)
    signals = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    guard signals >= 0 else { throw TerminalFailure("listen to signals", errno: errno) }
    timer = timerfd_create(CLOCK_BOOTTIME, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
    guard timer >= 0 else { throw TerminalFailure("set a timer", errno: errno) }
  }

  /// Also wakes when a descriptor can be read; it is the caller's to read and to close.
  public func watch(_ descriptor: Int32) {
    if !watched.contains(descriptor) { watched.append(descriptor) }
  }

  public func unwatch(_ descriptor: Int32) {
    watched.removeAll { $0 == descriptor }
  }

  /// Waits until something happens and gives all of it, in the order to deal with it; never empty.
  public func next() -> [Signal] {
    while true {
      let news = wait()
      if !news.isEmpty { return news }
    }
  }

  /// Ends the process as the signal would have, so that a shell or a supervisor sees why.
  public static func die(of signal: Int32) -> Never {
    Glibc.signal(signal, SIG_DFL)
    var set = JobControl.signalSet([signal])
    raise(signal)
    sigprocmask(SIG_UNBLOCK, &set, nil)
    exit(128 + signal)
  }

  private func wait() -> [Signal] {
    if let change = sizeChange() { return [change] }
    arm()
    var descriptors = [entry(signals), entry(timer)]
    let device = terminal?.descriptor
    if let device {
      let isSending = terminal?.isSending ?? false
      descriptors.append(entry(device, isSending ? POLLIN | POLLOUT : POLLIN))
    }
    let firstWatched = descriptors.count
    descriptors += watched.map { entry($0) }
    guard poll(&descriptors, nfds_t(descriptors.count), -1) > 0 else { return [] }

    var news: [Signal] = []
    if descriptors[0].revents != 0 { news += takeSignals() }
    if device != nil { news += takeTerminal(descriptors[2].revents) }
    if descriptors[1].revents != 0 { news += takeTime() }
    for ready in descriptors[firstWatched...] where ready.revents != 0 {
      news.append(.readable(ready.fd))
      // A closed one would ring for ever.
      if ready.revents & Int16(POLLNVAL) != 0 { unwatch(ready.fd) }
    }
    if let change = sizeChange() { news.append(change) }
    return news
  }

  private func entry(_ descriptor: Int32, _ events: Int32 = POLLIN) -> pollfd {
    pollfd(fd: descriptor, events: Int16(events), revents: 0)
  }

  private func takeSignals() -> [Signal] {
    var news: [Signal] = []
    var record = signalfd_siginfo()
    let length = MemoryLayout<signalfd_siginfo>.size
    while read(signals, &record, length) == length {
      switch Int32(record.ssi_signo) {
      case SIGWINCH: _ = terminal?.updateSize()
      case SIGTSTP: news.append(.suspendRequested)
      case SIGCONT:
        terminal?.reclaim()
        news.append(.resumed)
      case let signal: news.append(.terminate(signal: signal))
      }
    }
    return news
  }

  private func takeTerminal(_ events: Int16) -> [Signal] {
    guard let terminal, terminal.descriptor != nil else { return [] }
    var news: [Signal] = []
    if events & Int16(POLLOUT) != 0 { terminal.flush() }
    if events & Int16(POLLIN) != 0 {
      let inputs = terminal.takeInput()
      if !inputs.isEmpty { news.append(.input(inputs)) }
    }
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { terminal.noteGone() }
    return news + goneIfNew(terminal)
  }

  private func goneIfNew(_ terminal: CursesTerminal) -> [Signal] {
    guard terminal.isGone, !hasReportedGone else { return [] }
    hasReportedGone = true
    return [.terminalGone]
  }

  private func takeTime() -> [Signal] {
    var count: UInt64 = 0
    guard read(timer, &count, MemoryLayout<UInt64>.size) > 0 else { return [] }
    armed = nil
    let now = ContinuousClock.now
    var news: [Signal] = []
    if let due = terminal?.inputDue, due <= now, let inputs = terminal?.takeInput(),
      !inputs.isEmpty
    {
      news.append(.input(inputs))
    }
    if let due = terminal?.frameDue, due <= now { terminal?.flush() }
    if let deadline, deadline <= now {
      self.deadline = nil
      news.append(.tick)
    }
    return news
  }

  private func sizeChange() -> Signal? {
    guard let size = terminal?.size, size != reportedSize else { return nil }
    reportedSize = size
    return .resize(size)
  }

  /// Sets the timer to the next thing due, or stops it; asks the kernel only when that changed.
  private func arm() {
    let next = [deadline, terminal?.inputDue, terminal?.frameDue].compactMap { $0 }.min()
    guard next != armed else { return }
    armed = next
    var setting = itimerspec()
    if let next {
      // A moment that has passed still has to ring; 0 would stop the timer.
      let left = max(.nanoseconds(1), ContinuousClock.now.duration(to: next)).components
      setting.it_value.tv_sec = Int(left.seconds)
      setting.it_value.tv_nsec = max(1, Int(left.attoseconds / 1_000_000_000))
    }
    timerfd_settime(timer, 0, &setting, nil)
  }
}
