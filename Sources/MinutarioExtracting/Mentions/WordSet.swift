// Small sets of words, and who bears them. A document has a few dozen attendees with a few words
// each: sorted arrays are made and asked faster than hashed ones.

/// Hashes of words.
struct WordSet {
  private let sorted: [UInt64]

  init(_ words: [UInt64]) { sorted = words.sorted() }

  func contains(_ word: UInt64) -> Bool {
    let place = sorted.lowerBound { $0 < word }
    return place < sorted.count && sorted[place] == word
  }

  /// What a function makes of each word.
  func map<Result>(_ transform: (UInt64) -> Result) -> [Result] { sorted.map(transform) }
}

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

  /// Who bears a word, in ascending order.
  subscript(word: UInt64) -> some Collection<Int> {
    let start = sorted.lowerBound { $0.word < word }
    var end = start
    while end < sorted.count, sorted[end].word == word { end += 1 }
    return sorted[start..<end].lazy.map(\.bearer)
  }
}

extension Array {
  /// The first index whose element does not come before what is looked for; the elements that do
  /// stand at the start.
  fileprivate func lowerBound(_ comesBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
