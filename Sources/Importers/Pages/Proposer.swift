/// `Mr,Francois,GREY,Academia,University of Geneva`: a form's fields on one line.
struct Proposer {
  var text: String

  init?(_ line: String) {
    let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(\.squeezed)
    guard parts.count >= 4, parts.count <= 6, Names.titles.contains(parts[0].wordKey),
      !line.contains(", "), parts[1].looksLikeName, parts[2].looksLikeName
    else { return nil }
    text = ([parts[1] + " " + parts[2]] + parts[3...]).joined(separator: ", ")
  }
}
