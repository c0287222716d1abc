// Tables drawn with `+---+` borders and `|` bars, where a cell may take several lines.

enum GridTable {
  /// The grid table that begins at the first of the lines. One without cells is a drawing.
  static func read(_ text: [UInt8], _ lines: ArraySlice<TextLine>) -> TextTable? {
    guard let first = lines.first, let border = GridBorder(text, first.range) else { return nil }
    // The table goes on as long as its lines begin with a border or a bar.
    var corners = Set(border.corners)
    var end = lines.startIndex
    while end < lines.endIndex {
      let line = text.trimmed(lines[end].range)
      if let border = GridBorder(text, lines[end].range) {
        corners.formUnion(border.corners)
      } else if line.isEmpty
        || text[line.lowerBound] != UInt8(ascii: "|") && text[line.lowerBound] != UInt8(ascii: "+")
      {
        break
      }
      end += 1
    }
    let grid = corners.sorted()
    let borders = lines[..<end].count { GridBorder(text, $0.range) != nil }
    var rows: [[Int: TextTable.Cell]] = []
    var isRowOpen = false
    for line in lines[..<end] {
      if GridBorder(text, line.range) != nil {
        isRowOpen = false
        continue
      }
      let segments = GridSegment.segments(text, line.range, grid)
      // A table without borders between its rows: each filled first cell begins a row.
      let beginsRow =
        borders <= 3 && segments.first.map { !text.trimmed($0.range).isEmpty } ?? false
      if !isRowOpen || beginsRow { rows.append([:]) }
      isRowOpen = true
      let row = rows.count
      for segment in segments {
        let piece = TextLine(range: text.trimmed(segment.range), index: line.index)
        let cell = TextTable.Cell(
          row: row, column: segment.column, columnSpan: segment.span, pieces: [])
        rows[row - 1][segment.column, default: cell].pieces.append(piece)
      }
    }
    let cells = rows.flatMap { row in
      row.sorted { $0.key < $1.key }.map { _, cell in
        var cell = cell
        let written = cell.pieces.filter { !$0.range.isEmpty }
        cell.pieces = written.isEmpty ? Array(cell.pieces.prefix(1)) : written
        return cell
      }
    }
    return TextTable(cells: cells, lineCount: end - lines.startIndex)
  }
}

/// A line such as `+-----+=====+`.
private struct GridBorder {
  /// Columns of the `+`, from the line's first character that is no space.
  var corners: [Int] = []

  init?(_ text: [UInt8], _ line: Range<Int>) {
    let line = text.trimmed(line)
    guard line.count >= 3, text[line.lowerBound] == UInt8(ascii: "+"),
      text[line.upperBound - 1] == UInt8(ascii: "+")
    else { return nil }
    for position in line {
      switch text[position] {
      case UInt8(ascii: "+"): corners.append(position - line.lowerBound)
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"): continue
      default: return nil
      }
    }
    guard corners.count < line.count else { return nil }
  }
}

/// What stands between two bars of a line.
private struct GridSegment {
  var range: Range<Int>
  /// From 1.
  var column: Int
  var span: Int

  /// Cuts a line at its bars. A bar counts where the grid has a corner; in a line whose bars do
  /// not meet the grid (edited by hand), every bar counts.
  static func segments(_ text: [UInt8], _ line: Range<Int>, _ grid: [Int]) -> [GridSegment] {
    let line = text.trimmed(line)
    var bars: [(column: Int, position: Int)] = []
    var column = 0
    for position in line {
      let byte = text[position]
      if byte & 0xC0 == 0x80 { continue }
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "+") { bars.append((column, position)) }
      column += 1
    }
    let corners = Dictionary(uniqueKeysWithValues: zip(grid, grid.indices))
    let met = bars.filter { corners[$0.column] != nil }
    let isAligned =
      met.count > 1 && met.first?.column == grid.first && met.last?.column == grid.last
    // A `+` may stand in a cell's text; out of line, only bars separate.
    let used = isAligned ? met : bars.filter { text[$0.position] == UInt8(ascii: "|") }
    var segments: [GridSegment] = []
    for (order, (left, right)) in zip(used, used.dropFirst()).enumerated() {
      let (from, to) =
        isAligned
        ? (corners[left.column] ?? 0, corners[right.column] ?? 0) : (order, order + 1)
      segments.append(
        GridSegment(
          range: left.position + 1..<right.position, column: from + 1, span: max(1, to - from)))
    }
    if let last = used.last, last.position + 1 < line.upperBound {
      segments.append(
        GridSegment(
          range: last.position + 1..<line.upperBound, column: max(1, used.count), span: 1))
    }
    // A border below some of the cells only: the cells beside it go on.
    return segments.filter { segment in
      segment.range.isEmpty
        || !text[segment.range].allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    }
  }
}
