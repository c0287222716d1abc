import MinutarioModel
import MinutarioNormalizing
import MinutarioTestSupport
import Testing

@Suite struct NormalizerTests {
  @Test func keepsTheCharactersOfTheFile() {
    let text = NormalizedText(lines: "ACTA  Nº 3 – “Única”\n\tLUGAR")
    #expect(text.string == "ACTA  Nº 3 – “Única”\n\tLUGAR\n")
  }

  @Test func composesLettersThatTheFileHoldsInTwoParts() {
    let text = NormalizedText(lines: "Sesio\u{301}n del an\u{303}o")
    #expect(text.string == "Sesión del año\n")
  }

  @Test func writesAutomaticLabelsAsGeneratedTextBeforeTheLine() throws {
    var source = SourceDocument(format: "docx")
    source.add("Lista de asistencia", label: ListLabel(text: "I.", level: 0, isBullet: false))
    let text = Normalizer().normalize(source)
    #expect(text.string == "I. Lista de asistencia\n")
    let line = try #require(text.lines.first)
    #expect(text.string(line.range) == "Lista de asistencia")
    #expect(line.labelRange == 0..<2)
  }

  @Test func putsTheCellsOfARowOnOneLineWithTabsBetween() {
    var source = SourceDocument(format: "docx")
    for (row, cells) in [["Nombre", "Cargo"], ["Eva Luz Prado", "Vocal"]].enumerated() {
      for (column, cell) in cells.enumerated() {
        source.add(cell, cell: CellPlace(table: 1, row: row + 1, column: column + 1))
      }
    }
    #expect(Normalizer().normalize(source).string == "Nombre\tCargo\nEva Luz Prado\tVocal\n")
  }

  @Test func leadsEveryPositionBackToItsPlaceInTheSource() {
    var source = SourceDocument(format: "docx")
    source.add("Acta")
    source.add("Año", cell: CellPlace(table: 2, row: 3, column: 1))
    let text = Normalizer().normalize(source)
    let evidence = text.evidence(text.range(of: "Año"))
    #expect(
      evidence
        == Evidence(
          start: 5, end: 8, quote: "Año", part: "word/document.xml", paragraph: 1, cell: "t2r3c1"))
  }

  @Test(arguments: [
    ("1.- Pase de lista", "1.-"), ("IV. Asuntos generales", "IV."), ("a) Apertura", "a)"),
    ("(2) Entregar copia", "(2)"), ("[1] Catálogo", "[1]"), ("4.3.1 Becas", "4.3.1"),
    ("3°) Correspondencia", "3°)"), ("· Comentarios", "·"), ("*Se solicitó apoyo", "*"),
    ("R2. Aprobar el informe", "R2."), ("2-Acuerdos", "2-"), ("B).- El vocal avisará", "B).-"),
  ])
  func recognisesTypedLabels(line: String, label: String) throws {
    let text = NormalizedText(lines: line)
    let tokens = try #require(text.lines[0].typedLabel)
    #expect(text.string(text.range(ofTokens: tokens)) == label)
  }

  @Test(arguments: [
    "12 de agosto de 2019", "17:00 horas", "1.312 personas en ruta", "C. Raúl Mena Soto",
    "J. Guadalupe Ortiz", "Ana Ruiz, Directora", "5 vocales",
  ])
  func takesNoTextForALabel(line: String) {
    #expect(NormalizedText(lines: line).lines[0].typedLabel == nil)
  }

  @Test func joinsTheLinesOfAHardWrappedParagraph() {
    let text = NormalizedText(
      lines: """
        En la villa de Peñas Blancas, a los cuatro días del mes de mayo del año dos
        mil doce, reunidos en la sala de juntas los integrantes del comité, se da
        comienzo a la sesión conforme al orden del día que se dio a conocer con la
        debida anticipación.
        Lista de asistencia
        """)
    #expect(text.lines.map(\.continuesPrevious) == [false, true, true, true, false])
  }

  @Test func findsTheWrappingWidthBesideALongerLine() {
    let text = NormalizedText(
      lines: """
        En el salón de la casa comunal, a los cuatro días de mayo, se reúnen los
        vecinos del valle, que tratan el estado de los caminos y el uso del agua,
        y acuerdan pedir al municipio las obras que constan en el plan de este
        año.
        ACUERDO 12-01. Pedir al municipio la obra del puente y la limpieza de los dos canales viejos.
        ACUERDO 12-02. Publicar el acta.
        """)
    #expect(text.lines.map(\.continuesPrevious) == [false, true, true, true, false, false])
  }

  @Test func normalizingTwiceChangesNothing() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<300 {
      let once = NormalizedText(lines: random.text(pieces: 60))
      var again = once.string
      again.removeLast()
      #expect(NormalizedText(lines: again).bytes == once.bytes)
    }
  }

  @Test func tokensLieInOrderInsideTheirLinesAndCoverEveryLetter() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      let text = NormalizedText(lines: random.text(pieces: 80))
      for line in text.lines {
        var end = line.range.lowerBound
        for token in text.tokens[line.tokens] {
          #expect(token.start >= end && token.end <= line.range.upperBound)
          end = token.end
        }
      }
      let letters = text.string.unicodeScalars.count {
        $0.properties.isAlphabetic && $0.value < 0x250
      }
      let covered = text.tokens.map { text.string($0.range) }.joined().unicodeScalars
        .count { $0.properties.isAlphabetic && $0.value < 0x250 }
      #expect(letters == covered)
    }
  }

  @Test func countsEvidenceInCodePoints() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<100 {
      let text = NormalizedText(lines: random.text(pieces: 50))
      let scalars = Array(text.string.unicodeScalars)
      for token in text.tokens {
        let evidence = text.evidence(token.range)
        #expect(
          String(String.UnicodeScalarView(scalars[evidence.start..<evidence.end]))
            == evidence.quote)
      }
    }
  }
}
