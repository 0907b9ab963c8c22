extension Session {
  func decide(_ intent: AccessIntent) throws(Refusal) -> Decision {
    switch intent {
    case .issue(let codes, let group):
      guard !codes.isEmpty else { throw .textMissing(what: "a code") }
      // A slip of a group that hardly anybody belongs to would be a name.
      let count = codes.count + (group.map { access.codes(of: $0).count } ?? 0)
      if let group, count < Poll.leastTogether { throw .tooFewCodes(group.title, count) }
      var taken = Set(access.codes.map(\.pseudonym))
      // Of slips that were taken back nothing is kept.
      let kept = self.codes.filter { taken.contains($0.pseudonym) }
      for code in codes {
        guard taken.insert(code.pseudonym).inserted else {
          throw .codeAlreadyIssued(code.pseudonym)
        }
      }
      return Decision(
        .access(.slipsIssued(slips: codes.map(\.pseudonym), group: group)),
        deposit: .codes(kept.union(codes)))
    case .revoke:
      guard !access.codes.isEmpty else { throw .noCodes }
      if let open = polls.open, open.asks == .code { throw .pollStillOpen(open.id) }
      return Decision(.access(.revoked))
    case .lock(let lock):
      guard let lock, !lock.isBlank else { throw .pinWanted }
      return Decision(.access(.locked(lock: lock)))
    case .unlock:
      guard access.lock != nil else { throw .terminalsNotLocked }
      return Decision(.access(.unlocked))
    }
  }
}

extension Access {
  mutating func apply(_ event: AccessEvent) {
    switch event {
    case .issued(let codes, let group): self.codes += codes.map { Issued($0, of: group) }
    case .slipsIssued(let slips, let group): codes += slips.map { Issued($0, of: group) }
    case .revoked: codes = []
    case .locked(let lock): self.lock = lock
    case .unlocked: lock = nil
    }
  }
}
