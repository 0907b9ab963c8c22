import Glibc
import Testing

@testable import CursesDriver

/// A pipe stands for a terminal: it too takes only so much.
struct FrameWriterTests {
  let reader: Int32
  var writer: FrameWriter

  init() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    reader = ends[0]
    writer = FrameWriter(to: ends[1])
    // The reader of one test goes away.
    signal(SIGPIPE, SIG_IGN)
  }

  @Test mutating func `a frame goes at once when there is room`() {
    writer.send([1, 2, 3])
    #expect(!writer.isBusy)
    #expect(read(10) == [1, 2, 3])
    #expect(writer.bytesSent == 3)
    #expect(writer.framesSent == 1)
  }

  @Test mutating func `a frame that does not fit waits without blocking`() {
    let frame = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    writer.send(frame)
    #expect(writer.isBusy)
    var received: [UInt8] = []
    while writer.isBusy {
      received += read(70_000)
      writer.resume()
    }
    received += read(200_000)
    #expect(received == frame)
  }

  @Test mutating func `a reader that went away is noticed`() {
    close(reader)
    writer.send([1])
    #expect(writer.isBroken)
    #expect(!writer.isBusy)
  }

  @Test mutating func `last words follow what was under way`() {
    writer.send([1])
    writer.sendLast([2, 3])
    #expect(read(10) == [1, 2, 3])
  }

  private func read(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let length = Glibc.read(reader, &bytes, count)
    return Array(bytes.prefix(max(0, length)))
  }
}
