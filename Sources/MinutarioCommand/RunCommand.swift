// `minutario run`: the main job, from a folder of minutes to a dataset.

import ArgumentParser
import MinutarioLexicon
import MinutarioPipeline
import MinutarioWording

/// Reads an archive and writes its dataset.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: HelpText.run.abstract, discussion: HelpText.run.discussion)
  }

  @Argument(help: HelpText.archive, completion: .directory)
  var archive: String?

  @Option(
    name: [.customShort("o"), .customLong("output")], help: HelpText.dataset, completion: .directory
  )
  var output: String?

  @Option(
    name: [.customShort("c"), .customLong("config")], help: HelpText.runConfigFile,
    completion: .file(extensions: ["json"]))
  var config: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws { try JobCount.validate(jobs) }

  func run() async throws { try await common.run("run", write) }

  private func write(_ console: Console) async throws {
    let wording = console.wording
    let configuration = try Configuration.chosen(by: config)
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
    let messages = lexicon.messages(language: wording.language.rawValue)
    var report = WorkReport(console, messages: messages)
    let result = try await run { report.tell($0) }
    report.finish()
    let summary = RunSummary(
      skipped: result.skipped, tally: result.tally(told: messages), language: wording.language)
    console.tell(
      .finished(
        summary, rows: result.rows, took: report.duration, exit: Ending.code(of: summary),
        lines: console.lines(of: summary)
          + wording.written(result.rows, as: configuration.outputs, to: dataset.text)))
    if summary.hasFailures { throw Ending.withFailures }
  }
}
