// Rosters in tables: the columns are found by their headers, and by what stands in them where a
// header is missing or says less than the cells do.

import MinutarioLexicon
import MinutarioModel

/// Reads the rows of a roster's table.
struct TableRoster {
  let text: NormalizedText
  let parser: EntryParser
  let lines: LineRoster
  let headers: PhraseTable

  init(text: NormalizedText, parser: EntryParser, lines: LineRoster, lexicon: Lexicon) {
    self.text = text
    self.parser = parser
    self.lines = lines
    headers = lexicon[.columnHeaders]
  }

  /// The people of a table, none where it counts votes; nil when the table is no roster.
  func read(_ grid: Grid, context: RosterContext) -> LineRoster.Reading? {
    if countsVotes(grid) { return LineRoster.Reading() }
    guard let columns = columns(of: grid) else { return nil }
    var reading = LineRoster.Reading()
    var current = context
    let isSurnameFirst = writesSurnamesFirst(grid, columns)
    var above: [Int: [Range<Int>]] = [:]
    for row in grid.rows[columns.firstRow...] where !isTotal(row) {
      if let heading = rowHeading(row, columns) {
        current = lines.groupContext(heading, context: context) ?? current
        continue
      }
      let entries = people(
        of: row, columns, context: current, isSurnameFirst: isSurnameFirst, above: &above)
      reading.entries += entries
      if entries.isEmpty { reading.unread += unread(row, columns) }
    }
    if columns.firstRow > 0, !reading.entries.isEmpty {
      reading.entries[0].columns = grid.range(ofRows: 0..<columns.firstRow)
    }
    return reading
  }

  /// Whether the names of most rows read `Surname, Given`: one comma, no role behind it.
  private func writesSurnamesFirst(_ grid: Grid, _ columns: TableColumns) -> Bool {
    var yes = 0
    var all = 0
    for row in grid.rows[columns.firstRow...] {
      for cell in row where columns.kind(at: cell.column) == .name && cell.lines.count == 1 {
        all += 1
        let pieces = parser.cutter.pieces(text.tokenIndices(in: cell.lines[0]))
        if pieces.count == 2, pieces[1].before == .comma, pieces[1].tokens.count <= 4,
          parser.roles.role(
            in: text, at: pieces[1].tokens.lowerBound, before: pieces[1].tokens.upperBound) == nil
        {
          yes += 1
        }
      }
    }
    return all > 0 && yes * 10 >= all * 6
  }

  // MARK: One row

  /// A last row that only adds up.
  private func isTotal(_ row: [Grid.Cell]) -> Bool {
    guard let line = row.lazy.compactMap(\.lines.first).first else { return false }
    let tokens = parser.cutter.trimmed(text.tokenIndices(in: line))
    guard let match = headers.match(in: text, at: tokens.lowerBound, before: tokens.upperBound)
    else { return false }
    return match.tokens == tokens
      && TableColumns.Kind(rawValue: match.entry.value) == .total
  }

  /// The cells of a row by the kind of their column.
  private func people(
    of row: [Grid.Cell], _ columns: TableColumns, context: RosterContext, isSurnameFirst: Bool,
    above: inout [Int: [Range<Int>]]
  ) -> [RosterEntry] {
    var cells: [TableColumns.Kind: [Range<Int>]] = [:]
    for cell in row {
      guard let kind = columns.kind(at: cell.column) else { continue }
      var content = cell.lines
      if kind == .institution {
        if content.isEmpty {
          content = above[cell.column] ?? []
        } else {
          above[cell.column] = content
        }
      }
      // "Título" heads positions here and honorifics there.
      let isTitle = kind == .position && content.count == 1 && isHonorific(content[0])
      cells[isTitle ? .honorific : kind, default: []] += content
    }
    if let entry = splitName(cells, row, columns, context: context) { return [entry] }
    let names = nameLines(cells)
    guard !names.isEmpty else { return [] }
    let entryRange = rowRange(row)
    var entries: [RosterEntry] = []
    for (index, name) in names.enumerated() {
      guard
        let parsed = parser.parse(
          text.tokenIndices(in: name), in: context, source: .table, leastScore: -1,
          joinsLines: true, isSurnameFirst: isSurnameFirst)
      else { continue }
      var entry = parsed.entry
      entry.entry = names.count == 1 ? entryRange : name
      fill(&entry, cells, index: index, of: names.count)
      readMarks(row, columns, into: &entry)
      let noted = names.count == 1 ? readNotes(cells[.notes] ?? [], into: &entry) : []
      entries.append(entry)
      entries += parsed.represented + noted
      entries += readCapacity(
        cells[.capacity] ?? [],
        into: &entries[entries.count - 1 - parsed.represented.count - noted.count])
    }
    return entries
  }

  /// Whether a cell holds nothing but an honorific.
  private func isHonorific(_ cell: Range<Int>) -> Bool {
    let tokens = text.tokenIndices(in: cell)
    guard let first = tokens.first else { return false }
    return parser.names.honorific(in: text, at: first, before: tokens.upperBound) == tokens
  }

  /// A person whose given names and surnames have a column each.
  private func splitName(
    _ cells: [TableColumns.Kind: [Range<Int>]], _ row: [Grid.Cell], _ columns: TableColumns,
    context: RosterContext
  ) -> RosterEntry? {
    guard let given = (cells[.givenNames] ?? cells[.name])?.first,
      let surname = cells[.surnames]?.first,
      var entry = parser.parse(
        text.tokenIndices(in: given), in: context, source: .table, leastScore: -3)?.entry
    else { return nil }
    let start = min(entry.name.lowerBound, surname.lowerBound)
    entry.name = start..<max(entry.name.upperBound, surname.upperBound)
    entry.nameText += " " + text.string(trimmed(surname)).joinedLines()
    entry.nameScore += 2
    entry.entry = rowRange(row)
    fill(&entry, cells, index: 0, of: 1)
    readMarks(row, columns, into: &entry)
    _ = readCapacity(cells[.capacity] ?? [], into: &entry)
    return entry
  }

  /// The names of a row: one for each line of its name cell, lines that only go on joined.
  private func nameLines(_ cells: [TableColumns.Kind: [Range<Int>]]) -> [Range<Int>] {
    var names: [Range<Int>] = []
    for line in cells[.name] ?? cells[.surnames] ?? cells[.givenNames] ?? [] {
      let tokens = text.tokenIndices(in: line)
      guard !tokens.isEmpty else { continue }
      let opensPerson =
        parser.names.honorific(in: text, at: tokens.lowerBound, before: tokens.upperBound) != nil
        || isNameAndCharge(tokens)
      let charges = cells[.position]?.count ?? cells[.positionOrUnit]?.count ?? 1
      let isWrapped = hasTitle(names.last ?? line) && isPlainText(line)
      if let last = names.last, !opensPerson,
        names.count >= charges || isUnfinished(last) || isWrapped
      {
        names[names.count - 1] = last.lowerBound..<line.upperBound
      } else {
        names.append(line)
      }
    }
    return names
  }

  /// "Ana Ruiz – Secretaria": a whole entry on a line of its cell.
  private func isNameAndCharge(_ tokens: Range<Int>) -> Bool {
    guard
      let name = parser.names.name(in: text, at: tokens.lowerBound, before: tokens.upperBound),
      name.nameTokens.count > 1, name.tokens.upperBound < tokens.upperBound,
      text.tokens[name.tokens.upperBound].kind == .sign
    else { return false }
    let rest = parser.cutter.trimmed(name.tokens.upperBound..<tokens.upperBound)
    guard let first = rest.first else { return false }
    return parser.roles.role(in: text, at: first, before: rest.upperBound) != nil
  }

  /// Whether the line stands in a text file, where cells are wrapped; a word processor breaks a
  /// cell's line only where the author did.
  private func isPlainText(_ line: Range<Int>) -> Bool {
    text.origins[text.lines[text.lineIndex(at: line.lowerBound)].block].part == "text"
  }

  private func hasTitle(_ name: Range<Int>) -> Bool {
    let tokens = text.tokenIndices(in: name)
    return parser.names.honorific(in: text, at: tokens.lowerBound, before: tokens.upperBound) != nil
  }

  /// A name that ends in a particle or in given names only goes on in the next line.
  private func isUnfinished(_ name: Range<Int>) -> Bool {
    guard let last = text.tokenIndices(in: name).last else { return true }
    return text.tokenIndices(in: name).count <= 1 || !text.tokens[last].shape.contains(.capitalized)
  }

  /// Position, unit and institution from their cells. Several people in one row share out the lines
  /// of each cell when the counts agree, else they share the cell.
  private func fill(
    _ entry: inout RosterEntry, _ cells: [TableColumns.Kind: [Range<Int>]], index: Int,
    of count: Int
  ) {
    func share(_ kind: TableColumns.Kind) -> Range<Int>? {
      guard let lines = cells[kind], let first = lines.first, let last = lines.last else {
        return nil
      }
      if count > 1, lines.count == count { return lines[index] }
      if count > 1, lines.count > 1, lines.count == count + 1 { return lines[index + 1] }
      return first.lowerBound..<max(first.upperBound, last.upperBound)
    }
    if let position = share(.position) ?? share(.positionOrUnit) {
      var ignored: [RosterEntry] = []
      let pieces = parser.readWords(
        parser.cutter.pieces(text.tokenIndices(in: position)), into: &entry, represented: &ignored)
      entry.charge = parser.charges.charge(pieces)
      let isOnlyAcronym =
        entry.charge.position == nil && pieces.count == 1 && cells[.position] != nil
      if let first = pieces.first, let last = pieces.last,
        share(.institution) != nil || isOnlyAcronym
      {
        let tokens = first.tokens.lowerBound..<last.tokens.upperBound
        entry.charge = whole(text.range(ofTokens: tokens), entry.charge)
      }
    }
    if let unit = share(.unit) {
      entry.charge.unit = entry.charge.unit ?? unit
      if entry.charge.institution == nil,
        parser.institutions.likeness(text.tokenIndices(in: unit)) >= .generic
      {
        entry.charge.institution = unit
      }
    }
    if let institution = share(.institution) {
      entry.charge.institution = trimmed(institution)
      entry.distantInstitution = nil
    }
    if entry.charge.position != nil { entry.distantPosition = nil }
    if entry.title == nil, let title = share(.honorific) {
      entry.title = text.range(ofTokens: text.tokenIndices(in: title))
    }
  }

  /// With a column for institutions the position cell is all position.
  private func whole(_ range: Range<Int>, _ charge: Charge) -> Charge {
    var whole = charge
    whole.position = trimmed(range)
    whole.institution = nil
    return whole
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    text.range(ofTokens: parser.cutter.trimmed(text.tokenIndices(in: range)))
  }

  /// Presence from a column of marks, a yes/no pair of columns, or a word.
  private func readMarks(_ row: [Grid.Cell], _ columns: TableColumns, into entry: inout RosterEntry)
  {
    for cell in row {
      guard let mark = cell.lines.first else { continue }
      if let presence = columns.presence(at: cell.column) {
        entry.presence = presence
        entry.presenceSpan = mark
        continue
      }
      guard let kind = columns.kind(at: cell.column) else { continue }
      let tokens = text.tokenIndices(in: mark)
      guard let first = tokens.first else { continue }
      switch kind {
      case .yes: entry.presence = .present
      case .no: entry.presence = .absent
      case .attended:
        if let letter = letterPresence(tokens) {
          entry.presence = letter
        } else if let stated = parser.words.presence(in: tokens) {
          entry.presence = stated.value
        } else if let word = headers.match(in: text, at: first, before: tokens.upperBound)?.entry {
          // "No." heads ordinals first of all, so that "no" is its second reading.
          entry.presence = word.value == "no" || word.note == "no" ? .absent : .present
        } else if text.folded(text.tokens[first]).elementsEqual("0".utf8) {
          entry.presence = .absent
        }
      default: continue
      }
      if kind == .yes || kind == .no || kind == .attended { entry.presenceSpan = mark }
    }
  }

  /// P, A, E: present, absent (F too), excused (J for "justificado" too).
  private func letterPresence(_ tokens: Range<Int>) -> Attendance.Presence? {
    guard let first = tokens.first, tokens.count == 1, text.tokens[first].shape.contains(.single)
    else { return nil }
    switch text.folded(text.tokens[first]).first {
    case UInt8(ascii: "p"): return .present
    case UInt8(ascii: "a"), UInt8(ascii: "f"): return .absent
    case UInt8(ascii: "e"), UInt8(ascii: "j"): return .excused
    default: return nil
    }
  }

  /// What a column of remarks adds: that an absence is excused, and for whom somebody came.
  private func readNotes(_ lines: [Range<Int>], into entry: inout RosterEntry) -> [RosterEntry] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let tokens = text.tokenIndices(in: first.lowerBound..<last.upperBound)
    if entry.presence == .absent, let stated = parser.words.presence(in: tokens),
      stated.value == .excused || stated.value == .represented
    {
      entry.presence = stated.value
      entry.presenceSpan = stated.span
    }
    var noted = entry
    var represented: [RosterEntry] = []
    _ = parser.readWords(parser.cutter.pieces(tokens), into: &noted, represented: &represented)
    guard noted.represents != nil else { return [] }
    entry.represents = noted.represents
    entry.capacity = entry.capacity ?? noted.capacity
    return represented
  }

  /// The cell of a column "Carácter", "Calidad": a capacity, maybe whom the person stands in for.
  private func readCapacity(_ lines: [Range<Int>], into entry: inout RosterEntry) -> [RosterEntry] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let tokens = text.tokenIndices(in: first.lowerBound..<last.upperBound)
    var represented: [RosterEntry] = []
    _ = parser.readWords(
      parser.cutter.pieces(tokens), into: &entry, represented: &represented)
    if entry.capacity == nil, let stated = parser.words.capacity(in: tokens) {
      entry.capacity = stated.value
    }
    return represented
  }

  /// A row with one visible cell is a heading over the rows below it.
  private func rowHeading(_ row: [Grid.Cell], _ columns: TableColumns) -> Range<Int>? {
    let visible = row.filter { !$0.lines.isEmpty }
    guard visible.count == 1, row.count > 1 || visible[0].span > 1,
      let line = visible[0].lines.first
    else { return nil }
    let tokens = text.tokenIndices(in: line)
    if columns.kind(at: visible[0].column) == .name,
      let name = parser.names.name(in: text, at: tokens.lowerBound, before: tokens.upperBound),
      name.score >= 1
    {
      return nil
    }
    return tokens.isEmpty ? nil : tokens
  }

  private func rowRange(_ row: [Grid.Cell]) -> Range<Int> {
    let lines = row.flatMap(\.lines)
    let start = lines.map(\.lowerBound).min() ?? 0
    return start..<(lines.map(\.upperBound).max() ?? start)
  }

  private func unread(_ row: [Grid.Cell], _ columns: TableColumns) -> [Range<Int>] {
    row.filter { columns.kind(at: $0.column) == .name }.flatMap(\.lines)
  }
}
