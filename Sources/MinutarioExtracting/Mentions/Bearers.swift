// Who bears a word. A document has a few dozen attendees with a few words each: a sorted array is
// made and asked faster than a hashed one.

/// Words and those who bear them, by their numbers.
struct Bearers {
  private var sorted: [(word: UInt64, bearer: Int)] = []

  /// A pair that stands several times counts once.
  init(_ pairs: [(word: UInt64, bearer: Int)]) {
    sorted.reserveCapacity(pairs.count)
    for pair in pairs.sorted(by: <) where sorted.last.map({ $0 != pair }) ?? true {
      sorted.append(pair)
    }
  }

  /// The places of those who bear a word, in the ascending order of their numbers.
  func places(of word: UInt64) -> Range<Int> {
    var start = 0
    var high = sorted.count
    while start < high {
      let middle = (start + high) / 2
      if sorted[middle].word < word { start = middle + 1 } else { high = middle }
    }
    var end = start
    while end < sorted.count, sorted[end].word == word { end += 1 }
    return start..<end
  }

  /// Who stands at a place.
  subscript(place: Int) -> Int { sorted[place].bearer }
}
