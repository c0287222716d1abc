// The small words that join names, positions and institutions, by their class.

import MinutarioLexicon
import MinutarioModel

/// Classes of function words.
struct FunctionWords: Sendable {
  /// Word → classes of the terms that it stands in, and above those the class of the term that it is.
  private let words: WordIndex
  private static let by = wordHash("por".utf8)
  private static let of = wordHash("de".utf8)
  private static let ofThe = wordHash("del".utf8)

  /// What the vocabulary calls its classes.
  enum Class: String, CaseIterable {
    case article, preposition, conjunction, clause, distributive, respectively

    /// The bit of a word that stands in a term of the class.
    fileprivate var bit: UInt64 {
      switch self {
      case .article: 1
      case .preposition: 2
      case .conjunction: 4
      case .clause: 8
      case .distributive: 16
      case .respectively: 32
      }
    }
    /// The bit of a word that is a term of the class by itself.
    fileprivate var wholeBit: UInt64 { bit << 8 }
  }

  private static let link = Class.article.bit | Class.preposition.bit
  private static let clauseOpening = Class.conjunction.bit | Class.clause.bit
  private static let wholeTerm: UInt64 = 0xFF00

  init(lexicon: Lexicon) {
    var marks: [UInt64: UInt64] = [:]
    for entry in lexicon[.functionWords].entries {
      let hashes = Tokenizer.wordHashes(entry.term)
      let kind = Class(rawValue: entry.value)
      for hash in hashes { marks[hash, default: 0] |= kind?.bit ?? Self.unnamed }
      if hashes.count == 1 { marks[hashes[0], default: 0] |= kind?.wholeBit ?? Self.unnamed << 8 }
    }
    words = WordIndex(marks.map { ($0, $1) })
  }

  /// The bit for a class that has no name here.
  private static let unnamed: UInt64 = 64

  /// Whether a word is a term of a class.
  func isTerm(_ token: Token, of kind: Class) -> Bool {
    token.kind == .word && words[token.hash] & kind.wholeBit != 0
  }
  /// Whether a word is a term of any class.
  func isTerm(_ token: Token) -> Bool { words[token.hash] & Self.wholeTerm != 0 }
  /// "el", "del", "las".
  func isArticle(_ token: Token) -> Bool { words[token.hash] & Class.article.bit != 0 }
  /// Articles and prepositions: what joins a position to an institution.
  func isLink(_ token: Token) -> Bool { words[token.hash] & Self.link != 0 }
  /// "y", "e", in small letters.
  func isAnd(_ token: Token) -> Bool {
    !token.shape.contains(.capitalized) && words[token.hash] & Class.conjunction.bit != 0
  }
  /// A word with which another clause sets in.
  func opensClause(_ token: Token) -> Bool { words[token.hash] & Self.clauseOpening != 0 }
  /// Any function word: none of them opens a name.
  func contains(_ token: Token) -> Bool {
    words[token.hash] & (Self.link | Self.clauseOpening) != 0
  }
  func isBy(_ token: Token) -> Bool { token.hash == Self.by }
  /// "de", "del": particles that open surnames.
  func isDe(_ token: Token) -> Bool { token.hash == Self.of || token.hash == Self.ofThe }
  func isOf(_ token: Token) -> Bool { token.hash == Self.of }
  /// "carácter", "calidad": announces positions given one by one.
  func isDistributive(_ token: Token) -> Bool { words[token.hash] & Class.distributive.bit != 0 }
  /// "respectivamente".
  func isRespectively(_ token: Token) -> Bool { words[token.hash] & Class.respectively.bit != 0 }
}
