// Headings in tables: a cell may be one when it fills its row, or when the table is a form with
// labels in its first column. The header cells of a list ("Acuerdo | Responsable | Fecha") are not.

import MinutarioModel

/// How many cells each table row has.
struct TableShape {
  private var columns: [Row: Set<Int>] = [:]
  private var widest: [Int: Int] = [:]

  private struct Row: Hashable {
    var table: Int
    var row: Int
  }

  init(_ text: NormalizedText) {
    for line in text.lines {
      guard let cell = line.cell else { continue }
      columns[Row(table: cell.table, row: cell.row), default: []].insert(cell.column)
    }
    for (row, cells) in columns {
      widest[row.table] = max(widest[row.table] ?? 0, cells.count)
    }
  }

  /// Whether a line may be a heading as far as tables are concerned.
  func allowsHeading(_ line: Line) -> Bool {
    guard let cell = line.cell else { return true }
    let cells = columns[Row(table: cell.table, row: cell.row)]?.count ?? 1
    if cells == 1 { return true }
    return cells == 2 && cell.column == 1
  }
}
