// How a line looks, and how its neighbours look.

import MinutarioModel

extension HeadingFinder {
  /// What sets the line off from body text.
  func look(of line: Line) -> Heading.Look {
    var look: Heading.Look = []
    if line.headingLevel != nil
      || line.tokens.first.map({ text.tokens[$0].isSign(UInt8(ascii: "#")) }) ?? false
    {
      look.insert(.style)
    }
    if line.isBold { look.insert(.bold) }
    let words = unadorned(line.body)
    if isCapitals(words) || line.look.contains(.capitals) { look.insert(.capitals) }
    if words.contains(where: { text.tokens[$0].shape.contains(.spacedOut) }) {
      look.insert(.spacedOut)
    }
    if let last = line.tokens.last, text.tokens[last].isSign(UInt8(ascii: ":")) {
      look.insert(.colon)
    }
    return look
  }

  /// Whether all words are in capitals, and at least one of them has four letters.
  func isCapitals(_ tokens: Range<Int>) -> Bool {
    var hasLongWord = false
    for index in tokens where text.tokens[index].kind == .word {
      guard text.tokens[index].shape.contains(.allCapitals) else { return false }
      if text.tokens[index].folded.count >= 4 { hasLongWord = true }
    }
    return hasLongWord
  }

  /// Whether the candidate is an item among items of the same label and look.
  func isListSister(_ candidate: Heading, in section: Heading?) -> Bool {
    let line = text.lines[candidate.line]
    guard line.isListItem, !candidate.look.contains(.style) else { return false }
    let sisters = [previousVisible(candidate.line), nextVisible(candidate.line)]
      .compactMap { $0 }.map { text.lines[$0] }
    return sisters.contains { sister in
      sister.isListItem && sister.label?.level == line.label?.level
        && (sister.typedLabel == nil) == (line.typedLabel == nil)
        && look(of: sister).subtracting(.colon) == candidate.look.subtracting(.colon)
    }
  }

  /// Behind "(s)" or "(es)" right after a heading's word: COMPROMISO(S).
  func behindPluralMark(_ token: Int, _ limit: Int) -> Int {
    guard token + 1 < limit, text.tokens[token].isSign(UInt8(ascii: "(")),
      text.tokens[token + 1].kind == .word, text.tokens[token + 1].range.count <= 2
    else { return token }
    let hasBracket = token + 2 < limit && text.tokens[token + 2].isSign(UInt8(ascii: ")"))
    return token + (hasBracket ? 3 : 2)
  }

  /// The tokens without signs at either end.
  func unadorned(_ tokens: Range<Int>) -> Range<Int> {
    let start = withoutLeadingSigns(tokens).lowerBound
    var end = tokens.upperBound
    while end > start, text.tokens[end - 1].kind == .sign { end -= 1 }
    return start..<end
  }

  /// The tokens without signs at the start.
  func withoutLeadingSigns(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound, text.tokens[start].kind == .sign { start += 1 }
    return start..<tokens.upperBound
  }

  func onlySigns(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { text.tokens[$0].kind == .sign }
  }

  /// The offset behind the signs that close an inline heading.
  func endOfSigns(_ token: Int, _ limit: Int) -> Int {
    var end = token
    while end < limit, text.tokens[end].kind == .sign,
      !text.tokens[end].spaceBefore || end == token,
      !text.tokens[end].isSign(Token.bullet)
    {
      end += 1
    }
    return text.tokens[end - 1].end
  }

  func endsSentence(_ line: Line) -> Bool {
    guard let last = line.tokens.last else { return false }
    return text.tokens[last].isSign(UInt8(ascii: ".")) && line.tokens.count > 6
  }

  func nextVisible(_ index: Int) -> Int? {
    var next = index + 1
    while next < text.lines.count, text.lines[next].isEmpty { next += 1 }
    return next < text.lines.count ? next : nil
  }

  func previousVisible(_ index: Int) -> Int? {
    var previous = index - 1
    while previous >= 0, text.lines[previous].isEmpty { previous -= 1 }
    return previous >= 0 ? previous : nil
  }

  /// The first line of the hard-wrapped paragraph that holds a line.
  func paragraphStart(_ index: Int) -> Int {
    var start = index
    while start > 0, text.lines[start].continuesPrevious { start -= 1 }
    return start
  }
}
