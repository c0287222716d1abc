// Minutes as a Word document, as Word writes it: formatted runs, some of them cut in two, revision
// numbers, styles, numbering, a header and a footer.

/// The bytes of a .docx file.
struct WordFile {
  let bytes: [UInt8]

  init(_ minutes: Minutes, random: inout RandomSource) {
    var story = WordStory(random: random)
    for block in minutes.blocks { story.append(block) }
    random = story.random
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", WordParts.contentTypes)
    zip.add("_rels/.rels", WordParts.packageRelationships)
    zip.add("docProps/core.xml", WordParts.coreProperties(of: minutes))
    zip.add("docProps/app.xml", WordParts.appProperties)
    zip.add("word/document.xml", WordParts.document(story.xml))
    zip.add("word/_rels/document.xml.rels", WordParts.documentRelationships)
    zip.add("word/styles.xml", WordParts.styles)
    zip.add("word/numbering.xml", WordParts.numbering(lists: story.lists))
    zip.add("word/header1.xml", WordParts.header(minutes.body.name))
    zip.add("word/footer1.xml", WordParts.footer)
    bytes = zip.finished()
  }
}

/// The body of `document.xml`.
struct WordStory {
  private(set) var xml = ""
  /// Numbered lists so far; each is a numbering of its own.
  private(set) var lists = 0
  private(set) var random: RandomSource

  init(random: RandomSource) { self.random = random }

  mutating func append(_ block: Block) {
    switch block {
    case .title(let title): paragraph(title, style: "Title", isBold: true)
    case .heading(let heading): paragraph(heading, style: "Heading1", isBold: true)
    case .subheading(let heading): paragraph(heading, style: "Heading2", isBold: true)
    case .field(let label, let value): paragraph(value, label: label + ": ")
    case .paragraph(let text): paragraph(text)
    case .bullet(let item): paragraph(item, style: "ListParagraph", numbering: 1)
    case .numbered(let number, let item):
      if number == 1 { lists += 1 }
      paragraph(item, style: "ListParagraph", numbering: lists + 1)
    case .table(let rows): table(rows)
    }
  }

  private mutating func paragraph(
    _ text: String, label: String? = nil, style: String? = nil, isBold: Bool = false,
    numbering: Int? = nil
  ) {
    let revision = String(0x00A0_0000 + random.integer(0...0xFFFF), radix: 16, uppercase: true)
    xml += "<w:p w:rsidR=\"00\(revision)\" w:rsidRDefault=\"00\(revision)\"><w:pPr>"
    if let style { xml += "<w:pStyle w:val=\"\(style)\"/>" }
    if let numbering {
      xml += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(numbering)\"/></w:numPr>"
    }
    xml +=
      "<w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/></w:pPr>"
    if let label { run(label[...], isBold: true) }
    // Word cuts runs where somebody corrected a word or the speller looked.
    var rest = text[...]
    while rest.utf8.count > 60 {
      let end = rest.index(rest.startIndex, offsetBy: random.integer(20...40))
      run(rest[..<end], isBold: isBold)
      rest = rest[end...]
    }
    if !rest.isEmpty { run(rest, isBold: isBold) }
    xml += "</w:p>"
  }

  private mutating func run(_ text: Substring, isBold: Bool) {
    xml += "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
    if isBold { xml += "<w:b/>" }
    xml += "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/></w:rPr>"
    for (index, piece) in text.split(separator: "\t", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { xml += "<w:tab/>" }
      if !piece.isEmpty { xml += "<w:t xml:space=\"preserve\">\(String(piece).escapedXML)</w:t>" }
    }
    xml += "</w:r>"
  }

  private mutating func table(_ rows: [[String]]) {
    xml +=
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>"
    for row in rows {
      xml += "<w:tr>"
      for cell in row {
        xml += "<w:tc><w:tcPr><w:tcW w:w=\"2300\" w:type=\"dxa\"/></w:tcPr>"
        paragraph(cell)
        xml += "</w:tc>"
      }
      xml += "</w:tr>"
    }
    xml += "</w:tbl>"
  }
}

extension String {
  var escapedXML: String {
    guard utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return self }
    return reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}
