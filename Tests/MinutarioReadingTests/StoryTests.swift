// What a document holds besides its body.

import MinutarioModel
import Testing

@Suite struct StoryTests {
  @Test func readsHeadersFootersNotesAndCommentsAsStories() throws {
    let note =
      "<w:footnote w:type=\"separator\">\(p(r("---")))</w:footnote><w:footnote>\(p(r("nota")))</w:footnote>"
    let document = try WordFixture(
      p(r("cuerpo"))
        + "<w:sectPr><w:headerReference r:id=\"header1.xml\"/><w:headerReference r:id=\"header1.xml\"/>"
        + "<w:footerReference r:id=\"footer1.xml\"/></w:sectPr>",
      parts: [
        "header1.xml": root("hdr", p(r("encabezado"))), "footer1.xml": root("ftr", p(r("pie"))),
        "header2.xml": root("hdr", p(r("sin uso"))),
        "footnotes.xml": root("footnotes", note),
        "endnotes.xml": root("endnotes", "<w:endnote>\(p(r("final")))</w:endnote>"),
        "comments.xml": root("comments", "<w:comment>\(p(r("comentario")))</w:comment>"),
      ]
    ).read()
    #expect(
      document.stories.map(\.kind) == [.body, .header, .footer, .footnote, .endnote, .comment])
    #expect(document.stories.map(\.part).prefix(2) == ["word/document.xml", "word/header1.xml"])
    #expect(
      document.stories.flatMap(\.blocks).map(document.string)
        == ["cuerpo", "encabezado", "pie", "nota", "final", "comentario"])
    #expect(document.hasComments)
    #expect(document.codes == [.commentsPresent])
    document.checkInvariants()
  }

  @Test func listsTargetsOfLinksThatTheTextDoesNotShow() throws {
    func link(_ id: String, _ text: String) -> String {
      "<w:hyperlink r:id=\"\(id)\">\(r(text))</w:hyperlink>"
    }
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://campo.example\" </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(r("campo"))<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let document = try WordFixture(
      p(link("a", "la sala")) + p(link("b", "ana@correo.example")) + p(field),
      links: ["a": "https://sala.example", "b": "mailto:ana@correo.example"]
    ).read()
    #expect(document.texts() == ["la sala", "ana@correo.example", "campo"])
    #expect(document.texts(.linkTarget) == ["https://sala.example", "https://campo.example"])
    #expect(document.stories.last?.blocks.map(\.paragraph) == [0, 2])
  }

  @Test func readsTheTitle() throws {
    var fixture = WordFixture(p(r("x")))
    fixture.title = "Minuta &amp; anexos"
    #expect(try fixture.read().title == "Minuta & anexos")
    #expect(try WordFixture(p(r("x"))).read().title == nil)
  }

  @Test func saysThatContentInAnotherFormatIsMissing() throws {
    let document = try WordFixture(p(r("antes")) + "<w:altChunk r:id=\"x\"/>").read()
    #expect(document.texts() == ["antes"])
    #expect(document.isTruncated)
    #expect(document.issues.first?.arguments == ["word/document.xml: altChunk x"])
  }

  @Test(arguments: [
    "../word/header9.xml", "/word/header9.xml", "./header9.xml", "..\\word\\header9.xml",
  ])
  func followsTargetsHoweverTheyAreWritten(_ target: String) throws {
    var fixture = WordFixture(p(r("x")) + "<w:sectPr><w:headerReference r:id=\"h\"/></w:sectPr>")
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    fixture.zip.entries = [
      ("word/header9.xml", Array(root("hdr", p(r("encabezado"))).utf8)),
      (
        "word/_rels/document.xml.rels",
        Array(
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h\" Type=\"\(type)\" Target=\"\(target)\"/></Relationships>"
            .utf8)
      ),
    ]
    #expect(try fixture.read().texts(.header) == ["encabezado"])
  }

  @Test func leavesOutAPartThatIsDamaged() throws {
    let document = try WordFixture(
      p(r("cuerpo")), parts: ["comments.xml": "<w:comments "]
    ).read()
    #expect(document.texts() == ["cuerpo"])
    #expect(document.isTruncated)
    #expect(document.codes == [.truncated])
  }
}
