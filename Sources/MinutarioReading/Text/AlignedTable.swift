// Tables whose columns only blanks keep apart, as the text of a printed document has them: each cell
// begins in the column that the first line set for it, and goes on below in that column.

enum AlignedTable {
  /// The table that begins at the first of the lines: at least three columns, and two rows below the
  /// first line that keep to them. Prose does not.
  static func read(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> TextTable? {
    guard let first = lines.first else { return nil }
    let header = pieces(text, first)
    guard header.count >= 3 else { return nil }
    let columns = header.map(\.column)
    var rows = [Row(header.enumerated().map { ($0, $1.line) })]
    var end = lines.startIndex + 1
    for index in lines.indices.dropFirst() {
      if text.trimmed(lines[index].range).isEmpty {
        // Rows may stand apart by a line, not by more.
        guard index == end else { break }
        continue
      }
      guard let cells = cells(text, lines[index], columns) else { break }
      if cells[0].column == 0 {
        guard cells.count > 1 else { break }
        rows.append(Row(cells))
      } else if index == end, rows.count > 1 {
        rows[rows.count - 1].add(cells)
      } else {
        break
      }
      end = index + 1
    }
    guard rows.count >= 3 else { return nil }
    let cells = rows.enumerated().flatMap { index, row in
      row.cells.sorted { $0.key < $1.key }.map { column, pieces in
        TextTable.Cell(row: index + 1, column: column + 1, pieces: pieces)
      }
    }
    return TextTable(cells: cells, lineCount: end - lines.startIndex)
  }

  /// Characters that a cell may begin or end off its column.
  private static let slack = 2
  /// Bytes of a line at most; what is longer is no row.
  private static let longest = 400

  /// The cells of a row by column, from 0.
  private struct Row {
    private(set) var cells: [Int: [TextLine]] = [:]

    init(_ pieces: [(column: Int, line: TextLine)]) { add(pieces) }

    mutating func add(_ pieces: [(column: Int, line: TextLine)]) {
      for piece in pieces { cells[piece.column, default: []].append(piece.line) }
    }
  }

  /// A part of a line between wide gaps.
  private struct Piece {
    /// Characters before it in its line.
    var column: Int
    var length: Int
    var line: TextLine
  }

  /// The cells of a line; nil when it does not keep to the columns.
  private static func cells(
    _ text: [UInt8], _ line: TextLine, _ columns: [Int]
  ) -> [(column: Int, line: TextLine)]? {
    var cells: [(column: Int, line: TextLine)] = []
    for piece in pieces(text, line) {
      guard let column = columns.lastIndex(where: { $0 - slack <= piece.column }),
        cells.last.map({ $0.column < column }) ?? true,
        column + 1 == columns.count
          || piece.column + piece.length <= columns[column + 1] + slack
      else { return nil }
      cells.append((column, piece.line))
    }
    return cells.isEmpty ? nil : cells
  }

  /// The parts of a line between gaps of two blanks or more; none where tabs make the columns.
  private static func pieces(_ text: [UInt8], _ line: TextLine) -> [Piece] {
    guard line.range.count <= longest, !text[line.range].contains(UInt8(ascii: "\t")) else {
      return []
    }
    var pieces: [Piece] = []
    var column = 0
    var blanks = 2
    for position in line.range {
      let byte = text[position]
      if byte == UInt8(ascii: " ") {
        blanks += 1
        column += 1
        continue
      }
      if blanks >= 2 {
        let piece = TextLine(range: position..<position, index: line.index)
        pieces.append(Piece(column: column, length: 0, line: piece))
      }
      if byte & 0xC0 != 0x80 { column += 1 }
      blanks = 0
      let last = pieces.count - 1
      pieces[last].length = column - pieces[last].column
      pieces[last].line.range = pieces[last].line.range.lowerBound..<position + 1
    }
    return pieces
  }
}
