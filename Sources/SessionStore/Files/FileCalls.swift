import Glibc

/// The calls to the system that fail when a disk is full, read-only or broken.
///
/// Tests put failing ones in their place. Each answers as its namesake in the manual does.
package struct FileCalls: Sendable {
  package var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int32
  package var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  package var sync: @Sendable (_ descriptor: Int32) -> Int32
  package var rename: @Sendable (_ old: String, _ new: String) -> Int32
  package var unlink: @Sendable (_ path: String) -> Int32
  /// How long to wait for a file that somebody else has locked.
  package var patience = Duration.seconds(3)

  package static let system = FileCalls(
    open: { Glibc.open($0, $1 | O_CLOEXEC, $2) },
    write: { Glibc.write($0, $1.baseAddress, $1.count) },
    sync: { fdatasync($0) },
    rename: { Glibc.rename($0, $1) },
    unlink: { Glibc.unlink($0) })
}
