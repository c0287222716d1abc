// `minutario run`, as a process: the dataset it leaves, what it says, how it ends.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct RunCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 1...3 {
      try folder.write(
        """
        Acta \(number) del Comité de Parques

        Fecha: \(number) de mayo de 2021

        Asistentes:
        - Lic. Renata Olmos Quijada, Directora de Parques
        - Ing. Fabián Lucero Ibarra, Jefe de Viveros

        """, to: "actas/\(number).txt")
    }
  }

  private func run(_ arguments: String...) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(["run"] + arguments, in: folder.path)
  }

  /// Every file of the dataset's tables.
  private func tables(_ dataset: String) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("\(dataset)/data"))
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try folder.read("\(dataset)/data/\($0)")) })
  }

  @Test func aRunLeavesTablesAndReportsAndSaysWhereTheyAre() throws {
    let answer = try run("actas", "-o", "datos")
    #expect(answer.output == "")
    #expect(answer.errors.hasPrefix("3 documents: 3 read"))
    #expect(answer.errors.contains("Open first: datos/data/minutario.xlsx"))
    #expect(answer.errors.contains("Provisional"))
    #expect(answer.code == 0)
    let names = try tables("datos").keys
    for name in ["asistencias.csv", "documents.csv", "texts.jsonl", "datapackage.json"] {
      #expect(names.contains(name))
    }
    for name in ["ultima-corrida.txt", "ultima-corrida.json", "runs.csv", "run_files.csv"] {
      #expect(folder.exists("datos/reports/\(name)"))
    }
  }

  @Test func aFileOfSeveralMinutesIsOneDocumentWithSeveralMeetings() throws {
    let acts = ["mayo", "junio"].enumerated().map { index, month in
      """
      ACTA N.º \(index + 3)
      Fecha: 4 de \(month) de 2021
      ASISTENTES
      - Lic. Renata Olmos Quijada, Directora de Parques
      ORDEN DEL DÍA
      1. Riego
      ACUERDOS
      1. Renata Olmos Quijada entregará el plano.
      """
    }
    try folder.write(acts.joined(separator: "\n\n"), to: "libro/actas.pdf.txt")
    try folder.write("%PDF-1.4", to: "libro/actas.pdf")
    let answer = try run("libro", "-o", "datos")
    #expect(answer.errors.contains("1 document: 1 read"))
    #expect(answer.errors.contains("2 meetings, 2 attendances, 1 person"))
    #expect(answer.code == 0)
    func rows(_ name: String) throws -> [[Substring]] {
      String(decoding: try folder.read("datos/\(name)"), as: UTF8.self).split(separator: "\n")
        .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
    #expect(try rows("data/documents.csv").count == 1)
    #expect(try rows("data/document_paths.csv").count == 1)
    #expect(Set(try rows("data/meetings.csv").map { $0[0] }).count == 2)
    #expect(try rows("data/meeting_documents.csv").count == 2)
    let topics = try rows("data/topics.csv").map { $0[0].suffix(7) }
    #expect(topics == ["t000001", "t000002"])
    let sections = try rows("data/sections.csv")
    #expect(Set(sections.map { $0[0] }).count == sections.count)
    let files = try rows("reports/run_files.csv")
    #expect(files.map { $0[1] } == ["actas.pdf.txt", "actas.pdf"])
    #expect(files.map { $0[3] } == ["read", "read"])
    #expect(files[1][4...5] == ["read_as_text", "actas.pdf.txt"])
    #expect(files[0][2] == files[1][2])
  }

  @Test func databaseAndWorkbookCanBeLeftOut() throws {
    try folder.write(
      #"{"version": 1, "outputs": {"sqlite": false, "workbook": false}}"#, to: "sin.json")
    #expect(try run("actas", "-o", "con").code == 0)
    #expect(try run("actas", "-o", "sin", "-c", "sin.json").code == 0)
    var with = try tables("con")
    #expect(
      with.removeValue(forKey: "minutario.sqlite")?.starts(with: "SQLite format 3".utf8) == true)
    #expect(with.removeValue(forKey: "minutario.xlsx")?.starts(with: "PK".utf8) == true)
    #expect(try tables("sin") == with)
  }

  @Test func filesForPeopleBeginWithAByteOrderMark() throws {
    _ = try run("actas", "-o", "datos")
    let marked = try tables("datos").filter { $0.value.starts(with: [0xEF, 0xBB, 0xBF]) }.keys
    #expect(marked.sorted() == ["asistencias.csv", "diccionario.csv"])
  }

  @Test func theTablesDependOnTheDocumentsOnly() throws {
    _ = try run("actas", "-o", "uno", "--jobs", "1")
    _ = try run("actas", "-o", "dos", "--jobs", "8")
    try FileManager.default.createDirectory(
      atPath: folder.path("lejos"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: folder.path("actas"), toPath: folder.path("lejos/copia"))
    _ = try run("lejos/copia", "-o", "tres")
    let one = try tables("uno")
    #expect(one.count > 20)
    #expect(try tables("dos") == one)
    #expect(try tables("tres") == one)
  }

  @Test func aRunReplacesTheTablesAndCountsTheRuns() throws {
    _ = try run("actas", "-o", "datos")
    let before = try tables("datos")
    try FileManager.default.removeItem(atPath: folder.path("actas/3.txt"))
    #expect(try run("actas", "-o", "datos").code == 0)
    #expect(try tables("datos") != before)
    let runs = String(decoding: try folder.read("datos/reports/runs.csv"), as: UTF8.self)
    #expect(runs.split(separator: "\n").count == 3)
  }

  @Test func aDamagedDocumentEndsWithOneAndIsListed() throws {
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "actas/roto.docx")
    let answer = try run("actas", "-o", "datos")
    #expect(answer.code == 1)
    let files = String(decoding: try folder.read("datos/reports/run_files.csv"), as: UTF8.self)
    #expect(files.contains("roto.docx"))
    #expect(files.contains(",failed,"))
    let documents = String(decoding: try #require(tables("datos")["documents.csv"]), as: UTF8.self)
    #expect(documents.split(separator: "\n").count == 5)
  }

  @Test func anArchiveWithoutDocumentsDoesNotEmptyTheDataset() throws {
    _ = try run("actas", "-o", "datos")
    let before = try tables("datos")
    try folder.write("x", to: "vacia/foto.jpg")
    let answer = try run("vacia", "-o", "datos")
    #expect(answer.code == 2)
    #expect(answer.errors.contains("1 .jpg not read"))
    #expect(try tables("datos") == before)
    #expect(try run("no-hay", "-o", "datos").code == 2)
    #expect(try tables("datos") == before)
  }

  @Test func aFolderOfOtherThingsIsNotWrittenTo() throws {
    try folder.write("mío", to: "casa/carta.txt")
    let answer = try run("actas", "-o", "casa")
    #expect(answer.code == 2)
    #expect(answer.errors.contains("not a dataset of this program"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("casa")) == ["carta.txt"])
  }

  @Test func aBareRunObeysThePipelineFileOfTheFolder() throws {
    try folder.write(
      #"{"version": 1, "archive": "actas", "dataset": "datos"}"#, to: "pipeline.json")
    #expect(try run().code == 0)
    #expect(folder.exists("datos/data/asistencias.csv"))
  }

  @Test func pathsOfAConfigurationAreRelativeToIt() throws {
    try folder.write(
      #"{"version": 1, "archive": "../actas", "dataset": "salida"}"#, to: "conf/p.json")
    #expect(try run("-c", "conf/p.json").code == 0)
    #expect(folder.exists("conf/salida/data/asistencias.csv"))
  }

  @Test func theCommandLineGoesBeforeTheConfiguration() throws {
    try folder.write(#"{"version": 1, "archive": "no-hay", "dataset": "x"}"#, to: "pipeline.json")
    #expect(try run("actas", "-o", "datos").code == 0)
    #expect(!folder.exists("x"))
  }

  @Test func whatIsMissingIsAUsageErrorBeforeAnyWork() throws {
    #expect(try run().code == 64)
    let answer = try run("actas")
    #expect(answer.code == 64)
    #expect(answer.errors.contains("-o DATASET"))
  }

  @Test func aWrongConfigurationIsSixtyFiveBeforeAnyWork() throws {
    try folder.write(#"{"version": 1, "dataset": "datos", "jobs": "x"}"#, to: "pipeline.json")
    let answer = try run("actas")
    #expect(answer.code == 65)
    #expect(answer.errors.contains("pipeline.json: $.jobs: must be a whole number, not a text"))
    #expect(!folder.exists("datos"))
  }

  @Test func theDatasetMayStandInTheArchive() throws {
    _ = try run("actas", "-o", "actas/datos")
    let first = try tables("actas/datos")
    let answer = try run("actas", "-o", "actas/datos", "--verbose")
    #expect(answer.code == 0)
    #expect(answer.errors.contains("1 dataset of this program, not read"))
    #expect(try tables("actas/datos") == first)
  }

  @Test func aSignalLeavesTheOldDataset() throws {
    _ = try run("actas", "-o", "datos")
    let before = try tables("datos")
    for number in 0..<600 {
      try folder.write(
        String(repeating: "Acta \(number) de la reunión ordinaria\n", count: 500),
        to: "muchas/\(number).txt")
    }
    let process = Process()
    process.executableURL = try BuiltBinary.located()
    process.arguments = ["run", "--jobs", "1", folder.path("muchas"), "-o", folder.path("datos")]
    process.standardError = FileHandle.nullDevice
    try process.run()
    let lock = folder.path("datos/.minutario/lock")
    // The lock names the process once it is at work.
    while process.isRunning,
      !String(decoding: FileManager.default.contents(atPath: lock) ?? Data(), as: UTF8.self)
        .hasPrefix("\(process.processIdentifier) ")
    {
      usleep(10_000)
    }
    let second = try run("actas", "-o", "datos")
    process.terminate()
    process.waitUntilExit()
    #expect(second.code == 2)
    #expect(
      second.errors.contains("another run is writing it (process \(process.processIdentifier) on "))
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 143)
    #expect(try tables("datos") == before)
    #expect(try run("actas", "-o", "datos").code == 0)
  }
}
