import FoundationEssentials
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct JSONTextTests {
  /// Something of every kind that can be written.
  private struct Everything: Codable, Equatable {
    var text = "Ünï \"quoted\" \\ / \n\r\t\u{8}\u{c}\u{0}\u{1f} 漢字 👩‍👩‍👧 \u{2028}"
    var yes = true
    var no = false
    var int = Int.min
    var small: Int8 = -128
    var large = UInt64.max
    var bits: UInt16 = 65535
    var half = 0.5
    var tiny = Double.leastNonzeroMagnitude
    var huge = -1.797_693_134_862_315_7e308
    var third: Float = 1 / 3
    var nothing: String?
    var something: Int? = 7
    var list = [[1, 2], [], [3]]
    var optionals: [Int?] = [1, nil, 3]
    var byNumber = [2: "two", 10: "ten"]
    var byName = ["b": 1, "a": 2, "": 3, "é\n": 4]
    var event = Event.poll(.opened(poll: PollID(1), segment: nil, question: QuestionID(2)))
    var byKey: [PersonID: Ballot] = [PersonID(3): Ballot(choosing: ["A"])]
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONText.value(type, from: Array(text.utf8)[...])
  }

  private func failure(_ text: String) -> JSONFailure? {
    do {
      _ = try JSONDocument(Array(text.utf8)[...])
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [JSONText.Layout.line, .indented(depth: 2), .indented(depth: .max)])
  func `what was written is read back`(layout: JSONText.Layout) throws {
    let bytes = JSONText.bytes(of: Everything(), as: layout)
    #expect(try JSONText.value(Everything.self, from: bytes[...]) == Everything())
  }

  @Test func `Foundation reads what we write`() throws {
    let bytes = JSONText.bytes(of: Everything())
    #expect(try JSONDecoder().decode(Everything.self, from: Data(bytes)) == Everything())
  }

  @Test func `we read what Foundation writes`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted]
    let data = try encoder.encode(Everything())
    #expect(try JSONText.value(Everything.self, from: Array(data)[...]) == Everything())
  }

  @Test func `intents at random make the same lines as Foundation does`() throws {
    var random = RandomIntents(seed: 11, isWild: true)
    var table = Table()
    for _ in 1...600 { _ = try? table.ask(random.next()) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for entry in table.entries {
      let bytes = JSONText.bytes(of: entry)
      #expect(bytes == Array(try encoder.encode(entry)))
      #expect(try JSONText.value(Entry.self, from: bytes[...]) == entry)
    }
  }

  @Test func `keys are sorted at every depth`() {
    let value = ["b": ["z": 1, "y": 2], "a": ["x": 3], "B": [:]]
    #expect(
      String(decoding: JSONText.bytes(of: value), as: UTF8.self)
        == "{\"B\":{},\"a\":{\"x\":3},\"b\":{\"y\":2,\"z\":1}}")
  }

  @Test func `the upper levels get lines of their own`() {
    let bytes = JSONText.bytes(of: ["b": [[1, 2]], "a": []], as: .indented(depth: 2))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {
          "a": [],
          "b": [
            [1,2]
          ]
        }

        """)
  }

  // MARK: Reading strictly

  @Test(
    arguments: [
      ("", "the text ends too early", 1),
      ("   ", "the text ends too early", 4),
      ("{", "the text ends too early", 2),
      ("{\"a\"", "the text ends too early", 5),
      ("{\"a\":1", "the text ends too early", 7),
      ("{\"a\" 1}", "a colon is missing", 6),
      ("{a:1}", "a key is missing", 2),
      ("{\"a\":1,}", "a key is missing", 8),
      ("{\"a\":1 \"b\":2}", "a comma or '}' is missing", 8),
      ("[1,]", "a value is missing", 4),
      ("[1 2]", "a comma or ']' is missing", 4),
      ("1 2", "something follows the value", 3),
      ("tru", "the text ends too early", 4),
      ("trUe", "a value is missing", 3),
      ("01", "something follows the value", 2),
      ("-", "the text ends too early", 2),
      ("1.", "the text ends too early", 3),
      ("1.x", "a digit is missing", 3),
      ("1e+", "the text ends too early", 4),
      (".5", "a value is missing", 1),
      ("+5", "a value is missing", 1),
      ("NaN", "a value is missing", 1),
      ("'a'", "a value is missing", 1),
      ("\"a", "the text ends too early", 3),
      ("\"a\tb\"", "a text holds a control character", 3),
      ("\"\\x\"", "a backslash stands before the wrong character", 3),
      ("\"\\u12g4\"", "\\u wants four hex digits", 6),
    ])
  func `what is not JSON is refused where it goes wrong`(
    text: String, what: String, byte: Int
  ) {
    #expect(failure(text) == .malformed(what, byte: byte))
  }

  @Test(
    arguments: [
      ("\"\\u00e9\"", "é"), ("\"\\u00E9\"", "é"), ("\"\\ud83d\\ude00\"", "😀"),
      ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{c}\n\r\t"), ("\"\\u0000\"", "\0"),
      ("\"é\\u0301\"", "é\u{301}"), ("\"\"", ""),
    ])
  func `escapes are read`(text: String, value: String) throws {
    #expect(try decoded(String.self, text) == value)
  }

  @Test(arguments: ["\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83d\\u0041\"", "\"\\ud83dx\""])
  func `half a character is refused`(text: String) {
    #expect(throws: JSONFailure.malformed("half a character stands alone", byte: 2)) {
      try decoded(String.self, text)
    }
  }

  @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]])
  func `a text that is not UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: JSONFailure.malformed("a text is not UTF-8", byte: 2)) {
      try JSONText.value(String.self, from: bytes[...])
    }
  }

  @Test func `values may lie 200 deep and no deeper`() {
    let nested = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(failure(nested(200)) == nil)
    #expect(failure(nested(201)) == .malformed("values lie too deep in each other", byte: 201))
    #expect(failure(nested(1_000_000)) != nil)
  }

  @Test(
    arguments: [
      ("128", "a number stands where a smaller number should"),
      ("-129", "a number stands where a smaller number should"),
      ("1.0", "a number stands where a whole number should"),
      ("1e2", "a number stands where a whole number should"),
      ("\"1\"", "a text stands where a whole number should"),
      ("null", "null stands where a whole number should"),
      ("true", "true stands where a whole number should"),
    ])
  func `a number that does not fit is refused`(text: String, what: String) {
    #expect(throws: JSONFailure.unfit(what, byte: 1)) { try decoded(Int8.self, text) }
  }

  @Test(arguments: [("127", 127), ("-128", -128), ("-0", 0)])
  func `a number that just fits is read`(text: String, value: Int8) throws {
    #expect(try decoded(Int8.self, text) == value)
  }

  @Test(
    arguments: [
      ("[1,2]", "an array stands where an object should", 1),
      ("{\"a\":[]}", "an array stands where a whole number should", 6),
      ("{\"b\":1}", "'a' is missing", 1),
      ("{\"a\":null}", "null stands where a whole number should", 6),
    ])
  func `another shape than was wanted is refused`(text: String, what: String, byte: Int) {
    struct Wanted: Decodable { var a: Int }
    #expect(throws: JSONFailure.unfit(what, byte: byte)) { try decoded(Wanted.self, text) }
  }

  @Test func `an array that is too short is refused`() {
    struct Pair: Decodable {
      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        _ = try (container.decode(Int.self), container.decode(Int.self))
      }
    }
    #expect(throws: JSONFailure.unfit("an array has too few elements", byte: 1)) {
      try decoded(Pair.self, "[1]")
    }
  }

  @Test func `members are found in any order`() throws {
    struct Three: Decodable, Equatable { var a, b, c: Int }
    for text in ["{\"a\":1,\"b\":2,\"c\":3}", "{\"c\":3,\"x\":[{}],\"b\":2,\"\\u0061\":1}"] {
      #expect(try decoded(Three.self, text) == Three(a: 1, b: 2, c: 3))
    }
  }

  @Test func `what the model refuses tells its place`() throws {
    let error = #expect(throws: DecodingError.self) {
      try decoded([String: [Note.Kind]].self, "{\"x\":[\"quote\"],\"kinds\":[\"quote\",\"song\"]}")
    }
    guard case .dataCorrupted(let context) = try #require(error) else { return }
    #expect(context.codingPath.map(\.stringValue) == ["kinds", "1"])
  }

  @Test func `no bytes at all make us stumble`() {
    var generator = SeededGenerator(seed: 5)
    let line = Array("{\"at\":\"2021\",\"n\":[1,2.5e3,null,true],\"t\":\"\\u00e9\\n\"}".utf8)
    for _ in 1...5000 {
      var bytes = line
      for _ in 1...generator.number(1...4) {
        bytes[generator.number(0...(line.count - 1))] = UInt8(generator.number(0...255))
      }
      let cut = bytes[generator.number(0...5)..<generator.number(6...bytes.count)]
      // Either it is JSON or it is not; both are answers.
      _ = try? JSONText.value(Everything.self, from: cut)
      _ = try? JSONValue(cut)
    }
  }
}
