// Nothing of a roster is dropped silently: what no attendance, heading or issue accounts for becomes
// an issue of its own, so that a person can look at it.

import MinutarioModel

/// Finds the words of a roster that nothing accounts for.
struct RosterCoverage {
  let text: NormalizedText

  /// The stretches of a roster's content, line by line, that hold words outside all covered ranges.
  /// The covered ranges may come in any order and may overlap.
  func gaps(in content: Range<Int>, covered: [Range<Int>]) -> [Range<Int>] {
    let covered = covered.filter { $0.overlaps(content) }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var gaps: [Range<Int>] = []
    var next = 0
    var reach = content.lowerBound
    var lastLine = -1
    for index in text.tokenIndices(in: content) {
      let token = text.tokens[index]
      while next < covered.count, covered[next].lowerBound <= token.start {
        reach = max(reach, covered[next].upperBound)
        next += 1
      }
      guard token.kind == .word, token.range.count > 1, token.start >= reach else { continue }
      let line = text.lineIndex(at: token.start)
      if line == lastLine, let last = gaps.indices.last, reach <= gaps[last].lowerBound {
        gaps[last] = gaps[last].lowerBound..<token.end
      } else {
        gaps.append(token.range)
      }
      lastLine = line
    }
    return gaps
  }
}
