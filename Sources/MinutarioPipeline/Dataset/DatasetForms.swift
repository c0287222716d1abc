// The files that a run writes its tables to: which forms the configuration asks for, and where each
// of them goes.

import MinutarioExporting
private import MinutarioSpreadsheet

/// The forms of one generation of the dataset, each written while the next rows are made.
struct DatasetForms {
  let writers: [BackgroundWriter]
  private let generation: DatasetFolder.Generation

  /// - Throws: `DatasetError` when a file cannot be made.
  init(_ outputs: Configuration.Outputs, of generation: DatasetFolder.Generation) throws {
    self.generation = generation
    var writers: [any TableWriter] = [DelimitedWriter(to: GenerationSink(generation: generation))]
    do {
      if outputs.sqlite {
        let writer = try SQLiteWriter(file: generation.path(of: SQLiteWriter.file))
        writers.append(
          WritebackByTable(writer, of: generation.folder.appending(SQLiteWriter.file)))
      }
      if outputs.workbook {
        writers.append(
          try WorkbookWriter(
            file: generation.path(of: WorkbookWriter.file), scratch: generation.scratch))
      }
    } catch {
      throw Self.named(error, in: generation)
    }
    self.writers = writers.map { BackgroundWriter($0) }
  }

  /// Gives up what waits to be written.
  func cancel() { for writer in writers { writer.cancel() } }

  /// Calls the body; what a library cannot write is told with the name of its file.
  /// - Throws: `DiskError`, `DatasetError` or what else the body throws; the generation is not
  ///   complete then.
  func naming(_ body: () throws -> Void) throws {
    do { try body() } catch { throw Self.named(error, in: generation) }
  }

  private static func named(
    _ error: any Error, in generation: DatasetFolder.Generation
  ) -> any Error {
    func unwritable(_ file: String, _ reason: String) -> DatasetError {
      DatasetError.unwritable(generation.folder.appending(file).text, reason: reason)
    }
    return switch error {
    case let error as SQLiteError: unwritable(SQLiteWriter.file, error.description)
    case let error as WorkbookError: unwritable(WorkbookWriter.file, error.description)
    default: error
    }
  }
}

/// Appends to the files of a generation.
private struct GenerationSink: TableSink {
  let generation: DatasetFolder.Generation

  mutating func append(_ bytes: [UInt8], to file: String) throws(DiskError) {
    try generation.append(bytes, to: file)
  }
}

/// Tells the disk to begin with a file after each table: the library that writes it does not.
private final class WritebackByTable: TableWriter {
  private let writer: any TableWriter
  private let file: DiskPath

  init(_ writer: any TableWriter, of file: DiskPath) {
    self.writer = writer
    self.file = file
  }

  func takes(_ table: TableDefinition) -> Bool { writer.takes(table) }
  func begin(_ table: TableDefinition) throws { try writer.begin(table) }
  func write(_ rows: RowBatch) throws { try writer.write(rows) }
  func end() throws {
    try writer.end()
    file.beginWriteback()
  }
  func finish() throws { try writer.finish() }
}
