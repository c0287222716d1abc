// Which rows are trusted less, and what a person is told of them. How often such rows are wrong
// stands in docs/QUALITY.md; here it is held that each sign counts.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

@Suite struct ConfidenceTests {
  /// Four entries of one shape, and one more line.
  private func minutes(_ line: String, behind: String = "") -> MinutesRecord {
    record(
      """
      ASISTENTES
      - Lic. Renata Olmos Ruiz, Directora, Instituto de Aguas
      - Mtra. Elena Ortega Díaz, Jefa, Instituto de Aguas
      - Ing. Pedro Ramírez Soto, Coordinador, Instituto de Aguas
      - Dr. Jorge Castillo Vega, Analista, Instituto de Aguas
      \(line)
      \(behind)
      """)
  }

  private func confidence(of name: String, _ record: MinutesRecord) throws -> Double {
    try #require(record.attendances.first { $0.name == name }).confidence
  }

  /// Codes of the warnings about an attendance.
  private func reasons(for name: String, _ record: MinutesRecord) -> [MinutarioModel.Issue.Code] {
    guard let index = record.attendances.firstIndex(where: { $0.name == name }) else { return [] }
    return record.issues.filter {
      $0.severity == .warning && ($0.field ?? "").hasPrefix("attendances[\(index)]")
    }.map(\.code)
  }

  @Test func entriesOfOneShapeAreTrustedAndAskForNoReview() {
    let record = minutes("- Arq. Laura Medina Cruz, Subdirectora, Instituto de Aguas")
    #expect(record.attendances.count == 5)
    for person in record.attendances {
      #expect(person.confidence >= 0.9, "\(person.name)")
      #expect(reasons(for: person.name, record) == [])
    }
  }

  @Test(arguments: [
    ("- Arq. Laura Medina Cruz", MinutarioModel.Issue.Code.attendeeUnlikeList),
    ("- Laura Medina Cruz, Instituto de Aguas", .attendeeUnlikeList),
    ("- Arq. Laura Medina Cruz, Zahorí del 2 (suplencia)", .positionDoubtful),
  ])
  func whatIsUnlikeItsNeighboursIsToBeLookedAt(line: String, code: MinutarioModel.Issue.Code) throws
  {
    let record = minutes(line)
    #expect(try confidence(of: "Laura Medina Cruz", record) < 0.8)
    #expect(reasons(for: "Laura Medina Cruz", record).contains(code))
    #expect(try confidence(of: "Renata Olmos Ruiz", record) >= 0.9, "the others stay as they are")
  }

  @Test func namesAloneAreTrustedWhereAllAreAlone() throws {
    let record = record("ASISTENTES\n- Renata Olmos Ruiz\n- Elena Ortega Díaz\n- Jorge Soto Vega\n")
    #expect(record.attendances.count == 3)
    for person in record.attendances { #expect(person.confidence >= 0.8) }
  }

  @Test func whoDidNotComeMayBeNamedAlone() throws {
    let record = minutes("AUSENTES", behind: "- Lic. Laura Medina Cruz")
    #expect(record.attendances.last?.presence == .absent)
    #expect(try confidence(of: "Laura Medina Cruz", record) >= 0.8)
  }

  @Test func whoIsFoundOutsideAListIsTrustedLess() throws {
    let inside = record("ASISTENTES\nRenata Olmos Ruiz\nElena Ortega Díaz\nJorge Soto Vega\n")
    let outside = record("MINUTA\nRenata Olmos Ruiz\nElena Ortega Díaz\nJorge Soto Vega\n")
    #expect(inside.attendances.count == 3 && outside.attendances.count == 3)
    #expect(
      try confidence(of: "Jorge Soto Vega", outside) < confidence(of: "Jorge Soto Vega", inside))
  }

  /// A row that is not trusted says why, and one that is says nothing of it.
  @Test func everyDoubtfulRowHasAReason() {
    let told: Set<MinutarioModel.Issue.Code> = [
      .attendeeOutsideList, .attendeeUnlikeList, .positionDoubtful, .institutionDoubtful,
      .nameUnknown,
    ]
    var generator = SeededGenerator(seed: 5)
    var doubtful = 0
    for _ in 0..<80 {
      let record = record("ASISTENTES\n" + generator.text(pieces: 60))
      for (index, person) in record.attendances.enumerated() {
        let reasons = record.issues.filter {
          told.contains($0.code) && ($0.field ?? "").hasPrefix("attendances[\(index)]")
        }
        #expect(reasons.isEmpty == (person.confidence >= 0.8), "\(person.name)")
        doubtful += reasons.isEmpty ? 0 : 1
      }
    }
    #expect(doubtful > 10)
  }
}
