// Tables as rows and columns, whether they were drawn in a word processor or with tabs in a text.

import MinutarioModel

/// A table of the text.
struct Grid {
  var rows: [[Cell]]
  /// Bytes from the first cell to the last.
  var range: Range<Int>

  /// A cell: its visible lines, and its place on the grid.
  struct Cell {
    var lines: [Range<Int>]
    /// From 0.
    var column: Int
    var span: Int
    var continuesAbove: Bool
  }

  /// Bytes from the first to the last visible cell of some rows.
  func range(ofRows indices: Range<Int>) -> Range<Int>? {
    let lines = rows[indices].flatMap { $0.flatMap(\.lines) }
    guard let start = lines.map(\.lowerBound).min(), let end = lines.map(\.upperBound).max() else {
      return nil
    }
    return start..<end
  }

  /// The tables of a byte range, each with the index of the line that follows it.
  static func grids(in range: Range<Int>, of text: NormalizedText) -> [Grid] {
    guard !range.isEmpty else { return [] }
    var grids: [Grid] = []
    var index = text.lineIndex(at: range.lowerBound)
    while index < text.lines.count, text.lines[index].range.lowerBound < range.upperBound {
      guard text.lines[index].range.upperBound > range.lowerBound || text.lines[index].isEmpty
      else {
        index += 1
        continue
      }
      if let cell = text.lines[index].cell {
        let end = endOfTable(cell.table, from: index, range, text)
        grids.append(drawn(index..<end, text))
        index = end
      } else if let end = endOfTabbedRows(from: index, range, text) {
        grids.append(tabbed(index..<end, text))
        index = end
      } else {
        index += 1
      }
    }
    return grids
  }

  private static let mostLinesAbove = 4_096

  /// The rows of a drawn table above a grid that begins further down in it; of a very long table the
  /// nearest, so that a table of many parts takes no time beyond measure.
  static func above(_ grid: Grid, of text: NormalizedText) -> Grid? {
    let first = text.lineIndex(at: grid.range.lowerBound)
    guard let cell = text.lines[first].cell else { return nil }
    var start = first
    while start > 0, first - start < Self.mostLinesAbove, let above = text.lines[start - 1].cell,
      above.table == cell.table || above.depth > 0
    {
      start -= 1
    }
    return start < first ? drawn(start..<first, text) : nil
  }

  // MARK: Drawn tables

  private static func endOfTable(
    _ table: Int, from start: Int, _ range: Range<Int>, _ text: NormalizedText
  ) -> Int {
    var end = start
    while end < text.lines.count, text.lines[end].range.lowerBound < range.upperBound,
      let cell = text.lines[end].cell, cell.table == table || cell.depth > 0
    {
      end += 1
    }
    return end
  }

  private static func drawn(_ lines: Range<Int>, _ text: NormalizedText) -> Grid {
    var rows: [[Cell]] = []
    var lastRow = (table: -1, row: -1)
    for index in lines {
      let line = text.lines[index]
      guard let place = line.cell else { continue }
      if lastRow != (place.table, place.row) {
        rows.append([])
        lastRow = (place.table, place.row)
      }
      let row = rows.count - 1
      let isNew = rows[row].last?.column != place.column - 1
      if isNew {
        rows[row].append(
          Cell(
            lines: [], column: place.column - 1, span: place.columnSpan,
            continuesAbove: place.continuesAbove))
      }
      if !line.isEmpty { rows[row][rows[row].count - 1].lines.append(line.range) }
    }
    let start = text.lines[lines.lowerBound].range.lowerBound
    let end = text.lines[lines.upperBound - 1].range.upperBound
    return Grid(rows: rows, range: start..<max(start, end))
  }

  // MARK: Tabbed rows

  /// Two lines or more in a row that have at least two inner tabs.
  private static func endOfTabbedRows(
    from start: Int, _ range: Range<Int>, _ text: NormalizedText
  ) -> Int? {
    guard columns(of: text.lines[start], text) >= 3 else { return nil }
    var end = start + 1
    var rows = 1
    var last = end
    while end < text.lines.count, text.lines[end].range.lowerBound < range.upperBound {
      let line = text.lines[end]
      if line.cell != nil { break }
      let count = columns(of: line, text)
      if count >= 2 {
        rows += count >= 3 ? 1 : 0
        last = end + 1
      } else if line.isEmpty || end - last >= 2 {
        break
      }
      end += 1
    }
    return rows >= 2 ? last : nil
  }

  private static func columns(of line: Line, _ text: NormalizedText) -> Int {
    guard let first = line.tokens.first else { return 0 }
    let start = text.tokens[first].start
    return text.bytes.withUnsafeBufferPointer { bytes in
      // Over a buffer and without a branch, many bytes are counted at once.
      UnsafeBufferPointer(rebasing: bytes[start..<line.range.upperBound])
        .reduce(1) { $0 &+ ($1 == UInt8(ascii: "\t") ? 1 : 0) }
    }
  }

  /// Cells between tabs. A row that a line break cut in a cell goes on in the next line.
  private static func tabbed(_ lines: Range<Int>, _ text: NormalizedText) -> Grid {
    let cut = lines.map { cells(of: text.lines[$0], text) }
    let width = cut.map(\.count).max() ?? 0
    let numbered = cut.count { startsRow($0, text) }
    let isNumbered = numbered * 2 >= lines.count
    var rows: [[Cell]] = []
    for cells in cut {
      if isNumbered, let last = rows.last, last.count < width,
        last.count + cells.count - 1 <= width,
        !startsRow(cells, text), let open = last.last, let first = cells.first
      {
        var joined = open
        joined.lines += first.lines
        rows[rows.count - 1][last.count - 1] = joined
        for cell in cells.dropFirst() {
          var moved = cell
          moved.column = rows[rows.count - 1].count
          rows[rows.count - 1].append(moved)
        }
      } else {
        rows.append(cells)
      }
    }
    let start = text.lines[lines.lowerBound].range.lowerBound
    return Grid(rows: rows, range: start..<text.lines[lines.upperBound - 1].range.upperBound)
  }

  private static func startsRow(_ cells: [Cell], _ text: NormalizedText) -> Bool {
    guard let first = cells.first?.lines.first, let token = text.tokenIndices(in: first).first
    else {
      return true
    }
    return text.tokens[token].kind == .number
  }

  private static func cells(of line: Line, _ text: NormalizedText) -> [Cell] {
    var cells: [Cell] = []
    var start = line.range.lowerBound
    for index in line.range.lowerBound...line.range.upperBound
    where index == line.range.upperBound || text.bytes[index] == UInt8(ascii: "\t") {
      let content = text.trimmed(start..<index)
      cells.append(
        Cell(
          lines: content.isEmpty ? [] : [content], column: cells.count, span: 1,
          continuesAbove: false))
      start = index + 1
    }
    return cells
  }
}
