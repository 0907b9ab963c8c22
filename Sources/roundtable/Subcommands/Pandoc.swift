import Glibc
import SessionStore

/// pandoc, which turns Markdown into what word processors and printers read.
///
/// Where weasyprint is on the machine, it prints the page that a browser shows: its bars, tables and
/// type were made for paper too.
struct Pandoc {
  /// What it is asked to make.
  enum Product: String {
    case docx, odt, pdf
  }

  /// Programs that lay out pages for it, those first that know every script.
  private static let engines = [
    "typst", "tectonic", "lualatex", "xelatex", "wkhtmltopdf", "pdflatex",
  ]

  private static let printer = "weasyprint"

  private let product: Product
  private let arguments: [String]
  /// Whether the page for browsers is printed, instead of what pandoc makes of Markdown.
  let printsPage: Bool

  /// Says what to install where it, or what it needs, is not on the machine.
  init(_ product: Product) throws(Complaint) {
    self.product = product
    printsPage = product == .pdf && Self.isInstalled(Self.printer)
    guard !printsPage else {
      arguments = [Self.printer]
      return
    }
    guard Self.isInstalled("pandoc") else {
      throw Complaint("A \(product.rawValue) file is made by pandoc; install 'pandoc'")
    }
    var arguments = [
      "pandoc", "--from=gfm", "--shift-heading-level-by=-1", "--standalone",
    ]
    if product == .pdf {
      guard let engine = Self.engines.first(where: Self.isInstalled) else {
        throw Complaint("For a pdf file pandoc needs an engine; install 'weasyprint'")
      }
      arguments.append("--pdf-engine=\(engine)")
      if engine == "wkhtmltopdf" { arguments.append("--to=html5") }
    } else {
      arguments.append("--to=\(product.rawValue)")
    }
    self.arguments = arguments
  }

  /// The file made of a text, dated to the second it tells of.
  ///
  /// The text is the page for browsers where that is printed, Markdown else.
  func file(of text: String, madeAt seconds: Int64) throws -> [UInt8] {
    let folder = try Self.temporaryFolder()
    let given = printsPage ? "in.html" : "in.md"
    defer {
      for name in [given, "log", "out.\(product.rawValue)"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    let result = "\(folder)/out.\(product.rawValue)"
    try OutputFile("\(folder)/\(given)").replace(with: text)
    // The same session gives the same bytes, whenever it is printed.
    setenv("SOURCE_DATE_EPOCH", "\(seconds)", 1)
    let log = "\(folder)/log"
    let status = try Self.run(
      arguments
        + (printsPage
          ? ["\(folder)/\(given)", result] : ["--output=\(result)", "\(folder)/\(given)"]),
      sayingTo: log)
    guard status == 0 else {
      let said = (try? Self.bytes(of: log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let first = said.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw Complaint("\(arguments[0]) could not make the \(product.rawValue) file\(first)")
    }
    var archive = ZipArchive(try Self.bytes(of: result))
    if product != .pdf { archive.forgetDates() }
    return archive.bytes
  }

  private static func isInstalled(_ program: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  private static func temporaryFolder() throws(StoreFailure) -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(place)/roundtable-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw .system(.create, path: place, errno: errno) }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a program to its end; what it says goes to a file, for whoever asks why it failed.
  private static func run(
    _ arguments: [String], sayingTo log: String
  ) throws(StoreFailure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let problem = posix_spawnp(&process, arguments[0], &actions, nil, words, environ)
    guard problem == 0 else { throw .system(.open, path: arguments[0], errno: problem) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func bytes(of path: String) throws(StoreFailure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(.open, path: path, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw .system(.read, path: path, errno: errno) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
