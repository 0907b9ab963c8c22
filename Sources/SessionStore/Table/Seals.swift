import Sealing
public import SessionModel

/// What passphrases and PINs do at a desk; none of them is kept.
extension SessionDesk {
  /// Asks for something that wants a passphrase or a PIN, which no entry will show.
  ///
  /// Takes some tenths of a second, so that nobody tries many. Refuses a passphrase that is not the
  /// one the poll was opened with; nothing has changed then.
  @discardableResult
  public func submit(
    _ intent: Intent, with typed: String, by seat: Seat
  ) throws(DeskError) -> Entry {
    let session: Session
    do throws(StoreFailure) { session = try current() } catch { throw .failed(error) }
    let asked: (intent: Intent, keys: [PollID: SecretSeal])
    do throws(Refusal) {
      guard intent.isAllowed(at: seat) else { throw .notAtThisSeat(seat) }
      asked = try intent.prepared(with: typed, in: session)
    } catch {
      throw .refused(error)
    }
    let outcome: Outcome
    do throws(StoreFailure) {
      outcome = try submit([asked.intent], by: seat, keys: asked.keys)[0]
    } catch {
      throw .failed(error)
    }
    do throws(Refusal) { return try outcome.get() } catch { throw .refused(error) }
  }
}

extension Access {
  /// Whether the ballot terminals can be left with that PIN; always where none is set.
  public func opens(with pin: String) -> Bool {
    guard let lock else { return true }
    return Base64.bytes(of: lock).map { PINLock.opens($0, with: pin) } ?? false
  }
}

extension Intent {
  /// The intent as it can be decided, and the keys that deciding it needs.
  fileprivate func prepared(
    with typed: String, in session: Session
  ) throws(Refusal) -> (intent: Intent, keys: [PollID: SecretSeal]) {
    guard let secret = secret(in: session) else { return (self, [:]) }
    try secret.check(typed)
    switch secret {
    case .newPassphrase(let id):
      let key = SecretSeal()
      guard let wrapped = try? key.wrapped(with: typed) else { throw .sealBroken(id) }
      let seal = PollSeal(
        key: Base64.text(of: key.publicBytes), wrapped: Base64.text(of: wrapped))
      return (.poll(.openSealed(id, seal)), [:])
    case .passphrase(let id):
      guard let seal = session.polls[id]?.seal, let wrapped = Base64.bytes(of: seal.wrapped) else {
        throw .sealBroken(id)
      }
      guard let key = try? SecretSeal(unwrapping: wrapped, with: typed) else {
        throw .passphraseWrong(id)
      }
      return (self, [id: key])
    case .newPIN:
      guard let lock = try? PINLock.bytes(for: typed) else { throw .pinUnfit }
      return (.access(.lock(Base64.text(of: lock))), [:])
    }
  }
}

extension Poll {
  /// A ballot as only the secret half of the poll's key opens it, in Base64.
  func sealed(_ ballot: SealedBallot) throws(Refusal) -> String {
    guard let bytes = seal.flatMap({ Base64.bytes(of: $0.key) }),
      let key = try? PublicSeal(bytes)
    else { throw .sealBroken(id) }
    do throws(SealingFailure) {
      return Base64.text(
        of: try key.seal(JSONText.bytes(of: ballot), paddedTo: sealedLength))
    } catch .tooLong {
      throw .ballotTooLong(id)
    } catch {
      throw .sealBroken(id)
    }
  }
}

extension BallotBox {
  /// Opens every sealed ballot in it; `nil` where one cannot be opened.
  func unsealed(with key: SecretSeal) -> BallotBox? {
    var box = self
    var papers: [SealedBallot] = []
    for text in sealed ?? [] {
      guard let bytes = Base64.bytes(of: text), let content = try? key.open(bytes),
        let paper = try? JSONText.value(SealedBallot.self, from: content[...])
      else { return nil }
      papers.append(paper)
    }
    box.unseal(papers)
    return box
  }
}
