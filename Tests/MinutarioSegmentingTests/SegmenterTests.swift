import MinutarioLexicon
import MinutarioModel
import MinutarioNormalizing
import MinutarioSegmenting
import MinutarioTestSupport
import Testing

@Suite struct SegmenterTests {
  private let segmenter = Segmenter(lexicon: .standard)

  private func kinds(_ lines: String) -> [Section.Kind] {
    segmenter.sections(of: NormalizedText(lines: lines)).map(\.kind)
  }

  @Test func cutsAtHeadingsInCapitals() {
    #expect(
      kinds(
        """
        MINUTA
        ASISTENTES
        Eva Luz Prado, Vocal
        ORDEN DEL DÍA
        1. Pase de lista
        2. Acuerdos anteriores
        ACUERDOS
        1. Se aprueba el acta.
        """) == [.heading, .attendees, .agenda, .agreements])
  }

  @Test func readsLetterSpacedHeadingsAndTextOnTheHeadingsLine() {
    #expect(
      kinds(
        "A S I S T E N T E S\nEva Luz Prado\nA C U E R D O S:\nNinguno\nPRÓXIMA REUNIÓN: 3 de mayo")
        == [.attendees, .agreements, .followUp])
  }

  @Test func takesAgendaItemsThatReadLikeHeadingsForItems() {
    let text = NormalizedText(
      lines: """
        ORDEN DEL DÍA
        1. Lista de asistencia
        2. Acuerdos
        3. Asuntos generales
        DESARROLLO
        Se leyó todo.
        """)
    #expect(segmenter.sections(of: text).map(\.kind) == [.agenda, .discussion])
  }

  @Test func findsHeadingsInTheMiddleOfALine() {
    #expect(
      kinds(
        "ACTA 3 - Lugar: Sala 2 - ASISTENTES: Eva Luz Prado, vocal. - ACUERDOS: 1. Pintar la sala."
      )
      .suffix(2) == [.attendees, .agreements])
  }

  @Test func sectionsCoverTheTextWithoutOverlap() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let text = NormalizedText(lines: random.text(pieces: 120))
      let sections = segmenter.sections(of: text)
      #expect(sections.first?.range.lowerBound == 0)
      #expect(sections.last?.range.upperBound == text.bytes.count)
      for (section, next) in zip(sections, sections.dropFirst()) {
        #expect(section.range.upperBound == next.range.lowerBound)
      }
      for section in sections {
        #expect(section.range.lowerBound <= section.content.lowerBound)
        #expect(section.content.upperBound == section.range.upperBound)
      }
    }
  }
}
