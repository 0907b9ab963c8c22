import Foundation
import Reports
import Testing

struct JSONDocumentTests {
  private func text(_ blocks: Document.Block...) -> String {
    JSONDocument().text(
      of: Document(title: "T", kind: "F", sections: [Document.Section("S", blocks)]))
  }

  @Test func `a document stands there as it is`() {
    #expect(
      text(.list([Document.Item("Trust pays", speaker: "Ana", source: "n1")])) == """
        {
          "title": "T",
          "form": "F",
          "sections": [
            {
              "heading": "S",
              "blocks": [
                {
                  "list": [
                    {
                      "text": "Trust pays",
                      "speaker": "Ana",
                      "id": "n1"
                    }
                  ]
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func `what nobody wrote down is null`() {
    #expect(text(.facts([Document.Fact("Room", nil)])).contains("\"value\": null"))
  }

  @Test func `a row of a table stands on one line`() {
    let table = Document.Table([.text("A"), .figures("B")], rows: [["x", "1"]], sources: ["v1"])
    let json = text(.table(table))
    #expect(json.contains("[\"x\", \"1\"]"))
    #expect(json.contains("\"ids\": [\"v1\"]"))
  }

  @Test(arguments: ["a \"b\" \\ c", "two\nlines\t", "\u{1B}[31m\u{85}", "参加者 مشارك 🌍", ""])
  func `every text comes back as it was`(text: String) throws {
    let data = Data(self.text(.paragraph(text)).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let sections = try #require(root["sections"] as? [[String: Any]])
    let blocks = try #require(sections.first?["blocks"] as? [[String: Any]])
    #expect(blocks.first?["paragraph"] as? String == text)
  }

  @Test func `no control character stands there as it is`() {
    let text = text(.paragraph("a\u{1B}b\u{9B}c\u{7}"))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }
}
