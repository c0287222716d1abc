// Recognises the head of a position ("Directora General de …"), also where a letter slipped.

import MinutarioLexicon
import MinutarioModel

/// The head of a position found in a text.
struct RoleMatch: Equatable {
  var tokens: Range<Int>
  /// Gender-neutral key from the lexicon.
  var key: String
  /// A plural, as group headings have it: REGIDORES PROPIETARIOS.
  var isPlural: Bool
  /// What the lexicon has in its place, when the word was misspelt.
  var repaired: String?
}

/// Looks role words up, first as they are, then one letter away.
struct RoleFinder: Sendable {
  private let roles: PhraseTable
  private let givenNames: PhraseTable
  private let memberWords: PhraseTable
  private let capacities: PhraseTable
  /// Folded one-word roles of five letters or more and `jefe`, by their first letter.
  private let singleWords: [UInt8: [(folded: [UInt8], term: String, key: String)]]

  init(lexicon: Lexicon) {
    roles = lexicon[.roles]
    givenNames = lexicon[.givenNames]
    memberWords = lexicon[.memberWords]
    capacities = lexicon[.capacities]
    var words: [UInt8: [(folded: [UInt8], term: String, key: String)]] = [:]
    for entry in roles.entries where !entry.term.contains(" ") {
      let folded = Array(Tokenizer.foldedKey(entry.term).utf8)
      if let first = folded.first, folded.count >= 4 {
        words[first, default: []].append((folded, entry.term, entry.value))
      }
    }
    singleWords = words
  }

  /// The role that starts at the token.
  func role(in text: NormalizedText, at token: Int, before limit: Int) -> RoleMatch? {
    guard let match = roles.match(in: text, at: token, before: limit) else {
      return hyphenatedRole(in: text, at: token, before: limit)
    }
    guard !text.hasSurplusAccent(text.tokens[token], over: match.entry.term) else { return nil }
    return RoleMatch(
      tokens: match.tokens, key: match.entry.value, isPlural: match.entry.note == "p",
      repaired: nil)
  }

  /// "Alcaldesa-Presidenta", "Secretario-Interventor": two offices grown together.
  private func hyphenatedRole(
    in text: NormalizedText, at token: Int, before limit: Int
  ) -> RoleMatch? {
    guard token < limit, text.tokens[token].shape.contains(.hyphenated) else { return nil }
    let folded = text.folded(text.tokens[token])
    guard let hyphen = folded.firstIndex(of: UInt8(ascii: "-")),
      let first = roles.entry(for: String(decoding: folded[..<hyphen], as: UTF8.self)),
      roles.entry(for: String(decoding: folded[(hyphen + 1)...], as: UTF8.self)) != nil
    else { return nil }
    return RoleMatch(
      tokens: token..<token + 1, key: first.value, isPlural: first.note == "p", repaired: nil)
  }

  /// A plural role that gives the people under or behind it their position; "miembros" does not.
  func pluralOffice(in text: NormalizedText, at token: Int, before limit: Int) -> RoleMatch? {
    guard let role = role(in: text, at: token, before: limit), role.isPlural,
      !memberWords.contains(text.tokens[token]) || isSeat(role, in: text)
    else { return nil }
    return role
  }

  /// "Miembros principales": with the kind of seat even a member's word is an office.
  private func isSeat(_ role: RoleMatch, in text: NormalizedText) -> Bool {
    role.tokens.contains { index in
      guard
        let value = capacities.match(in: text, at: index, before: role.tokens.upperBound)?.entry
          .value
      else { return false }
      return value == "titular" || value == "suplente"
    }
  }

  /// "miembro", "invitada": says that somebody belongs, not as what.
  func isMemberWord(_ token: Token) -> Bool { memberWords.contains(token) }

  /// A word one letter away from a role, where a position must begin: capitalised, at the start of
  /// a charge, "de" or a second word behind it.
  func misspeltRole(in text: NormalizedText, at token: Int, before limit: Int) -> RoleMatch? {
    guard token < limit else { return nil }
    let word = text.tokens[token]
    guard word.kind == .word, word.shape.contains(.capitalized), word.folded.count >= 4,
      token + 1 < limit, text.tokens[token + 1].kind == .word, !givenNames.contains(word)
    else { return nil }
    let folded = Array(text.folded(word))
    guard let first = folded.first,
      let near = singleWords[first]?.first(where: { isOneEditAway(folded, $0.folded) })
    else { return nil }
    return RoleMatch(
      tokens: token..<token + 1, key: near.key, isPlural: false,
      repaired: Self.capitalizing(near.term, like: word))
  }

  private static func capitalizing(_ term: String, like word: Token) -> String {
    if word.shape.contains(.allCapitals) { return term.uppercased() }
    return term.prefix(1).uppercased() + term.dropFirst()
  }

  /// One letter changed, added or left out.
  private func isOneEditAway(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard abs(a.count - b.count) <= 1, a != b else { return false }
    let short = a.count <= b.count ? a : b
    let long = a.count <= b.count ? b : a
    var index = 0
    while index < short.count, short[index] == long[index] { index += 1 }
    let rest = short.count == long.count ? short[min(index + 1, short.count)...] : short[index...]
    return rest.elementsEqual(long[(index + 1)...])
  }
}
