import ArgumentParser
import Glibc
import Importers
import SessionModel

/// `roundtable try-imports`: breaks files in many ways and imports each.
struct TryImports: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Import broken variants of files, to find what an importer cannot bear.",
    discussion: """
      Every second variant is taken for what it looks like, the others for each kind in turn. A \
      variant may take one second of the processor, and all together 200 MB of memory; a machine \
      that is busy with other things fails nothing, and how long a variant took by the clock is \
      told beside. What crashed the program stands in the file of --keep.
      """,
    shouldDisplay: false)

  @Argument(help: "The files to break.")
  var files: [String] = []

  @Option(help: "How many variants.")
  var inputs = 1_000_000

  @Option(help: "The same seed makes the same variants.")
  var seed: UInt64 = 1

  @Option(help: "How many of its variants to pass over first.")
  var skip = 0

  @Option(help: "Where to keep the variant at hand, for whoever looks for what harmed.")
  var keep: String?

  @Option(
    help: """
      Break nothing, but import as many bytes of each text that says one thing over and over, and \
      tell which take longest and how much longer than a quarter of it.
      """)
  var monotony: Int?

  /// Seconds of the processor, and megabytes.
  private static let limits = (seconds: 1.0, megabytes: 200)

  func validate() throws {
    if files.isEmpty, monotony == nil { throw ValidationError("Which files? Give at least one.") }
  }

  func run() throws {
    try orComplain {
      if let monotony { return measureGrowth(to: monotony) }
      var mutator = Mutator(files: try files.map { try ForeignFile(reading: $0).bytes }, seed: seed)
      var trial = Trial()
      for number in 1...max(1, skip + inputs) {
        let bytes = mutator.next()
        guard number > skip else { continue }
        if let keep { try write(bytes, to: keep) }
        let kinds = DocumentKind.allCases
        let took = trial.take(
          bytes, as: number.isMultiple(of: 2) ? kinds[number / 2 % kinds.count] : nil)
        guard took < Self.limits.seconds else {
          try write(bytes, to: keep ?? "variant-\(seed)-\(number)")
          throw Complaint("Variant \(number) of seed \(seed) took \(took) s of the processor")
        }
        if number % 100_000 == 0 { complain("\(number) variants; \(trial.sentence)") }
      }
      say("\(inputs) variants of seed \(seed); \(trial.sentence)")
      guard trial.peak <= Self.limits.megabytes else {
        throw Complaint("More than \(Self.limits.megabytes) MB of memory were used")
      }
    }
  }

  /// Tells of every text and kind, the slowest first.
  private func measureGrowth(to count: Int) {
    var trial = Trial()
    var rows: [(seconds: Double, text: String)] = []
    for text in Monotony.known {
      for kind in [nil] + DocumentKind.allCases.map(Optional.some) {
        let small = trial.take(text.bytes(count / 4), as: kind)
        let large = trial.take(text.bytes(count), as: kind)
        let growth = Int((large / max(small, 0.000_1)).rounded())
        rows.append(
          (
            large,
            "\(Trial.text(large)) s, \(growth) times a quarter of it: \(kind?.rawValue ?? "auto") \(text)"
          ))
      }
    }
    for row in rows.sorted(by: { $0.seconds > $1.seconds }) { say(row.text) }
    say("\(rows.count) texts; \(trial.sentence)")
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Complaint("Could not write '\(path)'") }
    defer { close(file) }
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  }
}

/// What came of the variants so far.
private struct Trial {
  private var refused = 0
  private var bytes = 0
  /// Seconds of the processor and by the clock that the longest variant took.
  private var longest = (processor: 0.0, clock: 0.0)
  private let began = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)

  /// Imports a variant; answers how many seconds of the processor that took.
  mutating func take(_ variant: [UInt8], as kind: DocumentKind?) -> Double {
    let start = (Self.seconds(CLOCK_THREAD_CPUTIME_ID), Self.seconds(CLOCK_MONOTONIC))
    let file = ForeignFile(named: "variant", bytes: variant)
    do throws(ImportFailure) {
      let reading = try file.reading(as: kind)
      _ = reading.json
      _ = reading.fields
      for step in ImportStep.allCases { _ = reading.intents(for: step, in: Session()) }
    } catch {
      refused += 1
    }
    _ = try? BLTReader().read(file)
    _ = try? PollSheet().read(file)
    bytes += variant.count
    let took = Self.seconds(CLOCK_THREAD_CPUTIME_ID) - start.0
    longest.processor = max(longest.processor, took)
    longest.clock = max(longest.clock, Self.seconds(CLOCK_MONOTONIC) - start.1)
    return took
  }

  var sentence: String {
    let total = Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - began
    return "\(refused) refused, \(bytes / 1_000_000) MB, \(Int(total)) s of the processor, longest "
      + "\(Self.text(longest.processor)) s (\(Self.text(longest.clock)) by the clock), "
      + "\(peak) MB at most"
  }

  static func text(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that was resident, in megabytes.
  var peak: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
