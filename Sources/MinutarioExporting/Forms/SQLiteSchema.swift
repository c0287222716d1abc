// The definitions of the tables as SQL: types, keys, references, allowed values and indices, and each
// column with its Spanish title beside it, so that `.schema` reads as a dictionary.

/// SQL for the tables of the dataset.
enum SQLiteSchema {
  /// The version of the database's layout, as `PRAGMA user_version` tells it.
  static let version = 1
  /// `MINU`: how `file` and others can tell the database.
  static let applicationID = 0x4D49_4E55

  /// Settings of the load. What shapes the file is said outright and not left to how the library was
  /// built; journal and syncing are off because the file takes its place whole, synced, or not at all.
  static let pragmas = [
    "page_size = 16384", "auto_vacuum = NONE", "encoding = 'UTF-8'", "journal_mode = OFF",
    "synchronous = OFF", "locking_mode = EXCLUSIVE", "secure_delete = OFF", "cache_size = -8192",
    "application_id = \(applicationID)", "user_version = \(version)",
    // Values come from the definitions that the checks are made of; `integrity_check` looks at them.
    "ignore_check_constraints = ON",
  ]

  static func creation(of table: TableDefinition) -> String {
    var parts = table.columns.map { column in
      (sql: declaration(of: column, in: table), note: "\(column.title). \(column.description)")
    }
    if !table.primaryKey.isEmpty {
      parts.append(("PRIMARY KEY (\(names(table.primaryKey)))", ""))
    }
    for key in table.foreignKeys {
      let target = "\(name(key.table)) (\(name(key.referenced)))"
      parts.append(("FOREIGN KEY (\(name(key.column))) REFERENCES \(target)", ""))
    }
    let lines = parts.enumerated().map { index, part in
      "  " + part.sql + (index < parts.count - 1 ? "," : "")
        + (part.note.isEmpty ? "" : " -- \(part.note)")
    }
    return "CREATE TABLE \(name(table.name)) ( -- \(table.title). \(table.description)\n"
      + lines.joined(separator: "\n") + "\n)"
  }

  /// A statement with a parameter for each cell of a number of rows.
  static func insertion(of rows: Int, into table: TableDefinition) -> String {
    let row = "(" + table.columns.map { _ in "?" }.joined(separator: ", ") + ")"
    let values = repeatElement(row, count: rows).joined(separator: ", ")
    return "INSERT INTO \(name(table.name)) VALUES \(values)"
  }

  /// One index for each reference and each column that people look things up by, unless the primary
  /// key begins with it or nothing fills it yet.
  static func indices(of table: TableDefinition) -> [String] {
    var wanted: [String] = []
    for column in table.foreignKeys.map(\.column) + table.lookups
    where !wanted.contains(column) && table.primaryKey.first != column {
      let isFilled = table.columns.contains { $0.name == column && $0.isFilled }
      if isFilled { wanted.append(column) }
    }
    return wanted.map { column in
      "CREATE INDEX \(name("\(table.name)_\(column)")) ON \(name(table.name)) (\(name(column)))"
    }
  }

  private static func declaration(of column: ColumnDefinition, in table: TableDefinition) -> String
  {
    var sql = "\(name(column.name)) \(column.type.sql)"
    if table.primaryKey.contains(column.name) { sql += " NOT NULL" }
    switch column.type {
    case .choice(let choices):
      sql += " CHECK (\(name(column.name)) IN (\(choices.map(text).joined(separator: ", "))))"
    case .boolean:
      sql += " CHECK (\(name(column.name)) IN (0, 1))"
    default: break
    }
    return sql
  }

  /// A name as SQL writes it, also when it is a word of the language such as `table` or `order`.
  static func name(_ name: String) -> String { "\"\(name)\"" }

  static func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  private static func names(_ names: [String]) -> String {
    names.map(name).joined(separator: ", ")
  }
}

extension ColumnType {
  fileprivate var sql: String {
    switch self {
    case .text, .code, .choice, .date, .time: "TEXT"
    case .integer, .boolean: "INTEGER"
    case .decimal: "REAL"
    }
  }
}
