// The columns of the roster where it is a plain table: CSV and workbook have the same.

import MinutarioModel

/// A column with its names and where its text comes from.
struct RosterColumn: Sendable {
  /// In CSV.
  let name: String
  /// In the workbook.
  let heading: String
  var isDate = false
  /// Empty when unknown.
  let value: @Sendable (RosterRow) -> String

  static let all: [RosterColumn] = [
    RosterColumn(name: "institucion", heading: "Institución") { $0.institution?.name ?? "" },
    RosterColumn(name: "siglas", heading: "Siglas") { $0.institution?.acronym ?? "" },
    RosterColumn(name: "institucion_origen", heading: "Origen de la institución") { row in
      let origin: AttendanceLinks.InstitutionOrigin = row.isDerived ? .meetingBody : .list
      return row.institution == nil ? "" : origin.spanish
    },
    RosterColumn(name: "nombre", heading: "Nombre") { $0.name },
    RosterColumn(name: "tratamiento", heading: "Tratamiento") { $0.title ?? "" },
    RosterColumn(name: "cargo", heading: "Cargo") { $0.position ?? "" },
    RosterColumn(name: "unidad", heading: "Unidad") { $0.unit ?? "" },
    RosterColumn(name: "asistencia", heading: "Asistencia") { $0.presence.spanish },
    RosterColumn(name: "calidad", heading: "Calidad") { $0.capacity?.spanish ?? "" },
    RosterColumn(name: "fecha", heading: "Fecha", isDate: true) { $0.date ?? "" },
    RosterColumn(name: "reunion", heading: "Reunión") { $0.meetingName ?? "" },
    RosterColumn(name: "archivo", heading: "Archivo") { $0.path },
  ]
}
