// `minutario doctor`, as a process: what it finds, and that it leaves nothing behind.

import Foundation
import MinutarioPipeline
import MinutarioTestSupport
import Testing

@Suite struct DoctorCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func doctor(
    _ arguments: String..., language: String = "en_US.UTF-8", environment: [String: String] = [:]
  ) throws -> BuiltBinary.Answer {
    try BuiltBinary.run(
      ["doctor"] + arguments, in: folder.path, language: language, environment: environment)
  }

  private func json(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> [String: Any] {
    let answer = try BuiltBinary.run(
      ["doctor", "--format", "json"] + arguments, in: folder.path, environment: environment)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
  }

  @Test func withNothingInTheWayItEndsWithZeroAndSaysSo() throws {
    let answer = try doctor()
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(answer.output.hasSuffix("\nNothing stands in the way of a run.\n"))
    let read = ArchiveListing.readableExtensions.map { ".\($0)" }.joined(separator: ", ")
    #expect(answer.output.contains("  read  \(read)\n"))
    #expect(answer.output.contains("locale           LANG=en_US.UTF-8\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func programsGetTheSameAsJSON() throws {
    let state = try json()
    #expect(state["tool_version"] as? String == ToolVersion.number)
    #expect(state["formats"] as? [String] == ArchiveListing.readableExtensions)
    #expect(state["configuration_file"] is NSNull)
    #expect(state["dataset"] is NSNull)
    #expect(state["problems"] as? [String] == [])
    #expect((state["limits"] as? [String: Int])?["xml_depth"] == 256)
    let libraries = try #require(state["libraries"] as? [String: String])
    #expect(
      Set(libraries.keys)
        == ["libxml2", "libdeflate", "zlib", "sqlite3", "libxlsxwriter", "libcrypto"])
    #expect(libraries.values.allSatisfy { $0.first?.isNumber == true }, "\(libraries)")
    let lexicon = try #require(state["lexicon"] as? [String: Any])
    #expect((lexicon["terms"] as? Int ?? 0) > 10_000)
    #expect((lexicon["sha256"] as? String)?.count == 64)
  }

  @Test func whatIsNotReadComesWithTheProgramThatConvertsIt() throws {
    try folder.write("#!/bin/sh\n", to: "bin/pdftotext")
    chmod(folder.path("bin/pdftotext"), 0o755)
    try folder.write("no program\n", to: "bin/soffice")
    let environment = ["PATH": "/no-hay:" + folder.path("bin")]
    let answer = try doctor(environment: environment)
    #expect(answer.output.contains(".pdf  not read; convert it: pdftotext -layout acta.pdf"))
    #expect(answer.output.contains("soffice, which converts it, is not installed"))
    #expect(answer.code == 0, "a converter is no need")
    let converters = try #require(
      try json(environment: environment)["converters"] as? [[String: Any]])
    #expect(converters.first?["location"] as? String == folder.path("bin/pdftotext"))
    #expect(converters.last?["location"] is NSNull)
  }

  @Test func theConfigurationInForceIsShown() throws {
    try folder.write(
      #"{"version": 1, "jobs": 3, "limits": {"xml_depth": 9}}"#, to: "pipeline.json")
    let answer = try doctor()
    #expect(answer.code == 0)
    #expect(answer.output.contains("file        pipeline.json\n"))
    #expect(answer.output.contains("3 documents"))
    #expect(answer.output.contains("9 (default: 256)\n"))
  }

  @Test func aWrongConfigurationIsSixtyFiveAndIsToldWithTheRest() throws {
    try folder.write(#"{"version": 1, "job": 3, "language": "fr"}"#, to: "pipeline.json")
    let answer = try doctor()
    #expect(answer.code == 65)
    #expect(answer.output.contains("2 problems to solve first:\n  pipeline.json: $.job: unknown"))
    #expect(answer.output.contains("libxml2"))
    let named = try doctor("-c", "no-hay.json", language: "es")
    #expect(named.code == 65)
    #expect(
      named.output.hasSuffix(
        "1 problema por resolver:\n  no-hay.json: no existe ese archivo o carpeta\n"))
  }

  @Test func anArchiveThatIsNotThereIsAProblem() throws {
    try folder.write(#"{"version": 1, "archive": "minutas"}"#, to: "pipeline.json")
    let answer = try doctor()
    #expect(answer.code == 1)
    #expect(answer.output.contains("minutas: there is no such file or folder"))
  }

  @Test func aDatasetIsTriedAndLeftAsItIs() throws {
    let new = try json("datos/2024")["dataset"] as? [String: Any]
    #expect(new?["usable"] as? Bool == true)
    #expect(new?["is_dataset"] as? Bool == false)
    #expect(!folder.exists("datos"))
    try folder.write("minutario dataset 1\n", to: "datos/.minutario/format")
    let made = try json("datos")["dataset"] as? [String: Any]
    #expect(made?["is_dataset"] as? Bool == true)
    #expect(made?["exchange"] is Bool)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("datos")) == [".minutario"])
  }

  @Test func aFolderThatARunWouldRefuseIsAProblem() throws {
    try folder.write("mío", to: "cartas/carta.txt")
    let answer = try doctor("cartas", language: "es")
    #expect(answer.code == 1)
    #expect(answer.output.contains("cartas: no está vacía ni es un conjunto de datos"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("cartas")) == ["carta.txt"])
  }

  @Test func aTemporaryFolderThatIsMissingIsAProblemAndIsNotMade() throws {
    let answer = try doctor(environment: ["TMPDIR": folder.path("no-hay")])
    #expect(answer.code == 1)
    #expect(answer.output.contains("no-hay: cannot be used; see below"))
    #expect(!folder.exists("no-hay"))
  }

  @Test func aTerminalWithoutAccentsIsWarnedOf() throws {
    #expect(try doctor(language: "C").output.contains("letters with accents may look wrong"))
    #expect(try !doctor().output.contains("letters with accents"))
  }
}
