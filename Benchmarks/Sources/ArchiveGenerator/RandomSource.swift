// Chance that comes out the same everywhere: an archive is decided by its seed alone.

/// SplitMix64.
struct RandomSource {
  private var state: UInt64

  /// A source of its own for each place in the archive, so that no document depends on another.
  init(seed: UInt64, _ places: UInt64...) {
    state = seed
    for place in places { state = next() ^ (place &* 0x9E37_79B9_7F4A_7C15) }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// True that many times in a hundred.
  mutating func percent(_ share: Int) -> Bool { integer(1...100) <= share }

  /// One of the elements; there must be some.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[integer(0...elements.count - 1)]
  }

  /// Several distinct places of a list, in random order.
  mutating func sample(_ count: Int, of total: Int) -> [Int] {
    var places = Array(0..<total)
    for index in 0..<min(count, total) {
      places.swapAt(index, integer(index...total - 1))
    }
    return Array(places.prefix(count))
  }
}
