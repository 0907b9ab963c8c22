import CNcurses
import CTermGuard
import Glibc
public import TerminalUI

/// The real terminal: shows canvases through ncurses and reads what people do.
///
/// Curses draws into memory, and each frame goes out in one write, wrapped so that a terminal that
/// can shows it all at once. Nothing here ever waits for the terminal: while it is slow, frames are
/// left out, and the last one shown is the last one asked for.
@MainActor
public final class CursesTerminal: Terminal {
  public private(set) var size: Size
  /// What is known about the terminal and what it can show.
  public let probe: TerminalProbe
  /// Whether clicks are reported; while they are not, the terminal's own selection works.
  public var isMouseOn: Bool {
    didSet {
      if isMouseOn != oldValue, isUp { sendModes(isMouseOn ? Modes.mouseOn : Modes.mouseOff) }
    }
  }
  /// How many frames are shown in a second at most.
  public var framesPerSecond: Int
  /// Whether the terminal's window is closed or its line is cut.
  public private(set) var isGone = false

  private let device: Int32
  private var output: CursesOutput
  private var writer: FrameWriter
  private var parser: InputParser
  private var messages = Messages()
  private var cooked: termios
  private var isUp = false
  private var isClosed = false
  /// The canvas whose cells curses has; `nil` when the screen must be drawn from nothing.
  private var shown: Canvas?
  /// The latest canvas, when it could not be sent yet.
  private var waiting: Canvas?
  /// Bytes that go before the next frame: modes switched on or off.
  private var preamble: [UInt8] = []
  private var cursor = Point(column: 0, row: 0)
  private var lastFrame: ContinuousClock.Instant?
  private var inputBuffer = [UInt8](repeating: 0, count: 16_384)

  /// Takes the terminal over; traps when the probe says that only plain lines can be used.
  ///
  /// Make the `EventSource` first, so that no signal finds the terminal half set up. Throws when
  /// the terminal cannot be opened or described; it is then as it was.
  public init(_ probe: TerminalProbe, isMouseOn: Bool = true) throws(TerminalFailure) {
    guard case .fullScreen(let entry) = probe.kind else {
      preconditionFailure("plain lines need no terminal")
    }
    JobControl.holdSignals()
    self.probe = probe
    self.isMouseOn = isMouseOn
    framesPerSecond = probe.isRemote ? 10 : 120
    device = try TerminalDevice.open()
    cooked = termios()
    guard tcgetattr(device, &cooked) == 0 else {
      throw TerminalFailure("read the terminal's modes", errno: errno)
    }
    size = WindowSize.of(device) ?? probe.size
    output = try CursesOutput(entry: entry, capabilities: probe.capabilities, size: size)
    writer = FrameWriter(to: device)
    parser = InputParser(
      escapeDelay: probe.escapeDelay, patience: .seconds(probe.isRemote ? 5 : 1),
      spellings: KeySpellings.ofTerminal())
    try setUp()
  }

  // MARK: Showing

  public func show(_ canvas: Canvas) {
    guard isUp, !isGone else { return }
    waiting = canvas
    showWaiting()
  }

  /// Draws the screen from nothing, for when something else wrote over it.
  public func repaint() {
    guard let last = waiting ?? shown else { return }
    output.forgetScreen()
    shown = nil
    show(last)
  }

  /// Rings the terminal's bell.
  public func ring() {
    if isUp, !isGone { sendModes([0x07]) }
  }

  /// How many frames have been sent.
  public var frameCount: Int { writer.framesSent }
  /// How many bytes have been sent.
  public var byteCount: Int { writer.bytesSent }

  /// When a frame that came too soon after another may be sent; `nil` when none waits.
  var frameDue: ContinuousClock.Instant? {
    guard waiting != nil, !writer.isBusy, !isGone, let lastFrame else { return nil }
    return lastFrame + frameInterval
  }

  /// Whether the terminal has yet to take the rest of a frame.
  var isSending: Bool { writer.isBusy && !isGone }

  /// Sends on what waits, when the terminal takes more or the time for a frame has come.
  func flush() {
    writer.resume()
    noteBreak()
    showWaiting()
  }

  private var frameInterval: Duration { .seconds(1) / max(1, framesPerSecond) }

  private func showWaiting() {
    guard let canvas = waiting, !writer.isBusy, !isGone else { return }
    let now = ContinuousClock.now
    if let lastFrame, now < lastFrame + frameInterval { return }
    waiting = nil
    output.draw(canvas, after: shown, size: size)
    shown = canvas
    if let point = canvas.cursor, Rect(size).contains(point) { cursor = point }
    let frame = output.finish(cursor: cursor, isSeen: canvas.isCursorVisible)
    guard !frame.isEmpty || !preamble.isEmpty else { return }
    lastFrame = now
    send(preamble + Modes.frameStart + frame + Modes.frameEnd)
    preamble = []
  }

  private func sendModes(_ modes: [UInt8]) {
    preamble += modes
    // Before the first frame and behind a stalled one they wait for the next.
    guard shown != nil, waiting == nil, !writer.isBusy else { return }
    send(preamble)
    preamble = []
  }

  private func send(_ bytes: [UInt8]) {
    writer.send(bytes)
    noteBreak()
  }

  private func noteBreak() {
    if writer.isBroken { isGone = true }
  }

  // MARK: Input

  public func takeInput() -> [Input] {
    guard isUp else { return [] }
    var inputs: [Input] = []
    // Enough for any paste, and an end for a terminal that never stops talking.
    for _ in 0..<64 {
      let length = read(device, &inputBuffer, inputBuffer.count)
      guard length > 0 else {
        if length == 0 || (errno != EAGAIN && errno != EINTR) { isGone = true }
        break
      }
      inputs += parser.feed(inputBuffer.prefix(length), at: .now)
    }
    return inputs + parser.expire(at: .now)
  }

  /// When a lone Escape or a torn sequence is to be decided; `nil` while there is none.
  var inputDue: ContinuousClock.Instant? { isUp ? parser.deadline : nil }

  /// The descriptor to wait on; `nil` while the terminal is not ours.
  var descriptor: Int32? { isUp && !isGone ? device : nil }

  func noteGone() { isGone = true }

  // MARK: Coming and going

  /// Gives the terminal back as it was; further calls do nothing.
  public func close() {
    guard !isClosed else { return }
    tearDown()
    isClosed = true
    Glibc.close(device)
  }

  /// Whether a shell is there that can set a stopped program going again.
  public var canSuspend: Bool { JobControl.canStop }

  /// Gives the terminal back, stops the job, and takes the terminal again when it goes on.
  ///
  /// Does nothing when nobody could set it going again.
  public func suspend() {
    guard isUp, !isGone, canSuspend else { return }
    tearDown()
    JobControl.stop()
    takeBack()
  }

  /// Lends the terminal to something that uses it itself, and takes it back and repaints after.
  public func lend<Value, Failure: Error>(
    to use: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    tearDown()
    defer { takeBack() }
    return try use()
  }

  /// Lends the terminal to another program and gives its exit status; 128 and the signal if killed.
  public func run(_ arguments: [String]) throws(TerminalFailure) -> Int32 {
    try lend { () throws(TerminalFailure) in try ChildProcess.run(arguments) }
  }

  /// Looks at the window's size again; whether it changed.
  func updateSize() -> Bool {
    guard isUp, let now = WindowSize.of(device), now != size else { return false }
    size = now
    output.resize(to: now)
    shown = nil
    return true
  }

  /// Sets the modes again after someone else stopped and continued us.
  func reclaim() {
    guard isUp, !isGone else { return }
    setModes(raw: true)
    preamble = modesOn
    _ = updateSize()
    repaint()
  }

  private func setUp() throws(TerminalFailure) {
    let problem = termguard_arm(device)
    guard problem == 0 else { throw TerminalFailure("guard the terminal", errno: problem) }
    guard setModes(raw: true) else {
      let reason = errno
      termguard_disarm()
      throw TerminalFailure("set the terminal's modes", errno: reason)
    }
    messages.keep()
    termguard_keep_messages(messages.kept, messages.original)
    preamble = modesOn
    isUp = true
  }

  private func tearDown() {
    guard isUp else { return }
    isUp = false
    waiting = nil
    writer.sendLast(Modes.off + output.end())
    // What the mouse still says would be typed at the shell.
    if isMouseOn { tcflush(device, TCIFLUSH) }
    setModes(raw: false)
    termguard_disarm()
    messages.release()
  }

  private func takeBack() {
    guard !isClosed, !isGone else { return }
    let last = waiting ?? shown
    do throws(TerminalFailure) {
      try setUp()
    } catch {
      isGone = true
      return
    }
    lastFrame = nil
    if !updateSize() { output.forgetScreen() }
    shown = nil
    if let last { show(last) }
  }

  private var modesOn: [UInt8] { Modes.on + (isMouseOn ? Modes.mouseOn : []) }

  @discardableResult
  private func setModes(raw: Bool) -> Bool {
    var modes = cooked
    if raw {
      cfmakeraw(&modes)
      modes.c_cflag = cooked.c_cflag
    }
    while tcsetattr(device, TCSANOW, &modes) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}

/// The sequences this program writes itself, beside what curses writes.
private enum Modes {
  static let frameStart = Array("\u{1B}[?2026h".utf8)
  static let frameEnd = Array("\u{1B}[?2026l".utf8)
  /// Pastes in brackets, and whether the window has the keyboard.
  static let on = Array("\u{1B}[?2004h\u{1B}[?1004h".utf8)
  /// Buttons, in decimal numbers so that they reach beyond column 223.
  static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)
  static let off =
    frameEnd + mouseOff + Array("\u{1B}[?2004l\u{1B}[?1004l".utf8)
}

/// The terminal's own device, opened anew.
private enum TerminalDevice {
  /// An open file of our own, so that not waiting is ours alone and the shell's stays as it is.
  static func open() throws(TerminalFailure) -> Int32 {
    for path in ["/proc/self/fd/1", "/dev/tty"] {
      let descriptor = Glibc.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
    }
    throw TerminalFailure("open the terminal", errno: errno)
  }
}

/// What the program and its libraries print to standard error, kept while the screen is up.
private struct Messages {
  /// The file they are kept in; -1 while none are.
  private(set) var kept: Int32 = -1
  /// Where they belong; -1 while they go there by themselves.
  private(set) var original: Int32 = -1

  /// Keeps messages from the screen; a standard error that is a file or a pipe stays as it is.
  mutating func keep() {
    guard kept < 0, isatty(STDERR_FILENO) == 1 else { return }
    let file = curses_memory("messages")
    guard file >= 0 else { return }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard original >= 0 else {
      Glibc.close(file)
      return
    }
    // Appended, so that a child that inherits it writes after us.
    _ = fcntl(file, F_SETFL, O_APPEND)
    dup2(file, STDERR_FILENO)
    kept = file
  }

  /// Prints what was kept and lets the rest go where it belongs.
  mutating func release() {
    guard kept >= 0 else { return }
    dup2(original, STDERR_FILENO)
    termguard_keep_messages(-1, -1)
    var part = [UInt8](repeating: 0, count: 4096)
    var position = 0
    while case let length = pread(kept, &part, part.count, position), length > 0 {
      _ = write(STDERR_FILENO, part, length)
      position += length
    }
    Glibc.close(kept)
    Glibc.close(original)
    (kept, original) = (-1, -1)
  }
}
