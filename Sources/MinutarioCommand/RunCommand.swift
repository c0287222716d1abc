// `minutario run`: the main job, from a folder of minutes to a dataset.

import ArgumentParser
import Glibc
import MinutarioLexicon
import MinutarioPipeline
import MinutarioWording

/// Reads an archive and writes its dataset.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: HelpText.run.abstract, discussion: HelpText.run.discussion)
  }

  @Argument(help: HelpText.archive)
  var archive: String?

  @Option(name: [.customShort("o"), .customLong("output")], help: HelpText.dataset)
  var output: String?

  @Option(name: [.customShort("c"), .customLong("config")], help: HelpText.runConfigFile)
  var config: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws { try JobCount.validate(jobs) }

  func run() async throws {
    Interruption.listen()
    do {
      try await write()
    } catch {
      throw common.console.ending(for: error)
    }
  }

  /// The file that `-c` names, else `./pipeline.json` where there is one.
  private func configuration() throws -> Configuration {
    if let config { return try Configuration(file: config) }
    return access("pipeline.json", F_OK) == 0
      ? try Configuration(file: "pipeline.json") : Configuration()
  }

  private func write() async throws {
    let wording = Wording.current
    let configuration = try configuration()
    guard let archive = archive.map(DiskPath.init) ?? configuration.archive else {
      throw ValidationError(wording(.archiveMissing))
    }
    guard let dataset = output.map(DiskPath.init) ?? configuration.dataset else {
      throw ValidationError(wording(.datasetMissing))
    }
    let lexicon = try configuration.vocabulary()
    let run = DatasetRun(
      configuration, lexicon: lexicon, archive: archive, dataset: dataset,
      jobs: jobs ?? configuration.jobs ?? Configuration.processors,
      isInterrupted: { Interruption.signal != nil })
    var progress = Progress(total: 0, console: common.console)
    defer { progress.finish() }
    let result = try await run(
      found: { progress = Progress(total: $0, console: common.console) },
      advance: { progress.advance() })
    progress.finish()
    let messages = lexicon.messages(language: wording.language.rawValue)
    let summary = RunSummary(
      skipped: result.skipped, tally: result.tally(told: messages), language: wording.language)
    common.console.say(summary.lines(everything: common.verbose))
    common.console.say(wording.written(result.rows, to: dataset.text))
    if summary.hasFailures { throw Ending.withFailures }
  }
}
