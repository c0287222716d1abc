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

  /// Whether somebody bears a word.
  func has(_ word: UInt64, _ bearer: Int) -> Bool {
    let place = lowerBound((word, bearer))
    return place < sorted.count && sorted[place] == (word, bearer)
  }

  /// The first place whose pair does not come before another one.
  private func lowerBound(_ pair: (word: UInt64, bearer: Int)) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The places of those who bear a word, in the ascending order of their numbers.
  func places(of word: UInt64) -> Range<Int> {
    let start = lowerBound((word, Int.min))
    var end = start
    while end < sorted.count, sorted[end].word == word { end += 1 }
    return start..<end
  }

  /// Who stands at a place.
  subscript(place: Int) -> Int { sorted[place].bearer }
}
