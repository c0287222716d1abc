// A workbook as spreadsheet programs see it: its parts are taken out of the package and looked at.

import Foundation
import FoundationXML
import MinutarioTestSupport
import Testing

@testable import MinutarioSpreadsheet

@Suite struct WorkbookTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a workbook and gives the XML of its parts by name.
  private func parts(
    rowLimit: Int = Workbook.excelRows, _ fill: (Workbook) throws -> Void
  ) throws -> [String: String] {
    let file = folder.path("libro.xlsx")
    let workbook = try Workbook(
      file: Array(file.utf8), scratch: Array(folder.path.utf8), title: "Prueba",
      rowLimit: rowLimit)
    try fill(workbook)
    try workbook.close()
    let unpacked = folder.path("partes")
    try? FileManager.default.removeItem(atPath: unpacked)
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-m", "zipfile", "-e", file, unpacked]
    try python.run()
    python.waitUntilExit()
    try #require(python.terminationStatus == 0)
    var parts: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: unpacked)
    where name.hasSuffix(".xml") {
      parts[name] = String(decoding: try folder.read("partes/\(name)"), as: UTF8.self)
      #expect(
        XMLParser(data: Data(try folder.read("partes/\(name)"))).parse(), "\(name) is no XML")
    }
    return parts
  }

  private let columns = [
    Workbook.Column("Fecha", width: 12), Workbook.Column("Texto", width: 10),
    Workbook.Column("Número", width: 8),
  ]

  @Test func cellsKeepTheirTypes() throws {
    let parts = try parts { workbook in
      try workbook.beginSheet("Hoja", columns)
      try workbook.beginRow()
      try workbook.put(date: "2021-03-04", in: 0)
      try workbook.put("uno & <dos>", in: 1)
      try workbook.put(7, in: 2)
      try workbook.beginRow()
      try workbook.put(date: "2021-03", in: 0)
    }
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    // 44259 is 2021-03-04 in Excel's count of days.
    #expect(sheet.contains("<v>44259</v>"))
    #expect(sheet.contains("<t>uno &amp; &lt;dos&gt;</t>"))
    #expect(sheet.contains("<v>7</v>"))
    #expect(sheet.contains("<t>2021-03</t>"))
    #expect(sheet.contains(#"state="frozen""#))
    #expect(sheet.contains(#"<autoFilter ref="A1:C3"/>"#))
    #expect(parts["xl/styles.xml"]?.contains(#"formatCode="yyyy-mm-dd""#) == true)
    #expect(parts["xl/workbook.xml"]?.contains("_xlnm.Print_Titles") == true)
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "http://example.org", "mailto:a@b.c", "{=1}"])
  func noTextIsAFormulaOrALink(text: String) throws {
    let parts = try parts { workbook in
      try workbook.beginSheet("Hoja", columns)
      try workbook.beginRow()
      try workbook.put(text, in: 1)
    }
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("<t>\(text)</t>"))
    #expect(!sheet.contains("<f>") && !sheet.contains("hyperlink"))
  }

  @Test(arguments: ["1899-12-31", "1900-02-29", "2021-3-04", "2021-13-01", "2021-00-10", "ayer"])
  func whatIsNoDayOfExcelsCalendarStaysText(date: String) throws {
    let parts = try parts { workbook in
      try workbook.beginSheet("Hoja", columns)
      try workbook.beginRow()
      try workbook.put(date: date, in: 0)
    }
    #expect(parts["xl/worksheets/sheet1.xml"]?.contains("<t>\(date)</t>") == true)
  }

  @Test func aFullSheetIsContinuedInAnother() throws {
    let parts = try parts(rowLimit: 3) { workbook in
      try workbook.beginSheet("Hoja", columns)
      for number in 1...5 {
        try workbook.beginRow()
        try workbook.put(Double(number), in: 2)
      }
      try workbook.endSheet()
      try workbook.beginSheet("Otra", columns)
    }
    let book = try #require(parts["xl/workbook.xml"])
    for name in ["Hoja", "Hoja 2", "Hoja 3", "Otra"] {
      #expect(book.contains(#"<sheet name="\#(name)""#))
    }
    let last = try #require(parts["xl/worksheets/sheet3.xml"])
    #expect(last.contains("<v>5</v>") && last.contains("<t>Fecha</t>"))
    #expect(last.contains(#"<autoFilter ref="A1:C2"/>"#))
  }

  @Test func hostileTextKeepsTheFileWhole() throws {
    var text = ""
    for scalar in 0...0x20 { text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar))) }
    text += "\u{7F}\u{85}\u{FFFE}\u{FFFF}\u{10FFFF}]]><![CDATA[_x0041_ \u{202E}"
    let parts = try parts { workbook in
      try workbook.beginSheet("Hoja", columns)
      try workbook.beginRow()
      try workbook.put(text, in: 1)
      try workbook.put(String(repeating: "_x0041_🙂", count: 9_000), in: 0)
    }
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(sheet.contains("_x005F_x0041_ "))
    #expect(sheet.contains("…</t>"))
  }

  @Test func twoRunsGiveTheSameBytesAndLeaveNothingElse() throws {
    var files: [[UInt8]] = []
    for _ in 1...2 {
      _ = try parts { workbook in
        try workbook.beginSheet("Hoja", columns)
        try workbook.beginRow()
        try workbook.put("texto", in: 1)
      }
      files.append(try folder.read("libro.xlsx"))
      // A zip archive counts time in steps of two seconds.
      Thread.sleep(forTimeInterval: 2.1)
    }
    #expect(files[0] == files[1])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == ["libro.xlsx", "partes"])
  }

  @Test func aFileThatCannotBeMadeIsAnError() throws {
    let workbook = try Workbook(
      file: Array(folder.path("no/hay.xlsx").utf8), scratch: Array(folder.path.utf8), title: "x")
    try workbook.beginSheet("Hoja", columns)
    #expect(throws: WorkbookError.self) { try workbook.close() }
  }

  @Test func aWorkbookThatIsGivenUpLeavesNothing() throws {
    do {
      let workbook = try Workbook(
        file: Array(folder.path("libro.xlsx").utf8), scratch: Array(folder.path.utf8), title: "x")
      try workbook.beginSheet("Hoja", columns)
      try workbook.beginRow()
      try workbook.put("texto", in: 1)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

@Suite struct CellTextTests {
  private func written(_ text: String) -> String {
    CellText(text).withCString { String(cString: $0) }
  }

  @Test(arguments: [32_766, 32_767])
  func aTextThatFitsIsWhole(length: Int) {
    let text = String(repeating: "ñ", count: length)
    #expect(written(text) == text)
  }

  @Test func aTextThatIsTooLongIsCutWithAMark() {
    #expect(
      written(String(repeating: "ñ", count: 32_768))
        == String(repeating: "ñ", count: 32_766) + "…")
    // Excel counts UTF-16: these take two units each.
    #expect(
      written(String(repeating: "🙂", count: 16_384))
        == String(repeating: "🙂", count: 16_383) + "…")
  }

  @Test(arguments: [
    ("", 5, 1), ("abc", 5, 1), ("abc def", 5, 2), ("abcdefgh", 5, 2), ("a\nb", 5, 2),
    ("uno dos tres", 7, 2), ("uno dos tres", 8, 2), ("uno dos tres", 12, 1),
  ])
  func linesAreCountedByWords(text: String, width: Int, lines: Int) {
    #expect(CellText(text).lines(of: width) == lines)
  }

  @Test func columnsAreAsWideAsTheirTextAndNarrowerWhenThereAreMany() {
    var few = ColumnWidths(["Nombre", "Sí"])
    few.take("Instituto Novense de Riego y Drenaje de la Cuenca del Sur", in: 0)
    few.take("no", in: 1)
    var many = ColumnWidths((1...15).map { "Columna \($0)" })
    for column in 0..<15 { many.take(String(repeating: "palabra ", count: 12), in: column) }
    #expect(few.columns[0].width > many.columns[0].width)
    #expect(few.columns[1].width < 10)
    #expect(many.columns.allSatisfy { $0.width >= 11 })
  }
}
