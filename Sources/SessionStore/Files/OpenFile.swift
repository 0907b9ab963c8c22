import Glibc

/// An open file; closed when nobody holds it any more.
final class OpenFile {
  let path: String
  let descriptor: Int32
  let calls: FileCalls

  init(
    _ path: String, _ flags: Int32, toTry attempt: StoreFailure.Attempt = .open,
    calls: FileCalls
  ) throws(StoreFailure) {
    self.path = path
    self.calls = calls
    descriptor = try retried(attempt, path) { calls.open(path, flags, 0o666) }
  }

  deinit {
    close(descriptor)
  }

  /// What the system knows of it.
  func status() throws(StoreFailure) -> stat {
    var status = stat()
    _ = try retried(.read, path) { fstat(descriptor, &status) }
    return status
  }

  /// Reads until the buffer is full or the file ends; answers how many bytes were read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreFailure) -> Int
  {
    var count = 0
    while count < buffer.count {
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = try retried(.read, path) {
        pread(descriptor, part.baseAddress, part.count, offset + count)
      }
      guard got > 0 else { break }
      count += got
    }
    return count
  }

  /// Everything from an offset to the end.
  func contents(from offset: Int = 0) throws(StoreFailure) -> [UInt8] {
    let expected = max(0, Int(try status().st_size) - offset)
    return try contents(from: offset, count: expected)
  }

  /// As many bytes from an offset as are there, `count` at most.
  func contents(from offset: Int, count: Int) throws(StoreFailure) -> [UInt8] {
    // The initializer rethrows untyped, so the failure is carried out by hand.
    var failure: StoreFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(StoreFailure) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Lets `use` look at the bytes where the system keeps them, without a copy.
  ///
  /// `nil` when the file is empty or cannot be looked at so. Only for what nobody ever cuts short:
  /// a file that is replaced as a whole, or a journal's entries.
  func peek<Value>(
    _ use: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value? {
    try Self.peek(descriptor, use)
  }

  /// The same for any open file that its holder keeps open meanwhile; `count` bytes at most.
  static func peek<Value>(
    _ descriptor: Int32, count: Int = .max, _ use: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0, count > 0 else { return nil }
    let length = min(count, Int(status.st_size))
    let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    guard let start = mmap(nil, length, PROT_READ, flags, descriptor, 0), start != MAP_FAILED else {
      return nil
    }
    defer { munmap(start, length) }
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    return try use(bytes.bindMemory(to: UInt8.self))
  }

  /// Writes all of the bytes at the file's end or place; `written` tells how far it came.
  func write(_ bytes: [UInt8], written: inout Int) throws(StoreFailure) {
    written = 0
    while written < bytes.count {
      let done = written
      written += try retried(.write, path) {
        bytes.withUnsafeBytes { all in
          calls.write(descriptor, UnsafeRawBufferPointer(rebasing: all[done...]))
        }
      }
    }
  }

  /// Throws where the disk has no room for so many bytes more, as far as the system tells.
  func expectRoom(for count: Int) throws(StoreFailure) {
    var disk = statvfs()
    guard fstatvfs(descriptor, &disk) == 0, disk.f_frsize > 0 else { return }
    let free = geteuid() == 0 ? disk.f_bfree : disk.f_bavail
    guard Int(clamping: free) < count / Int(disk.f_frsize) + 1 else { return }
    throw .system(.write, path: path, errno: ENOSPC)
  }

  /// Returns when what was written is on the disk.
  func sync() throws(StoreFailure) {
    _ = try retried(.sync, path) { calls.sync(descriptor) }
  }

  func truncate(to size: Int) throws(StoreFailure) {
    _ = try retried(.write, path) { ftruncate(descriptor, size) }
  }
}

/// Calls until no signal interrupts; throws where the call answers below 0.
func retried<Answer: SignedInteger>(
  _ attempt: StoreFailure.Attempt, _ path: String, _ call: () -> Answer
) throws(StoreFailure) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    guard errno == EINTR else { throw .system(attempt, path: path, errno: errno) }
  }
}
