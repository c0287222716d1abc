// `minutario extract`, as a process: what stands on stdout, what on stderr, how it ends.

import Foundation
import MinutarioTestSupport
import Testing

@Suite struct ExtractCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Acta de la reunión\n\nAsistentes:\n- Renata Olmos\n", to: "actas/b.txt")
    try folder.write("Minuta 2\n", to: "actas/2021/a.txt")
  }

  /// `document.path` and `outcome` of each line.
  private func documents(_ output: String) throws -> [[String]] {
    try output.split(separator: "\n").map { line in
      let record = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let document = try #require(record["document"] as? [String: Any])
      return [document["path"] as? String ?? "", record["outcome"] as? String ?? ""]
    }
  }

  @Test func aFileGivesOneRecordUnderItsNameAndNothingElse() throws {
    let answer = try BuiltBinary.run("extract", folder.path("actas/b.txt"))
    #expect(try documents(answer.output) == [["b.txt", "read"]])
    #expect(answer.errors == "")
    #expect(answer.code == 0)
  }

  @Test func aFolderGivesItsDocumentsInOrderUnderRelativePaths() throws {
    let answer = try BuiltBinary.run("extract", "actas", in: folder.path)
    #expect(try documents(answer.output) == [["2021/a.txt", "read"], ["b.txt", "read"]])
    #expect(answer.errors.contains("2 documents: 2 read"))
    #expect(answer.code == 0)
  }

  private static func act(_ number: Int, _ month: String) -> String {
    """
    ACTA N.º \(number)
    Fecha: 4 de \(month) de 2021
    ASISTENTES
    - Lic. Renata Olmos Quijada, Directora de Parques
    ACUERDOS
    1. Renata Olmos Quijada entregará el plano.

    """
  }

  @Test func severalMinutesInAFileAreALineEachAndOneDocument() throws {
    try folder.write(Self.act(3, "mayo") + "\n" + Self.act(4, "junio"), to: "libro.txt")
    let answer = try BuiltBinary.run("extract", "--verbose", folder.path("libro.txt"))
    #expect(try documents(answer.output) == [["libro.txt", "read"], ["libro.txt", "read"]])
    #expect(answer.errors.contains("1 document: 1 read"))
    let pretty = try BuiltBinary.run("extract", "--pretty", folder.path("libro.txt")).output
    #expect(pretty.contains("libro.txt (minuta 1 de 2)"))
    #expect(pretty.contains("\n\nReunión"))
    #expect(pretty.contains("libro.txt (minuta 2 de 2)"))
  }

  @Test func anXMLFileThatIsNoDocumentIsListedAndNoFailure() throws {
    try folder.write("<?xml version=\"1.0\"?><ajustes/>", to: "actas/ajustes.xml")
    let folderAnswer = try BuiltBinary.run("extract", folder.path("actas"))
    #expect(folderAnswer.errors.hasPrefix("1 XML file that is no Word document, not read"))
    #expect(folderAnswer.code == 0)
    let named = try BuiltBinary.run("extract", folder.path("actas/ajustes.xml"))
    #expect(try documents(named.output) == [["ajustes.xml", "failed"]])
    #expect(named.code == 1)
  }

  @Test func aRecordSaysWhatItIsTheTextOf() throws {
    try folder.write("%PDF-1.4", to: "pdf/acta.pdf")
    try folder.write(Self.act(3, "mayo") + "\u{0C}", to: "pdf/acta.pdf.txt")
    let answer = try BuiltBinary.run("extract", "--verbose", folder.path("pdf"))
    #expect(answer.output.contains("\"text_of\":\"acta.pdf\""))
    #expect(answer.errors.contains("    acta.pdf ← acta.pdf.txt"))
    #expect(!answer.errors.contains("not read"))
    #expect(answer.code == 0)
  }

  @Test func severalPathsComeInTheOrderGiven() throws {
    let answer = try BuiltBinary.run("extract", "actas/b.txt", "actas/2021", in: folder.path)
    #expect(try documents(answer.output).map { $0[0] } == ["b.txt", "a.txt"])
  }

  @Test func aDamagedDocumentHasARecordAndEndsWithOne() throws {
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "actas/roto.docx")
    try folder.write("%PDF-1.4", to: "actas/notas.pdf")
    let answer = try BuiltBinary.run("extract", folder.path("actas"))
    #expect(try documents(answer.output).last == ["roto.docx", "failed"])
    #expect(answer.errors.hasPrefix("1 .pdf not read: this version reads .txt"))
    #expect(answer.errors.contains("    roto.docx"))
    #expect(answer.code == 1)
  }

  @Test func quietSaysNothing() throws {
    try folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "actas/roto.docx")
    let answer = try BuiltBinary.run("extract", "--quiet", folder.path("actas"))
    #expect(answer.errors == "")
    #expect(answer.code == 1)
  }

  @Test func anEmptyFileIsListedAndIsNoFailure() throws {
    try folder.write("", to: "actas/vacio.txt")
    let answer = try BuiltBinary.run("extract", folder.path("actas"))
    #expect(try documents(answer.output).last == ["vacio.txt", "empty"])
    #expect(answer.errors.contains("1 empty"))
    #expect(answer.code == 0)
  }

  @Test func nothingToReadIsTwo() throws {
    try folder.write("x", to: "otros/a.pdf")
    let unsupported = try BuiltBinary.run("extract", folder.path("otros"))
    #expect(unsupported.output == "")
    #expect(unsupported.errors.contains("1 .pdf not read"))
    #expect(unsupported.errors.hasSuffix("name a folder or file of minutes\n"))
    #expect(unsupported.code == 2)
    let missing = try BuiltBinary.run("extract", folder.path("no-hay"))
    #expect(missing.output == "")
    #expect(missing.errors.contains("no-hay: there is no such file or folder"))
    #expect(missing.code == 2)
  }

  @Test(arguments: [
    ["extract"], ["extract", "--nada", "x"], ["extract", "x", "--jobs", "0"],
    ["extract", "x", "--jobs", "dos"], ["extract", "x", "--text", "--pretty"],
    ["extract", "x", "--quiet", "--verbose"], ["extract", "x", "--lang", "fr"], ["nada"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    let answer = try BuiltBinary.run(arguments)
    #expect(answer.code == 64)
    #expect(answer.output == "")
  }

  @Test func aWrongConfigurationIsSixtyFiveAndNamesTheKey() throws {
    try folder.write(#"{"version": 1, "limites": {}}"#, to: "c.json")
    let answer = try BuiltBinary.run("extract", "-c", folder.path("c.json"), folder.path("actas"))
    #expect(answer.output == "")
    #expect(answer.errors.contains("c.json: $.limites: unknown key"))
    #expect(answer.code == 65)
  }

  @Test func theConfigurationIsObeyed() throws {
    try folder.write(#"{"version": 1, "limits": {"file_bytes": 10}}"#, to: "c.json")
    let answer = try BuiltBinary.run("extract", "-c", folder.path("c.json"), folder.path("actas"))
    #expect(try documents(answer.output) == [["2021/a.txt", "read"], ["b.txt", "failed"]])
  }

  @Test func textIsTheCanonicalTextOfOneDocument() throws {
    try folder.write("Acta\r\n\r\nUno  dos\r\n", to: "w.txt")
    let answer = try BuiltBinary.run("extract", "--text", folder.path("w.txt"))
    #expect(answer.output.contains("Uno  dos"))
    #expect(!answer.output.contains("\r"))
    #expect(try BuiltBinary.run("extract", "--text", folder.path("actas")).code == 64)
  }

  @Test func librariesPrintNothingOfTheirOwn() throws {
    // The bytes are none of the encoding that the file declares.
    let start = """
      <?xml version="1.0" encoding="EUC-JP"?><w:wordDocument \
      xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>\
      <w:p><w:r><w:t>Acta</w:t></w:r></w:p><w:p><w:r><w:t>
      """
    let bytes = Array(start.utf8) + [0xFF, 0xFE] + Array(" mala</w:t></w:r></w:p>".utf8)
    try Data(bytes).write(to: URL(filePath: folder.path("mala.xml")))
    for jobs in ["1", "4"] {
      let answer = try BuiltBinary.run(
        "extract", "--quiet", "--text", "--jobs", jobs, folder.path("mala.xml"))
      #expect(answer.output.hasPrefix("Acta"))
      #expect(answer.errors == "")
      #expect(answer.code == 1)
    }
  }

  @Test func placesNameWhereEachLineComesFrom() throws {
    let answer = try BuiltBinary.run("extract", "--places", folder.path("actas/b.txt"))
    #expect(answer.output.split(separator: "\n").first == "text:0\tActa de la reunión")
  }

  @Test func placesOfTheTextGoDownToTheByte() throws {
    let answer = try BuiltBinary.run(
      "extract", "--text", "--places", folder.path("actas/b.txt"))
    #expect(answer.output.split(separator: "\n").first == "text:0:0\tActa de la reunión")
  }

  @Test func theNumberOfJobsDoesNotChangeTheOutput() throws {
    for number in 0..<30 {
      try folder.write(
        "Acta \(number)\n\nAsistentes:\n- Renata Olmos Quijada\n", to: "actas/n/\(number).txt")
    }
    let one = try BuiltBinary.run("extract", "--jobs", "1", folder.path("actas"))
    let eight = try BuiltBinary.run("extract", "--jobs", "8", folder.path("actas"))
    #expect(one.output == eight.output)
    #expect(try documents(one.output).count == 32)
  }

  @Test func messagesFollowTheLocaleAndTheOption() throws {
    let locale = try BuiltBinary.run("extract", folder.path("actas"), language: "es_MX.UTF-8")
    #expect(locale.errors.contains("2 documentos: 2 leídos"))
    let option = try BuiltBinary.run(
      "extract", "--lang", "en", folder.path("actas"), language: "es_MX.UTF-8")
    #expect(option.errors.contains("2 documents: 2 read"))
    #expect(option.output == locale.output)
  }

  @Test func controlCharactersOfNamesDoNotReachTheTerminal() throws {
    try folder.write("x", to: "otros/\u{1B}[31mrojo.pdf")
    let answer = try BuiltBinary.run("extract", folder.path("otros"))
    #expect(!answer.errors.contains("\u{1B}"))
    #expect(answer.errors.contains("\\u{1b}[31mrojo.pdf"))
  }

  @Test func aReaderThatGoesAwayEndsTheProgramQuietly() throws {
    for number in 0..<200 {
      try folder.write(
        String(repeating: "Acta \(number) de la reunión ordinaria\n", count: 100),
        to: "muchas/\(number).txt")
    }
    let errors = folder.path("errores")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = [
      "-c", "\"$0\" extract \"$1\" 2>\"$2\" | head -c 10 >/dev/null; exit ${PIPESTATUS[0]}",
      try BuiltBinary.located().path, folder.path("muchas"), errors,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 141)
    #expect(try folder.read("errores").isEmpty)
  }

  @Test func aSignalEndsTheWorkCleanly() throws {
    for number in 0..<600 {
      try folder.write(
        String(repeating: "Acta \(number) de la reunión ordinaria\n", count: 500),
        to: "muchas/\(number).txt")
    }
    let process = Process()
    process.executableURL = try BuiltBinary.located()
    process.arguments = ["extract", "--jobs", "1", folder.path("muchas")]
    process.environment = ["LANG": "en"]
    let output = folder.path("salida")
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    // Once records come out, the program is at work.
    while try folder.read("salida").isEmpty, process.isRunning { usleep(10_000) }
    process.interrupt()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 130)
    #expect(said.contains("interrupted"))
    let written = String(decoding: try folder.read("salida"), as: UTF8.self)
    #expect(written.hasSuffix("\n"))
    #expect(try documents(written).count < 600)
  }
}
