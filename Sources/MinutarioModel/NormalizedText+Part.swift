// One of several minutes in a text, seen as a text of its own. Its offsets stay those of the whole
// text, so that what is read of it needs no translation.

extension NormalizedText {
  /// The text reduced to a stretch of its lines: rules that walk lines and tokens see nothing else.
  /// - Parameters:
  ///   - own: indices of the stretch's lines.
  ///   - extent: the bytes that the stretch takes, what lies between its lines included.
  ///   - shared: indices of lines behind the stretch that are seen as well, such as page headers.
  /// - Returns: the same bytes with fewer lines and tokens, which are numbered anew.
  public func part(lines own: Range<Int>, extent: Range<Int>, sharing shared: Range<Int>)
    -> NormalizedText
  {
    var part = self
    part.extent = extent
    part.lines = []
    part.tokens = []
    for stretch in [own, shared] where !stretch.isEmpty {
      let first = lines[stretch.lowerBound].tokens.lowerBound
      let shift = part.tokens.count - first
      part.tokens += tokens[first..<lines[stretch.upperBound - 1].tokens.upperBound]
      part.lines += lines[stretch].map { line in
        var line = line
        line.tokens = line.tokens.shifted(by: shift)
        line.typedLabel = line.typedLabel?.shifted(by: shift)
        return line
      }
    }
    return part
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
