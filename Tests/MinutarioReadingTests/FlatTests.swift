// Word documents in one XML file: Flat OPC and Word 2003.

import MinutarioModel
import MinutarioReading
import MinutarioTestSupport
import Testing

/// A package as one XML file, from the members of a zip fixture.
private func flat(
  _ fixture: WordFixture, prefix: String = "pkg", extra: String = "", reversed: Bool = false
) -> String {
  var parts = fixture.package().entries.map { name, bytes in
    """
    <\(prefix):part \(prefix):name="/\(name)" \(prefix):contentType="application/xml">\
    <\(prefix):xmlData>\(String(decoding: bytes, as: UTF8.self))</\(prefix):xmlData></\(prefix):part>
    """
  }
  if reversed { parts.reverse() }
  return """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <?mso-application progid="Word.Document"?>
    <\(prefix):package xmlns:\(prefix)="http://schemas.microsoft.com/office/2006/xmlPackage">\
    \(extra)\(parts.joined())</\(prefix):package>
    """
}

private func read(_ text: String, _ limits: Limits = Limits()) throws -> SourceDocument {
  try SourceReader(limits: limits).read(Array(text.utf8), name: "acta.xml")
}

/// Bytes of UTF-16.
private func wide(_ text: String, lowByteFirst: Bool, hasMark: Bool) -> [UInt8] {
  ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
    lowByteFirst
      ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
  }
}

@Suite struct FlatPackageTests {
  /// A document with something of everything.
  private static var fixture: WordFixture {
    var fixture = WordFixture(
      p(r("ACTA"), "<w:pStyle w:val=\"t\"/>")
        + p(r("Uno"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + tbl(tr(tc("a"), tc("b")))
        + p("<w:hyperlink r:id=\"a\">\(r("la sala"))</w:hyperlink>")
        + "<w:sectPr><w:headerReference r:id=\"header1.xml\"/><w:footerReference r:id=\"footer1.xml\"/></w:sectPr>",
      parts: [
        "header1.xml": root("hdr", p(r("encabezado"))), "footer1.xml": root("ftr", p(r("pie"))),
        "header2.xml": root("hdr", p(r("sin uso"))),
        "footnotes.xml": root("footnotes", "<w:footnote>\(p(r("nota")))</w:footnote>"),
        "comments.xml": root("comments", "<w:comment>\(p(r("comentario")))</w:comment>"),
        "styles.xml": root(
          "styles",
          "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"heading 1\"/></w:style>"),
        "numbering.xml": root(
          "numbering",
          "<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>"
        ),
      ], links: ["a": "https://sala.example"])
    fixture.title = "Acta 3"
    return fixture
  }

  @Test(arguments: [false, true])
  func readsWhatThePackageSays(reversed: Bool) throws {
    let package = try Self.fixture.read()
    let document = try read(flat(Self.fixture, reversed: reversed))
    #expect(document.format == "wordml")
    #expect(document.stories == package.stories)
    #expect(document.text == package.text)
    #expect(document.title == "Acta 3")
    #expect(document.hasComments)
    #expect(document.codes == package.codes)
    #expect(document.labels[1] == "III.")
    #expect(document.stories.map(\.part).contains("word/header1.xml"))
    #expect(document.texts(.header) == ["encabezado"])
    #expect(document.body[0].headingLevel == 1)
    document.checkInvariants()
  }

  @Test func namespacesCountNotPrefixes() throws {
    #expect(
      try read(flat(Self.fixture, prefix: "x")).texts(.footnote) == ["nota"])
  }

  @Test func passesOverPicturesOfAnySize() throws {
    let picture = String(repeating: "QUJDREVGR0hJSktM", count: 800_000)
    let part =
      "<pkg:part pkg:name=\"/word/media/a.png\"><pkg:binaryData>\(picture)</pkg:binaryData></pkg:part>"
    #expect(try read(flat(Self.fixture, extra: part)).texts().first == "ACTA")
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(lowByteFirst: Bool, hasMark: Bool) throws {
    var text = flat(WordFixture(p(r("Sesión ordinaria n.º 3"))))
    text = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    let document = try SourceReader().read(
      wide(text, lowByteFirst: lowByteFirst, hasMark: hasMark), name: "acta.xml")
    #expect(document.texts() == ["Sesión ordinaria n.º 3"])
  }

  @Test(arguments: [true, false], [true, false])
  func readsPartsOfAPackageInUTF16(lowByteFirst: Bool, hasMark: Bool) throws {
    var fixture = WordFixture("")
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + WordFixture(p(r("Señalización"))).documentXML
    fixture.zip.entries = [
      ("word/document.xml", wide(text, lowByteFirst: lowByteFirst, hasMark: hasMark))
    ]
    #expect(try fixture.read().texts() == ["Señalización"])
  }

  @Test func keepsWhatStandsBeforeDamage() throws {
    let text = flat(WordFixture(p(r("antes")) + p(r("después"))))
    let document = try read(try #require(text.split(separator: "después").first.map(String.init)))
    #expect(document.texts().first == "antes")
    #expect(document.isTruncated)
    #expect(document.codes == [.truncated])
  }

  @Test func refusesADocumentType() throws {
    let text = flat(Self.fixture).replacing(
      "<?mso-application progid=\"Word.Document\"?>",
      with: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
    #expect(readingError(Array(text.utf8), "acta.xml")?.code == .xmlDTD)
  }

  @Test func keepsToTheBounds() throws {
    var limits = Limits()
    limits.textBytes = 4
    let document = try read(flat(Self.fixture), limits)
    #expect(document.isTruncated)
    #expect(document.codes.contains(.limitReached))
    limits = Limits()
    limits.xmlDepth = 6
    #expect(try read(flat(Self.fixture), limits).isTruncated)
  }

  @Test(arguments: [
    "<?xml version=\"1.0\"?><configuracion><a/></configuracion>",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
    "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>",
    "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part pkg:name=\"/ppt/presentation.xml\"><pkg:xmlData><p/></pkg:xmlData></pkg:part></pkg:package>",
    "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>",
  ])
  func otherXMLIsNoDocument(text: String) {
    let error = readingError(Array(text.utf8), "ajustes.xml")
    #expect(error?.code == .notADocument)
    #expect(error?.arguments == ["XML"])
  }

  @Test func anyDamageGivesAnOutcome() throws {
    let bytes = Array(flat(Self.fixture).utf8)
    var random = SeededGenerator(seed: 23)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        damaged[Int.random(in: 300..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let document = try? SourceReader().read(damaged, name: "acta.xml") {
        document.checkInvariants()
      }
    }
  }
}

@Suite struct Word2003Tests {
  private static let namespaces = """
    xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" \
    xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" \
    xmlns:aml="http://schemas.microsoft.com/aml/2001/core" \
    xmlns:o="urn:schemas-microsoft-com:office:office"
    """

  private func document(_ body: String, head: String = "") throws -> SourceDocument {
    try read(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:wordDocument \(Self.namespaces)>\(head)<w:body><wx:sect>\(body)</wx:sect></w:body></w:wordDocument>"
    )
  }

  private func annotation(_ type: String, _ contents: String) -> String {
    "<aml:annotation w:type=\"Word.\(type)\" aml:author=\"x\"><aml:content>\(contents)</aml:content></aml:annotation>"
  }

  @Test func readsParagraphsRunsAndTables() throws {
    let document = try document(
      p(r("MI", "<w:b/>") + r("NUTA", "<w:b/>"))
        + tbl(
          tr(tc("a", "<w:vmerge w:val=\"restart\"/>"), tc("b")), tr(tc("", "<w:vmerge/>"), tc("c")))
    )
    #expect(document.texts() == ["MINUTA", "a", "b", "", "c"])
    #expect(document.body[0].isBold)
    #expect(document.body.compactMap { $0.cell?.name } == ["t1r1c1", "t1r1c2", "t1r2c1", "t1r2c2"])
    #expect(document.body[3].cell?.continuesAbove == true)
    #expect(document.format == "wordml")
    document.checkInvariants()
  }

  @Test func computesTheLabelsOfLists() throws {
    func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
      p(
        r(text),
        "<w:listPr><w:ilvl w:val=\"\(level)\"/><w:ilfo w:val=\"\(list)\"/><wx:t wx:val=\"x\"/></w:listPr>"
      )
    }
    func level(_ index: Int, _ code: Int, _ text: String) -> String {
      "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:nfc w:val=\"\(code)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }
    let lists = """
      <w:lists><w:listDef w:listDefId="0">\(level(0, 1, "%1.-"))\(level(1, 4, "%2)"))</w:listDef>\
      <w:listDef w:listDefId="1">\(level(0, 23, "·"))</w:listDef>\
      <w:list w:ilfo="1"><w:ilst w:val="0"/></w:list><w:list w:ilfo="2"><w:ilst w:val="1"/></w:list></w:lists>
      """
    let document = try document(
      item("uno", 1) + item("hijo", 1, 1) + item("dos", 1) + item("punto", 2), head: lists)
    #expect(document.labels == ["I.-", "a)", "II.-", "·"])
  }

  @Test func readsHeadersNotesAndCommentsWhereTheyAreAnchored() throws {
    let section = """
      <w:sectPr><w:hdr w:type="odd">\(p(r("encabezado")))</w:hdr>\
      <w:ftr w:type="odd">\(p(r("pie")))</w:ftr></w:sectPr>
      """
    let document = try document(
      p(
        r("Antes") + "<w:r><w:footnote>\(p(r("nota uno")))</w:footnote></w:r>" + r(" y después")
          + annotation("Comment", p(r("comentario"))))
        + p(r("otro") + "<w:r><w:footnote>\(p(r("nota dos")))</w:footnote></w:r>")
        + p("", section) + section)
    #expect(document.texts() == ["Antes y después", "otro", ""])
    #expect(document.texts(.header) == ["encabezado"])
    #expect(document.texts(.footer) == ["pie"])
    #expect(document.texts(.footnote) == ["nota uno", "nota dos"])
    #expect(document.texts(.comment) == ["comentario"])
    #expect(
      document.stories.map(\.part) == ["body", "header1", "footer1", "footnotes", "comments"])
    #expect(document.hasComments)
  }

  @Test func readsAsIfAllRevisionsWereAccepted() throws {
    let document = try document(
      p(
        r("Queda ") + annotation("Deletion", "<w:r><w:delText>fuera</w:delText></w:r>")
          + annotation("Insertion", r("dentro"))))
    #expect(document.texts() == ["Queda dentro"])
    #expect(document.trackedChanges == .accepted)
  }

  @Test func readsTheTitleAndTheStyles() throws {
    let head = """
      <o:DocumentProperties><o:Title>Acta 7</o:Title></o:DocumentProperties>\
      <w:styles><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style></w:styles>
      """
    let document = try document(p(r("ACTA"), "<w:pStyle w:val=\"T1\"/>"), head: head)
    #expect(document.title == "Acta 7")
    #expect(document.body[0].headingLevel == 1)
  }

  @Test func anyDamageGivesAnOutcome() {
    let lists =
      "<w:lists><w:listDef w:listDefId=\"0\"><w:lvl w:ilvl=\"0\"><w:nfc w:val=\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:listDef><w:list w:ilfo=\"1\"><w:ilst w:val=\"0\"/></w:list></w:lists>"
    let body =
      p(r("uno") + "<w:r><w:footnote>\(p(r("nota")))</w:footnote></w:r>")
      + p(r("dos"), "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/></w:listPr>")
      + "<w:sectPr><w:hdr>\(p(r("encabezado")))</w:hdr></w:sectPr>"
    let bytes = Array(
      "<w:wordDocument \(Self.namespaces)>\(lists)<w:body>\(body)</w:body></w:wordDocument>".utf8)
    var random = SeededGenerator(seed: 29)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 250..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let document = try? SourceReader().read(damaged, name: "acta.xml") {
        document.checkInvariants()
      }
    }
  }

  @Test func refusesADocumentType() {
    let text =
      "<!DOCTYPE w:wordDocument><w:wordDocument \(Self.namespaces)><w:body/></w:wordDocument>"
    #expect(readingError(Array(text.utf8), "acta.xml")?.code == .xmlDTD)
  }
}
