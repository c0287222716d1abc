// Text, formatting and properties of paragraphs.

import MinutarioModel
import Testing

private typealias Issue = MinutarioModel.Issue

@Suite struct ParagraphTests {
  @Test func joinsTheRunsOfAParagraph() throws {
    let document = try WordFixture(p(r("Asis") + r("ten") + r("tes:")) + p("")).read()
    #expect(document.texts() == ["Asistentes:", ""])
    #expect(document.body.map(\.paragraph) == [0, 1])
    #expect(document.format == "docx")
    #expect(document.encoding == nil)
    document.checkInvariants()
  }

  @Test func turnsSignElementsIntoCharacters() throws {
    let signs = """
      <w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>\
      <w:noBreakHyphen/><w:softHyphen/><w:t>e</w:t><w:br w:type="page"/><w:t>f</w:t><w:ptab/>\
      <w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0D8"/><w:br/></w:r>
      """
    let document = try WordFixture(
      p(signs, "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs>")
    ).read()
    #expect(document.texts() == ["a\tb\nc\nd\u{2011}e\nf\t\u{2611}\u{2022}"])
    document.checkInvariants()
  }

  @Test func keepsEntitiesAndCharacterData() throws {
    let document = try WordFixture(
      p("<w:r><w:t>A&amp;B &lt;ñ&gt; &#241;<![CDATA[<x>&]]><!-- no --></w:t></w:r>")
    ).read()
    #expect(document.texts() == ["A&B <ñ> ñ<x>&"])
  }

  @Test func measuresTheBoldBeginning() throws {
    let bold = "<w:b/>"
    let document = try WordFixture(
      p(r("Lugar:", bold) + r(" sala ñ")) + p(r("Fecha", bold) + r(" ") + r("y hora", bold))
        + p(r("sin ") + r("negrita", bold)) + p(r("no", "<w:b w:val=\"0\"/>"))
        + p(r("marca"), "<w:rPr><w:b/></w:rPr>")
    ).read()
    #expect(document.body.map(\.boldPrefix) == [6, 12, 0, 0, 0])
    #expect(document.body.map(\.isBold) == [false, true, false, false, false])
  }

  @Test func takesBoldFromStylesAndCancelsWhatBothStylesSet() throws {
    let styles = root(
      "styles",
      """
      <w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Hijo"><w:basedOn w:val="Base"/></w:style>
      <w:style w:type="character" w:styleId="Fuerte"><w:rPr><w:b/></w:rPr></w:style>
      """)
    let child = "<w:pStyle w:val=\"Hijo\"/>"
    let document = try WordFixture(
      p(r("todo"), child) + p(r("nada", "<w:rStyle w:val=\"Fuerte\"/>"), child)
        + p(r("fuerte", "<w:rStyle w:val=\"Fuerte\"/>")),
      parts: ["styles.xml": styles]
    ).read()
    #expect(document.body.map(\.boldPrefix) == [4, 0, 6])
  }

  @Test func findsHeadingLevelsByOutlineAndByBuiltInStyle() throws {
    let styles = root(
      "styles",
      """
      <w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style>
      <w:style w:type="paragraph" w:styleId="Puesto"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="Apartado"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Apartado"/></w:style>
      <w:style w:type="paragraph" w:styleId="Cuerpo"><w:basedOn w:val="Apartado"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Ciclo"><w:basedOn w:val="Ciclo"/></w:style>
      """)
    let names = ["Ttulo2", "Puesto", "Apartado", "Sub", "Cuerpo", "Ciclo", "NoExiste"]
    let paragraphs = names.map { p(r($0), "<w:pStyle w:val=\"\($0)\"/>") }.joined()
    let document = try WordFixture(
      paragraphs + p(r("propio"), "<w:outlineLvl w:val=\"0\"/>"), parts: ["styles.xml": styles]
    ).read()
    #expect(document.body.map(\.headingLevel) == [2, 1, 3, 3, nil, nil, nil, 1])
  }

  @Test func dropsHiddenTextAndSaysSoOnce() throws {
    let document = try WordFixture(
      p(r("visible ") + r("oculto", "<w:vanish/>") + r("más", "<w:vanish/>"))
        + p(r("claro", "<w:vanish w:val=\"false\"/>"))
    ).read()
    #expect(document.texts() == ["visible ", "claro"])
    #expect(
      document.issues == [Issue(.hiddenText, .warning, arguments: ["word/document.xml", "9"])])
  }

  @Test func saysHowAParagraphLooks() throws {
    let styles = root(
      "styles",
      """
      <w:style w:type="paragraph" w:styleId="T"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
      """)
    let style = "<w:pStyle w:val=\"T\"/>"
    let document = try WordFixture(
      p(r("Acuerdos"), style)
        + p(r("no", "<w:caps w:val=\"0\"/>"), style + "<w:jc w:val=\"left\"/>")
        + p(r("Todo", "<w:caps/>") + r(" "), "<w:jc w:val=\"center\"/>")
        + p(r("A", "<w:caps/>") + r("b")),
      parts: ["styles.xml": styles]
    ).read()
    #expect(document.body.map(\.look) == [[.centred, .capitals], [], [.centred, .capitals], []])
  }

  @Test func readsTheStateOfFormFields() throws {
    func field(_ data: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>\(data)</w:ffData></w:fldChar></w:r>"
        + "<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let entries = "<w:listEntry w:val=\"Asistió\"/><w:listEntry w:val=\"Faltó\"/>"
    let document = try WordFixture(
      p(field("<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>") + r(" sí"))
        + p(field("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>"))
        + p(field("<w:ddList><w:result w:val=\"1\"/>\(entries)</w:ddList>"))
        + p(field("<w:ddList>\(entries)</w:ddList>"))
        + p(field("<w:ddList><w:result w:val=\"9\"/>\(entries)</w:ddList>"))
    ).read()
    #expect(document.texts() == ["☒ sí", "☐", "Faltó", "Asistió", ""])
  }

  @Test func keepsNumbersOfAnEquationApart() throws {
    func m(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }
    let document = try WordFixture(
      p("<m:oMath><m:f><m:num>\(m("1"))</m:num><m:den>\(m("2"))</m:den></m:f></m:oMath>")
        + p("<m:oMath><m:sSup><m:e>\(m("10"))</m:e><m:sup>\(m("3"))</m:sup></m:sSup></m:oMath>")
        + p(
          "<m:oMath><m:sSup><m:e>\(m("x"))</m:e><m:sup>\(m("2"))</m:sup></m:sSup>\(m("=4"))</m:oMath>"
        )
    ).read()
    #expect(document.texts() == ["1/2", "10^3", "x2=4"])
  }

  @Test func readsTheSignsOfFonts() throws {
    func sign(_ font: String, _ code: String) -> String {
      "<w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r>"
    }
    let document = try WordFixture(
      p(
        sign("Symbol", "F061") + sign("Symbol", "F0A3") + sign("Symbol", "F028")
          + sign("Symbol", "F0E6"))
        + p(
          sign("Wingdings", "F0E0") + sign("Wingdings", "F081") + sign("Wingdings", "F0FC")
            + sign("Wingdings", "F07B"))
        + p(
          sign("Arial", "00F1") + sign("Arial", "F0A7") + sign("Wingdings 2", "F052")
            + sign("", "zz"))
    ).read()
    #expect(document.texts() == ["α≤(•", "→①✓•", "ñ•☑•"])
  }

  @Test func keepsFieldResultsAndDropsInstructions() throws {
    func character(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func instruction(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    let nested =
      character("begin") + instruction(" IF ") + character("begin") + instruction(" PAGE ")
      + character("separate") + r("7") + character("end") + character("separate") + r("resultado")
      + character("end")
    let document = try WordFixture(
      p(r("antes ") + nested + r(" después"))
        + p("<w:fldSimple w:instr=\"PAGE\">\(r("3"))</w:fldSimple>")
        + p(character("begin") + instruction(" DATE ")) + p(r("sigue"))
    ).read()
    #expect(document.texts() == ["antes resultado después", "3", "", "sigue"])
  }

  @Test func readsThroughWrappersOfEveryKind() throws {
    let document = try WordFixture(
      "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>"
        + p(
          "<w:smartTag>\(r("uno "))</w:smartTag><w:customXml>\(r("dos "))</w:customXml>"
            + "<w:sdt><w:sdtContent>\(r("tres "))</w:sdtContent></w:sdt>"
            + "<w:hyperlink w:anchor=\"x\">\(r("cuatro"))</w:hyperlink>"
            + "<w:ruby><w:rt>\(r("guía"))</w:rt><w:rubyBase>\(r(" base"))</w:rubyBase></w:ruby>")
        + "</w:sdtContent></w:sdt>" + r("suelto") + p(r("fin"))
    ).read()
    #expect(document.texts() == ["uno dos tres cuatro base", "suelto", "fin"])
  }

  @Test func readsOneBranchOfAlternateContent() throws {
    func alternatives(_ choice: String, _ fallback: String) -> String {
      "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(choice)</mc:Choice>"
        + "<mc:Fallback>\(fallback)</mc:Fallback></mc:AlternateContent>"
    }
    let document = try WordFixture(
      p(alternatives(r("nuevo"), r("viejo"))) + p(alternatives("<w:r/>", r("único")))
    ).read()
    #expect(document.texts() == ["nuevo", "único"])
  }

  @Test func placesTextBoxesBehindTheirAnchor() throws {
    let box =
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>"
      + p(r("caja 1", "<w:b/>")) + p(r("caja 2"))
      + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>"
      + p(r("caja 1"))
      + "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    let document = try WordFixture(p(r("ancla ") + box + r("sigue")) + p(r("después"))).read()
    #expect(document.texts() == ["ancla sigue", "caja 1", "caja 2", "después"])
    #expect(document.body.map(\.inTextBox) == [false, true, true, false])
    #expect(document.body.map(\.paragraph) == [0, 1, 2, 4])
    #expect(document.body.map(\.boldPrefix) == [0, 6, 0, 0])
    document.checkInvariants()
  }

  @Test func readsStrictDocumentsAndAnyPrefix() throws {
    var fixture = WordFixture("")
    let xml = """
      <x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr>\
      <x:outlineLvl x:val="1"/></x:pPr><x:r><x:t>estricto</x:t></x:r></x:p></x:body></x:document>
      """
    fixture.zip.entries.append(("word/document.xml", Array(xml.utf8)))
    let document = try fixture.read()
    #expect(document.texts() == ["estricto"])
    #expect(document.body.first?.headingLevel == 2)
  }
}
