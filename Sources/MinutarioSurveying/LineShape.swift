// Lines of many documents that say the same in their own words count as one: numbers are `#`, case
// and accents are off, and in a list of people the names are `…`.

import MinutarioLexicon
import MinutarioModel

/// Makes the shapes of lines.
struct LineShape {
  let text: NormalizedText
  let lexicon: Lexicon
  /// Words that a shape has at most: what comes behind them does not tell lines apart.
  private static let longest = 12

  /// The words of a line, small, without signs.
  func words(_ tokens: Range<Int>) -> String {
    tokens.filter { text.tokens[$0].kind != .sign }.prefix(Self.longest).map(word)
      .joined(separator: " ")
  }

  /// A line of a list: words that begin with a capital are somebody's and become `…`, but for the
  /// first, which may be a title or a role, unless it is a known name. Signs stay, they are what
  /// lists are made with.
  func entry(_ tokens: Range<Int>) -> String {
    var parts: [String] = []
    for index in tokens {
      let token = text.tokens[index]
      let part =
        switch token.kind {
        case .sign: text.string(token.range)
        case .number: "#"
        case .word: isSomebodys(index, isFirst: index == tokens.lowerBound) ? "…" : word(index)
        }
      if part == "…", parts.last == "…" { continue }
      parts.append(part)
      if parts.count == Self.longest { break }
    }
    return parts.joined(separator: " ")
  }

  private func isSomebodys(_ index: Int, isFirst: Bool) -> Bool {
    guard text.tokens[index].shape.contains(.capitalized) else { return false }
    return !isFirst
      || [Vocabulary.givenNames, .surnames].contains {
        lexicon[$0].match(in: text, at: index, before: index + 1) != nil
      }
  }

  private func word(_ index: Int) -> String {
    let token = text.tokens[index]
    return token.kind == .number ? "#" : String(decoding: text.folded(token), as: UTF8.self)
  }
}
