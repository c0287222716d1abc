// `minutario extract`: no state, one record a line.

import ArgumentParser
import MinutarioPipeline
import MinutarioWording

/// Prints what is read from files and folders.
struct ExtractCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "extract", abstract: HelpText.extract.abstract,
      discussion: HelpText.extract.discussion)
  }

  @Argument(help: HelpText.paths, completion: .file())
  var path: [String]

  @Flag(help: HelpText.pretty)
  var pretty = false

  @Flag(help: HelpText.text)
  var text = false

  @Flag(help: HelpText.places)
  var places = false

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @Option(
    name: [.customShort("c"), .customLong("config")], help: HelpText.configFile,
    completion: .file(extensions: ["json"]))
  var config: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try JobCount.validate(jobs)
    if pretty, text || places {
      throw ValidationError(Wording.current(.formsExclude))
    }
  }

  private var form: DocumentForm {
    if pretty { return .pretty }
    if text { return places ? .runPlaces : .text }
    if places { return .places }
    return .json
  }

  func run() async throws { try await common.run("extract", extract) }

  private func extract(_ console: Console) async throws {
    let configuration = try config.map { try Configuration(file: $0) } ?? Configuration()
    // Progress would mix with the data of a terminal.
    let work = try DocumentWork(
      console, jobs: jobs, configuration: configuration,
      showsProgress: !FileDescriptor.standardOutput.isTerminal)
    var listing = ArchiveListing()
    for path in path {
      try listing.add(DiskPath(path), extensions: configuration.extensions)
    }
    guard form.takesMany || listing.files.count == 1 else {
      throw ValidationError(
        Wording.current(.oneDocumentOnly, ["count": listing.files.count]))
    }
    try await show(listing, work)
  }

  /// Prints the documents one after the other; those that are done also when interrupted.
  private func show(_ listing: ArchiveListing, _ work: DocumentWork) async throws {
    let form = form
    let stored = work.stored
    var output = OutputBuffer()
    var isFirst = true
    do {
      let outcome = try await work.read(
        listing, product: { form.bytes(of: $0, messages: stored) },
        deliver: { bytes in
          if !isFirst { try output.append(form.separator) }
          try output.append(bytes)
          isFirst = false
        })
      try output.flush()
      // One document that was read needs no summary.
      let isWorthTelling =
        listing.files.count != 1 || !listing.skipped.isEmpty || outcome.summary.hasFailures
        || common.verbose
      try work.end(outcome, isTold: isWorthTelling)
    } catch is Interrupted {
      try output.flush()
      throw Interrupted()
    }
  }
}

/// `--jobs`.
enum JobCount {
  static func validate(_ jobs: Int?) throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError(Wording.current(.jobsOutOfRange))
    }
  }
}
