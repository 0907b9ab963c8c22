import Glibc

/// The pages of memory that a start is about to fill.
enum Memory {
  /// Takes the pages of a room from the system in one call, not one by one as each is touched.
  ///
  /// Where the system cannot, nothing changes.
  static func take(_ room: UnsafeMutableRawBufferPointer) {
    guard let start = room.baseAddress, room.count >= 1 << 16 else { return }
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let skipped = (page - Int(bitPattern: start) % page) % page
    madvise(start + skipped, (room.count - skipped) / page * page, MADV_POPULATE_WRITE)
  }
}
