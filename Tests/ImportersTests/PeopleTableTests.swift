import Importers
import SessionModel
import TestSupport
import Testing

struct PeopleTableTests {
  private func read(
    _ text: String, for session: Session = Session()
  ) throws -> Imported {
    try read(Array(text.utf8), for: session)
  }

  private func read(_ bytes: [UInt8], for session: Session = Session()) throws -> Imported {
    try PeopleTable().read(ForeignFile(named: "speakers.csv", bytes: bytes), for: session)
  }

  private func failure(_ text: String) -> ImportFailure? {
    failure(Array(text.utf8))
  }

  private func failure(_ bytes: [UInt8]) -> ImportFailure? {
    do throws(ImportFailure) {
      _ = try PeopleTable().read(ForeignFile(named: "speakers.csv", bytes: bytes), for: Session())
      return nil
    } catch {
      return error
    }
  }

  private func details(_ fill: (inout PersonDetails) -> Void) -> PersonDetails {
    var details = PersonDetails()
    fill(&details)
    return details
  }

  private func add(
    _ name: String, _ fill: (inout PersonDetails) -> Void = { _ in }
  ) -> Intent {
    .people(.add(name: name, details: details(fill)))
  }

  private var ana: Intent {
    add("Ana Neves") {
      $0.affiliation = "Nowhere Ltd"
      $0.group = .privateSector
      $0.region = .weog
      $0.channel = .online
      $0.roles = [.speaker]
    }
  }

  // MARK: Columns

  @Test(
    arguments: [
      "Name,Organisation,Group,Region,Presence,Role\nAna Neves,Nowhere Ltd,Private Sector,WEOG,online,speaker",
      "role;REGION;stakeholder group;affiliation;mode;full name\nSpeaker;weog;private_sector;Nowhere Ltd;remote;Ana Neves",
      "Nom\tOrganisation\tGroupe\tRégion\tPrésence\tRôle\nAna Neves\tNowhere Ltd\tsecteur privé\tGEOA\ten ligne\tintervenante",
      "Nombre,Organización,Sector,Región,Modalidad,Rol\nAna Neves,Nowhere Ltd,sector privado,Europa Occidental y otros,en línea,ponente",
      "Nome,Organização,Setor,Região,Presença,Papel\nAna Neves,Nowhere Ltd,setor privado,WEOG,remoto,palestrante",
      "Vor- und Nachname;Einrichtung;Gruppe;Region;Teilnahme;Rolle\nAna Neves;Nowhere Ltd;Privatwirtschaft;WEOG;virtuell;Rednerin",
      "ФИО,Организация,Группа,Регион,Участие,Роль\nAna Neves,Nowhere Ltd,частный сектор,WEOG,онлайн,спикер",
      "الاسم,المنظمة,المجموعة,المنطقة,الحضور,الدور\nAna Neves,Nowhere Ltd,القطاع الخاص,WEOG,عن بعد,متحدث",
      "姓名,机构,利益相关方,地区,参与方式,角色\nAna Neves,Nowhere Ltd,私营部门,WEOG,线上,发言人",
    ])
  func `columns may stand in any order and language`(text: String) throws {
    let imported = try read(text)
    #expect(imported.intents == [ana])
    #expect(imported.warnings == [])
  }

  @Test func `a column that nobody knows is left out with a warning`() throws {
    let imported = try read("Name,E-mail\nAna,ana@example.org")
    #expect(imported.intents == [add("Ana")])
    #expect(imported.warnings == [ImportWarning(line: 1, "column 'E-mail' was left out")])
  }

  @Test func `two columns of names are joined with a warning`() throws {
    let imported = try read("Surname,First name\nNeves,Ana")
    #expect(imported.intents == [add("Ana Neves")])
    #expect(
      imported.warnings == [
        ImportWarning(
          line: 1, "names were joined from two columns; check those written family name first")
      ])
  }

  @Test func `a list of names alone needs no delimiter`() throws {
    #expect(
      try read("Name\nDiallo, Bako\nChen Li\n").intents == [add("Diallo, Bako"), add("Chen Li")])
  }

  // MARK: Words

  @Test(
    arguments: [
      ("civil_society", StakeholderGroup.civilSociety), ("Civil Society", .civilSociety),
      ("CSO", .civilSociety), ("Civil society (NGO)", .civilSociety), ("Gov", .government),
      ("intergovernmental_organization", .intergovernmental), ("IGO", .intergovernmental),
      ("technical community", .technicalCommunity), ("TECH", .technicalCommunity),
      ("Private", .privateSector),
    ])
  func `groups are known by code, name or short form`(
    text: String, group: StakeholderGroup
  ) throws {
    #expect(try read("Name,Group\nAna,\(text)").intents == [add("Ana") { $0.group = group }])
  }

  @Test(
    arguments: [
      ("african", Region.african), ("African Group", .african), ("APAC", .asiaPacific),
      ("Asia-Pacific Group", .asiaPacific), ("EEG", .easternEuropean), ("GRULAC", .grulac),
      ("Latin American and Caribbean Group (GRULAC)", .grulac), ("weog", .weog),
      ("Western European and Others Group", .weog),
      ("Intergovernmental Organization", .intergovernmental),
    ])
  func `regions are known by code, name or short form`(text: String, region: Region) throws {
    #expect(try read("Name,Region\nAna,\(text)").intents == [add("Ana") { $0.region = region }])
  }

  @Test(arguments: StakeholderGroup.allCases)
  func `every title and short form of a group is read back`(group: StakeholderGroup) throws {
    for text in [group.rawValue, group.title, group.short] {
      #expect(try read("Name,Group\nAna,\(text)").intents == [add("Ana") { $0.group = group }])
    }
  }

  @Test(arguments: Region.allCases)
  func `every title and short form of a region is read back`(region: Region) throws {
    for text in [region.rawValue, region.title, region.short] {
      #expect(try read("Name,Region\nAna,\(text)").intents == [add("Ana") { $0.region = region }])
    }
  }

  @Test(arguments: Role.allCases)
  func `every role is read back`(role: Role) throws {
    #expect(try read("Name,Role\nAna,\(role.title)").intents == [add("Ana") { $0.roles = [role] }])
  }

  @Test(
    arguments: [
      ("Group", "Academia", "group 'Academia' is not known; it was left out"),
      ("Region", "Atlantis", "region 'Atlantis' is not known; it was left out"),
      ("Presence", "maybe", "presence 'maybe' is not known; it was left out"),
      ("Role", "jester", "role 'jester' is not known; it was left out"),
    ])
  func `a word that nobody knows is kept as a warning with its line`(
    heading: String, word: String, message: String
  ) throws {
    let imported = try read("Name,\(heading)\nAna,\nBako,\(word)")
    #expect(imported.intents == [add("Ana"), add("Bako")])
    #expect(imported.warnings == [ImportWarning(line: 3, message)])
  }

  @Test(arguments: ["organizer; moderator", "Organiser / Moderator", "organizer and moderator"])
  func `a cell may name several roles`(text: String) throws {
    let imported = try read("Name\tRole\nAna\t\(text)")
    #expect(imported.intents == [add("Ana") { $0.roles = [.organizer, .moderator] }])
  }

  // MARK: Files

  @Test(
    arguments: [
      "\u{FEFF}Name,Group\r\nZoë,CSO\r\n", "Name,Group\rZoë,CSO", "\n\nName,Group\n,\nZoë,CSO\n\n",
    ])
  func `byte order marks, line ends or empty rows change nothing`(text: String) throws {
    #expect(try read(text).intents == [add("Zoë") { $0.group = .civilSociety }])
  }

  @Test func `bytes that are not UTF-8 are read as Latin-1 with a warning`() throws {
    let imported = try read(Array("Name\nZo".utf8) + [0xEB, 0x20, 0x80])
    #expect(imported.intents == [add("Zoë €")])
    #expect(
      imported.warnings == [ImportWarning(line: 1, "this is not UTF-8; it was read as Latin-1")])
  }

  @Test func `UTF-16 is known by its byte order mark`() throws {
    let units = Array("Name\tGroup\nZoë\tCSO".utf16)
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in units { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read(bytes).intents == [add("Zoë") { $0.group = .civilSociety }])
  }

  @Test func `a quoted cell may hold delimiters, quotes or line breaks`() throws {
    let imported = try read(
      "Name,Organisation,Group\n\"Neves, Ana\",\"The \"\"New\"\"\r\nInstitute\",CSO\nBako,,?\n")
    #expect(
      imported.intents == [
        add("Neves, Ana") {
          $0.affiliation = "The \"New\" Institute"
          $0.group = .civilSociety
        }, add("Bako"),
      ])
    #expect(imported.warnings.map(\.line) == [4])
  }

  // MARK: One person, one record

  @Test func `somebody listed twice is one person with both roles`() throws {
    let imported = try read("Name,Role,Group\nAna,organizer,\nANA,speaker,CSO\n")
    #expect(
      imported.intents == [
        add("Ana") {
          $0.roles = [.organizer, .speaker]
          $0.group = .civilSociety
        }
      ])
  }

  @Test func `the same name with another affiliation is another person`() throws {
    let imported = try read("Name,Affiliation\nAna,Here\nAna,There\n")
    #expect(
      imported.intents == [
        add("Ana") { $0.affiliation = "Here" }, add("Ana") { $0.affiliation = "There" },
      ]
    )
    #expect(
      imported.warnings == [
        ImportWarning(line: 3, "'Ana' has another affiliation; taken for another person")
      ])
  }

  @Test func `somebody on the roll gets what the roll does not know`() throws {
    let session = try Table.laid().session
    let imported = try read(
      "Name,Affiliation,Role\nBako Diallo,Nowhere Ltd,rapporteur\n", for: session)
    #expect(
      imported.intents == [
        .people(
          .change(
            PersonID(2),
            details {
              $0.affiliation = "Nowhere Ltd"
              $0.roles = [.rapporteur]
            }))
      ])
  }

  @Test func `what the roll knows stays, with a warning`() throws {
    let session = try Table.laid().session
    let imported = try read("Name,Group\nAna Neves,government\n", for: session)
    #expect(imported.intents == [])
    #expect(
      imported.warnings == [
        ImportWarning(
          line: 2, "'Ana Neves' has the group 'Civil Society'; 'Government' was left out")
      ])
  }

  @Test func `the same list a second time asks for nothing`() throws {
    let text = "Name,Group,Region,Role,Presence\nZoë,CSO,WEOG,speaker,online\n"
    var table = try Table.laid()
    for intent in try read(text, for: table.session).intents { try table.ask(intent) }
    #expect(try read(text, for: table.session) == Imported())
  }

  // MARK: Refusals

  @Test(
    arguments: [
      (
        "Name,Group\nAna,CSO\n\n ,CSO\n",
        ImportFailure.nameMissing(row: 4, file: "speakers.csv"),
        "Row 4 of 'speakers.csv' has no name; nothing was imported"
      ),
      (
        "Group,Region\nCSO,WEOG\n", .noNameColumn(file: "speakers.csv"),
        "No column of 'speakers.csv' is headed 'Name' in its first row; nothing was imported"
      ),
      (
        "Name\nAna\n\"Bako\n", .quoteNotClosed(row: 3, file: "speakers.csv"),
        "Row 3 of 'speakers.csv' opens a quote that is never closed; nothing was imported"
      ),
      (
        " \n\n", .empty(file: "speakers.csv"), "'speakers.csv' is empty; nothing was imported"
      ),
      (
        "Name,Group\n", .noRows(file: "speakers.csv"),
        "'speakers.csv' lists nobody; nothing was imported"
      ),
      (
        "\u{0}\u{1}", .notText(file: "speakers.csv"),
        "'speakers.csv' is not a text; nothing was imported"
      ),
    ])
  func `a file that cannot be understood is refused whole`(
    text: String, expected: ImportFailure, sentence: String
  ) {
    #expect(failure(text) == expected)
    #expect(expected.sentence == sentence)
  }

  @Test func `a picture is no list`() {
    #expect(failure([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A]) == .notText(file: "speakers.csv"))
  }

  @Test func `a file over 50 MB is refused unread`() {
    let bytes = [UInt8](repeating: 0x41, count: ForeignFile.largest + 1)
    #expect(failure(bytes) == .tooLarge(file: "speakers.csv"))
    #expect(
      ImportFailure.tooLarge(file: "speakers.csv").sentence
        == "'speakers.csv' is larger than 50 MB; nothing was imported")
  }

  @Test func `no bytes at all bring it down`() {
    var random = SeededGenerator(seed: 5)
    let seed = Array("Name;Group\n\"Ana\";CSO\r\n\u{FEFF}Zoë,\"\n\t|".utf8)
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let index = bytes.indices.randomElement(using: &random) ?? 0
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &random))
      // Whether it is refused does not matter here; that the reader ends does.
      _ = failure(bytes)
    }
  }
}
