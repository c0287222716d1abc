// Reads actors at a place of a sentence: where the phrase begins, what it names, how far it reaches.

import MinutarioLexicon
import MinutarioModel

/// Recognises people, posts, institutions and units in running text.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class ActorReader {
  let text: NormalizedText
  let names: NameReader
  let roles: RoleFinder
  let institutions: InstitutionFinder
  let directory: AttendeeDirectory
  let functionWords: FunctionWords
  let memberWords: PhraseTable
  let institutionWords: PhraseTable
  let honorifics: PhraseTable
  /// Tokens of one phrase at most.
  private static let longest = 40

  init(
    text: NormalizedText, vocabulary: PeopleVocabulary, institutions: InstitutionFinder,
    attendances: [Attendance]
  ) {
    let lexicon = vocabulary.lexicon
    self.text = text
    self.institutions = institutions
    directory = AttendeeDirectory(attendances, text: text, lexicon: lexicon)
    names = vocabulary.names
    roles = vocabulary.roles
    functionWords = vocabulary.functionWords
    memberWords = lexicon[.memberWords]
    institutionWords = lexicon[.institutionWords]
    honorifics = lexicon[.honorifics]
  }

  // MARK: Beginnings

  private typealias Opening = (kind: Actor.Kind, start: Int, end: Int)

  /// What begins at a token, behind an article: nil when nobody does.
  private func opening(at token: Int, before limit: Int) -> Opening? {
    let start = behindArticle(token, before: limit)
    guard start < limit, text.tokens[start].kind == .word else { return nil }
    let name = names.name(in: text, at: start, before: limit)
    if let name, name.titleRange != nil, isPerson(name, before: limit) {
      return (.person(name: name.nameTokens), name.tokens.lowerBound, name.tokens.upperBound)
    }
    if let role = roles.role(in: text, at: start, before: limit) {
      let next = role.tokens.upperBound
      if let name = directName(at: next, before: limit) {
        return (.person(name: name.nameTokens), start, name.tokens.upperBound)
      }
      return (.role, start, next)
    }
    if let name {
      let isKnown = directory.knows(name.nameTokens)
      if isKnown || name.score >= 3 && name.nameTokens.count >= 2 {
        return (.person(name: name.nameTokens), start, name.tokens.upperBound)
      }
    }
    if let end = institutionOpening(at: start, before: limit) { return (.institution, start, end) }
    if start > token,
      let role = roles.misspeltRole(in: text, at: start, before: min(limit + 1, text.tokens.count))
    {
      return (.role, start, role.tokens.upperBound)
    }
    return nil
  }

  /// Behind the word or words at a token that open the name of an institution, a unit or an office;
  /// nil when none does.
  private func institutionOpening(at start: Int, before limit: Int) -> Int? {
    let isCapital = text.tokens[start].shape.contains(.capitalized)
    if isCapital, institutions.isAcronym(start) { return start + 1 }
    if isCapital,
      institutions.opensInstitution(start, before: limit)
        || institutions.opensUnit(start, before: limit)
        || institutions.opensBody(start, before: limit)
    {
      return start + 1
    }
    if let match = institutionWords.match(in: text, at: start, before: limit),
      match.entry.value == "sector"
    {
      return match.tokens.upperBound
    }
    return isCapital && (isOfficeWord(start) || bearsLegalForm(start, before: limit))
      ? start + 1 : nil
  }

  /// "Regiduría", "Tesorería": offices are called so, whatever they govern.
  private func isOfficeWord(_ index: Int) -> Bool {
    let word = text.bytes[text.tokens[index].range]
    return word.count >= 9 && word.suffix(4).elementsEqual("ría".utf8)
  }

  /// "Motores del Este S.A.": capitalised words up to a legal form.
  private func bearsLegalForm(_ start: Int, before limit: Int) -> Bool {
    var index = start + 1
    while index < limit, index - start < 8 {
      if institutions.legalForm(at: index, before: limit) != nil { return true }
      guard
        text.tokens[index].shape.contains(.capitalized) || hasClass(.preposition, index)
          || isArticle(index) || isAnd(index)
      else { return false }
      index += 1
    }
    return false
  }

  /// A name right behind a post ("consejera Olmedo"), with or without an honorific.
  private func directName(at token: Int, before limit: Int) -> NameMatch? {
    guard token < limit, text.tokens[token].shape.contains(.capitalized),
      let name = names.name(in: text, at: token, before: limit)
    else { return nil }
    if directory.knows(name.nameTokens) { return name }
    let isNamed = name.score >= 2 && name.nameTokens.count >= 2
    return isNamed && isPerson(name, before: limit) ? name : nil
  }

  /// Whether what stands behind an honorific is a name, not a post ("señor Presidente").
  private func isPerson(_ name: NameMatch, before limit: Int) -> Bool {
    let first = name.nameTokens.lowerBound
    if directory.knows(name.nameTokens) { return true }
    return roles.role(in: text, at: first, before: limit) == nil
      && !institutions.opensInstitution(first, before: limit)
      && !institutions.opensUnit(first, before: limit)
  }

  func begins(at token: Int, before limit: Int) -> Bool {
    opening(at: token, before: limit) != nil
  }

  /// Behind "el", "la", "dicho", "las y los" …
  func behindArticle(_ token: Int, before limit: Int) -> Int {
    var index = token
    while index < limit, index - token < 3,
      isArticle(index)
        || index > token && isAnd(index) && index + 1 < limit && isArticle(index + 1)
    {
      index += 1
    }
    return index
  }

  func isArticle(_ index: Int) -> Bool {
    hasClass(.article, index)
  }

  func isAnd(_ index: Int) -> Bool {
    hasClass(.conjunction, index) && !text.tokens[index].shape.contains([.capitalized, .single])
  }

  func hasClass(_ kind: FunctionWords.Class, _ index: Int) -> Bool {
    index >= 0 && index < text.tokens.count && functionWords.isTerm(text.tokens[index], of: kind)
  }

  // MARK: Whole phrases

  /// The actors that a stretch names from its first token to its last, or nil when it holds anything
  /// else: "El INDEMO y la Cámara Agrícola".
  func list(in range: Range<Int>) -> [Actor]? {
    guard range.count <= Self.longest,
      let first = opening(at: range.lowerBound, before: range.upperBound)
    else { return nil }
    // What opens the list opens its only part; most lists have no other.
    guard range.dropFirst().contains(where: isSeparator) else {
      return whole(range, opening: first).map { [$0] }
    }
    let parts = parts(range)
    if parts.count == 1, parts[0] == range { return whole(range, opening: first).map { [$0] } }
    var actors: [Actor] = []
    for part in parts {
      guard let opening = opening(at: part.lowerBound, before: part.upperBound),
        let actor = whole(part, opening: opening)
      else { return nil }
      actors.append(actor)
    }
    return actors.isEmpty ? nil : actors
  }

  /// Cut at "y", commas and slashes before another actor.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where index > start {
      guard isSeparator(index),
        begins(at: behindTo(index + 1, before: range.upperBound), before: range.upperBound)
      else { continue }
      parts.append(start..<index)
      start = behindTo(index + 1, before: range.upperBound)
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// "y", a comma, a slash: what may stand between two actors.
  private func isSeparator(_ index: Int) -> Bool {
    isAnd(index) || text.tokens[index].isSign(UInt8(ascii: ","))
      || text.tokens[index].isSign(UInt8(ascii: "/"))
  }

  /// Behind a preposition that is repeated in a list: "al Presidente y a la Síndica".
  private func behindTo(_ index: Int, before limit: Int) -> Int {
    hasClass(.preposition, index) && index + 1 < limit ? index + 1 : index
  }

  private func whole(_ range: Range<Int>, opening: Opening) -> Actor? {
    let phrase = opening.start..<range.upperBound
    // Commas and brackets may stand inside; a clause may not.
    guard
      !(opening.end..<max(opening.end, range.upperBound)).contains(where: { isClauseBorder($0) })
    else {
      return nil
    }
    if case .person(let name) = opening.kind {
      guard opening.end >= range.upperBound || isApposition(opening.end) else { return nil }
      return Actor(kind: .person(name: name), tokens: opening.start..<opening.end)
    }
    if opening.kind == .role, let name = appositionName(in: phrase) {
      return Actor(kind: .person(name: name), tokens: phrase)
    }
    return Actor(kind: opening.kind, tokens: phrase)
  }

  private func isClauseBorder(_ index: Int) -> Bool {
    if text.tokens[index].isSign(UInt8(ascii: ";")) || text.tokens[index].isSign(UInt8(ascii: ":"))
    {
      return true
    }
    let word = text.tokens[index]
    return hasClass(.clause, index) || text.isPast(word) || text.isInfinitive(word)
      || text.isGerund(word) || text.isFuture(word)
  }

  /// "Ana Ruiz, Directora", "Ana Ruiz (SALUD)", "la Lic. Ruiz de la SEP".
  private func isApposition(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.isSign(UInt8(ascii: ",")) || token.isSign(UInt8(ascii: "("))
      || hasClass(.preposition, index) || hasClass(.article, index)
      || token.isSign(UInt8(ascii: "-"))
  }

  /// The person named behind a post: "el Regidor de Hacienda, C.P. Olmos".
  private func appositionName(in phrase: Range<Int>) -> Range<Int>? {
    guard let comma = phrase.first(where: { text.tokens[$0].isSign(UInt8(ascii: ",")) }),
      let name = names.name(in: text, at: comma + 1, before: phrase.upperBound),
      name.titleRange != nil || directory.knows(name.nameTokens)
    else { return nil }
    return name.nameTokens
  }

  // MARK: Open phrases

  /// The actors that begin at a token and reach as far as their phrase does.
  func actors(at token: Int, before limit: Int) -> [Actor] {
    guard let opening = opening(at: token, before: min(limit, token + Self.longest)) else {
      return []
    }
    return actors(at: token, opening: opening, before: limit)
  }

  /// The post or institution that begins at a token; nil where nobody does, and where a person does:
  /// a person's name is not read on for others that follow it.
  func postOrInstitution(at token: Int, before limit: Int) -> Actor? {
    let reach = min(limit, token + Self.longest)
    // Most capitals open a sentence or a name. Whether they open anything else is known sooner than
    // whose name it is.
    guard mayBePostOrInstitution(token, before: reach),
      let opening = opening(at: token, before: reach)
    else { return nil }
    if case .person = opening.kind { return nil }
    return actors(at: token, opening: opening, before: limit).first
  }

  private func mayBePostOrInstitution(_ token: Int, before limit: Int) -> Bool {
    let start = behindArticle(token, before: limit)
    guard start == token, start < limit else { return true }
    return roles.role(in: text, at: start, before: limit) != nil
      || institutionOpening(at: start, before: limit) != nil
  }

  private func actors(at token: Int, opening: Opening, before limit: Int) -> [Actor] {
    let end = endOfPhrase(opening, before: min(limit, token + Self.longest))
    var last = end
    while last < limit, isAnd(last) || text.tokens[last].isSign(UInt8(ascii: ",")),
      let next = endOfPhrase(
        at: behindTo(last + 1, before: limit), before: min(limit, token + Self.longest))
    {
      last = next
    }
    if let list = list(in: token..<last) { return list }
    return last > end ? list(in: token..<end) ?? [] : []
  }

  /// Where the phrase of one actor ends: capitalised words, and what "de", "en", "y" joins to them.
  private func endOfPhrase(at token: Int, before limit: Int) -> Int? {
    opening(at: token, before: limit).map { endOfPhrase($0, before: limit) }
  }

  private func endOfPhrase(_ opening: Opening, before limit: Int) -> Int {
    if case .person = opening.kind { return opening.end }
    var index = opening.end
    while index < limit, !opensField(index, before: limit) {
      let word = text.tokens[index]
      if let end = institutions.legalForm(at: index, before: limit) {
        index = end
      } else if word.isSign(UInt8(ascii: ",")),
        let end = institutions.legalForm(at: index + 1, before: limit)
      {
        index = end
      } else if word.kind != .sign, word.shape.contains(.capitalized) || word.kind == .number {
        index += 1
      } else if let next = behindJoint(index, before: limit, opening: opening.kind) {
        index = next
      } else {
        break
      }
    }
    return index
  }

  /// Whether a line with a label of its own ("Fecha: …") begins at a token.
  private func opensField(_ index: Int, before limit: Int) -> Bool {
    guard text.gap(before: index, holds: UInt8(ascii: "\n")) else { return false }
    return (index..<min(index + 4, limit)).contains { text.tokens[$0].isSign(UInt8(ascii: ":")) }
  }

  /// Behind "de la X", "en X", "y X" where X goes on with the phrase.
  private func behindJoint(_ index: Int, before limit: Int, opening: Actor.Kind) -> Int? {
    let isJoint = hasClass(.preposition, index) || isArticle(index) || isAnd(index)
    guard isJoint else { return nil }
    if isAnd(index), begins(at: index + 1, before: limit) { return nil }
    let isOf = isOfOrIn(index)
    guard isOf || isAnd(index) else { return nil }
    var next = index + 1
    while next < limit, next - index < 3, isArticle(next) { next += 1 }
    guard next < limit, text.tokens[next].kind == .word else { return nil }
    if text.tokens[next].shape.contains(.capitalized) { return next + 1 }
    // "jefa de enfermeras", "dirigente de la junta": one small word goes on with a post.
    guard opening == .role, isOf, text.tokens[next].folded.count >= 4,
      !functionWords.isTerm(text.tokens[next])
    else { return nil }
    return next + 1
  }

  private func isOfOrIn(_ index: Int) -> Bool {
    let word = text.tokens[index]
    return word.hash == GrammarWord.de.hash || word.hash == GrammarWord.del.hash
      || word.hash == Self.in.hash
  }

  private static let `in` = GrammarWord.en
}
