// Packages that are broken, hostile, or no Word documents at all.

import MinutarioModel
import MinutarioReading
import Testing

private typealias Issue = MinutarioModel.Issue

@Suite struct PackageTests {
  private let fixture = WordFixture(p(r("texto")))

  /// The fixture with its zip file written in another way.
  private func bytes(_ change: (inout ZipFixture) -> Void) -> [UInt8] {
    var fixture = fixture
    change(&fixture.zip)
    return fixture.bytes()
  }

  private func read(_ bytes: [UInt8], _ name: String = "minuta.docx") throws -> SourceDocument {
    try SourceReader().read(bytes, name: name)
  }

  @Test func readsDeflatedMembers() throws {
    #expect(try read(bytes { $0.isDeflated = true }).texts() == ["texto"])
  }

  @Test func readsByContentWhateverTheName() throws {
    #expect(try read(fixture.bytes(), "minuta.txt").format == "docx")
    #expect(try read(fixture.bytes(), "minuta.docm").format == "docx")
  }

  @Test func readsPackagesBetweenOtherBytes() throws {
    #expect(try read(Array("basura".utf8) + fixture.bytes()).texts() == ["texto"])
    #expect(try read(fixture.bytes() + Array("basura".utf8)).texts() == ["texto"])
  }

  @Test func comparesPartNamesLoosely() throws {
    var fixture = WordFixture("")
    fixture.zip.entries = [("Word\\Document.xml", Array(self.fixture.documentXML.utf8))]
    var zip = ZipFixture()
    zip.entries = fixture.zip.entries
    #expect(try read(zip.bytes()).texts() == ["texto"])
  }

  @Test(arguments: [false, true])
  func salvagesMembersWithoutACentralDirectory(isDeflated: Bool) throws {
    let document = try read(
      bytes {
        $0.hasDirectory = false
        $0.isDeflated = isDeflated
      })
    #expect(document.texts() == ["texto"])
    #expect(document.isTruncated)
    #expect(document.codes == [.truncated])
  }

  @Test func readsAPartWithAWrongChecksumButSaysSo() throws {
    let document = try read(bytes { $0.wrongChecksum = 1 })
    #expect(document.texts() == ["texto"])
    #expect(document.isTruncated)
    #expect(
      document.issues.contains(Issue(.damaged, .warning, arguments: ["word/document.xml: CRC"])))
  }

  @Test func readsADamagedPartUpToTheDamage() throws {
    var fixture = WordFixture((0..<400).map { p(r("párrafo \($0 &* 2_654_435_761)")) }.joined())
    fixture.zip.isDeflated = true
    var bytes = fixture.bytes()
    let whole = try read(bytes).texts()
    // The main part is the second member; its data reach nearly to the directory.
    let middle = bytes.count / 2
    for index in middle..<middle + 40 { bytes[index] = 0xFF }
    let document = try read(bytes)
    #expect(document.isTruncated)
    #expect(document.codes.contains(.damaged))
    #expect(document.texts().count > 20 && document.texts().count < whole.count)
    #expect(document.texts().dropLast().elementsEqual(whole.prefix(document.texts().count - 1)))
  }

  @Test func readsAPackageThatWasCutOff() throws {
    var fixture = WordFixture((0..<400).map { p(r("párrafo \($0 &* 2_654_435_761)")) }.joined())
    fixture.zip.isDeflated = true
    let bytes = fixture.bytes()
    let document = try read(Array(bytes.prefix(bytes.count / 2)))
    #expect(document.isTruncated)
    #expect(document.texts().count > 20)
    #expect(document.texts().first == "párrafo 0")
  }

  @Test func readsAPackageWhoseDirectoryIsDamaged() throws {
    var bytes = bytes { $0.entries.append(("foto.png", [1, 2, 3])) }
    let directory = try #require(
      bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[directory] = 0
    let document = try read(bytes)
    #expect(document.texts() == ["texto"])
    #expect(document.isTruncated)
  }

  @Test func mindsNoDamageOfMembersThatItDoesNotRead() throws {
    var bytes = bytes { $0.entries.append(("foto.png", [1, 2, 3])) }
    let header = try #require(bytes.firstIndex { $0 == 0x50 })
    #expect(header == 0)
    bytes[0] = 0x51
    let document = try SourceReader().read(bytes, name: "a.docx")
    #expect(document.texts() == ["texto"])
    #expect(!document.isTruncated && document.issues.isEmpty)
  }

  @Test func tellsALockFile() {
    var lock = [UInt8](repeating: 0x20, count: 162)
    lock[0] = 3
    lock.replaceSubrange(1...3, with: Array("Ana".utf8))
    lock.replaceSubrange(54...55, with: [3, 0])
    #expect(readingError(lock)?.code == .lockFile)
  }

  @Test func refusesNamesThatOccurTwice() {
    let twice = bytes { $0.entries.append(("WORD/DOCUMENT.XML", [])) }
    #expect(readingError(twice)?.code == .damaged)
    #expect(readingError(twice)?.arguments == ["zip member twice: word/document.xml"])
  }

  @Test func refusesMembersThatOverlap() {
    #expect(readingError(bytes { $0.overlaps = true })?.code == .damaged)
  }

  @Test func refusesEncryptedMembersAndContainers() {
    #expect(readingError(bytes { $0.flags = 1 })?.code == .encrypted)
    #expect(readingError(compoundFile("EncryptedPackage"))?.code == .encrypted)
    let old = readingError(compoundFile("WordDocument"))
    #expect(old?.code == .oldWordFile)
  }

  private func compoundFile(_ stream: String) -> [UInt8] {
    let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    return magic + [UInt8](repeating: 0, count: 1016) + stream.utf8.flatMap { [$0, 0] }
  }

  @Test(arguments: [
    ("{\\rtf1\\ansi", DocumentError(.rtfFile)), ("  <!DOCTYPE html><p>", DocumentError(.htmlFile)),
    ("\u{FEFF}<HTML>", DocumentError(.htmlFile)),
    ("<?xml version=\"1.0\"?><html/>", DocumentError(.htmlFile)),
    ("%PDF-1.7\n", DocumentError(.notADocument, arguments: ["PDF"])),
    ("MIME-Version: 1.0\n", DocumentError(.notADocument, arguments: ["MHTML"])),
    ("<?xml version=\"1.0\"?><a/>", DocumentError(.notADocument, arguments: ["XML"])),
  ])
  func saysWhatAForeignFileIs(_ content: String, _ error: DocumentError) {
    for name in ["minuta.docx", "minuta.txt", "minuta"] {
      #expect(readingError(Array(content.utf8), name) == error)
    }
  }

  @Test func saysWhatAForeignPackageIs() {
    var zip = ZipFixture()
    zip.entries = [("xl/workbook.xml", [])]
    #expect(readingError(zip.bytes())?.arguments == ["Excel"])
    zip.entries = [("otra/cosa.bin", [1, 2])]
    #expect(readingError(zip.bytes()) == DocumentError(.notADocument, arguments: ["ZIP"]))
    zip.entries = [("word/document.xml", Array("<otra/>".utf8))]
    #expect(readingError(zip.bytes())?.code == .notADocument)
  }

  @Test func refusesBinaryFilesAndEmptyPackages() {
    #expect(
      readingError((0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 151) })?.code == .notADocument)
    #expect(readingError([])?.code == .emptyFile)
  }

  @Test func refusesDocumentTypesInAnyPart() {
    var main = WordFixture("")
    main.zip.entries = [
      (
        "word/document.xml",
        Array("<!-- x --><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>".utf8)
      )
    ]
    #expect(readingError(main.bytes()) == DocumentError(.xmlDTD, arguments: ["word/document.xml"]))
    let side = WordFixture(p(r("x")), parts: ["styles.xml": "<!DOCTYPE s><s/>"])
    #expect(readingError(side.bytes())?.code == .xmlDTD)
  }

  @Test func keepsWhatStandsBeforeTheDamageOfTheMainPart() throws {
    var fixture = WordFixture("")
    let whole = WordFixture(p(r("uno")) + tbl(tr(tc("dos"), tc("tres")))).documentXML
    let end = try #require(whole.firstRange(of: "es</w:t>")).lowerBound
    fixture.zip.entries = [("word/document.xml", Array(whole[..<end].utf8))]
    let document = try fixture.read()
    #expect(document.texts() == ["uno", "dos", "tr"])
    #expect(document.isTruncated)
    #expect(document.codes == [.truncated])
  }

  @Test func refusesAMainPartThatIsNoXML() {
    var fixture = WordFixture("")
    fixture.zip.entries = [("word/document.xml", Array("no es XML".utf8))]
    #expect(readingError(fixture.bytes())?.code == .damaged)
  }

  // MARK: Bounds

  @Test func boundsTheFile() throws {
    var limits = Limits()
    limits.fileBytes = fixture.bytes().count
    #expect(readingError(fixture.bytes(), "a.docx", limits) == nil)
    limits.fileBytes -= 1
    #expect(readingError(fixture.bytes(), "a.docx", limits)?.code == .tooLarge)
  }

  @Test func boundsTheNumberOfMembers() {
    var limits = Limits()
    limits.zipEntries = 3
    #expect(readingError(fixture.bytes(), "a.docx", limits) == nil)
    limits.zipEntries = 2
    #expect(readingError(fixture.bytes(), "a.docx", limits)?.code == .zipEntryLimit)
  }

  @Test func boundsInflationByRatioAndBySize() {
    var bomb = WordFixture(p(r(String(repeating: "a", count: 400_000))))
    bomb.zip.isDeflated = true
    #expect(readingError(bomb.bytes())?.code == .zipRatio)
    var limits = Limits()
    limits.inflationRatio = 10_000
    #expect(readingError(bomb.bytes(), "a.docx", limits) == nil)
    limits.partBytes = 300_000
    #expect(readingError(bomb.bytes(), "a.docx", limits)?.code == .tooLarge)
    limits.partBytes = 1 << 20
    limits.inflatedBytes = 300_000
    #expect(readingError(bomb.bytes(), "a.docx", limits)?.code == .tooLarge)
  }

  @Test func boundsDepthAttributesTextAndBlocks() throws {
    func codes(_ body: String, _ change: (inout Limits) -> Void) throws -> [String] {
      var limits = Limits()
      change(&limits)
      let document = try WordFixture(p(r("antes")) + body).read(limits)
      #expect(document.texts().first == "antes")
      #expect(document.isTruncated == !document.issues.isEmpty)
      return document.issues.flatMap { [$0.code.rawValue] + $0.arguments }
    }
    #expect(try codes("<w:sdt>\(p(r("x")))</w:sdt>") { $0.xmlDepth = 6 } == [])
    #expect(
      try codes("<w:sdt>\(p(r("x")))</w:sdt>") { $0.xmlDepth = 5 } == ["too_deep", "xml_depth"])
    let attributes = "<w:p w:a=\"1\" w:b=\"2\" w:c=\"3\"/>"
    #expect(try codes(attributes) { $0.xmlAttributes = 3 } == [])
    #expect(try codes(attributes) { $0.xmlAttributes = 2 } == ["limit_reached", "xml_attributes"])
    #expect(try codes(p(r("12345"))) { $0.textBytes = 10 } == [])
    #expect(try codes(p(r("123456"))) { $0.textBytes = 10 } == ["limit_reached", "text_bytes"])
    #expect(try codes(p("") + p("")) { $0.blocks = 2 } == ["limit_reached", "blocks"])
  }

  @Test func readsTheSameWhateverWasReadBefore() throws {
    let styles = root(
      "styles", "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:rPr><w:b/></w:rPr></w:style>")
    let styled = WordFixture(p(r("x"), "<w:pStyle w:val=\"A\"/>"), parts: ["styles.xml": styles])
      .bytes()
    let plain = WordFixture(
      p(r("x"), "<w:pStyle w:val=\"A\"/>"), parts: ["styles.xml": root("styles", "")]
    ).bytes()
    let reader = SourceReader()
    for bytes in [styled, plain, styled, plain] {
      let again = try reader.read(bytes, name: "a.docx")
      #expect(try again == SourceReader().read(bytes, name: "a.docx"))
    }
    #expect(try reader.read(styled, name: "a.docx").body.first?.isBold == true)
    #expect(try reader.read(plain, name: "a.docx").body.first?.isBold == false)
  }
}
