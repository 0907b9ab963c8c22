import Commands
import SessionModel
import TestSupport
import Testing

struct SpellingPeopleTests {
  @Test(arguments: [
    ("floor give ana", "floor give p1"), ("floor give Ana Neves", "floor give p1"),
    ("floor give \"bako diallo\" --for 1m", "floor give p2 --for 1m"),
    ("person role Chen Li speaker", "person role p3 speaker"),
    ("person arrive LI", "person arrive p3"),
    ("poll cast v1 A --voter neves", "poll cast v1 A --voter p1"),
  ])
  func `a person is found by name`(line: String, spelling: String) throws {
    let session = try Table.open().session
    #expect(try Intent(line: line, in: session).line == spelling)
  }

  @Test(arguments: [
    ("floor give an", "floor give p1"),
    ("floor give e", "'e' may be p1 Ana Neves or p3 Chen Li"),
    ("floor give Benno", "Nobody on the roll is called 'Benno'"),
    ("floor give Nevse", "Nobody on the roll is called 'Nevse'; did you mean 'Neves'?"),
  ])
  func `a name that does not fit one person is told`(line: String, sentence: String) throws {
    let session = try Table.open().session
    do throws(CommandError) {
      #expect(try Intent(line: line, in: session).line == sentence)
    } catch {
      #expect(error.sentence == sentence)
    }
  }
}
