// Which spans each fact rests on, row by row and field by field.

import MinutarioModel

/// Makes the rows of `fact_evidence`.
struct FactEvidenceRows {
  private let definition: TableDefinition

  init(for definition: TableDefinition) { self.definition = definition }

  /// The spans of one row, sorted by field; a field of the record becomes the column it fills.
  func rows(_ rowID: String, _ evidence: FieldEvidence, index: EvidenceIndex) -> [FactEvidenceRow] {
    var spans: [(field: String, spans: [Evidence])] = []
    if let entry = evidence.entry { spans.append(("entry", [entry])) }
    for field in evidence.fields where field.name != "entry" {
      let column = definition.column(forField: field.name)
      if let known = spans.firstIndex(where: { $0.field == column }) {
        spans[known].spans += field.spans
      } else {
        spans.append((column, field.spans))
      }
    }
    spans.sort { $0.field.precedesBytewise($1.field) }
    return spans.flatMap { field, spans in
      spans.enumerated().compactMap { position, span in
        index.id(of: span).map {
          FactEvidenceRow(
            table: definition.name, rowID: rowID, field: field, sequence: position + 1,
            evidenceID: $0)
        }
      }
    }
  }

  /// The spans of a meeting; the announcement of the next one is a field of it.
  func rows(_ row: MeetingRow, index: EvidenceIndex) -> [FactEvidenceRow] {
    var evidence = row.record.meeting.evidence
    evidence.entry = nil
    if evidence.spans("follow_up").isEmpty {
      evidence.add("follow_up", row.record.meeting.followUp?.evidence)
    }
    return rows(row.meeting.id, evidence, index: index)
  }
}
