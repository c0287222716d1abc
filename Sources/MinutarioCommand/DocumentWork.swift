// What `extract` and the queries of a folder have in common: documents go through the stages, with
// progress on the way and a summary at the end.

import ArgumentParser
import MinutarioLexicon
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// What was named holds no document.
struct NothingFound: ToldError {
  func told(in wording: Wording) -> String { wording(.nothingFound) }
}

/// Reading a list of files for somebody who waits at the terminal.
struct DocumentWork {
  private let pipeline: Pipeline
  private let console: Console
  private let jobs: Int
  private let printed: MessageCatalogue
  private let showsProgress: Bool
  /// Sentences that are stored in data.
  let stored: MessageCatalogue

  /// Work with the settings of a configuration.
  /// - Throws: `ConfigurationError` when its vocabulary cannot be read.
  init(
    _ console: Console, jobs: Int?, configuration: Configuration = Configuration(),
    showsProgress: Bool = true
  ) throws(ConfigurationError) {
    let lexicon = try configuration.vocabulary()
    pipeline = Pipeline(
      lexicon: lexicon, limits: configuration.limits,
      trackedChanges: configuration.trackedChanges)
    self.console = console
    self.showsProgress = showsProgress
    self.jobs = jobs ?? configuration.jobs ?? Configuration.processors
    printed = lexicon.messages(language: console.wording.language.rawValue)
    stored = lexicon.messages(language: configuration.language)
  }

  /// How it went, and how long it took.
  struct Outcome {
    let summary: RunSummary
    let duration: Duration
  }

  /// Reads the files and delivers what is made of each, in their order.
  /// - Throws: what `deliver` throws, or `Interrupted`.
  func read<Product: Sendable>(
    _ listing: ArchiveListing, product: @escaping @Sendable (ProcessedDocument) -> Product,
    deliver: (Product) throws -> Void
  ) async throws -> Outcome {
    var report = WorkReport(console, messages: printed, showsProgress: showsProgress)
    let tally = try await read(listing, telling: &report, product: product, deliver: deliver)
    report.finish()
    return outcome(listing, tally, report)
  }

  /// Reads the files and relates what they hold.
  /// - Throws: `Interrupted`.
  func archive(of listing: ArchiveListing) async throws -> (archive: Archive, outcome: Outcome) {
    var report = WorkReport(console, messages: printed, showsProgress: showsProgress)
    var records: [MinutesRecord] = []
    let tally = try await read(
      listing, telling: &report, product: { $0.records }, deliver: { records += $0 })
    report.tell(.resolving)
    let archive = pipeline.archive(of: records)
    report.finish()
    return (archive, outcome(listing, tally, report))
  }

  private func read<Product: Sendable>(
    _ listing: ArchiveListing, telling report: inout WorkReport,
    product: @escaping @Sendable (ProcessedDocument) -> Product, deliver: (Product) throws -> Void
  ) async throws -> Tally {
    var tally = Tally()
    report.tell(.found(documents: listing.files.count, skipped: listing.skipped))
    let printed = printed
    try await pipeline.documents(
      of: listing.files, jobs: jobs, isInterrupted: { Interruption.signal != nil },
      product: { (product($0), DocumentOutcome($0, messages: printed), $0.duration) },
      deliver: { product, outcome, took in
        try deliver(product)
        tally.add(outcome)
        report.tell(.document(outcome, took: took))
      })
    return tally
  }

  private func outcome(
    _ listing: ArchiveListing, _ tally: Tally, _ report: WorkReport
  ) -> Outcome {
    Outcome(
      summary: RunSummary(
        skipped: listing.skipped, tally: tally, language: console.wording.language),
      duration: report.duration)
  }

  /// Tells people how it went, if it is worth telling, and programs always.
  /// - Throws: the code to end with, when it is not success.
  func end(_ outcome: Outcome, isTold: Bool = true) throws {
    let summary = outcome.summary
    let code = summary.tally.total == 0 ? Ending.nothingDone : Ending.code(of: summary)
    console.tell(
      .finished(
        summary, took: outcome.duration, exit: code,
        lines: isTold ? console.lines(of: summary) : []))
    if summary.tally.total == 0 { throw NothingFound() }
    if code != .success { throw code }
  }
}
