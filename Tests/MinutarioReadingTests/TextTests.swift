// Plain text: encodings and lines.

import MinutarioModel
import MinutarioReading
import Testing

private typealias Issue = MinutarioModel.Issue

@Suite struct TextTests {
  private func read(_ bytes: [UInt8], _ limits: Limits = Limits()) throws -> SourceDocument {
    try SourceReader(limits: limits).read(bytes, name: "minuta.txt")
  }

  private func wide(_ text: String, lowByteFirst: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return lowByteFirst ? [low, high] : [high, low]
    }
  }

  private let sample = "Reunión: niño, €, 𝒜\nfin"

  @Test func readsLinesAsBlocks() throws {
    let document = try readText("Asistentes:\n\n\tAna\tVocal\n")
    #expect(document.texts() == ["Asistentes:", "", "\tAna\tVocal"])
    #expect(document.body.map(\.paragraph) == [0, 1, 2])
    #expect(document.stories.first?.part == "text")
    #expect(document.format == "txt")
    #expect(document.encoding == "utf-8")
    #expect(document.issues.isEmpty)
  }

  @Test func readsUnicodeInEveryForm() throws {
    let forms: [([UInt8], String, SourceDocument.EncodingSource)] = [
      (Array(sample.utf8), "utf-8", .detected),
      ([0xEF, 0xBB, 0xBF] + Array(sample.utf8), "utf-8", .bom),
      ([0xFF, 0xFE] + wide(sample, lowByteFirst: true), "utf-16le", .bom),
      ([0xFE, 0xFF] + wide(sample, lowByteFirst: false), "utf-16be", .bom),
      (wide(sample, lowByteFirst: true), "utf-16le", .detected),
      (wide(sample, lowByteFirst: false), "utf-16be", .detected),
    ]
    for (bytes, encoding, source) in forms {
      let document = try read(bytes)
      #expect(document.texts() == ["Reunión: niño, €, 𝒜", "fin"])
      #expect(document.encoding == encoding)
      #expect(document.encodingSource == source)
      #expect(
        document.codes == (encoding != "utf-8" && source == .detected ? [.encodingGuessed] : []))
      document.checkInvariants()
    }
  }

  @Test func readsUTF32() throws {
    func wide(_ text: String, lowByteFirst: Bool) -> [UInt8] {
      text.unicodeScalars.flatMap { scalar -> [UInt8] in
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
        return lowByteFirst ? bytes : bytes.reversed()
      }
    }
    for (lowByteFirst, name) in [(true, "utf-32le"), (false, "utf-32be")] {
      for mark in ["", "\u{FEFF}"] {
        let document = try read(wide(mark + sample, lowByteFirst: lowByteFirst))
        #expect(document.texts() == ["Reunión: niño, €, 𝒜", "fin"])
        #expect(document.encoding == name)
        #expect(document.encodingSource == (mark.isEmpty ? .detected : .bom))
      }
    }
  }

  @Test func readsMacRoman() throws {
    let bytes: [UInt8] =
      Array("Sesi".utf8) + [0x97] + Array("n ordinaria, a".utf8) + [0x96]
      + Array("o 2003; M".utf8) + [0x8E] + Array("xico".utf8)
    let document = try read(bytes)
    #expect(document.texts() == ["Sesión ordinaria, año 2003; México"])
    #expect(document.encoding == "macintosh")
    #expect(document.codes == [.encodingGuessed])
  }

  @Test func keepsDashesOfWindowsForDashes() throws {
    let bytes: [UInt8] =
      Array("Ana".utf8) + [0x97] + Array("Luz ".utf8) + [0x96] + Array(" fin a".utf8)
      + [0xF1] + Array("o".utf8)
    #expect(try read(bytes).texts() == ["Ana—Luz – fin año"])
  }

  @Test func readsTheEuroSignOfLatin9() throws {
    let document = try read(Array("Pag".utf8) + [0xF3] + Array(" 300 ".utf8) + [0xA4])
    #expect(document.texts() == ["Pagó 300 €"])
    #expect(document.encoding == "iso-8859-15")
  }

  @Test func readsLettersOfWindowsInATextOfUTF8() throws {
    let bytes =
      Array("Sesión única del señor alcalde; reuni".utf8) + [0xF3] + Array("n\u{FEFF} \u{F1}".utf8)
    let document = try read(bytes)
    #expect(document.texts().first?.hasPrefix("Sesión única del señor alcalde; reunión") == true)
    #expect(document.encoding == "utf-8")
    #expect(document.issues == [Issue(.encodingMixed, .warning, arguments: ["1", "40"])])
  }

  @Test func repairsTextThatWasConvertedTwice() throws {
    func converted(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.utf8.map { byte in
            let signs: [UInt8: Unicode.Scalar] = [0x80: "€", 0x93: "“", 0x9C: "œ", 0x9D: "\u{9D}"]
            return signs[byte] ?? Unicode.Scalar(byte)
          }))
    }
    let text = "La sesión – “única” del año: ¿Ángel? 5 °"
    let document = try readText("bien: sí\n" + converted(text))
    #expect(document.texts() == ["bien: sí", text])
    #expect(document.codes == [.mojibakeRepaired])
    #expect(document.issues.first?.arguments == ["9", "17"])
    let twice = try readText(converted(converted("reunión")))
    #expect(twice.texts() == ["reunión"])
    #expect(try readText("Â Ã ½ SÃO").texts() == ["Â Ã ½ SÃO"])
  }

  @Test func tellsWhereTheFirstBytesWithoutMeaningStand() throws {
    #expect(try read(Array("año \u{1}".utf8)).issues.first?.arguments == ["1", "5"])
    #expect(try read([0xEF, 0xBB, 0xBF, 0x61, 0x01]).issues.first?.arguments == ["1", "4"])
    #expect(try read([0x6E, 0xF1, 0x6F, 0x81, 0x20]).issues.last?.arguments == ["1", "3"])
    #expect(
      try read([0xFF, 0xFE, 0x61, 0, 0, 0xD8, 0x62, 0]).issues.last?.arguments == ["1", "4"])
  }

  @Test func readsWindowsTextWithItsQuotesAndDashes() throws {
    let document = try read([0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x6E, 0x69, 0xF1, 0x6F, 0x80])
    #expect(document.texts() == ["“A” – niño€"])
    #expect(document.encoding == "windows-1252")
    #expect(document.codes == [.encodingGuessed])
  }

  @Test func marksBytesWithoutMeaning() throws {
    let document = try read(Array("ni".utf8) + [0xF1, 0x6F, 0x81, 0x20])
    #expect(document.texts() == ["niño\u{FFFD} "])
    #expect(document.codes == [.encodingGuessed, .undecodableBytes])
    let wideDocument = try read([0xFF, 0xFE, 0x41, 0, 0, 0xD8, 0x42, 0, 0x43])
    #expect(wideDocument.texts() == ["A\u{FFFD}B\u{FFFD}"])
    #expect(wideDocument.codes == [.undecodableBytes])
  }

  @Test func keepsUTF8ThatIsDamagedInOnePlace() throws {
    let document = try read(Array("ñandú, acción, señor".utf8) + [0xFF])
    #expect(document.texts() == ["ñandú, acción, señor\u{FFFD}"])
    #expect(document.encoding == "utf-8")
    #expect(document.codes == [.undecodableBytes])
  }

  @Test func replacesControlCharacters() throws {
    let document = try readText("a\u{0}b\u{7}c\u{85}d\u{9d}e con bastante texto detrás\u{1A}")
    #expect(document.texts() == ["a\u{FFFD}b\u{FFFD}c", "d\u{FFFD}e con bastante texto detrás"])
    #expect(document.codes == [.undecodableBytes])
  }

  @Test func breaksLinesAtAnyMarkAndCountsThemAsEditorsDo() throws {
    let document = try readText("a\r\nb\rc\n\u{C}d\u{B}e\u{2028}f\u{2029}g")
    #expect(document.texts() == ["a", "b", "c", "", "d", "e", "f", "g"])
    #expect(document.body.map(\.paragraph) == [0, 1, 2, 3, 3, 3, 3, 3])
  }

  @Test func cutsLongLinesWithoutLosingAnything() throws {
    var limits = Limits()
    limits.lineBytes = 16
    let line = "ñññññññññññññ palabras y más palabras"
    let document = try read(Array("\(line)\nfin".utf8), limits)
    #expect(document.texts().dropLast().joined() == line)
    #expect(document.body.dropLast().allSatisfy { $0.range.count <= 16 && $0.paragraph == 0 })
    #expect(document.body.last?.paragraph == 1)
    #expect(document.codes == [.limitReached])
    #expect(!document.isTruncated)
    document.checkInvariants()
  }

  @Test func boundsTextAndBlocks() throws {
    var limits = Limits()
    limits.textBytes = 4
    #expect(try read(Array("ab\ncd".utf8), limits).isTruncated == false)
    #expect(try read(Array("ab\ncde".utf8), limits).texts() == ["ab"])
    #expect(try read(Array("ab\ncde".utf8), limits).isTruncated)
    limits = Limits()
    limits.blocks = 2
    #expect(try read(Array("a\nb".utf8), limits).isTruncated == false)
    #expect(try read(Array("a\nb\nc".utf8), limits).isTruncated)
  }

  @Test func readsAnEmptyFileAsADocumentWithoutText() throws {
    let document = try readText("")
    #expect(document.text.isEmpty)
    #expect(document.stories.count == 1)
  }

  // MARK: Tables

  @Test func readsGridTablesWithCellsOfSeveralLines() throws {
    let document = try readText(
      """
      Antes
      +----+---------+-------+
      | N.º| Nombre  | Cargo |
      +====+=========+=======+
      | 1  | Ana     | Vocal |
      |    | Ñandú   |       |
      +----+---------+-------+
      | Todos presentes      |
      +----+---------+-------+
      Después
      """)
    #expect(
      document.texts() == [
        "Antes", "N.º", "Nombre", "Cargo", "1", "Ana", "Ñandú", "Vocal", "Todos presentes",
        "Después",
      ])
    #expect(
      document.body.map { $0.cell?.name ?? "-" } == [
        "-", "t1r1c1", "t1r1c2", "t1r1c3", "t1r2c1", "t1r2c2", "t1r2c2", "t1r2c3", "t1r3c1", "-",
      ])
    #expect(document.body.map(\.paragraph) == [0, 2, 2, 2, 4, 4, 5, 4, 7, 9])
    #expect(document.body.map { $0.cell?.columnSpan ?? 0 }.max() == 3)
    document.checkInvariants()
  }

  @Test func readsGridTablesThatWereEditedByHand() throws {
    let document = try readText("+--+--+\n| Ana Bravo | Vocal |\n+--+--+\n")
    #expect(document.texts() == ["Ana Bravo", "Vocal"])
    #expect(document.body.compactMap(\.cell?.column) == [1, 2])
  }

  @Test func leavesDrawingsWithoutCellsAsLines() throws {
    let document = try readText("+---+\n+---+\ntexto")
    #expect(document.texts() == ["+---+", "+---+", "texto"])
    #expect(document.body.allSatisfy { $0.cell == nil })
  }

  @Test func readsPipeTables() throws {
    let fenced = "| Nombre | Cargo |\n| Ana | |\n\nfin"
    let document = try readText(fenced)
    #expect(document.texts() == ["Nombre", "Cargo", "Ana", "", "", "fin"])
    #expect(document.body.compactMap(\.cell?.name) == ["t1r1c1", "t1r1c2", "t1r2c1", "t1r2c2"])
    let markdown = try readText("Nombre | Cargo\n---|:-:\n**Ana** | a\\|b\n", name: "minuta.md")
    #expect(markdown.texts() == ["Nombre", "Cargo", "Ana", "a\\|b"])
    #expect(markdown.body.map(\.boldPrefix) == [0, 0, 3, 0])
    // Two cells may be a name and a role in a line of a list.
    #expect(try readText("a | b\nc | d").body.allSatisfy { $0.cell == nil })
    let open = try readText("Tarea  | Quién | Plazo\nRegar  | Ana   | mayo\nfin | de | la | tabla")
    #expect(
      open.body.map(\.cell?.name) == [
        "t1r1c1", "t1r1c2", "t1r1c3", "t1r2c1", "t1r2c2", "t1r2c3", nil,
      ])
    #expect(open.texts().prefix(3) == ["Tarea", "Quién", "Plazo"])
  }

  @Test func pageNumbersAboveFormFeedsAreFootersAndNotText() throws {
    let document = try readText(
      "Acta 5\nuna frase que\n\n        Acta 5 - Página 1 de 3\n\u{0C}sigue aquí\n\n        Acta 5 - Página 2 de 3\n\u{0C}fin\n        Acta 5 - Página 3 de 3\n\u{0C}"
    )
    #expect(
      document.texts().filter { !$0.isEmpty } == ["Acta 5", "una frase que", "sigue aquí", "fin"])
    #expect(
      document.texts(.footer)
        == ["Acta 5 - Página 1 de 3", "Acta 5 - Página 2 de 3", "Acta 5 - Página 3 de 3"])
    #expect(document.stories.map(\.part) == ["text", "text"])
    #expect(document.stories[1].blocks.map(\.paragraph) == [3, 6, 8])
    document.checkInvariants()
  }

  @Test(arguments: [
    // One page, no form feed, lines that do not count on, a count of something else.
    "uno\n1\n", "uno\n1\ndos\n2\n", "uno\nAcuerdo 4\n\u{0C}dos\nAcuerdo 4\n\u{0C}",
    "uno\n3 votos\n\u{0C}dos\n4 abstenciones\n\u{0C}",
  ])
  func otherLastLinesOfPagesStayWhereTheyAre(text: String) throws {
    let document = try readText(text)
    #expect(document.stories.count == 1)
  }

  private static let columns = """
         NOMBRE                     CARGO                    INSTITUCIÓN
         Ing. Tomasa Rivas Peña     Directora General de     Ayuntamiento de Loma Alta
                                    Planeación
         Sor Celia Duarte           Vocal                    Hermanas de la Caridad

         Hugo Ibarra Luna                                    INEGI

    Texto que sigue.
    """

  @Test func columnsThatBlanksKeepApartAreATableInPrintedText() throws {
    let document = try readText(Self.columns + "\n\u{0C}")
    #expect(
      document.body.compactMap { block in block.cell.map { "\($0.name) \(document.string(block))" }
      }
        == [
          "t1r1c1 NOMBRE", "t1r1c2 CARGO", "t1r1c3 INSTITUCIÓN", "t1r2c1 Ing. Tomasa Rivas Peña",
          "t1r2c2 Directora General de", "t1r2c2 Planeación", "t1r2c3 Ayuntamiento de Loma Alta",
          "t1r3c1 Sor Celia Duarte", "t1r3c2 Vocal", "t1r3c3 Hermanas de la Caridad",
          "t1r4c1 Hugo Ibarra Luna", "t1r4c3 INEGI",
        ])
    #expect(document.texts().contains("Texto que sigue."))
    document.checkInvariants()
  }

  @Test(arguments: [
    // No page ends here.
    columns,
    // Signatures: two rows. Gaps that keep to no columns. Two columns.
    "  Ana Ruiz      Luis Mena      Pía Soto\n  Presidenta    Secretario     Vocal\n\u{0C}",
    "Ana Ruiz,   Vocal   de Obras\nLuis Mena Prado,  Jefe     de Archivo\nPía,    Vocal   x\n\u{0C}",
    "1.   Inventario\n2.   Archivo\n3.   Varios\n\u{0C}",
  ])
  func otherGapsMakeNoTable(text: String) throws {
    #expect(try readText(text).body.allSatisfy { $0.cell == nil })
  }
}
