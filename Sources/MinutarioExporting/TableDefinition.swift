// What a table of the dataset is: one declaration drives the header of the CSV file, the data
// package, the dictionary, the key check and the rows themselves.

import MinutarioModel

/// A table as the data package and the dictionary describe it.
public struct TableDefinition: Sendable {
  public let name: String
  /// Spanish.
  public let title: String
  /// Spanish.
  public let description: String
  public let columns: [ColumnDefinition]
  /// Names of columns; empty when rows have no key.
  public let primaryKey: [String]
  public let foreignKeys: [ForeignKey]
  public let audience: Audience
  /// Columns that people filter and search by; the database has an index on each.
  public let lookups: [String]
  /// False for whole texts: no spreadsheet holds them in cells.
  public let hasCSV: Bool

  /// Whom a table is made for.
  public enum Audience: Sendable {
    /// A table with keys: CSV, JSON Lines, the database.
    case programs
    /// A sheet of the workbook: words instead of codes, nothing to join.
    case readers
    /// A sheet that is a table as well.
    case everybody
  }

  /// The column for a field of the record: `name` is `name_raw` in the attendances, a person is
  /// `…_id`. The field's own name where there is no such column.
  func column(forField field: String) -> String {
    [field, field + "_raw", field + "_id"].first { name in columns.contains { $0.name == name } }
      ?? field
  }
}

/// A reference to the single key of another table.
public struct ForeignKey: Sendable, Equatable {
  public let column: String
  public let table: String
  public let referenced: String
}

/// A column as the data package and the dictionary describe it.
public struct ColumnDefinition: Sendable {
  public let name: String
  public let type: ColumnType
  /// Spanish.
  public let title: String
  /// Spanish.
  public let description: String
  /// False for a column that the model has and nothing fills yet.
  public let isFilled: Bool
}

/// What a column holds.
public enum ColumnType: Sendable, Equatable {
  /// Text of documents or written for people; guarded in CSV when it looks like a formula.
  case text
  /// An id, a hash, a code: nothing that a document can choose freely.
  case code
  case choice([String])
  /// `2020`, `2020-10` or `2020-10-01`.
  case date
  /// `HH:MM`.
  case time
  case integer
  /// Up to the given number of decimals.
  case decimal(places: Int)
  case boolean

  /// The type's name in a data package.
  var frictionless: String {
    switch self {
    case .text, .code, .choice, .date, .time: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .boolean: "boolean"
    }
  }

  /// The pattern that values follow, if any.
  var pattern: String? {
    switch self {
    case .date: "^[0-9]{4}(-[0-9]{2}){0,2}$"
    case .time: "^[0-2][0-9]:[0-5][0-9]$"
    default: nil
    }
  }
}

/// A column together with where its values come from. What makes one is inlined, so that the closure
/// that gives the value becomes part of the one that appends it: millions of cells go through them.
struct Column<Row>: Sendable {
  let definition: ColumnDefinition
  /// Appends the value of a row to a batch.
  let append: @Sendable (Row, inout RowBatch) -> Void

  @inline(__always)
  private init(
    _ name: String, _ type: ColumnType, _ title: String, _ description: String,
    isFilled: Bool = true, _ append: @escaping @Sendable (Row, inout RowBatch) -> Void
  ) {
    definition = ColumnDefinition(
      name: name, type: type, title: title, description: description, isFilled: isFilled)
    self.append = append
  }

  @inline(__always)
  static func text(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(name, .text, title, description) { $1.append(value($0)) }
  }

  /// Text that is given as UTF-8.
  @inline(__always)
  static func utf8(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> ArraySlice<UInt8>
  ) -> Column {
    Column(name, .text, title, description) { $1.append(utf8: value($0)) }
  }

  @inline(__always)
  static func code(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(name, .code, title, description) { $1.append(value($0)) }
  }

  /// A key of a row that is numbered within its document.
  @inline(__always)
  static func rowID(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> RowID?
  ) -> Column {
    Column(name, .code, title, description) { $1.append(value($0)) }
  }

  @inline(__always)
  static func choice(
    _ name: String, _ choices: [String], _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Column {
    Column(name, .choice(choices), title, description) { $1.append(value($0)) }
  }

  @inline(__always)
  static func date(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> PartialDate?
  ) -> Column {
    Column(name, .date, title, description) { $1.append(value($0)?.description) }
  }

  @inline(__always)
  static func time(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> ClockTime?
  ) -> Column {
    Column(name, .time, title, description) { $1.append(value($0)?.description) }
  }

  @inline(__always)
  static func integer(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> Int?
  ) -> Column {
    Column(name, .integer, title, description) { $1.append(value($0)) }
  }

  @inline(__always)
  static func decimal(
    _ name: String, places: Int, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> Double?
  ) -> Column {
    Column(name, .decimal(places: places), title, description) { $1.append(value($0)) }
  }

  @inline(__always)
  static func boolean(
    _ name: String, _ title: String, _ description: String,
    _ value: @escaping @Sendable (Row) -> Bool
  ) -> Column {
    Column(name, .boolean, title, description) { $1.append(value($0)) }
  }

  /// A column that the model has and nothing fills yet.
  static func open(
    _ name: String, _ type: ColumnType = .text, _ title: String, _ description: String
  ) -> Column {
    Column(name, type, title, description + " Todavía sin datos.", isFilled: false) {
      $1.appendMissing()
    }
  }

  /// The columns that tell how a fact came to be.
  static func facts(
    method: @escaping @Sendable (Row) -> FactMethod, rule: @escaping @Sendable (Row) -> String,
    confidence: @escaping @Sendable (Row) -> Double? = { _ in nil }
  ) -> [Column] {
    [
      .choice(
        "method", ["rule", "lexicon", "resolution", "derived", "human", "import"], "Método",
        "Cómo se obtuvo el dato."
      ) { method($0).rawValue },
      .code("rule_id", "Regla", "La regla que produjo el dato.") { rule($0) },
      .decimal(
        "confidence", places: 2, "Confianza",
        "De 0 a 1. Sólo ordena: no es una probabilidad ni una exactitud medida."
      ) { confidence($0).map { min(1, max(0, $0)) } },
      .choice(
        "review", ["auto", "confirmed", "corrected", "rejected"], "Revisión",
        "Si una persona revisó el dato; auto: nadie todavía."
      ) { _ in "auto" },
    ]
  }
}

/// How a fact came to be.
enum FactMethod: String {
  case rule, resolution, derived
}

/// A table together with where its rows' values come from.
struct Table<Row>: Sendable {
  let definition: TableDefinition
  private let cells: [@Sendable (Row, inout RowBatch) -> Void]

  init(
    _ name: String, _ title: String, _ description: String, primaryKey: [String],
    foreignKeys: [ForeignKey] = [], for audience: TableDefinition.Audience = .programs,
    lookups: [String] = [], hasCSV: Bool = true, columns: [Column<Row>]
  ) {
    definition = TableDefinition(
      name: name, title: title, description: description, columns: columns.map(\.definition),
      primaryKey: primaryKey, foreignKeys: foreignKeys, audience: audience, lookups: lookups,
      hasCSV: hasCSV)
    cells = columns.map(\.append)
  }

  /// Appends the cells of a row to a batch.
  func append(_ row: Row, to batch: inout RowBatch) {
    for cell in cells { cell(row, &batch) }
  }
}
