// Read this first: what the program does with one file and with a folder. Each name in it is a
// stage, and each stage is a folder of Sources.

private import MinutarioExtracting
public import MinutarioLexicon
public import MinutarioModel
private import MinutarioNormalizing
private import MinutarioReading
private import MinutarioResolving
private import MinutarioSegmenting

/// The stages in their order.
public struct Pipeline: Sendable {
  private let lexicon: Lexicon
  private let reader: SourceReader
  private let normalizer: Normalizer
  private let segmenter: Segmenter
  private let extractor: Extractor
  private let resolver: Resolver
  let limits: Limits

  public init(
    lexicon: Lexicon = .standard, limits: Limits = Limits(),
    trackedChanges: RevisionPolicy = .accepted
  ) {
    self.lexicon = lexicon
    reader = SourceReader(limits: limits, revisions: trackedChanges)
    normalizer = Normalizer()
    segmenter = Segmenter(lexicon: lexicon)
    extractor = Extractor(lexicon: lexicon)
    resolver = Resolver(lexicon: lexicon)
    self.limits = limits
  }

  /// One file: bytes → SourceDocument → NormalizedText → minutes → [Section] → MinutesRecord.
  public func document(_ bytes: [UInt8], path: String) -> ProcessedDocument {
    var facts = DocumentFacts(path: path, content: bytes)
    let source: SourceDocument
    do {
      source = try reader.read(bytes, name: path)
    } catch {
      return ProcessedDocument(failed: facts, error)
    }
    facts.take(from: source)
    var text = normalizer.normalize(source)
    lexicon.mark(&text)
    facts.textCharacters = text.codePoint(at: text.bytes.count)
    guard !text.tokens.isEmpty else { return ProcessedDocument(empty: facts, source, text) }
    let minutes = segmenter.minutes(of: text).map { ($0, segmenter.sections(of: $0)) }
    let records = extractor.records(of: minutes, facts: facts, issues: source.issues)
    return ProcessedDocument(records, text, isPartial: source.isTruncated)
  }

  /// A folder: each file goes through `document`, several at a time; what comes out is delivered in
  /// the order of the files.
  public func documents<Product: Sendable>(
    of files: [ArchiveFile], jobs: Int, isInterrupted: @escaping @Sendable () -> Bool,
    product: @escaping @Sendable (ProcessedDocument) -> Product,
    deliver: (Product) throws -> Void
  ) async throws {
    try await OrderedWork(workers: jobs, isInterrupted: isInterrupted).run(
      over: files, { product(file($0)) }, deliver: deliver)
  }

  /// The records of a folder: [MinutesRecord] → [ArchivedDocument].
  func documents(of records: [MinutesRecord]) -> [ArchivedDocument] {
    resolver.documents(of: records)
  }

  /// The documents of a folder: [ArchivedDocument] → Archive.
  func archive(of documents: [ArchivedDocument]) -> Archive { resolver.resolve(documents) }

  /// The records of a folder: [MinutesRecord] → Archive.
  public func archive(of records: [MinutesRecord]) -> Archive { resolver.resolve(records) }

  /// Opens one file of the archive; a file that cannot be opened gives a failed document.
  public func file(_ file: ArchiveFile) -> ProcessedDocument {
    let start = ContinuousClock.now
    var processed: ProcessedDocument
    do {
      processed = document(try file.content(limit: limits.fileBytes), path: file.path)
    } catch {
      processed = ProcessedDocument(
        failed: DocumentFacts(path: file.path, bytesOnDisk: file.bytesOnDisk), error.document)
    }
    processed.duration = .now - start
    return processed
  }
}
