// A generation of the tables takes the place of another whole or not at all, whatever happens.

import Foundation
import MinutarioTestSupport
import Testing

@testable import MinutarioPipeline

@Suite struct DatasetFolderTests {
  let folder: TemporaryFolder
  var path: DiskPath { DiskPath(folder.path("datos")) }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) async throws {
    try await DatasetFolder(at: path).replaceData { generation in
      try generation.append(Array(text.utf8), to: "meetings.csv")
    }
  }

  private var table: String? {
    (try? folder.read("datos/data/meetings.csv")).map { String(decoding: $0, as: UTF8.self) }
  }

  private var inner: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path("datos/.minutario")).sorted()
    }
  }

  @Test func aNewGenerationReplacesTheOldOneWhole() async throws {
    try await write("uno")
    try await DatasetFolder(at: path).replaceData { generation in
      try generation.append(Array("dos".utf8), to: "people.csv")
      try generation.append(Array("!".utf8), to: "people.csv")
    }
    #expect(table == nil)
    #expect(try folder.read("datos/data/people.csv") == Array("dos!".utf8))
    #expect(try inner == ["format", "lock"])
  }

  @Test func aGenerationThatFailsLeavesTheOldOne() async throws {
    struct Trouble: Error {}
    try await write("uno")
    await #expect(throws: Trouble.self) {
      try await DatasetFolder(at: path).replaceData { generation in
        try generation.append(Array("dos".utf8), to: "meetings.csv")
        throw Trouble()
      }
    }
    #expect(table == "uno")
    #expect(try inner == ["format", "lock"])
  }

  @Test func aGenerationHalfWrittenByAKilledRunIsForgotten() async throws {
    try await write("uno")
    try folder.write("do", to: "datos/.minutario/next/meetings.csv")
    _ = try DatasetFolder(at: path)
    #expect(table == "uno")
    #expect(try inner == ["format", "lock"])
  }

  @Test func anExchangeCutBetweenItsTwoRenamesIsCompleted() async throws {
    try await write("uno")
    try folder.write("dos", to: "datos/.minutario/next/meetings.csv")
    try FileManager.default.moveItem(
      atPath: folder.path("datos/data"), toPath: folder.path("datos/.minutario/previous"))
    _ = try DatasetFolder(at: path)
    #expect(table == "dos")
    #expect(try inner == ["format", "lock"])
  }

  @Test func anOldGenerationWithoutASuccessorComesBack() async throws {
    try await write("uno")
    try FileManager.default.moveItem(
      atPath: folder.path("datos/data"), toPath: folder.path("datos/.minutario/previous"))
    _ = try DatasetFolder(at: path)
    #expect(table == "uno")
  }

  @Test func foldersExchangeWhereTheFileSystemCan() async throws {
    try folder.write("1", to: "a/x")
    try folder.write("2", to: "b/x")
    if try DiskPath(folder.path("a")).exchange(with: DiskPath(folder.path("b"))) {
      #expect(try folder.read("a/x") == Array("2".utf8))
      #expect(try folder.read("b/x") == Array("1".utf8))
    }
  }

  @Test func aFolderOfOtherThingsIsRefusedUntouched() async throws {
    try folder.write("mío", to: "datos/carta.txt")
    let error = try #require(throws: DatasetError.self) { try DatasetFolder(at: path) }
    guard case .notADataset = error else {
      Issue.record("\(error)")
      return
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("datos")) == ["carta.txt"])
  }

  @Test func aFileInPlaceOfTheFolderIsRefused() async throws {
    try folder.write("x", to: "datos")
    #expect(throws: DatasetError.self) { try DatasetFolder(at: path) }
  }

  @Test func decisionsMayStandThereFirstAndAreNeverWritten() async throws {
    try folder.write("kind,subject\n", to: "datos/decisiones.csv")
    try await write("uno")
    #expect(try DatasetFolder(at: path).decisions() == Array("kind,subject\n".utf8))
    #expect(try folder.read("datos/decisiones.csv") == Array("kind,subject\n".utf8))
  }

  @Test func anotherFormatIsRefusedWithWhatWasFound() async throws {
    try await write("uno")
    try folder.write("minutario dataset 99\n", to: "datos/.minutario/format")
    let error = try #require(throws: DatasetError.self) { try DatasetFolder(at: path) }
    guard case .otherFormat(_, found: "minutario dataset 99") = error else {
      Issue.record("\(error)")
      return
    }
    #expect(table == "uno")
  }

  @Test func aSecondRunIsRefusedAndToldWhoHoldsTheDataset() async throws {
    let first = try DatasetFolder(at: path)
    let error = try #require(throws: DatasetError.self) { try DatasetFolder(at: path) }
    guard case .locked(let named, let holder) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(named == first.path.text)
    #expect(holder.process == "\(getpid())")
    #expect(!holder.machine.isEmpty)
  }

  @Test func theLockIsFreeOnceTheFolderIsClosed() async throws {
    do { _ = try DatasetFolder(at: path) }
    #expect(throws: Never.self) { try DatasetFolder(at: path) }
  }

  @Test func reportsAreWrittenBesideTheTables() async throws {
    let dataset = try DatasetFolder(at: path)
    #expect(try dataset.report("runs.csv").isEmpty)
    try dataset.writeReport(Array("a\n".utf8), to: "runs.csv")
    #expect(try dataset.report("runs.csv") == Array("a\n".utf8))
    #expect(table == nil)
  }

  @Test func linksInAnOldGenerationAreRemovedNotFollowed() async throws {
    try folder.write("mío", to: "afuera/carta.txt")
    try await write("uno")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("datos/data/enlace"), withDestinationPath: folder.path("afuera"))
    try await write("dos")
    #expect(table == "dos")
    #expect(try folder.read("afuera/carta.txt") == Array("mío".utf8))
  }
}
