// Which entry of the gold an entry that was read stands for: the likest pairs first, each entry once.

/// The pairs of two lists.
struct Pairing {
  /// Indices in the gold and in what was read; the likest first.
  let pairs: [(gold: Int, read: Int)]
  /// Indices that have no partner, ascending.
  let missed: [Int]
  let extra: [Int]

  /// Pairs two lists; `likeness` says how alike two entries are, 0 for two that cannot be the same.
  init<Gold, Read>(_ gold: [Gold], _ read: [Read], likeness: (Gold, Read) -> Double) {
    var candidates: [(likeness: Double, gold: Int, read: Int)] = []
    for (index, entry) in gold.enumerated() {
      for (other, candidate) in read.enumerated() {
        let likeness = likeness(entry, candidate)
        if likeness > 0 { candidates.append((likeness, index, other)) }
      }
    }
    candidates.sort {
      $0.likeness == $1.likeness
        ? ($0.gold, $0.read) < ($1.gold, $1.read) : $0.likeness > $1.likeness
    }
    var pairs: [(gold: Int, read: Int)] = []
    var (usedGold, usedRead): (Set<Int>, Set<Int>) = ([], [])
    for candidate in candidates
    where !usedGold.contains(candidate.gold) && !usedRead.contains(candidate.read) {
      usedGold.insert(candidate.gold)
      usedRead.insert(candidate.read)
      pairs.append((candidate.gold, candidate.read))
    }
    self.pairs = pairs
    missed = gold.indices.filter { !usedGold.contains($0) }
    extra = read.indices.filter { !usedRead.contains($0) }
  }
}
