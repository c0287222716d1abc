// The lines of a stretch of text as a list sees them: label, own text, indent, what stands before.

import MinutarioLexicon
import MinutarioModel

/// A visible line of a list.
struct ListLine {
  var label: ItemLabel?
  /// The line's text behind its label.
  var text: Range<Int>
  /// Whole line without outer blanks.
  var whole: Range<Int>
  var line: Line
  /// Whether an empty line stands before it.
  var followsBlank: Bool
}

/// Reads lines as lines of a list.
struct ListLines {
  let text: NormalizedText
  let labels: LabelReader
  /// Tells which words may announce a single coded label by themselves ("Acuerdo").
  let headings: PhraseTable

  /// The visible lines of a byte range in order. A label in words is one when its announcing word is
  /// known or comes back on another line.
  func lines(in range: Range<Int>) -> [ListLine] {
    guard !text.lines.isEmpty, !range.isEmpty else { return [] }
    var found: [ListLine] = []
    var index = text.lineIndex(at: range.lowerBound)
    let story = text.origins[text.lines[index].block].story
    var followsBlank = false
    while index < text.lines.count, text.lines[index].range.lowerBound < range.upperBound {
      let line = text.lines[index]
      index += 1
      if line.isEmpty {
        followsBlank = true
        continue
      }
      let clipped = text.trimmed(line.range.clamped(to: range))
      guard !clipped.isEmpty, text.origins[line.block].story == story else { continue }
      if isSignatureRule(clipped) { break }
      found.append(listLine(line, clipped, followsBlank: followsBlank))
      followsBlank = false
    }
    return withoutLoneAnnouncements(found)
  }

  /// A line to sign on ends the list.
  func isSignatureRule(_ range: Range<Int>) -> Bool {
    let opening = text.bytes[range].prefix(5)
    return opening.count == 5 && opening.allSatisfy { $0 == UInt8(ascii: "_") }
  }

  private func listLine(_ line: Line, _ clipped: Range<Int>, followsBlank: Bool) -> ListLine {
    let isWhole = clipped.lowerBound <= text.trimmed(line.range).lowerBound
    var label: ItemLabel?
    if isWhole {
      label = labels.label(of: line)
    } else if let first = text.tokenIndices(in: clipped).first {
      label =
        labels.inlineBullet(at: first, before: line.tokens.upperBound)
        ?? labels.inline(at: first, before: line.tokens.upperBound)
        ?? labels.inWords(at: first, before: line.tokens.upperBound)
    }
    let start = min(max(clipped.lowerBound, label?.end ?? 0), clipped.upperBound)
    return ListLine(
      label: label, text: text.trimmed(start..<clipped.upperBound), whole: clipped, line: line,
      followsBlank: followsBlank)
  }

  /// "Acuerdo 3." once may be a sentence; where another line begins alike it is a label.
  private func withoutLoneAnnouncements(_ lines: [ListLine]) -> [ListLine] {
    var counts: [UInt64: Int] = [:]
    var ordinals = 0
    for line in lines {
      if let word = line.label?.announcedBy { counts[word, default: 0] += 1 }
      if line.label?.kind == .ordinal { ordinals += 1 }
    }
    return lines.map { line in
      guard let label = line.label else { return line }
      let isLone = label.announcedBy.map { !announcesAgreements($0) && counts[$0] == 1 } ?? false
      let isWord = label.kind == .ordinal && ordinals == 1 && !closesWithDash(label)
      guard isLone || isWord else { return line }
      var plain = line
      plain.label = nil
      plain.text = line.whole
      return plain
    }
  }

  private func closesWithDash(_ label: ItemLabel) -> Bool {
    guard label.range.upperBound <= label.end else { return false }
    let tokens = text.tokenIndices(in: label.range.upperBound..<label.end)
    return tokens.contains { text.tokens[$0].isSign(UInt8(ascii: "-")) }
  }

  /// A word that heads agreements ("Acuerdo") may announce one label too.
  private func announcesAgreements(_ word: UInt64) -> Bool {
    headings.entry(ofWord: word)?.value == Section.Kind.agreements.rawValue
  }
}
