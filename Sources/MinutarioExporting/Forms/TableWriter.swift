// The forms in which the dataset's tables are written. All of them are told the same tables with the
// same rows, in one order.

/// Writes tables in one form. An object: it stands for what it has open.
///
/// Calls come in this order: for each table that it takes `begin`, `write` any number of times, `end`;
/// after the last table `finish`. A writer that throws is not called again, and one that is let go
/// before `finish` closes what it has open. Memory does not grow with the number of rows.
public protocol TableWriter: AnyObject {
  /// Whether a table is written in this form.
  func takes(_ table: TableDefinition) -> Bool
  func begin(_ table: TableDefinition) throws
  /// Rows come in the order of the table.
  func write(_ rows: RowBatch) throws
  func end() throws
  func finish() throws
}
