// Markdown and reStructuredText: headings and bold.

import MinutarioModel
import Testing

@Suite struct MarkupTests {
  @Test func readsHeadingMarks() throws {
    let document = try readText(
      "# **Acta 3** #\n## Orden del día ##\nC# y #1\n#sin espacio\n", name: "acta.md")
    #expect(document.texts() == ["Acta 3", "Orden del día", "C# y #1", "#sin espacio"])
    #expect(document.body.map(\.headingLevel) == [1, 2, nil, nil])
    #expect(document.body.map(\.boldPrefix) == [6, 0, 0, 0])
    #expect(document.format == "md")
  }

  @Test func readsUnderlinedHeadings() throws {
    let document = try readText("Acta\n====\n\nOrden\n---\ntexto\n\n---\nfin", name: "acta.MD")
    #expect(document.texts() == ["Acta", "", "", "Orden", "", "texto", "", "---", "fin"])
    #expect(document.body.map(\.headingLevel) == [1, nil, nil, 2, nil, nil, nil, nil, nil])
    #expect(document.body.map(\.paragraph) == Array(0...8))
  }

  @Test func ordersHeadingStylesOfReStructuredTextByAppearance() throws {
    let document = try readText(
      "*****\nActa\n*****\n\nOrden\n~~~~~\n\nPunto\n=====\n\nOtro\n~~~~", name: "acta.rst")
    #expect(
      document.texts() == ["", "Acta", "", "", "Orden", "", "", "Punto", "", "", "Otro", ""])
    #expect(document.body.compactMap(\.headingLevel) == [1, 2, 3, 2])
  }

  @Test func readsBoldMarksAndKeepsBullets() throws {
    let document = try readText(
      "**ACUERDOS**\n**Lugar:** sala **B**\n* uno\n- dos ** tres\n****\n* **Ana**", name: "acta.md")
    #expect(
      document.texts() == ["ACUERDOS", "Lugar: sala B", "* uno", "- dos ** tres", "****", "* Ana"])
    #expect(document.body.map(\.boldPrefix) == [8, 6, 0, 0, 0, 0])
  }

  @Test func leavesMarksInPlainText() throws {
    let document = try readText("# Acta\n**x**\nTítulo\n===")
    #expect(document.texts() == ["# Acta", "**x**", "Título", "==="])
    #expect(document.body.allSatisfy { $0.headingLevel == nil && $0.boldPrefix == 0 })
  }

  @Test func readsSimpleTables() throws {
    let table = """
      ======  ==========
      Nombre  Cargo
      ======  ==========
      Núñez   **Vocal**
              suplente
      Paz
      ======  ==========

      fin
      """
    let document = try readText(table, name: "acta.rst")
    #expect(
      document.texts() == ["Nombre", "Cargo", "Núñez", "Vocal", "suplente", "Paz", "", "fin"])
    #expect(
      document.body.map { $0.cell?.name ?? "-" } == [
        "t1r1c1", "t1r1c2", "t1r2c1", "t1r2c2", "t1r2c2", "t1r3c1", "-", "-",
      ])
    #expect(document.body.map(\.paragraph) == [1, 1, 3, 3, 4, 5, 7, 8])
    #expect(try readText("=== ===\na   b\nfin", name: "a.rst").body.allSatisfy { $0.cell == nil })
    #expect(try readText("=== ===\na   b\n=== ===", name: "a.rst").texts() == ["a", "b"])
  }

  @Test func readsTablesUnderARowOfDashes() throws {
    let table = """
      NOMBRE            TÍTULO  CARGO
      ----------------  ------  ----------
      Núñez Paz, Inés   Dra.    Rectora
      Paz, Luis                 Vocal

      fin
      """
    let document = try readText(table, name: "acta.txt")
    #expect(
      document.texts() == [
        "NOMBRE", "TÍTULO", "CARGO", "Núñez Paz, Inés", "Dra.", "Rectora", "Paz, Luis", "Vocal",
        "", "fin",
      ])
    #expect(
      document.body.map { $0.cell?.name ?? "-" }.suffix(4) == ["t1r3c1", "t1r3c3", "-", "-"])
    // Words across the gaps are no columns, and one row of dashes underlines a title.
    for text in [
      "Una frase que sigue\n----  ----  ---\ny otra más que va de largo", "ACTA\n----\nx",
    ] {
      #expect(try readText(text, name: "acta.txt").body.allSatisfy { $0.cell == nil })
    }
  }
}
