// Which spans each fact rests on, row by row and field by field.

import MinutarioModel

/// Makes the rows of `fact_evidence` for one table.
struct FactEvidenceRows {
  private let table: String
  /// The columns by the fields of the record that fill them.
  private let columns: [String: String]
  /// The fields that were met, sorted by the column they fill. A handful: they are looked through.
  private var fields: [(field: String?, column: String)] = [(nil, "entry")]
  /// The spans of one row: the place of their field, and their numbers. Kept for its room.
  private var spans: [(field: Int, number: Int)] = []

  init(for definition: TableDefinition) {
    table = definition.name
    var columns: [String: String] = [:]
    // A name of its own goes before `…_raw`, and that before `…_id`.
    for suffix in ["_id", "_raw", ""] {
      for column in definition.columns where column.name.hasSuffix(suffix) {
        columns[String(column.name.dropLast(suffix.count))] = column.name
      }
    }
    self.columns = columns
  }

  /// Calls the body with the spans of one row, sorted by field; a field of the record becomes the
  /// column it fills.
  mutating func rows(
    _ rowID: String, _ evidence: FieldEvidence, index: EvidenceIndex,
    _ body: (FactEvidenceRow) throws -> Void
  ) rethrows {
    spans.removeAll(keepingCapacity: true)
    // A new field moves the places of others: all are met before any is used.
    evidence.forEach { name, _ in meet(name) }
    evidence.forEach { name, span in
      guard name != "entry", let field = place(of: name) else { return }
      // Few, and mostly in order already.
      var place = spans.count
      while place > 0, spans[place - 1].field > field { place -= 1 }
      spans.insert((field, index.number(of: span) ?? 0), at: place)
    }
    var sequence = 0
    var last = -1
    for (field, number) in spans {
      sequence = field == last ? sequence + 1 : 1
      last = field
      guard number > 0 else { continue }
      try body(
        FactEvidenceRow(
          table: table, rowID: rowID, field: fields[field].column, sequence: sequence,
          evidenceID: index.id(number)))
    }
  }

  /// The place of a field that was met; fields that fill one column have one place.
  private func place(of name: String?) -> Int? {
    guard var place = fields.firstIndex(where: { $0.field == name }) else { return nil }
    while place > 0, fields[place - 1].column == fields[place].column { place -= 1 }
    return place
  }

  private mutating func meet(_ name: String?) {
    guard let name, !fields.contains(where: { $0.field == name }) else { return }
    let column = columns[name] ?? name
    let place = fields.firstIndex { column.precedesBytewise($0.column) } ?? fields.count
    fields.insert((name, column), at: place)
  }

  /// The spans of a meeting; the announcement of the next one is a field of it.
  mutating func rows(
    _ row: MeetingRow, index: EvidenceIndex, _ body: (FactEvidenceRow) throws -> Void
  ) rethrows {
    var evidence = row.record.meeting.evidence
    evidence.entry = nil
    if evidence.spans("follow_up").isEmpty {
      evidence.add("follow_up", row.record.meeting.followUp?.evidence)
    }
    try rows(row.meeting.id, evidence, index: index, body)
  }
}
