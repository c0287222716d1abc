// Where the rows of a query come from: a dataset, or a folder of minutes that is read on the spot.

import MinutarioPipeline
import MinutarioQuerying

/// What a query names, and how it is read.
struct QuerySource {
  let path: DiskPath
  let jobs: Int?
  let console: Console

  /// Reads the rows and hands them on.
  /// - Throws: what cannot be read, what `write` throws, or the code to end with when some documents
  ///   of a folder were not read whole.
  func read<Row: QueryRow>(_ write: ([Row]) throws -> Void) async throws {
    if DatasetFolder.isDataset(path) {
      let tables = try DatasetFolder.tables(Row.datasetFiles, of: path)
      try write(try Row.rows(ofDataset: { tables[$0] }))
      return console.tell(.finished)
    }
    var listing = ArchiveListing()
    try listing.add(path)
    let work = try DocumentWork(console, jobs: jobs)
    let (archive, outcome) = try await work.archive(of: listing)
    if !listing.files.isEmpty { try write(Row.rows(of: archive)) }
    try work.end(outcome)
  }
}
