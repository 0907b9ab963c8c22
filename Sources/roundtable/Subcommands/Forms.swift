import ArgumentParser
import Reports

/// `roundtable forms`: the forms of a report, and how each is written.
struct Forms: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the forms of a report, or print one as its file.",
    discussion: """
      A form of your own is a file in ~/.config/roundtable/forms: print one that is near to it, \
      change it, and 'roundtable report SESSION --form NAME' fills it.
      """)

  @Argument(help: "A form by name, or a file to be checked and printed.")
  var name: String?

  func run() throws {
    try orComplain {
      let shelf = FormShelf()
      if let name {
        _ = try shelf.form(named: name)
        let text = try shelf.text(named: name)
        return say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      }
      var isWhole = true
      for name in shelf.names {
        do {
          let form = try shelf.form(named: name)
          say(name + String(repeating: " ", count: max(1, 16 - name.count)) + form.title)
        } catch let problem as FormProblem {
          complain(problem.description)
          isWhole = false
        }
      }
      if !isWhole { throw ExitCode.failure }
    }
  }
}
