// Topics: the agenda goes before a list of what was dealt with.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

/// A section of a kind that reaches from one string of the text to another.
func section(
  _ kind: Section.Kind, of text: NormalizedText, from start: String, to end: String? = nil
)
  -> Section
{
  let lower = text.range(of: start).upperBound
  let upper = end.map { text.range(of: $0).lowerBound } ?? text.bytes.count
  return Section(
    kind: kind, heading: text.range(of: start), range: text.range(of: start).lowerBound..<upper,
    content: lower..<upper)
}

@Test func theAgendaGoesBeforeTheTopicsDealtWith() throws {
  let text = NormalizedText(
    lines: "TEMAS VISTOS\nRiego\nORDEN DEL DÍA\n1. Quórum\n2. Obra en La Loma A.C.\nCIERRE")
  let sections = [
    section(.topics, of: text, from: "TEMAS VISTOS", to: "ORDEN DEL DÍA"),
    section(.agenda, of: text, from: "ORDEN DEL DÍA", to: "CIERRE"),
  ]
  let topics = TopicReader(lexicon: .standard).topics(text, sections: sections)
  #expect(topics.map(\.text) == ["Quórum", "Obra en La Loma A.C."])
  #expect(topics.map(\.label) == ["1", "2"])
  let label = try #require(topics[1].evidence.spans("label").first)
  #expect(label.quote == "2")
  #expect(topics[1].evidence.entry?.quote == "2. Obra en La Loma A.C.")
}

@Test func anAgendaWithAPlainHeadingGoesFirst() {
  let text = NormalizedText(
    lines: "Programa Nacional de Riego\n- Luisa Barrera\nAGENDA\n1. Cuentas\nCIERRE")
  let sections = [
    section(.agenda, of: text, from: "Programa Nacional de Riego", to: "AGENDA"),
    section(.agenda, of: text, from: "AGENDA", to: "CIERRE"),
  ]
  let topics = TopicReader(lexicon: .standard).topics(text, sections: sections)
  #expect(topics.map(\.text) == ["Cuentas"])
}

@Test func withoutAListThereAreNoTopics() {
  let text = NormalizedText(lines: "DESARROLLO\n1. Se habló del riego.")
  let sections = [section(.discussion, of: text, from: "DESARROLLO")]
  #expect(TopicReader(lexicon: .standard).topics(text, sections: sections).isEmpty)
}

@Test func whatWasSaidBehindTheAgendaIsNoAgenda() {
  let found = record(
    """
    AGENDA
    I. Lectura del acta
    II. Informe de la administración
    III. Varios
    ARTÍCULO I. Se lee el acta anterior y se aprueba sin observaciones de los presentes.
    ARTÍCULO II. La administradora informa que hay doce conexiones nuevas en el mes.
    """)
  #expect(found.topics.map(\.label) == ["I", "II", "III"])
}

@Test func aSecondListOfAnAgendaStays() {
  let found = record(
    """
    ORDEN DEL DÍA
    Primera parte
    1. Lectura del acta
    2. Informe de obras
    Segunda parte
    1. Fiestas del barrio
    2. Alumbrado de la plaza
    """)
  #expect(found.topics.count == 4)
}
