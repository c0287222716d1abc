// Counts the cells of a table that CSV cannot give as they are, for the issues that say so.

import MinutarioModel

/// What the guard against formulas does in one table.
struct FormulaTally {
  private let table: TableDefinition
  /// By column.
  private var counts: [Int]
  /// Key of the first row where it happened, by column.
  private var firstRows: [String?]

  init(_ table: TableDefinition) {
    self.table = table
    counts = table.columns.map { _ in 0 }
    firstRows = table.columns.map { _ in nil }
  }

  mutating func count(_ rows: RowBatch) {
    let texts = table.columns.indices.filter { table.columns[$0].type == .text }
    rows.withCells { cells, bytes in
      for row in stride(from: 0, to: cells.count, by: max(1, rows.columns)) {
        for column in texts {
          guard case .text(let start, let end) = cells[row + column],
            CSV.isFormula(utf8: bytes[start, end])
          else { continue }
          counts[column] += 1
          if firstRows[column] == nil {
            firstRows[column] = key(of: cells[row..<row + rows.columns], bytes)
          }
        }
      }
    }
  }

  /// An issue for each column where it happened.
  var issues: [ArchiveIssue] {
    table.columns.indices.filter { counts[$0] > 0 }.map { index in
      let column = table.columns[index].name
      let issue = Issue(
        .csvFormulaGuarded, .info, arguments: ["\(table.name).\(column)", String(counts[index])],
        field: column)
      return ArchiveIssue(issue, table: table.name, rowID: firstRows[index])
    }
  }

  /// The primary key of a row, its columns joined by `|`.
  private func key(
    of row: Slice<UnsafeBufferPointer<RowBatch.StoredCell>>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    let values = zip(table.columns, row)
      .filter { table.primaryKey.contains($0.0.name) }
      .map { _, cell in
        switch cell {
        case .text(let start, let end): String(decoding: bytes[start, end], as: UTF8.self)
        case .integer(let number): String(number)
        default: ""
        }
      }
    return values.isEmpty ? nil : values.joined(separator: "|")
  }
}
