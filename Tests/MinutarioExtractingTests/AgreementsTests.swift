// Agreements: whom they make responsible, by when, and what a post or an institution leads to.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

private func attendance(
  _ name: String, _ position: String?, at institution: String? = nil
) -> Attendance {
  var attendance = Attendance(
    name: name, presence: .present, confidence: 1, evidence: FieldEvidence(entry: nil))
  attendance.position = position
  attendance.institution = institution.map { InstitutionReference(name: $0) }
  return attendance
}

private let people = [
  attendance("Luisa Barrera Quintana", "Directora General", at: "INDEMO"),
  attendance("Efraín Solares Mota", "Director de Archivo", at: "Ayuntamiento de Arenales"),
  attendance("Nora Ibáñez Cuervo", "Titular de la Unidad de Transparencia", at: "SEPLAM"),
  attendance("Ulises Prado Rincón", "Tesorero"),
  attendance("Irma Tapia Solís", "Vocal", at: "Red Sur"),
  attendance("Hugo Lara Peña", "Vocal", at: "Red Norte"),
  attendance("Sara Olmo Vives", "Secretaria-Interventora"),
]

/// The agreements of a list under a heading, of a meeting on 2022-03-10 that meets again on 2022-04-07.
private func read(_ items: String) -> (agreements: [Agreement], issues: [MinutarioModel.Issue]) {
  let text = NormalizedText(lines: "ACUERDOS\n" + items)
  var meeting = Meeting()
  meeting.date = PartialDate(year: 2022, month: 3, day: 10)
  meeting.followUp = FollowUp(date: PartialDate(year: 2022, month: 4, day: 7), startTime: nil)
  return AgreementReader(vocabulary: PeopleVocabulary(lexicon: .standard)).agreements(
    text, sections: [section(.agreements, of: text, from: "ACUERDOS")], attendances: people,
    meeting: meeting, actors: actors(in: text, attendances: people))
}

/// Names of people, else texts, of those responsible for the only item.
private func responsibles(_ item: String) -> [String] {
  read("1. " + item).agreements.first?.responsibles.map { $0.name ?? $0.text } ?? []
}

@Test(arguments: [
  ("La SEPLAM publicará el padrón.", ["SEPLAM"]),
  ("SEPLAM y la Red Sur firmarán el convenio.", ["SEPLAM", "Red Sur"]),
  ("El Director de Archivo del Ayuntamiento enviará la lista.", ["Efraín Solares Mota"]),
  (
    "La Ing. Barrera y el Tesorero revisarán las cuentas.",
    ["Luisa Barrera Quintana", "Ulises Prado Rincón"]
  ),
  ("Efraín Solares coordinará la visita.", ["Efraín Solares Mota"]),
  (
    "Se instruye a la Titular de la Unidad de Transparencia de la SEPLAM a responder.",
    ["Nora Ibáñez Cuervo"]
  ),
  ("Se faculta al Tesorero para comprar el equipo.", ["Ulises Prado Rincón"]),
  ("Encargar a la Directora General la redacción del informe.", ["Luisa Barrera Quintana"]),
  ("Solicitar al INDEMO el mapa de la zona.", ["INDEMO"]),
  ("Enviar las fotos. Responsable: Irma Tapia.", ["Irma Tapia Solís"]),
  (
    "Se acordó la entrega del mapa por parte de la Directora General del INDEMO.",
    ["Luisa Barrera Quintana"]
  ),
  ("Túrnese el plan a la Tesorería de Arenales.", ["Tesorería de Arenales"]),
  ("Cada docente entregará su plan.", ["Cada docente"]),
  ("Pedir al INDEMO el mapa. Responsable: Irma Tapia.", ["Irma Tapia Solís"]),
  ("Encargar a la Secretaria-Interventora el anuncio.", ["Sara Olmo Vives"]),
  ("Elaborar un plan de riego, que presentará Hugo Lara.", ["Hugo Lara Peña"]),
])
func whoMustActIsResponsible(item: String, expected: [String]) {
  #expect(responsibles(item) == expected)
}

@Test(arguments: [
  "Se aprueba el acta por unanimidad.", "Oficiar al INDEMO para que conste.",
  "Se publicará el acta en la gaceta.", "Invitar al Tesorero a la visita.",
  "Se solicitó por parte de la Red Sur que conste.",
  "El plan que presentó la Directora General queda aprobado.",
])
func whoIsOnlyNamedIsNotResponsible(item: String) {
  #expect(responsibles(item) == [])
}

@Test func aPostThatSeveralHoldIsReportedNotGuessed() throws {
  let (agreements, issues) = read("1. El Vocal entregará el informe.")
  let responsible = try #require(agreements.first?.responsibles.first)
  #expect(responsible.resolution == .ambiguous)
  #expect(responsible.name == nil)
  #expect(issues.map(\.code) == [.roleAmbiguous])
  #expect(issues.first?.field == "agreements[0].responsibles")
}

@Test func resolutionsTellHowSomebodyIsKnown() {
  let agreements = read(
    "1. La SEPLAM publicará el padrón.\n2. El Tesorero pagará.\n3. Hugo Lara leerá el acta."
  ).agreements
  #expect(
    agreements.flatMap(\.responsibles).map(\.resolution)
      == [.institutionOnly, .roleInSameMeeting, .named])
}

@Test(arguments: [
  (
    "La SEPLAM enviará el mapa a más tardar el 3 de mayo de 2022.", "2022-05-03",
    Agreement.DueBasis.explicit
  ),
  ("La SEPLAM enviará el mapa el 15 de enero.", "2023-01-15", .explicit),
  ("El Tesorero pagará antes del 30 de abril.", "2022-04-30", .explicit),
  ("Enviar el mapa. Responsable: Irma Tapia. Fecha: 20 de abril de 2022.", "2022-04-20", .explicit),
  ("El Tesorero informará en la próxima reunión.", "2022-04-07", .followUpMeeting),
  ("El Tesorero informará en un plazo de cinco días hábiles.", "-", .relative),
  ("Se aprueba el acta del 2 de febrero de 2022.", "-", .none),
  ("El Tesorero firmará los estados financieros al 31 de diciembre de 2022.", "-", .none),
])
func deadlinesAreReadWithTheirBasis(item: String, date: String, basis: Agreement.DueBasis) {
  let agreement = read("1. " + item).agreements.first
  #expect((agreement?.dueDate?.description ?? "-") == date)
  #expect(agreement?.dueBasis == basis)
}

@Test func aNoteStandsUnderItsAgreement() {
  let agreements = read("I. Se aprueba el plan;\n*La Red Sur pidió que conste.\nII. Clausura")
    .agreements
  #expect(agreements.map(\.parent) == [nil, 0, nil])
  #expect(agreements.map(\.label) == ["I", "*", "II"])
}

@Test func aTableOfTasksIsReadWhereverItStands() throws {
  var document = SourceDocument(format: "docx")
  document.add("TEMAS")
  let rows = [
    ["Compromiso", "Responsable", "Plazo", "Estado"],
    ["Enviar el mapa", "Ing. Barrera / Tesorero", "03/05/2022", "Cumplido"],
    ["Medir el cauce", "Red Sur", "5 días hábiles", "Pendiente"],
  ]
  for (row, cells) in rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      document.add(cell, cell: CellPlace(table: 1, row: row + 1, column: column + 1))
    }
  }
  let text = NormalizedText(document: document)
  let agreements = AgreementReader(vocabulary: PeopleVocabulary(lexicon: .standard)).agreements(
    text, sections: [section(.topics, of: text, from: "TEMAS")], attendances: people,
    meeting: Meeting(), actors: actors(in: text, attendances: people)
  ).agreements
  #expect(agreements.map(\.text) == ["Enviar el mapa", "Medir el cauce"])
  let first = try #require(agreements.first)
  #expect(first.responsibles.map(\.name) == ["Luisa Barrera Quintana", "Ulises Prado Rincón"])
  #expect(agreements.map(\.status) == [.fulfilled, .open])
  #expect(agreements.map(\.dueBasis) == [.explicit, .relative])
}

@Test func evidenceQuotesWhatWasRead() {
  let text = NormalizedText(lines: "ACUERDOS\n1. El Tesorero pagará antes del 30 de abril de 2022.")
  let agreement = AgreementReader(vocabulary: PeopleVocabulary(lexicon: .standard)).agreements(
    text, sections: [section(.agreements, of: text, from: "ACUERDOS")], attendances: people,
    meeting: Meeting(), actors: actors(in: text, attendances: people)
  ).agreements[0]
  #expect(agreement.evidence.spans("responsibles").map(\.quote) == ["Tesorero"])
  #expect(agreement.evidence.spans("due_date").map(\.quote) == ["30 de abril de 2022"])
  #expect(agreement.evidence.spans("label").map(\.quote) == ["1"])
}

@Test(arguments: [
  ("Abrir el registro el lunes 14 de marzo de 2022.", "2022-03-14"),
  ("Invitar al coro para el lunes 14 de marzo de 2022.", "-"),
  ("Revisar el acta del lunes 14 de marzo de 2022.", "-"),
])
func aWeekdayInATaskWithoutAnybodyIsItsDay(item: String, date: String) {
  #expect(read("1. " + item).agreements.first?.dueDate?.description ?? "-" == date)
}

@Test func cometerMakesResponsible() {
  #expect(responsibles("Cometer a la Directora General el pedido.") == ["Luisa Barrera Quintana"])
}

@Test(arguments: [
  "Sin otro punto que tratar, se levanta la sesión siendo las 10:05 horas.",
  "VII. No habiendo otro asunto que tratar, se da por clausurada la sesión siendo las doce horas.",
  "f) ______________________            f) ______________________",
])
func whatEndsTheMinutesIsNoAgreement(line: String) {
  let found = record(
    """
    ACUERDOS
    PRIMERO.- Se aprueba el acta de la sesión anterior.
    SEGUNDO.- Se autoriza la reparación del camino rural.
    \(line)
       Rosa Paz Mena                        Hugo Ibarra Luna
       Presidenta                           Secretario
    """)
  #expect(found.agreements.count == 2)
}

@Test func labelledLinesBelowATaskAreItsCells() {
  let found = record(
    """
    COMPROMISOS

    1. Citar a las partes para la firma del compromiso.
       Responsable: Hugo Ibarra Luna
       Fecha: 25/07/2025

    2. Reservar el auditorio para la campaña.
       Responsable: Rosa Paz Mena
       Fecha: 01/08/2025
    """)
  #expect(
    found.agreements.map(\.text)
      == [
        "Citar a las partes para la firma del compromiso.",
        "Reservar el auditorio para la campaña.",
      ].map { String($0.dropLast()) })
  #expect(
    found.agreements.map { $0.responsibles.map(\.text) } == [
      ["Hugo Ibarra Luna"], ["Rosa Paz Mena"],
    ])
  #expect(found.agreements.map { $0.dueDate?.description } == ["2025-07-25", "2025-08-01"])
}

@Test func whoStandsInBracketsBeforeADateIsResponsible() {
  let found = record(
    """
    ACUERDOS Y RESPONSABLES
    - Gestionar la renovación del seguro (Rosa Paz Mena) – 31/05/2024
    - Presentar un informe sobre la ordenanza (Hugo Ibarra Luna)
    """)
  #expect(
    found.agreements.map { $0.responsibles.map(\.text) } == [
      ["Rosa Paz Mena"], ["Hugo Ibarra Luna"],
    ])
}
