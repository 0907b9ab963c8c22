import SessionModel

/// What stands in which column of a list of people.
struct PeopleColumns {
  /// `nil` where a column is left out.
  private var fields: [Field?] = []
  private(set) var warnings: [String] = []

  /// What a column holds.
  enum Field: Sendable {
    case name, givenName, familyName
    case affiliation, position, group, region, channel, roles, status
  }

  /// Reads the headings, which are the first row.
  init(_ headings: DelimitedTable.Row) {
    var known: Set<Field> = []
    for cell in headings.cells {
      let heading = cell.tidied
      if let field = Self.field(of: heading), known.insert(field).inserted {
        fields.append(field)
      } else {
        fields.append(nil)
        if !heading.isEmpty { warnings.append("column '\(heading)' was left out") }
      }
    }
    if !fields.contains(.name), hasNames {
      warnings.append("names were joined from two columns; check those written family name first")
    }
  }

  /// Whether there is a column of whole names, or one for each of their two parts.
  var hasNames: Bool {
    fields.contains(.name) || (fields.contains(.givenName) && fields.contains(.familyName))
  }

  private static func field(of heading: String) -> Field? {
    if let field = headings[heading] { return field }
    let parts = heading.split(separator: "/").map { headings[String($0)] }
    return parts.compactMap(\.self).first
  }

  /// Takes a row's cells for what their headings say.
  func read(_ cells: [String], into person: inout ListedPerson) {
    var parts: [Field: String] = [:]
    for (field, cell) in zip(fields, cells) {
      let text = cell.tidied
      if let field, !text.isEmpty { parts[field] = text }
    }
    let joined = [parts[.givenName], parts[.familyName]].compactMap(\.self).joined(separator: " ")
    person.name = parts[.name] ?? (fields.contains(.name) ? "" : joined)
    person.details.affiliation = parts[.affiliation]
    person.details.position = parts[.position]
    person.details.group = person.meaning(of: parts[.group], in: PeopleWords.groups, "group")
    person.details.region = person.meaning(of: parts[.region], in: PeopleWords.regions, "region")
    person.details.channel = person.meaning(
      of: parts[.channel], in: PeopleWords.channels, "presence")
    person.details.status = person.meaning(of: parts[.status], in: PeopleWords.statuses, "status")
    person.details.roles = parts[.roles].flatMap { person.roles(in: $0) }
    let rest = cells.dropFirst(fields.count).filter { !$0.tidied.isEmpty }
    if !rest.isEmpty { person.warnings.append("more cells than headings; the last were left out") }
  }

  private static let headings = Wording<Field>([
    (
      .name,
      "name|names|full name|fullname|first and last name|name of participant|participant|"
        + "speaker|nom|nom complet|nom et prénom|prénom et nom|nombre|nombre completo|"
        + "nombre y apellido|nombre y apellidos|nome|nome completo|nome e cognome|"
        + "vollständiger Name|Vor- und Nachname|имя|фио|имя и фамилия|الاسم|الاسم الكامل|"
        + "姓名|名字|名前|氏名"
    ),
    (
      .givenName,
      "first name|firstname|given name|given names|forename|prénom|nombre de pila|prenome|"
        + "Vorname|الاسم الأول"
    ),
    (
      .familyName,
      "last name|lastname|surname|family name|nom de famille|apellido|apellidos|sobrenome|"
        + "apelido|Nachname|Familienname|cognome|фамилия|اسم العائلة"
    ),
    (
      .affiliation,
      "organisation|organization|organisations|organizations|affiliation|affiliations|company|"
        + "institution|employer|entity|entité|établissement|organización|institución|"
        + "afiliación|entidad|organização|instituição|filiação|Einrichtung|Zugehörigkeit|Firma|"
        + "organizzazione|ente|affiliazione|организация|учреждение|المنظمة|المؤسسة|الجهة|"
        + "组织|机构|单位|所属|組織"
    ),
    (
      .position,
      "position|job title|function|fonction|poste|cargo|puesto|função|Funktion|"
        + "Stelle|posizione|ruolo professionale|должность|المنصب|职务|职位"
    ),
    (
      .group,
      "group|stakeholder group|category|stakeholder category|catégorie|categoría|categoria|"
        + "Kategorie|stakeholder|stakeholders|stakeholder type|sector|constituency|"
        + "groupe|groupe de parties prenantes|partie prenante|secteur|grupo|"
        + "grupo de partes interesadas|grupo de interés|parte interesada|setor|"
        + "grupo de partes interessadas|Gruppe|Stakeholder-Gruppe|Interessengruppe|gruppo|"
        + "settore|gruppo di portatori di interesse|группа|группа заинтересованных сторон|"
        + "сектор|المجموعة|مجموعة أصحاب المصلحة|群体|利益相关方|利益攸关方|团体"
    ),
    (
      .region,
      "region|regional group|UN regional group|région|groupe régional|región|grupo regional|"
        + "região|Regionalgruppe|regione|gruppo regionale|регион|региональная группа|المنطقة|"
        + "المجموعة الإقليمية|地区|区域|地域"
    ),
    (
      .channel,
      "presence|attendance|participation|mode|channel|mode of participation|attendance mode|"
        + "présence|mode de participation|presencia|modalidad|participación|presença|"
        + "modalidade|participação|Anwesenheit|Teilnahme|Teilnahmeart|presenza|modalità|"
        + "partecipazione|участие|формат участия|الحضور|طريقة المشاركة|参与方式|出席方式"
    ),
    (
      .roles,
      "role|roles|rôle|rôles|rol|papel|papéis|Rolle|Rollen|ruolo|ruoli|роль|роли|الدور|"
        + "角色|役割"
    ),
    (
      .status,
      "status|statut|estado|estatuto|situação|Stand|stato|статус|الحالة|状态"
    ),
  ])
}

extension ListedPerson {
  /// What a cell says; unknown words become a warning and nothing else.
  fileprivate mutating func meaning<Meaning: Equatable & Sendable>(
    of text: String?, in words: Wording<Meaning>, _ what: String
  ) -> Meaning? {
    guard let text else { return nil }
    if let meaning = words[text] { return meaning }
    warnings.append("\(what) '\(text)' is not known; it was left out")
    return nil
  }

  /// The roles of a cell, each once, in its order; `nil` where none is known.
  fileprivate mutating func roles(in text: String) -> [Role]? {
    if let role = PeopleWords.roles[text] { return [role] }
    var roles: [Role] = []
    for part in text.listed {
      if let role = PeopleWords.roles[part] {
        if !roles.contains(role) { roles.append(role) }
      } else {
        warnings.append("role '\(part)' is not known; it was left out")
      }
    }
    return roles.isEmpty ? nil : roles
  }
}

extension String {
  /// The parts of an enumeration.
  fileprivate var listed: [String] {
    let ands: Set = ["and", "et", "y", "e", "und", "и", "و"]
    let words = split(separator: " ").map { ands.contains($0.lowercased()) ? "," : String($0) }
    return words.joined(separator: " ").split { ",;/|&+，；、".contains($0) }
      .map(\.tidied).filter { !$0.isEmpty }
  }
}
