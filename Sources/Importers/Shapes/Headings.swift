/// What stands below a heading of a page.
enum PageSection: Equatable {
  case title, organizers, proposers, speakers, additionalSpeakers, moderators, onlineModerators,
    rapporteurs
  case format, duration, slot, date, time, room, questions, goals, targets, description, outcomes
  case takeaways, calls, sessionReport, report, agenda, documents, organisation
  /// Something that is not taken over.
  case other
}

/// A heading, and what stands behind it on its line.
struct Heading: Equatable {
  var section: PageSection
  var rest: String
  /// Whether a number stands before it, as in the reports.
  var isNumbered = false

  init?(_ text: String) {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first.isFigure
    else {
      return nil
    }
    var body = text
    if first.isFigure, let mark = ListMark(text), case .number = mark.kind {
      body = mark.rest
      isNumbered = true
    }
    if body.utf8.count <= 160, let section = Self.section(body) {
      self.section = section
      rest = ""
      return
    }
    // `What will participants gain from attending? Participants will …`
    if body.utf8.count > 60, let mark = body.utf8.prefix(160).firstIndex(where: { $0 == 0x3F }) {
      let key = body[..<mark].wordKey
      if let found = Self.starts.first(where: { key.hasPrefix($0.0) }) {
        section = found.1
        rest = body[body.index(after: mark)...].squeezed
        return
      }
    }
    // `Moderator: Jo Doe, Organisation`
    guard let colon = body.utf8.prefix(220).firstIndex(where: { $0 == 0x3A }) else { return nil }
    guard let section = Self.section(String(body[..<colon])) else { return nil }
    self.section = section
    rest = body[body.index(after: colon)...].squeezed
  }

  private static func section(_ text: String) -> PageSection? {
    guard text.utf8.count <= 200 else { return nil }
    let key = text.withoutBrackets.wordKey
    if let section = sections[key] { return section }
    for (start, section) in starts where key.hasPrefix(start) { return section }
    return nil
  }

  /// Headings that go on in ways that differ from year to year.
  private static let starts: [(String, PageSection)] = [
    ("list of speakers and their", .speakers), ("please state no more than three", .takeaways),
    ("please elaborate on the discussion", .other), ("please describe", .other),
    ("please estimate", .other), ("what ideas surfaced", .other), ("key takeaways ", .takeaways),
    ("call to action ", .calls), ("session report ", .sessionReport),
    ("what will participants gain", .other), ("to what extent did the session", .other),
    ("how will you facilitate", .other), ("how do you intend", .other), ("how are you", .other),
    ("usage of igf official tool", .other), ("if there were presentations", .other),
    ("if so please", .other), ("has the proposer", .other), ("click on the", .other),
    ("broad areas of", .other),
  ]

  private static let sections: [String: PageSection] = {
    let words: [(PageSection, String)] = [
      (
        .organizers,
        "organizer|organizers|organiser|organisers|co organizers|co organisers|co organizer|"
          + "session organizer|session organizers|session organiser|session organisers|"
          + "organizer s|organizing team|workshop organizers|organizing institutions|"
          + "institutional co organizer|institutional co organizers|organisation team|"
          + "list of organizers|organizers and partners|lead organizers|name of organizers|workshop organizer|workshop organiser|workshop organisers|"
          + "organiser name|organizer name|organiser s name|organizer s name|organiser s|organised by|organized by|hosted by|"
          + "name of organizer|name s of organizers|organizing entity|organizing entities"
      ),
      (
        .proposers,
        "proposer s name|co proposer s name|proposer|co proposer|proposers|co proposers|"
          + "name of proposer"
      ),
      (
        .organisation,
        "proposer s organization|co proposer s organization|proposer s organisation|"
          + "co proposer s organisation"
      ),
      (
        .speakers,
        "speaker|speakers|speaker s|panelists|panellists|panelist|list of speakers|final speakers|"
          + "confirmed speakers|invited speakers|subject matter experts|resource persons|"
          + "speakers and panelists|panel|proposed speakers|names of speakers|discussants|"
          + "lead discussants|list of panelists|panel members|our speakers|session speakers|"
          + "list of speakers and panelists|speakers panelists|onsite speakers|remote speakers|"
          + "key participants|key speakers|online speakers|speakers provisionally confirmed|"
          + "speakers confirmed|presenter|presenters|presenters organizers|ponentes|intervenants|"
          + "workshop panelists|submitted workshop panelists|participants you plan to invite|"
          + "names of participants|list of participants|speakers names|expected speakers"
      ),
      (.additionalSpeakers, "additional speakers|additional speaker"),
      (
        .moderators,
        "moderator|moderators|onsite moderator|on site moderator|onsite moderators|in person moderator|"
          + "in person moderators|session moderator|workshop moderator|chair moderator|"
          + "chair and moderator|chairperson|main moderator|moderator s|chair moderators|chairs moderators|"
          + "onsite facilitator|on site moderators|moderator chair|proposed moderator|chair|"
          + "session moderators|name of moderator|name of moderator s|moderador|moderateur|"
          + "chairperson moderator|moderator chairperson|chairman moderator|facilitator|facilitators|"
          + "name of onsite moderator|name of in person moderator s|in room moderator"
      ),
      (
        .onlineModerators,
        "online moderator|online moderators|remote moderator|remote moderators|virtual moderator|"
          + "proposed remote moderator|online facilitator|remote participation moderator|"
          + "remote moderation|online moderator s|name of remote moderator s|"
          + "name of remote moderator|name of online moderator|remote participation moderators|"
          + "moderator online|moderators online|moderator remote"
      ),
      (
        .rapporteurs,
        "rapporteur|rapporteurs|rapporteur s|rapporteur notetaker|rapporteurs notetakers|"
          + "session rapporteur|notetaker|rapporteur note taker|proposed rapporteur|"
          + "name of rapporteur|name of rapporteur s|reporter|note taker|session rapporteurs"
      ),
      (
        .format,
        "format|session format|session type|type of session|proposed format|format of session|"
          + "type of the session|workshop format"
      ),
      (
        .duration,
        "duration|session duration|expected duration|length|session length|"
          + "duration of proposed session|duration of session|duration of the session"
      ),
      (.slot, "date time|date and time|session date|slot|when|date and time of the session"),
      (.date, "date"), (.time, "time"),
      (.room, "room|venue|location|session room|meeting room"),
      (
        .title,
        "title|session title|workshop title|title of session|title of the session|session name|name of session|"
          + "full title|short title"
      ),
      (
        .questions,
        "policy question|policy questions|policy question s|guiding question|guiding questions|"
          + "guiding policy questions|main policy questions|key policy questions|"
          + "key policy questions and expectations|key policy questions and related issues|"
          + "key questions|questions for discussion|policy questions to be addressed|"
          + "specific policy questions|policy question s to be addressed|discussion questions"
      ),
      (
        .goals,
        "sdgs|sdg|sustainable development goals|relevant sdgs|sdgs addressed|"
          + "sustainable development goals sdgs|link to sdgs|un sdgs|related sdgs|"
          + "relation to sdgs|relation to the sdgs|sdgs covered"
      ),
      (.targets, "targets|sdg targets|target"),
      (
        .description,
        "description|session description|content of the session|session content|abstract|background|"
          + "summary description|about|session abstract|session summary|overview|"
          + "concise description of the workshop|about this session|description of the session|"
          + "brief description|brief description objective"
      ),
      (
        .outcomes,
        "expected outcomes|expected outcome|expected results|outcomes|desired results|"
          + "intended outcomes"
      ),
      (.takeaways, "key takeaways|takeaways|key takeaway|key messages|key message"),
      (.report, "report"),
      (.calls, "call to action|calls to action"),
      (.sessionReport, "session report|full session report|full report"),
      (
        .agenda,
        "agenda|session agenda|draft agenda|tentative agenda|proposed agenda|programme|"
          + "run of show|schedule|structure of the session|session outline|agenda of the session"
      ),
      (
        .documents,
        "reference document|background document|background documents|background paper|reference documents"
      ),
      (
        .other,
        "connection with previous messages|relevance to theme|relevance to internet governance|"
          + "relevance|relevance of the session|relevance of the issue|relevance to internet governance and theme|"
          + "issue|issues|issue s|tag 1|tag 2|tag 3|tags|theme|themes|"
          + "subtheme|subthemes|subtheme s|thematic track|topic|topics|topic s|theme as listed here|"
          + "subtheme as listed here|discussion facilitation|online participation|"
          + "proposed additional tools|hybrid format|format description|interventions|diversity|"
          + "discussion areas|policy recommendations or suggestions for the way forward|"
          + "other initiatives addressing the session issues|making progress for tackled issues|"
          + "estimated participation|reflection to gender issues|session outputs|"
          + "summary of issues discussed|summary|"
          + "policy recommendations or suggestions|key issues raised|way forward|voluntary commitment|"
          + "group photo|country|stakeholder group|gender|nationality|age|updated|"
          + "previous workshop|previous workshops|link to report|onsite participation|internet governance issues|ig issues|policy areas|language|"
          + "how will the session|in person participation|interaction|engagement|session structure|"
          + "content|contact|website|links|outputs|participation|remote participation|attendance|"
          + "first time attendees|regional diversity|gender balance|"
          + "further remarks|additional information|additional materials|twitter|hashtag|session time|methodology|"
          + "suggested way forward|discussion|key issues|workshop theme|class|type|proposal id|"
          + "feedback|registration|live stream|video|transcript|register|objectives|objective|aims|"
          + "introduction|tools|additional tools|how to join|read more|share|session id|day|track"
      ),
    ]
    var sections: [String: PageSection] = [:]
    for (section, list) in words {
      for word in list.split(separator: "|") { sections[String(word)] = section }
    }
    return sections
  }()
}

/// `Speaker 3: …`, `Organizer 1 …`.
struct NumberedHolder: Equatable {
  enum Role { case organizer, speaker, moderator, onlineModerator, rapporteur }

  var role: Role
  var number: Int
  var rest: String

  init?(_ text: String) {
    // Every line is held against them; most begin with another letter.
    guard let first = text.utf8.first, "cospmr".utf8.contains(first | 0x20) else { return nil }
    for (word, role) in Self.words where text.utf8.count > word.utf8.count {
      guard text.prefix(word.count).lowercased() == word else { continue }
      var rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "#" }
      var number = 0
      while let digit = rest.first, digit.isASCII, let value = digit.wholeNumberValue, number < 1000
      {
        number = number * 10 + value
        rest = rest.dropFirst()
      }
      rest = rest.drop { $0 == " " }
      guard number > 0, let mark = rest.first, ":-–.".contains(mark) else { return nil }
      self.role = role
      self.number = number
      self.rest = rest.dropFirst().squeezed
      return
    }
    return nil
  }

  private static let words: [(String, Role)] = [
    ("organizer", .organizer), ("organiser", .organizer), ("co-organizer", .organizer),
    ("speaker", .speaker), ("panelist", .speaker), ("panellist", .speaker),
    ("online moderator", .onlineModerator), ("remote moderator", .onlineModerator),
    ("onsite moderator", .moderator), ("on-site moderator", .moderator), ("moderator", .moderator),
    ("rapporteur", .rapporteur),
  ]
}
