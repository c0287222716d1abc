// Text files are often wrapped at a fixed width. Which lines only continue the one before is seen
// from the width: the author's tool broke the line because the next word did not fit.

import MinutarioModel

/// Marks the lines that continue the one before.
enum HardWrapping {
  /// Widest line, in characters, that still counts as wrapped text.
  private static let widest = 120
  /// Share of the width that a line must fill to count as full.
  private static let fullShare = 0.7

  /// Sets `continuesPrevious` on the lines of a text file; does nothing where no width is evident.
  static func mark(_ lines: inout [Line], in bytes: [UInt8]) {
    let lengths = lines.map { visibleLength($0.range, in: bytes) }
    guard let width = width(lengths, lines, in: bytes) else { return }
    for index in lines.indices.dropFirst() {
      let line = lines[index]
      let previous = lines[index - 1]
      guard line.cell == nil, previous.cell == nil, lengths[index] > 0, lengths[index - 1] > 0,
        line.headingLevel == nil, previous.headingLevel == nil,
        !contains(UInt8(ascii: "\t"), trimmedStart(line.range, in: bytes), in: bytes),
        !contains(UInt8(ascii: "\t"), trimmedStart(previous.range, in: bytes), in: bytes)
      else { continue }
      let word = firstWordLength(line.range, in: bytes)
      let fitsNot = lengths[index - 1] <= width && lengths[index - 1] + 1 + word > width
      let isCut =
        Double(lengths[index - 1]) >= Double(width) * 0.85
        && (endsInSmallWord(previous.range, in: bytes)
          && startsWithLetter(line.range, in: bytes)
          || breaksSentence(index, lines, in: bytes))
      lines[index].continuesPrevious =
        (fitsNot || isCut) && !closesEntry(previous.range, in: bytes)
    }
  }

  /// "… en el", "… de", "… y": no sentence ends in a short word of one vowel or more.
  private static func endsInSmallWord(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    guard let end = line.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return false }
    guard let blank = line[..<end].lastIndex(of: UInt8(ascii: " ")) else { return false }
    let word = line[(blank + 1)...end].map { $0 | 0x20 }
    return (1...3).contains(word.count)
      && word.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && word.contains { "aeouy".utf8.contains($0) }
  }

  private static func startsWithLetter(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard let first = trimmedStart(range, in: bytes).first.map({ bytes[$0] }) else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) || first >= 0xC3
  }

  /// A line that ends in a bracket or a semicolon closes an entry rather than breaking a sentence.
  private static func closesEntry(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let last = bytes[range].last { $0 != UInt8(ascii: " ") }
    return last == UInt8(ascii: ")") || last == UInt8(ascii: ";")
  }

  /// Marks the lines that hang under the text of a list item: `   1. Ana Ruiz, Directora de` over
  /// `      Archivo`. Needs the typed labels.
  static func markHanging(_ lines: inout [Line], in bytes: [UInt8], tokens: [Token]) {
    let lengths = lines.map { visibleLength($0.range, in: bytes) }
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

  /// The wrapping width: the longest line, when enough lines come near it; where that does not
  /// explain the breaks before small letters, the longest line that such a break cut short (a few
  /// lines of a wrapped text may stay longer, because nobody wrapped them).
  private static func width(_ lengths: [Int], _ lines: [Line], in bytes: [UInt8]) -> Int? {
    guard let longest = lengths.max() else { return nil }
    let isEvident =
      longest <= widest && longest >= 50
      && lengths.count { Double($0) >= Double(longest) * 0.85 } >= 3
    let broken = brokenSentences(lengths, lines, in: bytes)
    if broken.count >= 3, !isEvident || !explains(longest, broken),
      let cut = broken.map(\.length).max(), cut <= widest, cut >= 50, explains(cut, broken)
    {
      return cut
    }
    return isEvident ? longest : nil
  }

  /// A line whose sentence goes on in small letters on the next one.
  private struct BrokenSentence {
    var length: Int
    /// Length of the word that did not fit.
    var next: Int
  }

  private static func brokenSentences(
    _ lengths: [Int], _ lines: [Line], in bytes: [UInt8]
  ) -> [BrokenSentence] {
    lines.indices.dropFirst().compactMap { index in
      guard lengths[index - 1] > 0, lines[index].cell == nil, lines[index - 1].cell == nil,
        breaksSentence(index, lines, in: bytes)
      else { return nil }
      return BrokenSentence(
        length: lengths[index - 1], next: firstWordLength(lines[index].range, in: bytes))
    }
  }

  /// Whether a line starts in small letters and the one before it does not end a sentence.
  private static func breaksSentence(_ index: Int, _ lines: [Line], in bytes: [UInt8]) -> Bool {
    let visible = trimmedStart(lines[index].range, in: bytes)
    guard let first = visible.first.map({ bytes[$0] }),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
      let last = bytes[lines[index - 1].range].last(where: { $0 != UInt8(ascii: " ") }),
      !".:;)".utf8.contains(last)
    else { return false }
    // "a) …", "i. …" open an entry.
    let word = bytes[visible].prefix { $0 != UInt8(ascii: " ") }
    return word.count > 4 || word.last != UInt8(ascii: ")") && word.last != UInt8(ascii: ".")
  }

  /// Whether a width is why nearly all the broken lines are broken where they are.
  private static func explains(_ width: Int, _ broken: [BrokenSentence]) -> Bool {
    let explained = broken.count { $0.length <= width && $0.length + 1 + $0.next > width }
    return explained * 5 >= broken.count * 4
  }

  /// Characters from the line's start (indent included) to its last visible one.
  private static func visibleLength(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return bytes[range.lowerBound..<end].count { $0 & 0xC0 != 0x80 }
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
