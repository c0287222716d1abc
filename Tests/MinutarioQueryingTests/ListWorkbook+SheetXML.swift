// A workbook of a list looked into by another program's unzip.

import Foundation
import MinutarioQuerying
import MinutarioTestSupport

extension ListWorkbook {
  /// The XML of the only sheet.
  func sheetXML() throws -> String {
    let folder = try TemporaryFolder()
    try write(to: Array(folder.path("lista.xlsx").utf8), scratch: Array(folder.path.utf8))
    let unzip = Process()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = [
      "python3", "-m", "zipfile", "-e", folder.path("lista.xlsx"), folder.path("partes"),
    ]
    try unzip.run()
    unzip.waitUntilExit()
    return String(decoding: try folder.read("partes/xl/worksheets/sheet1.xml"), as: UTF8.self)
  }
}
