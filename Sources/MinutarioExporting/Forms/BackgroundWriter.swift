// A writer that works on a thread of its own, so that files are written while the next rows are made. Each writer is still told the same things in the same order.

private import Dispatch
private import Synchronization

/// Hands everything on to another writer, a few batches ahead of it.
///
/// What that writer throws is thrown by the next call, and by `finish` at the latest.
public final class BackgroundWriter: TableWriter, @unchecked Sendable {
  // Unchecked, because `writer` is no Sendable: it is called by the queue alone, one call at a time,
  // but for `takes`, which reads nothing that changes.
  private let writer: any TableWriter
  private let queue = DispatchQueue(label: "minutario.writer")
  /// Calls that may wait, which bounds the memory of their batches.
  private let room = DispatchSemaphore(value: 8)
  private let failure = Mutex<(any Error)?>(nil)

  public init(_ writer: any TableWriter) { self.writer = writer }

  public func takes(_ table: TableDefinition) -> Bool { writer.takes(table) }
  public func begin(_ table: TableDefinition) throws { try call { try $0.begin(table) } }
  public func write(_ rows: RowBatch) throws { try call { try $0.write(rows) } }
  public func end() throws { try call { try $0.end() } }

  /// Returns when everything is written.
  public func finish() throws {
    try call { try $0.finish() }
    queue.sync {}
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Gives up what waits, and returns when nothing is being written any more. For a run that fails:
  /// its folder is removed next.
  public func cancel() {
    failure.withLock { $0 = $0 ?? CancellationError() }
    queue.sync {}
  }

  private func call(_ work: @escaping @Sendable (any TableWriter) throws -> Void) throws {
    if let error = failure.withLock({ $0 }) { throw error }
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure.withLock({ $0 == nil }) else { return }
      do {
        try work(writer)
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }
}
