// The tables as written: keys hold, cells are what the archive says, and nothing depends on order.

import Foundation
import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
import MinutarioResolving
import MinutarioTestSupport
import Testing

@Suite struct DatasetTablesTests {
  /// The dataset of some records, with a few terms of vocabulary.
  static func dataset(_ records: [MinutesRecord]) throws -> MemorySink {
    var vocabulary = ResolvingVocabulary()
    vocabulary.bodies = PhraseTable(parsing: "Comité\n".utf8)
    vocabulary.nameParticles = PhraseTable(parsing: "de\nla\n".utf8)
    vocabulary.roles = PhraseTable(parsing: "Directora\tdirector\tf\n".utf8)
    let tables = ArchiveTables(
      archive: Resolver(vocabulary: vocabulary).resolve(records),
      messages: MessageCatalogue([.roleUnknown: "No se conoce el cargo «%1»."]),
      text: { $0.outcome == .failed ? nil : Array("=texto de \($0.id)\n".utf8) })
    let writer = DelimitedWriter(to: MemorySink())
    try tables.write(to: [writer])
    return writer.sink
  }

  private let files: MemorySink

  init() throws { files = try Self.dataset(.sampleArchive) }

  /// The rows of a table as its CSV file has them, by column.
  private func rows(_ table: String) throws -> [[String: String]] {
    var reader = CSVReader(try #require(files[table + ".csv"]))
    let header = try #require(try reader.nextLine())
    var rows: [[String: String]] = []
    while let cells = try reader.nextLine() {
      #expect(cells.count == header.count)
      rows.append(Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
    return rows
  }

  private func lines(_ table: String) throws -> [[String: Any]] {
    try #require(files[table + ".jsonl"]).split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }

  @Test func everyTableIsWrittenTwiceAndDescribed() {
    let tables = DatasetTables.definitions.map(\.name)
    let expected =
      tables.flatMap { $0 == "texts" ? ["texts.jsonl"] : ["\($0).csv", "\($0).jsonl"] }
      + ["datapackage.json", "diccionario.csv"]
    #expect(files.files.map(\.name).sorted() == expected.sorted())
    #expect(tables.count == 21)
  }

  @Test func keysAreUniqueSortedAndResolve() {
    #expect(KeyCheck.problems { files[$0] } == [])
  }

  @Test func everyTableHasRows() throws {
    for table in DatasetTables.definitions where table.name != "texts" {
      #expect(try !rows(table.name).isEmpty, "\(table.name) is empty")
    }
  }

  @Test func jsonLinesAndCSVHoldTheSameRows() throws {
    for table in DatasetTables.definitions where table.name != "texts" {
      let rows = try rows(table.name)
      let lines = try lines(table.name)
      #expect(rows.count == lines.count)
      for (row, line) in zip(rows, lines) {
        #expect(Set(row.keys) == Set(line.keys))
        for column in table.columns {
          let cell = try #require(row[column.name])
          switch line[column.name] {
          case is NSNull: #expect(cell.isEmpty)
          case let text as String: #expect(CSV.unguarded(cell) == text)
          case let number as NSNumber:
            if column.type == .boolean {
              #expect(cell == (number.boolValue ? "true" : "false"))
            } else {
              #expect(Double(cell) == number.doubleValue)
            }
          default: Issue.record("\(table.name).\(column.name) is missing")
          }
        }
      }
    }
  }

  @Test func theOrderOfTheRecordsChangesNoByte() throws {
    let records = [MinutesRecord].sampleArchive
    for rotation in 1..<records.count {
      let other = try Self.dataset(Array(records[rotation...] + records[..<rotation]).reversed())
      for (a, b) in zip(files.files, other.files) {
        #expect(a.name == b.name)
        #expect(a.bytes == b.bytes, "\(a.name) differs")
      }
    }
  }

  @Test func theFlatTableSpeaksSpanish() throws {
    let header = try #require(
      files["asistencias.csv"].map {
        String(decoding: $0.prefix { $0 != 0x0A }.dropFirst(3), as: UTF8.self)
      })
    #expect(
      header
        == "fecha,reunion,organo,nombre,tratamiento,cargo,unidad,institucion,institucion_origen,"
        + "asistencia,calidad,en_representacion_de,revisar,motivo_revision,archivo")
    let rows = try rows("asistencias")
    #expect(rows.count == 8)
    #expect(rows.map { $0["fecha"] ?? "" }.suffix(3) == ["2021-04-08", "", ""])
    #expect(rows[0]["institucion"] == "Instituto Novense de Riego")
    #expect(rows[1]["institucion"] == "Instituto Novense de Riego")
    #expect(rows[1]["institucion_origen"] == "en la lista")
    #expect(rows[2]["institucion"] == "Comité de Riego")
    #expect(rows[2]["institucion_origen"] == "derivada del órgano que sesiona")
    #expect(rows[2]["asistencia"] == "con justificación")
    #expect(rows[3]["en_representacion_de"] == "Olga Prieto Lara")
    #expect(rows[3]["revisar"] == "sí")
    #expect(rows[3]["motivo_revision"] == "No se conoce el cargo «Suplente».")
    #expect(rows[0]["revisar"] == "no")
    #expect(rows[0]["archivo"] == "2021/acta 3.docx")
  }

  @Test func textThatLooksLikeAFormulaIsGuardedInCSVOnlyAndReported() throws {
    #expect(try rows("agreements").contains { $0["text"] == "'=Nota" })
    #expect(try lines("agreements").contains { $0["text"] as? String == "=Nota" })
    let reported = try rows("issues").filter { $0["code"] == "csv_formula_guarded" }
    #expect(
      Set(reported.map { "\($0["table"] ?? "").\($0["field"] ?? "")" })
        == [
          "agreements.text", "evidences.quote", "meetings.place_raw", "topics.label_raw",
        ])
    let agreement = try #require(try rows("agreements").first { $0["text"] == "'=Nota" })
    #expect(
      reported.first { $0["table"] == "agreements" }?["row_id"] == agreement["agreement_id"])
  }

  @Test func issuesPointToTheirRow() throws {
    let issues = try rows("issues")
    let role = try #require(issues.first { $0["code"] == "role_unknown" })
    #expect(role["table"] == "attendances" && role["field"] == "role")
    let attendance = try rows("attendances").first { $0["attendance_id"] == role["row_id"] }
    #expect(attendance?["name_raw"] == "Ciro Anaya")
    let quote = try rows("evidences").first { $0["evidence_id"] == role["evidence_id"] }
    #expect(quote?["quote"] == "Ciro Anaya")
    let party = try #require(issues.first { $0["code"] == "due_unresolved" })
    #expect(party["table"] == "agreement_parties" && party["row_id"]?.hasSuffix("|2") == true)
    let damaged = try #require(issues.first { $0["code"] == "damaged" })
    #expect(try rows("documents").contains { $0["document_id"] == damaged["document_id"] })
  }

  @Test func factsLeadToTheirSpans() throws {
    let facts = try rows("fact_evidence")
    let quotes = Dictionary(
      uniqueKeysWithValues: try rows("evidences").map {
        ($0["evidence_id"] ?? "", $0["quote"] ?? "")
      })
    let name = facts.filter { $0["table"] == "attendances" && $0["field"] == "name_raw" }
    for fact in name {
      let row = try rows("attendances").first { $0["attendance_id"] == fact["row_id"] }
      #expect(quotes[fact["evidence_id"] ?? ""] == row?["name_raw"])
    }
    #expect(name.count == 8)
    #expect(facts.contains { $0["table"] == "meetings" && $0["field"] == "place_raw" })
    #expect(facts.contains { $0["table"] == "agreements" && $0["field"] == "due_date" })
  }

  @Test func topicsAndAgreementsKeepTheirNesting() throws {
    let topics = try rows("topics")
    #expect(topics[1]["parent_topic_id"] == topics[0]["topic_id"])
    #expect(topics.map { $0["kind"] } == ["agenda", "agenda"])
    let agreements = try rows("agreements")
    let note = try #require(agreements.first { $0["text"] == "'=Nota" })
    let task = try #require(agreements.first { $0["agreement_id"] == note["parent_agreement_id"] })
    #expect(task["due_raw"] == "en abril" && task["due_date"] == "2021-04")
    #expect(task["status"] == "open" && task["status_as_of"] == "2021-03-04")
    let parties = try rows("agreement_parties")
    #expect(parties.map { $0["institution_id"]?.isEmpty } == [false, true])
    #expect(parties.map { $0["method"] } == ["rule", "resolution"])
  }

  @Test func textsAreJSONLinesOfReadDocumentsOnly() throws {
    let lines = try lines("texts")
    #expect(lines.count == 3)
    #expect((lines[0]["text"] as? String)?.hasPrefix("=texto de ") == true)
  }

  @Test(
    .enabled(if: GoldRecords.isAvailable, "no corpus beside the package"),
    arguments: ["seed", "real", "authored"])
  func annotatedMinutesGiveAWholeDatasetInAnyOrder(part: String) throws {
    let records = try GoldRecords.records(in: part)
    let files = try Self.dataset(records)
    #expect(KeyCheck.problems { files[$0] } == [])
    let reversed = try Self.dataset(records.reversed())
    #expect(files.files.map(\.bytes) == reversed.files.map(\.bytes))
  }

  @Test func anEmptyArchiveIsAWholeDataset() throws {
    let files = try Self.dataset([])
    #expect(KeyCheck.problems { files[$0] } == [])
    #expect(files["meetings.jsonl"] == [])
  }

  @Test func hostileRecordsGiveAWholeDataset() throws {
    var record = MinutesRecord.sample(path: "x,\"\n\r=.docx")
    record.meeting.name = "\u{0}\"\n,;"
    record.attend("\",\n\r")
    record.attendances[0].confidence = .nan
    record.attendances[0].evidence.add("entry", Evidence(start: -5, end: -9, quote: "\u{FEFF}"))
    record.topics = [
      Topic(label: "@", text: "", parent: 99, evidence: FieldEvidence(entry: nil)),
      Topic(label: nil, text: "a", parent: -1, evidence: FieldEvidence(entry: nil)),
    ]
    record.agreements = [
      Agreement(label: nil, text: "", parent: 7, evidence: FieldEvidence(entry: nil))
    ]
    record.issues = [
      "attendances[9].x", "attendances[-1]", "attendances[", "..", "]",
      "agreements[0].responsibles[3]",
      "sections[0]", "attendances[99999999999999999999]",
    ].map { Issue(.attendeeUnparsed, .warning, field: $0) }
    let files = try Self.dataset([record])
    #expect(KeyCheck.problems { files[$0] } == [])
  }
}

@Suite struct KeyCheckTests {
  private let files: MemorySink

  init() throws { files = try DatasetTablesTests.dataset(.sampleArchive) }

  /// The problems after a change to one file.
  private func problems(_ file: String, _ change: (String) -> String) -> [KeyCheck.Problem.Kind] {
    KeyCheck.problems { name in
      guard name == file, let bytes = files[name] else { return files[name] }
      return Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
    }.map(\.kind)
  }

  @Test func aRowThatStandsTwiceIsFound() throws {
    let found = problems("institutions.csv") { text in
      let lines = text.split(separator: "\n")
      return (lines + [lines[lines.count - 1]]).joined(separator: "\n")
    }
    #expect(found.count == 1)
    guard case .duplicateKey = found.first else {
      Issue.record("found \(found)")
      return
    }
  }

  @Test func rowsOutOfOrderAreFound() {
    let found = problems("people.csv") { text in
      let lines = text.split(separator: "\n")
      return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    }
    #expect(found.count == 6)
  }

  @Test func aReferenceToNothingIsFound() {
    let found = problems("institutions.csv") { text in
      text.split(separator: "\n").filter { !$0.contains("comite-de-riego") }
        .joined(separator: "\n")
    }
    #expect(!found.isEmpty)
    #expect(
      found.allSatisfy {
        if case .danglingReference(_, let value) = $0 {
          return value.hasPrefix("i-comite-de-riego")
        }
        return false
      })
  }

  @Test func aValueOutsideItsListIsFound() {
    let found = problems("meetings.csv") { $0.replacing("in_person", with: "en persona") }
    #expect(found == [.invalidValue(column: "mode", value: "en persona")])
  }

  @Test func aMissingOrBrokenFileIsFound() {
    #expect(problems("topics.csv") { _ in "" } == [.wrongHeader])
    #expect(problems("topics.csv") { $0 + "\"" } == [.malformed])
    #expect(KeyCheck.problems { _ in nil }.allSatisfy { $0.kind == .missingFile })
  }
}
