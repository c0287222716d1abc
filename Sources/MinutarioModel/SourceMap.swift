// The way back from a character of the canonical text to the place in the file that it comes from.

/// Where a character stands in the source.
public struct SourcePlace: Sendable, Equatable {
  /// `text` for a text file, else the package part.
  public var part: String
  /// Index of the paragraph (of the line, in a text file) within the part, from 0.
  public var paragraph: Int
  /// `t2r3c1`, or nil outside tables.
  public var cell: String?
  /// Ordinal of the run in its paragraph, from 1; nil where the format has no runs.
  public var run: Int?
  /// UTF-8 bytes of the paragraph's text before the character; of the cell's, in the tables of a
  /// text file.
  public var offset: Int
}

/// How offsets of the canonical text lead to offsets of the text that a reader gave.
public struct SourceMap: Sendable, Equatable {
  /// From one offset on, both texts go on in step.
  private struct Anchor: Sendable, Equatable {
    var canonical: Int
    var source: Int
  }

  private var anchors: [Anchor] = []
  /// Where the blocks begin in the source, by their index.
  private var blocks: [Int] = []
  private var runs: [RunStart] = []

  /// - Parameter runs: those of the source, by offset.
  public init(runs: [RunStart] = []) { self.runs = runs }

  /// Notes that a block begins at an offset of the source.
  public mutating func addBlock(at source: Int) { blocks.append(source) }

  /// Notes that the canonical text at an offset goes on with the source from an offset.
  public mutating func add(canonical: Int, source: Int) {
    anchors.append(Anchor(canonical: canonical, source: source))
  }

  /// The offset in the source's text of an offset in the canonical text, which must be of no
  /// generated character.
  func source(of canonical: Int) -> Int {
    let next = anchors.firstIndex(of: canonical + 1) { $0.canonical }
    guard next > 0 else { return canonical }
    // Where letters were composed, the places between lead to the letter's end at most.
    let source = anchors[next - 1].source + canonical - anchors[next - 1].canonical
    guard next < anchors.count, anchors[next].source >= anchors[next - 1].source else {
      return source
    }
    return min(source, anchors[next].source)
  }

  /// Bytes of a block before an offset of the source.
  func offset(of source: Int, inBlock block: Int) -> Int { source - blocks[block] }

  /// The run that holds an offset of the source, if the source has any from a block's start on.
  func run(at source: Int, fromBlock block: Int) -> Int? {
    let next = runs.firstIndex(of: source + 1) { $0.offset }
    guard next > 0, runs[next - 1].offset >= blocks[block] else { return nil }
    return runs[next - 1].run
  }

  /// Offsets of the source in a range where a run begins.
  func runStarts(in source: Range<Int>) -> [Int] {
    let first = runs.firstIndex(of: source.lowerBound) { $0.offset }
    return runs[first...].prefix { $0.offset < source.upperBound }.map(\.offset)
  }
}

extension Array {
  /// The index of the first element whose key is a value or more; the array is sorted by its keys.
  fileprivate func firstIndex(of value: Int, key: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) >= value { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension NormalizedText {
  /// The place of the character at a byte offset; nil for a generated one, such as a list label.
  public func place(at offset: Int) -> SourcePlace? {
    guard !lines.isEmpty else { return nil }
    let line = lines[lineIndex(at: offset)]
    guard line.range.contains(offset) else { return nil }
    let source = map.source(of: offset)
    let origin = origins[line.block]
    return SourcePlace(
      part: origin.part, paragraph: origin.paragraph, cell: line.cell?.name,
      run: map.run(at: source, fromBlock: line.block),
      offset: map.offset(of: source, inBlock: line.block))
  }

  /// The stretches of a line that each come from one run.
  public func runs(of line: Line) -> [Range<Int>] {
    guard !line.range.isEmpty else { return [] }
    let source = map.source(of: line.range.lowerBound)..<map.source(of: line.range.upperBound)
    var starts = [line.range.lowerBound]
    for start in map.runStarts(in: source) {
      // Composition moves places by a few bytes only.
      var place = max(line.range.lowerBound, line.range.lowerBound + start - source.lowerBound)
      place = min(place, line.range.upperBound)
      while place > line.range.lowerBound, map.source(of: place) > start { place -= 1 }
      while place < line.range.upperBound, map.source(of: place) < start { place += 1 }
      // A run that begins within a letter which was composed has what follows the letter.
      while place < line.range.upperBound, bytes[place] & 0xC0 == 0x80 { place += 1 }
      if place > starts[starts.count - 1], place < line.range.upperBound { starts.append(place) }
    }
    return zip(starts, starts.dropFirst() + [line.range.upperBound]).map { $0..<$1 }
  }
}
