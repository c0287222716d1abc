// What tables drawn with characters have in common.

/// A table found in a text file.
struct TextTable {
  /// Row by row, each row from left to right.
  var cells: [Cell]
  /// Lines of the file that the table takes.
  var lineCount: Int
  /// The markup that cells are written in.
  var markup: Markup?

  /// One cell: a piece for each physical line that has text in it, at least one.
  struct Cell {
    var row: Int
    var column: Int
    var columnSpan = 1
    var pieces: [TextLine]
  }
}

extension [UInt8] {
  /// A range without the spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(self[start]) { start += 1 }
    while end > start, isBlank(self[end - 1]) { end -= 1 }
    return start..<end
  }
}
