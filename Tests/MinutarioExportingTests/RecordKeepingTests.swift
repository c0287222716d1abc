// What a run keeps of a record must be enough to write the same tables.

import MinutarioExporting
import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct RecordKeepingTests {
  @Test func quotesGoAndValuesStay() throws {
    var keeping = RecordKeeping()
    var record = MinutesRecord.sample(path: "a.docx", name: "Comisión de Riego de La Loma") {
      $0.attend("Inés Robledo Quiroga", position: "Directora General de Riego")
    }
    var agreement = Agreement(
      label: "1", text: "Limpiar el canal", parent: nil,
      evidence: FieldEvidence(entry: Evidence(start: 40, end: 45, quote: "canal")))
    agreement.evidence.add("due_date", Evidence(start: 50, end: 54, quote: "hoy"))
    record.agreements = [agreement]

    let kept = keeping.kept(record)
    let attendance = try #require(kept.attendances.first)
    #expect(attendance.name == "Inés Robledo Quiroga")
    #expect(attendance.position == "Directora General de Riego")
    #expect(
      spans(attendance.evidence).map(\.start)
        == spans(record.attendances[0].evidence).map(\.start))
    #expect(spans(attendance.evidence).allSatisfy { $0.quote.isEmpty })
    #expect(kept.agreements[0].evidence.entry?.quote == "")
    #expect(kept.agreements[0].evidence.spans("due_date").map(\.quote) == ["hoy"])
  }

  /// The entry and the spans of all fields.
  private func spans(_ evidence: FieldEvidence) -> [Evidence] {
    var spans: [Evidence] = []
    evidence.forEach { spans.append($1) }
    return spans
  }

  @Test func spansWithoutQuotesStayInTheirPlace() throws {
    var keeping = RecordKeeping()
    var record = MinutesRecord.sample(path: "acta.docx")
    var evidence = FieldEvidence(
      entry: Evidence(start: 0, end: 4, quote: "Inés", part: "word/document.xml", paragraph: 3))
    evidence.add("name", Evidence(start: 0, end: 4, quote: "Inés", part: "text", cell: "t1r2c1"))
    evidence.add("role", Evidence(start: 5, end: 9, quote: "jefa", part: "text", cell: "t1r2c2"))
    record.attendances = [
      Attendance(name: "Inés", presence: .present, confidence: 1, evidence: evidence)
    ]
    let kept = try #require(keeping.kept(record).attendances.first).evidence
    let spans = spans(kept)
    #expect(spans.map(\.part) == ["word/document.xml", "text", "text"])
    #expect(spans.map(\.cell) == [nil, "t1r2c1", "t1r2c2"])
    #expect(spans.map(\.paragraph) == [3, nil, nil])
    #expect(spans.map(\.quote) == ["", "", ""])
  }

  @Test func namesAreKeptWithTheirOwnBytes() {
    var keeping = RecordKeeping()
    let composed = "Asociación de Regantes de La Loma"
    let decomposed = "Asociacio\u{301}n de Regantes de La Loma"
    let names = [composed, decomposed].map { name in
      keeping.kept(.sample(path: name, name: name)).meeting.name ?? ""
    }
    #expect(names.map { Array($0.utf8) } == [Array(composed.utf8), Array(decomposed.utf8)])
  }

  @Test func spansOfOneFieldStandTogether() {
    var evidence = FieldEvidence(entry: nil)
    evidence.add("name", Evidence(start: 0, end: 1, quote: "a"))
    evidence.add("role", Evidence(start: 2, end: 3, quote: "b", paragraph: 0))
    evidence.add("name", Evidence(start: 4, end: 5, quote: "c", paragraph: 7))
    #expect(evidence.fields.map(\.name) == ["name", "role"])
    #expect(evidence.spans("name").map(\.paragraph) == [nil, 7])
    #expect(spans(evidence).map(\.quote) == ["a", "c", "b"])
  }
}
