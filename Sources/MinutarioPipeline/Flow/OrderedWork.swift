// Many documents at a time, delivered in their order: the result is the same bytes for one worker
// and for eight. How far the work may run ahead of the delivery is bounded, and so is the memory.

/// A pool of workers over a list.
struct OrderedWork {
  let workers: Int
  let isInterrupted: () -> Bool
  /// Items that may be finished or under way and not yet delivered.
  private var window: Int { workers * 8 }

  init(workers: Int, isInterrupted: @escaping () -> Bool) {
    self.workers = max(1, workers)
    self.isInterrupted = isInterrupted
  }

  /// Works on every item and delivers each product in the order of the items, one at a time.
  /// - Throws: what `deliver` throws, and `Interrupted` once what was under way is delivered.
  func run<Item: Sendable, Product: Sendable>(
    over items: [Item], _ work: @escaping @Sendable (Item) -> Product,
    deliver: (Product) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (index: Int, product: Product).self) { group in
      var waiting: [Int: Product] = [:]
      var started = 0
      var delivered = 0
      while delivered < items.count {
        while started < items.count, started - delivered - waiting.count < workers,
          started - delivered < window, !isInterrupted()
        {
          let index = started
          let item = items[index]
          group.addTask { (index, work(item)) }
          started += 1
        }
        guard let done = try await group.next() else { throw Interrupted() }
        waiting[done.index] = done.product
        while let product = waiting.removeValue(forKey: delivered) {
          try deliver(product)
          delivered += 1
        }
      }
    }
  }
}

/// The user asked to stop.
public struct Interrupted: Error {
  public init() {}
}
