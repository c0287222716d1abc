// Content in other formats that a document includes (altChunk).

import MinutarioModel
import MinutarioReading
import Testing

@Suite struct IncludedDocumentTests {
  /// A document that includes one part between two paragraphs.
  private func including(_ name: String, _ content: [UInt8]) -> WordFixture {
    var fixture = WordFixture(
      p(r("antes")) + "<w:altChunk r:id=\"c\"/>" + p(r("después")))
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
    fixture.zip.entries = [
      ("word/\(name)", content),
      (
        "word/_rels/document.xml.rels",
        Array(
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"c\" Type=\"\(type)\" Target=\"\(name)\"/></Relationships>"
            .utf8)
      ),
    ]
    return fixture
  }

  private func page(_ content: String) throws -> SourceDocument {
    try including("parte.html", Array(content.utf8)).read()
  }

  @Test func readsAPageWhereItIsIncluded() throws {
    let document = try page("<p>uno<p>dos &amp; tres</p>")
    #expect(document.texts() == ["antes", "uno", "dos & tres", "después"])
    #expect(
      document.stories.map(\.part) == ["word/document.xml", "word/parte.html", "word/document.xml"])
    #expect(document.stories.allSatisfy { $0.kind == .body })
    #expect(document.stories.last?.blocks.first?.paragraph == 1)
    #expect(!document.isTruncated)
    document.checkInvariants()
  }

  @Test func readsHeadingsListsAndBoldOfAPage() throws {
    let document = try page(
      "<html><head><title>no</title><style>p{}</style></head><body><h2>Acuerdos</h2>"
        + "<ol><li>uno<li>dos<ul><li>punto</ul></ol><b>Fecha:</b> hoy<br>y mañana</body></html>")
    let blocks = document.stories[1].blocks
    #expect(
      blocks.map(document.string) == ["Acuerdos", "uno", "dos", "punto", "Fecha: hoy\ny mañana"])
    #expect(blocks.map(\.headingLevel) == [2, nil, nil, nil, nil])
    #expect(blocks.map { $0.label?.text } == [nil, "1.", "2.", "•", nil])
    #expect(blocks.map(\.boldPrefix) == [8, 0, 0, 0, 6])
  }

  @Test func readsTablesOfAPageOnTheGrid() throws {
    let document = try page(
      "<table><tr><th rowspan=2>A<th colspan='2'>B</tr><tr><td>c<td></table>")
    let blocks = document.stories[1].blocks
    #expect(blocks.map(document.string) == ["A", "B", "c", ""])
    #expect(blocks.map { $0.cell?.name } == ["t1r1c1", "t1r1c2", "t1r2c2", "t1r2c3"])
    #expect(blocks[1].cell?.columnSpan == 2)
  }

  @Test func takesNothingOfAPageForMarkupThatIsNone() throws {
    let document = try page(
      "<!-- <p>no --><p title='a > b'>3 < 4 &nosuch; &#243;&#x3cc;&#150;&eacute;</p><script>x<y</script>"
    )
    #expect(document.texts() == ["antes", "3 < 4 &nosuch; óό–é", "después"])
  }

  @Test func readsTextAndDocumentsThatAreIncluded() throws {
    let text = try including("nota.txt", [0x6E, 0x69, 0xF1, 0x6F]).read()
    #expect(text.texts() == ["antes", "niño", "después"])
    let inner = WordFixture(
      p(r("dentro", "<w:b/>")),
      parts: ["footnotes.xml": root("footnotes", "<w:footnote>\(p(r("nota")))</w:footnote>")])
    let document = try including("otro.docx", inner.bytes()).read()
    #expect(document.texts() == ["antes", "dentro", "después"])
    #expect(document.stories[1].part == "word/otro.docx/word/document.xml")
    #expect(document.stories[1].blocks.first?.boldPrefix == 6)
    #expect(document.texts(.footnote) == ["nota"])
    document.checkInvariants()
  }

  @Test func countsWhatIsIncludedTowardsTheBounds() throws {
    var limits = Limits()
    limits.textBytes = 30
    let document = try including("nota.txt", Array(String(repeating: "x ", count: 20).utf8))
      .read(limits)
    #expect(document.isTruncated)
    #expect(document.codes.contains(.limitReached))
    var inner = WordFixture(p(r(String(repeating: "a", count: 400_000))))
    inner.zip.isDeflated = true
    let bomb = including("otro.docx", inner.bytes())
    #expect(readingError(bomb.bytes())?.code == .zipRatio)
  }

  @Test func includesNoDocumentInItselfForEver() throws {
    var bytes = WordFixture(p(r("fondo"))).bytes()
    for _ in 0..<6 { bytes = including("otro.docx", bytes).bytes() }
    let document = try SourceReader().read(bytes, name: "minuta.docx")
    #expect(document.texts().prefix(2) == ["antes", "antes"])
    #expect(!document.texts().contains("fondo"))
    #expect(document.isTruncated)
  }

  @Test(arguments: ["{\\rtf1 x}", "MIME-Version: 1.0\n\n<p>x"])
  func saysThatOtherFormatsAreMissing(_ content: String) throws {
    let document = try including("parte.mht", Array(content.utf8)).read()
    #expect(document.texts() == ["antes", "después"])
    #expect(document.isTruncated)
    #expect(document.issues.first?.arguments == ["word/document.xml: altChunk c"])
  }
}
