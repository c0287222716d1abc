// Tables with a line per row and bars between the cells, as Markdown has them; plain text files
// use the same form, without the delimiter row.

enum PipeTable {
  /// The pipe table that begins at the first of the lines: lines that begin and end with a bar and
  /// agree in the number of cells. Also lines with bars only between the cells: in Markdown where the
  /// second line is a delimiter row, elsewhere where they agree in three cells or more.
  static func read(
    _ text: [UInt8], _ lines: ArraySlice<TextLine>, _ markup: Markup?
  ) -> TextTable? {
    guard let first = lines.first, text[first.range].contains(UInt8(ascii: "|")),
      let second = lines.dropFirst().first
    else { return nil }
    let header = row(text, first)
    let following = row(text, second)
    let isDelimited =
      markup != nil && isDelimiter(text, following) && header.cells.count == following.cells.count
    let isFenced =
      header.isFenced && following.isFenced && header.cells.count > 1
      && header.cells.count == following.cells.count
    let isOpen =
      markup == nil && !isFenced && header.cells.count > 2
      && header.cells.count == following.cells.count
    guard isDelimited || isFenced || isOpen else { return nil }
    var cells: [TextTable.Cell] = []
    var rows = 0
    var count = 0
    for line in lines {
      let row = row(text, line)
      let belongs =
        isDelimited
        ? row.cells.count > 1 || row.isFenced
        : isOpen ? row.cells.count == header.cells.count : row.isFenced
      guard belongs else { break }
      count += 1
      if isDelimiter(text, row) { continue }
      rows += 1
      for (index, range) in row.cells.enumerated() {
        cells.append(
          TextTable.Cell(
            row: rows, column: index + 1,
            pieces: [TextLine(range: text.trimmed(range), index: line.index)]))
      }
    }
    return TextTable(cells: cells, lineCount: count, markup: markup)
  }

  private struct Row {
    var cells: [Range<Int>]
    /// Whether the line begins and ends with a bar.
    var isFenced: Bool
  }

  private static func row(_ text: [UInt8], _ line: TextLine) -> Row {
    let bar = UInt8(ascii: "|")
    let trimmed = text.trimmed(line.range)
    var cells: [Range<Int>] = []
    var start = trimmed.lowerBound
    for position in trimmed where text[position] == bar {
      if position > trimmed.lowerBound, text[position - 1] == UInt8(ascii: "\\") { continue }
      cells.append(start..<position)
      start = position + 1
    }
    cells.append(start..<trimmed.upperBound)
    let hasFront = !trimmed.isEmpty && text[trimmed.lowerBound] == bar
    let hasEnd = cells.count > 1 && start == trimmed.upperBound
    if hasFront { cells.removeFirst() }
    if hasEnd, !cells.isEmpty { cells.removeLast() }
    return Row(cells: cells, isFenced: hasFront && hasEnd)
  }

  /// Whether all cells are dashes, with colons for the alignment.
  private static func isDelimiter(_ text: [UInt8], _ row: Row) -> Bool {
    !row.cells.isEmpty
      && row.cells.allSatisfy { cell in
        let trimmed = text[text.trimmed(cell)]
        return trimmed.contains(UInt8(ascii: "-"))
          && trimmed.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      }
  }
}
