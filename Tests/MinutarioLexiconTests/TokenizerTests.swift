// Words, numbers and signs as the vocabulary and the texts are both cut into.

import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct TokenizerTests {
  private func tokenizer(_ bytes: [UInt8]) -> Tokenizer {
    var tokenizer = Tokenizer()
    tokenizer.append(bytes, in: 0..<bytes.count)
    return tokenizer
  }

  private func tokenizer(_ line: String) -> Tokenizer { tokenizer(Array(line.utf8)) }

  private func words(_ line: String) -> [String] {
    let tokenizer = tokenizer(line)
    return tokenizer.tokens.filter { $0.kind != .sign }
      .map { String(decoding: tokenizer.folded[$0.folded], as: UTF8.self) }
  }

  @Test func accentsAndCaseFold() {
    #expect(words("SESIÓN Núñez GÜELL Ñandú") == ["sesion", "nunez", "guell", "nandu"])
    #expect(words("Sesio\u{301}n") == ["sesion"])
    #expect(Tokenizer.foldedKey("María  Muñoz-Peña.") == "maria munoz-pena")
  }

  @Test func apostrophesAndHyphensStayInsideWords() {
    #expect(words("D’Alessio d´Aubuisson O'Higgins") == ["d'alessio", "d'aubuisson", "o'higgins"])
    #expect(words("Muñoz–Peña ex-alcalde -guion-") == ["munoz-pena", "ex-alcalde", "guion"])
    #expect(words("'cita' Lugar- 3-4") == ["cita", "lugar", "3", "4"])
  }

  @Test func lettersAndDigitsAreCutApart() {
    #expect(words("14h30 1ª 2/o CT01") == ["14", "h", "30", "1", "2", "o", "ct", "01"])
  }

  @Test func spacedOutCapitalsAreOneWord() {
    #expect(words("A C U E R D O S : 1") == ["acuerdos", "1"])
    #expect(words("O R D E N  D E L  D Í A") == ["orden", "del", "dia"])
    #expect(words("A B C") == ["a", "b", "c"])
    #expect(tokenizer("A C T A").tokens[0].shape.contains(.spacedOut))
    #expect(words("A. C. T. A.") == ["a", "c", "t", "a"])
  }

  @Test func shapesTellHowAWordIsWritten() {
    let tokens = tokenizer("ACTA Acta acta Á").tokens
    #expect(tokens[0].shape == [.capitalized, .allCapitals])
    #expect(tokens[1].shape == .capitalized)
    #expect(tokens[2].shape == [])
    #expect(tokens[3].shape == [.capitalized, .allCapitals, .single])
  }

  @Test func signsOfAKindAreOne() {
    let signs = tokenizer("– — - “ » ’ º ª ° • ▪").tokens.map(\.sign)
    let dash = UInt8(ascii: "-")
    let quote = UInt8(ascii: "\"")
    #expect(
      signs == [
        dash, dash, dash, quote, quote, UInt8(ascii: "'"), Token.ordinal, Token.ordinal,
        Token.ordinal, Token.bullet, Token.bullet,
      ])
  }

  @Test func foldingIsIdempotent() {
    for term in ["Vóß", "ÆGIR", "Łódź", "Dvořák", "İstanbul", "Ŀ", "n\u{303}", "Αθήνα", "日本"] {
      let once = Tokenizer.foldedKey(term)
      #expect(Tokenizer.foldedKey(once) == once)
    }
  }

  @Test(
    arguments: [
      [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xFF, 0xFE], [0x80, 0xBF],
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x27, 0xC3],
      [0x61, 0x2D, 0xE1],
    ] as [[UInt8]])
  func brokenUTF8IsReadToItsEnd(_ bytes: [UInt8]) {
    check(tokenizer([0x61] + bytes), count: bytes.count + 1)
    check(tokenizer(bytes), count: bytes.count)
  }

  @Test func anyBytesGiveTokensInOrder() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let count = Int.random(in: 0...120, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(tokenizer(bytes), count: count)
    }
  }

  /// Tokens lie in the bytes one behind the other, and their spellings in the folded bytes.
  private func check(_ tokenizer: Tokenizer, count: Int) {
    var end = 0
    for token in tokenizer.tokens {
      #expect(token.start >= end && token.end > token.start && token.end <= count)
      #expect(token.folded.upperBound <= tokenizer.folded.count)
      #expect(token.kind == .sign || token.hash == wordHash(tokenizer.folded[token.folded]))
      end = token.end
    }
  }
}
