import ArgumentParser
import Glibc
import Importers
import SessionModel

/// `roundtable try-imports`: breaks files in many ways and imports each.
struct TryImports: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import broken variants of files, to find what an importer cannot bear.",
    shouldDisplay: false)

  @Argument(help: "The files to break.")
  var files: [String]

  @Option(help: "How many variants.")
  var inputs = 1_000_000

  @Option(help: "The same seed makes the same variants.")
  var seed: UInt64 = 1

  func run() throws {
    try orComplain {
      var mutator = Mutator(files: try files.map { try ForeignFile(reading: $0).bytes }, seed: seed)
      var refused = 0
      var longest = 0.0
      for number in 1...max(1, inputs) {
        let bytes = mutator.next()
        let start = seconds()
        do throws(ImportFailure) {
          let reading = try ForeignFile(named: "variant", bytes: bytes).reading()
          _ = reading.json
          for step in ImportStep.allCases { _ = reading.intents(for: step, in: Session()) }
        } catch {
          refused += 1
        }
        let took = seconds() - start
        longest = max(longest, took)
        if took > 1 { throw Complaint("Variant \(number) of seed \(seed) took \(took) s") }
        if number % 100_000 == 0 { complain("\(number) variants, longest \(longest) s") }
      }
      say("\(inputs) variants, \(refused) refused, longest \(longest) s, \(peak()) MB at most")
    }
  }

  private func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that was resident, in megabytes.
  private func peak() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
