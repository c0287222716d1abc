// What the commands that print a list have in common: of which meetings, in which form, where to.

import ArgumentParser
import MinutarioModel
import MinutarioPipeline
import MinutarioQuerying

/// Options of `roster` and `agreements`.
struct ListOptions: ParsableArguments {
  @Option(help: HelpText.from)
  var from: PartialDate?

  @Option(help: HelpText.to)
  var to: PartialDate?

  @Option(help: HelpText.format)
  var format = Format.table

  @Option(name: .shortAndLong, help: HelpText.outputFile, completion: .file())
  var output: String?

  @Option(name: .shortAndLong, help: HelpText.jobs)
  var jobs: Int?

  /// How a list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, xlsx, md
  }

  func validate() throws {
    try JobCount.validate(jobs)
    if format == .xlsx { try ResultOutput.validateWorkbook(to: output) }
  }

  /// Writes a list. `table` makes the form for reading; it is told of the terminal, if it goes to one.
  func write(_ list: some QueryList, table: (Terminal?) -> String) throws {
    switch format {
    case .table:
      // A file that is named is no terminal, wherever stdout leads.
      let terminal = output == nil ? Terminal(.standardOutput) : nil
      try ResultOutput.write(Array(table(terminal).utf8), to: output)
    case .csv: try ResultOutput.write(list.csv, to: output)
    case .json: try ResultOutput.write(list.json, to: output)
    case .md: try ResultOutput.write(Array(list.markdown.utf8), to: output)
    case .xlsx: try ResultOutput.write(list.workbook, to: output)
    }
  }
}

extension Terminal? {
  /// A heading as it stands out where there is a terminal with colours.
  func heading(_ text: String) -> String { self?.shown(text, as: .heading) ?? text }
}
