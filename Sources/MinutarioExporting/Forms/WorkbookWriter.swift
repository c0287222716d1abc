// The sheets that people open, as one workbook.

import MinutarioModel
public import MinutarioSpreadsheet

/// Writes `minutario.xlsx`: the flat table first, then the sheets made for readers.
public final class WorkbookWriter: TableWriter {
  /// The name of the file in the dataset's `data` folder.
  public static let file = "minutario.xlsx"

  private let workbook: Workbook
  private var table: TableDefinition?
  /// Whether the sheet of the table was begun; it waits for the first rows.
  private var isBegun = false

  /// - Parameters:
  ///   - file: path of the file, as bytes without NUL.
  ///   - scratch: folder for what cannot stay in memory; nothing is left there.
  ///   - rowLimit: rows of a sheet, before another continues it.
  /// - Throws: `WorkbookError`.
  public init(
    file: [UInt8], scratch: [UInt8], rowLimit: Int = Workbook.excelRows
  ) throws(WorkbookError) {
    workbook = try Workbook(
      file: file, scratch: scratch, title: "Minutas: asistencias, reuniones y acuerdos",
      rowLimit: rowLimit)
  }

  public func takes(_ table: TableDefinition) -> Bool { table.audience != .programs }

  public func begin(_ table: TableDefinition) {
    self.table = table
    isBegun = false
  }

  public func write(_ rows: RowBatch) throws(WorkbookError) {
    guard let table else { return }
    if !isBegun { try beginSheet(table, by: rows) }
    let isDate = table.columns.map { $0.type == .date }
    try rows.withCells { cells, bytes throws(WorkbookError) in
      for (place, cell) in cells.enumerated() {
        let column = place % rows.columns
        if column == 0 { try workbook.beginRow() }
        switch cell {
        case .missing: break
        case .text(let start, let end):
          if isDate[column] {
            try workbook.put(date: bytes[start, end], in: column)
          } else {
            try workbook.put(utf8: bytes[start, end], in: column)
          }
        case .integer(let number): try workbook.put(Double(number), in: column)
        case .decimal(let number): try workbook.put(number, in: column)
        case .boolean(let value): try workbook.put(value ? "sí" : "no", in: column)
        }
      }
    }
  }

  /// Begins the sheet with columns as wide as the first rows ask for.
  private func beginSheet(_ table: TableDefinition, by rows: RowBatch) throws(WorkbookError) {
    var widths = ColumnWidths(table.columns.map(\.title))
    rows.withCells { cells, bytes in
      for (place, cell) in cells.enumerated() {
        if case .text(let start, let end) = cell {
          widths.take(utf8: bytes[start, end], in: place % rows.columns)
        }
      }
    }
    try workbook.beginSheet(table.sheetName, widths.columns)
    isBegun = true
  }

  public func end() throws(WorkbookError) {
    try workbook.endSheet()
    // Packing takes a while: it is done while the other tables are written.
    if table?.name == DatasetTables.sheets.last?.name { try workbook.close() }
    table = nil
  }

  public func finish() throws(WorkbookError) { try workbook.close() }
}

extension TableDefinition {
  /// `Asistencias` of `asistencias`.
  var sheetName: String { name.prefix(1).uppercased() + name.dropFirst() }
}
