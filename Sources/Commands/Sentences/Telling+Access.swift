import SessionModel

extension Telling {
  func sentence(of event: AccessEvent) -> String {
    switch event {
    case .issued(let codes, let group):
      codes.count.of("code") + " may vote" + (group.map { ", for \($0.title)" } ?? "")
    case .slipsIssued(let slips, let group):
      slips.count.of("code") + " may vote" + (group.map { ", for \($0.title)" } ?? "")
    case .revoked: "All codes are taken back"
    case .locked: "The ballot terminals can be left with the PIN alone"
    case .unlocked: "The ballot terminals have no PIN any more"
    }
  }
}
