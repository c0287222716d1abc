// The attendances: with keys for joining, and flat in Spanish for everybody else.

import MinutarioModel

enum AttendanceTables {
  static let attendances = Table<AttendanceRow>(
    "attendances", "Asistencias", "Una persona en una reunión, presente o no.",
    primaryKey: ["attendance_id"],
    foreignKeys: [
      .meeting, .person(), .institution(),
      ForeignKey(column: "membership_id", table: "memberships", referenced: "membership_id"),
      .person("represents_person_id"),
    ], lookups: ["name_raw"],
    columns: [
      .rowID("attendance_id", "Asistencia", "Clave de la asistencia.") { $0.id },
      .code("meeting_id", "Reunión", "Clave de la reunión.") { $0.context.meeting.id },
      .code("person_id", "Persona", "Clave de la persona; vacía si no se sabe quién es.") {
        $0.links.personID
      },
      .text("name_raw", "Nombre", "Tal como está escrito, sin tratamiento.") {
        $0.attendance.name
      },
      .text("title_raw", "Tratamiento", "Lic., Mtra. …, tal como está escrito.") {
        $0.attendance.title
      },
      .text("position_raw", "Cargo completo", "Tal como está escrito, sin la institución.") {
        $0.attendance.position
      },
      .text("role", "Cargo", "La cabeza del cargo, corregidas las erratas.") {
        $0.attendance.role
      },
      .text("unit_raw", "Unidad", "La unidad interna, tal como está escrita.") {
        $0.attendance.unit
      },
      .text("institution_raw", "Institución, tal cual", "Tal como está escrita.") {
        $0.attendance.institution?.name
      },
      .code("institution_id", "Institución", "Clave de la institución.") {
        $0.links.institutionID
      },
      .choice(
        "institution_origin", ["list", "group", "document", "meeting_body"],
        "Origen de la institución",
        "De la lista, del encabezado del grupo, del documento, o el órgano que sesionó "
          + "cuando la lista no dice ninguna."
      ) { $0.links.institutionOrigin?.rawValue },
      .code("membership_id", "Pertenencia", "Clave de la pertenencia.") {
        $0.links.membershipID
      },
      .integer("seq", "Secuencia", "2, 3 … si la misma persona asiste con otro cargo.") {
        $0.links.sequence
      },
      .choice(
        "presence", ["present", "absent", "excused", "represented", "unknown"], "Asistencia",
        "Presente, ausente, con justificación, representado o sin dato."
      ) { $0.attendance.presence.rawValue },
      .choice(
        "mode", ["in_person", "remote", "unknown"], "Modalidad", "Cómo asistió, si se dice."
      ) {
        // A single person takes part in one way; the text did not say which.
        $0.attendance.mode == .hybrid ? "unknown" : $0.attendance.mode.rawValue
      },
      .choice(
        "capacity",
        [
          "titular", "suplente", "representante", "invitado", "observador", "presidencia",
          "secretaria",
        ], "Calidad", "En qué calidad asistió; vacía si no se dice."
      ) { $0.attendance.capacity?.rawValue },
      .code("represents_person_id", "Representa a", "La persona en cuyo lugar asistió.") {
        $0.links.representsID
      },
      .integer("list_order", "Orden", "Lugar en la lista, desde 1.") { $0.index + 1 },
      .text("group_raw", "Grupo", "El subtítulo de la lista bajo el que está.") {
        $0.attendance.group
      },
    ]
      + Column.facts(
        method: { _ in .rule }, rule: { _ in "extract.attendance" },
        confidence: { $0.attendance.confidence }))

  static let flat = Table<FlatRow>(
    "asistencias", "Asistencias en una sola hoja",
    "Una persona en una reunión por renglón, en palabras y sin claves.",
    primaryKey: [], for: .everybody,
    lookups: ["fecha", "nombre", "institucion", "organo"],
    columns: [
      .date("fecha", "Fecha", "Fecha de la reunión; puede faltar el día o el mes.") {
        $0.row.context.record.meeting.date
      },
      .text("reunion", "Reunión", "Nombre de la reunión tal como está escrito.") {
        $0.row.context.record.meeting.name
      },
      .text("organo", "Órgano", "El órgano que sesionó.") { $0.body },
      .text("nombre", "Nombre", "Tal como está escrito, sin tratamiento.") {
        $0.row.attendance.name
      },
      .text("tratamiento", "Tratamiento", "Lic., Mtra. …, tal como está escrito.") {
        $0.row.attendance.title
      },
      .text("cargo", "Cargo", "El cargo completo, sin la institución.") {
        $0.row.attendance.position ?? $0.row.attendance.role
      },
      .text("unidad", "Unidad", "La unidad interna.") { $0.row.attendance.unit },
      .text("institucion", "Institución", "Nombre de la institución, igual en todo el acervo.") {
        $0.institution
      },
      .choice(
        "institucion_origen", ["en la lista", "derivada del órgano que sesiona"],
        "Origen de la institución", "Si la lista la dice, o se tomó la del órgano que sesionó."
      ) { $0.row.links.institutionOrigin?.spanish },
      .choice(
        "asistencia", ["presente", "ausente", "con justificación", "representado", "sin dato"],
        "Asistencia", "Si la persona asistió."
      ) { $0.row.attendance.presence.spanish },
      .text("calidad", "Calidad", "Titular, suplente, representante …; vacía si no se dice.") {
        $0.row.attendance.capacity?.spanish
      },
      .text("en_representacion_de", "En representación de", "En lugar de quién asistió.") {
        $0.represents
      },
      .choice("revisar", ["sí", "no"], "Revisar", "Si conviene que alguien revise el renglón.") {
        $0.reasons.isEmpty ? "no" : "sí"
      },
      .text("motivo_revision", "Motivo de la revisión", "Por qué conviene revisarlo.") {
        $0.reasons.isEmpty ? nil : $0.reasons.joined(separator: "; ")
      },
      .text("archivo", "Archivo", "El documento del que sale el renglón.") {
        $0.row.context.document.paths.first
      },
    ])
}
