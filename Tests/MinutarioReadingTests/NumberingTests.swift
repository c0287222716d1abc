// List labels as a reader of the page sees them.

import MinutarioModel
import Testing

@Suite struct NumberingTests {
  private func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String
  {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
      + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private func abstract(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private func list(_ id: Int, _ abstract: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
  }

  private func item(_ list: Int, _ level: Int = 0) -> String {
    p(r("x"), "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private func labels(_ numbering: String, _ body: String, styles: String? = nil) throws -> [String]
  {
    var parts = ["numbering.xml": root("numbering", numbering)]
    parts["styles.xml"] = styles.map { root("styles", $0) }
    return try WordFixture(body, parts: parts).read().labels
  }

  @Test func countsLevelsAndStartsDeeperOnesAgain() throws {
    let numbering =
      abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%3)"))
      + list(1, 0)
    let body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1) + item(1, 1) + item(1, 2)
    #expect(try labels(numbering, body) == ["I.", "I.1", "I.2", "a)", "II.", "II.1", "a)"])
  }

  @Test func writesNumbersOfAFormatOfOnesOwn() throws {
    let level =
      "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/><w:lvlText w:val=\"%1)\"/></w:lvl>"
    let choice =
      "<w:lvl w:ilvl=\"0\"><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"01, 02\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>"
    #expect(try labels(abstract(0, level) + list(1, 0), item(1) + item(1)) == ["001)", "002)"])
    #expect(try labels(abstract(0, choice) + list(1, 0), item(1)) == ["01"])
  }

  @Test func countsLabelsThatAreHiddenButShowsNone() throws {
    let hidden =
      "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/><w:rPr><w:vanish/></w:rPr></w:lvl>"
    let numbering = abstract(0, hidden, level(1, "decimal", "%1.%2")) + list(1, 0)
    #expect(try labels(numbering, item(1) + item(1) + item(1, 1)) == ["", "", "2.1"])
  }

  @Test func writesLegalNumbersInDecimal() throws {
    let numbering =
      abstract(0, level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
      + list(1, 0)
    #expect(try labels(numbering, item(1) + item(1, 1)) == ["I", "1.1"])
  }

  @Test func sharesCountersBetweenListsOfOneDefinition() throws {
    let numbering =
      abstract(0, level(0, "decimal", "%1.-")) + list(1, 0) + list(2, 0)
      + list(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>")
    let body = item(1) + item(2) + item(3) + item(3) + item(1)
    #expect(try labels(numbering, body) == ["1.-", "2.-", "7.-", "8.-", "9.-"])
  }

  @Test func takesLevelsOfItsOwnFromAnOverride() throws {
    let override = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "upperLetter", "%1)"))</w:lvlOverride>"
    let numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0, override)
    #expect(try labels(numbering, item(1) + item(1)) == ["A)", "B)"])
  }

  @Test func honoursRestartsThatALevelStates() throws {
    let numbering =
      abstract(
        0, level(0, "decimal", "%1"), level(1, "decimal", "%2", "<w:lvlRestart w:val=\"0\"/>"))
      + list(1, 0)
    #expect(
      try labels(numbering, item(1) + item(1, 1) + item(1) + item(1, 1)) == ["1", "1", "2", "2"])
  }

  @Test(arguments: [
    ("decimalZero", "03"), ("lowerRoman", "iii"), ("ordinal", "3\u{ba}"),
    ("ordinalText", "Tercero"),
    ("cardinalText", "Tres"), ("none", ""), ("chicago", "3"), ("upperLetter", "C"),
    ("numberInDash", "- 3 -"), ("decimalEnclosedCircle", "③"),
  ])
  func writesFormats(_ format: String, _ label: String) throws {
    let numbering = abstract(0, level(0, format, "%1")) + list(1, 0)
    #expect(try labels(numbering, item(1) + item(1) + item(1)).last == label)
  }

  @Test func showsBulletsAndReplacesSignsOfFonts() throws {
    let numbering =
      abstract(0, level(0, "bullet", "-"), level(1, "bullet", "\u{F0B7}")) + list(1, 0)
    let document = try WordFixture(
      item(1) + item(1, 1), parts: ["numbering.xml": root("numbering", numbering)]
    ).read()
    #expect(document.labels == ["-", "•"])
    #expect(document.body.allSatisfy { $0.label?.isBullet == true })
    #expect(document.body.map { $0.label?.level } == [0, 1])
  }

  @Test func findsNumberingThroughStylesAndTheirLevels() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="Punto"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Hijo"><w:basedOn w:val="Punto"/></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let numbering =
      abstract(
        0, level(0, "decimal", "Artículo %1.-"),
        level(1, "lowerLetter", "%2)", "<w:pStyle w:val=\"Sub\"/>"))
      + list(1, 0)
    func styled(_ name: String, _ more: String = "") -> String {
      p(r("x"), "<w:pStyle w:val=\"\(name)\"/>\(more)")
    }
    let body =
      styled("Punto") + styled("Hijo") + styled("Sub")
      + styled("Punto", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    #expect(
      try labels(numbering, body, styles: styles) == ["Artículo 1.-", "Artículo 2.-", "a)", "-"])
  }

  @Test func followsListStyles() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"L\"/>\(level(0, "upperLetter", "%1"))</w:abstractNum>"
      + "<w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
      + list(5, 2)
    #expect(try labels(numbering, item(5)) == ["A"])
  }

  @Test func survivesReferencesToNothing() throws {
    #expect(
      try labels(abstract(0) + list(1, 9), item(1) + item(2) + item(1, 77)) == ["-", "-", "-"])
    #expect(try WordFixture(item(1)).read().labels == ["-"])
  }
}
