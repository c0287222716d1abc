// What is read of a folder, in which order, and what is listed as not read.

import Foundation
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioPipeline

@Suite struct FolderWalkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func listing(_ extensions: [String] = ArchiveListing.readableExtensions) throws
    -> ArchiveListing
  {
    var listing = ArchiveListing()
    try listing.add(DiskPath(folder.path), extensions: extensions)
    return listing
  }

  @Test func filesComeInByteOrderOfTheirPaths() throws {
    for name in ["b.txt", "B.txt", "a/z.txt", "a.txt", "ñ.txt", "a/á.docx", "z.txt"] {
      try folder.write("x", to: name)
    }
    #expect(
      try listing().files.map(\.path) == [
        "B.txt", "a.txt", "a/z.txt", "a/á.docx", "b.txt", "z.txt", "ñ.txt",
      ])
  }

  @Test func everyEntryThatIsNotReadHasAReason() throws {
    try folder.write("x", to: "acta.txt")
    try folder.write("x", to: "foto.JPG")
    try folder.write("x", to: "sin-extension")
    try folder.write("x", to: ".oculto.txt")
    try folder.write("x", to: ".git/config.txt")
    try folder.write("x", to: "~$acta.docx")
    try folder.write("minutario dataset 1\n", to: "datos/.minutario/format")
    try folder.write("x", to: "datos/reports/ultima-corrida.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("enlace.txt"), withDestinationPath: folder.path("acta.txt"))
    #expect(mkfifo(folder.path("tubo.txt"), 0o600) == 0)

    let listing = try listing()
    #expect(listing.files.map(\.path) == ["acta.txt"])
    #expect(
      listing.skipped == [
        SkippedFile(path: ".git", reason: .hidden),
        SkippedFile(path: ".oculto.txt", reason: .hidden),
        SkippedFile(path: "datos", reason: .dataset),
        SkippedFile(path: "enlace.txt", reason: .symbolicLink),
        SkippedFile(path: "foto.JPG", reason: .unsupported(extension: "jpg")),
        SkippedFile(path: "sin-extension", reason: .unsupported(extension: "")),
        SkippedFile(path: "tubo.txt", reason: .special),
        SkippedFile(path: "~$acta.docx", reason: .lockFile),
      ])
    #expect(listing.skipped.allSatisfy { !$0.isFailure })
  }

  @Test func extensionsCanBeNarrowedAndTheirCaseDoesNotMatter() throws {
    try folder.write("x", to: "a.TXT")
    try folder.write("x", to: "b.docx")
    #expect(try listing(["txt"]).files.map(\.path) == ["a.TXT"])
  }

  @Test func ofXMLFilesOnlyWordDocumentsAreRead() throws {
    let word = "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>"
    try folder.write("<?xml version=\"1.0\"?>\n" + word, to: "acta.xml")
    try folder.write("<?xml version=\"1.0\"?><ajustes/>", to: "ajustes.xml")
    try folder.write("", to: "vacio.xml")
    for name in ["a.docm", "b.dotx", "c.dotm"] { try folder.write("x", to: name) }
    let listing = try listing()
    #expect(listing.files.map(\.path) == ["a.docm", "acta.xml", "b.dotx", "c.dotm"])
    #expect(listing.skipped.map(\.path) == ["ajustes.xml", "vacio.xml"])
    #expect(listing.skipped.allSatisfy { $0.reason == .otherXML && !$0.isFailure })
  }

  @Test func aFileIsReadByWayOfTheTextBesideIt() throws {
    for name in [
      "a.pdf", "a.pdf.txt", "b.PDF", "b.PDF.txt", "c.pdf", "c.pdf.TXT", "d.pdf", "sub/d.pdf.txt",
      "e.pdf.txt", "f.jpg", "f.jpg.txt",
    ] {
      try folder.write("x", to: name)
    }
    let listing = try listing()
    #expect(listing.files.count == 6)
    #expect(
      listing.skipped == [
        SkippedFile(path: "a.pdf", reason: .readAsText, text: "a.pdf.txt"),
        SkippedFile(path: "b.PDF", reason: .readAsText, text: "b.PDF.txt"),
        SkippedFile(path: "c.pdf", reason: .readAsText, text: "c.pdf.TXT"),
        SkippedFile(path: "d.pdf", reason: .unsupported(extension: "pdf")),
        SkippedFile(path: "f.jpg", reason: .unsupported(extension: "jpg")),
      ])
  }

  @Test func aFileNamedByItselfIsReadWhateverItsName() throws {
    try folder.write("x", to: "sub/.acta.xyz")
    var listing = ArchiveListing()
    try listing.add(DiskPath(folder.path("sub/.acta.xyz")))
    #expect(listing.files.map(\.path) == [".acta.xyz"])
  }

  @Test func aPathThatIsNotThereIsAnError() {
    var listing = ArchiveListing()
    #expect(throws: ArchiveListing.Missing.self) {
      try listing.add(DiskPath(folder.path("no-hay")))
    }
  }

  @Test func decomposedNamesAreRecordedComposedAndDoublesAreListed() throws {
    try folder.write("x", to: "A\u{301}.txt")
    #expect(try listing().files.map { Array($0.path.utf8) } == [Array("Á.txt".utf8)])
    try folder.write("y", to: "\u{C1}.txt")
    let listing = try listing()
    #expect(listing.files.count == 1)
    #expect(listing.skipped == [SkippedFile(path: "Á.txt", reason: .sameName)])
  }

  @Test func namesThatAreNoTextCanBeOpenedAndAreShownByTheirBytes() throws {
    let name = DiskPath(bytes: Array((folder.path + "/acta-").utf8) + [0xF3] + Array(".txt".utf8))
    let descriptor = name.withCString { open($0, O_CREAT | O_WRONLY, 0o600) }
    #expect(descriptor >= 0)
    #expect(write(descriptor, "hola", 4) == 4)
    close(descriptor)
    let file = try #require(try listing().files.first)
    #expect(file.path == "acta-\\xf3.txt")
    #expect(try file.content(limit: 10) == Array("hola".utf8))
  }

  @Test(.enabled(if: getuid() != 0, "root reads everything"))
  func aFolderThatCannotBeListedIsAFailure() throws {
    try folder.write("x", to: "cerrada/acta.txt")
    chmod(folder.path("cerrada"), 0)
    defer { chmod(folder.path("cerrada"), 0o700) }
    #expect(try listing().skipped.first?.isFailure == true)
  }

  @Test func theSizeLimitHoldsAtItsBorder() throws {
    try folder.write([UInt8](repeating: 65, count: 100), to: "a.txt")
    let file = try #require(try listing().files.first)
    #expect(try file.content(limit: 100).count == 100)
    #expect(try file.content(limit: 101).count == 100)
    let error = try #require(throws: FileError.self) { try file.content(limit: 99) }
    #expect(error.document.code == .tooLarge)
  }
}
