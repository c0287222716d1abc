// One file and a folder through all stages.

import Foundation
import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import Testing

@testable import MinutarioPipeline

@Suite struct PipelineTests {
  private static let minutes = """
    Acta de la reunión del Comité de Parques

    Fecha: 4 de mayo de 2021

    Asistentes:
    - Lic. Renata Olmos Quijada, Directora de Parques
    - Ing. Fabián Lucero Ibarra, Jefe de Viveros
    """

  private static func records(in folder: String, jobs: Int) async throws -> [UInt8] {
    var listing = ArchiveListing()
    try listing.add(DiskPath(folder))
    var bytes: [UInt8] = []
    let messages = Lexicon.standard.messages(language: "es")
    try await Pipeline().documents(
      of: listing.files, jobs: jobs, isInterrupted: { false },
      product: { DocumentForm.json.bytes(of: $0, messages: messages) },
      deliver: { bytes += $0 })
    return bytes
  }

  private static func fill(_ folder: TemporaryFolder) throws {
    for number in 0..<40 {
      try folder.write(minutes + "\nNúmero \(number)\n", to: "\(number % 3)/acta-\(number).txt")
    }
    try folder.write([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], to: "1/roto.docx")
    try folder.write("", to: "2/vacio.txt")
  }

  @Test func theNumberOfWorkersDoesNotChangeAByte() async throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    let one = try await Self.records(in: folder.path, jobs: 1)
    let eight = try await Self.records(in: folder.path, jobs: 8)
    #expect(one == eight)
    #expect(one.count(where: { $0 == 0x0A }) == 42)
  }

  @Test func theFolderMayStandAnywhere() async throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    try Self.fill(first)
    try FileManager.default.createDirectory(
      atPath: second.path("otra"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: first.path, toPath: second.path("otra/copia"))
    #expect(
      try await Self.records(in: first.path, jobs: 2)
        == Self.records(in: second.path("otra/copia"), jobs: 2))
  }

  @Test func oneBadDocumentDoesNotTouchTheOthers() throws {
    let bad = Pipeline().document([0x50, 0x4B, 0x03, 0x04, 0, 0], path: "roto.docx")
    #expect(bad.records[0].outcome == .failed)
    #expect(bad.records[0].issues.first?.severity == .error)
    #expect(bad.text == nil)
    let good = Pipeline().document(Array(Self.minutes.utf8), path: "acta.txt")
    #expect(good.records[0].outcome == .read)
    #expect(good.records[0].document.textCharacters > 100)
  }

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}"])
  func aFileWithoutTextIsEmptyAndSaysWhy(content: String) {
    let document = Pipeline().document(Array(content.utf8), path: "vacio.txt")
    #expect(document.records[0].outcome == .empty)
    #expect(document.records[0].issues.contains { $0.code == .noText })
  }

  @Test func aFileOverTheLimitFailsWithoutBeingRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.minutes, to: "acta.txt")
    var limits = Limits()
    limits.fileBytes = 100
    var listing = ArchiveListing()
    try listing.add(DiskPath(folder.path))
    let file = try #require(listing.files.first)
    let record = Pipeline(limits: limits).file(file).records[0]
    #expect(record.outcome == .failed)
    #expect(record.issues.map(\.code) == [.tooLarge])
    #expect(record.document.sha256 == "")
    #expect(record.document.bytes == Self.minutes.utf8.count)
  }

  @Test func aFileThatCannotBeOpenedFails() throws {
    let folder = try TemporaryFolder()
    let file = ArchiveFile(path: "ya-no.txt", location: DiskPath(folder.path("ya-no.txt")))
    let record = Pipeline().file(file).records[0]
    #expect(record.outcome == .failed)
    #expect(record.issues.map(\.code) == [.unreadableFile])
  }

  @Test func theHashIsThatOfTheBytes() {
    #expect(
      SHA256Digest.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256Digest.hexadecimal(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func theTextFormIsTheCanonicalTextAndPlacesLeadBackToTheSource() throws {
    let document = Pipeline().document(Array("Uno\n\nDos\n".utf8), path: "a.txt")
    let messages = MessageCatalogue([:])
    #expect(
      DocumentForm.text.bytes(of: document, messages: messages)
        == (try #require(document.text)).bytes)
    let places = String(
      decoding: DocumentForm.places.bytes(of: document, messages: messages), as: UTF8.self)
    #expect(places.split(separator: "\n").first == "text:0\tUno")
    #expect(places.split(separator: "\n").last == "text:2\tDos")
  }
}
