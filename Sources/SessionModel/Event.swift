/// Something that happened in a session; what the journal keeps.
public enum Event: Equatable, Sendable {
  case plan(PlanEvent)
  case people(PeopleEvent)
  case agenda(AgendaEvent)
  case floor(FloorEvent)
  case poll(PollEvent)
  case note(NoteEvent)
  case outcome(OutcomeEvent)
  case inbox(InboxEvent)
  case breakout(BreakoutEvent)
  case access(AccessEvent)
  case history(HistoryEvent)
}

extension Event: Codable {
  enum CodingKeys: String, CodingKey {
    case plan, people, agenda, floor, poll, note, outcome, inbox, breakout, access, history
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let area = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an event of an unknown kind"))
    }
    self =
      switch area {
      case .plan: .plan(try container.decode(PlanEvent.self, forKey: area))
      case .people: .people(try container.decode(PeopleEvent.self, forKey: area))
      case .agenda: .agenda(try container.decode(AgendaEvent.self, forKey: area))
      case .floor: .floor(try container.decode(FloorEvent.self, forKey: area))
      case .poll: .poll(try container.decode(PollEvent.self, forKey: area))
      case .note: .note(try container.decode(NoteEvent.self, forKey: area))
      case .outcome: .outcome(try container.decode(OutcomeEvent.self, forKey: area))
      case .inbox: .inbox(try container.decode(InboxEvent.self, forKey: area))
      case .breakout: .breakout(try container.decode(BreakoutEvent.self, forKey: area))
      case .access: .access(try container.decode(AccessEvent.self, forKey: area))
      case .history: .history(try container.decode(HistoryEvent.self, forKey: area))
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .plan(let event): try container.encode(event, forKey: .plan)
    case .people(let event): try container.encode(event, forKey: .people)
    case .agenda(let event): try container.encode(event, forKey: .agenda)
    case .floor(let event): try container.encode(event, forKey: .floor)
    case .poll(let event): try container.encode(event, forKey: .poll)
    case .note(let event): try container.encode(event, forKey: .note)
    case .outcome(let event): try container.encode(event, forKey: .outcome)
    case .inbox(let event): try container.encode(event, forKey: .inbox)
    case .breakout(let event): try container.encode(event, forKey: .breakout)
    case .access(let event): try container.encode(event, forKey: .access)
    case .history(let event): try container.encode(event, forKey: .history)
    }
  }
}

extension Event {
  /// Whether whoever did it can take it back.
  ///
  /// A message that a source knows by a name came by itself and would come again; it can be hidden.
  var canBeTakenBack: Bool {
    if case .inbox(.posted(_, let posting, _)) = self { return posting.source == nil }
    return true
  }
}
