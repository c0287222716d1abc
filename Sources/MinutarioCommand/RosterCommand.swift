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

  @Option(help: HelpText.presence, completion: .list(Attendance.Presence.allValueStrings))
  var presence: [Attendance.Presence] = []

  @OptionGroup var list: ListOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await common.run("roster") { console in
      let source = QuerySource(path: DiskPath(source), jobs: list.jobs, console: console)
      try await source.read { (rows: [RosterRow]) in
        let roster = Roster(rows, by: by, where: filter)
        try list.write(roster) { terminal in roster.table(heading: terminal.heading) }
      }
    }
  }

  private var filter: Roster.Filter {
    Roster.Filter(
      institution: institution, from: list.from, to: list.to,
      presence: presence.isEmpty ? nil : Set(presence))
  }
}
