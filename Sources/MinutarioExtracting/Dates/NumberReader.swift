// Numbers in words ("dos mil diecinueve", "treinta y uno") and in digits, as dates and times need
// them. The words are the lexicon's; how they add up is said here.

import MinutarioLexicon
import MinutarioModel

/// Reads one number at a token.
struct NumberReader {
  let numbers: PhraseTable
  /// Tokens that a number in words may have; keeps hostile text linear.
  private static let longest = 10

  /// A number and the token behind it.
  struct Reading {
    var value: Int
    var end: Int
    var isInWords: Bool
  }

  /// The number at a token: digits (at most four), or words. A repetition in brackets, as in
  /// "tres (3)", belongs to it.
  func number(in view: TokenView, at index: Int) -> Reading? {
    if let digits = view.digits(index) {
      let reading = Reading(value: digits.value, end: index + 1, isInWords: false)
      return withRepetition(reading, in: view)
    }
    return words(in: view, at: index).map { withRepetition($0, in: view) }
  }

  /// Whether a number may start with a token.
  func mayOpen(_ token: Token) -> Bool {
    token.kind == .number || numbers.mayBegin(with: token)
  }

  /// The number in words at a token: below 10 000.
  func words(in view: TokenView, at index: Int) -> Reading? {
    var thousands = 0
    var rest = 0
    var end = index
    var next = index
    while next - index < Self.longest, let word = word(in: view, at: next),
      let sum = Self.adding(word.value, to: rest)
    {
      if word.value == 1_000 {
        guard thousands == 0 else { break }
        thousands = max(rest, 1)
        rest = 0
      } else {
        rest = sum
      }
      end = word.end
      // "treinta y uno": the link counts only before a unit.
      let isLink = view.is(end, .y) && rest % 10 == 0 && rest % 100 >= 20
      if isLink, let unit = self.word(in: view, at: end + 1), (1...9).contains(unit.value) {
        next = end + 1
      } else {
        next = end
      }
    }
    guard end > index, thousands < 10 else { return nil }
    return Reading(value: thousands * 1_000 + rest, end: end, isInWords: true)
  }

  /// The sum when the word may follow what was read; nil when a new number starts.
  private static func adding(_ value: Int, to rest: Int) -> Int? {
    switch value {
    case 1_000: rest
    case 100...900 where value % 100 == 0: rest == 0 ? value : nil
    case 10...99: rest % 100 == 0 ? rest + value : nil
    case 0...9:
      rest == 0 || rest % 100 == 0 || (rest % 10 == 0 && rest % 100 >= 20)
        ? rest + value : nil
    default: nil
    }
  }

  private func word(in view: TokenView, at index: Int) -> (value: Int, end: Int)? {
    guard index < view.limit, view.text.tokens[index].kind == .word,
      let match = numbers.match(in: view.text, at: index, before: view.limit),
      let value = Int(match.entry.value)
    else { return nil }
    return (value, match.tokens.upperBound)
  }

  private func withRepetition(_ reading: Reading, in view: TokenView) -> Reading {
    guard view.isSign(reading.end, "(") else { return reading }
    let inner = reading.end + 1
    let repeated =
      view.digits(inner).map { ($0.value, inner + 1) }
      ?? words(in: view, at: inner).map { ($0.value, $0.end) }
    guard let (value, end) = repeated, value == reading.value, view.isSign(end, ")") else {
      return reading
    }
    var longer = reading
    longer.end = end + 1
    return longer
  }
}
