// The forms of the dataset: all of them are told the same rows, and one that fails ends the writing.

import CSQLite
import Foundation
import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
import MinutarioResolving
import MinutarioSpreadsheet
import MinutarioTestSupport
import Testing

@Suite struct TableWritersTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func tables(_ records: [MinutesRecord] = .sampleArchive) -> ArchiveTables {
    ArchiveTables(
      archive: Resolver(vocabulary: ResolvingVocabulary()).resolve(records),
      messages: MessageCatalogue([:]), text: { Array("texto de \($0.id)\n".utf8) })
  }

  private func path(_ name: String) -> [UInt8] { Array(folder.path(name).utf8) }

  /// The cells of a query's rows, as text.
  private func query(_ sql: String, _ name: String = "datos.sqlite") throws -> [[String]] {
    var database: OpaquePointer?
    try #require(
      sqlite3_open_v2(folder.path(name), &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close(database) }
    var statement: OpaquePointer?
    let answer = sqlite3_prepare_v2(database, sql, -1, &statement, nil)
    try #require(answer == SQLITE_OK, "\(String(cString: sqlite3_errmsg(database)))")
    defer { sqlite3_finalize(statement) }
    var rows: [[String]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
        })
    }
    return rows
  }

  @Test func theDatabaseHoldsTheRowsOfTheCSVFiles() throws {
    let delimited = DelimitedWriter(to: MemorySink())
    try tables().write(to: [delimited, SQLiteWriter(file: path("datos.sqlite"))])
    for table in DatasetTables.definitions where table.hasCSV {
      var reader = CSVReader(try #require(delimited.sink["\(table.name).csv"]))
      _ = try reader.nextLine()
      var expected: [[String]] = []
      while let cells = try reader.nextLine() { expected.append(cells.map(CSV.unguarded)) }
      let columns = table.columns.map { column in
        column.type == .boolean
          ? "CASE \"\(column.name)\" WHEN 1 THEN 'true' ELSE 'false' END"
          : "ifnull(\"\(column.name)\", '')"
      }
      let rows = try query("SELECT \(columns.joined(separator: ", ")) FROM \"\(table.name)\"")
      #expect(rows.count == expected.count, "\(table.name)")
      for (row, line) in zip(rows, expected) {
        for (cell, text) in zip(row, line) where cell != text {
          // A number may be written 1 or 1.0.
          #expect(Double(cell) != nil && Double(cell) == Double(text), "\(table.name): \(line)")
        }
      }
    }
    #expect(try query("SELECT count(*) FROM texts") == [["4"]])
  }

  @Test func theDatabaseIsWholeAndItsReferencesHold() throws {
    try tables().write(to: [SQLiteWriter(file: path("datos.sqlite"))])
    #expect(try query("PRAGMA integrity_check") == [["ok"]])
    #expect(try query("PRAGMA foreign_key_check") == [])
    #expect(try query("PRAGMA user_version") == [["1"]])
    #expect(try query("PRAGMA journal_mode") == [["delete"]])
    let keys = DatasetTables.definitions.reduce(0) { $0 + $1.foreignKeys.count }
    let declared = try query(
      "SELECT count(*) FROM sqlite_schema m, pragma_foreign_key_list(m.name) WHERE m.type = 'table'"
    )
    #expect(declared == [["\(keys)"]])
  }

  @Test func aCheckHoldsWhatACodeCanBe() throws {
    try tables().write(to: [SQLiteWriter(file: path("datos.sqlite"))])
    var database: OpaquePointer?
    #expect(sqlite3_open(folder.path("datos.sqlite"), &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    let sql = "UPDATE attendances SET presence = 'quizá'"
    #expect(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_CONSTRAINT)
  }

  @Test func theViewsAnswerInSpanish() throws {
    try tables().write(to: [SQLiteWriter(file: path("datos.sqlite"))])
    let agreements = try query("SELECT fecha, numeral, responsables, plazo, estado FROM acuerdos")
    #expect(
      agreements.contains(
        [
          "2021-03-04", "1", "Instituto Novense de Riego; Inés Robledo Quiroga", "2021-04",
          "pendiente",
        ]
      ))
    #expect(try query("SELECT count(*) FROM reuniones") == [["3"]])
    let offices = try query(
      "SELECT cargo FROM cargos WHERE nombre LIKE 'Inés Robledo%' COLLATE NOCASE")
    #expect(offices.contains(["Directora General"]))
  }

  @Test func attendeesOfTheBodyThatMetAreInTheDatabase() throws {
    var records = [MinutesRecord].sampleArchive
    records[0].meeting.name = "Comité de Riego"
    var vocabulary = ResolvingVocabulary()
    vocabulary.bodies = PhraseTable(parsing: "Comité\n".utf8)
    let tables = ArchiveTables(
      archive: Resolver(vocabulary: vocabulary).resolve(records),
      messages: MessageCatalogue([:]), text: { _ in nil })
    try tables.write(to: [SQLiteWriter(file: path("datos.sqlite"))])
    let derived = try query(
      """
      SELECT DISTINCT i.display_name, a.institution_raw IS NULL FROM attendances a
      JOIN institutions i USING (institution_id) WHERE institution_origin = 'meeting_body'
      """)
    #expect(derived == [["Comité de Riego", "1"]])
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    for name in ["uno", "dos"] {
      try tables().write(to: [
        SQLiteWriter(file: path("\(name).sqlite")),
        WorkbookWriter(file: path("\(name).xlsx"), scratch: path("")),
      ])
    }
    #expect(try folder.read("uno.sqlite") == folder.read("dos.sqlite"))
    #expect(try folder.read("uno.xlsx") == folder.read("dos.xlsx"))
  }

  @Test func anEmptyAndAHostileArchiveAreWholeInEveryForm() throws {
    var record = MinutesRecord.sample(path: "x,\"\n\r=.docx")
    record.meeting.name = "\u{0}\"\n,;'"
    record.attend("\",\n\r'")
    record.attendances[0].confidence = .nan
    for (name, records) in [("vacío", []), ("hostil", [record])] {
      try tables(records).write(to: [
        SQLiteWriter(file: path("\(name).sqlite")),
        WorkbookWriter(file: path("\(name).xlsx"), scratch: path("")),
      ])
      #expect(try query("PRAGMA integrity_check", "\(name).sqlite") == [["ok"]])
      #expect(try folder.read("\(name).xlsx").count > 1_000)
    }
  }

  /// Fails at the piece of a given number, and counts what it is told.
  private final class FailingWriter: TableWriter {
    struct Trouble: Error {}
    var calls = 0
    let limit: Int

    init(at limit: Int) { self.limit = limit }

    private func count() throws {
      calls += 1
      if calls == limit { throw Trouble() }
    }

    func takes(_ table: TableDefinition) -> Bool { true }
    func begin(_ table: TableDefinition) throws { try count() }
    func write(_ rows: RowBatch) throws { try count() }
    func end() throws { try count() }
    func finish() throws { try count() }
  }

  @Test(arguments: [1, 2, 3, 20, 79])
  func aWriterThatFailsEndsTheWritingAndIsNotCalledAgain(limit: Int) throws {
    let writer = FailingWriter(at: limit)
    #expect(throws: FailingWriter.Trouble.self) {
      try tables().write(to: [writer, DelimitedWriter(to: MemorySink())])
    }
    #expect(writer.calls == limit)
  }

  @Test(arguments: [1, 3, 79])
  func aWriterInTheBackgroundFailsTheWritingToo(limit: Int) throws {
    let writer = FailingWriter(at: limit)
    let background = BackgroundWriter(writer)
    #expect(throws: FailingWriter.Trouble.self) { try tables().write(to: [background]) }
    background.cancel()
    #expect(writer.calls == limit)
  }

  @Test func aWriterInTheBackgroundThatIsGivenUpIsNotCalledAgain() throws {
    struct Stopped: Error {}
    let writer = FailingWriter(at: 0)
    let background = BackgroundWriter(writer)
    #expect(throws: Stopped.self) {
      try tables().write(to: [background]) { throw Stopped() }
    }
    background.cancel()
    let calls = writer.calls
    #expect(throws: CancellationError.self) { try background.end() }
    #expect(writer.calls == calls)
  }

  @Test func theBackgroundChangesNoByte() throws {
    try tables().write(to: [SQLiteWriter(file: path("uno.sqlite"))])
    try tables().write(to: [BackgroundWriter(SQLiteWriter(file: path("dos.sqlite")))])
    #expect(try folder.read("uno.sqlite") == folder.read("dos.sqlite"))
  }

  @Test func theCheckpointEndsTheWriting() throws {
    struct Stopped: Error {}
    let writer = FailingWriter(at: 0)
    var pieces = 0
    #expect(throws: Stopped.self) {
      try tables().write(to: [writer]) {
        pieces += 1
        if pieces == 3 { throw Stopped() }
      }
    }
    #expect(writer.calls < 10)
  }

  @Test func aDatabaseThatCannotBeMadeOrIsAnotherFileIsAnError() throws {
    #expect(throws: SQLiteError.self) { try SQLiteWriter(file: path("no/hay.sqlite")) }
    try folder.write("mío", to: "datos.sqlite")
    #expect(throws: SQLiteError.self) {
      try tables().write(to: [SQLiteWriter(file: path("datos.sqlite"))])
    }
    #expect(try folder.read("datos.sqlite") == Array("mío".utf8))
  }

  @Test func theDictionaryTellsOfEveryColumnAndTheRules() throws {
    let delimited = DelimitedWriter(to: MemorySink())
    try tables([]).write(to: [delimited])
    let bytes = try #require(delimited.sink["diccionario.csv"])
    #expect(bytes.starts(with: CSV.byteOrderMark))
    var reader = CSVReader(bytes)
    let header = try #require(try reader.nextLine())
    #expect(
      header == [
        "archivo", "columna", "tipo", "titulo", "descripcion", "valores", "clave", "referencia",
      ])
    var lines: [[String]] = []
    while let line = try reader.nextLine() { lines.append(line) }
    for table in DatasetTables.definitions {
      for column in table.columns {
        let line = try #require(lines.first { $0[0] == table.name && $0[1] == column.name })
        #expect(!line[3].isEmpty && !line[4].isEmpty)
        #expect((line[6] == "sí") == table.primaryKey.contains(column.name))
        #expect(line[7].isEmpty != table.foreignKeys.contains { $0.column == column.name })
      }
    }
    #expect(lines.contains { $0[0] == "minutario.xlsx" && $0[2] == "archivo" })
    for rule in ["Fórmulas en los CSV", "Confianza", "Fechas parciales"] {
      #expect(lines.contains { $0[2] == "regla" && $0[3] == rule })
    }
  }
}
