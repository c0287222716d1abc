// Writes the canonical bytes and, at the same time, the lines and the way back to the source.

import MinutarioModel

/// The canonical text in the making.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var origins: [NormalizedText.Origin] = []

  private(set) var map: SourceMap

  init(capacity: Int, runs: [RunStart]) {
    map = SourceMap(runs: runs)
    bytes.reserveCapacity(capacity)
  }

  /// Writes the border between two blocks: a tab between cells of one row, else a line break.
  mutating func separate(from previous: CellPlace?, to next: CellPlace?) {
    guard !origins.isEmpty else { return }
    if let previous, let next, previous.table == next.table, previous.row == next.row,
      previous.column != next.column
    {
      bytes.append(UInt8(ascii: "\t"))
    } else {
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Writes one block: its label, then its lines.
  mutating func write(_ block: Block, of text: [UInt8], in story: Story) {
    origins.append(
      NormalizedText.Origin(story: story.kind, part: story.part, paragraph: block.paragraph))
    map.addBlock(at: block.range.lowerBound)
    var labelRange: Range<Int>?
    if let label = block.label, !label.text.isEmpty {
      let start = bytes.count
      bytes += CanonicalComposition.compose(Array(label.text.utf8))
      labelRange = start..<bytes.count
      bytes.append(UInt8(ascii: " "))
    }
    var label = block.label
    var lineStart = block.range.lowerBound
    while lineStart <= block.range.upperBound {
      let rest = text[lineStart..<block.range.upperBound]
      let index = rest.firstIndex(of: UInt8(ascii: "\n")) ?? block.range.upperBound
      if lineStart > block.range.lowerBound { bytes.append(UInt8(ascii: "\n")) }
      let source = text[lineStart..<index]
      let start = bytes.count
      map.add(canonical: start, source: lineStart)
      append(source)
      let bold = max(0, min(block.boldPrefix - (lineStart - block.range.lowerBound), source.count))
      lines.append(
        Line(
          range: start..<bytes.count, labelRange: labelRange, label: label,
          block: origins.count - 1, cell: block.cell, headingLevel: block.headingLevel,
          boldPrefix: bold == source.count ? bytes.count - start : bold,
          indent: indent(of: source), inTextBox: block.inTextBox, look: block.look))
      lineStart = index + 1
      labelRange = nil
      label = nil
    }
  }

  /// Ends the text with a line break.
  mutating func finish() {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Writes the same characters in NFC. Nothing below U+0300, which is 0xCC 0x80, can be composed:
  /// nearly all text is only looked through.
  private mutating func append(_ text: ArraySlice<UInt8>) {
    // Without a way out before the end, many bytes are compared at once.
    let greatest = text.withUnsafeBufferPointer { $0.reduce(0, max) }
    guard greatest >= 0xCC else {
      bytes += text
      return
    }
    let composed = CanonicalComposition.compose(Array(text))
    guard composed.count != text.count else {
      bytes += composed
      return
    }
    // Piece by piece, so that the way back is known behind each that changes its length. A piece
    // begins with a character below U+0300, which joins none before it.
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[(start + 1)...].firstIndex { $0 < 0x80 || (0xC0..<0xCC).contains($0) }
      let piece = text[start..<(end ?? text.endIndex)]
      let composed = CanonicalComposition.compose(Array(piece))
      bytes += composed
      if composed.count != piece.count { map.add(canonical: bytes.count, source: piece.endIndex) }
      start = piece.endIndex
    }
  }

  private func indent(of line: ArraySlice<UInt8>) -> Int {
    var column = 0
    for byte in line {
      if byte == UInt8(ascii: " ") {
        column += 1
      } else if byte == UInt8(ascii: "\t") {
        column = column / 8 * 8 + 8
      } else {
        break
      }
    }
    return column
  }
}
