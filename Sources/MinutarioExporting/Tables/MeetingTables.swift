// The tables about meetings and what was on their agenda.

import MinutarioModel

enum MeetingTables {
  static let meetings = Table<MeetingRow>(
    "meetings", "Reuniones", "Un renglón por reunión.",
    primaryKey: ["meeting_id"], foreignKeys: [.institution("body_institution_id")],
    lookups: ["date", "name"],
    columns: [
      .code("meeting_id", "Reunión", "Clave de la reunión.") { $0.meeting.id },
      .text("name", "Nombre", "Nombre de la reunión tal como está escrito.") {
        $0.record.meeting.name
      },
      .code("body_institution_id", "Órgano", "El órgano que sesionó, cuando el nombre lo dice.") {
        $0.meeting.bodyID
      },
      .choice(
        "classification",
        [
          "ordinaria", "extraordinaria", "grupo_de_trabajo", "instalacion", "otra", "desconocida",
        ], "Clase de sesión", "Clase de la sesión."
      ) { $0.record.meeting.classification.rawValue },
      .text("number_raw", "Número", "Número de la sesión tal como está escrito.") {
        $0.record.meeting.number
      },
      .date("date", "Fecha", "Fecha de la reunión; puede faltar el día o el mes.") {
        $0.record.meeting.date
      },
      .time("start_time", "Hora de inicio", "HH:MM, hora local.") { $0.record.meeting.startTime },
      .open("end_date", .date, "Fecha de término", "Si terminó otro día."),
      .time("end_time", "Hora de término", "HH:MM, hora local.") { $0.record.meeting.endTime },
      .text("place_raw", "Lugar", "Lugar tal como está escrito.") { $0.record.meeting.place },
      .open("locality", .text, "Localidad", "Localidad del lugar."),
      .choice(
        "mode", ["in_person", "remote", "hybrid", "unknown"], "Modalidad",
        "Presencial, a distancia, híbrida o desconocida."
      ) { $0.record.meeting.mode.rawValue },
      .choice(
        "quorum_stated", ["yes", "no", "not_stated"], "Quórum",
        "Si el texto declara el quórum; vacío cuando habla de él sin que se sepa en qué sentido."
      ) { $0.record.meeting.quorum == nil ? "not_stated" : nil },
      .text("quorum_raw", "Quórum, tal cual", "Lo que el texto dice del quórum.") {
        $0.record.meeting.quorum
      },
      .integer("attendees_stated", "Asistentes declarados", "Cuántos asistentes dice el texto.") {
        $0.record.meeting.statedAttendees
      },
      .integer("attendees_counted", "Asistentes contados", "Cuántos presentes se leyeron.") {
        $0.presentCount
      },
      .date("follow_up_date", "Próxima reunión", "Fecha que se anuncia para la siguiente.") {
        $0.record.meeting.followUp?.date
      },
      .text("follow_up_raw", "Próxima reunión, tal cual", "El anuncio tal como está escrito.") {
        $0.record.meeting.followUp.flatMap { $0.raw ?? $0.evidence?.quote }
      },
      .choice(
        "status", ["held", "cancelled", "adjourned", "unknown"], "Estado",
        "Si la reunión se celebró."
      ) { _ in "unknown" },
    ] + Column.facts(method: { _ in .rule }, rule: { _ in "extract.meeting" }))

  static let meetingDocuments = Table<MeetingRow>(
    "meeting_documents", "Documentos de las reuniones", "Qué documento da cuenta de qué reunión.",
    primaryKey: ["meeting_id", "document_id"],
    foreignKeys: [
      .meeting, .document,
      ForeignKey(
        column: "supersedes_document_id", table: "documents", referenced: "document_id"),
    ],
    columns: [
      .code("meeting_id", "Reunión", "Clave de la reunión.") { $0.meeting.id },
      .code("document_id", "Documento", "Clave del documento.") { $0.document.id },
      .boolean("is_primary", "Es el principal", "Si es el documento del que salen los datos.") {
        _ in true
      },
      .open("supersedes_document_id", .code, "Sustituye a", "Documento al que sustituye."),
      .open(
        "match_method", .choice(["date_body", "number", "name_similarity", "human"]),
        "Método de enlace", "Cómo se supo que dos documentos son de una misma reunión."),
      .open("match_score", .decimal(places: 2), "Parecido", "De 0 a 1."),
    ])

  static let topics = Table<TopicRow>(
    "topics", "Temas", "Puntos del orden del día y temas tratados.",
    primaryKey: ["topic_id"],
    foreignKeys: [
      .meeting, ForeignKey(column: "parent_topic_id", table: "topics", referenced: "topic_id"),
    ],
    columns: [
      .rowID("topic_id", "Tema", "Clave del tema.") { $0.id },
      .code("meeting_id", "Reunión", "Clave de la reunión.") { $0.context.meeting.id },
      .rowID("parent_topic_id", "Tema superior", "El tema del que es parte.") { $0.parentID },
      .integer("order", "Orden", "Lugar en la lista, desde 1.") { $0.index + 1 },
      .text("label_raw", "Numeral", "«I», «1.2», «·», tal como está escrito.") { $0.topic.label },
      .text("text", "Texto", "El tema tal como está escrito.") { $0.topic.text },
      .choice(
        "kind", ["agenda", "discussed", "asuntos_generales"], "Clase",
        "Si es punto del orden del día o tema tratado, según la sección donde está."
      ) { $0.kind },
    ] + Column.facts(method: { _ in .rule }, rule: { _ in "extract.topic" }))
}
