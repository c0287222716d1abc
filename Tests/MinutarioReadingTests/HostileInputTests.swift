// Any bytes give an outcome: valid files with bytes changed, and shapes that cost other readers
// their time.

import MinutarioModel
import MinutarioReading
import Testing

@Suite struct HostileInputTests {
  /// A small generator, so that each run tries the same.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func outcome(_ bytes: [UInt8], _ name: String, _ note: String) {
    do throws(DocumentError) {
      try SourceReader().read(bytes, name: name).checkInvariants(note)
    } catch {
      #expect(error.saysSomething, "an error that says nothing: \(note)")
    }
  }

  private func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.removeSubrange(position...)
      case 3: bytes.remove(at: position)
      default:
        let end = min(bytes.count, position + Int.random(in: 1...40, using: &generator))
        bytes.insert(contentsOf: bytes[position..<end], at: position)
      }
    }
    return bytes
  }

  private var documentXML: String {
    WordFixture(
      p(
        r("Acta ", "<w:b/>") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
        "<w:rPr><w:del/></w:rPr>")
        + tbl(tr(tc("a", "<w:gridSpan w:val=\"2\"/>"), "<w:tc>\(tbl(tr(tc("b"))))</w:tc>"))
        + p("<w:r><w:txbxContent>\(p(r("caja ñ")))</w:txbxContent></w:r>")
        + p(r("x"), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + "<w:sectPr><w:headerReference r:id=\"header1.xml\"/></w:sectPr>"
    ).documentXML
  }

  private func fixture(_ documentXML: [UInt8]) -> WordFixture {
    var fixture = WordFixture(
      "",
      parts: [
        "numbering.xml": root(
          "numbering",
          "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.%9\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"),
        "header1.xml": root("hdr", p(r("encabezado"))),
      ])
    fixture.zip.entries = [("word/document.xml", documentXML)]
    return fixture
  }

  @Test func endsWithAnOutcomeForChangedPackages() {
    var generator = Generator(state: 1)
    var valid = fixture(Array(documentXML.utf8))
    for round in 0..<400 {
      valid.zip.isDeflated = round % 2 == 0
      outcome(mutated(valid.bytes(), &generator), "a.docx", "package \(round)")
    }
  }

  @Test func endsWithAnOutcomeForChangedXMLInWholePackages() {
    var generator = Generator(state: 2)
    let xml = Array(documentXML.utf8)
    for round in 0..<600 {
      outcome(fixture(mutated(xml, &generator)).bytes(), "a.docx", "XML \(round)")
    }
  }

  @Test func endsWithAnOutcomeForChangedTextFiles() {
    var generator = Generator(state: 3)
    let text = Array(
      "# Título\n====\n+--+--+\n|ñ |b |\n+--+--+\n|a|b|\n|-|-|\n**x** y\u{2028}fin\r\n".utf8)
    for round in 0..<600 {
      outcome(mutated(text, &generator), round % 2 == 0 ? "a.md" : "a.rst", "text \(round)")
    }
  }

  @Test func endsWithAnOutcomeForBytesAtRandom() {
    var generator = Generator(state: 4)
    for round in 0..<300 {
      let count = Int.random(in: 0...400, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let heads: [[UInt8]] = [[], [0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0x50, 0x4B, 5, 6]]
      outcome(heads[round % 4] + bytes, round % 3 == 0 ? "a.docx" : "a.txt", "random \(round)")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func staysLinearOnShapesThatRepeat() throws {
    let reader = SourceReader()
    let shapes = [
      "+-+\n", "+-+\n|\n", "+-+\n|-|\n", "|\n", "| a | b |\nx\n", "**a ", "** ", "===\n", "\n",
      "\u{C}",
    ]
    for shape in shapes {
      let text = String(repeating: shape, count: 30_000)
      _ = try reader.read(Array(text.utf8), name: "a.md")
    }
    let pages = [
      "<", "<a ", "<a b=\"", "<!--", "<!", "<table>", "<table><tr><td rowspan=999 colspan=99>",
      "<b>",
      "<ul><li>", "&", "&#1", "<td>", "</table>", "<script>", "<pre>\n", "<p>x",
    ]
    for shape in pages {
      var fixture = WordFixture("<w:altChunk r:id=\"chunk.html\"/>")
      fixture.parts = ["chunk.html": String(repeating: shape, count: 30_000)]
      try fixture.read().checkInvariants(shape)
    }
    for byte: UInt8 in [1, 0x81, 0xC3] {
      let bytes = Array(repeatElement([byte, 0x20], count: 200_000).joined())
      for mark: [UInt8] in [[], [0xFF, 0xFE]] {
        outcome(mark + bytes, "a.txt", "byte \(byte)")
      }
    }
    let border = "=== ===\n" + String(repeating: "a   b\n", count: 900)
    _ = try reader.read(
      Array(String(repeating: border, count: 60).utf8), name: "a.rst")
    let depth = 20_000
    let nested = String(repeating: "<w:tbl><w:tr><w:tc>", count: depth)
    var fixture = WordFixture("")
    fixture.zip.entries = [
      ("word/document.xml", Array("<w:document \(WordFixture.namespaces)>\(nested)".utf8))
    ]
    #expect(try fixture.read().isTruncated)
    fixture.zip.entries = [
      (
        "word/document.xml",
        Array(
          "<w:document \(WordFixture.namespaces)><w:body>\(String(repeating: "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:hyperlink/>", count: 50_000))</w:body></w:document>"
            .utf8)
      )
    ]
    #expect(try fixture.read().texts() == [])
  }
}
