// Where one entry of a list ends and the next begins: at semicolons, and at commas and "y" before a
// new person.

import MinutarioLexicon
import MinutarioModel

/// Splits a run of tokens into entries of one person each.
struct EntrySplitter {
  let text: NormalizedText
  let parser: EntryParser

  /// The parts in order; one part when the run holds one person.
  func split(_ tokens: Range<Int>) -> [Range<Int>] {
    var starts: [Int] = []
    var depth = 0
    var hasSemicolons = false
    for index in tokens {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")) { depth += 1 }
      if token.isSign(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      if depth == 0, token.isSign(UInt8(ascii: ";")) { hasSemicolons = true }
    }
    depth = 0
    for index in tokens {
      let token = text.tokens[index]
      if token.isSign(UInt8(ascii: "(")) { depth += 1 }
      if token.isSign(UInt8(ascii: ")")) { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      if index == tokens.lowerBound {
        starts.append(index)
      } else if startsEntry(index, tokens, hasSemicolons: hasSemicolons),
        let last = starts.last,
        text.tokens[index - 1].isSign(UInt8(ascii: ";")) || namesPerson(last..<index),
        !isSurname(last..<index, before: index), !awaitsWhoIsStoodFor(last..<index)
      {
        starts.append(index)
      }
    }
    var parts: [Range<Int>] = []
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1] : tokens.upperBound
      let part = withoutAnd(start..<end)
      if !part.isEmpty { parts.append(part) }
    }
    return parts
  }

  private func startsEntry(_ index: Int, _ tokens: Range<Int>, hasSemicolons: Bool) -> Bool {
    let previous = text.tokens[index - 1]
    if previous.isSign(UInt8(ascii: ";")) { return true }
    if hasSemicolons, !parser.functionWords.isAnd(text.tokens[index]) { return false }
    let isAnd = parser.functionWords.isAnd(text.tokens[index])
    let afterComma = previous.isSign(UInt8(ascii: ","))
    guard isAnd || afterComma || isLineStart(index) || isColumnOfNames(index, tokens) else {
      return false
    }
    if hasSemicolons { return false }
    let person = isAnd ? index + 1 : index
    guard
      let match = parser.names.name(in: text, at: person, before: tokens.upperBound)
    else { return false }
    if match.titleRange != nil { return true }
    // Without an honorific it must be a well-known name, and what follows must not read on as a
    // charge: "…, Acceso a la Información y Gobierno Abierto".
    if isColumnOfNames(index, tokens) { return true }
    if match.score >= 1, match.nameTokens.count >= 2, standsBetweenRoles(match, index, tokens) {
      return true
    }
    return match.score >= 3 && match.nameTokens.count >= 2
      && !readsOn(match.tokens.upperBound, tokens)
  }

  /// Whether a part names a person already: "Directora de Salud, Dra. Ana Ruiz" is one entry.
  private func namesPerson(_ part: Range<Int>) -> Bool {
    let part = withoutAnd(part)
    guard let first = part.first else { return false }
    if let name = parser.names.name(in: text, at: first, before: part.upperBound) {
      return name.titleRange != nil || name.score >= 0
    }
    return part.contains {
      parser.names.honorific(in: text, at: $0, before: part.upperBound) != nil
    }
  }

  /// "RIVAS PEÑA, Tomasa": surnames in capitals before a comma await their given names.
  private func isSurname(_ part: Range<Int>, before index: Int) -> Bool {
    guard text.tokens[index - 1].isSign(UInt8(ascii: ",")),
      !text.tokens[index].shape.contains(.allCapitals)
    else { return false }
    // The run of capitals right before the comma: several words, or one that is a known surname.
    var run = 0
    var place = index - 2
    while place >= part.lowerBound, text.tokens[place].kind == .word,
      text.tokens[place].shape.contains(.allCapitals), text.tokens[place].range.count > 1
    {
      run += 1
      place -= 1
    }
    guard run > 0 else { return false }
    return run > 1 || parser.surnames.contains(text.tokens[index - 2])
      || place < part.lowerBound
  }

  /// "…, en representación de la Directora, Mg. X": who follows is whom the entry's person stands for.
  private func awaitsWhoIsStoodFor(_ part: Range<Int>) -> Bool {
    guard let last = part.last, text.tokens[last].isSign(UInt8(ascii: ",")) else { return false }
    let start = part.dropLast().last { text.tokens[$0].isSign(UInt8(ascii: ",")) }
    let piece = (start.map { $0 + 1 } ?? part.lowerBound)..<last
    guard let stated = parser.words.capacity(in: piece),
      stated.value.standsIn
    else { return false }
    let office = parser.institutions.withoutArticle(stated.tokens.upperBound..<piece.upperBound)
    guard let first = office.first, first > stated.tokens.lowerBound + 1 else { return false }
    return parser.roles.role(in: text, at: first, before: office.upperBound) != nil
  }

  /// "A, Presidenta, B, Tesorera, C": a role before the comma and a role behind the name.
  private func standsBetweenRoles(_ name: NameMatch, _ index: Int, _ tokens: Range<Int>) -> Bool {
    let next = name.tokens.upperBound
    guard next + 1 < tokens.upperBound, text.tokens[next].isSign(UInt8(ascii: ",")),
      parser.roles.role(in: text, at: next + 1, before: tokens.upperBound) != nil
    else { return false }
    var start = index - 2
    while start > tokens.lowerBound, !text.tokens[start].isSign(UInt8(ascii: ",")),
      index - start < 12
    {
      start -= 1
    }
    return parser.roles.role(in: text, at: start + 1, before: index) != nil
  }

  /// A name that fills its column, behind a wide gap: several people on one line.
  private func isColumnOfNames(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard isGap(before: index),
      let name = parser.names.name(in: text, at: index, before: tokens.upperBound),
      name.titleRange != nil || name.score >= 1 && name.nameTokens.count >= 2
    else { return false }
    let end = name.tokens.upperBound
    return end == tokens.upperBound || isGap(before: end)
  }

  private func isGap(before index: Int) -> Bool {
    let gap = text.tokens[index - 1].end..<text.tokens[index].start
    return gap.count >= 3 || text.gap(before: index, holds: UInt8(ascii: "\t"))
  }

  private func isLineStart(_ index: Int) -> Bool {
    guard text.gap(before: index, holds: UInt8(ascii: "\n")) else { return false }
    return !text.lines[text.lineIndex(at: text.tokens[index].start)].continuesPrevious
  }

  private func readsOn(_ index: Int, _ tokens: Range<Int>) -> Bool {
    guard index < tokens.upperBound else { return false }
    let token = text.tokens[index]
    return token.kind == .word && !parser.functionWords.isAnd(token)
      && parser.roles.role(in: text, at: index, before: tokens.upperBound) == nil
  }

  /// Without "y" at the start and separators at the end.
  private func withoutAnd(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound,
      text.tokens[start].kind == .sign && !text.tokens[start].isSign(UInt8(ascii: "("))
        || parser.functionWords.isAnd(text.tokens[start])
    {
      start += 1
    }
    return start..<tokens.upperBound
  }
}
