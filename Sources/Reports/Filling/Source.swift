public import SessionModel

extension Form {
  /// Where a section's words come from.
  public indirect enum Source: Equatable, Sendable {
    /// What the rapporteur wrote under a key; else what the alternative knows.
    case text(key: String, otherwise: [Source])
    /// Facts of the plan and the day, in that order.
    case facts([FactName])
    /// Everybody on the roll, by role.
    case people
    /// Those who hold one of some roles, a line each.
    case holders([Role])
    /// The run of show, planned and real.
    case agenda
    /// The policy questions and who spoke to each.
    case questions
    /// What was noted to each policy question.
    case discussion
    /// What was noted of each who framed the discussion, a paragraph a person.
    case presentations
    case notes(NoteChoice)
    /// The major discussion points, with how many arguments each has.
    case points
    /// Every argument, below who made it.
    case arguments
    /// How many notes there are of each kind that an analysis counts.
    case counts
    /// Turns, time, words and pace, by each of some keys.
    case speakingTime([SpeakingKey])
    /// How much of the floor time moderators held.
    case moderation
    /// Who spoke at all, and how often somebody spoke for the first time.
    case firstTurns
    /// How long raised hands waited.
    case waiting
    case polls
    case participation
    /// Who spoke, by what they say of their gender.
    case gender
    case goals
    case documents
    case outcomes
    /// What was put to the room for assent, and what came of it.
    case assent
    /// What breakout groups brought back.
    case breakouts
    /// What came in writing and was told to the room.
    case messages
    /// Where outcomes go, commitments, next steps, and who is to be invited.
    case closing
    /// Segments and turns along the clock.
    case timeline
  }

  /// Which notes, and how they stand.
  public struct NoteChoice: Equatable, Sendable {
    public var kinds: [Note.Kind]
    public var aspect = Aspect.any
    public var style = Style.list

    /// Which agreements and disagreements, by what was special about them.
    public enum Aspect: String, Sendable, CaseIterable {
      case any
      /// Those of which nothing special was said.
      case plain
      case similar, unexpected
    }

    /// How notes stand.
    public enum Style: String, Sendable, CaseIterable {
      /// A line each, with who said it.
      case list
      /// A section each, with everything that is known of it.
      case full
      /// A section a kind.
      case byKind = "by_kind"
    }
  }

  /// A fact of the plan or of the day.
  public enum FactName: String, Sendable, CaseIterable {
    case title, number, series, programme, date, time, held, room, format, attribution
    case participation, languages, organizers, moderators, rapporteurs, speakers
  }
}
