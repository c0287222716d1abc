// The lexicon as a whole: replacing files, and terms that clerks write every day.

import MinutarioLexicon
import MinutarioModel
import Testing

@Suite struct LexiconTests {
  @Test func replacedFileTakesThePlaceOfItsNamesake() throws {
    let lexicon = try Lexicon(replacing: ["months.es.txt": Array("Brumario\t2\n".utf8)])
    #expect(lexicon[.months].entry(for: "brumario")?.value == "2")
    #expect(lexicon[.months].entry(for: "enero") == nil)
    #expect(lexicon[.weekdays].entry(for: "lunes")?.value == "1")
  }

  @Test(arguments: ["meses.txt", "months", "months.csv", ""])
  func nameWithoutVocabularyIsRefused(_ name: String) {
    let error = #expect(throws: Lexicon.UnknownFile.self) { try Lexicon(replacing: [name: []]) }
    #expect(error?.name == name)
  }

  @Test func emptyReplacementEmptiesATable() throws {
    let lexicon = try Lexicon(replacing: ["bodies.es.txt": []])
    #expect(lexicon[.bodies].count == 0)
  }

  @Test func replacedSentencesAreUsed() throws {
    let file = Array("date_missing\tSin fecha.\r\n".utf8)
    let lexicon = try Lexicon(replacing: ["messages.es.txt": file])
    let sentence = lexicon.messages(language: "es").sentence(
      for: MinutarioModel.Issue(.dateMissing, .warning))
    #expect(sentence.hasPrefix("Sin fecha."))
  }

  @Test(arguments: [
    (Vocabulary.headings, "ORDEN DEL DIA", "agenda"), (.headings, "Asistentes", "attendees"),
    (.headings, "Faltan con aviso", "absent"), (.headings, "ACUERDOS Y COMPROMISOS", "agreements"),
    (.headings, "Próxima Sesión", "follow_up"), (.headings, "Deliberaciones", "discussion"),
    (.fieldLabels, "Hora de inicio", "start_time"), (.fieldLabels, "Vigencia", "other_date"),
    (.fieldLabels, "Lugar, fecha y hora", "place_date_time"), (.fieldLabels, "Acta Nº", "number"),
    (.columnHeaders, "NOMBRE Y APELLIDOS", "name"), (.columnHeaders, "Fecha compromiso", "due"),
    (.columnHeaders, "Cargo / Dependencia", "position_or_unit"),
    (.institutionWords, "S.A. de C.V.", "legal_form"),
    (.institutionWords, "Ministerio", "institution"),
    (.institutionWords, "Gerencia", "unit"), (.honorifics, "Dña.", "f"),
    (.honorifics, "Pbro.", "m"),
    (.honorifics, "L.A.E.", ""), (.modes, "videoconferencia", "remote"),
    (.presence, "en uso de licencia", "excused"), (.presence, "no asistió", "absent"),
    (.presence, "en su lugar acude", "represented"), (.deadlines, "días hábiles", "relative"),
    (.deadlines, "siguiente mesa", "next_meeting"), (.deadlines, "a más tardar", "explicit"),
    (.assignments, "se instruye a", "after"), (.assignments, "remitir a", "not"),
    (.statuses, "en trámite", "open"), (.sessions, "Sesión Solemne", "otra"),
  ])
  func everydayTermIsKnown(_ kind: Vocabulary, _ term: String, _ value: String) {
    #expect(Lexicon.standard[kind].entry(for: term)?.value == value)
  }

  @Test func acronymOfSeveralCountriesHasNoName() {
    let institutions = Lexicon.standard[.institutions]
    #expect(
      institutions.entry(for: "INEGI")?.value == "Instituto Nacional de Estadística y Geografía")
    #expect(institutions.entry(for: "MSP")?.value == "Ministerio de Salud Pública")
    #expect(institutions.entry(for: "INE")?.value == "")
  }

  @Test func accentsTellAnOfficeFromAPerson() {
    let bytes = Array("SECRETARÍA Secretaría Secretaria secretaria".utf8)
    var tokenizer = Tokenizer()
    tokenizer.append(bytes, in: 0..<bytes.count)
    let text = NormalizedText(
      bytes: bytes, lines: [], tokens: tokenizer.tokens, folded: tokenizer.folded, origins: [],
      codePointMarks: [])
    #expect(
      text.tokens.map { text.hasSurplusAccent($0, over: "Secretaria") } == [
        true, true, false, false,
      ])
    #expect(
      text.tokens.map { text.lacksAccent($0, of: "Secretaría") } == [false, false, true, true])
  }
}
