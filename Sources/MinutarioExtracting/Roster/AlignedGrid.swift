// Tables whose columns only blanks keep apart, as the text of a PDF has them: every cell begins in
// the column that the first line set for it.

import MinutarioModel

extension Grid {
  /// The table that begins at a line, and the line behind it: at least three columns, and two rows
  /// below the first line that keep to them. Prose does not.
  static func aligned(
    from start: Int, _ range: Range<Int>, _ text: NormalizedText
  ) -> (grid: Grid, end: Int)? {
    let header = pieces(of: text.lines[start], text)
    guard header.count >= 3 else { return nil }
    let columns = header.map(\.column)
    var rows = [header.enumerated().map { Cell($1.bytes, column: $0) }]
    var end = start + 1
    var index = start + 1
    while index < text.lines.count, text.lines[index].range.lowerBound < range.upperBound {
      let line = text.lines[index]
      if line.isEmpty {
        // Rows may stand apart by a line, not by more.
        guard index == end else { break }
        index += 1
        continue
      }
      guard let cells = cells(of: line, in: columns, text) else { break }
      if cells.first?.column == 0 {
        guard cells.count > 1 else { break }
        rows.append(cells)
      } else if index == end, rows.count > 1 {
        for cell in cells { rows[rows.count - 1].join(cell) }
      } else {
        break
      }
      index += 1
      end = index
    }
    guard rows.count >= 3 else { return nil }
    let first = text.lines[start].range.lowerBound
    return (Grid(rows: rows, range: first..<text.lines[end - 1].range.upperBound), end)
  }

  /// Characters that a cell may begin or end off its column.
  private static let slack = 2

  /// A part of a line between wide gaps.
  private struct Piece {
    /// Characters before it in its line.
    var column: Int
    var length: Int
    var bytes: Range<Int>
  }

  /// The cells of a line by column; nil when it does not keep to the columns.
  private static func cells(
    of line: Line, in columns: [Int], _ text: NormalizedText
  ) -> [Cell]? {
    var cells: [Cell] = []
    for piece in pieces(of: line, text) {
      guard let column = columns.lastIndex(where: { $0 - slack <= piece.column }),
        cells.last.map({ $0.column < column }) ?? true,
        column + 1 == columns.count
          || piece.column + piece.length <= columns[column + 1] + slack
      else { return nil }
      cells.append(Cell(piece.bytes, column: column))
    }
    return cells.isEmpty ? nil : cells
  }

  /// The parts of a line of text between gaps of two blanks or more; a tab makes other tables.
  private static func pieces(of line: Line, _ text: NormalizedText) -> [Piece] {
    guard line.cell == nil, !line.isListItem, line.range.count <= 400,
      !text.bytes[line.range].contains(UInt8(ascii: "\t"))
    else { return [] }
    var pieces: [Piece] = []
    var column = 0
    var blanks = 2
    for index in line.range {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: " ") {
        blanks += 1
        column += 1
        continue
      }
      let isStart = byte & 0xC0 != 0x80
      if blanks >= 2 {
        pieces.append(Piece(column: column, length: 0, bytes: index..<index))
      }
      if isStart { column += 1 }
      blanks = 0
      if let last = pieces.indices.last {
        pieces[last].length = column - pieces[last].column
        pieces[last].bytes = pieces[last].bytes.lowerBound..<index + 1
      }
    }
    return pieces
  }
}

extension Grid.Cell {
  fileprivate init(_ bytes: Range<Int>, column: Int) {
    self.init(lines: [bytes], column: column, span: 1, continuesAbove: false)
  }
}

extension [Grid.Cell] {
  /// Adds the line of a cell that goes on below.
  fileprivate mutating func join(_ cell: Grid.Cell) {
    if let index = firstIndex(where: { $0.column == cell.column }) {
      self[index].lines += cell.lines
    } else {
      let index = firstIndex { $0.column > cell.column } ?? count
      insert(cell, at: index)
    }
  }
}
