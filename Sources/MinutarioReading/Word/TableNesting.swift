// Where in which table the reader is: rows and columns counted on the grid, tables in tables.

internal import MinutarioModel

/// The tables around the place being read.
struct TableNesting {
  /// One table being read.
  private struct Level {
    var table: Int
    var row = 0
    var nextColumn = 1
    var isRowDropped = false
    var isHeaderRow = false
    var cell: CellPlace?
    var blocksInCell = 0
    var rowSpan = 1
    /// Rows to come in which a column belongs to a cell above.
    var heldRows: [Int: Int] = [:]
  }

  private var levels: [Level] = []
  private var tables = 0
  private(set) var cells = 0

  /// Tables that are open.
  var depth: Int { levels.count }

  /// The innermost cell around the place being read.
  var cell: CellPlace? { levels.last { $0.cell != nil }?.cell }

  mutating func openTable() {
    tables += 1
    levels.append(Level(table: tables))
  }

  mutating func closeTable() { _ = levels.popLast() }

  mutating func openRow() {
    change { level in
      level.row += 1
      level.nextColumn = 1
      level.isRowDropped = false
      level.isHeaderRow = false
      if !level.heldRows.isEmpty {
        level.heldRows = level.heldRows.compactMapValues { $0 > 1 ? $0 - 1 : nil }
      }
    }
  }

  /// A row that a recorded change takes away: it does not count.
  mutating func dropRow() {
    change { level in
      if !level.isRowDropped { level.row -= 1 }
      level.isRowDropped = true
    }
  }

  var isRowDropped: Bool { levels.last?.isRowDropped ?? false }

  mutating func skipColumns(_ count: Int) {
    change { $0.nextColumn += max(0, min(count, TableNesting.widestGrid)) }
  }

  mutating func openCell() {
    cells += 1
    let depth = levels.count - 1
    change { level in
      while level.heldRows[level.nextColumn] != nil { level.nextColumn += 1 }
      level.cell = CellPlace(
        table: level.table, row: max(1, level.row), column: level.nextColumn, depth: depth,
        isHeader: level.isHeaderRow)
      level.blocksInCell = 0
      level.rowSpan = 1
    }
  }

  mutating func span(_ columns: Int) {
    change { $0.cell?.columnSpan = max(1, min(columns, TableNesting.widestGrid)) }
  }

  /// A cell that also covers rows below, which then have no cell in its columns.
  mutating func span(_ columns: Int, rows: Int) {
    span(columns)
    change { $0.rowSpan = max(1, min(rows, TableNesting.tallestSpan)) }
  }

  /// A row whose cells head the columns.
  mutating func markHeader() { change { $0.isHeaderRow = true } }

  mutating func continueAbove() { change { $0.cell?.continuesAbove = true } }

  /// Counts a paragraph of the innermost cell.
  mutating func countBlock() {
    if let index = levels.lastIndex(where: { $0.cell != nil }) { levels[index].blocksInCell += 1 }
  }

  /// Whether the innermost table's open cell has no paragraph yet.
  var isCellEmpty: Bool { levels.last.map { $0.cell != nil && $0.blocksInCell == 0 } ?? false }

  mutating func closeCell() {
    change { level in
      guard let cell = level.cell else { return }
      if level.rowSpan > 1 {
        for column in cell.column..<cell.column + min(cell.columnSpan, TableNesting.mostHeld)
        where level.heldRows.count < TableNesting.mostHeld {
          level.heldRows[column] = level.rowSpan
        }
      }
      level.nextColumn += cell.columnSpan
      level.cell = nil
    }
  }

  /// Word itself allows 63 columns.
  private static let widestGrid = 16_384
  private static let tallestSpan = 1_000
  /// Columns that are held at a time: each row looks at all of them.
  private static let mostHeld = 128

  private mutating func change(_ body: (inout Level) -> Void) {
    if !levels.isEmpty { body(&levels[levels.count - 1]) }
  }
}
