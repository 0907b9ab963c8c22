/// `Mr,Francois,GREY,Academia,University of Geneva`: a form's fields on one line.
struct Proposer {
  var text: String

  init?(_ line: String) {
    let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(\.squeezed)
    guard parts.count >= 4, parts.count <= 6, Names.titles.contains(parts[0].wordKey),
      parts[0].utf8.count < 12, parts[1].looksLikeName, parts[2].looksLikeName,
      // Behind a title and a comma no space stands in most forms.
      line.utf8.firstIndex(of: 0x2C).map({ line.utf8[line.utf8.index(after: $0)] != 0x20 }) ?? false
        || parts[0].utf8.last == UInt8(ascii: ".")
    else { return nil }
    text = ([parts[1] + " " + parts[2]] + parts[3...]).joined(separator: ", ")
  }

  /// Several such people on one line; `nil` where it is no such line.
  static func pieces(_ line: String) -> [String]? {
    if let one = Proposer(line) { return [one.text] }
    guard line.utf8.contains(0x2C) else { return nil }
    var lines: [String] = []
    for word in line.split(separator: " ") {
      let title = word.prefix { $0 != "," }
      let isStart = title.endIndex < word.endIndex && Names.titles.contains(title.wordKey)
      if isStart || lines.isEmpty {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += " " + word
      }
    }
    let people = lines.compactMap { Proposer($0)?.text }
    return people.count == lines.count && people.count > 1 ? people : nil
  }
}
