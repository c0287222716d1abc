// The worker pool: order, bound, interruption.

import Synchronization
import Testing

@testable import MinutarioPipeline

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 8])
  func productsComeInTheOrderOfTheItems(workers: Int) async throws {
    var delivered: [Int] = []
    try await OrderedWork(workers: workers, isInterrupted: { false }).run(
      over: Array(0..<500),
      { item in
        // Work of uneven length, so that items overtake each other.
        var sum = 0
        for step in 0..<((item * 7919) % 5000) { sum &+= step }
        return sum == -1 ? -1 : item
      }, deliver: { delivered.append($0) })
    #expect(delivered == Array(0..<500))
  }

  @Test func anEmptyListDeliversNothing() async throws {
    try await OrderedWork(workers: 4, isInterrupted: { false }).run(
      over: [Int](), { $0 }, deliver: { _ in Issue.record("nothing to deliver") })
  }

  @Test func theWorkRunsAheadOfTheDeliveryByABoundedNumber() async throws {
    let started = Atomic<Int>(0)
    var delivered = 0
    var greatestLead = 0
    try await OrderedWork(workers: 2, isInterrupted: { false }).run(
      over: Array(0..<300), { _ in started.add(1, ordering: .relaxed) },
      deliver: { _ in
        greatestLead = max(greatestLead, started.load(ordering: .relaxed) - delivered)
        delivered += 1
      })
    #expect(delivered == 300)
    #expect(greatestLead <= 16)
  }

  @Test func anInterruptionEndsAfterWhatIsUnderWay() async throws {
    let stop = Atomic<Bool>(false)
    var delivered: [Int] = []
    await #expect(throws: Interrupted.self) {
      try await OrderedWork(workers: 2, isInterrupted: { stop.load(ordering: .relaxed) }).run(
        over: Array(0..<1000),
        { item in
          if item == 10 { stop.store(true, ordering: .relaxed) }
          return item
        }, deliver: { delivered.append($0) })
    }
    #expect(delivered == Array(0..<delivered.count))
    #expect((11...27).contains(delivered.count))
  }

  @Test func anErrorOfTheDeliveryEndsTheWork() async throws {
    struct Full: Error {}
    await #expect(throws: Full.self) {
      try await OrderedWork(workers: 4, isInterrupted: { false }).run(
        over: Array(0..<100), { $0 }, deliver: { if $0 == 5 { throw Full() } })
    }
  }
}
