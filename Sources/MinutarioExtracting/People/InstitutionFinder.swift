// Recognises institutions: by the word that opens their name, by acronyms known from the lexicon or
// defined in the document ("Instituto X (INX)"), by a legal form at their end.

import MinutarioLexicon
import MinutarioModel

/// What names institutions in one document.
///
/// One for a document, shared by its readers: as a value it was copied, hundreds of bytes, for each
/// question asked through one of them.
final class InstitutionFinder {
  private let text: NormalizedText
  private let words: PhraseTable
  private let roles: PhraseTable
  private let known: PhraseTable
  private let bodies: PhraseTable
  private let functionWords: FunctionWords
  private let honorifics: PhraseTable
  private var definitions = Definitions()
  private var tokenizer = Tokenizer()

  /// An acronym with its full name, as a document defines it.
  private typealias Definition = (acronym: UInt64, fullName: String)

  /// What a document defines; each acronym once. Every capital of a text asks for its acronym.
  private struct Definitions {
    private(set) var all: [Definition] = []
    /// Acronym, and hash of a folded full name → place in `all` of the first that has it, plus one.
    private var byAcronym = WordIndex([])
    private var byName = WordIndex([])

    init() {}

    /// `keys` are the hashes of the folded full names.
    init(_ all: [Definition], keys: [UInt64]) {
      self.all = all
      byAcronym = WordIndex(
        all.enumerated().map { ($1.acronym, UInt64($0 + 1)) })
      var first: [UInt64: UInt64] = [:]
      for (index, key) in keys.enumerated() where first[key] == nil {
        first[key] = UInt64(index + 1)
      }
      byName = WordIndex(first.map { ($0, $1) })
    }

    func has(_ acronym: UInt64) -> Bool { byAcronym[acronym] != 0 }
    /// The full name of an acronym.
    func fullName(of acronym: UInt64) -> String? { at(byAcronym[acronym])?.fullName }
    /// The definition of a full name by the hash of its folded form.
    func named(_ key: UInt64) -> Definition? { at(byName[key]) }

    private func at(_ place: UInt64) -> Definition? { place == 0 ? nil : all[Int(place) - 1] }
  }

  init(text: NormalizedText, vocabulary: PeopleVocabulary) {
    let lexicon = vocabulary.lexicon
    self.text = text
    words = lexicon[.institutionWords]
    roles = lexicon[.roles]
    known = lexicon[.institutions]
    bodies = lexicon[.bodies]
    functionWords = vocabulary.functionWords
    honorifics = lexicon[.honorifics]
    definitions = findDefinitions()
  }

  /// How sure it is that a run of tokens names an institution.
  enum Likeness: Int, Comparable {
    case no, unit, generic, likely, certain
    static func < (a: Likeness, b: Likeness) -> Bool { a.rawValue < b.rawValue }
  }

  /// Judges a run of tokens, articles at its start aside.
  func likeness(_ tokens: Range<Int>) -> Likeness {
    let tokens = withoutArticle(tokens)
    guard let first = tokens.first else { return .no }
    if endsInLegalForm(tokens) { return .certain }
    if isAcronym(first), tokens.count <= 5 { return .certain }
    if let word = word(at: first, before: tokens.upperBound) {
      if word.entry.note == "legal" || word.entry.value == "legal_form" { return .certain }
      if word.entry.value == "unit" { return .unit }
      if word.entry.value == "sector" { return .no }
      return word.tokens.upperBound < tokens.upperBound ? .certain : .generic
    }
    if let last = tokens.last, tokens.count > 1, isAcronym(last) { return .likely }
    return .no
  }

  /// The opening word at the token; one that without its accent is a role ("Secretaria") is not.
  private func word(at token: Int, before limit: Int) -> PhraseTable.Match? {
    guard let match = words.match(in: text, at: token, before: limit) else { return nil }
    if roles.contains(text.tokens[token]),
      text.lacksAccent(text.tokens[token], of: match.entry.term)
    {
      return nil
    }
    return match
  }

  /// Whether the word at the token opens the name of an institution (not of a unit).
  func opensInstitution(_ token: Int, before limit: Int) -> Bool {
    word(at: token, before: limit)?.entry.value == "institution"
  }

  /// Whether an institution's name opens at the token and reaches further than a role there does.
  func opensInstitution(_ token: Int, before limit: Int, beyond role: Int) -> Bool {
    guard let match = word(at: token, before: limit), match.entry.value == "institution" else {
      return false
    }
    if match.tokens.upperBound > role { return true }
    return match.tokens.upperBound == role && role < limit
      && text.tokens[role].shape.contains(.capitalized)
  }

  /// Whether the tokens name a sector ("la sociedad civil", "el Estado") rather than an institution.
  func isSector(_ tokens: Range<Int>) -> Bool {
    guard let first = withoutArticle(tokens).first else { return false }
    return word(at: first, before: tokens.upperBound)?.entry.value == "sector"
  }

  /// Whether the word at the token opens the name of a unit.
  func opensUnit(_ token: Int, before limit: Int) -> Bool {
    word(at: token, before: limit)?.entry.value == "unit"
  }

  /// Whether the word opens the name of a body that only exists in its meetings ("Comité"), not of
  /// one that stands by itself ("Ayuntamiento").
  func opensBody(_ token: Int, before limit: Int) -> Bool {
    guard let match = bodies.match(in: text, at: token, before: limit) else { return false }
    return match.entry.value != "standing"
  }

  /// The end of a legal form ("A.C.", "S.A. de C.V.") that starts at the token.
  func legalForm(at token: Int, before limit: Int) -> Int? {
    guard token < limit, let match = words.match(in: text, at: token, before: limit),
      match.entry.value == "legal_form"
    else { return nil }
    var end = match.tokens.upperBound
    if end < limit, text.tokens[end].isSign(UInt8(ascii: ".")) { end += 1 }
    return end
  }

  private func endsInLegalForm(_ tokens: Range<Int>) -> Bool {
    for start in tokens.dropFirst().suffix(9) {
      if let end = legalForm(at: start, before: tokens.upperBound), end == tokens.upperBound {
        return true
      }
    }
    return false
  }

  /// A word that stands for an institution: listed, defined in the document, or three capitals and
  /// more in a line that is not itself in capitals.
  func isAcronym(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, token.shape.contains(.capitalized),
      !token.shape.contains(.spacedOut)
    else { return false }
    let isKnown =
      known.contains(token) || definitions.has(token.hash)
    if isKnown { return token.shape.contains(.allCapitals) || token.range.count >= 5 }
    guard token.shape.contains(.allCapitals), (3...14).contains(token.range.count) else {
      return false
    }
    guard !honorifics.contains(token), !isRoman(token) else { return false }
    return !isInCapitals(index)
  }

  /// Whether the words around a token are in capitals too.
  private func isInCapitals(_ index: Int) -> Bool {
    let line = text.lines[text.lineIndex(at: text.tokens[index].start)]
    // A line may be very long: the words near the token tell as well as all of them.
    let near = line.tokens.clamped(to: max(0, index - 40)..<index + 41)
    let words = near.filter {
      text.tokens[$0].kind == .word && text.tokens[$0].range.count >= 2
    }
    guard words.count > 1 else { return false }
    let capitals = words.count { text.tokens[$0].shape.contains(.allCapitals) }
    return capitals * 10 >= words.count * 8
  }

  private func isRoman(_ token: Token) -> Bool {
    text.folded(token).allSatisfy { "ivxlc".utf8.contains($0) }
  }

  /// The tokens behind "de", "del", "de la", "el", "la", "los", "en", "por la" …
  func withoutArticle(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound, start - tokens.lowerBound < 3,
      text.tokens[start].kind == .word, !text.tokens[start].shape.contains(.capitalized),
      functionWords.isLink(text.tokens[start])
    {
      start += 1
    }
    return start..<tokens.upperBound
  }

  /// The reference for a byte range: acronym and full name as the document or the lexicon tell.
  func reference(_ range: Range<Int>) -> InstitutionReference {
    let name = text.string(range)
    var reference = InstitutionReference(name: name)
    let tokens = text.tokenIndices(in: range)
    let key = definitions.all.isEmpty ? 0 : tokenizer.foldedHash(name)
    if let full = definitions.fullName(of: key) {
      reference.acronym = name
      reference.fullName = full
    } else if let defined = definitions.named(key) {
      reference.fullName = defined.fullName
      reference.acronym = acronymSpelling(defined.acronym)
    } else if let open = tokens.first(where: { text.tokens[$0].isSign(UInt8(ascii: "(")) }),
      open + 2 < tokens.upperBound, text.tokens[open + 2].isSign(UInt8(ascii: ")"))
    {
      reference.acronym = text.string(text.tokens[open + 1].range)
      reference.fullName = text.string(
        text.trimmed(range.lowerBound..<text.tokens[open].start))
    } else if tokens.count == 1,
      let entry = known.match(
        in: text, at: tokens.lowerBound, before: tokens.upperBound)?.entry,
      isAcronym(tokens.lowerBound)
    {
      reference.acronym = name
      // Contradicted acronyms have no name in the lexicon.
      reference.fullName = entry.value.isEmpty ? nil : entry.value
    }
    return reference
  }

  /// As the acronym is written where it first stands.
  private func acronymSpelling(_ acronym: UInt64) -> String? {
    text.tokens.first { $0.kind == .word && $0.hash == acronym }.map { text.string($0.range) }
  }

  /// `Name of an institution (ACRONYM)`: the name is the longest run before the bracket whose
  /// initials spell the acronym, or which opens with an institution's word.
  private func findDefinitions() -> Definitions {
    var found: [Definition] = []
    var keys: [UInt64] = []
    var known: Set<UInt64> = []
    for index in text.tokens.indices.dropFirst() {
      guard text.tokens[index].isSign(UInt8(ascii: "(")), index + 2 < text.tokens.count,
        text.tokens[index + 2].isSign(UInt8(ascii: ")")), isAcronymShape(index + 1),
        !known.contains(text.tokens[index + 1].hash),
        let start = definitionStart(before: index, acronym: text.tokens[index + 1])
      else { continue }
      let name = text.string(text.range(ofTokens: start..<index)).withSingleBlanks()
      known.insert(text.tokens[index + 1].hash)
      found.append((text.tokens[index + 1].hash, name))
      keys.append(tokenizer.foldedHash(name))
    }
    return Definitions(found, keys: keys)
  }

  private func isAcronymShape(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .word && token.shape.contains(.capitalized) && !isRoman(token)
      && (token.shape.contains(.allCapitals) ? 2...14 : 4...10).contains(token.range.count)
      && !honorifics.contains(token)
  }

  private func definitionStart(before open: Int, acronym: Token) -> Int? {
    let line = text.lines[text.lineIndex(at: text.tokens[open].start)]
    let limit = max(0, open - 24)
    // The farthest opening whose letter is the acronym's first; failing that, the nearest.
    var best: Int?
    var nearest: Int?
    var start = open - 1
    while start >= limit {
      let token = text.tokens[start]
      let isBreak =
        token.kind == .sign && !token.isSign(UInt8(ascii: ","))
        && !token.isSign(UInt8(ascii: "\""))
      if isBreak
        || text.lines[text.lineIndex(at: token.start)].block != line.block
          && !line.continuesPrevious
      {
        break
      }
      if opensInstitution(start, before: open) || opensUnit(start, before: open) {
        if token.shape.contains(.capitalized) {
          nearest = nearest ?? start
          if text.folded(token).first == text.folded(acronym).first { best = start }
        }
      }
      start -= 1
    }
    return best ?? nearest
  }
}

extension String {
  /// Line breaks and runs of spaces become one space; few names have any.
  fileprivate func withSingleBlanks() -> String {
    var previous = UInt8(ascii: " ")
    let isEven = utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte != UInt8(ascii: "\n") && !(byte == UInt8(ascii: " ") && previous == byte)
    }
    if isEven, previous != UInt8(ascii: " ") { return self }
    return split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }
}
