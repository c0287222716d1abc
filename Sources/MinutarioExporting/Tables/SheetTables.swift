// The sheets of the workbook beside the flat table: what people read, in words, without ids, and
// joined so that no sheet needs another.

import MinutarioModel

enum SheetTables {
  static let people = Table<PersonSheetRow>(
    "personas", "Personas", "Una persona por renglón.", primaryKey: [], for: .readers,
    columns: [
      .text("nombre", "Nombre", "La forma del nombre que más se usa.") { $0.person.displayName },
      .text("cargos", "Cargos e instituciones", "En qué cargo de qué institución se vio.") {
        $0.offices.isEmpty ? nil : $0.offices.joined(separator: "; ")
      },
      .date(
        "primera_vez", "Visto por primera vez",
        "Fecha de la primera reunión que la nombra; no es el inicio de un cargo."
      ) { $0.person.seen.first },
      .date("ultima_vez", "Visto por última vez", "Fecha de la última reunión que la nombra.") {
        $0.person.seen.last
      },
      .integer("reuniones", "Reuniones", "Reuniones en cuya lista está, presente o no.") {
        $0.person.meetings
      },
      .text("formas", "Otras formas del nombre", "Como más lo escriben los documentos.") { row in
        let others = row.person.names.map(\.name).filter { $0 != row.person.displayName }
        return others.isEmpty ? nil : others.joined(separator: "; ")
      },
    ])

  static let institutions = Table<InstitutionSheetRow>(
    "instituciones", "Instituciones", "Una institución u órgano por renglón.", primaryKey: [],
    for: .readers,
    columns: [
      .text("nombre", "Nombre", "El nombre completo, si se conoce.") {
        $0.institution.displayName
      },
      .text("siglas", "Siglas", "Siglas o nombre corto.") { $0.institution.acronym },
      .text("clase", "Clase", "Si es un órgano colegiado, que sesiona.") {
        $0.institution.kind.spanish
      },
      .integer("personas", "Personas", "Personas que se vieron en ella.") { $0.people },
      .integer("reuniones", "Reuniones", "Reuniones a que asistió alguien suyo o que son suyas.") {
        $0.meetings
      },
      .date("primera_vez", "Vista por primera vez", "Fecha de la primera reunión que la nombra.") {
        $0.institution.seen.first
      },
      .date("ultima_vez", "Vista por última vez", "Fecha de la última reunión que la nombra.") {
        $0.institution.seen.last
      },
    ])

  static let meetings = Table<MeetingSheetRow>(
    "reuniones", "Reuniones", "Una reunión por renglón.", primaryKey: [], for: .readers,
    columns: [
      .date("fecha", "Fecha", "Puede faltar el día o el mes.") { $0.record.meeting.date },
      .text("nombre", "Nombre", "Nombre de la reunión tal como está escrito.") {
        $0.record.meeting.name
      },
      .text("organo", "Órgano", "El órgano que sesionó, cuando el nombre lo dice.") { $0.body },
      .text("clase", "Clase de sesión", "Ordinaria, extraordinaria …") {
        $0.record.meeting.classification.spanish
      },
      .text("lugar", "Lugar", "Tal como está escrito.") { $0.record.meeting.place },
      .text("modalidad", "Modalidad", "Presencial, a distancia o híbrida.") {
        $0.record.meeting.mode.spanish
      },
      .time("inicio", "Hora de inicio", "HH:MM, hora local.") { $0.record.meeting.startTime },
      .time("termino", "Hora de término", "HH:MM, hora local.") { $0.record.meeting.endTime },
      .integer("presentes", "Presentes", "Cuántas personas presentes se leyeron.") {
        $0.row.presentCount
      },
      .integer("acuerdos", "Acuerdos", "Cuántos acuerdos se leyeron.") {
        $0.record.agreements.count
      },
      .date("proxima", "Próxima reunión", "Fecha que se anuncia para la siguiente.") {
        $0.record.meeting.followUp?.date
      },
      .text("archivo", "Archivo", "El documento del que sale el renglón.") {
        $0.row.document.paths.first
      },
    ])

  static let agreements = Table<AgreementSheetRow>(
    "acuerdos", "Acuerdos", "Un acuerdo por renglón.", primaryKey: [], for: .readers,
    columns: [
      .date("fecha", "Fecha de la reunión", "Puede faltar el día o el mes.") {
        $0.row.context.record.meeting.date
      },
      .text("reunion", "Reunión", "Nombre de la reunión tal como está escrito.") {
        $0.row.context.record.meeting.name
      },
      .text("organo", "Órgano", "El órgano que sesionó, cuando el nombre lo dice.") { $0.body },
      .text("numeral", "Numeral", "Tal como está escrito.") { $0.row.agreement.label },
      .text("texto", "Acuerdo", "Tal como está escrito.") { $0.row.agreement.text },
      .text("responsables", "Responsables", "Quién se encarga; como está escrito si no se sabe.") {
        $0.parties.isEmpty ? nil : $0.parties.joined(separator: "; ")
      },
      .date("plazo", "Plazo", "Fecha en que vence.") { $0.row.agreement.dueDate },
      .text("estado", "Estado", "Según el documento.") { $0.row.agreement.status.spanish },
      .text("archivo", "Archivo", "El documento del que sale el renglón.") {
        $0.row.context.document.paths.first
      },
    ])

  static let dictionary = Table<DictionaryRow>(
    "diccionario", "Diccionario", "Qué significa cada columna de este libro.", primaryKey: [],
    for: .readers,
    columns: [
      .text("hoja", "Hoja", "La hoja del libro.") { $0.sheet },
      .text("columna", "Columna", "El encabezado de la columna.") { $0.column },
      .text("descripcion", "Descripción", "Qué hay en ella.") { $0.description },
    ])
}

struct PersonSheetRow {
  let person: Person
  /// Role and institution, by the date they were first seen.
  let offices: [String]
}

struct InstitutionSheetRow {
  let institution: Institution
  let people: Int
  let meetings: Int
}

struct MeetingSheetRow {
  let row: MeetingRow
  let body: String?

  var record: MinutesRecord { row.record }
}

struct AgreementSheetRow {
  let row: AgreementRow
  let body: String?
  /// Names where resolving could tell who is meant.
  let parties: [String]
}

struct DictionaryRow {
  let sheet: String
  let column: String?
  let description: String
}
