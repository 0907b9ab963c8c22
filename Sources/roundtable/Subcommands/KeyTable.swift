import ArgumentParser
import Screens

/// `roundtable key-table`: the keys as the README shows them.
struct KeyTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the keys of every screen in Markdown.", shouldDisplay: false)

  func run() {
    say(KeyList.markdown)
  }
}
