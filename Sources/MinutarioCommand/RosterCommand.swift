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

  @Option(name: .shortAndLong, help: HelpText.outputFile, completion: .file())
  var output: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  /// How the roster is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, xlsx, md
  }

  func validate() throws {
    try JobCount.validate(jobs)
    if format == .xlsx { try ResultOutput.validateWorkbook(to: output) }
  }

  func run() async throws {
    try await common.run("roster") { console in
      let source = QuerySource(path: DiskPath(source), jobs: jobs, console: console)
      try await source.read { (rows: [RosterRow]) in
        try write(Roster(rows, by: by, where: filter))
      }
    }
  }

  private var filter: Roster.Filter {
    Roster.Filter(
      institution: institution, from: from, to: to,
      presence: presence.isEmpty ? nil : Set(presence))
  }

  private func write(_ roster: Roster) throws {
    switch format {
    case .table:
      let terminal = Terminal(.standardOutput)
      // A file that is named is no terminal, wherever stdout leads.
      let table =
        output == nil ? roster.table { terminal.shown($0, as: .heading) } : roster.table()
      try ResultOutput.write(Array(table.utf8), to: output)
    case .csv: try ResultOutput.write(roster.csv, to: output)
    case .json: try ResultOutput.write(roster.json, to: output)
    case .md: try ResultOutput.write(Array(roster.markdown.utf8), to: output)
    case .xlsx: try ResultOutput.write(roster.workbook, to: output)
    }
  }
}
