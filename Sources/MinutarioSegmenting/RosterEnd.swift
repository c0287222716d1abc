// A roster often has no heading after it: the minutes simply go on ("Verificado el quórum, la
// Presidenta declaró …"). The first paragraph of running text behind a list ends the roster.

import MinutarioLexicon
import MinutarioModel

/// Finds where rosters end without a heading.
struct RosterEnd {
  private let text: NormalizedText
  private let presence: PhraseTable
  /// Words that make a paragraph more than an entry.
  private static let paragraphWords = 16

  init(text: NormalizedText, lexicon: Lexicon) {
    self.text = text
    presence = lexicon[.presence]
  }

  /// The headings, with one of kind `discussion` and no words wherever a roster goes over into
  /// running text.
  func closing(_ headings: [Heading]) -> [Heading] {
    var result: [Heading] = []
    for (index, heading) in headings.enumerated() {
      result.append(heading)
      guard heading.kind == .attendees || heading.kind == .absent else { continue }
      let end = index + 1 < headings.count ? headings[index + 1].start : text.extent.upperBound
      if let line = narrative(in: heading.content..<max(heading.content, end)) {
        let range = text.lines[line].range
        result.append(
          Heading(
            kind: .discussion, heading: nil, start: range.lowerBound, content: range.lowerBound,
            line: line, look: []))
      }
    }
    return result
  }

  /// The first line of a paragraph of running text behind at least one entry.
  private func narrative(in content: Range<Int>) -> Int? {
    guard !content.isEmpty else { return nil }
    var hasEntries = false
    var index = text.lineIndex(at: content.lowerBound)
    while index < text.lines.count, text.lines[index].range.lowerBound < content.upperBound {
      let line = text.lines[index]
      var end = index + 1
      while end < text.lines.count, text.lines[end].continuesPrevious { end += 1 }
      if line.range.lowerBound >= content.lowerBound, !line.isEmpty {
        if isRunningText(line.tokens.lowerBound..<text.lines[end - 1].tokens.upperBound, line) {
          if hasEntries { return index }
        } else {
          hasEntries = true
        }
      }
      index = end
    }
    return nil
  }

  private func isRunningText(_ tokens: Range<Int>, _ line: Line) -> Bool {
    guard line.cell == nil, !line.isListItem else { return false }
    let words = tokens.filter { text.tokens[$0].kind == .word }
    guard words.count >= Self.paragraphWords else { return false }
    let small = words.count { !text.tokens[$0].shape.contains(.capitalized) }
    return small * 2 > words.count && !statesPresence(tokens)
  }

  private func statesPresence(_ tokens: Range<Int>) -> Bool {
    tokens.contains { presence.match(in: text, at: $0, before: tokens.upperBound) != nil }
  }
}
