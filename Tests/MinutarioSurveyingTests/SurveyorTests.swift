// Which lines of a document count as not understood, and which do not.

import MinutarioLexicon
import MinutarioModel
import MinutarioPipeline
import MinutarioTestSupport
import Testing

@testable import MinutarioSurveying

@Suite struct SurveyorTests {
  private func gaps(_ minutes: String) throws -> [Gap] {
    let document = Pipeline().document(Array(minutes.utf8), path: "acta.txt")
    let text = try #require(document.text)
    return Surveyor(lexicon: .standard).gaps(in: document.records, of: text)
  }

  private static let minutes = """
    MINUTA DE LA REUNIÓN DEL COMITÉ DE RIEGO

    Fecha: 4 de mayo de 2021
    Zona hidráulica: Poniente

    ASISTENTES
    - Lic. Renata Olmos Ruiz, Jefa de Riego
    - Teo Varela Prado, Zahorí
    - sin novedad en la línea 14

    ORDEN DEL DÍA
    1. Estado de la compuerta norte

    ESTADO DE LA COMPUERTA NORTE
    Se informa que la compuerta sirve.

    GLOSA DE CAUDALES
    Se midieron 12 litros.

    ACUERDOS
    1. Limpiar el canal antes del 1 de junio de 2021.
    """

  @Test func aSetOffLineThatOpensNoKnownSectionIsAHeadingToAdd() throws {
    let headings = try gaps(Self.minutes).filter { $0.kind == .heading }
    #expect(
      headings == [
        Gap(
          kind: .heading, shape: "glosa de caudales", place: "text:16", text: "GLOSA DE CAUDALES")
      ], "the title is none, nor are known headings, nor what repeats a topic")
  }

  @Test func aLineAmongTheAttendeesThatGaveNobodyIsTold() throws {
    let lines = try gaps(Self.minutes).filter { $0.kind == .rosterLine }
    #expect(lines.map(\.shape) == ["sin novedad en la linea #"])
    #expect(lines.map(\.place) == ["text:8"])
  }

  @Test func aPositionOfUnknownWordsIsTold() throws {
    let positions = try gaps(Self.minutes).filter { $0.kind == .position }
    #expect(positions.map(\.shape) == ["zahori"])
    #expect(positions.map(\.text) == ["Zahorí"])
  }

  @Test func aLabelOfWhichNothingWasReadIsTold() throws {
    let labels = try gaps(Self.minutes).filter { $0.kind == .label }
    #expect(labels.map(\.shape) == ["zona hidraulica"], "the date was read")
    #expect(labels.map(\.text) == ["Zona hidráulica: Poniente"])
  }

  @Test func whatIsUnderstoodLeavesNothing() throws {
    let minutes = """
      MINUTA
      Fecha: 4 de mayo de 2021
      ASISTENTES
      - Lic. Renata Olmos Ruiz, Directora
      ACUERDOS
      1. Limpiar el canal.
      """
    #expect(try gaps(minutes) == [])
  }

  @Test func everyVocabularyFileThatIsNamedExists() {
    let files = Set(Lexicon.embeddedFiles().map(\.name))
    for kind in Gap.Kind.allCases {
      #expect(!kind.vocabularyFiles.isEmpty)
      #expect(files.isSuperset(of: kind.vocabularyFiles))
    }
  }

  @Test func anyTextIsSurveyed() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let bytes = Array(generator.text(pieces: 120).utf8)
      let document = Pipeline().document(bytes, path: "a.txt")
      guard let text = document.text else { continue }
      for gap in Surveyor(lexicon: .standard).gaps(in: document.records, of: text) {
        #expect(!gap.shape.isEmpty && !gap.text.contains("\n"))
        #expect(gap.text.count <= 160)
      }
    }
  }
}

@Suite struct GapTallyTests {
  private func gap(_ shape: String, _ kind: Gap.Kind = .heading) -> Gap {
    Gap(kind: kind, shape: shape, place: "text:1", text: shape.uppercased())
  }

  @Test func shapesAreCountedByDocumentsAndLines() {
    var tally = GapTally()
    tally.add([gap("b"), gap("b"), gap("b"), gap("x", .label)], of: "1.txt")
    tally.add([gap("a")], of: "2.txt")
    tally.add([gap("a"), gap("c")], of: "3.txt")
    let shapes = tally.shapes(of: .heading)
    #expect(shapes.map(\.shape) == ["a", "b", "c"])
    #expect(shapes.map(\.documents) == [2, 1, 1])
    #expect(shapes.map(\.lines) == [2, 3, 1])
    #expect(shapes[0].examples.map(\.path) == ["2.txt", "3.txt"])
    #expect(tally.shapes(of: .label).count == 1)
    #expect(tally.documents == 3 && tally.forgotten == 0)
  }

  @Test func threeDocumentsAreShownOfEachShape() {
    var tally = GapTally()
    for number in 1...9 { tally.add([gap("a"), gap("a")], of: "\(number).txt") }
    #expect(tally.shapes(of: .heading)[0].examples.map(\.path) == ["1.txt", "2.txt", "3.txt"])
  }

  /// What is frequent stays, however much is rare, and no count is lower than it says.
  @Test func memoryIsBounded() throws {
    var tally = GapTally(capacity: 100)
    for number in 0..<5000 {
      tally.add([gap("rare \(number)")] + (number % 5 == 0 ? [gap("often")] : []), of: "\(number)")
      #expect(tally.shapes(of: .heading).count <= 102)
    }
    let often = try #require(tally.shapes(of: .heading).first)
    #expect(often.shape == "often")
    #expect(often.lines <= 1000 && often.lines + tally.forgotten >= 1000)
    #expect(tally.forgotten > 0)
  }
}
