// Items: labels of all systems, wrapped lines, nesting, tables.

import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioExtracting

/// The items of a whole text.
private func items(_ text: NormalizedText, main: ItemColumn = .task) -> [Item] {
  ItemReader(text: text, lexicon: .standard).items(in: 0..<text.bytes.count, main: main)
}

/// Label and text of each item, as the record shows them.
private func listed(_ text: NormalizedText) -> [String] {
  items(text).map { item in
    let words = text.withoutListPunctuation(item.range)
    let label = item.label.flatMap { text.printed($0) } ?? "—"
    return label + " | " + text.joined(item.pieces.map { $0.clamped(to: words) })
  }
}

@Test(arguments: [
  ("I. Revisar el plan;\nII. Publicar el acta.", ["I | Revisar el plan", "II | Publicar el acta"]),
  ("1.- Revisar el plan\n2.- Publicar el acta", ["1 | Revisar el plan", "2 | Publicar el acta"]),
  ("(1) Revisar el plan\n(2) Publicar el acta", ["1 | Revisar el plan", "2 | Publicar el acta"]),
  ("a) Revisar el plan.\nb) Publicar el acta.", ["a | Revisar el plan", "b | Publicar el acta"]),
  ("A1. Revisar el plan\nA2. Publicar el acta", ["A1 | Revisar el plan", "A2 | Publicar el acta"]),
  (
    "PRIMERO.- Se revisa el plan.\nSEGUNDO.- Se publica el acta.",
    ["PRIMERO | Se revisa el plan", "SEGUNDO | Se publica el acta"]
  ),
  (
    "ACUERDO CT/04/2023.- Se revisa el plan.\nACUERDO CT/05/2023.- Se publica.",
    ["ACUERDO CT/04/2023 | Se revisa el plan", "ACUERDO CT/05/2023 | Se publica"]
  ),
  (
    "Acuerdo N° 07: Revisar el plan.\nAcuerdo N° 08: Publicar.",
    ["Acuerdo N° 07 | Revisar el plan", "Acuerdo N° 08 | Publicar"]
  ),
  (
    "RES. 45/19.- Revisar.\nRES. 46/19.- Publicar.",
    ["RES. 45/19 | Revisar", "RES. 46/19 | Publicar"]
  ),
  (
    "Primera Resolución: Se revisa.\nSegunda Resolución: Se publica.",
    ["Primera Resolución | Se revisa", "Segunda Resolución | Se publica"]
  ),
  (
    "Primer acuerdo: Se revisa.\nTercer acuerdo: Se publica.",
    ["Primer acuerdo | Se revisa", "Tercer acuerdo | Se publica"]
  ),
  (
    "Acuerdo primero. Se revisa.\nAcuerdo segundo. Se publica.",
    ["Acuerdo primero | Se revisa", "Acuerdo segundo | Se publica"]
  ),
  ("Uno. Revisar el plan.\nDos. Publicar.", ["Uno | Revisar el plan", "Dos | Publicar"]),
  (
    "RESOLUCIÓN NÚMERO UNO (1): Revisar.\nRESOLUCIÓN NÚMERO DOS (2): Publicar.",
    ["RESOLUCIÓN NÚMERO UNO (1) | Revisar", "RESOLUCIÓN NÚMERO DOS (2) | Publicar"]
  ),
  ("88/1 - Revisar el plan.\n88/2 - Publicar.", ["88/1 | Revisar el plan", "88/2 | Publicar"]),
  (
    "07/23 Ferias:\n   a) Revisar el plan.\n08/23 Publicar el acta.",
    ["07/23 | Ferias:", "a | Revisar el plan", "08/23 | Publicar el acta"]
  ),
  ("1º Revisar el plan\n2º Publicar", ["1º | Revisar el plan", "2º | Publicar"]),
  (
    "PRIMERO: Revisar el plan.\nSEGUNDO: Publicar.\nCONSIDERANDO: Que hay fondos.",
    ["PRIMERO | Revisar el plan", "SEGUNDO | Publicar"]
  ),
  (
    "1. Revisar el plan\n2. Publicar\n____________\nLuisa Barrera",
    ["1 | Revisar el plan", "2 | Publicar"]
  ),
  (
    "COMU/2/1\tRevisar el plan\nCOMU/2/2\tPublicar",
    ["COMU/2/1 | Revisar el plan", "COMU/2/2 | Publicar"]
  ),
])
func labelsAreReadAsPrinted(lines: String, expected: [String]) {
  #expect(listed(NormalizedText(lines: lines)) == expected)
}

@Test(arguments: [
  "Uno. Nada más.\nSe revisó el plan.", "7/23 Informes hubo.\nSe revisó el plan.",
  "1º Lugar para la escuela.\nSe revisó el plan.",
])
func whatMayBeALabelIsNoneAlone(lines: String) {
  #expect(items(NormalizedText(lines: lines)).allSatisfy { $0.label == nil })
}

@Test func anItemGoesOnInIndentedLines() {
  let text = NormalizedText(
    lines: """
         I).- Revisión del plan.
         II).- Compra de la bomba para el pozo de San Cosme,
            municipio de Arenales.
         III).- Clausura.
      """)
  #expect(
    listed(text) == [
      "I | Revisión del plan",
      "II | Compra de la bomba para el pozo de San Cosme, municipio de Arenales", "III | Clausura",
    ])
}

@Test func aParagraphBehindTheListIsNoItem() {
  let text = NormalizedText(
    lines: """
      1. Revisar el plan.
      2. Publicar el acta.

      Concluyó la reunión a las 12:00 horas.
      """)
  #expect(listed(text) == ["1 | Revisar el plan", "2 | Publicar el acta"])
}

@Test func severalItemsMayStandOnOneLine() {
  let text = NormalizedText(
    lines: "1. La Red enviará 1.250 fichas. 2. El Foro las revisará el 3. 3. Clausura.")
  #expect(
    listed(text) == [
      "1 | La Red enviará 1.250 fichas", "2 | El Foro las revisará el 3", "3 | Clausura",
    ])
}

@Test func bulletsAndDecimalsStandUnderTheirNumber() {
  let bullets = items(NormalizedText(lines: "I. Caminos;\n· Mapa.\n· Señales.\nII. Varios"))
  #expect(bullets.map(\.parent) == [nil, 0, 0, nil])
  let decimals = items(NormalizedText(lines: "1. Caminos\n1.1 Mapa\n1.2 Señales\n2. Varios"))
  #expect(decimals.map(\.parent) == [nil, 0, 0, nil])
}

@Test func aLetterWithANumberStandsUnderItsLetter() {
  let text = NormalizedText(lines: "a. Acta\nb. Gastos\n   b.1 Equipo\n   b.2 Viajes\nc. Varios")
  #expect(listed(text) == ["a | Acta", "b | Gastos", "b.1 | Equipo", "b.2 | Viajes", "c | Varios"])
  #expect(items(text).map(\.parent) == [nil, nil, 1, 1, nil])
}

@Test func automaticLevelsNest() {
  var document = SourceDocument(format: "docx")
  document.add("Proyectos", label: ListLabel(text: "4.", level: 0, isBullet: false))
  document.add("Laboratorio", label: ListLabel(text: "a)", level: 1, isBullet: false))
  document.add("Clausura", label: ListLabel(text: "5.", level: 0, isBullet: false))
  let text = NormalizedText(document: document)
  #expect(listed(text) == ["4 | Proyectos", "a | Laboratorio", "5 | Clausura"])
  #expect(items(text).map(\.parent) == [nil, 0, nil])
}

@Test func headingsOfADiscussionDoNotContinueTheAgenda() {
  let text = NormalizedText(
    lines:
      "Artículo I. Quórum\nArtículo II. Acta\nArtículo III. Mociones\n\nARTÍCULO II. ACTA\nSe lee.")
  #expect(listed(text).count == 3)
}

@Test func aTableGivesOneItemARowAndItsOtherCells() throws {
  var document = SourceDocument(format: "docx")
  let rows = [
    ["No.", "Acuerdo", "Responsable", "Fecha"],
    ["1", "Enviar el plan", "Luisa Barrera", "03/05/2022"],
    ["2", "Publicar el acta", "Foro Vecinal", "—"],
  ]
  for (row, cells) in rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      document.add(cell, cell: CellPlace(table: 1, row: row + 1, column: column + 1))
    }
  }
  let text = NormalizedText(document: document)
  #expect(listed(text) == ["1 | Enviar el plan", "2 | Publicar el acta"])
  let first = try #require(items(text).first)
  #expect(first.cells[.responsible].map { text.joined($0) } == "Luisa Barrera")
  #expect(first.cells[.due].map { text.joined($0) } == "03/05/2022")
}

@Test func ofTheColumnsOfATableWithoutAHeaderTheFirstBehindTheTaskSaysWho() throws {
  let rows = [
    ["Enviar el plan de riego a la asamblea", "Luisa Barrera", "Con apoyo de todos", "Urgente"],
    ["Publicar el acta en el tablero del salón", "Hugo Lara", "Sin costo", "Normal"],
  ]
  var document = SourceDocument(format: "docx")
  for (row, cells) in rows.enumerated() {
    for (column, cell) in cells.enumerated() {
      document.add(cell, cell: CellPlace(table: 1, row: row + 1, column: column + 1))
    }
  }
  let text = NormalizedText(document: document)
  let found = items(text)
  #expect(found.count == 2)
  #expect(
    found.map { $0.cells[.responsible].map { text.joined($0) } } == ["Luisa Barrera", "Hugo Lara"])
}

@Test func aTableToSignInIsNoItem() {
  var document = SourceDocument(format: "docx")
  document.add("a) Enviar el plan")
  for (column, cell) in ["________ Luisa Barrera", "________ Hugo Lara"].enumerated() {
    document.add(cell, cell: CellPlace(table: 1, row: 1, column: column + 1))
  }
  #expect(listed(NormalizedText(document: document)) == ["a | Enviar el plan"])
}

@Test func anyTextGivesItemsWithinItsBounds() {
  var generator = SeededGenerator(seed: 11)
  for _ in 0..<60 {
    let text = NormalizedText(lines: generator.text(pieces: 60))
    for item in items(text) {
      #expect(item.range.lowerBound >= 0 && item.range.upperBound <= text.bytes.count)
      #expect(item.parent.map { $0 >= 0 } ?? true)
    }
  }
}
