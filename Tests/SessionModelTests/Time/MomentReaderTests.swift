import Testing

@testable import SessionModel

struct MomentReaderTests {
  /// What one reader makes of the texts, one after the other.
  private func read(_ texts: [String]) -> [Moment?] {
    var reader = MomentReader()
    return texts.map { text in
      var text = text
      return text.withUTF8 { reader.read($0) }
    }
  }

  @Test func `moments read one after the other are those read alone`() {
    let texts = [
      "2021-12-07T16:30:00Z", "2021-12-07T16:30:59.999Z", "2021-12-07T16:30:07Z 3f1c9a2e:5221942",
      "2021-12-07T16:30:08.250Z 3f1c9a2e:5222942", "2021-12-07T16:30:08.250Z :77",
      "2021-12-07T16:31:00.001Z 3f1c9a2e:5223000", "2021-12-07T16:30:10+01:00",
      "2021-12-07T16:30:10+01:00 3f1c9a2e:1", "2021-12-07T16:30Z", "2021-12-07T16:30:60Z",
      "2021-12-07T16:30:11Z", "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:58Z",
    ]
    #expect(read(texts) == texts.map { Moment($0) })
    #expect(read(texts).allSatisfy { $0 != nil })
  }

  @Test(arguments: [
    "", "yesterday", "2021-12-07T16:30:0xZ", "2021-12-07T16:30:61Z", "2021-12-07T16:30:10.2x0Z",
    "2021-12-07T16:30:10.250", "2021-12-07T16:30:10Zz", "2021-12-07T16:30:10Z 3f1c9a2e",
    "2021-12-07T16:30:10.250Zboot:5", "2021-12-07T16:30:10Z 3f1c9a2e:soon",
  ])
  func `what is no moment alone is none after one of the same minute`(text: String) {
    #expect(Moment(text) == nil)
    #expect(read(["2021-12-07T16:30:00Z", text]).last == .some(nil))
  }

  @Test func `every second of a day follows the one before`() {
    let texts = (0..<86_400).map {
      Timestamp(milliseconds: 1_638_835_200_000 + Int64($0) * 1000 + Int64($0 % 1000)).description
    }
    #expect(read(texts) == texts.map { Moment($0) })
  }
}
