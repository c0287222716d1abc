// `minutario roster`: who attended, out of a dataset or straight from a folder of minutes.

import ArgumentParser
import MinutarioModel
import MinutarioPipeline
import MinutarioQuerying

/// Prints the attendee roster.
struct RosterCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "roster", abstract: HelpText.roster.abstract,
      discussion: HelpText.roster.discussion)
  }

  @Argument(help: HelpText.rosterSource, completion: .file())
  var source: String

  @Option(help: HelpText.by)
  var by: Roster.Grouping = .institution

  @Option(help: HelpText.institution)
  var institution: String?

  @Option(help: HelpText.from)
  var from: PartialDate?

  @Option(help: HelpText.to)
  var to: PartialDate?

  @Option(help: HelpText.presence, completion: .list(Attendance.Presence.allValueStrings))
  var presence: [Attendance.Presence] = []

  @Option(help: HelpText.format)
  var format = Format.table

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  /// How the roster is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  func validate() throws { try JobCount.validate(jobs) }

  func run() async throws {
    Interruption.listen()
    do {
      try await show()
    } catch {
      throw common.console.ending(for: error)
    }
  }

  private func show() async throws {
    let path = DiskPath(source)
    if DatasetFolder.isDataset(path) {
      let tables = try DatasetFolder.tables(RosterRow.datasetFiles, of: path)
      try write(try RosterRow.rows(ofDataset: { tables[$0] }))
      return
    }
    var listing = ArchiveListing()
    try listing.add(path)
    let work = try DocumentWork(common.console, jobs: jobs)
    var records: [MinutesRecord] = []
    let summary = try await work.read(
      listing, product: { $0.records }, deliver: { records += $0 })
    common.console.say(summary.lines(everything: common.verbose))
    guard !records.isEmpty else { throw NothingFound() }
    try write(RosterRow.rows(of: work.pipeline.archive(of: records)))
    if summary.hasFailures { throw Ending.withFailures }
  }

  private func write(_ rows: [RosterRow]) throws {
    let filter = Roster.Filter(
      institution: institution, from: from, to: to,
      presence: presence.isEmpty ? nil : Set(presence))
    let roster = Roster(rows, by: by, where: filter)
    var output = OutputBuffer()
    switch format {
    case .table: try output.append(Array(roster.table.utf8))
    case .csv: try output.append(roster.csv)
    case .json: try output.append(roster.json)
    }
    try output.flush()
  }
}
