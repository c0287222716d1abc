// What a query shows: rows that come from an archive in memory or, the same, from its dataset.

public import MinutarioModel

/// A row of a query.
public protocol QueryRow: Sendable {
  /// The files of a dataset's `data` folder that `rows(ofDataset:)` asks for.
  static var datasetFiles: [String] { get }

  /// The rows of an archive, in reading order.
  static func rows(of archive: Archive) -> [Self]

  /// The rows of a written dataset, the same as those of the archive that it was written from.
  /// `file` gives the bytes of a file in the dataset's `data` folder by name, nil when there is none.
  /// - Throws: `TableError` when a file is missing or is not as the dataset writes it.
  static func rows(ofDataset file: (String) -> [UInt8]?) throws(TableError) -> [Self]
}

extension RosterRow: QueryRow {}
extension AgreementRow: QueryRow {}
