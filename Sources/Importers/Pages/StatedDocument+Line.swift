extension StatedDocument {
  /// A line of a list of documents: `Foundational paper: https://example.org/paper`.
  ///
  /// `nil` where no words are left for a title.
  init?(_ line: Line) {
    var text = line.text
    var link = line.links.first
    if let start = text.firstRange(of: "http")?.lowerBound, text[start...].leadsElsewhere {
      let address = text[start...].prefix { !$0.isWhitespace }
      link = link ?? address.trimmedAddress
      let rest = text[..<start].squeezed + " " + text[address.endIndex...].squeezed
      text = rest.trimmedMarks
      while let last = text.last, "([< ".contains(last) { text.removeLast() }
    }
    let title = (ListMark(text)?.rest ?? text).trimmedMarks
    guard !title.isEmpty || link != nil else { return nil }
    self.title = title.isEmpty ? link ?? "" : title
    self.link = link
  }
}

extension Substring {
  /// Without the signs of the sentence that it stands in.
  fileprivate var trimmedAddress: String {
    var text = self
    while let last = text.last, ".,;:)]>\"'".contains(last) { text.removeLast() }
    return String(text)
  }
}
