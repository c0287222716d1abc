// Tables of reStructuredText whose columns only rows of `=` mark out, above and below: a line is a
// row, unless its first cell is empty.

enum SimpleTable {
  /// The simple table that begins at the first of the lines.
  static func read(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> TextTable? {
    guard let first = lines.first, let columns = columns(text, first.range, UInt8(ascii: "=")),
      columns.count > 1
    else { return nil }
    guard let count = count(text, lines) else { return nil }
    var rows: [[Int: [TextLine]]] = []
    for line in lines.prefix(count) where !isBorder(text, line) {
      let cells = cells(text, line, columns)
      if cells[0] == nil, !rows.isEmpty {
        for (column, piece) in cells { rows[rows.count - 1][column, default: []].append(piece) }
      } else if !cells.isEmpty {
        rows.append(cells.mapValues { [$0] })
      }
    }
    guard !rows.isEmpty else { return nil }
    let cells = rows.enumerated().flatMap { index, row in
      row.sorted { $0.key < $1.key }.map { column, pieces in
        TextTable.Cell(row: index + 1, column: column + 1, pieces: pieces)
      }
    }
    return TextTable(cells: cells, lineCount: count, markup: .reStructuredText)
  }

  /// The lines of the table: it ends with its third border (above the head, below it, below all), or
  /// with a border before a blank line.
  private static func count(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> Int? {
    var borders = 1
    let last = min(lines.endIndex, lines.startIndex + longest)
    for index in lines.startIndex + 1..<max(last, lines.startIndex + 1)
    where columns(text, lines[index].range, UInt8(ascii: "=")) != nil {
      borders += 1
      let isBeforeBlank =
        index + 1 == lines.endIndex || text.trimmed(lines[index + 1].range).isEmpty
      if borders == 3 || isBeforeBlank { return index + 1 - lines.startIndex }
    }
    return nil
  }

  /// Whether a line only separates rows, or says which columns a cell spans.
  private static func isBorder(_ text: [UInt8], _ line: TextLine) -> Bool {
    columns(text, line.range, UInt8(ascii: "=")) != nil
      || columns(text, line.range, UInt8(ascii: "-")) != nil
  }

  /// Lines of a table at most.
  private static let longest = 1_000

  /// The columns that a line of one character and blanks marks out, in characters from the line's
  /// start; nil for any other line.
  private static func columns(
    _ text: [UInt8], _ line: Range<Int>, _ mark: UInt8
  ) -> [Int]? {
    var columns: [Int] = []
    var isMarked = false
    for position in line {
      switch text[position] {
      case mark:
        if !isMarked { columns.append(position - line.lowerBound) }
        isMarked = true
      case UInt8(ascii: " "): isMarked = false
      default: return nil
      }
    }
    return columns.isEmpty ? nil : columns
  }

  /// The pieces of a line by column, from 0; a piece that runs over the next column belongs to its
  /// own.
  private static func cells(
    _ text: [UInt8], _ line: TextLine, _ columns: [Int]
  ) -> [Int: TextLine] {
    // Where each column begins, in bytes.
    var starts: [Int] = []
    var character = 0
    var next = 0
    for position in line.range {
      if text[position] & 0xC0 == 0x80 { continue }
      while next < columns.count, columns[next] <= character {
        starts.append(position)
        next += 1
      }
      character += 1
    }
    var cells: [Int: TextLine] = [:]
    for (column, start) in starts.enumerated() {
      let end = column + 1 < starts.count ? starts[column + 1] : line.range.upperBound
      let range = text.trimmed(start..<end)
      if !range.isEmpty { cells[column] = TextLine(range: range, index: line.index) }
    }
    return cells
  }
}
