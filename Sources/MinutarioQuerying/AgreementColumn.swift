// The columns of the follow-up where it is a plain table: CSV, Markdown, and whatever else has rows
// and columns.

import MinutarioModel

/// A column with its names and where its text comes from.
struct AgreementColumn: Sendable {
  /// For programs, as in CSV.
  let name: String
  /// For people.
  let heading: String
  var isDate = false
  var use = Use.everywhere
  /// Empty when unknown. Several parties of an agreement stand in one cell, `; ` between them.
  let value: @Sendable (AgreementRow, AgreementList.Group) -> String

  /// Where a column is shown.
  enum Use {
    case everywhere
    /// Not under the title of a meeting, which says the same.
    case meeting
    /// Only where rows are sorted and filtered.
    case sheets
  }

  static let all: [AgreementColumn] = [
    AgreementColumn(name: "grupo", heading: "Grupo", use: .sheets) { $1.title },
    AgreementColumn(name: "fecha", heading: "Fecha", isDate: true, use: .meeting) { row, _ in
      row.date ?? ""
    },
    AgreementColumn(name: "reunion", heading: "Reunión", use: .meeting) { row, _ in
      row.meetingName ?? ""
    },
    AgreementColumn(name: "numeral", heading: "Numeral") { row, _ in row.label ?? "" },
    AgreementColumn(name: "acuerdo", heading: "Acuerdo") { row, _ in row.text },
    AgreementColumn(name: "responsable", heading: "Responsable") { row, _ in
      row.parties(\.text)
    },
    AgreementColumn(name: "persona", heading: "Persona", use: .sheets) { row, _ in
      row.parties(\.personName)
    },
    AgreementColumn(name: "institucion", heading: "Institución", use: .sheets) { row, _ in
      row.parties(\.institution?.name)
    },
    AgreementColumn(name: "plazo", heading: "Plazo", isDate: true) { row, _ in row.dueDate ?? "" },
    AgreementColumn(name: "plazo_texto", heading: "Plazo, tal cual") { row, _ in
      row.dueRaw ?? ""
    },
    AgreementColumn(name: "estado", heading: "Estado") { row, _ in row.status.spanish },
    AgreementColumn(name: "estado_al", heading: "Estado al", isDate: true) { row, _ in
      row.statusAsOf ?? ""
    },
    AgreementColumn(name: "archivo", heading: "Archivo") { row, _ in row.path },
    AgreementColumn(name: "clave", heading: "Clave", use: .sheets) { row, _ in row.id },
  ]
}

extension AgreementRow {
  /// What is known of the responsibles, joined.
  fileprivate func parties(_ part: (Party) -> String?) -> String {
    responsibles.compactMap(part).joined(separator: "; ")
  }
}
