// Writes the canonical bytes and, at the same time, the lines and the way back to the source.

import MinutarioModel

/// The canonical text in the making.
struct CanonicalWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Line] = []
  private(set) var origins: [NormalizedText.Origin] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

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
    var labelRange: Range<Int>?
    if let label = block.label, !label.text.isEmpty {
      let start = bytes.count
      append(Array(label.text.utf8)[...])
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
      append(source)
      let bold = max(0, min(block.boldPrefix - (lineStart - block.range.lowerBound), source.count))
      lines.append(
        Line(
          range: start..<bytes.count, labelRange: labelRange, label: label,
          block: origins.count - 1, cell: block.cell, headingLevel: block.headingLevel,
          boldPrefix: bold == source.count ? bytes.count - start : bold,
          indent: indent(of: source), inTextBox: block.inTextBox))
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
    if greatest >= 0xCC {
      bytes += CanonicalComposition.compose(Array(text))
    } else {
      bytes += text
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
