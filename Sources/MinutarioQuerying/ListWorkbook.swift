// The lists as workbooks: one sheet that can be sorted and filtered, with the columns of the CSV file.

private import MinutarioModel
public import MinutarioSpreadsheet

/// A list that is to be written as a workbook.
public struct ListWorkbook: Sendable {
  /// In the file's properties.
  let title: String
  /// The name of the sheet.
  let sheet: String
  let headings: [String]
  /// Columns whose full dates are dates; everything else is text.
  let dates: Set<Int>
  /// As many in a row as there are headings; empty when unknown.
  let rows: [[String]]

  /// Writes an .xlsx file.
  /// - Parameters:
  ///   - file: path of the file, as bytes without NUL.
  ///   - scratch: folder for files that are gone when this returns.
  /// - Throws: `WorkbookError`; what stands at the path is of no use then.
  public func write(to file: [UInt8], scratch: [UInt8]) throws(WorkbookError) {
    let workbook = try Workbook(file: file, scratch: scratch, title: title)
    var widths = ColumnWidths(headings)
    for row in rows {
      for (column, text) in row.enumerated() { widths.take(text, in: column) }
    }
    try workbook.beginSheet(sheet, widths.columns)
    for row in rows {
      try workbook.beginRow()
      for (column, text) in row.enumerated() where !text.isEmpty {
        if dates.contains(column) {
          try workbook.put(date: text, in: column)
        } else {
          try workbook.put(text, in: column)
        }
      }
    }
    try workbook.close()
  }
}

extension Roster {
  /// A row an attendance, in the order of the groups.
  public var workbook: ListWorkbook {
    let columns = RosterColumn.all
    return ListWorkbook(
      title: "Lista de asistencia", sheet: "Asistencias", headings: columns.map(\.heading),
      dates: Set(columns.indices.filter { columns[$0].isDate }),
      rows: groups.flatMap { $0.rows.map { row in columns.map { $0.value(row) } } })
  }
}

extension AgreementList {
  /// A row an agreement, in the order of the groups.
  public var workbook: ListWorkbook {
    let columns = AgreementColumn.all
    return ListWorkbook(
      title: "Seguimiento de acuerdos", sheet: "Acuerdos", headings: columns.map(\.heading),
      dates: Set(columns.indices.filter { columns[$0].isDate }),
      rows: groups.flatMap { group in
        group.rows.map { row in columns.map { $0.value(row, group) } }
      })
  }
}
