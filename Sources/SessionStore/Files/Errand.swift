import Glibc
import Synchronization

/// Work that is done beside the caller's own, on a thread that ends with it.
///
/// Only for a start, which somebody waits for: the program itself has one thread.
struct Errand<Value: Sendable> {
  private let work: @Sendable () -> Value
  private let outcome = Outcome()
  private var thread: pthread_t?

  private final class Outcome: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Begins at once; where the system gives no thread, the work is done when it is asked for.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    thread = Job { [outcome] in
      let value = work()
      outcome.value.withLock { $0 = value }
    }.start()
  }

  /// What came of it; waits until it is done.
  func value() -> Value {
    guard let thread else { return work() }
    pthread_join(thread, nil)
    return outcome.value.withLock { $0 } ?? work()
  }
}

/// What a thread is handed.
private final class Job: Sendable {
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) {
    self.work = work
  }

  /// The thread that does it; `nil` where there is none.
  func start() -> pthread_t? {
    // Signals are for the thread that listens to them.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let job = Unmanaged.passRetained(self)
    let failure = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, job.toOpaque())
    guard failure == 0 else {
      job.release()
      return nil
    }
    return thread
  }
}
