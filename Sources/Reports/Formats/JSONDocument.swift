/// A document as JSON, with the entry that each statement stands on.
///
/// `Sessions/report.schema.json` says what stands where.
public struct JSONDocument: ReportFormat {
  public init() {}

  public func write(_ document: Document, to stream: inout some TextOutputStream) {
    var value = JSONObject()
    value["title"] = .text(document.title)
    value["form"] = document.kind.map(JSONText.text)
    value["sections"] = .list(document.sections.map(json))
    JSONText.object(value).write(indent: "", to: &stream)
    stream.write("\n")
  }

  private func json(_ section: Document.Section) -> JSONText {
    var value = JSONObject()
    value["heading"] = .text(section.heading)
    value["id"] = section.source.map(JSONText.text)
    value["blocks"] = section.blocks.isEmpty ? nil : .list(section.blocks.map(json))
    value["sections"] = section.sections.isEmpty ? nil : .list(section.sections.map(json))
    return .object(value)
  }

  private func json(_ block: Document.Block) -> JSONText {
    var value = JSONObject()
    switch block {
    case .paragraph(let text, let source):
      value["paragraph"] = .text(text)
      value["id"] = source.map(JSONText.text)
    case .facts(let facts):
      value["facts"] = .list(
        facts.map { fact in
          var value = JSONObject()
          value["label"] = .text(fact.label)
          value["value"] = fact.value == notRecorded ? .null : .text(fact.value)
          value["id"] = fact.source.map(JSONText.text)
          return .object(value)
        })
    case .list(let items):
      value["list"] = .list(
        items.map { item in
          var value = JSONObject()
          value["text"] = .text(item.text)
          value["speaker"] = item.speaker.map(JSONText.text)
          value["id"] = item.source.map(JSONText.text)
          return .object(value)
        })
    case .table(let table): value["table"] = .object(json(table))
    case .chart(let chart): value["chart"] = .object(json(chart))
    }
    return .object(value)
  }

  private func json(_ table: Document.Table) -> JSONObject {
    var value = JSONObject()
    value["columns"] = .list(
      table.columns.map { column in
        var value = JSONObject()
        value["title"] = .text(column.title)
        value["figures"] = column.isFigures ? .flag(true) : nil
        return .object(value)
      })
    value["rows"] = .list(table.rows.map { .list($0.map(JSONText.text)) })
    value["ids"] = table.sources.isEmpty ? nil : .list(table.sources.map(JSONText.text))
    return value
  }

  private func json(_ chart: Document.Chart) -> JSONObject {
    var value = JSONObject()
    value["title"] = .text(chart.title)
    switch chart.shape {
    case .bars(let bars):
      value["bars"] = .list(
        bars.map { bar in
          var value = JSONObject()
          value["label"] = .text(bar.label)
          value["amount"] = .number(bar.amount)
          value["of"] = .number(bar.full)
          value["figure"] = .text(bar.figure)
          return .object(value)
        })
    case .timeline(let timeline):
      value["milliseconds"] = .number(timeline.length)
      value["lanes"] = .list(timeline.lanes.map(json))
    }
    return value
  }

  private func json(_ lane: Document.Chart.Timeline.Lane) -> JSONText {
    var value = JSONObject()
    value["title"] = .text(lane.title)
    value["spans"] = .list(
      lane.spans.map { span in
        var value = JSONObject()
        value["from"] = .number(span.start)
        value["milliseconds"] = .number(span.length)
        value["label"] = span.label.isEmpty ? nil : .text(span.label)
        value["figure"] = .text(span.figure)
        return .object(value)
      })
    return .object(value)
  }
}

/// Members in the order in which they were set; what is `nil` is left out.
private struct JSONObject {
  private(set) var members: [(key: String, value: JSONText)] = []

  subscript(key: String) -> JSONText? {
    get { members.first { $0.key == key }?.value }
    set { if let newValue { members.append((key, newValue)) } }
  }
}

/// A JSON value about to be written.
private indirect enum JSONText {
  case text(String)
  case number(Int64)
  case flag(Bool)
  case null
  case list([JSONText])
  case object(JSONObject)

  /// Objects and lists over several lines, indented by two; what is below is written behind.
  func write(indent: String, to stream: inout some TextOutputStream) {
    switch self {
    case .text(let text): stream.write(Self.quoted(text))
    case .number(let number): stream.write(String(number))
    case .flag(let flag): stream.write(flag ? "true" : "false")
    case .null: stream.write("null")
    case .list(let items):
      let isFlat = items.allSatisfy(\.isFlat)
      Self.write("[", items.count, "]", isFlat: isFlat, indent, to: &stream) { place, deeper, out in
        items[place].write(indent: deeper, to: &out)
      }
    case .object(let object):
      let members = object.members
      Self.write("{", members.count, "}", isFlat: false, indent, to: &stream) {
        place, deeper, out in
        out.write(Self.quoted(members[place].key) + ": ")
        members[place].value.write(indent: deeper, to: &out)
      }
    }
  }

  /// Whether it is neither a list nor an object; a list of such things stands on one line.
  private var isFlat: Bool {
    switch self {
    case .text, .number, .flag, .null: true
    case .list, .object: false
    }
  }

  private static func write<Stream: TextOutputStream>(
    _ open: String, _ count: Int, _ close: String, isFlat: Bool, _ indent: String,
    to stream: inout Stream, each: (Int, String, inout Stream) -> Void
  ) {
    let deeper = isFlat ? "" : indent + "  "
    stream.write(open)
    for place in 0..<count {
      if place > 0 { stream.write(isFlat ? ", " : ",") }
      if !isFlat { stream.write("\n" + deeper) }
      each(place, deeper, &stream)
    }
    if !isFlat, count > 0 { stream.write("\n" + indent) }
    stream.write(close)
  }

  /// A text in quotes; what a terminal would obey is written as an escape.
  ///
  /// Source: RFC 8259.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2
    }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
