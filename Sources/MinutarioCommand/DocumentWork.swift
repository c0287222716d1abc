// What `extract` and a roster of a folder have in common: documents go through the stages, with
// progress on the way and a summary at the end.

import MinutarioLexicon
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// Reading a list of files for somebody who waits at the terminal.
struct DocumentWork {
  let pipeline: Pipeline
  private let console: Console
  private let jobs: Int
  private let printed: MessageCatalogue
  /// Sentences that are stored in data.
  let stored: MessageCatalogue

  /// Work with the settings of a configuration.
  /// - Throws: `ConfigurationError` when its vocabulary cannot be read.
  init(
    _ console: Console, jobs: Int?, configuration: Configuration = Configuration()
  ) throws(ConfigurationError) {
    let lexicon = try configuration.vocabulary()
    pipeline = Pipeline(lexicon: lexicon, limits: configuration.limits)
    self.console = console
    self.jobs = jobs ?? configuration.jobs ?? Configuration.processors
    printed = lexicon.messages(language: console.wording.language.rawValue)
    stored = lexicon.messages(language: configuration.language)
  }

  /// Reads the files and delivers what is made of each, in their order.
  /// - Returns: how it went.
  /// - Throws: what `deliver` throws, or `Interrupted`.
  func read<Product: Sendable>(
    _ listing: ArchiveListing, product: @escaping @Sendable (ProcessedDocument) -> Product,
    deliver: (Product) throws -> Void
  ) async throws -> RunSummary {
    var tally = Tally()
    var progress = Progress(total: listing.files.count, console: console)
    defer { progress.finish() }
    let printed = printed
    try await pipeline.documents(
      of: listing.files, jobs: jobs, isInterrupted: { Interruption.signal != nil },
      product: { (product($0), DocumentOutcome($0.record, messages: printed)) },
      deliver: { product, outcome in
        try deliver(product)
        tally.add(outcome)
        progress.advance()
      })
    return RunSummary(skipped: listing.skipped, tally: tally, language: console.wording.language)
  }
}
