// The parts of a Word package beside the text.

/// The XML of single parts.
enum WordParts {
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let contentTypes =
    declaration + "<Types xmlns=\"\(package)/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + [
      ("word/document.xml", "\(word).document.main+xml"), ("word/styles.xml", "\(word).styles+xml"),
      ("word/numbering.xml", "\(word).numbering+xml"), ("word/header1.xml", "\(word).header+xml"),
      ("word/footer1.xml", "\(word).footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ].map { "<Override PartName=\"/\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"

  static let packageRelationships = relationships([
    ("\(office)/relationships/officeDocument", "word/document.xml"),
    ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ("\(office)/relationships/extended-properties", "docProps/app.xml"),
  ])

  static let documentRelationships = relationships([
    ("\(office)/relationships/styles", "styles.xml"),
    ("\(office)/relationships/numbering", "numbering.xml"),
    ("\(office)/relationships/header", "header1.xml"),
    ("\(office)/relationships/footer", "footer1.xml"),
  ])

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    declaration + "<Relationships xmlns=\"\(package)/relationships\">"
      + targets.enumerated().map { index, relation in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.type)\" Target=\"\(relation.target)\"/>"
      }.joined() + "</Relationships>"
  }

  static func coreProperties(of minutes: Minutes) -> String {
    declaration
      + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(minutes.body.name.escapedXML)</dc:title><dcterms:created "
      + "xsi:type=\"dcterms:W3CDTF\">\(minutes.day.iso)T18:00:00Z</dcterms:created></cp:coreProperties>"
  }

  static let appProperties =
    declaration
    + "<Properties xmlns=\"\(office)/extended-properties\"><Pages>3</Pages></Properties>"

  static func document(_ body: String) -> String {
    declaration
      + "<w:document xmlns:w=\"\(main)\" xmlns:r=\"\(office)/relationships\"><w:body>\(body)"
      + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/>"
      + "<w:pgMar w:top=\"1417\" w:right=\"1701\" w:bottom=\"1417\" w:left=\"1701\"/></w:sectPr>"
      + "</w:body></w:document>"
  }

  static func header(_ text: String) -> String {
    declaration
      + "<w:hdr xmlns:w=\"\(main)\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>"
      + "<w:r><w:t>\(text.escapedXML)</w:t></w:r></w:p></w:hdr>"
  }

  static let footer =
    declaration
    + "<w:ftr xmlns:w=\"\(main)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
    + "<w:r><w:t xml:space=\"preserve\">Página </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r>"
    + "<w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"

  static let styles =
    declaration
    + "<w:styles xmlns:w=\"\(main)\"><w:docDefaults><w:rPrDefault><w:rPr>"
    + "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/><w:lang w:val=\"es-MX\"/></w:rPr>"
    + "</w:rPrDefault></w:docDefaults>"
    + [
      ("Normal", "Normal", ""), ("Title", "Title", "<w:outlineLvl w:val=\"0\"/>"),
      ("Heading1", "heading 1", "<w:keepNext/><w:outlineLvl w:val=\"0\"/>"),
      ("Heading2", "heading 2", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>"),
      ("ListParagraph", "List Paragraph", "<w:ind w:left=\"720\"/>"), ("Header", "header", ""),
      ("Footer", "footer", ""),
    ].map { id, name, properties in
      "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
        + (id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>")
        + "<w:pPr>\(properties)<w:spacing w:after=\"160\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/></w:rPr>"
        + "</w:style>"
    }.joined()
    + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/></w:style>"
    + "</w:styles>"

  /// Numbering 1 is the bullets; each numbered list has one of its own behind it.
  static func numbering(lists: Int) -> String {
    declaration + "<w:numbering xmlns:w=\"\(main)\">"
      + abstractNumbering(0, format: "bullet", text: "•")
      + abstractNumbering(1, format: "decimal", text: "%1.")
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + (0..<lists).map { index in
        "<w:num w:numId=\"\(index + 2)\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
          + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
      }.joined() + "</w:numbering>"
  }

  private static func abstractNumbering(_ id: Int, format: String, text: String) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
      + "<w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/><w:pPr><w:ind w:left=\"720\" "
      + "w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>"
  }
}
