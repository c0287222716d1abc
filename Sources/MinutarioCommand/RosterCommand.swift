// `minutario roster`: who attended, out of a dataset or straight from a folder of minutes.

import ArgumentParser
import MinutarioModel
import MinutarioPipeline
import MinutarioQuerying
import MinutarioSpreadsheet

/// Prints the attendee roster.
struct RosterCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "roster", abstract: HelpText.roster.abstract,
      discussion: HelpText.roster.discussion)
  }

  @Argument(help: HelpText.rosterSource)
  var source: String

  @Option(help: HelpText.by)
  var by: Roster.Grouping = .institution

  @Option(help: HelpText.institution)
  var institution: String?

  @Option(help: HelpText.from)
  var from: PartialDate?

  @Option(help: HelpText.to)
  var to: PartialDate?

  @Option(help: HelpText.presence)
  var presence: [Attendance.Presence] = []

  @Option(help: HelpText.format)
  var format = Format.table

  @Option(name: .shortAndLong, help: HelpText.rosterOutput)
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
    if format == .xlsx, output == nil, FileDescriptor.standardOutput.isTerminal {
      throw ValidationError(Wording.current.workbookAtTerminal)
    }
  }

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
      listing, product: { $0.record }, deliver: { records.append($0) })
    common.console.say(summary.lines(everything: common.verbose))
    guard !records.isEmpty else { throw Ending.nothingDone }
    try write(RosterRow.rows(of: work.pipeline.archive(of: records)))
    if summary.hasFailures { throw Ending.withFailures }
  }

  private func write(_ rows: [RosterRow]) throws {
    let filter = Roster.Filter(
      institution: institution, from: from, to: to,
      presence: presence.isEmpty ? nil : Set(presence))
    let roster = Roster(rows, by: by, where: filter)
    let target = output.map { DiskPath($0) }
    guard target != nil || format == .xlsx else {
      var output = OutputBuffer()
      try output.append(bytes(of: roster))
      return try output.flush()
    }
    // The file in the making lies where it will stand, so that it takes its place in one step.
    let scratch = try ScratchFolder(in: target?.folderOrHere ?? ScratchFolder.systemFolder)
    let name = "roster"
    let file = scratch.path.appending(name)
    if format == .xlsx {
      do {
        try roster.writeWorkbook(to: file.bytes, scratch: scratch.path.bytes)
      } catch {
        throw DatasetError.unwritable(output ?? "stdout", reason: error.description)
      }
    } else {
      try file.create(with: bytes(of: roster))
    }
    if let target { return try scratch.move(name, to: target) }
    do {
      try scratch.copy(name, to: .standardOutput)
    } catch {
      if error.isBrokenPipe { throw BrokenPipe() }
      throw OutputError(cause: error)
    }
  }

  /// The roster in a form that is text.
  private func bytes(of roster: Roster) -> [UInt8] {
    switch format {
    case .table, .xlsx: Array(roster.table.utf8)
    case .csv: roster.csv
    case .json: roster.json
    case .md: Array(roster.markdown.utf8)
    }
  }
}
