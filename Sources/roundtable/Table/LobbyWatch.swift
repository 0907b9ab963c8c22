import Glibc
import Screens
import SessionModel
import SessionStore

/// What the lobby lists, and what tells when that changes.
@MainActor
final class LobbyWatch {
  let descriptor: Int32
  private let library: Library
  private(set) var choices: [SessionChoice] = []

  init(_ library: Library) throws {
    self.library = library
    descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
    // Without the folder there is nothing to watch until the first session makes it.
    inotify_add_watch(
      descriptor, library.path, UInt32(IN_CREATE | IN_MOVED_TO | IN_DELETE))
    try refresh()
  }

  deinit {
    close(descriptor)
  }

  func drain() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while Glibc.read(descriptor, &buffer, buffer.count) > 0 {}
  }

  /// Reads every session and every sample that nobody has copied yet.
  func refresh() throws(StoreFailure) {
    let live = try library.sessions()
    let names = Set(live.map(\.name))
    let samples = try library.samples().filter { !names.contains($0.name) }
    choices = live.map { choice($0, isSample: false) } + samples.map { choice($0, isSample: true) }
  }

  private func choice(_ folder: SessionFolder, isSample: Bool) -> SessionChoice {
    do throws(StoreFailure) {
      let clock = TableClock(of: folder)
      let session = try SessionDesk(folder, now: clock.now).current()
      return SessionChoice(id: folder.name, isSample: isSample, session: session)
    } catch {
      return SessionChoice(id: folder.name, isSample: isSample, problem: error.sentence)
    }
  }
}
