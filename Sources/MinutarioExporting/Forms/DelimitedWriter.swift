// The tables as CSV and as JSON Lines, with what describes them: the data package and the dictionary.

import MinutarioModel

/// Writes each table as `NAME.csv` and `NAME.jsonl`, piece by piece.
public final class DelimitedWriter<Sink: TableSink>: TableWriter {
  /// Bytes that are gathered before they go to the sink: as many as a core has at hand.
  private static var pieceBytes: Int { 1 << 18 }

  public private(set) var sink: Sink
  private var table: TableDefinition?
  private var csv: [UInt8] = []
  private var json = JSONWriter()
  private var columns: [WrittenColumn] = []
  /// The constant texts of the columns, one after the other.
  private var constants: [UInt8] = []

  public init(to sink: Sink) { self.sink = sink }

  public func takes(_ table: TableDefinition) -> Bool { table.audience != .readers }

  public func begin(_ table: TableDefinition) {
    self.table = table
    constants = []
    columns = table.columns.map { WrittenColumn($0, constants: &constants) }
    if table.audience == .everybody { csv += CSV.byteOrderMark }
    CSV.appendLine(table.columns.map(\.name), guarding: false, to: &csv)
  }

  public func write(_ rows: RowBatch) throws(Sink.Failure) {
    guard let table else { return }
    rows.withCells { cells, bytes in
      columns.withUnsafeBufferPointer { columns in
        constants.withUnsafeBufferPointer { constants in
          for row in 0..<rows.count {
            let cells = UnsafeBufferPointer(
              rebasing: cells[row * rows.columns..<(row + 1) * rows.columns])
            if table.hasCSV { csv.append(cells, bytes, of: columns) }
            json.append(cells, bytes, of: columns, constants)
          }
        }
      }
    }
    if csv.count + json.bytes.count >= Self.pieceBytes { try flush(table) }
  }

  public func end() throws(Sink.Failure) {
    guard let table else { return }
    // Also makes the files of a table without rows.
    try flush(table)
    self.table = nil
  }

  public func finish() throws(Sink.Failure) {
    try sink.append(DataPackage.json(DatasetTables.definitions), to: "datapackage.json")
    try sink.append(DataDictionary.csv(DatasetTables.definitions), to: "diccionario.csv")
  }

  private func flush(_ table: TableDefinition) throws(Sink.Failure) {
    if table.hasCSV { try sink.append(csv, to: table.name + ".csv") }
    try sink.append(json.bytes, to: table.name + ".jsonl")
    csv.removeAll(keepingCapacity: true)
    json.bytes.removeAll(keepingCapacity: true)
  }
}

extension [UInt8] {
  /// Appends a row as a line of CSV.
  fileprivate mutating func append(
    _ cells: UnsafeBufferPointer<RowBatch.StoredCell>, _ bytes: UnsafeBufferPointer<UInt8>,
    of columns: UnsafeBufferPointer<WrittenColumn>
  ) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      switch cell {
      case .missing: break
      case .text(let start, let end):
        CSV.append(utf8: bytes[start, end], guarding: columns[index].isGuarded, to: &self)
      case .integer(let number): append(decimal: number)
      case .decimal(let number):
        append(
          contentsOf: (DecimalText.string(number, places: columns[index].places) ?? "").utf8)
      case .boolean(let value): append(contentsOf: (value ? "true" : "false").utf8)
      }
    }
    append(0x0A)
  }
}

extension JSONWriter {
  /// Appends a row as a line of JSON.
  fileprivate mutating func append(
    _ cells: UnsafeBufferPointer<RowBatch.StoredCell>, _ bytes: UnsafeBufferPointer<UInt8>,
    of columns: UnsafeBufferPointer<WrittenColumn>, _ constants: UnsafeBufferPointer<UInt8>
  ) {
    object { json in
      for (index, cell) in cells.enumerated() {
        let column = columns[index]
        if case .missing = cell {
          json.constant(UnsafeBufferPointer(rebasing: constants[column.missing]))
          continue
        }
        json.name(UnsafeBufferPointer(rebasing: constants[column.name]))
        switch cell {
        case .missing: break
        case .text(let start, let end): json.string(utf8: bytes[start, end])
        case .integer(let number): json.integer(number)
        case .decimal(let number): json.decimal(number, places: column.places)
        case .boolean(let value): json.boolean(value)
        }
      }
    }
    lineBreak()
  }
}

/// What the two forms ask of a column, worked out once a table. Holds nothing that is counted: it is
/// looked at for each cell.
private struct WrittenColumn {
  /// Where the texts `"name":` and `"name":null` stand among the constants.
  let name: Range<Int>
  let missing: Range<Int>
  /// Whether CSV needs the guard against formulas.
  let isGuarded: Bool
  let places: Int

  init(_ column: ColumnDefinition, constants: inout [UInt8]) {
    var json = JSONWriter()
    json.field(column.name) { $0.null() }
    missing = constants.count..<constants.count + json.bytes.count
    name = missing.lowerBound..<missing.upperBound - "null".utf8.count
    constants += json.bytes
    isGuarded = column.type == .text
    places = column.type.places
  }
}

extension ColumnType {
  /// Decimals of a number's column.
  var places: Int {
    if case .decimal(let places) = self { places } else { 0 }
  }
}
