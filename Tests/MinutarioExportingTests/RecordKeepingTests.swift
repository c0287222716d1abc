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
    #expect(attendance.evidence.all.map(\.start) == record.attendances[0].evidence.all.map(\.start))
    #expect(attendance.evidence.all.allSatisfy { $0.quote.isEmpty })
    #expect(kept.agreements[0].evidence.entry?.quote == "")
    #expect(kept.agreements[0].evidence.spans("due_date").map(\.quote) == ["hoy"])
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
    #expect(evidence.all.map(\.quote) == ["a", "c", "b"])
  }
}
