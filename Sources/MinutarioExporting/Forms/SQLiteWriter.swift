// The tables as one SQLite database. One transaction, prepared statements, and texts bound where they
// lie: the dataset replaces its files whole, so the database needs no journal of its own.

/// Writes `minutario.sqlite`. The same tables give the same bytes, for one version of SQLite.
public final class SQLiteWriter: TableWriter {
  /// The name of the file in the dataset's `data` folder.
  public static let file = "minutario.sqlite"

  /// Rows that one statement inserts: opening a table and its indices for each row would cost twice
  /// what storing the row costs.
  private static let rowsAtOnce = 32

  private let database: SQLiteDatabase
  private var table: TableDefinition?
  /// Inserts `rowsAtOnce` rows.
  private var insertionOfMany: SQLiteStatement?
  /// Inserts one, for what is left of a batch.
  private var insertionOfOne: SQLiteStatement?

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
    insertionOfMany = try database.prepare(
      SQLiteSchema.insertion(of: Self.rowsAtOnce, into: table))
    insertionOfOne = try database.prepare(SQLiteSchema.insertion(of: 1, into: table))
  }

  public func write(_ rows: RowBatch) throws(SQLiteError) {
    guard let insertionOfMany, let insertionOfOne else { return }
    try rows.withCells { cells, bytes throws(SQLiteError) in
      var next = 0
      for insertion in [insertionOfMany, insertionOfOne] {
        while cells.count - next >= insertion.parameters {
          for parameter in 0..<insertion.parameters {
            insertion.bind(cells[next + parameter], of: bytes, parameter + 1)
          }
          try insertion.run()
          next += insertion.parameters
        }
      }
    }
  }

  public func end() throws(SQLiteError) {
    insertionOfMany = nil
    insertionOfOne = nil
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

extension SQLiteStatement {
  /// Binds a cell, its text where it lies in the bytes of its batch. Parameters count from 1.
  fileprivate func bind(
    _ cell: RowBatch.StoredCell, of bytes: UnsafeBufferPointer<UInt8>, _ parameter: Int
  ) {
    let parameter = Int32(truncatingIfNeeded: parameter)
    switch cell {
    case .missing: bindNull(parameter)
    case .text(let start, let end): bind(bytes[start, end], parameter)
    case .integer(let number): bind(Int64(number), parameter)
    case .decimal(let number): bind(number, parameter)
    case .boolean(let value): bind(Int64(value ? 1 : 0), parameter)
    }
  }
}
