// Where in which table the reader is: rows and columns counted on the grid, tables in tables.

internal import MinutarioModel

/// The tables around the place being read.
struct TableNesting {
  /// One table being read.
  private struct Level {
    var table: Int
    var row = 0
    var nextColumn = 1
    var isRowDeleted = false
    var cell: CellPlace?
    var blocksInCell = 0
  }

  private var levels: [Level] = []
  private var tables = 0
  private(set) var cells = 0

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
      level.isRowDeleted = false
    }
  }

  /// A tracked deletion of the row: it does not count.
  mutating func deleteRow() {
    change { level in
      if !level.isRowDeleted { level.row -= 1 }
      level.isRowDeleted = true
    }
  }

  var isRowDeleted: Bool { levels.last?.isRowDeleted ?? false }

  mutating func skipColumns(_ count: Int) {
    change { $0.nextColumn += max(0, min(count, TableNesting.widestGrid)) }
  }

  mutating func openCell() {
    cells += 1
    let depth = levels.count - 1
    change { level in
      level.cell = CellPlace(
        table: level.table, row: max(1, level.row), column: level.nextColumn, depth: depth)
      level.blocksInCell = 0
    }
  }

  mutating func span(_ columns: Int) {
    change { $0.cell?.columnSpan = max(1, min(columns, TableNesting.widestGrid)) }
  }

  mutating func continueAbove() { change { $0.cell?.continuesAbove = true } }

  /// Counts a paragraph of the innermost cell.
  mutating func countBlock() {
    if let index = levels.lastIndex(where: { $0.cell != nil }) { levels[index].blocksInCell += 1 }
  }

  /// Whether the innermost table's open cell has no paragraph yet.
  var isCellEmpty: Bool { levels.last.map { $0.cell != nil && $0.blocksInCell == 0 } ?? false }

  mutating func closeCell() {
    change { level in
      level.nextColumn += level.cell?.columnSpan ?? 1
      level.cell = nil
    }
  }

  /// Word itself allows 63 columns.
  private static let widestGrid = 16_384

  private mutating func change(_ body: (inout Level) -> Void) {
    if !levels.isEmpty { body(&levels[levels.count - 1]) }
  }
}
