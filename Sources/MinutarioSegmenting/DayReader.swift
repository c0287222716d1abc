// Whether a line states a day. What day it is, extraction reads; here it only matters that there is
// one, and whether two lines state it in the same words.

import MinutarioLexicon
import MinutarioModel

/// Recognises statements of a day: `5 de mayo`, `cinco de mayo`, `Mayo 5`, `05/05/2024`.
struct DayReader {
  private let months: PhraseTable
  private let numbers: PhraseTable

  init(lexicon: Lexicon) {
    months = lexicon[.months]
    numbers = lexicon[.numbers]
  }

  /// The words and numbers of the first statement in a run of tokens; nil when there is none.
  func day(in text: NormalizedText, _ tokens: Range<Int>) -> [UInt64]? {
    for index in tokens {
      let range =
        months.contains(text.tokens[index])
        ? named(text, index, tokens) : numeric(text, index, tokens)
      if let range {
        return range.filter { text.tokens[$0].kind != .sign }.map { text.tokens[$0].hash }
      }
    }
    return nil
  }

  /// A number a few words before a month, or right behind it.
  private func named(_ text: NormalizedText, _ month: Int, _ tokens: Range<Int>) -> Range<Int>? {
    let first = max(tokens.lowerBound, month - 6)
    if let day = (first..<month).first(where: { isNumber(text.tokens[$0]) }) {
      return day..<min(month + 3, tokens.upperBound)
    }
    guard month + 1 < tokens.upperBound, text.tokens[month + 1].kind == .number else { return nil }
    return month..<month + 2
  }

  /// Three numbers with the same sign between them.
  private func numeric(_ text: NormalizedText, _ start: Int, _ tokens: Range<Int>) -> Range<Int>? {
    guard start + 4 < tokens.upperBound, text.tokens[start].kind == .number,
      text.tokens[start + 2].kind == .number, text.tokens[start + 4].kind == .number,
      text.tokens[start + 1].kind == .sign, "/-.".utf8.contains(text.tokens[start + 1].sign),
      text.tokens[start + 1].sign == text.tokens[start + 3].sign
    else { return nil }
    return start..<start + 5
  }

  private func isNumber(_ token: Token) -> Bool {
    token.kind == .number || numbers.contains(token)
  }
}
