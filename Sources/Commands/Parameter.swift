public import SessionModel

/// What a command wants beside its own words, as help and completion see it.
public struct Parameter: Equatable, Sendable {
  /// Lower case, without `--`; for `switches` what the switch is about.
  public var name: String
  public var kind: Kind
  public var form: Form
  public var isOptional: Bool
  /// Whether it may be said several times.
  public var isRepeated = false

  /// How it is said.
  public enum Form: Sendable {
    /// A word in its place.
    case word
    /// `--name value`
    case option
    /// One of the kind's words behind `--`, without a value: `--online`.
    case switches
  }

  /// What may stand there.
  public indirect enum Kind: Equatable, Sendable {
    case person
    /// A person, a request or `next`.
    case target
    /// A stakeholder group or a person.
    case holder
    case outcome, objection, message
    case breakout
    /// What a group wrote or asked, as words in a row.
    case returnedNote, returnedPoll, returnedOutcome
    /// `1/3`
    case fraction
    case request, turn, segment, question, note
    /// A note or a person.
    case linkTarget
    /// A poll, of one state where only those make sense.
    case poll(Poll.State?)
    /// One of some words.
    case oneOf([Word])
    case text
    /// One word: `en`, `8.7`.
    case code
    /// A length of time: `2m`.
    case length
    /// RFC 3339: `2021-12-07T16:30:00Z`.
    case time
    /// Two times: `2021-12-07T16:30Z/2021-12-07T17:30Z`.
    case slot
    case number
    /// A place in a list, counted from 1.
    case place
    /// What stands on a slip.
    case voteCode
    /// `A,C` or `blank`.
    case ballot
    /// `12 A>B`
    case paper
    /// `A,C`
    case letters
    /// `A=12,B=3`
    case counts
    /// What it says, or `none`.
    case orNone(Kind)
  }

  /// One of the words that a parameter may be.
  public struct Word: Equatable, Sendable {
    public var text: String
    /// What it means; `nil` where the word says it.
    public var detail: String?
  }

  /// How it is shown in a usage line: `WHO`, `[--for LENGTH]`, `[--online|--room]`.
  public var usage: String {
    let core =
      switch form {
      case .word: name.uppercased()
      case .option: "--\(name) \(kind.placeholder ?? name.uppercased())"
      case .switches: kind.words.map { "--\($0.text)" }.joined(separator: "|")
      }
    return (isOptional ? "[\(core)]" : core) + (isRepeated ? "..." : "")
  }
}

extension Parameter {
  /// All the options that it goes by, without `--`; none for a word in its place.
  var optionNames: [String] {
    switch form {
    case .word: []
    case .option: [name]
    case .switches: kind.words.map(\.text)
    }
  }

  /// Whether words without quotes may run on to the end of the line.
  var takesSeveralWords: Bool {
    form == .word && (isRepeated || kind == .text || kind == .person || kind == .target)
  }
}

extension Parameter.Kind {
  /// The words that may be said; empty unless it is one of some.
  public var words: [Parameter.Word] {
    switch self {
    case .oneOf(let words): words
    case .orNone(let kind): kind.words
    default: []
    }
  }

  /// What is wanted, in a sentence: `a person, a request or 'next'`.
  public var wanted: String {
    switch self {
    case .person: "a person"
    case .target: "a person, a request or 'next'"
    case .outcome: "an outcome such as 'o1'"
    case .objection: "an objection such as 'j1'"
    case .message: "a message such as 'm1'"
    case .breakout: "a breakout group such as b1"
    case .returnedNote: "a kind of note and its words, in one pair of quotes"
    case .returnedOutcome: "a sentence, what it was declared and how many object, in quotes"
    case .returnedPoll: "a question, how it was asked, how many answered, and figures, in quotes"
    case .fraction: "a fraction such as 1/3, or >1/2"
    case .holder: "a stakeholder group or a person"
    case .request: "a request such as r3"
    case .turn: "a turn such as t5"
    case .segment: "a segment such as s2"
    case .question: "a question such as q1"
    case .poll: "a poll such as v1"
    case .note: "a note such as n4"
    case .linkTarget: "a note such as n4, or a person"
    case .oneOf(let words): words.map(\.text).list(joinedBy: "or")
    case .text: "words"
    case .code: "a word such as en, CET or 8.7"
    case .length: "a length such as 2m, 90s or 1:30"
    case .time: "a time such as 2021-12-07T16:30:00Z"
    case .slot: "two times such as 2021-12-07T16:30Z/2021-12-07T17:30Z"
    case .number: "a number"
    case .place: "a place, counted from 1"
    case .voteCode: "a code such as K7QM-3XPR"
    case .ballot:
      "letters such as A or A,C, a ranking such as A>B>C, marks such as A=50,B=3:7, or 'blank'"
    case .paper: "a number and a ballot such as '12 A>B'"
    case .letters: "letters such as A or A,C"
    case .counts: "a number for each letter such as A=12,B=3"
    case .orNone(let kind): "\(kind.wanted) or 'none'"
    }
  }

  /// What stands behind an option in a usage line; `nil` where the option's own name says it.
  fileprivate var placeholder: String? {
    switch self {
    case .person, .target, .holder: "PERSON"
    case .request: "REQUEST"
    case .turn: "TURN"
    case .segment: "SEGMENT"
    case .question: "QUESTION"
    case .poll: "POLL"
    case .note: "NOTE"
    case .outcome: "OUTCOME"
    case .objection: "OBJECTION"
    case .message: "MESSAGE"
    case .breakout: "GROUP"
    case .returnedNote, .returnedPoll, .returnedOutcome: "WORDS"
    case .fraction: nil
    case .linkTarget: nil
    case .oneOf: nil
    case .text: "TEXT"
    case .code: nil
    case .length: "LENGTH"
    case .time: "TIME"
    case .slot: "SLOT"
    case .number: "NUMBER"
    case .place: "PLACE"
    case .voteCode: "CODE"
    case .ballot: "BALLOT"
    case .paper: "PAPER"
    case .letters: "LETTERS"
    case .counts: "COUNTS"
    case .orNone(let kind): kind.placeholder.map { "\($0)|none" }
    }
  }
}
