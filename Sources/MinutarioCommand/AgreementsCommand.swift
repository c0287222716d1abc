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

  @Option(help: HelpText.from)
  var from: PartialDate?

  @Option(help: HelpText.to)
  var to: PartialDate?

  @Option(help: HelpText.dueFrom)
  var dueFrom: PartialDate?

  @Option(help: HelpText.dueTo)
  var dueTo: PartialDate?

  @Option(help: HelpText.format)
  var format = Format.table

  @Option(name: .shortAndLong, help: HelpText.outputFile, completion: .file())
  var output: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  @OptionGroup var common: CommonOptions

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, xlsx, md
  }

  func validate() throws {
    try JobCount.validate(jobs)
    if format == .xlsx { try ResultOutput.validateWorkbook(to: output) }
  }

  func run() async throws {
    try await common.run("agreements") { console in
      let source = QuerySource(path: DiskPath(source), jobs: jobs, console: console)
      try await source.read { (rows: [AgreementRow]) in
        try write(AgreementList(rows, by: by, where: filter))
      }
    }
  }

  private var filter: AgreementList.Filter {
    var filter = AgreementList.Filter()
    filter.statuses = status.isEmpty ? nil : Set(status)
    filter.overdueOn = overdueOn
    filter.responsible = responsible
    filter.institution = institution
    filter.met = DateBounds(from: from, to: to)
    filter.due = DateBounds(from: dueFrom, to: dueTo)
    return filter
  }

  private func write(_ list: AgreementList) throws {
    switch format {
    case .table:
      let terminal = Terminal(.standardOutput)
      // A file that is named is no terminal, wherever stdout leads.
      let table =
        output == nil
        ? list.table(width: terminal.width) { terminal.shown($0, as: .heading) } : list.table()
      try ResultOutput.write(Array(table.utf8), to: output)
    case .csv: try ResultOutput.write(list.csv, to: output)
    case .json: try ResultOutput.write(list.json, to: output)
    case .md: try ResultOutput.write(Array(list.markdown.utf8), to: output)
    case .xlsx: try ResultOutput.write(list.workbook, to: output)
    }
  }
}
