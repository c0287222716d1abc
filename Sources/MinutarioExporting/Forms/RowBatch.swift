// Rows on their way to the writers. They are computed once and handed to each writer in batches: a
// call for each row and writer would cost as much as the writing.

import MinutarioModel

/// Some rows of one table: their cells one after the other, and the bytes of all texts in one buffer.
public struct RowBatch: Sendable {
  /// The value of a cell, its text in `bytes`.
  enum StoredCell: Sendable, Equatable {
    case missing
    /// Offsets in `bytes`; 32 bits, so that a cell takes 16 bytes.
    case text(start: UInt32, end: UInt32)
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
  }

  /// Bytes or cells that are gathered before the writers get them.
  private static let fullBytes = 1 << 18
  private static let fullCells = 1 << 13

  /// Cells of a row.
  let columns: Int
  private(set) var cells: [StoredCell] = []
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  init(columns: Int) {
    self.columns = columns
    cells.reserveCapacity(Self.fullCells + columns)
    bytes.reserveCapacity(Self.fullBytes)
  }

  /// Rows that are complete.
  var count: Int { columns == 0 ? 0 : cells.count / columns }
  var isEmpty: Bool { cells.isEmpty }
  /// Whether it is time to hand the rows on; asked between rows.
  var isFull: Bool { bytes.count >= Self.fullBytes || cells.count >= Self.fullCells }

  // MARK: The next cell of the row

  mutating func appendMissing() { cells.append(.missing) }

  mutating func append(_ text: String?) {
    guard let text else { return appendMissing() }
    appendText { $0.append(contentsOf: text.utf8) }
  }

  mutating func append(utf8 text: ArraySlice<UInt8>) { appendText { $0.append(contentsOf: text) } }

  mutating func append(_ id: RowID?) {
    guard let id else { return appendMissing() }
    appendText { id.append(to: &$0) }
  }

  mutating func append(_ number: Int?) { cells.append(number.map(StoredCell.integer) ?? .missing) }
  mutating func append(_ number: Double?) {
    cells.append(number.map(StoredCell.decimal) ?? .missing)
  }
  mutating func append(_ value: Bool) { cells.append(.boolean(value)) }

  private mutating func appendText(_ write: (inout [UInt8]) -> Void) {
    let start = UInt32(truncatingIfNeeded: bytes.count)
    write(&bytes)
    cells.append(.text(start: start, end: UInt32(truncatingIfNeeded: bytes.count)))
  }

  /// Forgets the rows and keeps the memory.
  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Calls the body with the cells and the bytes that their texts stand in.
  func withCells<Failure: Error>(
    _ body: (UnsafeBufferPointer<StoredCell>, UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    try cells.withUnsafeBufferPointer { cells throws(Failure) in
      try bytes.withUnsafeBufferPointer { bytes throws(Failure) in try body(cells, bytes) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text of a cell.
  subscript(start: UInt32, end: UInt32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[Int(start)..<Int(end)])
  }
}
