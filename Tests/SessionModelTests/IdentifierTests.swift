import SessionModel
import Testing

struct IdentifierTests {
  @Test(arguments: [("p1", 1), ("P12", 12), ("p007", 7)])
  func `a serial name is read`(text: String, number: Int) {
    #expect(PersonID(text)?.number == number)
  }

  @Test(arguments: ["", "p", "p0", "p-1", "p+1", "q1", "p1 ", " p1", "1", "pp1", "p1.0", "p１"])
  func `what is no serial name is not read as one`(text: String) {
    #expect(PersonID(text) == nil)
  }

  @Test func `names order by number`() {
    #expect([SegmentID(10), SegmentID(9)].sorted().map(\.description) == ["s9", "s10"])
  }
}
