// The small words that join names, positions and institutions, by their class.

import MinutarioLexicon
import MinutarioModel

/// Classes of function words.
struct FunctionWords: Sendable {
  private let articles: Set<UInt64>
  private let prepositions: Set<UInt64>
  private let conjunctions: Set<UInt64>
  private let clauses: Set<UInt64>
  private let distributives: Set<UInt64>
  private let respectively: Set<UInt64>
  private static let by = wordHash("por".utf8)
  private static let of = wordHash("de".utf8)
  private static let ofThe = wordHash("del".utf8)

  init(lexicon: Lexicon) {
    var classes: [String: Set<UInt64>] = [:]
    for entry in lexicon[.functionWords].entries {
      classes[entry.value, default: []].formUnion(Tokenizer.wordHashes(entry.term))
    }
    articles = classes["article"] ?? []
    prepositions = classes["preposition"] ?? []
    conjunctions = classes["conjunction"] ?? []
    clauses = classes["clause"] ?? []
    distributives = classes["distributive"] ?? []
    respectively = classes["respectively"] ?? []
  }

  /// "el", "del", "las".
  func isArticle(_ token: Token) -> Bool { articles.contains(token.hash) }
  /// Articles and prepositions: what joins a position to an institution.
  func isLink(_ token: Token) -> Bool {
    articles.contains(token.hash) || prepositions.contains(token.hash)
  }
  /// "y", "e", in small letters.
  func isAnd(_ token: Token) -> Bool {
    conjunctions.contains(token.hash) && !token.shape.contains(.capitalized)
  }
  /// A word with which another clause sets in.
  func opensClause(_ token: Token) -> Bool {
    conjunctions.contains(token.hash) || clauses.contains(token.hash)
  }
  /// Any function word: none of them opens a name.
  func contains(_ token: Token) -> Bool { isLink(token) || opensClause(token) }
  func isBy(_ token: Token) -> Bool { token.hash == Self.by }
  /// "de", "del": particles that open surnames.
  func isDe(_ token: Token) -> Bool { token.hash == Self.of || token.hash == Self.ofThe }
  func isOf(_ token: Token) -> Bool { token.hash == Self.of }
  /// "carácter", "calidad": announces positions given one by one.
  func isDistributive(_ token: Token) -> Bool { distributives.contains(token.hash) }
  /// "respectivamente".
  func isRespectively(_ token: Token) -> Bool { respectively.contains(token.hash) }
}
