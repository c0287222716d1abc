// Checks a written dataset against its own definitions: keys, references, order and values. Made
// because common validators skip keys and references.

import MinutarioModel

/// Checks the CSV files of a dataset.
public struct KeyCheck {
  /// One thing that is wrong.
  public struct Problem: Error, Equatable, CustomStringConvertible {
    public let table: String
    /// Row of data, from 1; 0 for the header or the file as a whole.
    public let row: Int
    public let kind: Kind

    public enum Kind: Equatable, Sendable {
      case missingFile
      case malformed
      case wrongHeader
      case wrongCellCount(Int)
      case emptyKey(column: String)
      case duplicateKey(String)
      case keyOutOfOrder(String)
      case danglingReference(column: String, value: String)
      case invalidValue(column: String, value: String)
    }

    /// The problem in words, with the table and the row.
    public var description: String {
      let what =
        switch kind {
        case .missingFile: "the file is missing"
        case .malformed: "the file is not well-formed CSV"
        case .wrongHeader: "the header differs from the table's definition"
        case .wrongCellCount(let count): "the row has \(count) cells"
        case .emptyKey(let column): "the key column \(column) is empty"
        case .duplicateKey(let key): "the key \(key) stands twice"
        case .keyOutOfOrder(let key): "the key \(key) stands behind a greater one"
        case .danglingReference(let column, let value):
          "\(column) refers to \(value), which does not exist"
        case .invalidValue(let column, let value): "\(column) cannot be \(value)"
        }
      return "\(table).csv, row \(row): \(what)"
    }
  }

  private var problems: [Problem] = []
  /// Values of columns that other tables refer to, as `table.column`.
  private var referenced: [String: Set<String>] = [:]
  private var references: [(table: String, row: Int, key: ForeignKey, value: String)] = []

  /// What is wrong with a dataset; empty when nothing is. `file` gives the bytes of a file of the
  /// dataset by its name, nil when there is none.
  public static func problems(in file: (String) -> [UInt8]?) -> [Problem] {
    var check = KeyCheck()
    let tables = DatasetTables.definitions.filter(\.hasCSV)
    let targets = Set(tables.flatMap(\.foreignKeys).map { "\($0.table).\($0.referenced)" })
    for target in targets { check.referenced[target] = [] }
    for table in tables {
      if let bytes = file(table.name + ".csv") {
        check.read(table, bytes)
      } else {
        check.report(table, 0, .missingFile)
      }
    }
    for (table, row, key, value) in check.references
    where check.referenced["\(key.table).\(key.referenced)"]?.contains(value) != true {
      check.problems.append(
        Problem(
          table: table, row: row, kind: .danglingReference(column: key.column, value: value)))
    }
    return check.problems
  }

  private mutating func report(_ table: TableDefinition, _ row: Int, _ kind: Problem.Kind) {
    problems.append(Problem(table: table.name, row: row, kind: kind))
  }

  private mutating func read(_ table: TableDefinition, _ bytes: [UInt8]) {
    var reader = CSVReader(bytes)
    var row = 0
    do {
      guard try reader.nextLine() == table.columns.map(\.name) else {
        return report(table, 0, .wrongHeader)
      }
      var keys: Set<String> = []
      var last: [KeyPart] = []
      while let cells = try reader.nextLine() {
        row += 1
        guard cells.count == table.columns.count else {
          report(table, row, .wrongCellCount(cells.count))
          continue
        }
        checkValues(cells, of: table, row: row)
        let key = checkKey(cells, of: table, row: row)
        guard !key.isEmpty else { continue }
        let text = key.map(\.text).joined(separator: "|")
        if !keys.insert(text).inserted {
          report(table, row, .duplicateKey(text))
        } else if !last.isEmpty, !last.lexicographicallyPrecedes(key) {
          report(table, row, .keyOutOfOrder(text))
        }
        last = key
      }
    } catch {
      report(table, row, .malformed)
    }
  }

  private mutating func checkKey(
    _ cells: [String], of table: TableDefinition, row: Int
  ) -> [KeyPart] {
    var key: [KeyPart] = []
    for (column, cell) in zip(table.columns, cells) {
      guard table.primaryKey.contains(column.name) else { continue }
      if cell.isEmpty { report(table, row, .emptyKey(column: column.name)) }
      key.append(KeyPart(text: cell, number: column.type == .integer ? Int(cell) : nil))
    }
    return key
  }

  private mutating func checkValues(_ cells: [String], of table: TableDefinition, row: Int) {
    for (column, cell) in zip(table.columns, cells) where !cell.isEmpty {
      let target = "\(table.name).\(column.name)"
      if referenced[target] != nil { referenced[target]?.insert(cell) }
      for key in table.foreignKeys where key.column == column.name {
        references.append((table.name, row, key, cell))
      }
      if !column.type.admits(cell) {
        report(table, row, .invalidValue(column: column.name, value: cell))
      }
    }
  }

  private struct KeyPart: Comparable {
    let text: String
    let number: Int?

    static func < (a: KeyPart, b: KeyPart) -> Bool {
      if let first = a.number, let second = b.number { return first < second }
      return a.text.precedesBytewise(b.text)
    }
  }
}

extension ColumnType {
  /// Whether a cell that is not empty can stand in a column of the type.
  fileprivate func admits(_ cell: String) -> Bool {
    switch self {
    case .text: !CSV.isFormula(cell) || cell.hasPrefix("'")
    case .code: true
    case .choice(let choices): choices.contains(cell)
    case .date: Self.isDate(Array(cell.utf8))
    case .time:
      cell.utf8.count == 5
        && cell.utf8.enumerated().allSatisfy { place, byte in
          place == 2 ? byte == UInt8(ascii: ":") : (0x30...0x39).contains(byte)
        }
    case .integer: Int(cell) != nil
    case .decimal: Double(cell) != nil
    case .boolean: cell == "true" || cell == "false"
    }
  }

  private static func isDate(_ cell: [UInt8]) -> Bool {
    guard [4, 7, 10].contains(cell.count) else { return false }
    return cell.enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
  }
}
