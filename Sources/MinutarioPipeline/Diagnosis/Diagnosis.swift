// What `minutario doctor` looks at: what the program is made of, what this machine has for it, and
// what would stand in the way of a run. Nothing here is read from a document.

private import CLibCrypto
private import MinutarioExporting
import MinutarioLexicon
import MinutarioModel
private import MinutarioReading
public import MinutarioWording

/// The state of program and machine.
public struct Diagnosis: Sendable {
  /// Name and version of each library.
  public let libraries: [(name: String, version: String)]
  /// Extensions that are read in folders.
  public let formats: [String]
  /// Programs that make readable what is not.
  public let converters: [Converter]
  public let lexicon: LexiconState
  /// By their keys in `pipeline.json`.
  public let limits: [(key: String, value: Int, standard: Int)]
  public let processors: Int
  /// Documents that are worked on at a time.
  public let jobs: Int
  public let temporaryFolder: FolderProbe
  /// Nil when nobody has named a dataset.
  public let dataset: FolderProbe?
  /// What would stand in the way of a run.
  public let problems: [any ToldError]

  /// The vocabulary in use.
  public struct LexiconState: Sendable {
    public let files: Int
    public let terms: Int
    /// Over the files inside the binary, in the order of their names.
    public let sha256: String
    /// The folder whose files replace some of these.
    public let folder: String?
  }

  /// Looks at everything.
  /// - Parameters:
  ///   - configuration: the settings in force.
  ///   - mistakes: what is wrong with the file that they come from.
  ///   - dataset: the folder that a run would write; it need not be there yet.
  ///   - temporaryFolder: where the system keeps temporary files.
  ///   - searchPath: the folders of programs, as `PATH` has them.
  public init(
    _ configuration: Configuration, mistakes: ConfigurationError?, dataset: DiskPath?,
    temporaryFolder: DiskPath, searchPath: String
  ) {
    var problems: [any ToldError] = mistakes.map { [$0] } ?? []
    libraries =
      ReadingLibraries.versions + WritingLibraries.versions
      + [("libcrypto", String(cString: OpenSSL_version(OPENSSL_VERSION_STRING)))]
    formats = configuration.extensions
    converters = Converter.all(searchPath: searchPath)
    do {
      lexicon = LexiconState(try configuration.vocabulary(), configuration.lexicon)
    } catch {
      problems.append(error)
      lexicon = LexiconState(.standard, nil)
    }
    limits = ConfigurationReader.limits.map { key, field in
      (key, configuration.limits[keyPath: field], Limits()[keyPath: field])
    }
    processors = Configuration.processors
    jobs = configuration.jobs ?? processors
    self.temporaryFolder = FolderProbe(existing: temporaryFolder)
    self.dataset = dataset.map(FolderProbe.init(dataset:))
    if let archive = configuration.archive, archive.kind(followingLinks: true) == .missing {
      problems.append(ArchiveListing.Missing(path: archive.text))
    }
    problems += [self.temporaryFolder, self.dataset].compactMap { $0?.problem }
    self.problems = problems
  }
}

extension Diagnosis.LexiconState {
  init(_ lexicon: Lexicon, _ folder: DiskPath?) {
    let embedded = Lexicon.embeddedFiles()
    files = embedded.count
    terms = Vocabulary.allCases.reduce(0) { $0 + lexicon[$1].count }
    sha256 = SHA256Digest.hexadecimal(of: embedded.flatMap { Array($0.name.utf8) + $0.bytes })
    self.folder = folder?.text
  }
}
