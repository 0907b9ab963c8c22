/// What can be asked about polls.
public enum PollIntent: Equatable, Sendable {
  /// Without choices the method's own are offered.
  case draft(
    text: String, method: PollMethod, choices: [String], secrecy: Poll.Secrecy,
    terms: PollTerms = PollTerms())
  /// Drafts and opens at once.
  case ask(
    text: String, method: PollMethod, choices: [String], secrecy: Poll.Secrecy,
    terms: PollTerms = PollTerms())
  /// Drafts a closed poll once more, as its next round.
  case again(PollID)
  case change(PollID, text: String?, choices: [String]?, secrecy: Poll.Secrecy?)
  case remove(PollID)
  case open(PollID)
  /// Keeps it open for that many seconds from now.
  case extend(PollID, seconds: Int)
  /// A sealed poll opens with the key that its ballots are sealed to.
  case openSealed(PollID, PollSeal)
  case close(PollID)
  /// Closes a poll whose time is up; any seat may see that it is.
  case expire(PollID)
  /// Closes a sealed poll whose passphrase is lost, or one that was opened again and got too few
  /// ballots since: what is not counted yet never is.
  case closeUncounted(PollID)
  /// Lets a closed poll take ballots again.
  case reopen(PollID)
  /// What the moderator counted or heard, the choices that are not named left as they are.
  case enter(PollID, [Choice.ID: Int])
  case share(PollID)
  /// Shares it and asks the speakers what they make of it.
  case reflect(PollID)
  case hide(PollID)
  /// A public poll wants to know who; an anonymous one may, to take one ballot a person.
  case cast(PollID, Ballot, voter: PersonID?)
  /// Whoever holds a slip votes with its code.
  case castByCode(PollID, Ballot, VoteCode)
  /// Says who may vote; `nil` is whoever is here.
  case entitle(PollID, Entitlement?)
  /// Says how few people may be counted apart; `nil` is the usual number.
  case together(PollID, least: Int?)
  /// Takes in a poll that was taken elsewhere; it is closed at once.
  case adopt(
    text: String, method: PollMethod, choices: [String], papers: [BallotBox.Counted])
  /// Says whether words are shown as a cloud, or as bars.
  case draw(PollID, asCloud: Bool)
  /// Says what shares are of; at any time, since it changes nothing but how they are shown.
  case measure(PollID, ShareBase)
  /// Adds a statement.
  case submit(PollID, text: String)
  /// Takes a statement out, with all that was said to it.
  case strike(PollID, statement: Choice.ID)
  /// Says one thing to one statement of a poll that is not secret.
  case mark(PollID, statement: Choice.ID, Opinion, voter: Voter?)
}

/// Who may vote in a new poll, and what its shares are of.
public struct PollTerms: Equatable, Sendable, Codable {
  /// `nil` is whoever is here.
  public var entitled: Entitlement?
  /// `nil` is the valid ballots.
  public var base: ShareBase?

  public init(entitled: Entitlement? = nil, base: ShareBase? = nil) {
    self.entitled = entitled
    self.base = base
  }

  /// `nil` where nothing but the usual is said.
  var unlessUsual: PollTerms? { self == PollTerms() ? nil : self }
}

/// What happened to a poll.
public enum PollEvent: Equatable, Sendable, Codable {
  case drafted(
    poll: PollID, text: String, method: PollMethod, choices: [Choice], secrecy: Poll.Secrecy,
    terms: PollTerms? = nil)
  /// Drafted and opened at once; `cells` as of a poll that is opened.
  case asked(
    poll: PollID, text: String, method: PollMethod, choices: [Choice], secrecy: Poll.Secrecy,
    segment: SegmentID?, question: QuestionID?, terms: PollTerms? = nil, cells: Cells? = nil)
  /// Drafted as the next round of another, with everything that was asked there.
  case repeated(poll: PollID, before: PollID)
  case changed(poll: PollID, text: String?, choices: [Choice]?, secrecy: Poll.Secrecy?)
  case removed(poll: PollID)
  /// `cells` says what a secret poll's ballots are counted apart by, `seal` what they are sealed
  /// with.
  case opened(
    poll: PollID, segment: SegmentID?, question: QuestionID?, cells: Cells? = nil,
    seal: PollSeal? = nil)
  /// `seconds` is how long it is to be open in all.
  case extended(poll: PollID, seconds: Int)
  /// `box` is what a secret poll's ballot box held; `nil` too where it could not be opened.
  case closed(poll: PollID, box: BallotBox?)
  /// Closed because its time was up, by whichever terminal saw it first.
  case timedOut(poll: PollID, box: BallotBox?)
  case reopened(poll: PollID)
  case entered(poll: PollID, counts: [Choice.ID: Int])
  case shared(poll: PollID)
  case reflected(poll: PollID)
  case hidden(poll: PollID)
  /// A public ballot.
  case ballotCast(poll: PollID, voter: PersonID, ballot: Ballot)
  /// A ballot by code, beside its pseudonym.
  case ballotCastByCode(poll: PollID, pseudonym: String, ballot: Ballot)
  case entitled(poll: PollID, to: Entitlement?)
  case keptTogether(poll: PollID, least: Int?)
  /// A secret ballot is in the box; how many there are now.
  case ballotCounted(poll: PollID, turnout: Int)
  /// A poll that was taken elsewhere, with what was in its box.
  case adopted(
    poll: PollID, text: String, method: PollMethod, choices: [Choice], box: BallotBox)
  case measured(poll: PollID, base: ShareBase)
  case drawn(poll: PollID, asCloud: Bool)
  case stated(poll: PollID, statement: Choice)
  case struck(poll: PollID, statement: Choice.ID)
  /// Somebody's last word on a statement of a public poll.
  case marked(poll: PollID, voter: PersonID, statement: Choice.ID, opinion: Opinion)
  case markedByCode(poll: PollID, pseudonym: String, statement: Choice.ID, opinion: Opinion)
}
