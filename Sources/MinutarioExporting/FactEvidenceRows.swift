// Which spans each fact rests on, row by row and field by field.

import MinutarioModel

/// Makes the rows of `fact_evidence` for one table.
struct FactEvidenceRows {
  private let table: String
  /// The columns by the fields of the record that fill them.
  private let columns: [String: String]

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
  func rows(
    _ rowID: String, _ evidence: FieldEvidence, index: EvidenceIndex,
    _ body: (FactEvidenceRow) throws -> Void
  ) rethrows {
    var spans: [(field: String, evidenceID: RowID?)] = []
    evidence.forEach { name, span in
      guard name != "entry" else { return }
      spans.append((name.map { columns[$0] ?? $0 } ?? "entry", index.id(of: span)))
    }
    let order = spans.indices.sorted { a, b in
      spans[a].field == spans[b].field ? a < b : spans[a].field.precedesBytewise(spans[b].field)
    }
    var sequence = 0
    for (position, place) in order.enumerated() {
      let (field, evidenceID) = spans[place]
      let continues = position > 0 && spans[order[position - 1]].field == field
      sequence = continues ? sequence + 1 : 1
      guard let evidenceID else { continue }
      try body(
        FactEvidenceRow(
          table: table, rowID: rowID, field: field, sequence: sequence, evidenceID: evidenceID))
    }
  }

  /// The spans of a meeting; the announcement of the next one is a field of it.
  func rows(
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
