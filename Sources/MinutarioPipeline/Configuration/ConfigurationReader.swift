// The strict reading of pipeline.json: each key is known and each value has its type, or the
// problem is named with its place. All problems are collected, so that one look mends them all.

import MinutarioModel

/// Turns the JSON of a configuration into its values.
struct ConfigurationReader {
  /// Relative paths start here.
  let folder: DiskPath
  private(set) var problems: [ConfigurationError.Problem] = []

  init(folder: DiskPath) { self.folder = folder }

  /// Every key by the object that holds it; `$` is the whole file.
  static let keys: [String: [String]] = [
    "$": [
      "$schema", "version", "archive", "dataset", "stages", "lexicon", "limits", "jobs", "outputs",
      "language",
    ],
    "$.stages": ["reading"],
    "$.stages.reading": ["extensions", "tracked_changes"],
    "$.limits": limits.map(\.key),
    "$.outputs": ["sqlite", "workbook"],
  ]

  /// The limits by their keys.
  static let limits: [(key: String, field: any WritableKeyPath<Limits, Int> & Sendable)] = [
    ("file_bytes", \.fileBytes), ("zip_entries", \.zipEntries), ("part_bytes", \.partBytes),
    ("inflated_bytes", \.inflatedBytes), ("inflation_ratio", \.inflationRatio),
    ("inflation_grace", \.inflationGrace), ("xml_depth", \.xmlDepth),
    ("xml_attributes", \.xmlAttributes), ("table_cells", \.tableCells), ("blocks", \.blocks),
    ("text_bytes", \.textBytes), ("line_bytes", \.lineBytes),
  ]

  /// The configuration; values with a problem keep their defaults.
  mutating func read(_ root: JSONValue) -> Configuration {
    var configuration = Configuration()
    let top = object(root, at: "$")
    if let version = integer(top["version"], at: "$.version") {
      if version != 1 { report("$.version", .otherVersion(version)) }
    } else if top["version"] == nil, problems.isEmpty {
      report("$.version", .versionMissing)
    }
    configuration.archive = path(top["archive"], at: "$.archive")
    configuration.dataset = path(top["dataset"], at: "$.dataset")
    configuration.lexicon = path(top["lexicon"], at: "$.lexicon")
    configuration.jobs = positive(top["jobs"], at: "$.jobs", atMost: 1024)
    if let language = string(top["language"], at: "$.language") {
      if ["es", "en"].contains(language) {
        configuration.language = language
      } else {
        report("$.language", .unknownLanguage(language))
      }
    }
    _ = string(top["$schema"], at: "$.$schema")
    readStages(top["stages"], into: &configuration)
    readLimits(top["limits"], into: &configuration.limits)
    readOutputs(top["outputs"], into: &configuration.outputs)
    return configuration
  }

  private mutating func readStages(_ value: JSONValue?, into configuration: inout Configuration) {
    let stages = object(value, at: "$.stages")
    let reading = object(stages["reading"], at: "$.stages.reading")
    readTrackedChanges(reading["tracked_changes"], into: &configuration)
    let place = "$.stages.reading.extensions"
    guard let extensions = reading["extensions"] else { return }
    guard case .array(let elements) = extensions else {
      return report(place, .wrongType(extensions.kind, expected: .list))
    }
    guard !elements.isEmpty else { return report(place, .empty) }
    configuration.extensions = []
    for (index, element) in elements.enumerated() {
      guard let name = string(element, at: "\(place)[\(index)]") else { continue }
      if ArchiveListing.readableExtensions.contains(name) {
        configuration.extensions.append(name)
      } else {
        report("\(place)[\(index)]", .noReader(name))
      }
    }
  }

  private mutating func readTrackedChanges(
    _ value: JSONValue?, into configuration: inout Configuration
  ) {
    let place = "$.stages.reading.tracked_changes"
    guard let word = string(value, at: place) else { return }
    if let policy = RevisionPolicy(rawValue: word) {
      configuration.trackedChanges = policy
    } else {
      report(place, .unknownWord(word, known: RevisionPolicy.allCases.map(\.rawValue)))
    }
  }

  private mutating func readLimits(_ value: JSONValue?, into limits: inout Limits) {
    let given = object(value, at: "$.limits")
    for (key, field) in Self.limits {
      if let bound = positive(given[key], at: "$.limits.\(key)", atMost: 1 << 40) {
        limits[keyPath: field] = bound
      }
    }
  }

  private mutating func readOutputs(
    _ value: JSONValue?, into outputs: inout Configuration.Outputs
  ) {
    let given = object(value, at: "$.outputs")
    outputs.sqlite = boolean(given["sqlite"], at: "$.outputs.sqlite") ?? outputs.sqlite
    outputs.workbook = boolean(given["workbook"], at: "$.outputs.workbook") ?? outputs.workbook
  }

  private mutating func report(_ path: String, _ mistake: ConfigurationError.Mistake) {
    problems.append(.init(path: path, mistake))
  }

  /// The fields of an object, all of them known; none for a missing value.
  private mutating func object(_ value: JSONValue?, at path: String) -> [String: JSONValue] {
    guard let value else { return [:] }
    guard case .object(let fields) = value else {
      report(path, .wrongType(value.kind, expected: .object))
      return [:]
    }
    let known = Self.keys[path] ?? []
    for key in fields.keys.sorted() where !known.contains(key) {
      report("\(path).\(key)", .unknownKey(known: known))
    }
    return fields
  }

  private mutating func string(_ value: JSONValue?, at path: String) -> String? {
    guard let value else { return nil }
    guard case .string(let text) = value else {
      report(path, .wrongType(value.kind, expected: .text))
      return nil
    }
    return text
  }

  private mutating func path(_ value: JSONValue?, at place: String) -> DiskPath? {
    guard let text = string(value, at: place) else { return nil }
    guard !text.isEmpty else {
      report(place, .empty)
      return nil
    }
    return text.hasPrefix("/") ? DiskPath(text) : folder.appending(text)
  }

  private mutating func integer(_ value: JSONValue?, at path: String) -> Int? {
    guard let value else { return nil }
    guard case .integer(let number) = value else {
      report(path, .wrongType(value.kind, expected: .number))
      return nil
    }
    return number
  }

  private mutating func boolean(_ value: JSONValue?, at path: String) -> Bool? {
    guard let value else { return nil }
    guard case .boolean(let answer) = value else {
      report(path, .wrongType(value.kind, expected: .boolean))
      return nil
    }
    return answer
  }

  private mutating func positive(
    _ value: JSONValue?, at path: String, atMost greatest: Int
  ) -> Int? {
    guard let number = integer(value, at: path) else { return nil }
    guard (1...greatest).contains(number) else {
      report(path, .outOfRange(number, greatest: greatest))
      return nil
    }
    return number
  }
}
