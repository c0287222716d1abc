// The roster as a workbook: one sheet that can be sorted and filtered, a row an attendance.

private import MinutarioModel
public import MinutarioSpreadsheet

extension Roster {
  /// Writes the roster as an .xlsx file. Full dates are dates, everything else is text.
  /// - Parameters:
  ///   - file: path of the file, as bytes without NUL.
  ///   - scratch: folder for files that are gone when this returns.
  /// - Throws: `WorkbookError`; what stands at the path is of no use then.
  public func writeWorkbook(to file: [UInt8], scratch: [UInt8]) throws(WorkbookError) {
    let workbook = try Workbook(file: file, scratch: scratch, title: "Lista de asistencia")
    let columns = RosterColumn.all
    let cells = groups.flatMap { $0.rows.map { row in columns.map { $0.value(row) } } }
    var widths = ColumnWidths(columns.map(\.heading))
    for row in cells {
      for (column, text) in row.enumerated() { widths.take(text, in: column) }
    }
    try workbook.beginSheet("Asistencias", widths.columns)
    for row in cells {
      try workbook.beginRow()
      for (column, text) in row.enumerated() where !text.isEmpty {
        if columns[column].name == RosterColumn.date.name {
          try workbook.put(date: text, in: column)
        } else {
          try workbook.put(text, in: column)
        }
      }
    }
    try workbook.close()
  }
}
