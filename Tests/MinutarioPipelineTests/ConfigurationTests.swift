// pipeline.json: what it means, and how each mistake is named.

import Foundation
import MinutarioLexicon
import MinutarioModel
import MinutarioTestSupport
import MinutarioWording
import Testing

@testable import MinutarioPipeline

@Suite struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func configuration(_ json: String) throws(ConfigurationError) -> Configuration {
    do { try folder.write(json, to: "conf/pipeline.json") } catch {
      Issue.record("cannot write: \(error)")
    }
    return try Configuration(file: folder.path("conf/pipeline.json"))
  }

  /// The places of all problems.
  private func problems(_ json: String) -> [String] {
    do {
      _ = try configuration(json)
      return []
    } catch {
      return error.problems.map(\.path)
    }
  }

  @Test func everySettingIsTaken() throws {
    let configuration = try configuration(
      """
      {"$schema": "x", "version": 1, "archive": "../minutas", "dataset": "/srv/datos",
       "stages": {"reading": {"extensions": ["docx", "txt"], "tracked_changes": "both"}}, "lexicon": "voces",
       "limits": {"file_bytes": 1000, "xml_depth": 7}, "jobs": 3, "language": "en",
       "outputs": {"sqlite": false, "workbook": false}}
      """)
    #expect(configuration.archive?.text == folder.path("conf") + "/../minutas")
    #expect(configuration.dataset?.text == "/srv/datos")
    #expect(configuration.extensions == ["docx", "txt"])
    #expect(configuration.trackedChanges == .both)
    #expect(configuration.lexicon?.text == folder.path("conf/voces"))
    #expect(configuration.limits.fileBytes == 1000)
    #expect(configuration.limits.xmlDepth == 7)
    #expect(configuration.limits.zipEntries == Limits().zipEntries)
    #expect(configuration.jobs == 3)
    #expect(configuration.language == "en")
    #expect(!configuration.outputs.sqlite && !configuration.outputs.workbook)
  }

  @Test func theLeastConfigurationIsTheDefault() throws {
    let least = try configuration(#"{"version": 1}"#)
    #expect(least.archive == nil && least.dataset == nil && least.lexicon == nil)
    #expect(least.limits == Limits() && least.jobs == nil && least.language == "es")
    #expect(least.extensions == ArchiveListing.readableExtensions)
    #expect(least.outputs.sqlite && least.outputs.workbook)
    #expect(least.sha256.count == 64)
  }

  @Test(arguments: [
    (#"{"version": 1, "archivo": "x"}"#, ["$.archivo"]),
    (#"{"version": 1, "limits": {"file_byte": 1}}"#, ["$.limits.file_byte"]),
    (
      #"{"version": 1, "stages": {"reading": {"x": 1}, "resolving": {}}}"#,
      ["$.stages.resolving", "$.stages.reading.x"]
    ),
    (#"{"version": 1, "jobs": "2"}"#, ["$.jobs"]),
    (#"{"version": 1, "jobs": 0}"#, ["$.jobs"]),
    (#"{"version": 1, "jobs": 1.5}"#, ["$.jobs"]),
    (#"{"version": 1, "jobs": true}"#, ["$.jobs"]),
    (#"{"version": 1, "limits": []}"#, ["$.limits"]),
    (#"{"version": 1, "limits": {"xml_depth": -1}}"#, ["$.limits.xml_depth"]),
    (#"{"version": 1, "language": "fr"}"#, ["$.language"]),
    (#"{"version": 1, "archive": null, "dataset": ""}"#, ["$.archive", "$.dataset"]),
    (
      #"{"version": 1, "stages": {"reading": {"extensions": []}}}"#,
      ["$.stages.reading.extensions"]
    ),
    (
      #"{"version": 1, "stages": {"reading": {"extensions": ["txt", "pdf", 3]}}}"#,
      ["$.stages.reading.extensions[1]", "$.stages.reading.extensions[2]"]
    ),
    (
      #"{"version": 1, "stages": {"reading": {"tracked_changes": "all"}}}"#,
      ["$.stages.reading.tracked_changes"]
    ),
    (#"{"version": 1, "outputs": {"xlsx": true}}"#, ["$.outputs.xlsx"]),
    (#"{"version": 1, "outputs": {"sqlite": "no"}}"#, ["$.outputs.sqlite"]),
    (#"{"version": 1, "outputs": true}"#, ["$.outputs"]),
    (#"{"version": 2}"#, ["$.version"]),
    (#"{}"#, ["$.version"]),
    (#"[1]"#, ["$"]),
    (#"{"version": 1,"#, [""]),
    ("", [""]),
  ])
  func everyMistakeIsNamedWithItsPlace(json: String, places: [String]) {
    #expect(problems(json) == places)
  }

  @Test func messagesNameTheFileAndTeach() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try configuration(#"{"version": 1, "limits": {"file_byte": 1}}"#)
    }
    let message = error.told(in: Wording(.english))
    #expect(message.contains("pipeline.json: $.limits.file_byte: unknown key"))
    #expect(message.contains("file_bytes"))
  }

  @Test func theSameIsToldInSpanish() throws {
    let error = try #require(throws: ConfigurationError.self) {
      try configuration(#"{"version": 2, "jobs": "x", "limits": {"blocks": 0}, "archive": ""}"#)
    }
    let file = folder.path("conf/pipeline.json")
    #expect(
      error.told(in: Wording(.spanish)) == """
        \(file): $.version: este programa lee la versión 1, no la 2
        \(file): $.archive: está vacío; escriba un valor o quite la clave
        \(file): $.jobs: debe ser un número entero, no un texto
        \(file): $.limits.blocks: debe estar entre 1 y \(1 << 40), no 0
        """)
  }

  @Test func aMissingFileIsAnErrorOfTheConfiguration() {
    #expect(throws: ConfigurationError.self) { try Configuration(file: folder.path("no.json")) }
  }

  @Test func theLexiconFolderReplacesFilesByName() throws {
    try folder.write("vendimiario\t13\n", to: "conf/voces/months.es.txt")
    let lexicon = try configuration(#"{"version": 1, "lexicon": "voces"}"#).vocabulary()
    #expect(lexicon[.months].entry(for: "Vendimiario")?.value == "13")
    #expect(lexicon[.months].entry(for: "enero") == nil)
  }

  @Test func aLexiconThatIsWrongIsAnErrorOfTheConfiguration() throws {
    let missing = try configuration(#"{"version": 1, "lexicon": "no-hay"}"#)
    #expect(throws: ConfigurationError.self) { try missing.vocabulary() }
    try folder.write("x\n", to: "conf/voces/mese.es.txt")
    let misspelt = try configuration(#"{"version": 1, "lexicon": "voces"}"#)
    let error = try #require(throws: ConfigurationError.self) { try misspelt.vocabulary() }
    #expect(error.told(in: Wording(.english)).contains("mese.es.txt"))
  }

  @Test func theSchemaAndTheReaderKnowTheSameKeys() throws {
    let schema = try JSONDecoder().decode(
      JSONValue.self,
      from: Data(contentsOf: Repository.root.appending(path: "pipeline.schema.json")))
    var keys: [String: [String]] = [:]
    func collect(_ value: JSONValue, at path: String) {
      guard case .object(let fields) = value, case .object(let properties)? = fields["properties"]
      else { return }
      #expect(fields["additionalProperties"] == .boolean(false), "\(path)")
      keys[path] = properties.keys.sorted()
      for (key, property) in properties { collect(property, at: "\(path).\(key)") }
    }
    collect(schema, at: "$")
    #expect(keys == ConfigurationReader.keys.mapValues { $0.sorted() })
  }

  @Test func theSchemaStatesTheDefaultsAndTheFormatsThatThereAre() throws {
    let data = try Data(contentsOf: Repository.root.appending(path: "pipeline.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let limits = try #require(
      (properties["limits"] as? [String: Any])?["properties"] as? [String: [String: Any]])
    let defaults = Mirror(reflecting: Limits()).children.compactMap { $0.value as? Int }
    #expect(limits.values.compactMap { $0["default"] as? Int }.sorted() == defaults.sorted())
    let text = String(decoding: data, as: UTF8.self)
    for name in ArchiveListing.readableExtensions { #expect(text.contains("\"\(name)\"")) }
  }

  @Test func theProjectsOwnConfigurationIsRight() throws {
    let configuration = try Configuration(file: Repository.path("pipeline.json"))
    #expect(configuration.archive?.text == Repository.path("fixtures/archive"))
  }
}
