// Several minutes in one text: where they are cut apart, and where they must not be.

import MinutarioLexicon
import MinutarioModel
import MinutarioSegmenting
import MinutarioTestSupport
import Testing

@Suite struct MinutesFinderTests {
  private let segmenter = Segmenter(lexicon: .standard)

  /// The first visible line of each minutes.
  private func openings(_ text: NormalizedText) -> [String] {
    segmenter.minutes(of: text).map { part in
      part.lines.first { !$0.isEmpty }.map { part.string($0.range) } ?? ""
    }
  }

  private func openings(_ lines: String) -> [String] { openings(NormalizedText(lines: lines)) }

  /// What stands under a title: head, roster, business.
  private static func body(_ date: String, closing: String = "") -> String {
    """
    Fecha: \(date)

    ASISTENTES
    - Lic. Olga Prieto Lanza, Directora de Archivo
    - Ing. Saúl Mena Bravo, Jefe de Sistemas

    ORDEN DEL DÍA
    1. Lectura y aprobación del acta anterior
    2. Avance del inventario

    ACUERDOS
    1. Saúl Mena Bravo entregará el inventario.
    \(closing)
    """
  }

  // MARK: Cut apart

  @Test(arguments: [
    ["ACTA N.º 5", "ACTA N.º 6"],
    ["MINUTA DE LA REUNIÓN", "MINUTA DE LA REUNIÓN"],
    ["Acta de la sesión ordinaria 12/2024", "Acta de la sesión ordinaria 13/2024"],
    ["ACTA DE LA SESIÓN ORDINARIA NÚMERO CUATRO", "ACTA DE LA SESIÓN ORDINARIA NÚMERO CINCO"],
    [
      "PRIMERA SESIÓN ORDINARIA 2024", "SEGUNDA SESIÓN ORDINARIA 2024",
      "TERCERA SESIÓN ORDINARIA 2024",
    ],
    ["SESIÓN ORDINARIA 4/2024", "SESIÓN ORDINARIA 5/2024"],
    ["Ayuda memoria", "Ayuda memoria", "Ayuda memoria"],
    ["ACTA DE REUNIÓN No. 014", "ACTA DE REUNIÓN No. 015"],
  ])
  func eachTitleWithItsOwnDayRosterAndBusinessOpensMinutes(titles: [String]) {
    let months = ["mayo", "junio", "julio"]
    let file = zip(titles, months).map { "\($0)\n\n\(Self.body("7 de \($1) de 2024"))" }
    #expect(openings(file.joined(separator: "\n\n")) == titles)
  }

  @Test func theMinutesOfDifferentBodiesAreCutWhereTheFirstAreClosed() {
    let closing = "Sin otro asunto que tratar, se levanta la sesión a las 12:00 horas."
    let text = """
      COMITÉ DE ARCHIVO
      ACTA N.º 5

      \(Self.body("7 de mayo de 2024", closing: closing))

      CONSEJO DE VECINOS
      MINUTA DE TRABAJO

      \(Self.body("9 de mayo de 2024"))
      """
    #expect(openings(text) == ["COMITÉ DE ARCHIVO", "CONSEJO DE VECINOS"])
  }

  @Test func theLetterheadBelongsToTheMinutesBelowIt() {
    let head = "Municipio de Piedra Honda\nJunta de Agua\n\n"
    let text =
      "\(head)ACTA 3\n\n\(Self.body("7 de mayo de 2024"))\n\n\(head)ACTA 4\n\n\(Self.body("8 de mayo de 2024"))"
    #expect(openings(text) == ["Municipio de Piedra Honda", "Municipio de Piedra Honda"])
  }

  @Test func theLineThatDatesThePaperGoesWithTheTitleBelowItWhereTheFirstOneDoes() {
    func minutes(_ date: String) -> String { "MINUTA\n\n\(Self.body(date))" }
    let dated = ["7 de mayo de 2024", "9 de junio de 2024"].map {
      "Villa Alta, a \($0)\n\n\(minutes($0))"
    }
    #expect(
      openings(dated.joined(separator: "\n\n"))
        == ["Villa Alta, a 7 de mayo de 2024", "Villa Alta, a 9 de junio de 2024"])
    // What is announced below the first minutes is theirs.
    let announced = "\(dated[0])\n\nPRÓXIMA REUNIÓN\nJueves 9 de junio, 11:00 horas\n\n\(dated[1])"
    #expect(openings(announced).last == "Villa Alta, a 9 de junio de 2024")
    // Here the date closes the first minutes.
    let closed = "\(minutes("7 de mayo de 2024"))\n\nVilla Alta, 8 de mayo de 2024\n\n"
    #expect(openings(closed + minutes("9 de junio de 2024")) == ["MINUTA", "MINUTA"])
  }

  @Test func proseMinutesOfABookAreCutWhereEachIsClosed() {
    func act(_ number: Int, _ month: String) -> String {
      """
      ACTA N.º \(number).- En Villa Serrana, a los cinco días del mes de \(month) de 2024, reunidos en la \
      sede los señores Ana Robles Díaz, presidenta; Luis Ferrer Soto, secretario; y Pía Lagos Mena, \
      tesorera, con la asistencia de todos se trata la compra de semillas, que se aprueba sin votos \
      en contra. No habiendo más asuntos que tratar, se levanta la sesión a las 20 horas.
      """
    }
    let texts = [act(12, "mayo"), act(13, "junio"), act(14, "julio")]
    #expect(
      openings(texts.joined(separator: "\n\n")).map { String($0.prefix(11)) }
        == ["ACTA N.º 12", "ACTA N.º 13", "ACTA N.º 14"])
  }

  @Test func aFormInATableOpensMinutesInItsFirstRow() {
    var document = SourceDocument(format: "docx")
    for (table, date) in ["7/05/2024", "14/05/2024"].enumerated() {
      func cell(_ text: String, _ row: Int, _ column: Int) {
        document.add(text, cell: CellPlace(table: table + 1, row: row, column: column))
      }
      cell("Logotipo", 1, 1)
      cell("ACTA DE REUNIÓN", 1, 2)
      cell("Fecha:", 2, 1)
      cell(date, 2, 2)
      document.add("ASISTENTES", isBold: true)
      document.add("Olga Prieto Lanza, Directora de Archivo")
      document.add("COMPROMISOS", isBold: true)
      document.add("Entregar el inventario.")
    }
    let text = NormalizedText(document: document)
    #expect(openings(text) == ["Logotipo", "Logotipo"])
  }

  // MARK: Not cut

  private static let minutes = "ACTA N.º 5\n\n\(body("7 de mayo de 2024"))"

  @Test(arguments: [
    // Another acta that is spoken of, as an item, as a heading, and with its own day.
    "DESARROLLO\n1. Lectura del acta anterior.\n2. Acta N.º 4 de fecha 3 de abril de 2024: se aprueba.",
    "ACTA N.º 4\nSe lee el acta del 3 de abril de 2024 y se aprueba.\n\nCOMPROMISOS\n1. Publicarla.",
    "ACTA DE LA SESIÓN ANTERIOR\nFecha: 3 de abril de 2024\nASISTENTES\nOlga Prieto Lanza\nACUERDOS\n1. Ninguno.",
    // Signatures of the same session on a page of their own.
    "ACTA N.º 5\nFecha: 7 de mayo de 2024\nASISTENTES\nOlga Prieto Lanza\nSaúl Mena Bravo",
    "LISTA DE ASISTENCIA\nFecha: 7 de mayo de 2024\nOlga Prieto Lanza, Directora de Archivo",
    // What is announced.
    "PRÓXIMA REUNIÓN\nACTA N.º 6, el 5 de junio de 2024",
    // An annexed document.
    "ANEXO 1\n\nACTA N.º 4\n\n\(body("3 de abril de 2024"))",
    // A form that nobody filled in.
    "ACTA N.º ____\n\nFecha: ________\n\nASISTENTES\n\nORDEN DEL DÍA\n\nACUERDOS\n",
  ])
  func whatFollowsTheseMinutesIsPartOfThem(addition: String) {
    #expect(openings(Self.minutes + "\n\n" + addition) == ["ACTA N.º 5"])
  }

  @Test func aTitleInEveryPageHeaderCutsNothing() {
    let pages = Self.minutes.split(separator: "ORDEN DEL DÍA", maxSplits: 1)
    for header in ["ACTA N.º 5", "ACTA N.º 5 — 7 de mayo de 2024 — Página 2 de 2"] {
      let text = "\(pages[0])\n\n\(header)\n\nORDEN DEL DÍA\(pages[1])"
      #expect(openings(text) == ["ACTA N.º 5"])
    }
  }

  @Test func aTitleOfTwoLinesInAPageHeaderCutsNothing() {
    let title = "ACTA N.º 5\nMESA DE TRABAJO DE ARCHIVO"
    let head = "\(title)\nOficina Central, 7 de mayo de 2024\nASISTENTES"
    let text = """
      \(head)
      Olga Prieto Lanza, Directora de Archivo
      Hora de término: 12:00 horas
      ORDEN DEL DÍA
      1. Inventario
      \u{0C}
      \(head)
      Saúl Mena Bravo, Jefe de Sistemas
      ACUERDOS
      1. Entregar el inventario.
      Se levanta la sesión a las 12:00 horas.
      """
    #expect(openings(text) == ["ACTA N.º 5"])
  }

  @Test func runningTextBelowATitleWithoutNumberIsNoRoster() {
    let text = """
      MINUTA DE REUNIÓN

      \(Self.body("7 de mayo de 2024"))

      MINUTA DE REUNIÓN

      Antes del 30 de septiembre se enviará la lista de quienes asisten a los cursos.

      PRÓXIMA REUNIÓN: 5 de junio de 2024
      """
    #expect(openings(text) == ["MINUTA DE REUNIÓN"])
  }

  @Test func rowsOfAFollowUpTableCutNothing() {
    var document = SourceDocument(format: "docx")
    document.add("ACTA N.º 5", isBold: true)
    for line in Self.body("7 de mayo de 2024").split(separator: "\n") { document.add(String(line)) }
    for (row, cells) in [
      ["Acta", "Fecha", "Estado"], ["Acta N.º 4", "3 de abril de 2024", "cumplido"],
    ]
    .enumerated() {
      for (column, text) in cells.enumerated() {
        document.add(text, cell: CellPlace(table: 1, row: row + 1, column: column + 1))
      }
    }
    document.add("ASISTENTES", isBold: true)
    document.add("Olga Prieto Lanza")
    document.add("COMPROMISOS", isBold: true)
    document.add("Ninguno")
    #expect(openings(NormalizedText(document: document)) == ["ACTA N.º 5"])
  }

  @Test func aCoverAndAnIndexBelongToTheFirstMinutes() {
    let text = """
      LIBRO DE ACTAS 2024

      Índice
      Acta 3, 7 de mayo de 2024
      Acta 4, 8 de mayo de 2024

      ACTA 3

      \(Self.body("7 de mayo de 2024"))

      ACTA 4

      \(Self.body("8 de mayo de 2024"))
      """
    #expect(openings(text) == ["LIBRO DE ACTAS 2024", "ACTA 4"])
  }

  // MARK: Parts

  @Test func thePartsCoverTheTextAndTheirSectionsThem() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let noise = random.text(pieces: 30)
      let text = NormalizedText(
        lines: "\(Self.minutes)\n\n\(noise)\n\nACTA N.º 6\n\n\(Self.body("9 de mayo de 2024"))")
      let parts = segmenter.minutes(of: text)
      #expect(parts.first?.extent.lowerBound == 0)
      #expect(parts.last?.extent.upperBound == text.bytes.count)
      for (part, next) in zip(parts, parts.dropFirst()) {
        #expect(part.extent.upperBound == next.extent.lowerBound)
      }
      for part in parts {
        let sections = segmenter.sections(of: part)
        #expect(sections.first?.range.lowerBound == part.extent.lowerBound)
        #expect(sections.last?.range.upperBound == part.extent.upperBound)
        for line in part.lines where !line.tokens.isEmpty {
          // Each line still finds its own tokens.
          #expect(part.tokens[line.tokens].allSatisfy { line.range.contains($0.start) })
        }
      }
    }
  }

  @Test func oneMinutesIsTheTextItself() {
    let text = NormalizedText(lines: Self.minutes)
    let parts = segmenter.minutes(of: text)
    #expect(parts.count == 1)
    #expect(parts[0].extent == 0..<text.bytes.count)
    #expect(segmenter.minutes(of: NormalizedText(lines: "")).count == 1)
  }

  @Test func headersAreSeenByAllPartsAndNotesByTheLast() {
    var document = SourceDocument(format: "docx")
    for line in "\(Self.minutes)\n\nACTA N.º 6\n\n\(Self.body("9 de mayo de 2024"))"
      .split(separator: "\n")
    {
      document.add(String(line))
    }
    document.add(.header, "Junta de Agua de Piedra Honda")
    document.add(.footnote, "Nota sobre el inventario")
    let text = NormalizedText(document: document)
    let parts = segmenter.minutes(of: text)
    #expect(parts.count == 2)
    func shows(_ part: NormalizedText, _ words: String) -> Bool {
      part.lines.contains { part.string($0.range) == words }
    }
    #expect(parts.allSatisfy { shows($0, "Junta de Agua de Piedra Honda") })
    #expect(parts.map { shows($0, "Nota sobre el inventario") } == [false, true])
    #expect(parts.last?.extent.upperBound == text.bytes.count)
  }
}
