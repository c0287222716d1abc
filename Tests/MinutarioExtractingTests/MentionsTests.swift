// Mentions: people who are talked about, not attendees, not places that bear a name.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

private func mentions(_ prose: String) -> [Mention] {
  let text = NormalizedText(lines: "DESARROLLO\n" + prose)
  var director = Attendance(
    name: "Luisa Barrera Quintana", presence: .present, confidence: 1,
    evidence: FieldEvidence(entry: nil))
  director.position = "Directora General"
  director.institution = InstitutionReference(name: "INDEMO")
  return MentionReader(vocabulary: PeopleVocabulary(lexicon: .standard)).mentions(
    text, sections: [section(.discussion, of: text, from: "DESARROLLO")], attendances: [director],
    actors: actors(in: text, attendances: [director]))
}

private func names(_ prose: String) -> [String] {
  mentions(prose).filter { $0.kind == .person }.compactMap(\.name)
}

@Test(arguments: [
  ("Se leyó la carta de la Lic. Amalia Torres Vega.", ["Amalia Torres Vega"]),
  ("Habló el comisionado Ernesto Salas Rico.", ["Ernesto Salas Rico"]),
  ("Según don Jacinto Robles, no hay agua.", ["Jacinto Robles"]),
  (
    "La obra es de Carlos Mendoza Ríos y el plano de la señora Elena Cruz.",
    ["Carlos Mendoza Ríos", "Elena Cruz"]
  ),
  ("La Dra. Amalia Torres Vega avisó. La Dra. Torres no vino.", ["Amalia Torres Vega"]),
  ("El tubo de 2½\" lo eligió la ingeniera Elena Cruz Mota.", ["Elena Cruz Mota"]),
])
func peopleWhoAreTalkedAboutAreMentions(prose: String, expected: [String]) {
  #expect(names(prose) == expected)
}

@Test(arguments: [
  "La Ing. Barrera abrió la mesa.", "Luisa Barrera Quintana leyó el acta.",
  "La señora Directora General agradeció.", "Se visitó la calle Carlos Mendoza Ríos.",
  "El acto fue en la Escuela Carlos Mendoza Ríos.",
  "Se reunieron en la Sala “Carlos Mendoza Ríos”.",
  "La Secretaría de Desarrollo Urbano no asistió.",
])
func attendeesAndPlacesAreNoMentionedPeople(prose: String) {
  #expect(names(prose) == [])
}

@Test func aPositionBesideTheNameIsRead() throws {
  let person = try #require(
    mentions("Se invitó a la Mtra. Amalia Torres Vega, regidora del Ayuntamiento de Arenales.")
      .first {
        $0.kind == .person
      })
  #expect(person.position == "regidora")
  #expect(person.institution?.name == "Ayuntamiento de Arenales")
  #expect(person.evidence.spans("name").map(\.quote) == ["Amalia Torres Vega"])
}

@Test func aPositionBeforeTheCommaIsRead() throws {
  let person = try #require(
    mentions("Avisó el alcalde, don Jacinto Robles Peña, que no vendrá.").first {
      $0.kind == .person
    })
  #expect(person.position == "alcalde")
}

@Test func aPostLeadsToItsHolderOnce() {
  let posts = mentions("La Directora General abrió. Después la Directora General leyó.")
    .filter { $0.kind == .role }
  #expect(posts.map(\.name) == ["Luisa Barrera Quintana"])
}

@Test func institutionsAreMentionedOnce() {
  let found = mentions("El INDEMO y la Secretaría de Obras firmaron. El INDEMO pagó.")
    .filter { $0.kind == .institution }.map(\.text)
  #expect(found == ["INDEMO", "Secretaría de Obras"])
}

@Test func anyTextGivesMentionsThatQuoteIt() {
  var generator = SeededGenerator(seed: 5)
  for _ in 0..<40 {
    for mention in mentions(generator.text(pieces: 80)) {
      #expect(mention.evidence.entry?.quote.isEmpty == false)
    }
  }
}
