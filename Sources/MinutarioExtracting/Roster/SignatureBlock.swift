// Signatures at the end: "DIP. ANA RUIZ" over "PRESIDENTA", side by side in columns or cells. They
// add nobody who is listed already, but may give a position or a title that the roster lacks.

import MinutarioModel

/// Reads the people of a signature block.
struct SignatureBlock {
  let text: NormalizedText
  let parser: EntryParser
  let lines: LineRoster

  /// The signatories of a byte range. Sentences are passed over; a line counts when each of its
  /// columns is a name or a position.
  func entries(in range: Range<Int>) -> [RosterEntry] {
    var entries: [RosterEntry] = []
    var open: [(entry: Int, column: Int)] = []
    for unit in lines.units(in: range) {
      guard !lines.isLong(unit) else { continue }
      let columns = columns(of: unit)
      var named: [(entry: Int, column: Int)] = []
      for column in columns {
        let tokens = parser.cutter.trimmed(column.tokens)
        guard !tokens.isEmpty else { continue }
        if let parsed = person(tokens) {
          entries.append(parsed)
          named.append((entries.count - 1, column.place))
        } else if let above = open.first(where: { $0.column == column.place })
          ?? (columns.count == open.count
            ? open[columns.firstIndex { $0.place == column.place } ?? 0] : nil),
          parser.roles.role(in: text, at: tokens.lowerBound, before: tokens.upperBound) != nil
        {
          entries[above.entry].charge = parser.charges.charge(parser.cutter.pieces(tokens))
          entries[above.entry].entry =
            entries[above.entry].entry
            .lowerBound..<max(
              entries[above.entry].entry.upperBound, text.range(ofTokens: tokens).upperBound)
        }
      }
      if !named.isEmpty { open = named }
    }
    return entries
  }

  private struct Column {
    var tokens: Range<Int>
    var place: Int
  }

  /// The columns of a line: parts between tabs or wide gaps.
  private func columns(of unit: LineRoster.Unit) -> [Column] {
    let cell = text.lines[unit.lines.lowerBound].cell?.column
    return parser.cutter.pieces(unit.tokens).reduce(into: [Column]()) { columns, piece in
      if piece.before == .column || columns.isEmpty || piece.before == .dash {
        columns.append(Column(tokens: piece.tokens, place: (cell ?? 0) * 100 + columns.count))
      } else {
        columns[columns.count - 1].tokens =
          columns[columns.count - 1].tokens.lowerBound..<piece.tokens.upperBound
      }
    }
  }

  private func person(_ tokens: Range<Int>) -> RosterEntry? {
    guard
      let parsed = parser.parse(tokens, in: RosterContext(), source: .signature, leastScore: 1),
      parsed.entry.nameScore >= 2,
      parsed.entry.name.upperBound - parsed.entry.name.lowerBound
        >= (text.range(ofTokens: tokens).count) / 3
    else { return nil }
    return parsed.entry
  }
}
