// Phrases that make somebody responsible, as the vocabulary lists them, and their heads: "se autoriza
// a la" also when something stands between ("se autoriza por unanimidad a la …").

import MinutarioLexicon
import MinutarioModel

/// Looks assignment phrases up.
struct AssignmentPhrases {
  private let phrases: PhraseTable
  private let heads: PhraseTable

  /// A phrase found at a token.
  struct Match {
    enum Kind: String {
      case label, after, before, not
      /// The head of an `after` phrase, without its preposition.
      case head
    }

    var kind: Kind
    var tokens: Range<Int>
  }

  init(lexicon: Lexicon) {
    phrases = lexicon[.assignments]
    var lines: [String] = []
    for entry in phrases.entries where entry.value == Match.Kind.after.rawValue {
      let words = entry.term.split(separator: " ")
      guard let last = words.last else { continue }
      let links = last == "a" || last == "al" ? 1 : words.suffix(2).first == "a" ? 2 : 0
      guard links > 0, words.count > links else { continue }
      let head = words.dropLast(links)
      lines.append(head.joined(separator: " ") + "\thead")
      // "se turne a" is also written "túrnese a".
      if head.count == 2, head[0] == "se" {
        lines += Self.imperatives(of: String(head[1])).map { $0 + "\thead" }
      }
    }
    heads = PhraseTable(parsing: lines.joined(separator: "\n").utf8)
  }

  /// "turna" → "túrnase", "túrnese"; "encarga" → "encárguese". Accents do not count.
  private static func imperatives(of verb: String) -> [String] {
    guard verb.hasSuffix("a") else { return [verb + "se"] }
    let stem = String(verb.dropLast())
    let soft =
      switch stem.last {
      case "g": stem + "u"
      case "c": String(stem.dropLast()) + "qu"
      case "z": String(stem.dropLast()) + "c"
      default: stem
      }
    return [verb + "se", soft + "ese"]
  }

  /// The longest phrase at a token; a whole phrase goes before a head.
  func match(in text: NormalizedText, at token: Int, before limit: Int) -> Match? {
    if let match = phrases.match(in: text, at: token, before: limit),
      let kind = Match.Kind(rawValue: match.entry.value)
    {
      return Match(kind: kind, tokens: match.tokens)
    }
    return heads.match(in: text, at: token, before: limit).map {
      Match(kind: .head, tokens: $0.tokens)
    }
  }
}
