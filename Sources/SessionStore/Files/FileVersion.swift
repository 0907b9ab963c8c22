import Glibc

/// Tells two contents of one name apart.
struct FileVersion: Equatable {
  private var file: UInt
  private var seconds: Int
  private var nanoseconds: Int
  private var size: Int

  init(_ status: stat) {
    file = status.st_ino
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    size = status.st_size
  }
}
