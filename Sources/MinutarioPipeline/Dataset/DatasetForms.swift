// The files that a run writes its tables to: which forms the configuration asks for, and where each
// of them goes.

import MinutarioExporting
import MinutarioModel
private import MinutarioSpreadsheet

/// The forms of one generation of the dataset.
struct DatasetForms {
  private let outputs: Configuration.Outputs
  private let generation: DatasetFolder.Generation

  init(_ outputs: Configuration.Outputs, of generation: DatasetFolder.Generation) {
    self.outputs = outputs
    self.generation = generation
  }

  /// Writes all tables in all forms.
  /// - Parameter archive: gives the resolved archive; asked once, when the tables need it.
  /// - Throws: `DiskError`, `DatasetError` or `Interrupted`; the generation is not complete then.
  func write(
    _ tables: DatasetTables, isInterrupted: @escaping () -> Bool, archive: () async -> Archive
  ) async throws {
    do {
      let writers = try backgroundWriters()
      // Does nothing to what is finished.
      defer { for writer in writers { writer.cancel() } }
      try await tables.write(
        to: writers, checkpoint: { if isInterrupted() { throw Interrupted() } }, archive: archive)
    } catch let error as SQLiteError {
      throw unwritable(SQLiteWriter.file, error.description)
    } catch let error as WorkbookError {
      throw unwritable(WorkbookWriter.file, error.description)
    }
  }

  /// The writers, each at work while the next rows are made.
  private func backgroundWriters() throws -> [BackgroundWriter] {
    var writers: [any TableWriter] = [DelimitedWriter(to: GenerationSink(generation: generation))]
    if outputs.sqlite {
      writers.append(try SQLiteWriter(file: generation.path(of: SQLiteWriter.file)))
    }
    if outputs.workbook {
      writers.append(
        try WorkbookWriter(
          file: generation.path(of: WorkbookWriter.file), scratch: generation.scratch))
    }
    return writers.map { BackgroundWriter($0) }
  }

  private func unwritable(_ file: String, _ reason: String) -> DatasetError {
    DatasetError.unwritable(generation.folder.appending(file).text, reason: reason)
  }
}

/// Appends to the files of a generation.
private struct GenerationSink: TableSink {
  let generation: DatasetFolder.Generation

  mutating func append(_ bytes: [UInt8], to file: String) throws(DiskError) {
    try generation.append(bytes, to: file)
  }
}
