// What the stages leave of one file: its records, one for each minutes in it, and the text that
// their offsets count in. Files that failed or hold no text have a record too, so that nothing
// vanishes from a run.

public import MinutarioModel

/// One file after all stages.
public struct ProcessedDocument: Sendable {
  /// In the order of the text; at least one.
  public let records: [MinutesRecord]
  /// The canonical text; nil when the file could not be read.
  public let text: NormalizedText?
  /// What reading and the stages took. For messages only: no data may hang on it.
  public internal(set) var duration = Duration.zero

  /// A file that was read; `isPartial` when damage or a limit cut the reading short.
  init(_ records: [MinutesRecord], _ text: NormalizedText, isPartial: Bool) {
    self.records = records.map { record in
      var record = record
      record.outcome = isPartial ? .partial : .read
      return record
    }
    self.text = text
  }

  /// A file in which there is nothing to read. Where the reading was cut short that is no fact about
  /// the file, so the document is partial.
  init(empty facts: DocumentFacts, _ source: SourceDocument, _ text: NormalizedText) {
    var issues = source.issues
    if !source.isTruncated, !issues.contains(where: { $0.code == .noText }) {
      issues.append(Issue(.noText, .warning))
    }
    records = [
      MinutesRecord(
        outcome: source.isTruncated ? .partial : .empty, document: facts, issues: issues)
    ]
    self.text = text
  }

  /// A file of which nothing could be read.
  init(failed facts: DocumentFacts, _ error: DocumentError) {
    records = [MinutesRecord(outcome: .failed, document: facts, issues: [error.issue])]
    text = nil
  }
}

extension DocumentFacts {
  /// What the bytes and the name tell before any reader has seen them.
  init(path: String, content: [UInt8]) {
    self.init(
      path: path, sha256: SHA256Digest.hexadecimal(of: content), bytes: content.count,
      format: FileName.fileExtension(of: path))
  }

  /// A file whose content is unknown: its hash is empty.
  init(path: String, bytesOnDisk: Int) {
    self.init(
      path: path, sha256: "", bytes: bytesOnDisk, format: FileName.fileExtension(of: path))
  }

  /// Adds what the reader found.
  mutating func take(from source: SourceDocument) {
    format = source.format
    encoding = source.encoding
    encodingSource = source.encodingSource
    title = source.title
    trackedChanges = source.trackedChanges
    hasComments = source.hasComments
  }
}
