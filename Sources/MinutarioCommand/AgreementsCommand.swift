// `minutario agreements`: what was agreed, what of it is open or overdue, and whose it is.

import ArgumentParser
import MinutarioModel
import MinutarioPipeline
import MinutarioQuerying

/// Prints the follow-up of agreements.
struct AgreementsCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "agreements", abstract: HelpText.agreements.abstract,
      discussion: HelpText.agreements.discussion)
  }

  @Argument(help: HelpText.rosterSource, completion: .file())
  var source: String

  @Option(help: HelpText.by)
  var by: AgreementList.Grouping = .meeting

  @Option(help: HelpText.status, completion: .list(Agreement.Status.allValueStrings))
  var status: [Agreement.Status] = []

  @Option(help: HelpText.overdueOn)
  var overdueOn: PartialDate?

  @Option(help: HelpText.responsible)
  var responsible: String?

  @Option(help: HelpText.agreementInstitution)
  var institution: String?

  @Option(help: HelpText.dueFrom)
  var dueFrom: PartialDate?

  @Option(help: HelpText.dueTo)
  var dueTo: PartialDate?

  @OptionGroup var list: ListOptions

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await common.run("agreements") { console in
      let source = QuerySource(path: DiskPath(source), jobs: list.jobs, console: console)
      try await source.read { (rows: [AgreementRow]) in
        let agreements = AgreementList(rows, by: by, where: filter)
        try list.write(agreements) { terminal in
          agreements.table(width: terminal?.width, heading: terminal.heading)
        }
      }
    }
  }

  private var filter: AgreementList.Filter {
    var filter = AgreementList.Filter()
    filter.statuses = status.isEmpty ? nil : Set(status)
    filter.overdueOn = overdueOn
    filter.responsible = responsible
    filter.institution = institution
    filter.met = DateBounds(from: list.from, to: list.to)
    filter.due = DateBounds(from: dueFrom, to: dueTo)
    return filter
  }
}
