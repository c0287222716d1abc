// Writes the rows of one table, as CSV and as JSON Lines, piece by piece.

import MinutarioModel

/// Writes one table to a sink.
struct TableWriter<Sink: TableSink> {
  /// Bytes that are gathered before they go to the sink.
  private static var pieceBytes: Int { 1 << 20 }

  private let definition: TableDefinition
  private var csv: [UInt8] = []
  private var json = JSONWriter()
  /// Cells that the formula guard changed, by column.
  private(set) var guarded: [GuardedColumn]

  /// What the formula guard did in one column.
  struct GuardedColumn {
    let table: String
    let column: String
    var count = 0
    /// Key of the first row where it happened.
    var firstRow: String?
  }

  init(_ definition: TableDefinition) {
    self.definition = definition
    guarded = definition.columns.map {
      GuardedColumn(table: definition.name, column: $0.name)
    }
    CSV.appendLine(definition.columns.map(\.name), guarding: false, to: &csv)
  }

  /// Writes a row; rows come in the order of the primary key.
  mutating func write<Row>(
    _ row: Row, of table: Table<Row>, to sink: inout Sink
  ) throws(Sink.Failure) {
    let cells = table.values.map { $0(row) }
    for (index, cell) in cells.enumerated() {
      if index > 0 { csv.append(UInt8(ascii: ",")) }
      appendCSV(cell, column: index, of: cells)
    }
    csv.append(0x0A)
    json.object { json in
      for (column, cell) in zip(definition.columns, cells) {
        json.field(column.name) { $0.write(cell, type: column.type) }
      }
    }
    json.lineBreak()
    if csv.count + json.bytes.count >= Self.pieceBytes { try flush(to: &sink) }
  }

  /// Hands what is left to the sink; also makes the files of a table without rows.
  mutating func flush(to sink: inout Sink) throws(Sink.Failure) {
    try sink.append(csv, to: definition.name + ".csv")
    try sink.append(json.bytes, to: definition.name + ".jsonl")
    csv.removeAll(keepingCapacity: true)
    json.bytes.removeAll(keepingCapacity: true)
  }

  private mutating func appendCSV(_ cell: Cell, column: Int, of cells: [Cell]) {
    switch cell {
    case .missing: break
    case .text(let text):
      if definition.columns[column].type == .text, CSV.isFormula(text) {
        guarded[column].count += 1
        if guarded[column].firstRow == nil { guarded[column].firstRow = key(of: cells) }
        CSV.append(CSV.guarded(text), to: &csv)
      } else {
        CSV.append(text, to: &csv)
      }
    case .integer(let number): csv.append(contentsOf: String(number).utf8)
    case .decimal(let number):
      let places = definition.columns[column].type.places
      csv.append(contentsOf: (DecimalText.string(number, places: places) ?? "").utf8)
    case .boolean(let value): csv.append(contentsOf: (value ? "true" : "false").utf8)
    }
  }

  /// The primary key of a row, its columns joined by `|`.
  private func key(of cells: [Cell]) -> String? {
    let values = zip(definition.columns, cells)
      .filter { definition.primaryKey.contains($0.0.name) }
      .map { _, cell in
        switch cell {
        case .text(let text): text
        case .integer(let number): String(number)
        default: ""
        }
      }
    return values.isEmpty ? nil : values.joined(separator: "|")
  }
}

extension ColumnType {
  /// Decimals of a number's column.
  var places: Int {
    if case .decimal(let places) = self { places } else { 0 }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ cell: Cell, type: ColumnType) {
    switch cell {
    case .missing: null()
    case .text(let text): string(text)
    case .integer(let number): integer(number)
    case .decimal(let number): decimal(number, places: type.places)
    case .boolean(let value): boolean(value)
    }
  }
}
