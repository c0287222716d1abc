// Tables of items: one row an item, its columns told by the header row ("Acuerdo | Responsable |
// Fecha"), else by what the cells hold.

import MinutarioLexicon
import MinutarioModel

/// Reads the rows of a table as items.
struct ItemTable {
  let text: NormalizedText
  let headers: PhraseTable
  let lists: ListLines
  let lineItems: LineItems
  let dates: DateFinder
  /// Words of a header cell at most.
  private static let longestHeader = 8

  /// The meaning of the columns below a header row.
  struct Header {
    var row: Int
    var columns: [Int: ItemColumn]

    func has(_ column: ItemColumn) -> Bool { columns.values.contains(column) }
    /// Whether the table assigns tasks, so that it lists agreements wherever it stands.
    var assignsTasks: Bool { has(.task) && (has(.responsible) || has(.due) || has(.status)) }
  }

  /// The header rows of a grid, in order.
  func headerRows(_ grid: Grid) -> [Header] {
    grid.rows.enumerated().compactMap { index, row in
      let columns = columns(row)
      let isHeader =
        columns.count >= 2 && (columns.values.contains(.task) || columns.values.contains(.topic))
      return isHeader ? Header(row: index, columns: columns) : nil
    }
  }

  private func columns(_ row: [Grid.Cell]) -> [Int: ItemColumn] {
    var columns: [Int: ItemColumn] = [:]
    var unknown: [Int] = []
    for cell in row {
      guard let first = cell.lines.first, let last = cell.lines.last else { continue }
      let tokens = text.tokenIndices(in: first.lowerBound..<max(first.upperBound, last.upperBound))
      if let column = column(tokens) {
        columns[cell.column] = column
      } else {
        unknown.append(cell.column)
      }
    }
    guard columns.count > unknown.count else { return [:] }
    // Between a task and its date only the one who does it is missing.
    if unknown.count == 1, columns.values.contains(.task), columns.values.contains(.due),
      !columns.values.contains(.responsible)
    {
      columns[unknown[0]] = .responsible
    }
    return columns
  }

  /// What a header cell says of its column. Words behind the phrase may only specify it.
  private func column(_ tokens: Range<Int>) -> ItemColumn? {
    let words = tokens.filter { text.tokens[$0].kind != .sign }
    guard let first = words.first, words.count <= Self.longestHeader,
      let match = headers.match(in: text, at: first, before: tokens.upperBound)
    else {
      // "Nº", "#": a column of ordinals.
      return words.count <= 1
        && tokens.contains {
          text.tokens[$0].isSign(Token.ordinal) || text.tokens[$0].isSign(UInt8(ascii: "#"))
        }
        ? .ordinal : nil
    }
    let rest = words.filter { $0 >= match.tokens.upperBound }
    guard rest.isEmpty || match.tokens.count >= 2 || rest.count <= 2 else { return nil }
    return ItemColumn(rawValue: match.entry.value)
  }

  /// The items in the rows of a grid, below `header`, before `end`.
  /// `main` is the column that holds the items' text.
  func items(_ grid: Grid, below header: Header, before end: Int, main: ItemColumn) -> [Item] {
    var items: [Item] = []
    var above: [Int: [Range<Int>]] = [:]
    let width = header.columns.count
    for row in grid.rows[min(header.row + 1, end)..<end] {
      let visible = row.filter { !$0.lines.isEmpty }
      // A row that is one wide cell is a note below the table, or the title of its next part.
      if visible.count == 1, width > 1, row.count == 1 { continue }
      var cells: [ItemColumn: [Range<Int>]] = [:]
      for cell in row {
        guard let column = header.columns[cell.column] else { continue }
        let lines =
          cell.continuesAbove && cell.lines.isEmpty ? above[cell.column] ?? [] : cell.lines
        above[cell.column] = lines
        if !lines.isEmpty { cells[column, default: []] += lines }
      }
      items += rowItems(cells, main: main)
    }
    return items
  }

  /// The items of one row: several when its main cell holds a list.
  private func rowItems(_ cells: [ItemColumn: [Range<Int>]], main: ItemColumn) -> [Item] {
    guard let content = cells[main], let first = content.first, let last = content.last,
      content.contains(where: hasWord)
    else { return [] }
    var rest = cells
    rest[main] = nil
    let range = first.lowerBound..<max(first.upperBound, last.upperBound)
    let lines = lists.lines(in: range)
    let labelled = lines.filter { $0.label != nil }
    if labelled.count > 1 {
      return lineItems.items(lines).map { item in
        var item = item
        item.cells = rest
        return item
      }
    }
    let own = labelled.count == 1 && lines.first?.label != nil ? lines.first?.label : nil
    let pieces = lines.enumerated().map {
      own != nil && $0.offset == 0 ? $0.element.text : $0.element.whole
    }
    return [
      Item(label: cellLabel(cells) ?? own, pieces: pieces.filter { !$0.isEmpty }, cells: rest)
    ]
  }

  private func cellLabel(_ cells: [ItemColumn: [Range<Int>]]) -> ItemLabel? {
    guard let range = (cells[.label] ?? cells[.ordinal])?.first else { return nil }
    let line = text.lines[text.lineIndex(at: range.lowerBound)]
    if text.trimmed(line.range) == range, let label = line.label, let labelRange = line.labelRange,
      text.tokenIndices(in: range).isEmpty
    {
      return ItemLabel(kind: .code, range: labelRange, end: range.lowerBound, level: label.level)
    }
    var printed = range
    while let last = printed.last, ".-):".utf8.contains(text.bytes[last]) {
      printed = printed.lowerBound..<last
    }
    guard !printed.isEmpty else { return nil }
    let notation = LabelNotation.classify(text.bytes[printed])
    return ItemLabel(
      kind: notation.kind == .bullet ? .code : notation.kind, value: notation.value,
      path: notation.path, range: printed, end: range.upperBound)
  }

  private func hasWord(_ range: Range<Int>) -> Bool {
    text.tokenIndices(in: range).contains { text.tokens[$0].kind == .word }
  }

  // MARK: Tables without a header

  /// The columns as the cells show them: labels are short and count, dates are dates, the item's
  /// text is the longest, the rest says who.
  func guessedHeader(_ grid: Grid) -> Header? {
    var filled: [Int: Int] = [:]
    var length: [Int: Int] = [:]
    var labels: [Int: Int] = [:]
    var due: [Int: Int] = [:]
    for cell in grid.rows.joined() {
      guard let first = cell.lines.first else { continue }
      filled[cell.column, default: 0] += 1
      length[cell.column, default: 0] += cell.lines.reduce(0) { $0 + $1.count }
      let tokens = text.tokenIndices(in: first)
      if tokens.count <= 2, tokens.contains(where: { text.tokens[$0].kind == .number }) {
        labels[cell.column, default: 0] += 1
      } else if !dates.dates(in: text, tokens: tokens).isEmpty, tokens.count <= 10 {
        due[cell.column, default: 0] += 1
      }
    }
    guard filled.count > 1,
      let main = length.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return nil }
    var columns: [Int: ItemColumn] = [main: .task]
    // From left to right: of two columns that may say who, the first does.
    for (column, count) in filled.sorted(by: { $0.key < $1.key }) where column != main {
      if (labels[column] ?? 0) * 2 > count, column < main {
        columns[column] = .label
      } else if (due[column] ?? 0) * 2 >= count {
        columns[column] = .due
      } else if column > main {
        columns[column] = columns.values.contains(.responsible) ? .notes : .responsible
      }
    }
    return Header(row: -1, columns: columns)
  }
}
