// The tables as one SQLite database. One transaction, prepared statements, and texts bound where they
// lie: the dataset replaces its files whole, so the database needs no journal of its own.

/// Writes `minutario.sqlite`. The same tables give the same bytes, for one version of SQLite.
public final class SQLiteWriter: TableWriter {
  /// The name of the file in the dataset's `data` folder.
  public static let file = "minutario.sqlite"

  private let database: SQLiteDatabase
  private var table: TableDefinition?
  private var insertion: SQLiteStatement?

  /// - Parameter file: path of a file that must not be there yet, as bytes without NUL.
  /// - Throws: `SQLiteError` when it cannot be made.
  public init(file: [UInt8]) throws(SQLiteError) {
    database = try SQLiteDatabase(file: file)
    for pragma in SQLiteSchema.pragmas { try database.execute("PRAGMA \(pragma)") }
    try database.execute("BEGIN")
  }

  public func takes(_ table: TableDefinition) -> Bool { table.audience != .readers }

  public func begin(_ table: TableDefinition) throws(SQLiteError) {
    self.table = table
    try database.execute(SQLiteSchema.creation(of: table))
    insertion = try database.prepare(SQLiteSchema.insertion(into: table))
  }

  public func write(_ rows: RowBatch) throws(SQLiteError) {
    guard let insertion else { return }
    try rows.withCells { cells, bytes throws(SQLiteError) in
      var parameter: Int32 = 0
      for cell in cells {
        parameter += 1
        switch cell {
        case .missing: insertion.bindNull(parameter)
        case .text(let start, let end): insertion.bind(bytes[start, end], parameter)
        case .integer(let number): insertion.bind(Int64(number), parameter)
        case .decimal(let number): insertion.bind(number, parameter)
        case .boolean(let value): insertion.bind(Int64(value ? 1 : 0), parameter)
        }
        if parameter == rows.columns {
          try insertion.run()
          parameter = 0
        }
      }
    }
  }

  public func end() throws(SQLiteError) {
    insertion = nil
    guard let table else { return }
    // Behind the rows: sorting them once is quicker than keeping an index in order.
    for index in SQLiteSchema.indices(of: table) { try database.execute(index) }
    self.table = nil
  }

  public func finish() throws(SQLiteError) {
    for view in SQLiteViews.all { try database.execute(view) }
    try database.execute("COMMIT")
    try database.close()
  }
}
