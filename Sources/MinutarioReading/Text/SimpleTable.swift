// Tables whose columns only rows of signs mark out: those of reStructuredText, between rows of `=`,
// and those of plain text, with a row of dashes below the header. A line is a row, unless its first
// cell is empty.

enum SimpleTable {
  /// The simple table that begins at the first of the lines.
  static func read(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> TextTable? {
    guard let first = lines.first, let columns = columns(text, first.range, UInt8(ascii: "=")),
      columns.count > 1
    else { return nil }
    guard let count = count(text, lines) else { return nil }
    return table(text, lines.prefix(count), columns, .reStructuredText)
  }

  /// The table of plain text whose header is the first of the lines: dashes below it mark its columns,
  /// and an empty line ends it.
  static func readUnderlined(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> TextTable? {
    guard let header = lines.first, let rule = lines.dropFirst().first,
      let columns = columns(text, rule.range, UInt8(ascii: "-"))
        ?? columns(text, rule.range, UInt8(ascii: "=")),
      columns.count > 1, keeps(text, header, columns)
    else { return nil }
    let rows = lines.dropFirst(2).prefix(longest).prefix { !text.trimmed($0.range).isEmpty }
    // Somewhere a word may run over; where many do, the dashes mark no columns.
    guard !rows.isEmpty, rows.count(where: { keeps(text, $0, columns) }) * 5 >= rows.count * 4
    else {
      return nil
    }
    return table(text, lines.prefix(2 + rows.count), columns, nil)
  }

  /// Whether a blank stands before each column that a line reaches.
  private static func keeps(_ text: [UInt8], _ line: TextLine, _ columns: [Int]) -> Bool {
    let inner = Set(columns.dropFirst().map { $0 - 1 })
    var character = 0
    for position in line.range where text[position] & 0xC0 != 0x80 {
      if inner.contains(character), text[position] != UInt8(ascii: " ") { return false }
      character += 1
    }
    return true
  }

  private static func table(
    _ text: [UInt8], _ lines: ArraySlice<TextLine>, _ columns: [Int], _ markup: Markup?
  ) -> TextTable? {
    var rows: [[Int: [TextLine]]] = []
    for line in lines where !isBorder(text, line) {
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
    return TextTable(cells: cells, lineCount: lines.count, markup: markup)
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
