// The settings of a run, as pipeline.json gives them. pipeline.schema.json says the same for
// editors and validators; a test keeps the two in step.

private import FoundationEssentials
private import Glibc
public import MinutarioLexicon
public import MinutarioModel

/// What a run is told.
public struct Configuration: Sendable, Equatable {
  /// The folder of minutes; nil when the command line must name it.
  public var archive: DiskPath?
  /// The folder of the dataset; nil when the command line must name it.
  public var dataset: DiskPath?
  /// Extensions that the folder walk reads, small letters, without dot.
  public var extensions = ArchiveListing.readableExtensions
  /// Which of the changes that a document records its text shows.
  public var trackedChanges = RevisionPolicy.accepted
  /// Folder whose files replace vocabulary files of the same name.
  public var lexicon: DiskPath?
  public var limits = Limits()
  /// Documents worked on at a time; nil for one a processor.
  public var jobs: Int?
  /// The files that a run writes beside CSV and JSON Lines.
  public var outputs = Outputs()
  /// Language of sentences stored in data: `es` or `en`.
  public var language = "es"
  /// SHA-256 of the file that this was read from; empty when there was none.
  public private(set) var sha256 = ""

  public init() {}

  /// Forms of the dataset that can be left out; the other commands read CSV.
  public struct Outputs: Sendable, Equatable {
    /// `minutario.sqlite`: all tables as a database.
    public var sqlite = true
    /// `minutario.xlsx`: the sheets for people.
    public var workbook = true

    public init() {}
  }

  /// Reads a configuration file. Relative paths in it are relative to the folder of the file.
  /// - Throws: `ConfigurationError` that names every problem.
  public init(file: String) throws(ConfigurationError) {
    let bytes: [UInt8]
    do {
      bytes = try DiskPath(file).content(limit: 1 << 20)
    } catch {
      throw ConfigurationError(file: file, [.init(path: "", .unreadable(error.reason))])
    }
    let root: JSONValue
    do {
      root = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw ConfigurationError(file: file, [.init(path: "", .notJSON)])
    }
    var reader = ConfigurationReader(folder: DiskPath(file).folder)
    self = reader.read(root)
    sha256 = SHA256Digest.hexadecimal(of: bytes)
    guard reader.problems.isEmpty else {
      throw ConfigurationError(file: file, reader.problems)
    }
  }

  /// The vocabulary of the run: the program's own, with the files of the lexicon folder in place.
  /// - Throws: `ConfigurationError` when the folder cannot be read or holds a file of no vocabulary.
  public func vocabulary() throws(ConfigurationError) -> Lexicon {
    guard let lexicon else { return .standard }
    let key = "$.lexicon"
    var replacements: [String: [UInt8]] = [:]
    func problem(_ mistake: ConfigurationError.Mistake) -> ConfigurationError {
      ConfigurationError(file: nil, [.init(path: key, mistake)])
    }
    var folder = ArchiveListing()
    guard lexicon.kind(followingLinks: true) == .folder,
      (try? folder.add(lexicon, extensions: ["txt"])) != nil
    else { throw problem(.noSuchFolder(lexicon.text)) }
    for file in folder.files {
      do {
        replacements[file.path] = try file.content(limit: limits.fileBytes)
      } catch {
        throw problem(.unreadableVocabulary(file.path, error.reason))
      }
    }
    do {
      return try Lexicon(replacing: replacements)
    } catch {
      let known = Lexicon.embeddedFiles().map(\.name)
      throw problem(.noSuchVocabulary(error.name, known: known))
    }
  }

  /// The processors that this process may use, at least 1.
  public static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
