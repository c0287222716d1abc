// How phrases are found in a text, and what a replaced file may look like.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct PhraseTableTests {
  private let table = PhraseTable(
    parsing: Array(
      """
      # head
      Director\tdirector\tm
      Director General\tdirector general\tm
      C.P.\t\t
      D.\tm
      D.ª\tf
      Lugar, fecha\tplace_date
      Lugar fecha\tdate_place
      Director/a\tslash
      #\tordinal
      """.utf8))

  private func match(_ line: String, at token: Int = 0, before limit: Int? = nil) -> (
    term: String, words: String
  )? {
    let text = text(line)
    guard let match = table.match(in: text, at: token, before: limit ?? text.tokens.count) else {
      return nil
    }
    return (match.entry.term, text.string(text.range(ofTokens: match.tokens)))
  }

  private func text(_ line: String) -> NormalizedText {
    let bytes = Array(line.utf8)
    var tokenizer = Tokenizer()
    tokenizer.append(bytes, in: 0..<bytes.count)
    return NormalizedText(
      bytes: bytes, lines: [], tokens: tokenizer.tokens, folded: tokenizer.folded, origins: [],
      codePointMarks: [])
  }

  @Test func longestPhraseWins() {
    #expect(match("director general de obras")?.term == "Director General")
    #expect(match("director de obras")?.term == "Director")
  }

  @Test func phraseEndsBeforeTheLimit() {
    #expect(match("director general", before: 1)?.term == "Director")
    #expect(match("director", at: 0, before: 0) == nil)
  }

  @Test(arguments: ["DIRECTOR GENERAL", "Dírector  Géneral", "dire\u{AD}ctor general"])
  func caseAccentsAndHyphenationDoNotCount(_ line: String) {
    #expect(match(line)?.term == "Director General")
  }

  @Test(arguments: ["C.P. Luz", "C. P. Luz", "c p Luz", "C..P Luz"])
  func dotsDoNotCount(_ line: String) {
    #expect(match(line)?.term == "C.P.")
  }

  @Test func dotBehindThePhraseIsNoPartOfIt() throws {
    #expect(try #require(match("C. P. Luz")).words == "C. P")
  }

  @Test func otherSignsCount() {
    #expect(match("D. Luz")?.term == "D.")
    #expect(match("D.ª Luz")?.term == "D.ª")
    #expect(match("Dª Luz")?.term == "D.ª")
    #expect(match("lugar, fecha")?.term == "Lugar, fecha")
    #expect(match("lugar fecha")?.term == "Lugar fecha")
    #expect(match("director/a")?.term == "Director/a")
    #expect(match("director a cargo")?.term == "Director")
    #expect(match("director, general")?.term == "Director")
    #expect(match("# 4")?.term == "#")
  }

  @Test func partOfAWordIsNoMatch() {
    #expect(match("directorio") == nil)
    #expect(match("ex-director") == nil)
  }

  @Test func wholePhraseIsLookedUpExactly() {
    #expect(table.entry(for: "DIRECTOR GENERAL")?.value == "director general")
    #expect(table.entry(for: "director general adjunto") == nil)
    #expect(table.entry(for: "") == nil)
    #expect(table.entry(for: "...") == nil)
  }

  @Test func secondMentionOfATermChangesNothing() {
    let table = PhraseTable(parsing: Array("Sede\tplace\nSEDE\tevent\n".utf8))
    #expect(table.count == 1)
    #expect(table.entry(for: "sede")?.value == "place")
  }

  @Test func contradictedTermLosesItsValue() {
    let file = Array("ABC\tArchivo\nABC\tBanco\nABC\tArchivo\nXY\tYerba\nX.Y.\tYerba\n".utf8)
    let table = PhraseTable(parsing: file, repetition: .losesContradicted)
    #expect(table.entry(for: "ABC")?.value == "")
    #expect(table.entry(for: "ABC")?.note == "ambiguous")
    #expect(table.entry(for: "XY")?.value == "Yerba")
  }

  @Test func fileOfWindowsReadsAlike() {
    let table = PhraseTable(parsing: [0xEF, 0xBB, 0xBF] + Array("# uno\r\nSede\tplace\r\n".utf8))
    #expect(table.entries.map(\.term) == ["Sede"])
    #expect(table.entry(for: "sede")?.value == "place")
  }

  @Test func anyBytesMakeATable() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &random) }
      let table = PhraseTable(parsing: bytes)
      for entry in table.entries { #expect(table.entry(for: entry.term) != nil) }
    }
  }
}
