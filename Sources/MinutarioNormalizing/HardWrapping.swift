// Text files are often wrapped at a fixed width. Which lines only continue the one before is seen
// from the width: the author's tool broke the line because the next word did not fit.

import MinutarioModel

/// Marks the lines that continue the one before.
enum HardWrapping {
  /// Widest line, in characters, that still counts as wrapped text.
  private static let widest = 120
  /// Share of the width that a line must fill to count as full.
  private static let fullShare = 0.7

  /// The visible length of each line, in characters.
  static func lengths(of lines: [Line], in bytes: [UInt8]) -> [Int] {
    lines.map { visibleLength($0.range, in: bytes) }
  }

  /// Sets `continuesPrevious` on the lines of a text file, whose lengths are `lengths`; does nothing
  /// where no width is evident.
  static func mark(_ lines: inout [Line], lengths: [Int], in bytes: [UInt8]) {
    guard let width = width(lengths), breaksSentences(lines, lengths, width, in: bytes) else {
      return
    }
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, areOneBlock(lines[end - 1], lines[end], in: bytes) { end += 1 }
      mark(start..<end, of: &lines, lengths: lengths, width: width, in: bytes)
      start = end
    }
  }

  /// Whether two lines stand together: no empty line, no table, no heading and no tab between them.
  private static func areOneBlock(_ above: Line, _ line: Line, in bytes: [UInt8]) -> Bool {
    [above, line].allSatisfy { line in
      let visible = trimmedStart(line.range, in: bytes)
      return line.cell == nil && line.headingLevel == nil && !visible.isEmpty
        && !contains(UInt8(ascii: "\t"), visible, in: bytes)
    }
  }

  /// Marks the lines of one block. Where small letters open many of its lines it is a paragraph, and
  /// lines that are nearly full go on; where they open none of several lines, and the lines are
  /// uneven or each ends like a whole entry, it is a list.
  private static func mark(
    _ block: Range<Int>, of lines: inout [Line], lengths: [Int], width: Int, in bytes: [UInt8]
  ) {
    let small = block.dropFirst().count { opensSmall(lines[$0].range, in: bytes) }
    let isParagraph = small * 10 >= (block.count - 1) * 3
    let full = block.dropLast().count { Double(lengths[$0]) >= Double(width) * fullShare }
    let isBroken = block.dropLast().contains { endsBroken(lines[$0].range, in: bytes) }
    let isList =
      small == 0 && block.count >= 4 && (full * 2 < block.count - 1 || !isBroken)
    guard !isList else { return }
    for index in block.dropFirst() {
      let line = lines[index]
      let previous = lines[index - 1]
      let word = firstWordLength(line.range, in: bytes)
      let isFull = lengths[index - 1] <= width && lengths[index - 1] + 1 + word > width
      let isNearlyFull =
        isParagraph && Double(lengths[index - 1]) >= Double(width) * fullShare
        && !endsSentence(previous.range, in: bytes)
      lines[index].continuesPrevious =
        (isFull || isNearlyFull)
        && !(closesEntry(previous.range, in: bytes)
          && !holdsSemicolon(previous.range, in: bytes) && !holdsSemicolon(line.range, in: bytes))
        && !isLabel(line.range, in: bytes)
    }
  }

  private static func opensSmall(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let visible = trimmedStart(range, in: bytes)
    return !visible.isEmpty && (0x61...0x7A).contains(bytes[visible.lowerBound])
  }

  /// A line that an entry would not end in: a comma, an open bracket, a short small word, an
  /// abbreviation.
  private static func endsBroken(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    guard let last = line.last(where: { $0 != UInt8(ascii: " ") }) else { return false }
    if last == UInt8(ascii: ",") { return true }
    if line.count(where: { $0 == UInt8(ascii: "(") })
      > line.count(where: { $0 == UInt8(ascii: ")") })
    {
      return true
    }
    let word = line.split(separator: UInt8(ascii: " ")).last ?? []
    guard let first = word.first, word.count <= 3 else { return false }
    return (0x61...0x7A).contains(first)
      || word.last == UInt8(ascii: ".") && (0x41...0x5A).contains(first)
  }

  private static func endsSentence(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = bytes[range].last { $0 != UInt8(ascii: " ") }
    return last == UInt8(ascii: ".") || last == UInt8(ascii: ":")
  }

  /// Whether lines near the width go on in small letters in the next line, twice at least: only a
  /// wrap does that.
  private static func breaksSentences(
    _ lines: [Line], _ lengths: [Int], _ width: Int, in bytes: [UInt8]
  ) -> Bool {
    var breaks = 0
    for index in lines.indices.dropFirst()
    where Double(lengths[index - 1]) >= Double(width) * 0.8 && lengths[index] > 0 {
      if opensSmall(lines[index].range, in: bytes) { breaks += 1 }
    }
    return breaks >= 2
  }

  /// A short line that ends in a colon announces what follows; it ends no sentence.
  private static func isLabel(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    return line.last { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":") && line.count <= 40
  }

  /// A line that ends in a bracket or a semicolon closes an entry rather than breaking a sentence.
  private static func closesEntry(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = bytes[range].last { $0 != UInt8(ascii: " ") }
    return last == UInt8(ascii: ")") || last == UInt8(ascii: ";")
  }

  /// A semicolon before the end: lines of entries have none, so one at the end closes nothing.
  private static func holdsSemicolon(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    let last = line.lastIndex { $0 != UInt8(ascii: " ") } ?? line.startIndex
    return line[..<last].contains(UInt8(ascii: ";"))
  }

  /// Marks the lines that hang under the text of a list item: `   1. Ana Ruiz, Directora de` over
  /// `      Archivo`. Needs the typed labels.
  static func markHanging(_ lines: inout [Line], lengths: [Int], tokens: [Token]) {
    let full = Double(min(lengths.max() ?? 0, widest)) * fullShare
    var textColumn: Int?
    for index in lines.indices {
      let line = lines[index]
      if line.typedLabel != nil, let first = line.body.first {
        textColumn = line.indent + tokens[first].start - tokens[line.tokens.lowerBound].start
      } else if line.isEmpty || line.cell != nil {
        textColumn = nil
      } else if let column = textColumn, line.indent > 0, abs(line.indent - column) <= 1,
        Double(lengths[index - 1]) >= full
      {
        lines[index].continuesPrevious = true
      } else if !line.continuesPrevious {
        textColumn = nil
      }
    }
  }

  /// The wrapping width: the greatest length that three lines come near. A single longer line, such
  /// as a rule or a title, is no sign of it.
  private static func width(_ lengths: [Int]) -> Int? {
    let sorted = lengths.sorted(by: >)
    guard sorted.count >= 3 else { return nil }
    for index in 0..<sorted.count - 2 where sorted[index] - sorted[index + 2] <= 8 {
      // Where many lines are longer, nothing was wrapped here.
      let isRare = index <= max(2, lengths.count / 20)
      return isRare && (50...widest).contains(sorted[index]) ? sorted[index] : nil
    }
    return nil
  }

  /// Characters from the line's start (indent included) to its last visible one.
  private static func visibleLength(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return characters(in: range.lowerBound..<end, of: bytes)
  }

  private static func characters(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var characters = 0
      var start = range.lowerBound
      while start < range.upperBound {
        // In a byte and without a branch, many bytes are counted at once; it holds so many of them.
        let end = min(start + 255, range.upperBound)
        characters += Int(
          UnsafeBufferPointer(rebasing: bytes[start..<end])
            .reduce(UInt8(0)) { $0 &+ ($1 & 0xC0 != 0x80 ? 1 : 0) })
        start = end
      }
      return characters
    }
  }

  private static func trimmedStart(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return start..<range.upperBound
  }

  private static func contains(_ byte: UInt8, _ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes[range].contains(byte)
  }

  private static func firstWordLength(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    let visible = trimmedStart(range, in: bytes)
    let word = bytes[visible].prefix { $0 != UInt8(ascii: " ") }
    return word.count { $0 & 0xC0 != 0x80 }
  }
}
