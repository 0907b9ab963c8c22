import Glibc

/// Sends frames to a descriptor that never blocks, and never more than one ahead of it.
struct FrameWriter {
  private let descriptor: Int32
  /// What the terminal has not taken yet of the frame under way.
  private var rest: ArraySlice<UInt8> = []
  private(set) var bytesSent = 0
  private(set) var framesSent = 0
  /// Whether the descriptor refused for good: there is no terminal any more.
  private(set) var isBroken = false

  init(to descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Whether a frame is under way; no other may start before it is through.
  var isBusy: Bool { !rest.isEmpty }

  /// Starts a frame; what does not go at once waits for `resume`.
  mutating func send(_ frame: [UInt8]) {
    precondition(!isBusy, "one frame at a time")
    rest = frame[...]
    framesSent += 1
    resume()
  }

  /// Sends on what waits, as far as the terminal takes it.
  mutating func resume() {
    while !rest.isEmpty, !isBroken {
      let sent = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if sent > 0 {
        bytesSent += sent
        rest = rest.dropFirst(sent)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        isBroken = true
      }
    }
    rest = []
  }

  /// Sends the last words, waiting for a slow terminal but not for one that does not listen.
  mutating func sendLast(_ bytes: [UInt8]) {
    rest += bytes
    var patience = 10
    resume()
    while isBusy, !isBroken, patience > 0 {
      var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&room, 1, 20)
      patience -= 1
      resume()
    }
    rest = []
  }
}
