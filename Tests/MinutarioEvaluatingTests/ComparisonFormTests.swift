// Which spellings count as the same value, and which do not.

import Testing

@testable import MinutarioEvaluating

@Suite struct ComparisonFormTests {
  @Test(arguments: [
    ("  Jefa de  Área;", "jefa de área"), ("•\tOrden del día.", "orden del día"),
    ("«Salón 2»", "salón 2"), ("1.º turno", "1º turno"), ("1° turno", "1º turno"),
    ("Puentes, A.C.", "puentes a.c"), ("Puentes, S. A.", "puentes s. a"),
    ("Ruiz, Anita", "ruiz, anita"), ("a – b", "a - b"), ("cafe\u{301}", "café"),
    ("pa\u{AD}labra\u{A0}dos", "palabra dos"),
  ])
  func signsAroundAValueDoNotCount(written: String, form: String) {
    #expect(ComparisonForm.plain(written) == form)
  }

  @Test func nothingIsLeftOfSignsAlone() {
    #expect(ComparisonForm.plain(" – ") == nil)
    #expect(ComparisonForm.plain(nil) == nil)
    #expect(ComparisonForm.plain("Área") != ComparisonForm.plain("Area"))
  }

  @Test(arguments: [
    ("ACUERDO CT/01/2021.-", "ct/01/2021"), ("Artículo I", "i"), ("N.º 5", "5"), ("n. 5", "5"),
    ("núm. 7", "7"), ("PRIMERO", "primero"), ("Nota 3", "nota 3"), ("Acuerdo", "acuerdo"),
    ("2.1", "2.1"),
  ])
  func aLabelIsComparedWithoutItsWord(written: String, form: String) {
    #expect(ComparisonForm.label(written) == form)
  }

  @Test(arguments: [
    ("El Instituto de Parques (IP)", "instituto de parques"), ("I.P.", "ip"),
    ("Puentes A.C.", "puentes ac"),
    ("Casa (de la cultura de la villa)", "casa (de la cultura de la villa"),
  ])
  func anInstitutionIsComparedWithoutArticleAndAcronym(written: String, form: String) {
    #expect(ComparisonForm.institution(written) == form)
  }

  @Test func aNameIsTheBagOfItsWords() {
    #expect(ComparisonForm.name("Pérez López, Juan") == ComparisonForm.name("JUAN PÉREZ LÓPEZ"))
    #expect(ComparisonForm.name("Ana Ruiz") != ComparisonForm.name("Ana Ruíz"))
    #expect(
      ComparisonForm.withoutAccents(ComparisonForm.name("Ana Ruíz"))
        == ComparisonForm.name(
          "Ruiz Ana"))
    #expect(ComparisonForm.name(nil) == "")
  }

  @Test func textsOverlapByTheirWords() {
    func overlap(_ a: String?, _ b: String?) -> Double {
      ComparisonForm.Words(a).overlap(ComparisonForm.Words(b))
    }
    #expect(overlap("podar los fresnos", "Podar los fresnos.") == 1)
    #expect(overlap("podar los fresnos hoy", "pintar las bancas hoy") == 0.25)
    #expect(overlap(nil, "–") == 1)
  }
}
