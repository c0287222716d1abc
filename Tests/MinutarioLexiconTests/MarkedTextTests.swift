// Marks only say where not to look: a marked text must read as one that nobody has marked.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@Suite struct MarkedTextTests {
  private let plain = NormalizedText(
    lines: """
      ACTA n.º 3 de la Comisión de Riego, D.ª Inés Robledo, C. P. Ana Cruz
      Fecha: 3 de marzo de 2021, a las 10:00 h. (SEP) Director/a General; se acordó: ausente
      Ana Cruz, ausente con permiso de la C. Directora
      Ana Cruz, con quien se reunió
      General de Riego
      """)

  @Test func readsTheSameAsAnUnmarkedText() {
    let lexicon = Lexicon.standard
    var marked = plain
    lexicon.mark(&marked)
    #expect(marked.tokens.contains { $0.marks != 0 })
    for vocabulary in Vocabulary.allCases {
      let table = lexicon[vocabulary]
      for index in plain.tokens.indices {
        // To the end of the text, the token alone, and with the next ones.
        for limit in [plain.tokens.count, index + 1, index + 2, index + 3]
        where limit <= plain.tokens.count {
          let a = table.match(in: plain, at: index, before: limit)
          let b = table.match(in: marked, at: index, before: limit)
          #expect(a?.entry == b?.entry && a?.tokens == b?.tokens)
        }
        #expect(table.contains(plain.tokens[index]) == table.contains(marked.tokens[index]))
      }
    }
  }

  @Test func marksHoldInAPartWhoseLinesStandBesideOthers() {
    var marked = plain
    Lexicon.standard.mark(&marked)
    let end = plain.lines[2].range.upperBound
    let part = plain.part(lines: 0..<3, extent: 0..<end, sharing: 4..<5)
    let markedPart = marked.part(lines: 0..<3, extent: 0..<end, sharing: 4..<5)
    let roles = Lexicon.standard[.roles]
    let found = part.tokens.indices.compactMap {
      roles.match(in: part, at: $0, before: part.tokens.count)?.entry.term
    }
    #expect(found.contains("Directora General"))
    #expect(
      found
        == markedPart.tokens.indices.compactMap {
          roles.match(in: markedPart, at: $0, before: part.tokens.count)?.entry.term
        })
  }

  @Test func aTableOfNoLexiconIsAskedWhateverTheMarks() {
    var marked = plain
    Lexicon.standard.mark(&marked)
    let table = PhraseTable(parsing: Array("Robledo\tsurname".utf8))
    let found = marked.tokens.indices.filter {
      table.match(in: marked, at: $0, before: marked.tokens.count) != nil
    }
    #expect(found.count == 1)
  }
}
