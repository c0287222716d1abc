// Everything that is wrong with a configuration, each problem with its place in the file.

public import MinutarioWording

/// Everything that is wrong with a configuration.
public struct ConfigurationError: Error, Sendable, Equatable {
  /// The file as the user named it; nil for what no single file says.
  public let file: String?
  public let problems: [Problem]

  init(file: String?, _ problems: [Problem]) {
    self.file = file
    self.problems = problems
  }

  /// One thing that is wrong.
  public struct Problem: Sendable, Equatable {
    /// Where in the file, as a JSON path such as `$.limits.file_bytes`; empty for the whole file.
    public let path: String
    public let mistake: Mistake

    init(path: String, _ mistake: Mistake) {
      self.path = path
      self.mistake = mistake
    }
  }

  /// What is wrong at a place.
  public enum Mistake: Sendable, Equatable {
    /// The file cannot be read.
    case unreadable(FileError.Reason)
    case notJSON
    case unknownKey(known: [String])
    case wrongType(JSONKind, expected: JSONKind)
    case outOfRange(Int, greatest: Int)
    /// A path or a list without content.
    case empty
    case versionMissing
    case otherVersion(Int)
    case unknownLanguage(String)
    case noReader(String)
    /// A word that is none of those that a key knows.
    case unknownWord(String, known: [String])
    case noSuchFolder(String)
    case noSuchVocabulary(String, known: [String])
    /// A vocabulary file of the lexicon folder cannot be read.
    case unreadableVocabulary(String, FileError.Reason)
  }
}

/// The types of JSON, as people are told of them.
public enum JSONKind: Sendable, Equatable {
  case object, list, text, number, decimal, boolean, null

  fileprivate func told(in wording: Wording) -> String {
    switch self {
    case .object: wording(.jsonObject)
    case .list: wording(.jsonList)
    case .text: wording(.jsonText)
    case .number: wording(.jsonNumber)
    case .decimal: wording(.jsonDecimal)
    case .boolean: wording(.jsonBoolean)
    case .null: wording(.jsonNull)
    }
  }
}

extension ConfigurationError: ToldError {
  /// A line for each problem: file, place, what is wrong.
  public func told(in wording: Wording) -> String {
    problems.map { problem in
      let place = [file ?? "", problem.path].filter { !$0.isEmpty }.joined(separator: ": ")
      return wording(
        .configurationProblem,
        ["place": place, "problem": problem.mistake.told(in: wording)])
    }.joined(separator: "\n")
  }
}

extension ConfigurationError.Mistake {
  fileprivate func told(in wording: Wording) -> String {
    switch self {
    case .unreadable(let error): error.told(in: wording)
    case .notJSON: wording(.configurationNotJSON)
    case .unknownKey(let known):
      wording(.configurationUnknownKey, ["known": known.joined(separator: ", ")])
    case .wrongType(let found, let expected):
      wording(
        .configurationWrongType,
        ["expected": expected.told(in: wording), "found": found.told(in: wording)])
    case .outOfRange(let found, let greatest):
      wording(.configurationOutOfRange, ["greatest": greatest, "found": found])
    case .empty: wording(.configurationEmpty)
    case .versionMissing: wording(.configurationVersionMissing)
    case .otherVersion(let version):
      wording(.configurationOtherVersion, ["version": version])
    case .unknownLanguage(let language):
      wording(.configurationUnknownLanguage, ["language": language])
    case .noReader(let name):
      wording(
        .configurationNoReader,
        ["name": name, "known": ArchiveListing.readableExtensions.joined(separator: ", ")])
    case .unknownWord(let name, let known):
      wording(
        .configurationUnknownWord, ["name": name, "known": known.joined(separator: ", ")])
    case .noSuchFolder(let path): wording(.configurationNoSuchFolder, ["path": path])
    case .noSuchVocabulary(let name, let known):
      wording(
        .configurationNoSuchVocabulary, ["name": name, "known": known.joined(separator: ", ")])
    case .unreadableVocabulary(let name, let error):
      wording(
        .configurationUnreadableVocabulary, ["name": name, "cause": error.told(in: wording)])
    }
  }
}
