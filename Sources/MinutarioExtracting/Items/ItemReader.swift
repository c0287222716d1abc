// From a stretch of text to its items: tables row by row, lines as lists.

import MinutarioLexicon
import MinutarioModel

/// Splits the content of a section into items.
struct ItemReader {
  private let text: NormalizedText
  private let lines: ListLines
  private let lineItems: LineItems
  private let tables: ItemTable

  init(text: NormalizedText, lexicon: Lexicon) {
    self.text = text
    let labels = LabelReader(text: text, numbers: NumberReader(numbers: lexicon[.numbers]))
    lines = ListLines(
      text: text, labels: labels, headings: lexicon[.headings])
    lineItems = LineItems(text: text, labels: labels, columns: lexicon[.columnHeaders])
    tables = ItemTable(
      text: text, headers: lexicon[.columnHeaders], lists: lines, lineItems: lineItems,
      dates: DateFinder(lexicon: lexicon))
  }

  /// The items in document order; `parent` counts in the same list.
  /// `main` is the column that holds the items' text where a table has a header.
  func items(in range: Range<Int>, main: ItemColumn) -> [Item] {
    var items: [Item] = []
    var start = range.lowerBound
    for grid in Grid.grids(in: range, of: text) {
      if grid.range.lowerBound > start {
        append(
          lineItems.items(listed(start..<grid.range.lowerBound, behindTable: !items.isEmpty)),
          to: &items)
      }
      // A table to sign in ends the list.
      let visible = grid.rows.joined().flatMap(\.lines)
      if let first = visible.first, lines.isSignatureRule(first) { return items }
      append(self.items(grid, in: range, main: main), to: &items)
      start = max(start, grid.range.upperBound)
    }
    if start < range.upperBound {
      append(
        lineItems.items(listed(start..<range.upperBound, behindTable: !items.isEmpty)), to: &items)
    }
    return items
  }

  /// The lines of a range; behind a table of items only labelled ones go on with the list.
  private func listed(_ range: Range<Int>, behindTable: Bool) -> [ListLine] {
    let found = lines.lines(in: range)
    return behindTable && !found.contains { $0.label != nil } ? [] : found
  }

  /// Rows of tables that assign tasks, in a range that is not announced as a list of agreements.
  func assignedTasks(in range: Range<Int>) -> [Item] {
    Grid.grids(in: range, of: text).flatMap { grid in
      let headers = tables.headerRows(grid)
      return headers.enumerated().flatMap { index, header in
        header.assignsTasks
          ? tables.items(
            grid, below: header, before: end(of: index, headers, grid), main: .task) : []
      }
    }
  }

  private func end(of index: Int, _ headers: [ItemTable.Header], _ grid: Grid) -> Int {
    index + 1 < headers.count ? headers[index + 1].row : grid.rows.count
  }

  private func items(_ grid: Grid, in range: Range<Int>, main: ItemColumn) -> [Item] {
    let headers = tables.headerRows(grid)
    guard let first = headers.first else { return unheaded(grid, in: range, main: main) }
    var items: [Item] = []
    if first.row > 0 {
      var before = grid
      before.rows = Array(grid.rows[..<first.row])
      items = unheaded(before, in: range, main: main)
    }
    for (index, header) in headers.enumerated() {
      // A list of topics ends where a table of tasks begins.
      if main == .topic, header.assignsTasks { break }
      let column = header.has(main) ? main : header.has(.task) ? .task : .topic
      append(
        tables.items(grid, below: header, before: end(of: index, headers, grid), main: column),
        to: &items)
    }
    return items
  }

  /// A table without a header: a frame around lines, or rows whose columns tell themselves.
  private func unheaded(_ grid: Grid, in range: Range<Int>, main: ItemColumn) -> [Item] {
    let visible = grid.rows.map { $0.filter { !$0.lines.isEmpty } }.filter { !$0.isEmpty }
    let isFrame = visible.allSatisfy { $0.count == 1 }
    if !isFrame, let header = tables.guessedHeader(grid) {
      return tables.items(grid, below: header, before: grid.rows.count, main: .task)
    }
    guard let first = visible.first?.first?.lines.first, let last = visible.last?.last?.lines.last
    else { return [] }
    let content = first.lowerBound..<max(first.upperBound, last.upperBound)
    return lineItems.items(lines.lines(in: content.clamped(to: range)))
  }

  private func append(_ more: [Item], to items: inout [Item]) {
    let offset = items.count
    items += more.map { item in
      var item = item
      item.parent = item.parent.map { $0 + offset }
      return item
    }
  }
}
