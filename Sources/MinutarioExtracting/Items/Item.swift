// One item of a list or of a table of minutes, before it is known what the list is about.

import MinutarioModel

/// An item: its label, its text, and the cells that stand beside it.
struct Item: Equatable {
  var label: ItemLabel?
  /// The item's own text, one range a line, without label and outer blanks.
  var pieces: [Range<Int>]
  /// Index of the item above it in the same reading.
  var parent: Int?
  /// The other cells of its row, by what their column holds.
  var cells: [ItemColumn: [Range<Int>]] = [:]

  /// From the first line's start to the last one's end.
  var range: Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return first.lowerBound..<max(first.upperBound, last.upperBound)
  }

  /// The whole entry, its label included.
  var entry: Range<Int> {
    guard let label, label.range.upperBound <= range.lowerBound else { return range }
    return label.range.lowerBound..<range.upperBound
  }
}

/// What a column beside an item's text holds; raw values as in the vocabulary of column headers.
enum ItemColumn: String {
  case label, ordinal, topic, task, responsible, due, status, notes
}

extension NormalizedText {
  /// The pieces as one line, without the punctuation that closes an item of a list.
  func joined(_ pieces: [Range<Int>]) -> String {
    let words =
      pieces.count == 1
      ? string(pieces[0]) : pieces.map { string($0) }.joined(separator: " ")
    guard words.hasUnevenBlanks else { return words }
    var line = ""
    line.reserveCapacity(words.utf8.count)
    var isBlank = false
    for character in words.unicodeScalars {
      if character.isBlank {
        isBlank = true
      } else {
        if isBlank, !line.isEmpty { line.unicodeScalars.append(" ") }
        isBlank = false
        line.unicodeScalars.append(character)
      }
    }
    return line
  }

  /// The range without a closing `;`, `,` or `.` of the list; the dot of an abbreviation stays.
  func withoutListPunctuation(_ range: Range<Int>) -> Range<Int> {
    var range = trimmed(range)
    while let last = range.last,
      bytes[last] == UInt8(ascii: ";") || bytes[last] == UInt8(ascii: ",")
    {
      range = trimmed(range.lowerBound..<last)
    }
    guard let last = range.last, bytes[last] == UInt8(ascii: "."), !endsInAbbreviation(range) else {
      return range
    }
    return trimmed(range.lowerBound..<last)
  }

  /// Whether the last word before a closing dot is a single letter ("A.C.").
  private func endsInAbbreviation(_ range: Range<Int>) -> Bool {
    let tokens = tokenIndices(in: range)
    guard tokens.count >= 2 else { return false }
    return self.tokens[tokens.upperBound - 2].shape.contains([.single, .allCapitals])
  }
}

extension Unicode.Scalar {
  /// Whether Unicode takes the scalar for white space; of ASCII that is known without its tables.
  fileprivate var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

extension String {
  /// Whether the text may hold blanks other than single spaces between words: most texts do not, and
  /// are left as they are. Says yes too often rather than too rarely.
  var hasUnevenBlanks: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var wasSpace = true
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20:
          if wasSpace { return true }
          wasSpace = true
          continue
        case 0x00..<0x20: return true
        // The first bytes of U+0085 and U+00A0, which most ordinal signs and quotes begin with too.
        case 0xC2 where bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0: return true
        // U+2000–U+200A, U+2028, U+2029 and U+202F among dashes and curly quotes; U+205F.
        case 0xE2 where bytes[index + 1] == 0x80:
          let last = bytes[index + 2]
          if last <= 0x8A || (0xA8...0xAF).contains(last) { return true }
          wasSpace = false
        case 0xE2 where bytes[index + 1] == 0x81: return true
        // U+1680 and U+3000, and other letters of their scripts.
        case 0xE1, 0xE3: return true
        default: wasSpace = false
        }
      }
      return wasSpace
    }
  }
}
