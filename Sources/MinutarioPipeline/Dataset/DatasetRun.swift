// `minutario run`: from a folder of minutes to a dataset, whole or not at all.

private import MinutarioExporting
public import MinutarioLexicon
public import MinutarioModel
public import MinutarioWording

/// One run over one archive.
public struct DatasetRun: Sendable {
  private let configuration: Configuration
  private let lexicon: Lexicon
  private let archive: DiskPath
  private let dataset: DiskPath
  private let jobs: Int
  private let isInterrupted: @Sendable () -> Bool

  /// - Parameters:
  ///   - configuration: limits, languages and the like; its paths and jobs are not looked at.
  ///   - lexicon: the vocabulary that the configuration asks for.
  ///   - archive: the folder of minutes.
  ///   - dataset: the folder that is written.
  ///   - jobs: documents worked on at a time.
  ///   - isInterrupted: asked between documents and between tables; true ends the run with the old
  ///     dataset in place.
  public init(
    _ configuration: Configuration, lexicon: Lexicon, archive: DiskPath, dataset: DiskPath,
    jobs: Int, isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.configuration = configuration
    self.lexicon = lexicon
    self.archive = archive
    self.dataset = dataset
    self.jobs = jobs
    self.isInterrupted = isInterrupted
  }

  /// What happens in a run, in this order.
  public enum Step: Sendable {
    case found(documents: Int, skipped: [SkippedFile])
    /// One document more is done.
    case document(DocumentOutcome, took: Duration)
    /// All are read. For a large archive what follows takes a while, too.
    case resolving
    case writing
  }

  /// What a run has done.
  public struct Result: Sendable {
    public let skipped: [SkippedFile]
    public let documents: [DocumentOutcome]
    /// How many rows the dataset has of what people look for.
    public let rows: Rows

    /// Counts of rows.
    public struct Rows: Sendable, Equatable {
      public let meetings: Int
      public let attendances: Int
      public let people: Int
      public let institutions: Int
      public let agreements: Int
    }
  }

  /// Reads the archive, resolves it, and puts the new tables in place of the old ones.
  /// - Parameter report: told of each step as it happens.
  /// - Returns: how the documents ended and what the dataset holds.
  /// - Throws: `ArchiveListing.Missing`, `NothingToRead`, `DatasetError`, `DiskError` or
  ///   `Interrupted`; the old tables are in place then.
  public func callAsFunction(
    report: (Step) -> Void
  ) async throws -> Result {
    var listing = ArchiveListing()
    try listing.add(archive, extensions: configuration.extensions)
    // An archive that is not mounted looks empty: that must not empty the dataset.
    guard !listing.files.isEmpty else {
      throw NothingToRead(archive: archive.text, skipped: listing.skipped)
    }
    report(.found(documents: listing.files.count, skipped: listing.skipped))

    FreedMemory.goesBack()
    let clock = RunClock()
    let folder = try DatasetFolder(at: dataset)
    let pipeline = Pipeline(
      lexicon: lexicon, limits: configuration.limits,
      trackedChanges: configuration.trackedChanges)
    let messages = lexicon.messages(language: configuration.language)
    let texts = try TextStore(in: folder.inner)
    var records: [MinutesRecord] = []
    var outcomes: [DocumentOutcome] = []
    var keeping = RecordKeeping()
    try await pipeline.documents(
      of: listing.files, jobs: jobs, isInterrupted: isInterrupted, product: { $0 },
      deliver: { document in
        let outcome = DocumentOutcome(document, messages: messages)
        outcomes.append(outcome)
        records += document.records.map { keeping.kept($0) }
        if let text = document.text { try texts.add(text.bytes, for: outcome.sha256) }
        report(.document(outcome, took: document.duration))
      })
    keeping = RecordKeeping()
    report(.resolving)
    var documents = pipeline.documents(of: records)
    records = []
    let resolving = Task { [documents] in pipeline.archive(of: documents) }
    try await folder.replaceData { generation in
      let forms = try DatasetForms(configuration.outputs, of: generation)
      // Does nothing to what is finished.
      defer { forms.cancel() }
      var tables = DatasetTables(
        to: forms.writers, messages: messages, text: { try texts.text(for: $0.facts.sha256) },
        checkpoint: { if isInterrupted() { throw Interrupted() } })
      // Resolving keeps one core at work: what tells of single documents is written beside it.
      try forms.naming { try tables.write(documents) }
      // The archive has documents of its own.
      documents = []
      let archive = await resolving.value
      FreedMemory.goesBackNow()
      report(.writing)
      try forms.naming { try tables.write(archive) }
    }
    let archive = await resolving.value
    let result = Result(
      skipped: listing.skipped, documents: outcomes, rows: Result.Rows(archive))
    try RunReport(
      result, archive: archive, clock: clock, configuration: configuration
    ).write(to: folder)
    return result
  }

  /// The archive holds nothing that can be read.
  public struct NothingToRead: ToldError, Sendable {
    public let archive: String
    public let skipped: [SkippedFile]

    public func told(in wording: Wording) -> String {
      wording(.nothingToRead, ["archive": archive])
    }
  }
}

extension DatasetRun.Result {
  /// The counts over all documents, their reasons in the language of the data.
  public var tally: Tally {
    var tally = Tally()
    for document in documents { tally.add(document) }
    return tally
  }

  /// The counts over all documents, their reasons in the language of the person who reads them.
  public func tally(told messages: MessageCatalogue) -> Tally {
    var tally = Tally()
    for document in documents { tally.add(document.told(in: messages)) }
    return tally
  }
}

extension DatasetRun.Result.Rows {
  init(_ archive: Archive) {
    let meetings = archive.documents.flatMap(\.minutes).filter { $0.meeting != nil }
    self.meetings = meetings.count
    attendances = meetings.reduce(0) { $0 + $1.record.attendances.count }
    agreements = meetings.reduce(0) { $0 + $1.record.agreements.count }
    people = archive.people.count
    institutions = archive.institutions.count
  }
}
