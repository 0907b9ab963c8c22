import SessionModel

/// How lists of people write what the session has codes for.
enum PeopleWords {
  static let groups = Wording<StakeholderGroup>([
    (
      .civilSociety,
      "civil_society|civil society organisation|civil society organization|CSO|CS|NGO|"
        + "société civile|ONG|OSC|sociedad civil|sociedade civil|Zivilgesellschaft|"
        + "società civile|гражданское общество|المجتمع المدني|民间社会|公民社会"
    ),
    (
      .government,
      "government|governments|Gov|Govt|Gvt|gouvernement|gobierno|governo|Regierung|"
        + "правительство|الحكومة|حكومة|政府"
    ),
    (
      .intergovernmental,
      "intergovernmental_organization|intergovernmental organisation|"
        + "inter-governmental organization|inter-governmental organisation|"
        + "intergovernmental organizations|intergovernmental|IGO|IO|international organization|"
        + "international organisation|organisation intergouvernementale|OIG|"
        + "organización intergubernamental|organização intergovernamental|"
        + "zwischenstaatliche Organisation|organizzazione intergovernativa|"
        + "межправительственная организация|منظمة حكومية دولية|政府间组织"
    ),
    (
      .privateSector,
      "private_sector|private|business|industry|secteur privé|sector privado|setor privado|"
        + "Privatwirtschaft|Privatsektor|settore privato|частный сектор|القطاع الخاص|私营部门"
    ),
    (
      .technicalCommunity,
      "technical_community|technical|tech|TC|communauté technique|comunidad técnica|"
        + "comunidade técnica|technische Gemeinschaft|comunità tecnica|"
        + "техническое сообщество|المجتمع التقني|技术社群|技术界"
    ),
  ])

  static let regions = Wording<Region>([
    (
      .african,
      "african|african group|africa|AFR|Afrique|groupe africain|África|grupo africano|Afrika|"
        + "gruppo africano|Африка|группа африканских государств|أفريقيا|المجموعة الأفريقية|非洲"
    ),
    (
      .asiaPacific,
      "asia_pacific|asia-pacific group|asia and the pacific|asia & pacific|APAC|APG|AP|"
        + "asia pac|Asie-Pacifique|Asie et Pacifique|groupe Asie-Pacifique|Asia-Pacífico|"
        + "Ásia-Pacífico|Asien-Pazifik|Asia-Pacifico|Азиатско-Тихоокеанский регион|"
        + "آسيا والمحيط الهادئ|亚太|亚洲及太平洋"
    ),
    (
      .easternEuropean,
      "eastern_european|eastern european group|eastern europe|east eur|EEG|EE|"
        + "Europe orientale|Europe de l’Est|groupe d’Europe orientale|Europa Oriental|"
        + "Europa del Este|Osteuropa|Europa orientale|Восточная Европа|أوروبا الشرقية|东欧"
    ),
    (
      .grulac,
      "grulac|latin american and caribbean group|latin american and caribbean states|"
        + "latin america and the caribbean|latin america and caribbean|latin america|LAC|"
        + "Amérique latine et Caraïbes|Amérique latine et les Caraïbes|"
        + "América Latina y el Caribe|América Latina|América Latina e Caribe|"
        + "Lateinamerika und Karibik|America Latina e Caraibi|"
        + "Латинская Америка и Карибский бассейн|أمريكا اللاتينية والكاريبي|拉丁美洲和加勒比|拉美"
    ),
    (
      .weog,
      "weog|western european and others group|western european and other states|"
        + "western europe and others|western europe & others|western europe|"
        + "Europe occidentale et autres|GEOA|Europa Occidental y otros|Europa Ocidental e outros|"
        + "Westeuropa und andere|Europa occidentale e altri|Западная Европа и другие|"
        + "أوروبا الغربية ودول أخرى|西欧和其他"
    ),
    (
      .intergovernmental,
      "intergovernmental|intergovernmental organization|intergovernmental organisation|IGO"
    ),
  ])

  static let roles = Wording<Role>([
    (
      .organizer,
      "organizer|organiser|co-organizer|co-organiser|organisateur|organisatrice|organizador|"
        + "organizadora|Organisator|Organisatorin|Veranstalter|Veranstalterin|organizzatore|"
        + "организатор|منظم|组织者"
    ),
    (
      .speaker,
      "speaker|panelist|panellist|intervenant|intervenante|orateur|oratrice|ponente|orador|"
        + "oradora|palestrante|Redner|Rednerin|Sprecher|Sprecherin|relatore|"
        + "докладчик|спикер|متحدث|发言人|演讲者"
    ),
    (.additionalSpeaker, "additional_speaker|intervenant supplémentaire|ponente adicional"),
    (
      .moderator,
      "moderator|on-site moderator|onsite moderator|modérateur|modératrice|moderador|moderadora|"
        + "Moderatorin|moderatore|moderatrice|модератор|مدير الجلسة|主持人"
    ),
    (
      .onlineModerator,
      "online_moderator|remote moderator|modérateur en ligne|modératrice en ligne|"
        + "moderador en línea|moderador online|Online-Moderatorin|модератор онлайн|线上主持人"
    ),
    (
      .rapporteur,
      "rapporteur|rapporteuse|relator|relatora|Berichterstatter|Berichterstatterin|مقرر|报告员"
    ),
    (
      .chair,
      "chair|chairperson|chairman|chairwoman|co-chair|président|présidente|presidente|"
        + "presidenta|Vorsitz|Vorsitzender|Vorsitzende|председатель|رئيس|主席"
    ),
    (.discussant, "discussant|commentateur|comentarista|Diskutant|Diskutantin|дискутант|评议人"),
    (
      .facilitator,
      "facilitator|facilitateur|facilitatrice|facilitador|facilitadora|facilitatore|"
        + "фасилитатор|ميسر|协调人"
    ),
    (
      .participant,
      "participant|attendee|participante|Teilnehmer|Teilnehmerin|Teilnehmende|partecipante|"
        + "участник|участница|مشارك|مشاركة|参加者|与会者"
    ),
  ])

  static let channels = Wording<Channel>([
    (
      .room,
      "room|in the room|in person|in-person|on site|on-site|onsite|physical|présentiel|"
        + "en présentiel|sur place|presencial|in situ|vor Ort|in presenza|очно|в зале|حضوري|现场|线下"
    ),
    (
      .online,
      "online|on line|remote|remotely|virtual|virtually|zoom|en ligne|à distance|distanciel|"
        + "en línea|a distancia|virtuel|virtuell|virtuale|remoto|à distância|aus der Ferne|da remoto|онлайн|"
        + "дистанционно|عن بعد|عبر الإنترنت|线上|在线"
    ),
  ])

  static let statuses = Wording<Person.Status>([
    (
      .confirmed,
      "confirmed|yes|confirmé|confirmée|confirmado|confirmada|bestätigt|confermato|"
        + "подтверждено|مؤكد|已确认"
    ),
    (.tbc, "tbc|to be confirmed|unconfirmed|à confirmer|por confirmar|a confirmar|zu bestätigen"),
    (.tbd, "tbd|tba|to be decided|to be determined|to be announced|à déterminer|por definir"),
    (.cancelled, "cancelled|canceled|annulé|annulée|cancelado|cancelada|abgesagt|отменено"),
  ])
}
