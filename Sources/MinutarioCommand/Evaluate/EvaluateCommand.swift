// `minutario evaluate`: how right the reading is, beside what people have read in the same documents.

import ArgumentParser
import MinutarioEvaluating
import MinutarioModel
import MinutarioPipeline
import MinutarioWording

/// Compares what is read with gold files and prints figures and differences.
struct EvaluateCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "evaluate", abstract: HelpText.evaluate.abstract,
      discussion: HelpText.evaluate.discussion)
  }

  @Argument(help: HelpText.gold, completion: .file())
  var gold: String

  @Argument(help: HelpText.evaluationSource, completion: .file())
  var source: String?

  @Option(help: HelpText.formats)
  var formats: ExtensionList?

  @Option(help: HelpText.evaluationBy)
  var by: Evaluation.Grouping?

  @Option(help: HelpText.baseline, completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(name: .customLong("min"), help: HelpText.minimum)
  var minima: [MinimumFigure] = []

  @Option(help: HelpText.worst)
  var worst: Int?

  @Option(help: HelpText.evaluationFormat)
  var format = EvaluationReport.Format.table

  @Option(name: .shortAndLong, help: HelpText.outputFile, completion: .file())
  var output: String?

  @Option(
    name: [.customShort("c"), .customLong("config")], help: HelpText.configFile,
    completion: .file(extensions: ["json"]))
  var config: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try JobCount.validate(jobs)
    if let worst, worst < 0 { throw ValidationError(Wording.current(.worstOutOfRange)) }
  }

  func run() async throws { try await common.run("evaluate", evaluate) }

  private func evaluate(_ console: Console) async throws {
    let configuration = try config.map { try Configuration(file: $0) } ?? Configuration()
    let golds = try GoldFiles(
      DiskPath(gold), formats: formats, limit: configuration.limits.fileBytes)
    for path in golds.uncompared { console.tell(.uncomparedGold(path, console.wording)) }
    let earlier = try baseline.map {
      try JSONFile($0).read(limit: configuration.limits.fileBytes, EarlierEvaluation.init(json:))
    }
    let source = EvaluationSource(
      path: source.map(DiskPath.init), gold: DiskPath(gold), configuration: configuration,
      jobs: jobs, console: console)
    let (documents, outcome) = try await source.evaluate(golds)
    let evaluation = Evaluation(documents)
    let report = EvaluationReport(
      evaluation: evaluation, grouping: by,
      change: earlier.map { EvaluationChange(from: $0, to: evaluation) }, worst: worst,
      wording: console.wording)
    let terminal = output == nil ? Terminal(.standardOutput) : nil
    try ResultOutput.write(report.bytes(as: format, for: terminal), to: output)
    try end(evaluation, outcome, console)
  }

  /// Ends with 1 where a figure is below its bar, or documents were not read whole.
  private func end(
    _ evaluation: Evaluation, _ outcome: DocumentWork.Ended?, _ console: Console
  ) throws {
    let short = minima.filter { !$0.isReached(in: evaluation) }
    for minimum in short {
      console.tell(
        .failure(minimum.told(of: evaluation, in: console.wording), exit: Ending.withFailures))
    }
    if let outcome {
      try outcome.work.end(outcome.outcome, isTold: outcome.outcome.summary.hasFailures)
    } else if short.isEmpty {
      console.tell(.finished)
    }
    if !short.isEmpty { throw Ending.withFailures }
  }
}
