// The entry for Word files: a whole package, or the XML of a document, for which a package is made,
// because changed bytes seldom leave a package that can be inflated.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWordFile(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if bytes.first == UInt8(ascii: "<") {
    read(package(bytes), name: "a.docx")
    read(bytes, name: "a.xml")
  } else {
    read(bytes, name: "a.docx")
  }
  return 0
}

/// A zip file without a directory, whose document has the given XML; reading salvages it.
private func package(_ document: [UInt8]) -> [UInt8] {
  let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  let numbering = """
    <w:numbering xmlns:w="\(word)"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">\
    <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
    """
  let relationships = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="x/aFChunk" Target="document.xml"/>\
    <Relationship Id="rId2" Type="x/header" Target="document.xml"/></Relationships>
    """
  return member("word/document.xml", document)
    + member("word/_rels/document.xml.rels", Array(relationships.utf8))
    + member("word/numbering.xml", Array(numbering.utf8))
}

private func member(_ name: String, _ content: [UInt8]) -> [UInt8] {
  func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  return [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 12) + number(content.count, 4)
    + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2) + Array(name.utf8)
    + content
}
