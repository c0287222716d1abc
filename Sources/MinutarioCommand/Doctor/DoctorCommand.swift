// `minutario doctor`: what this machine has and lacks, before a run or when one has gone wrong.

import ArgumentParser
import Glibc
import MinutarioPipeline
import MinutarioWording

/// Prints the state of program and machine.
struct DoctorCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: HelpText.doctor.abstract,
      discussion: HelpText.doctor.discussion)
  }

  @Argument(help: HelpText.doctorDataset, completion: .directory)
  var dataset: String?

  @Option(
    name: [.customShort("c"), .customLong("config")], help: HelpText.runConfigFile,
    completion: .file(extensions: ["json"]))
  var config: String?

  @Option(help: HelpText.doctorFormat)
  var format = Format.text

  @OptionGroup var common: CommonOptions

  /// How the state is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() async throws { try await common.run("doctor", show) }

  private func show(_ console: Console) throws {
    let file = Configuration.file(chosen: config)
    var configuration = Configuration()
    var mistakes: ConfigurationError?
    do throws(ConfigurationError) {
      configuration = try .chosen(by: config)
    } catch {
      mistakes = error
    }
    let diagnosis = Diagnosis(
      configuration, mistakes: mistakes,
      dataset: dataset.map(DiskPath.init) ?? configuration.dataset,
      temporaryFolder: DiskPath(Self.variable("TMPDIR") ?? "/tmp"),
      searchPath: Self.variable("PATH") ?? "")
    let report = DoctorReport(
      diagnosis: diagnosis, configurationFile: file, locale: Locale(Self.variable),
      wording: console.wording)
    var output = OutputBuffer()
    switch format {
    case .text: try output.append(Array((report.text + "\n").utf8))
    case .json: try output.append(report.json)
    }
    try output.flush()
    if diagnosis.problems.contains(where: { $0 is ConfigurationError }) {
      throw Ending.configuration
    }
    if !diagnosis.problems.isEmpty { throw Ending.withFailures }
    console.tell(.finished)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// What the environment says of language and characters.
struct Locale {
  /// `LANG=es_MX.UTF-8`: the variable that decides the language; nil when none is set.
  let language: String?
  /// Whether the terminal is told to show all letters.
  let isUTF8: Bool

  init(_ variable: (String) -> String?) {
    func first(of names: [String]) -> String? {
      names.compactMap { name in variable(name).map { "\(name)=\($0)" } }.first
    }
    language = first(of: ["LC_ALL", "LC_MESSAGES", "LANG"])
    let characters = first(of: ["LC_ALL", "LC_CTYPE", "LANG"])?.lowercased() ?? ""
    isUTF8 = characters.contains("utf-8") || characters.contains("utf8")
  }
}
