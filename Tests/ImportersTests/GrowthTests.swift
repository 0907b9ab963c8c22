import Foundation
import Importers
import SessionModel
import Testing

/// What an importer takes grows no faster than its text.
struct GrowthTests {
  /// Seconds of the processor that a text takes in all that is done with one.
  private func seconds(_ bytes: [UInt8], as kind: DocumentKind?) -> Double {
    let start = clock()
    if let reading = try? ForeignFile(named: "text", bytes: bytes).reading(as: kind) {
      _ = reading.json
      _ = reading.fields
      for step in ImportStep.allCases { _ = reading.intents(for: step, in: Session()) }
    }
    return clock() - start
  }

  private func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Four times as much may take nine times as long, since small texts are measured badly; what
  /// grows with the square takes sixteen times as long.
  @Test(arguments: Monotony.known)
  func `four times as much of the same does not take sixteen times as long`(text: Monotony) {
    for kind in [nil, .proposal, .agenda, .people] as [DocumentKind?] {
      func grows() -> Bool {
        let large = seconds(text.bytes(6_000), as: kind)
        return large > 0.1 && large > seconds(text.bytes(1_500), as: kind) * 9
      }
      // A machine that is busy may hold up one measure, hardly three.
      #expect(!(grows() && grows() && grows()), "\(kind?.rawValue ?? "auto")")
    }
  }

  @Test func `a roll of many with one name is brought together in one go`() {
    func list(_ count: Int) -> [UInt8] {
      Array(
        ("Name,Organisation\n" + (0..<count).map { "Jo Doe,Org \($0)\n" }.joined()).utf8)
    }
    let small = seconds(list(500), as: .people)
    let large = seconds(list(4000), as: .people)
    #expect(large < max(small, 0.01) * 24)
  }
}
