// The units in which prose is read: a paragraph, however the file wraps it, and its sentences.

import MinutarioModel

/// One paragraph or cell line with the kind of the section that it stands in.
struct Passage {
  /// Without a typed list label.
  var tokens: Range<Int>
  /// Index of its first line.
  var line: Int
  var kind: Section.Kind
  var isListItem: Bool
  var isInTable: Bool
  /// False for headers, footers, notes and comments.
  var isBody: Bool
  /// Whether it stands before the first agenda, discussion or list of agreements.
  var isHead: Bool
}

extension Passage {
  /// All passages that show something, in order.
  static func all(of text: NormalizedText, sections: [Section]) -> [Passage] {
    var passages: [Passage] = []
    var section = 0
    var isHead = true
    for (index, line) in text.lines.enumerated() where !line.tokens.isEmpty {
      while section + 1 < sections.count,
        sections[section + 1].range.lowerBound <= line.range.lowerBound
      {
        section += 1
      }
      let kind = section < sections.count ? sections[section].kind : .other
      if line.continuesPrevious, let last = passages.last, !last.isInTable {
        passages[passages.count - 1].tokens = last.tokens.lowerBound..<line.tokens.upperBound
        continue
      }
      if Self.endsHead(kind) { isHead = false }
      passages.append(
        Passage(
          tokens: line.body.isEmpty ? line.tokens : line.body, line: index, kind: kind,
          isListItem: line.isListItem, isInTable: line.cell != nil,
          isBody: text.origins[line.block].story == .body, isHead: isHead))
    }
    return passages
  }

  /// Whether a section of this kind ends the document's head.
  static func endsHead(_ kind: Section.Kind) -> Bool {
    switch kind {
    case .agenda, .topics, .discussion, .agreements, .followUp, .annexes, .signatures: true
    default: false
    }
  }

  /// The passage's sentences as token ranges. A dot behind a short capitalised word belongs to an
  /// abbreviation.
  func sentences(in text: NormalizedText) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens where text.tokens[index].isSign(UInt8(ascii: ".")) {
      guard index > start, index + 1 < tokens.upperBound else { continue }
      let next = text.tokens[index + 1]
      let last = text.tokens[index - 1]
      let isAbbreviation =
        last.kind == .word && last.shape.contains(.capitalized) && last.folded.count <= 4
        && (last.folded.count <= 2 || !last.shape.contains(.allCapitals))
      guard next.spaceBefore, next.shape.contains(.capitalized) || next.kind == .number,
        !isAbbreviation
      else { continue }
      sentences.append(start..<index + 1)
      start = index + 1
    }
    if start < tokens.upperBound { sentences.append(start..<tokens.upperBound) }
    return sentences
  }
}

extension NormalizedText {
  /// The text of a run of tokens on one line: breaks and runs of blanks become one space.
  func plainString(ofTokens indices: Range<Int>) -> String {
    var string: [UInt8] = []
    for byte in bytes[range(ofTokens: indices)] {
      let isBlank = byte <= 0x20
      if !isBlank {
        string.append(byte)
      } else if string.last != 0x20 {
        string.append(0x20)
      }
    }
    return String(decoding: string, as: UTF8.self)
  }
}
