// Writing the tables of an archive that is resolved already, in one step.

public import MinutarioExporting
public import MinutarioModel

/// The tables of a resolved archive.
public struct ArchiveTables {
  private let archive: Archive
  private let messages: MessageCatalogue
  private let text: (ArchivedDocument) throws -> [UInt8]?

  public init(
    archive: Archive, messages: MessageCatalogue,
    text: @escaping (ArchivedDocument) throws -> [UInt8]?
  ) {
    self.archive = archive
    self.messages = messages
    self.text = text
  }

  /// Writes all of them.
  public func write(
    to writers: [any TableWriter], checkpoint: @escaping () throws -> Void = {}
  ) throws {
    var tables = DatasetTables(
      to: writers, messages: messages, text: text, checkpoint: checkpoint)
    try tables.write(archive.documents)
    try tables.write(archive)
  }
}
