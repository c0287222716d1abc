// Recognises a person's name at a place in the text: honorifics, then capitalised words with the
// small words and initials that Spanish names hold. It says how sure it is; callers decide how sure
// they must be: a line of a roster needs less than a word in running text.

import MinutarioLexicon
import MinutarioModel

/// A name found in a text.
struct NameMatch: Equatable {
  /// Byte range of the honorifics as written; nil when there are none.
  var titleRange: Range<Int>?
  /// Byte range of the name itself.
  var nameRange: Range<Int>
  /// Token indices of the name itself.
  var nameTokens: Range<Int>
  /// Token indices of honorifics and name.
  var tokens: Range<Int>
  /// How much speaks for a person: an honorific, known given names and surnames, two words or more;
  /// below 1 it is hardly one.
  var score: Int
}

/// Reads names by the vocabulary of honorifics, given names, surnames and particles.
struct NameReader: Sendable {
  let honorifics: PhraseTable
  private let givenNames: PhraseTable
  private let surnames: PhraseTable
  private let particles: PhraseTable
  private let roles: PhraseTable
  private let institutionWords: PhraseTable
  private let months: PhraseTable
  private let headings: PhraseTable
  private let capacities: PhraseTable
  private let functionWords: FunctionWords
  /// Honorifics in a row at most; what has more is no name, and must not be read over and over.
  private static let mostHonorifics = 8
  /// Bytes of an abbreviation that may stand in the vocabulary without its dot.
  private static let longestAbbreviation = 5
  /// Words of one name at most, particles not counted.
  private static let longest = 7

  init(lexicon: Lexicon, functionWords: FunctionWords) {
    honorifics = lexicon[.honorifics]
    givenNames = lexicon[.givenNames]
    surnames = lexicon[.surnames]
    particles = lexicon[.nameParticles]
    roles = lexicon[.roles]
    institutionWords = lexicon[.institutionWords]
    months = lexicon[.months]
    headings = lexicon[.headings]
    capacities = lexicon[.capacities]
    self.functionWords = functionWords
  }

  /// The name that starts at the token, its honorifics included; nil when none does.
  func name(in text: NormalizedText, at token: Int, before limit: Int) -> NameMatch? {
    // Asked for every word of a text, most of which open neither a title nor a name.
    guard token < limit, mayOpen(text.tokens[token]) else { return nil }
    let title = honorific(in: text, at: token, before: limit)
    let start = title?.upperBound ?? token
    guard let words = words(in: text, from: start, before: limit, hasTitle: title != nil) else {
      return nil
    }
    return NameMatch(
      titleRange: title.map { text.range(ofTokens: $0) },
      nameRange: text.range(ofTokens: words), nameTokens: words,
      tokens: (title?.lowerBound ?? words.lowerBound)..<words.upperBound,
      score: score(of: words, in: text) + (title == nil ? 0 : 3))
  }

  /// Whether a name or the honorific before it may start with the token.
  func mayOpen(_ token: Token) -> Bool {
    startsName(token) || honorifics.mayBegin(with: token)
  }

  /// The honorifics that start at the token, one or several in a row, their dots included.
  func honorific(in text: NormalizedText, at token: Int, before limit: Int) -> Range<Int>? {
    var end = token
    var first = token
    var count = 0
    while end < limit, count < Self.mostHonorifics,
      let match = honorifics.match(in: text, at: end, before: limit)
    {
      var next = match.tokens.upperBound
      let hasDot = next < limit && isDot(text.tokens[next])
      if hasDot {
        // "… al profesor. Preguntar": a word that is written out ends its sentence there.
        if text.tokens[next - 1].range.count > Self.longestAbbreviation,
          match.entry.term.utf8.last != UInt8(ascii: ".")
        {
          break
        }
        next += 1
      }
      if next < limit, text.tokens[next].isSign(Token.ordinal) { next += 1 }
      let word = text.tokens[match.tokens.lowerBound]
      let isAbbreviation = hasDot || match.tokens.count > 1
      // "Ma.", "Fco.": an abbreviated given name, though an honorific may be spelt the same.
      if match.tokens.count == 1, givenNames.contains(word) || functionWords.contains(word) {
        break
      }
      // A lone letter without a dot is an initial or a label; a written-out title is one only
      // before a name.
      if match.tokens.count == 1, word.shape.contains(.single), !hasDot,
        !(next < limit && next > match.tokens.upperBound)
      {
        break
      }
      if !isAbbreviation, !(next < limit && startsName(text.tokens[next])) { break }
      // "Profesora Titular": a word that is also a role is one before another role.
      if roles.contains(word), next < limit, roles.contains(text.tokens[next]),
        !surnames.contains(text.tokens[next]), !givenNames.contains(text.tokens[next])
      {
        break
      }
      if let corps = corpsAcronym(text, next, before: limit) { next = corps }
      // "los CC. Profr. Juan": the plural belongs to all, not to his title.
      let isPlural =
        isDoubledLetter(text.folded(text.tokens[match.tokens.upperBound - 1]))
        || functionWords.isArticle(word)
      if isPlural { first = next }
      end = next
      count += 1
    }
    return end > token ? (first < end ? first : token)..<end : nil
  }

  /// "My. PNP Raúl Soto": the acronym of a corps between the rank and the name belongs to the rank.
  private func corpsAcronym(_ text: NormalizedText, _ index: Int, before limit: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let token = text.tokens[index]
    let next = text.tokens[index + 1]
    guard token.kind == .word, token.shape.contains(.allCapitals),
      (2...5).contains(token.range.count),
      startsName(next), !next.shape.contains(.allCapitals), !givenNames.contains(token),
      !surnames.contains(token)
    else { return nil }
    return index + 1
  }

  private func isDoubledLetter(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 2 && word.first == word.last
  }

  /// Whether the token may be the first of a name.
  func startsName(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.capitalized)
  }

  private func words(
    in text: NormalizedText, from start: Int, before limit: Int, hasTitle: Bool
  ) -> Range<Int>? {
    guard start < limit, startsName(text.tokens[start]) else { return nil }
    if functionWords.contains(text.tokens[start]), !surnames.contains(text.tokens[start]),
      !mayOpenName(text, start, before: limit, hasTitle: hasTitle)
    {
      return nil
    }
    let first = text.tokens[start]
    if roles.contains(first) || institutionWords.contains(first) || headings.contains(first)
      || capacities.contains(first),
      !surnames.contains(first),
      !givenNames.contains(first)
    {
      return nil
    }
    var end = start
    var count = 0
    var index = start
    while index < limit, count < Self.longest {
      let token = text.tokens[index]
      if index > start, isGap(text, before: index) { break }
      if token.isSign(UInt8(ascii: "'")), !token.spaceBefore, index > start {
        index += 1
        continue
      }
      // "Mª", "M.ª".
      if token.isSign(Token.ordinal), !token.spaceBefore,
        index == start + 1 || index == start + 2 && isDot(text.tokens[start + 1]),
        text.tokens[start].shape.contains(.single)
      {
        index += 1
        continue
      }
      if token.kind == .sign {
        guard let next = nickname(in: text, at: index, before: limit) else { break }
        index = next
        continue
      }
      guard token.kind == .word else { break }
      if index > start, functionWords.opensClause(token), !particles.contains(token),
        !token.shape.contains(.capitalized) || !token.shape.contains(.single)
      {
        break
      }
      if index > start, startsCharge(in: text, at: index, before: limit, words: count, first: start)
      {
        break
      }
      if particles.contains(token),
        !token.shape.contains(.capitalized) || isAllCapitals(text, start)
      {
        guard let next = afterParticles(in: text, at: index, before: limit) else { break }
        if next > index {
          index = next
          continue
        }
      }
      guard token.shape.contains(.capitalized) || isElided(text, token) else { break }
      if index > start, let match = honorifics.match(in: text, at: index, before: limit),
        match.tokens.count > 1 || followedByDot(text, match.tokens.upperBound, limit),
        !givenNames.contains(token), !token.shape.contains(.single)
      {
        break
      }
      index += 1
      count += 1
      if isInitialDot(in: text, at: index, before: limit, word: token) { index += 1 }
      end = index
    }
    guard count > 0, (start..<end).contains(where: { isLongWord(text.tokens[$0]) }) else {
      return nil
    }
    return start..<end
  }

  /// "Del Carril, Ana": a particle opens a name before a capital; an article ("La Presidenta") does
  /// only in a name that stands in capitals or behind a title.
  private func mayOpenName(
    _ text: NormalizedText, _ index: Int, before limit: Int, hasTitle: Bool
  ) -> Bool {
    let token = text.tokens[index]
    guard particles.contains(token), index + 1 < limit else { return false }
    if hasTitle || isAllCapitals(text, index) { return true }
    let next = text.tokens[index + 1]
    return functionWords.isDe(token) && startsName(next) && !roles.contains(next)
      && !institutionWords.contains(next)
  }

  /// A role or an institution begins here, so the name has ended: "Ana Ruiz Directora de …". A word
  /// that is also a surname stays in the name when a comma or the end follows.
  private func startsCharge(
    in text: NormalizedText, at index: Int, before limit: Int, words count: Int, first: Int
  ) -> Bool {
    let token = text.tokens[index]
    let isSurname = surnames.contains(token)
    if let role = roles.match(in: text, at: index, before: limit) {
      let ends =
        role.tokens.upperBound == limit || text.tokens[role.tokens.upperBound].kind == .sign
      if !isSurname || (count >= 3 && !ends) { return count >= (isSurname ? 2 : 1) }
      return count >= 2 && role.tokens.count > 1
    }
    if token.shape.contains(.allCapitals), token.range.count >= 3, count >= 2, !isSurname,
      !givenNames.contains(token), !isAllCapitals(text, first)
    {
      return true
    }
    return institutionWords.contains(token) && !isSurname && !givenNames.contains(token)
      && count >= 2
  }

  /// Behind particles that are followed by a capital; nil when they end the name.
  private func afterParticles(in text: NormalizedText, at token: Int, before limit: Int) -> Int? {
    var index = token
    while index < limit, index - token < 4, particles.contains(text.tokens[index]),
      !text.tokens[index].shape.contains([.capitalized, .single])
    {
      index += 1
      if index < limit, isDot(text.tokens[index]), !text.tokens[index].spaceBefore { index += 1 }
    }
    guard index < limit, startsName(text.tokens[index]), !isGap(text, before: index) else {
      // A capital that is itself listed as a particle ("San") may close a name.
      return nil
    }
    if honorific(in: text, at: index, before: limit) != nil, !surnames.contains(text.tokens[index])
    {
      return nil
    }
    let joins = text.tokens[token]
    let isAnd = joins.folded.count == 1 && !joins.shape.contains(.capitalized)
    if isAnd, index == token + 1, givenNames.contains(text.tokens[index]) {
      // "Iván Soto y Rosa Paz": a given name that is a surname too opens a name before another word.
      let opensName =
        index + 1 < limit && startsName(text.tokens[index + 1])
        && surnames.contains(text.tokens[index + 1])
      if opensName || !surnames.contains(text.tokens[index]) { return nil }
    }
    return index
  }

  /// Behind a nickname in brackets or quotes that stands between two words of a name.
  private func nickname(in text: NormalizedText, at token: Int, before limit: Int) -> Int? {
    guard token + 3 < limit,
      text.tokens[token].isSign(UInt8(ascii: "(")), startsName(text.tokens[token + 1]),
      text.tokens[token + 2].isSign(UInt8(ascii: ")")), startsName(text.tokens[token + 3]),
      !text.tokens[token + 1].shape.contains(.single),
      !roles.contains(text.tokens[token + 1]),
      surnames.contains(text.tokens[token + 3]) || givenNames.contains(text.tokens[token + 1])
    else { return nil }
    return token + 3
  }

  /// A dot that belongs to an initial or an abbreviated name: `A.`, `Ma.`, `Fco.`, `Vda.`.
  private func isInitialDot(
    in text: NormalizedText, at index: Int, before limit: Int, word: Token
  ) -> Bool {
    guard index < limit, isDot(text.tokens[index]), !text.tokens[index].spaceBefore else {
      return false
    }
    if word.shape.contains(.single) { return true }
    guard word.range.count <= 4, index + 1 < limit else { return false }
    let next = text.tokens[index + 1]
    return next.kind == .word
      && (particles.contains(next) || next.shape.contains(.capitalized))
      && (particles.contains(word) || givenNames.contains(word) || !honorifics.contains(word))
  }

  private func isLongWord(_ token: Token) -> Bool {
    token.kind == .word && !token.shape.contains(.single)
  }

  /// "d'Abreu": a particle grown together with a name.
  private func isElided(_ text: NormalizedText, _ token: Token) -> Bool {
    let folded = text.folded(token)
    return folded.count > 3 && folded.dropFirst().first == UInt8(ascii: "'")
  }

  private func score(of words: Range<Int>, in text: NormalizedText) -> Int {
    var score = 0
    var count = 0
    var hasGiven = false
    for index in words where text.tokens[index].kind == .word {
      let token = text.tokens[index]
      guard token.shape.contains(.capitalized), !particles.contains(token) || words.count == 1
      else { continue }
      count += 1
      if count <= 3, givenNames.contains(token), !hasGiven {
        hasGiven = true
        score += 2
      } else if surnames.contains(token) {
        score += 1
      }
      if months.contains(token), !surnames.contains(token), !givenNames.contains(token) {
        score -= 2
      }
      if institutionWords.contains(token), !surnames.contains(token), !givenNames.contains(token) {
        score -= 3
      }
    }
    if roles.contains(text.tokens[words.lowerBound]), !hasGiven { score -= 3 }
    return score + (count >= 2 ? 1 : -1)
  }

  /// Letters that stand apart so far that they are another column.
  private func isGap(_ text: NormalizedText, before index: Int) -> Bool {
    let gap = text.tokens[index - 1].end..<text.tokens[index].start
    if text.gap(before: index, holds: UInt8(ascii: "\t")) { return true }
    return gap.count >= 3 && !text.gap(before: index, holds: UInt8(ascii: "\n"))
  }

  private func isAllCapitals(_ text: NormalizedText, _ start: Int) -> Bool {
    text.tokens[start].shape.contains(.allCapitals) && !text.tokens[start].shape.contains(.single)
  }

  private func isDot(_ token: Token) -> Bool { token.isSign(UInt8(ascii: ".")) }

  private func followedByDot(_ text: NormalizedText, _ index: Int, _ limit: Int) -> Bool {
    index < limit && isDot(text.tokens[index])
  }
}
