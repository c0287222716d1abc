// What the columns of a table hold: told by the header row, else by the cells themselves.

import MinutarioLexicon
import MinutarioModel

/// The columns of a roster's table.
struct TableColumns {
  private var kinds: [Int: Kind]
  /// What a mark in a column says where the header itself names a presence: "Ausente c/aviso".
  private let presences: [Int: Attendance.Presence]
  /// Index of the first row below the header.
  let firstRow: Int

  init(kinds: [Int: Kind], presences: [Int: Attendance.Presence] = [:], firstRow: Int) {
    self.kinds = kinds
    self.presences = presences
    self.firstRow = firstRow
  }

  /// What a column holds; the raw values are those of the vocabulary of column headers.
  enum Kind: String {
    case name
    case givenNames = "given_names"
    case surnames
    case position, institution, unit
    case positionOrUnit = "position_or_unit"
    case honorific
    case email, phone, signature, ordinal, attended, yes, no, capacity, vote, total
    case task, responsible, due, status, label, topic, notes
  }

  func kind(at column: Int) -> Kind? { kinds[column] }

  func presence(at column: Int) -> Attendance.Presence? { presences[column] }

  func has(_ kind: Kind) -> Bool { kinds.values.contains(kind) }

  /// The same columns for a part of the table that has no header of its own.
  func goingOn() -> TableColumns {
    TableColumns(kinds: kinds, presences: presences, firstRow: 0)
  }
}

extension TableRoster {
  /// The columns of a table of people; nil when it is no such table.
  func columns(of grid: Grid) -> TableColumns? {
    for index in grid.rows.indices.prefix(4) {
      guard let found = header(at: index, of: grid) else { continue }
      return found.has(.task) ? nil : found
    }
    if let found = headerAbove(grid) { return found.has(.task) ? nil : found }
    return byContent(grid)
  }

  /// Whether a table says how people voted: they are attendees by the roster already.
  func countsVotes(_ grid: Grid) -> Bool {
    grid.rows.prefix(2).contains { $0.count > 1 && headerKinds($0).values.contains(.vote) }
  }

  /// The columns that a row names when it is the header of a table of people.
  private func header(at index: Int, of grid: Grid) -> TableColumns? {
    let row = grid.rows[index]
    var kinds = headerKinds(row)
    let hasName = kinds.values.contains { $0 == .name || $0 == .surnames || $0 == .givenNames }
    guard hasName, kinds.count >= 2 || isSingleColumn(grid, header: row) else { return nil }
    // Below the first row the words of a header ("Representante de …", "SÍ") may be a person's.
    let visible = row.count { !$0.lines.isEmpty }
    guard index == 0 || kinds.count * 2 >= visible else { return nil }
    var firstRow = index + 1
    if firstRow < grid.rows.count {
      let second = headerKinds(grid.rows[firstRow])
      let isSecondHeader = second.values.contains(.yes) && second.values.contains(.no)
      if isSecondHeader {
        kinds.merge(second) { first, second in second == .yes || second == .no ? second : first }
        firstRow += 1
      }
    }
    return TableColumns(
      kinds: kinds, presences: statedPresences(grid.rows[index..<firstRow]), firstRow: firstRow)
  }

  /// The columns of a table whose header stands above a heading in a row of its own ("INVITADOS"),
  /// which opens another section: the nearest header above rows of as many cells.
  private func headerAbove(_ grid: Grid) -> TableColumns? {
    guard let above = Grid.above(grid, of: text) else { return nil }
    for index in above.rows.indices.reversed() {
      guard above.rows[index].count > 1, let found = header(at: index, of: above) else { continue }
      let rows = grid.rows.filter { $0.count > 1 }
      let alike = rows.count { $0.count == above.rows[index].count }
      guard alike * 2 > rows.count else { return nil }
      return found.goingOn()
    }
    return nil
  }

  /// Header cells that name a presence, when they name different ones.
  private func statedPresences(_ rows: ArraySlice<[Grid.Cell]>) -> [Int: Attendance.Presence] {
    var found: [Int: Attendance.Presence] = [:]
    for cell in rows.joined() {
      guard let line = cell.lines.first, text.tokenIndices(in: line).count <= 6,
        let stated = parser.words.presence(in: text.tokenIndices(in: line))
      else { continue }
      found[cell.column] = stated.value
    }
    return Set(found.values).count > 1 ? found : [:]
  }

  /// A table of one column needs a header that is nothing but one.
  private func isSingleColumn(_ grid: Grid, header: [Grid.Cell]) -> Bool {
    guard header.count == 1, header[0].lines.count == 1, grid.rows.count > 2,
      grid.rows.allSatisfy({ $0.count == 1 })
    else { return false }
    return text.tokenIndices(in: header[0].lines[0]).count <= 4
  }

  private func headerKinds(_ row: [Grid.Cell]) -> [Int: TableColumns.Kind] {
    var kinds: [Int: TableColumns.Kind] = [:]
    for cell in row {
      guard let first = cell.lines.first, let last = cell.lines.last else { continue }
      let tokens = parser.cutter.trimmed(
        text.tokenIndices(in: first.lowerBound..<max(first.upperBound, last.upperBound)))
      if isLetterKey(tokens) {
        kinds[cell.column] = .attended
        continue
      }
      guard !tokens.isEmpty, tokens.count <= 8,
        let match = headers.match(in: text, at: tokens.lowerBound, before: tokens.upperBound),
        match.tokens.upperBound >= tokens.upperBound - 2 || match.tokens.count >= 2
          || text.tokens[match.tokens.upperBound].kind == .sign
          || opensTail(match),
        let kind = TableColumns.Kind(rawValue: match.entry.value)
      else { continue }
      kinds[cell.column] = combined(kind, tokens, behind: match.tokens.upperBound)
    }
    // "No." numbers the rows, "NO" beside "SÍ" marks who did not come.
    let yes = kinds.first { $0.value == .yes }?.key
    for (column, kind) in kinds where kind == .no || kind == .ordinal {
      kinds[column] = yes == column - 1 ? .no : .ordinal
    }
    return kinds
  }

  /// "Calidad en el comité", "Cargo en la dependencia": what stands behind only says where.
  private func opensTail(_ match: PhraseTable.Match) -> Bool {
    match.entry.value == TableColumns.Kind.capacity.rawValue
      && parser.functionWords.isLink(text.tokens[match.tokens.upperBound])
  }

  /// `P/A/E`: the header of a column of letters is their key.
  private func isLetterKey(_ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens[$0].kind == .word }
    return words.count >= 2 && words.allSatisfy { text.tokens[$0].shape.contains(.single) }
  }

  /// "Cargo / Dependencia", "Unidad / Institución": two headers in one cell.
  private func combined(
    _ kind: TableColumns.Kind, _ tokens: Range<Int>, behind index: Int
  ) -> TableColumns.Kind {
    guard kind == .position || kind == .institution || kind == .unit else { return kind }
    for next in index..<max(index, tokens.upperBound) {
      if let other = headers.match(in: text, at: next, before: tokens.upperBound)?.entry.value,
        let second = TableColumns.Kind(rawValue: other), second != kind,
        second == .institution || second == .unit || second == .position
      {
        return kind == .position || second == .position ? .positionOrUnit : .institution
      }
    }
    return kind
  }

  /// A table without a header: the column where most cells begin with a person is the names'.
  private func byContent(_ grid: Grid) -> TableColumns? {
    var people: [Int: Int] = [:]
    var roles: [Int: Int] = [:]
    var institutions: [Int: Int] = [:]
    var rows = 0
    for row in grid.rows {
      let visible = row.filter { !$0.lines.isEmpty }
      guard visible.count >= 2 else { continue }
      rows += 1
      for cell in visible {
        guard let line = cell.lines.first else { continue }
        let tokens = text.tokenIndices(in: line)
        guard let first = tokens.first else { continue }
        if cell.lines.count > 1, holdsWholeEntry(cell) { return nil }
        if parser.roles.role(in: text, at: first, before: tokens.upperBound) != nil {
          roles[cell.column, default: 0] += 1
        } else if parser.institutions.likeness(tokens) >= .generic {
          institutions[cell.column, default: 0] += 1
        } else if let name = parser.names.name(in: text, at: first, before: tokens.upperBound),
          name.score >= 2
        {
          people[cell.column, default: 0] += 1
        }
      }
    }
    guard rows >= 2, let names = mostFilled(people), (people[names] ?? 0) * 2 >= rows else {
      return nil
    }
    var kinds: [Int: TableColumns.Kind] = [names: .name]
    if let column = mostFilled(roles), column != names, (roles[column] ?? 0) * 3 > rows {
      kinds[column] = .position
    }
    if let column = mostFilled(institutions), kinds[column] == nil,
      (institutions[column] ?? 0) * 3 > rows
    {
      kinds[column] = .institution
    }
    guard kinds.count > 1 else { return nil }
    return TableColumns(kinds: kinds, firstRow: 0)
  }

  /// A cell with a name on its first line and a charge on the next is an entry by itself.
  private func holdsWholeEntry(_ cell: Grid.Cell) -> Bool {
    let first = text.tokenIndices(in: cell.lines[0])
    let second = text.tokenIndices(in: cell.lines[1])
    guard let start = first.first, let next = second.first else { return false }
    return parser.names.name(in: text, at: start, before: first.upperBound) != nil
      && parser.roles.role(in: text, at: next, before: second.upperBound) != nil
  }

  private func mostFilled(_ counts: [Int: Int]) -> Int? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
