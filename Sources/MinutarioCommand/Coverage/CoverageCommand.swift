// `minutario coverage`: what of an archive no rule understood, so that words can be added.

import ArgumentParser
import MinutarioModel
import MinutarioPipeline
import MinutarioSurveying
import MinutarioWording

/// Prints the lines that were not understood, the most frequent first.
struct CoverageCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage", abstract: HelpText.coverage.abstract,
      discussion: HelpText.coverage.discussion)
  }

  @Argument(help: HelpText.archive, completion: .file())
  var archive: String?

  @Option(help: HelpText.top)
  var top: Int = 20

  @Option(help: HelpText.format)
  var format = CoverageReport.Format.table

  @Option(name: .shortAndLong, help: HelpText.outputFile, completion: .file())
  var output: String?

  @Option(
    name: [.customShort("c"), .customLong("config")], help: HelpText.runConfigFile,
    completion: .file(extensions: ["json"]))
  var config: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try JobCount.validate(jobs)
    if top < 0 { throw ValidationError(Wording.current(.topOutOfRange)) }
  }

  func run() async throws { try await common.run("coverage", survey) }

  private func survey(_ console: Console) async throws {
    let configuration = try Configuration.chosen(by: config)
    guard let archive = archive.map(DiskPath.init) ?? configuration.archive else {
      throw ValidationError(Wording.current(.coverageArchiveMissing))
    }
    guard !DatasetFolder.isDataset(archive) else { throw IsDataset(path: archive.text) }
    let surveyor = Surveyor(lexicon: try configuration.vocabulary())
    let work = try DocumentWork(console, jobs: jobs, configuration: configuration)
    var listing = ArchiveListing()
    try listing.add(archive, extensions: configuration.extensions)
    var tally = GapTally()
    let outcome = try await work.read(
      listing,
      product: { document in
        (
          path: document.records.first?.document.path ?? "",
          gaps: document.text.map { surveyor.gaps(in: document.records, of: $0) } ?? []
        )
      }, deliver: { tally.add($0.gaps, of: $0.path) })
    if tally.documents > 0 {
      let report = CoverageReport(tally: tally, top: top, wording: console.wording)
      let terminal = output == nil ? Terminal(.standardOutput) : nil
      try ResultOutput.write(report.bytes(as: format, for: terminal), to: output)
    }
    try work.end(outcome, isTold: outcome.summary.hasFailures || common.verbose)
  }

  /// A dataset holds no documents.
  struct IsDataset: ToldError {
    let path: String

    func told(in wording: Wording) -> String { wording(.coverageOfDataset, ["path": path]) }
  }
}
