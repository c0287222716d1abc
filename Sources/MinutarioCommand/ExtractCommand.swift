// `minutario extract`: no state, one record a line.

import ArgumentParser
import MinutarioLexicon
import MinutarioModel
import MinutarioPipeline

/// Prints what is read from files and folders.
struct ExtractCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extract", abstract: HelpText.extract.abstract,
      discussion: HelpText.extract.discussion)
  }

  @Argument(help: HelpText.paths)
  var path: [String]

  @Flag(help: HelpText.text)
  var text = false

  @Flag(help: HelpText.places)
  var places = false

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @Option(name: [.customShort("c"), .customLong("config")], help: HelpText.configFile)
  var config: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try JobCount.validate(jobs)
    if [text, places].count(where: { $0 }) > 1 {
      throw ValidationError(Wording.current.formsExclude)
    }
  }

  private var form: DocumentForm {
    if text { return .text }
    if places { return .places }
    return .json
  }

  func run() async throws {
    Interruption.listen()
    do {
      try await extract()
    } catch {
      throw common.console.ending(for: error)
    }
  }

  private func extract() async throws {
    let configuration = try config.map { try Configuration(file: $0) } ?? Configuration()
    let lexicon = try configuration.vocabulary()
    var archive = ArchiveListing()
    for path in path {
      try archive.add(DiskPath(path), extensions: configuration.extensions)
    }
    guard form.takesMany || archive.files.count == 1 else {
      throw ValidationError(Wording.current.oneDocumentOnly(archive.files.count))
    }
    let summary = try await show(archive, configuration, lexicon)
    if archive.files.count != 1 || summary.hasFailures || common.verbose {
      common.console.say(summary.lines(everything: common.verbose))
    }
    if archive.files.isEmpty { throw Ending.nothingDone }
    if summary.hasFailures { throw Ending.withFailures }
  }

  /// Prints the documents one after the other.
  private func show(
    _ archive: ArchiveListing, _ configuration: Configuration, _ lexicon: Lexicon
  ) async throws -> RunSummary {
    let pipeline = Pipeline(lexicon: lexicon, limits: configuration.limits)
    let stored = lexicon.messages(language: configuration.language)
    let printed = lexicon.messages(language: Wording.current.language.rawValue)
    let form = form
    var output = OutputBuffer()
    var tally = Tally()
    var progress = Progress(total: archive.files.count, console: common.console)
    defer { progress.finish() }
    do {
      try await pipeline.documents(
        of: archive.files, jobs: jobs ?? configuration.jobs ?? Configuration.processors,
        isInterrupted: { Interruption.signal != nil },
        product: { document in
          (
            form.bytes(of: document, messages: stored),
            DocumentOutcome(document.record, messages: printed)
          )
        },
        deliver: { bytes, outcome in
          try output.append(bytes)
          tally.add(outcome)
          progress.advance()
        })
    } catch is Interrupted {
      try output.flush()
      throw Interrupted()
    }
    try output.flush()
    return RunSummary(
      skipped: archive.skipped, tally: tally, language: Wording.current.language)
  }
}

/// `--jobs`.
enum JobCount {
  static func validate(_ jobs: Int?) throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError(Wording.current.jobsOutOfRange)
    }
  }
}
