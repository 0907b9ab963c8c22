import Glibc

/// Tells when something has happened at a table, without looking for it.
///
/// *Limitations*: what another machine writes on a network file system goes unnoticed; ask the
/// desk on the tick as well.
public final class Watch {
  /// To be polled for reading.
  public let descriptor: Int32
  private let folder: SessionFolder
  private let seats: Int32

  /// What has happened.
  public struct News: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The journal has grown, or a ballot box has changed.
    public static let entries = News(rawValue: 1)
    /// Somebody has come to the table or left it.
    public static let seats = News(rawValue: 2)
  }

  public init(_ folder: SessionFolder) throws(StoreFailure) {
    self.folder = folder
    descriptor = try retried(.watch, folder.path) {
      inotify_init1(O_NONBLOCK | O_CLOEXEC)
    }
    let changes = UInt32(IN_MODIFY | IN_MOVED_TO | IN_DELETE)
    guard inotify_add_watch(descriptor, folder.path, changes) >= 0 else {
      let reason = errno
      close(descriptor)
      throw .system(.watch, path: folder.path, errno: reason)
    }
    // A read-only session has no seats to watch.
    try? Folder(path: folder.seatsPath).create()
    // A terminal that was killed leaves its file, but the system closes it.
    seats = inotify_add_watch(
      descriptor, folder.seatsPath, UInt32(IN_MOVED_TO | IN_DELETE | IN_CLOSE_WRITE))
  }

  deinit {
    close(descriptor)
  }

  /// Takes all news that wait, without waiting for more.
  public func drain() -> News {
    var news: News = []
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        news.formUnion(self.news(in: UnsafeRawBufferPointer(rebasing: buffer[..<count])))
      }
    }
    return news
  }

  private func news(in buffer: UnsafeRawBufferPointer) -> News {
    var news: News = []
    var offset = 0
    let head = MemoryLayout<inotify_event>.size
    while offset + head <= buffer.count {
      let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let name = buffer[(offset + head)..<(offset + head + Int(event.len))].prefix { $0 != 0 }
      if event.wd == seats {
        news.insert(.seats)
      } else if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        news.formUnion([.entries, .seats])
      } else if name.starts(with: "journal.jsonl".utf8) || isBox(name) {
        news.insert(.entries)
      }
      offset += head + Int(event.len)
    }
    return news
  }

  private func isBox(_ name: some Collection<UInt8>) -> Bool {
    name.starts(with: "box-".utf8) && name.suffix(5).elementsEqual(".json".utf8)
  }
}
