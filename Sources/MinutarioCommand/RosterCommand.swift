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
    try await common.run("roster") { console in
      let source = QuerySource(path: DiskPath(source), jobs: jobs, console: console)
      try await source.read { (rows: [RosterRow]) in
        try ResultOutput.write(bytes(of: Roster(rows, by: by, where: filter)), to: nil)
      }
    }
  }

  private var filter: Roster.Filter {
    Roster.Filter(
      institution: institution, from: from, to: to,
      presence: presence.isEmpty ? nil : Set(presence))
  }

  private func bytes(of roster: Roster) -> [UInt8] {
    switch format {
    case .table:
      let terminal = Terminal(.standardOutput)
      return Array(roster.table { terminal.shown($0, as: .heading) }.utf8)
    case .csv: return roster.csv
    case .json: return roster.json
    }
  }
}
