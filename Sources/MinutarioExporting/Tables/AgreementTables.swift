// The tables about agreements: what was agreed, who is to do it, and what became of it.

import MinutarioModel

enum AgreementTables {
  static let agreements = Table<AgreementRow>(
    "agreements", "Acuerdos", "Acuerdos, compromisos y resoluciones.",
    primaryKey: ["agreement_id"],
    foreignKeys: [
      .meeting,
      ForeignKey(
        column: "parent_agreement_id", table: "agreements", referenced: "agreement_id"),
      ForeignKey(column: "topic_id", table: "topics", referenced: "topic_id"),
    ], lookups: ["due_date", "status"],
    columns: [
      .code("agreement_id", "Acuerdo", "Clave del acuerdo.") { $0.id },
      .code("meeting_id", "Reunión", "La reunión que lo tomó.") { $0.context.meeting.id },
      .integer("order", "Orden", "Lugar en la lista del documento, desde 1.") { $0.index + 1 },
      .text("label_raw", "Numeral", "El numeral tal como está escrito.") { $0.agreement.label },
      .code("parent_agreement_id", "Acuerdo superior", "El acuerdo del que es nota o inciso.") {
        $0.parentID
      },
      .open("topic_id", .code, "Tema", "El tema del que nace."),
      .text("text", "Texto", "El acuerdo tal como está escrito.") { $0.agreement.text },
      .open(
        "kind", .choice(["commitment", "decision", "approval", "information", "request"]), "Clase",
        "Compromiso, decisión, aprobación, información o solicitud."),
      .text("due_raw", "Plazo, tal cual", "El plazo tal como está escrito.") {
        $0.agreement.evidence.spans("due_date").first?.quote
      },
      .date("due_date", "Plazo", "Fecha en que vence.") { $0.agreement.dueDate },
      .choice(
        "due_basis", ["explicit", "relative", "follow_up_meeting", "none"], "Base del plazo",
        "Fecha escrita, plazo relativo, la próxima reunión o ninguno."
      ) { $0.agreement.dueBasis.rawValue },
      .choice(
        "status", ["open", "fulfilled", "partial", "superseded", "cancelled", "unknown"], "Estado",
        "Estado del acuerdo, según el documento."
      ) { $0.agreement.status.rawValue },
      .date("status_as_of", "Estado al", "Fecha de la reunión que da cuenta del estado.") {
        $0.agreement.status == .unknown ? nil : $0.context.record.meeting.date
      },
    ] + Column.facts(method: { _ in .rule }, rule: { _ in "extract.agreement" }))

  static let parties = Table<PartyRow>(
    "agreement_parties", "Partes de los acuerdos", "Quién es responsable de cada acuerdo.",
    primaryKey: ["agreement_id", "seq"],
    foreignKeys: [
      ForeignKey(column: "agreement_id", table: "agreements", referenced: "agreement_id"),
      .person(), .institution(),
    ],
    columns: [
      .code("agreement_id", "Acuerdo", "Clave del acuerdo.") { $0.agreement.id },
      .integer("seq", "Secuencia", "Lugar entre las partes del acuerdo, desde 1.") { $0.sequence },
      .choice(
        "role_in_agreement",
        ["responsible", "requester", "beneficiary", "approver", "participant"], "Papel",
        "Qué le toca a la parte en el acuerdo."
      ) { _ in "responsible" },
      .code("person_id", "Persona", "La persona, si se sabe cuál.") { $0.links.personID },
      .code("institution_id", "Institución", "La institución, si se sabe cuál.") {
        $0.links.institutionID
      },
      .text("party_raw", "Parte, tal cual", "La parte tal como está escrita.") { $0.party.text },
      .choice(
        "resolution",
        ["named", "role_in_same_meeting", "institution_only", "ambiguous", "unresolved"],
        "Resolución", "Cómo se supo quién es."
      ) { $0.party.resolution.rawValue },
    ]
      + Column.facts(
        method: { $0.party.resolution == .roleInSameMeeting ? .resolution : .rule },
        rule: { _ in "extract.responsible" }))

  static let events = Table<AgreementRow>(
    "agreement_events", "Historia de los acuerdos", "Qué pasó con cada acuerdo, reunión a reunión.",
    primaryKey: ["agreement_id", "seq"],
    foreignKeys: [
      ForeignKey(column: "agreement_id", table: "agreements", referenced: "agreement_id"),
      .meeting,
    ],
    columns: [
      .code("agreement_id", "Acuerdo", "Clave del acuerdo.") { $0.id },
      .integer("seq", "Secuencia", "Lugar en la historia del acuerdo, desde 1.") { _ in 1 },
      .code("meeting_id", "Reunión", "La reunión donde pasó.") { $0.context.meeting.id },
      .choice(
        "event",
        [
          "created", "mentioned", "postponed", "partial", "fulfilled", "cancelled", "modified",
        ], "Hecho", "Qué pasó. Por ahora sólo se registra cuándo se tomó el acuerdo."
      ) { _ in "created" },
      .date("date", "Fecha", "Fecha de la reunión.") { $0.context.record.meeting.date },
      .open(
        "link_kind", .choice(["cited_number", "cited_text", "candidate"]), "Enlace",
        "Cómo se supo que el texto habla del acuerdo."),
    ] + Column.facts(method: { _ in .derived }, rule: { _ in "resolve.created" }))
}
