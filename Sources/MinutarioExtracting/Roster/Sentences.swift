// Sentences of running text, over line breaks; a dot behind an abbreviation ends none.

import MinutarioLexicon
import MinutarioModel

/// Cuts byte ranges into sentences.
struct Sentences {
  let text: NormalizedText
  let honorifics: PhraseTable

  /// Token ranges of the sentences; a paragraph always ends one.
  func sentences(in range: Range<Int>) -> [Range<Int>] {
    let tokens = text.tokenIndices(in: range)
    var sentences: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens {
      let isLast = index + 1 == tokens.upperBound
      if isLast || endsSentence(index) || endsParagraph(index) {
        if start < index + 1 { sentences.append(start..<index + 1) }
        start = index + 1
      }
    }
    return sentences
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard text.tokens[index].isSign(UInt8(ascii: ".")), index > 0 else { return false }
    let next = text.tokens[index + 1]
    guard next.spaceBefore, next.kind != .word || next.shape.contains(.capitalized) else {
      return false
    }
    let previous = text.tokens[index - 1]
    guard previous.kind == .word else { return true }
    // "Dr. ", "Ing. Ftal. ", initials, "Vda. "; "a.m. " goes on in small letters anyway.
    return
      !(endsTitle(index) || previous.shape.contains(.single)
      || previous.shape.contains(.capitalized) && previous.range.count <= 3)
  }

  private func endsTitle(_ index: Int) -> Bool {
    (max(0, index - 4)..<index).contains {
      honorifics.match(in: text, at: $0, before: index)?.tokens.upperBound == index
    }
  }

  private func endsParagraph(_ index: Int) -> Bool {
    guard text.gap(before: index + 1, holds: UInt8(ascii: "\n")) else { return false }
    return !text.lines[text.lineIndex(at: text.tokens[index + 1].start)].continuesPrevious
  }
}
