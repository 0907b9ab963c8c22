public import ArgumentParser
import Glibc
public import Reports
import SessionModel
import SessionStore

/// `roundtable report`: what is printed of a session.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the report of a session, as of its last entry.",
    discussion: """
      The form says which sections there are; 'roundtable forms' lists them, and one can be added. \
      What the record does not know is 'not recorded'; what is over a limit of the form is told on \
      standard error.
      CSV is one table a file: name it with --table, or give a folder with -o for all four. docx, \
      odt and pdf are made by pandoc, where it is installed.
      """)

  @OptionGroup var place: LibraryOptions

  @Argument(help: "The session.")
  var session: String

  @Option(help: "The form: igf, igf2020, igf2019, igf2015, analysis, summary, or one of your own.")
  var form: String?

  @Option(help: "How it looks; without it as the file's name ends, else md.")
  var format: ReportFormatName?

  @Option(help: "Which table, for CSV: turns, notes, polls or people.")
  var table: SessionTable?

  @Flag(help: "Tell by each statement the entry that it stands on.")
  var ids = false

  @Option(name: .shortAndLong, help: "Write it to a file; for CSV to a folder.")
  var output: String?

  func run() throws {
    try orComplain {
      let folder = try place.library.session(named: session, orSample: true)
      let look = try self.look
      guard look == .csv || table == nil else {
        throw Complaint("--table is for CSV; give --format csv")
      }
      guard look != .csv || form == nil else {
        throw Complaint("CSV tells of the session itself; it takes no form")
      }
      // What is not there is said before anything is read.
      let pandoc = try look.product.map(Pandoc.init)
      if pandoc != nil, output == nil {
        throw Complaint("A \(look.rawValue) file is not for a terminal; give its name with -o")
      }
      let state = try SessionDesk(folder, now: MachineClock().now).current()
      if look == .csv { return try writeTables(of: state) }
      let filled = FilledForm(try FormShelf().form(named: form ?? "igf"), of: state)
      for check in filled.checks where !check.isKept { complain(check.sentence) }
      if let pandoc, let output {
        let text =
          pandoc.printsPage
          ? HTMLPage(tellingSources: ids).text(of: filled.document)
          : Markdown(tellingSources: ids).text(of: filled.document)
        let made = (state.lastEntryAt?.at.milliseconds ?? 0) / 1000
        return try OutputFile(output).replace(with: try pandoc.file(of: text, madeAt: made))
      }
      let writer = (look.plain ?? .md).format(tellingSources: ids)
      try write(writer.text(of: filled.document))
    }
  }

  /// As asked for, else as the name of the file ends; a name without an ending says nothing.
  private var look: ReportFormatName {
    get throws(Complaint) {
      if let format { return format }
      guard table == nil else { return .csv }
      let parts = output?.split(separator: "/").last?.split(separator: ".") ?? []
      guard parts.count > 1, let ending = parts.last?.lowercased() else { return .md }
      guard let look = ReportFormatName(rawValue: ending) else {
        let known = ReportFormatName.allCases.map(\.rawValue).joined(separator: ", ")
        throw Complaint("'.\(ending)' is no format of a report; those are \(known)")
      }
      return look
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return say(String(text.dropLast())) }
    try OutputFile(output).replace(with: text)
  }

  private func writeTables(of session: Session) throws {
    if let table { return try write(CommaSeparated().text(of: table.table(of: session))) }
    let names = SessionTable.allCases.map(\.rawValue).joined(separator: ", ")
    guard let output else {
      throw Complaint(
        "CSV is one table a file; name it with --table (\(names)), or give a folder with -o")
    }
    if mkdir(output, 0o777) != 0, errno != EEXIST {
      throw StoreFailure.system(.create, path: output, errno: errno)
    }
    var status = stat()
    guard stat(output, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Complaint("'\(output)' is a file; name the table it is for with --table (\(names))")
    }
    for table in SessionTable.allCases {
      try OutputFile("\(output)/\(table.rawValue).csv")
        .replace(with: CommaSeparated().text(of: table.table(of: session)))
    }
  }
}

/// What a report is asked for with.
enum ReportFormatName: String, ExpressibleByArgument, CaseIterable {
  case md, txt, html, json, csv, docx, odt, pdf

  /// `nil` where it takes more than a document to write it.
  var plain: FormatName? { FormatName(rawValue: rawValue) }

  /// What pandoc is to make of it; `nil` where it is not asked.
  var product: Pandoc.Product? { Pandoc.Product(rawValue: rawValue) }
}

extension SessionTable: ExpressibleByArgument {}
