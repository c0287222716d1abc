// A thin layer over the SQLite library: what writing a database needs, and no more.

private import CSQLite

/// A database that is being written by one thread at a time.
final class SQLiteDatabase {
  private var handle: OpaquePointer?

  /// Makes the file. What stands there already must be a database, and is written to.
  init(file: [UInt8]) throws(SQLiteError) {
    // A relative path gets a folder in front: `file:…` would be read as an address.
    let isAbsolute = file.first == UInt8(ascii: "/")
    let path = (isAbsolute ? [] : Array("./".utf8)) + file + [0]
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let answer = path.withUnsafeBufferPointer { path in
      path.withMemoryRebound(to: CChar.self) {
        sqlite3_open_v2($0.baseAddress, &handle, flags, nil)
      }
    }
    try check(answer)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Ends the use of the file; statements must be gone.
  func close() throws(SQLiteError) {
    let handle = self.handle
    try check(sqlite3_close(handle))
    self.handle = nil
  }

  /// Runs one statement that returns nothing of interest.
  func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }

  /// Makes a statement ready to be run many times.
  func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
    return SQLiteStatement(statement, of: self)
  }

  fileprivate func check(_ answer: Int32) throws(SQLiteError) {
    guard answer != SQLITE_OK else { return }
    throw SQLiteError(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "unknown trouble")
  }
}

/// A prepared statement. Binding can only fail for a parameter that is not there.
final class SQLiteStatement {
  private let handle: OpaquePointer?
  private let database: SQLiteDatabase
  /// How many values are bound before a run.
  let parameters: Int

  fileprivate init(_ handle: OpaquePointer?, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
    parameters = Int(sqlite3_bind_parameter_count(handle))
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds a text without copying it: it must stay where it is until `run` has returned.
  func bind(_ text: UnsafeBufferPointer<UInt8>, _ parameter: Int32) {
    // An address of nil would be NULL, not an empty text.
    guard let start = text.baseAddress, !text.isEmpty else {
      sqlite3_bind_text(handle, parameter, "", 0, nil)
      return
    }
    _ = start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      sqlite3_bind_text64(
        handle, parameter, $0, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  func bind(_ number: Int64, _ parameter: Int32) { sqlite3_bind_int64(handle, parameter, number) }
  func bind(_ number: Double, _ parameter: Int32) { sqlite3_bind_double(handle, parameter, number) }
  func bindNull(_ parameter: Int32) { sqlite3_bind_null(handle, parameter) }

  /// Runs the statement with what is bound.
  func run() throws(SQLiteError) {
    let answer = sqlite3_step(handle)
    let reset = sqlite3_reset(handle)
    guard answer == SQLITE_DONE else { return try database.check(reset) }
  }
}

/// Why a database cannot be written.
public struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What SQLite says, in English, without the name of the file.
  public let description: String

  init(_ description: String) { self.description = description }
}
