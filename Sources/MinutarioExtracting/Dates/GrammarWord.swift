// The small words that hold a date together. They are grammar, not vocabulary: each rule names the
// one it expects.

import MinutarioModel

/// A function word, known by the hash of its folded spelling.
struct GrammarWord {
  let hash: UInt64

  private init(_ folded: StaticString) {
    hash = folded.withUTF8Buffer { wordHash($0) }
  }

  static let de = GrammarWord("de")
  static let del = GrammarWord("del")
  static let el = GrammarWord("el")
  static let la = GrammarWord("la")
  static let las = GrammarWord("las")
  static let los = GrammarWord("los")
  static let a = GrammarWord("a")
  static let al = GrammarWord("al")
  static let y = GrammarWord("y")
  static let con = GrammarWord("con")
  static let en = GrammarWord("en")
  static let por = GrammarWord("por")
  static let via = GrammarWord("via")
  static let mediante = GrammarWord("mediante")
  static let para = GrammarWord("para")
  static let bajo = GrammarWord("bajo")
  static let se = GrammarWord("se")
  static let nos = GrammarWord("nos")
  static let su = GrammarWord("su")
  static let sus = GrammarWord("sus")
  static let un = GrammarWord("un")
  static let una = GrammarWord("una")
  static let que = GrammarWord("que")
  static let hasta = GrammarWord("hasta")
  static let desde = GrammarWord("desde")
  static let siendo = GrammarWord("siendo")
  static let ser = GrammarWord("ser")
  static let day = GrammarWord("dia")
  static let days = GrammarWord("dias")
  static let month = GrammarWord("mes")
  static let lo = GrammarWord("lo")
  static let date = GrammarWord("fecha")
  static let year = GrammarWord("ano")
}

/// Looks at single tokens of a text, never behind a limit.
struct TokenView {
  let text: NormalizedText
  let limit: Int

  func `is`(_ index: Int, _ word: GrammarWord) -> Bool {
    index < limit && text.tokens[index].kind == .word && text.tokens[index].hash == word.hash
  }

  /// Whether the token is an ASCII sign.
  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    index >= 0 && index < limit && text.tokens[index].isSign(UInt8(ascii: sign))
  }

  /// Whether the token is one of several words.
  func isAny(_ index: Int, _ words: [GrammarWord]) -> Bool { words.contains { self.is(index, $0) } }

  /// Whether the token stands directly behind the one before it.
  func isAdjacent(_ index: Int) -> Bool {
    index > 0 && index < limit && !text.tokens[index].spaceBefore
      && text.tokens[index].start == text.tokens[index - 1].end
  }

  /// Value and count of digits of a number token of up to four digits.
  func digits(_ index: Int) -> (value: Int, count: Int)? {
    guard index >= 0, index < limit, text.tokens[index].kind == .number else { return nil }
    let spelling = text.folded(text.tokens[index])
    guard spelling.count <= 4 else { return nil }
    return (spelling.reduce(0) { $0 * 10 + Int($1 &- 0x30) }, spelling.count)
  }

  /// Behind the token, and behind a dot that directly follows it.
  func skippingDot(_ index: Int) -> Int {
    isSign(index, ".") && isAdjacent(index) ? index + 1 : index
  }
}
