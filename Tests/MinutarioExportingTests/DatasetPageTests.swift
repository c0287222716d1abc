// docs/DATASET.md lists the tables and columns as they are written; this holds it to that.

import Foundation
import MinutarioExporting
import Testing

@Suite struct DatasetPageTests {
  private var page: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/DATASET.md")
  }

  @Test func thePageListsEveryTableAndColumnAsWritten() throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let marker = "<!-- tables: from the code -->\n"
    let parts = text.components(separatedBy: marker)
    try #require(parts.count == 3, "the page has no part between two markers")
    let tables = DatasetTables.definitions.map(\.markdown).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["MINUTARIO_WRITE_PAGES"] != nil {
      let written = [parts[0], tables, parts[2]].joined(separator: marker)
      try written.write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == tables, "MINUTARIO_WRITE_PAGES=1 writes the page anew")
    }
  }
}

extension TableDefinition {
  /// The table's part of the page.
  fileprivate var markdown: String {
    var lines = ["### \(name)", "", "\(title). \(description)"]
    if !primaryKey.isEmpty {
      lines.append("Key: \(primaryKey.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    for key in foreignKeys {
      lines.append("`\(key.column)` → `\(key.table).\(key.referenced)`.")
    }
    lines += ["", "| column | type | |", "|---|---|---|"]
    lines += columns.map { "| `\($0.name)` | \($0.type.english) | \($0.description) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension ColumnType {
  fileprivate var english: String {
    switch self {
    case .text: "text"
    case .code: "code"
    case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: " ")
    case .date: "partial date"
    case .time: "time"
    case .integer: "integer"
    case .decimal: "number"
    case .boolean: "boolean"
    }
  }
}
